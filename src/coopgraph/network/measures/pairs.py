"""Pairs of actors, each once, with the number of distinct records behind it.

Every measure starts here: ties of the same pair become one, whichever way they point, and weigh as
much as there are distinct records (one agreement with three terms of force is one record).

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> _ = network.add_edge("dune", "oasis", record="visit")
>>> _ = network.add_edge("oasis", "dune", record="fair")
>>> simple_weighted(network).edges["dune", "oasis"]
{'weight': 2}

`Wiring` is the same with numbers for nodes, in the order of their names: what the algorithms walk.
A tie of a node with itself ties no pair and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "Range",
    "Wiring",
    "records_of",
    "simple_weighted",
    "wire",
    "wire_network",
    "wire_numbers",
    "wire_pairs",
]


class Range(NamedTuple):
    """One figure of the certain and of the possible network."""

    certain: float
    possible: float


@dataclass(frozen=True, eq=False)
class Wiring:
    """Nodes in the order of their names, and each pair of them once, as three lists side by side.

    `ones` holds the lower number of each pair, `others` the higher, `counts` the records behind it;
    pairs are sorted. What else an algorithm walks is made of them when it is first asked for.
    """

    nodes: tuple[str, ...]
    ones: list[int]
    others: list[int]
    counts: list[int]

    @property
    def pair_count(self) -> int:
        """How many pairs are tied."""
        return len(self.ones)

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Yield each pair once, the lower number first, with its weight."""
        return zip(self.ones, self.others, self.counts, strict=True)

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """For each node the numbers of those it is tied to, in order: sums depend on it."""
        rows: list[list[int]] = [[] for _ in self.nodes]
        for one, other in zip(self.ones, self.others, strict=True):
            rows[one].append(other)
            rows[other].append(one)
        return rows

    @cached_property
    def weights(self) -> list[list[int]]:
        """The weights of its ties for each node, place by place beside `neighbours`."""
        rows: list[list[int]] = [[] for _ in self.nodes]
        for one, other, weight in self.pairs():
            rows[one].append(weight)
            rows[other].append(weight)
        return rows

    @cached_property
    def as_igraph(self) -> Any:  # igraph comes without types
        """The same as a graph of igraph, weights as the edge attribute ``weight``."""
        import igraph

        graph = igraph.Graph(len(self.nodes), list(zip(self.ones, self.others, strict=True)))
        graph.es["weight"] = self.counts
        return graph


def simple_weighted(network: nx.MultiDiGraph) -> nx.Graph:
    """Return the network with each pair once; `weight` is its number of distinct records.

    Nodes keep their attributes; those that nothing ties stay.
    """
    nodes = tuple(sorted(network))
    graph = nx.Graph(**network.graph)
    graph.add_nodes_from((node, dict(network.nodes[node])) for node in nodes)
    graph.add_weighted_edges_from(
        (nodes[one], nodes[other], weight)
        for one, other, weight in _counted(network, nodes).pairs()
    )
    return graph


def wire_network(network: nx.MultiDiGraph | Wiring) -> Wiring:
    """Return the pairs of a network by number, weighed as `simple_weighted` does.

    Pairs that are wired already are returned as they are: who asks for several measures counts
    the pairs once, and hands the wiring to each.
    """
    if isinstance(network, Wiring):
        return network
    return _counted(network, tuple(sorted(network)))


def _counted(network: nx.MultiDiGraph, nodes: tuple[str, ...]) -> Wiring:
    """Return each tied pair by number, in that order, and how many records tie it."""
    number = dict(zip(nodes, range(len(nodes)), strict=True))
    count = len(nodes)
    behind: dict[int, str | set[str]] = {}
    # The rows of networkx, without its views of them: those take most of the time.
    for source, row in network.adjacency():
        one = number[source]
        for target, ties in row.items():
            other = number[target]
            if one == other:
                continue
            pair = one * count + other if one < other else other * count + one
            for key, tie in ties.items():
                records = tie.get("records") or tie.get("record") or str(key)
                known = behind.get(pair)
                if known is None:
                    behind[pair] = records  # most have one tie: a set for each would cost more
                elif isinstance(known, set):
                    known.update(records.split())
                elif known != records:
                    behind[pair] = {*known.split(), *records.split()}
    order = sorted(behind)
    told = map(behind.__getitem__, order)
    return Wiring(
        nodes,
        [pair // count for pair in order],
        [pair % count for pair in order],
        [1 if type(ids) is str and " " not in ids else _distinct(ids) for ids in told],
    )


def _distinct(ids: str | set[str]) -> int:
    return len(ids if isinstance(ids, set) else set(ids.split()))


def records_of(tie: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ids of the records behind a tie; none where it names none.

    >>> records_of({"records": "visit fair", "record": "visit"})
    ('visit', 'fair')
    """
    return tuple(str(tie.get("records") or tie.get("record") or "").split())


def wire(graph: nx.Graph) -> Wiring:
    """Return the pairs of a simple graph by number."""
    nodes = tuple(sorted(graph))
    return wire_pairs(
        nodes, ((source, target, weight) for source, target, weight in graph.edges(data="weight"))
    )


def wire_pairs(nodes: tuple[str, ...], pairs: Iterable[tuple[str, str, int | None]]) -> Wiring:
    """Return pairs by number; each pair comes once, a missing weight counts 1."""
    number = {node: place for place, node in enumerate(nodes)}
    rows = []
    for source, target, weight in pairs:
        one, other = number[source], number[target]
        rows.append((min(one, other), max(one, other), weight or 1))
    return wire_numbers(nodes, sorted(rows))


def wire_numbers(nodes: tuple[str, ...], pairs: Iterable[tuple[int, int, int]]) -> Wiring:
    """Return numbered pairs as they come: sorted, the lower number first, each once."""
    rows = list(pairs)
    return Wiring(
        nodes,
        [one for one, _, _ in rows],
        [other for _, other, _ in rows],
        [weight for _, _, weight in rows],
    )
