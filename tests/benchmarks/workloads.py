"""The six workloads: which tasks run, in which order, and whether their results agree.

Tasks of one size run in turn (A B C A B C), so that noise of the machine meets all of them. A peer
whose result differs from ours keeps no time: its state says so.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.drawing import CHROMIUM
from tests.benchmarks.runs import Run, TaskFailed, run_task
from tests.benchmarks.summaries import OVER_CAP, Summary, missing, summarise

__all__ = [
    "WORKLOADS",
    "Settings",
    "measure_drawing",
    "measure_frames",
    "measure_networks",
    "measure_pages",
    "measure_questions",
    "measure_store",
]

_OTHER = "another result"
# Above it rdflib and the derived ties are measured once, and kglab (which asks rdflib) not at all.
_ALWAYS = 10_000
_MOST_ROWS = 200_000
_PAGE_CAP = 60.0  # seconds that a page has in the browser


@dataclass(frozen=True, slots=True)
class Settings:
    """What is measured: `repeat` 0 means 5 runs up to 10 000 events and 3 above."""

    sizes: tuple[int, ...]
    pages: tuple[int, ...]
    work: Path
    repeat: int = 0
    cap: float = 30.0
    kglab: Path | None = None
    without_kglab: str = "not installed"
    actors: tuple[int, ...] = (2000, 20_000)
    nodes: tuple[int, ...] = (1000, 5000, 20_000)

    def rounds(self, size: int) -> int:
        """Return how often a task of this size runs."""
        return self.repeat or (5 if size <= _ALWAYS else 3)

    def folder(self, size: int) -> str:
        """Return the folder of the tables and quads of this size."""
        return str(self.work / f"events-{size}")


def measure_store(settings: Settings) -> Iterator[Summary]:
    """Measure tables → store, for every size."""
    for size in settings.sizes:
        folder = settings.folder(size)
        expected = {run.name: run for run in _prepared(folder, size)}
        runs: dict[str, list[Run]] = {"facts": [], "whole": []}
        rounds = settings.rounds(size)
        for number in range(rounds):
            _say(f"store, {size} events, round {number + 1} of {rounds}")
            again = size <= _ALWAYS or not number
            for extent in ("facts", "whole") if again else ("facts",):
                for task in ("build", "bulk_extend", "bulk_load"):
                    runs[extent] += run_task(f"tables_to_store:{task}", folder, extent)
            if again:
                runs["facts"] += run_task("rdflib_loop:load", folder)
        for extent, made in runs.items():
            for line in summarise("store", size, extent, made):
                aim = expected["rows" if line.peer == "rdflib loop" else extent]
                same = line.found == aim.found and line.digest in ("", aim.digest)
                yield line if same else replace(line, state=_OTHER)


def measure_questions(settings: Settings) -> Iterator[Summary]:
    """Measure ten questions, for every size; then what the guard of a reader's text costs."""
    for size in settings.sizes:
        folder = settings.folder(size)
        if not Path(folder, "whole.nt").is_file():
            _prepared(folder, size)
        rounds = settings.rounds(size)
        [whole] = run_task("ask_stores:whole", folder)
        _say(f"questions, {size} events: ours and pyoxigraph")
        runs = run_task("ask_stores:ask", folder, whole.digest, rounds)
        _say(f"questions, {size} events: rdflib")
        limits = (whole.digest, rounds if size <= _ALWAYS else 1, settings.cap)
        runs += run_task("ask_rdflib:ask_rdflib", folder, *limits)
        kglab, reason = _kglab(settings, folder, size, limits)
        yield from _answers(size, runs + kglab, reason)
        guard = run_task("ask_stores:guard", folder, rounds)
        yield from summarise("questions", size, "guard", guard)


def measure_pages(settings: Settings) -> Iterator[Summary]:
    """Measure the page of a network, for every number of nodes."""
    for size in settings.pages:
        runs: list[Run] = []
        rounds = settings.repeat or 5
        for number in range(rounds):
            _say(f"page, {size} nodes, round {number + 1} of {rounds}")
            runs += run_task("pages:ours", size) + run_task("pages:pyvis", size)
        lines = summarise("page", size, "", runs)
        for line in lines:
            yield line if line.found == lines[0].found else replace(line, state=_OTHER)


