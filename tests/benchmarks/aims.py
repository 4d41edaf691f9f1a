"""The aims, and what the figures say of them.

Ratios are taken from CPU time: the machines on which this runs are shared.

>>> verdict(0.5, at_least=0.7)
'short by 29 %'
>>> verdict(1.05, at_most=1.1)
'met'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.benchmarks.summaries import MEASURED, Summary

__all__ = ["Verdict", "judge", "verdict"]

_OVERHEAD_FROM = 0.010  # seconds of bare pyoxigraph
_PAGE = 5000  # nodes
# "Ready-made" may mean Quad objects or a file: both are judged.
_STORE = (
    ("pyoxigraph bulk_extend", 0.7),
    ("pyoxigraph bulk_load", 0.7),
    ("rdflib loop", 4.0),
)
# subject, peer, how many times as fast as it ours by igraph is to be
_MEASURES = (
    ("betweenness, exact", "networkx", 15.0),
    ("betweenness, exact", "igraph", 0.7),
    ("communities", "networkx", 10.0),
    ("PageRank", "igraph", 0.7),
    ("60 years, PageRank and core", "networkx", 5.0),
)


class Verdict(NamedTuple):
    """One aim at one size: what was asked for, what was found, and what follows."""

    aim: str
    size: int
    found: float | None
    verdict: str


def verdict(found: float, *, at_least: float = 0.0, at_most: float = 0.0) -> str:
    """Return "met", or by how much the ratio misses its aim."""
    if at_most:
        return (
            "met" if found <= at_most else f"over by {found / at_most - 1:.0%}".replace("%", " %")
        )
    return "met" if found >= at_least else f"short by {1 - found / at_least:.0%}".replace("%", " %")


def judge(lines: Sequence[Summary]) -> Iterator[Verdict]:
    """Yield a verdict for each aim and each size that was measured."""
    for size in _sizes(lines, "store"):
        facts = _by_peer(lines, "store", size, "facts")
        for peer, aim in _STORE:
            name = f"tables → store at ≥ {aim} × the speed of {peer}"
            yield _faster(name, size, facts.get("ours"), facts.get(peer), aim)
    for size in _sizes(lines, "questions"):
        yield _overhead(lines, size)
    for size in _sizes(lines, "page"):
        if size == _PAGE:
            page = _by_peer(lines, "page", size, "")
            name = "page of 5,000 nodes at ≥ 10 × the speed of pyvis"
            yield _faster(name, size, page.get("ours"), page.get("pyvis"), 10.0)
    for size in _sizes(lines, "measures"):
        for subject, peer, aim in _MEASURES:
            found = _by_peer(lines, "measures", size, subject)
            if peer in found:
                name = f"{subject} at ≥ {aim:g} × the speed of {peer}"
                yield _faster(name, size, found.get("ours, igraph"), found[peer], aim)


def _faster(
    name: str, size: int, ours: Summary | None, peer: Summary | None, aim: float
) -> Verdict:
    if ours is None or peer is None or {ours.state, peer.state} != {MEASURED}:
        return Verdict(name, size, None, "not measured")
    found = peer.cpu / ours.cpu
    return Verdict(name, size, found, verdict(found, at_least=aim))


def _overhead(lines: Sequence[Summary], size: int) -> Verdict:
    """Judge the question on which we lose most against bare pyoxigraph."""
    name = "each question over 10 ms in ≤ 1.1 × the time of bare pyoxigraph (worst)"
    ratios = []
    for subject in dict.fromkeys(line.subject for line in lines if line.workload == "questions"):
        peers = _by_peer(lines, "questions", size, subject)
        ours, bare = peers.get("ours"), peers.get("pyoxigraph")
        if ours and bare and bare.cpu > _OVERHEAD_FROM and ours.state == bare.state == MEASURED:
            ratios.append(ours.cpu / bare.cpu)
    if not ratios:
        return Verdict(name, size, None, "none takes over 10 ms")
    return Verdict(name, size, max(ratios), verdict(max(ratios), at_most=1.1))


def _sizes(lines: Sequence[Summary], workload: str) -> list[int]:
    return list(dict.fromkeys(line.size for line in lines if line.workload == workload))


def _by_peer(
    lines: Sequence[Summary], workload: str, size: int, subject: str
) -> dict[str, Summary]:
    key = (workload, size, subject)
    return {line.peer: line for line in lines if (line.workload, line.size, line.subject) == key}
