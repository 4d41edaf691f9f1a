"""The tasks of the second workload that ask rdflib, as such and through kglab.

This module imports nothing of coopgraph: kglab lives in a virtual environment of its own. A
question that takes longer than the cap is stopped; one that takes over a second is asked only
once, cold.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tests.benchmarks.questions import QUESTIONS, question_text
from tests.benchmarks.runs import Run, digest_lines, measure
from tests.benchmarks.summaries import OVER_CAP

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["ask_kglab", "ask_rdflib"]

_SLOW = 1.0  # seconds
_Row = Iterable["Node | None"]


class _Stopped(Exception):
    """A question reached the cap."""


def ask_rdflib(folder: str, mission: str, repeat: int, cap: float) -> Iterator[Run]:
    """Ask rdflib all questions."""
    from rdflib import Graph

    graph = Graph()
    graph.parse(str(Path(folder) / "whole.nt"), format="nt")
    return _ask("rdflib", lambda text: graph.query(text), mission, repeat, cap)  # type: ignore[return-value,arg-type]  # rdflib types a row as one of several forms


def ask_kglab(folder: str, mission: str, repeat: int, cap: float) -> Iterator[Run]:
    """Ask kglab all questions."""
    import kglab

    graph = kglab.KnowledgeGraph()
    graph.load_rdf(str(Path(folder) / "whole.nt"), format="nt")
    return _ask("kglab", graph.query, mission, repeat, cap)


def _ask(
    name: str, query: Callable[[str], Iterable[_Row]], mission: str, repeat: int, cap: float
) -> Iterator[Run]:
    signal.signal(signal.SIGALRM, _stop)
    for question in QUESTIONS:
        text, label = question_text(question, whole=mission), f"{question.name}|{name}"
        work = _capped(lambda: list(query(text)), cap)  # noqa: B023 — called before the next one
        try:
            first, rows = measure(label, work)
            digest = _digest(rows)
            runs = (
                [first] if first.wall > _SLOW else [measure(label, work)[0] for _ in range(repeat)]
            )
        except _Stopped:
            yield Run(label, cap, cap, digest=OVER_CAP)
            continue
        for run in runs:
            yield run._replace(found=len(rows), digest=digest)


def _capped(work: Callable[[], list[_Row]], cap: float) -> Callable[[], list[_Row]]:
    def capped() -> list[_Row]:
        signal.setitimer(signal.ITIMER_REAL, cap)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    return capped


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Stopped


def _digest(rows: Iterable[_Row]) -> str:
    """Return the digest of the multiset of rows; the same as for the stores."""
    return digest_lines(" ".join("" if term is None else term.n3() for term in row) for row in rows)
