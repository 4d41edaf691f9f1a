"""The pairs of each period, counted from one look at every tie.

Each tie says once in which periods it holds; from then on only numbers move: a period takes over
the pairs of the one before, adds what begins and drops what has ended. No network is built for it.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> days = {"earliest_begin": "2010-04-01", "latest_end": "2011-04-30"}
>>> _ = network.add_edge("dune", "oasis", record="visit", **days)
>>> [part.wiring.pair_count for part in snapshots(network, 2010, 2012)]
[1, 1, 0]
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from coopgraph.network.measures.pairs import Wiring, records_of
from coopgraph.network.slices import steps_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    import networkx as nx

    from coopgraph.network.slices import Mode
    from coopgraph.network.steps import AnyStep

__all__ = ["Snapshot", "snapshots"]

_Key = TypeVar("_Key")


class Snapshot(NamedTuple):
    """The pairs of one period, and the number of distinct records behind them."""

    first: str
    last: str
    wiring: Wiring
    records: int


class _Spans(NamedTuple):
    """The periods (first, one after the last) in which each record holds: of a pair, and at all."""

    of_pair: _Held[tuple[int, str]]
    of_record: _Held[str]


class _Held(Generic[_Key]):
    """In which periods something holds; most has one span, and a list for each would cost more."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._first: dict[_Key, tuple[int, int]] = {}
        self._all: dict[_Key, list[tuple[int, int]]] = {}

    def add(self, key: _Key, span: tuple[int, int]) -> None:
        """Add a span, which may overlap those that are known."""
        known = self._first.setdefault(key, span)
        if known != span:
            self._all.setdefault(key, [known]).append(span)

    def spans(self) -> Iterator[tuple[_Key, tuple[int, int]]]:
        """Yield the spans of each, none of which overlaps another of it."""
        for key, span in self._first.items():
            if key in self._all:
                yield from ((key, merged) for merged in _merged(self._all[key]))
            else:
                yield key, span


def snapshots(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: AnyStep = "year",
    growing: bool = False,
    mode: Mode = "possibly",
) -> Iterator[Snapshot]:
    """Yield the pairs of each period; nodes that nothing ties in it are left out.

    Raises:
        ValueError: the period or the step does not exist.
    """
    periods, held = steps_held(network, first, last, step=step, growing=growing, mode=mode)
    nodes = sorted(network)
    spans = _spans(network, nodes, held)
    beginning: list[list[int]] = [[] for _ in range(len(periods) + 1)]
    ending: list[list[int]] = [[] for _ in range(len(periods) + 1)]
    for (pair, _), (begin, end) in spans.of_pair.spans():
        beginning[begin].append(pair)
        ending[end].append(pair)
    change = [0] * (len(periods) + 1)
    for _, (begin, end) in spans.of_record.spans():
        change[begin] += 1
        change[end] -= 1
    living = _Living(nodes)
    for days, begun, ended, records in zip(
        periods, beginning, ending, accumulate(change), strict=False
    ):
        living.take(begun, ended)
        yield Snapshot(*days, living.wiring(), records)


class _Living:
    """The pairs that hold in a period, by number, and the records behind each."""

    def __init__(self, nodes: Sequence[str]) -> None:
        """Begin without any pair."""
        self._nodes = nodes
        self._records: dict[int, int] = {}
        self._order: list[int] = []

    def take(self, begun: Iterable[int], ended: Iterable[int]) -> None:
        """Add a record to each pair of `begun`, take one from each of `ended`."""
        records = self._records
        for pair in begun:
            known = records.get(pair, 0)
            if not known:
                self._order.append(pair)
            records[pair] = known + 1
        for pair in ended:
            left = records[pair] - 1
            if left:
                records[pair] = left
            else:
                del records[pair]
        # Nearly sorted already, which takes next to no time.
        self._order = sorted([pair for pair in self._order if pair in records])

    def wiring(self) -> Wiring:
        """Return the pairs among the tied nodes alone."""
        count = len(self._nodes)
        ones = [pair // count for pair in self._order]
        others = [pair % count for pair in self._order]
        tied = sorted({*ones, *others})
        place = dict(zip(tied, range(len(tied)), strict=True)).__getitem__
        return Wiring(
            tuple([self._nodes[node] for node in tied]),
            list(map(place, ones)),
            list(map(place, others)),
            list(map(self._records.__getitem__, self._order)),
        )


def _spans(
    network: nx.MultiDiGraph, nodes: Sequence[str], held: Iterable[tuple[int, int] | None]
) -> _Spans:
    number = dict(zip(nodes, range(len(nodes)), strict=True))
    count = len(nodes)
    spans = _Spans(_Held(), _Held())
    span_of_next = iter(held)
    for source, row in network.adjacency():
        one = number[source]
        for target, ties in row.items():
            other = number[target]
            pair = one * count + other if one < other else other * count + one
            for key, tie in ties.items():
                span = next(span_of_next)
                if span is None or one == other:
                    continue
                for record in records_of(tie) or (str(key),):
                    spans.of_pair.add((pair, record), span)
                    spans.of_record.add(record, span)
    return spans


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans without overlaps, so that a record counts once where several ties have it.

    >>> _merged([(4, 6), (0, 2), (1, 3)])
    [(0, 3), (4, 6)]
    """
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
