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

from typing import TYPE_CHECKING, NamedTuple

from coopgraph.network.measures.pairs import Wiring, records_of
from coopgraph.network.slices import steps_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import networkx as nx

    from coopgraph.network.slices import Mode, Step

__all__ = ["Snapshot", "snapshots"]


class Snapshot(NamedTuple):
    """The pairs of one period, and the number of distinct records behind them."""

    first: str
    last: str
    wiring: Wiring
    records: int


class _Changes(NamedTuple):
    """By how much the weight of each pair, and the number of records, changes in one period."""

    pairs: dict[int, int]
    records: int


class _Spans(NamedTuple):
    """The periods (first, one after the last) in which each record holds: of a pair, and at all."""

    of_pair: dict[tuple[int, str], list[tuple[int, int]]]
    of_record: dict[str, list[tuple[int, int]]]


def snapshots(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: Step = "year",
    growing: bool = False,
    mode: Mode = "possibly",
) -> Iterator[Snapshot]:
    """Yield the pairs of each period; nodes that nothing ties in it are left out.

    Raises:
        ValueError: the period or the step does not exist.
    """
    periods, held = steps_held(network, first, last, step=step, growing=growing, mode=mode)
    nodes = sorted(network)
    living = _Living(nodes)
    records = 0
    for days, change in zip(
        periods, _changes(_spans(network, nodes, held), len(periods)), strict=False
    ):
        living.take(change.pairs)
        records += change.records
        yield Snapshot(*days, living.wiring(), records)


class _Living:
    """The pairs that hold in a period: for each tied node, its others and the weights."""

    def __init__(self, nodes: Sequence[str]) -> None:
        """Begin without any pair."""
        self._nodes = nodes
        self._rows: dict[int, dict[int, int]] = {}
        self._others: dict[int, list[int]] = {}
        self._weights: dict[int, list[int]] = {}

    def take(self, changes: Mapping[int, int]) -> None:
        """Add to the weight of each pair; a pair without weight is gone."""
        touched: dict[int, None] = {}
        for pair, by in changes.items():
            one, other = divmod(pair, len(self._nodes))
            for node, partner in ((one, other), (other, one)):
                touched[node] = None
                row = self._rows.setdefault(node, {})
                row[partner] = row.get(partner, 0) + by
                if not row[partner]:
                    del row[partner]
        for node in touched:
            row = self._rows[node]
            if row:
                self._others[node] = others = sorted(row)
                self._weights[node] = [row[other] for other in others]
            else:
                del self._rows[node]

    def wiring(self) -> Wiring:
        """Return the pairs among the tied nodes alone; rows that stay are shared, not copied."""
        tied = sorted(self._rows)
        place = dict(zip(tied, range(len(tied)), strict=True))
        return Wiring(
            tuple([self._nodes[node] for node in tied]),
            [list(map(place.__getitem__, self._others[node])) for node in tied],
            [self._weights[node] for node in tied],
        )


def _spans(
    network: nx.MultiDiGraph, nodes: Sequence[str], held: Iterable[tuple[int, int] | None]
) -> _Spans:
    number = {node: place for place, node in enumerate(nodes)}
    count = len(nodes)
    spans = _Spans({}, {})
    for (source, target, key, tie), span in zip(
        network.edges(keys=True, data=True), held, strict=True
    ):
        one, other = number[source], number[target]
        if span is None or one == other:
            continue
        pair = one * count + other if one < other else other * count + one
        for record in records_of(tie) or (str(key),):
            spans.of_pair.setdefault((pair, record), []).append(span)
            spans.of_record.setdefault(record, []).append(span)
    return spans


def _changes(spans: _Spans, periods: int) -> list[_Changes]:
    """Return what changes in each period, and in the one after the last."""
    pairs: list[dict[int, int]] = [{} for _ in range(periods + 1)]
    records = [0] * (periods + 1)
    for (pair, _), own in spans.of_pair.items():
        for begin, end in _merged(own):
            pairs[begin][pair] = pairs[begin].get(pair, 0) + 1
            pairs[end][pair] = pairs[end].get(pair, 0) - 1
    for own in spans.of_record.values():
        for begin, end in _merged(own):
            records[begin] += 1
            records[end] -= 1
    return [_Changes(*change) for change in zip(pairs, records, strict=True)]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans without overlaps, so that a record counts once where several ties have it.

    >>> _merged([(4, 6), (0, 2), (1, 3)])
    [(0, 3), (4, 6)]
    """
    if len(spans) == 1:
        return spans
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