def measure_frames(settings: Settings) -> Iterator[Summary]:
    """Measure an answer as a data frame: 200,000 rows, fewer where only small sizes are asked."""
    rows = min(_MOST_ROWS, 20 * max(settings.sizes))
    _say(f"frames, {rows} rows")
    runs = run_task("data_frames:frames", rows, settings.repeat or 3)
    _say(f"frames, {rows} rows: rdflib")
    runs += run_task("data_frames:rdflib_rows", rows, 1)
    lines = summarise("frames", rows, "", runs)
    for line in lines:
        same = (line.found, line.digest) == (lines[0].found, lines[0].digest)
        yield line if same else replace(line, state=_OTHER)


def measure_networks(settings: Settings) -> Iterator[Summary]:
    """Measure a network of actors by networkx, igraph and ours, for every number of actors."""
    for size in settings.actors:
        runs = run_task("network_measures:measures", size, settings.repeat or 3, loud=True)
        for subject in dict.fromkeys(run.name.partition("|")[0] for run in runs):
            own = [
                run._replace(name=run.name.partition("|")[2])
                for run in runs
                if run.name.startswith(f"{subject}|")
            ]
            lines = summarise("measures", size, subject, own)
            for line in lines:
                # communities may differ: there the modularity stands beside the time
                same = line.found == lines[0].found or subject == "communities"
                yield line if same or "sources" in subject else replace(line, state=_OTHER)


def measure_drawing(settings: Settings) -> Iterator[Summary]:
    """Measure the page of a network in a browser, for every number of nodes."""
    for size in settings.nodes:
        if not any(map(shutil.which, CHROMIUM)):
            yield missing("drawing", size, "usable picture", "ours", "no Chromium here")
            continue
        runs: list[Run] = []
        for task, *more in (("ours",), ("pyvis", False), ("pyvis", True)):
            _say(f"drawing, {size} nodes: {task} {'with physics' if True in more else ''}")
            runs += _drawn(f"drawing:{task}", size, *more)
        for subject in dict.fromkeys(run.name.partition("|")[0] for run in runs):
            own = [
                run._replace(name=run.name.partition("|")[2])
                for run in runs
                if run.name.startswith(f"{subject}|")
            ]
            for line in summarise("drawing", size, subject, own):
                late = line.digest == OVER_CAP
                yield replace(line, state=f"not within {_PAGE_CAP:.0f} s") if late else line


def _drawn(task: str, size: int, *more: bool) -> list[Run]:
    """Run a task in the browser; a page that lets nothing else happen is late, too."""
    try:
        return run_task(task, size, _PAGE_CAP, *more, seconds=5 * _PAGE_CAP)
    except TaskFailed as problem:
        _say(str(problem))
        peer = "ours" if not more else "pyvis, physics" if True in more else "pyvis, at rest"
        return [Run(f"usable picture|{peer}", _PAGE_CAP, 0, digest=OVER_CAP)]


WORKLOADS: dict[str, Callable[[Settings], Iterator[Summary]]] = {
    "store": measure_store,
    "questions": measure_questions,
    "page": measure_pages,
    "frames": measure_frames,
    "measures": measure_networks,
    "drawing": measure_drawing,
}


def _prepared(folder: str, size: int) -> list[Run]:
    _say(f"preparing tables and quads of {size} events")
    Path(folder).mkdir(parents=True, exist_ok=True)
    return run_task("tables_to_store:prepare", folder, size)


def _kglab(
    settings: Settings, folder: str, size: int, limits: tuple[str, int, float]
) -> tuple[list[Run], str]:
    """Return the runs of kglab, or none and the reason."""
    if settings.kglab is None:
        return [], settings.without_kglab
    if size > _ALWAYS:
        return [], "not asked at this size (it asks rdflib)"
    _say(f"questions, {size} events: kglab")
    try:
        task = "ask_rdflib:ask_kglab"
        return run_task(task, folder, *limits, python=str(settings.kglab)), ""
    except TaskFailed as problem:
        _say(str(problem))
        return [], "failed"


def _answers(size: int, runs: list[Run], reason: str) -> Iterator[Summary]:
    """Yield the summaries question by question, each compared with our own answer."""
    subjects = dict.fromkeys(run.name.partition("|")[0] for run in runs)
    for subject in subjects:
        own = [
            run._replace(name=run.name.partition("|")[2])
            for run in runs
            if run.name.startswith(f"{subject}|")
        ]
        lines = summarise("questions", size, subject, own)
        for line in lines:
            if line.digest == OVER_CAP:
                yield replace(line, state=OVER_CAP)
            else:
                same = (line.found, line.digest) == (lines[0].found, lines[0].digest)
                yield line if same else replace(line, state=_OTHER)
        if reason:
            yield missing("questions", size, subject, "kglab", reason)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
