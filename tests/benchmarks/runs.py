"""One timed run, and how a task is timed in a process of its own.

A task is a function ``module:function`` of this package that returns the runs it made. The parent
starts a Python for it (`run_task`), which imports first and times afterwards, so that neither the
start of the interpreter nor an import is in any figure. The parent itself imports nothing heavy.

>>> run, answer = measure("sum", lambda: sum(range(10)))
>>> run.name, answer, run.wall >= 0
('sum', 45, True)
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

__all__ = ["Run", "TaskFailed", "digest_lines", "main", "measure", "peak_megabytes", "run_task"]

ROOT = Path(__file__).resolve().parents[2]
_Answer = TypeVar("_Answer")
_MARK = "runs: "
# Some dependencies of kglab install a package called "tests" of their own: ours is named first.
_START = """
import sys, types
tests = sys.modules["tests"] = types.ModuleType("tests")
tests.__path__ = [sys.argv[1]]
from tests.benchmarks.runs import main
main(*sys.argv[2:])
"""


class Run(NamedTuple):
    """One timed run: seconds, what was found (number and digest), the process's peak."""

    name: str
    wall: float
    cpu: float
    found: int = 0
    digest: str = ""
    peak: float = 0.0  # megabytes


class TaskFailed(RuntimeError):
    """A task ended without runs; the text is the end of what it wrote on stderr."""


def measure(name: str, work: Callable[[], _Answer]) -> tuple[Run, _Answer]:
    """Time `work`; return the run and what `work` returned."""
    cpu, wall = time.process_time(), time.perf_counter()
    answer = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Run(name, wall, cpu, peak=peak_megabytes()), answer


def digest_lines(lines: Iterable[str]) -> str:
    """Return a digest that does not depend on the order of the lines.

    >>> digest_lines(["a", "b"]) == digest_lines(["b", "a"]) != digest_lines(["a"])
    True
    """
    total = 0
    for line in lines:
        total += int.from_bytes(hashlib.blake2b(line.encode(), digest_size=16).digest(), "big")
    return f"{total % 2**128:032x}"


def peak_megabytes() -> float:
    """Return the largest resident size of this process so far, or 0 where Linux does not tell.

    Not ``getrusage``: its figure is inherited from the parent process.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.is_file() else []
    found = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(found[0]) / 1024 if found else 0.0


def run_task(
    task: str,
    *arguments: str | float,
    python: str = sys.executable,
    seconds: float = 3600,
    loud: bool = False,
) -> list[Run]:
    """Run a task in a new process and return its runs; a `loud` one tells how far it is.

    Raises:
        TaskFailed: it ended with an error, or was stopped after `seconds`.
    """
    command = [python, "-c", _START, str(ROOT / "tests"), task, json.dumps(arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=None if loud else subprocess.PIPE,
            text=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as stopped:
        raise TaskFailed(f"{task} was stopped after {seconds:.0f} s") from stopped
    lines = [line for line in done.stdout.splitlines() if line.startswith(_MARK)]
    if done.returncode or not lines:
        raise TaskFailed(f"{task}: {(done.stderr or '')[-2000:]}")
    return [Run(*values) for values in json.loads(lines[-1].removeprefix(_MARK))]


def main(task: str, arguments: str) -> None:
    """Be the new process: run the task and print its runs."""
    module, _, function = task.partition(":")
    work: Callable[..., Iterable[Run]]
    work = getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)
    runs = list(work(*json.loads(arguments)))
    print(_MARK + json.dumps(runs), flush=True)
    # Freeing millions of Python objects one by one takes rdflib many seconds: not our subject.
    os._exit(0)
