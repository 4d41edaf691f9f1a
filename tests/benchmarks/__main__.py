"""Measure coopgraph against its named peers: ``python -m tests.benchmarks --output out/bench``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.peers import find_kglab, install_kglab
from tests.benchmarks.report import markdown, write_report
from tests.benchmarks.summaries import Summary
from tests.benchmarks.workloads import WORKLOADS, Settings

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the workloads and write the report, anew after each one."""
    options = _parser().parse_args(arguments)
    if options.quick:
        options.sizes, options.pages, options.repeat = (1000,), (1000,), options.repeat or 3
        options.actors, options.nodes = (200,), (1000,)
    kglab, reason = _kglab(options)
    names = ("sizes", "pages", "actors", "nodes", "repeat", "cap")
    shown = {name: getattr(options, name) for name in names}
    lines: list[Summary] = []
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="work-", dir=options.output.absolute()) as work:
        settings = Settings(
            options.sizes,
            options.pages,
            Path(work),
            options.repeat,
            options.cap,
            kglab,
            reason,
            options.actors,
            options.nodes,
        )
        for name in options.workloads:
            for line in WORKLOADS[name](settings):
                lines.append(line)
                write_report(options.output, lines, settings=shown)
    print(markdown(lines))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("out/bench"), metavar="DIR")
    parser.add_argument("--sizes", type=_numbers, default=(1000, 10_000, 100_000), help="events")
    parser.add_argument("--pages", type=_numbers, default=(1000, 5000), help="nodes")
    parser.add_argument("--actors", type=_numbers, default=(2000, 20_000), help="in measures")
    parser.add_argument("--nodes", type=_numbers, default=(1000, 5000, 20_000), help="in drawing")
    parser.add_argument("--workloads", type=_names, default=tuple(WORKLOADS))
    parser.add_argument("--repeat", type=int, default=0, help="runs (5; 3 above 10,000 events)")
    parser.add_argument("--cap", type=float, default=30.0, help="seconds for a question (30)")
    parser.add_argument("--quick", action="store_true", help="small sizes, 3 runs")
    parser.add_argument(
        "--kglab", default="auto", metavar="auto|no|PYTHON", help="install it, leave it out, or use"
    )
    return parser


def _kglab(options: argparse.Namespace) -> tuple[Path | None, str]:
    """Return the Python that has kglab, or the reason why there is none."""
    if options.kglab == "no" or "questions" not in options.workloads:
        return None, "left out"
    if options.kglab != "auto":
        return Path(options.kglab).absolute(), ""
    folder = options.output / ".venv-kglab"
    found = find_kglab(folder)
    if found is None and not options.quick:
        print("installing kglab (about 900 MB, once)", file=sys.stderr, flush=True)
        found = install_kglab(folder)
    return found, "not installed"


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    for name in names:
        if name not in WORKLOADS:
            raise argparse.ArgumentTypeError(f"choose among {', '.join(WORKLOADS)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
