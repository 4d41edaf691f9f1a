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
    "wire_pairs",
]


class Range(NamedTuple):
    """One figure of the certain and of the possible network."""

    certain: float
    possible: float


@dataclass(frozen=True, eq=False)
class Wiring:
    """Nodes in the order of their names, and for each the numbers of those it is tied to.

    `weights` stands beside `neighbours`, place by place.
    """

    nodes: tuple[str, ...]
    neighbours: list[list[int]]
    weights: list[list[int]]

    @property
    def pair_count(self) -> int:
        """How many pairs are tied."""
        return sum(map(len, self.neighbours)) // 2

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Yield each pair once, the lower number first, with its weight."""
        for node, others in enumerate(self.neighbours):
            for other, weight in zip(others, self.weights[node], strict=True):
                if node < other:
                    yield node, other, weight

    @cached_property
    def as_igraph(self) -> Any:  # igraph comes without types
        """The same as a graph of igraph, weights as the edge attribute ``weight``."""
        import igraph

        rows = list(self.pairs())
        graph = igraph.Graph(len(self.nodes), [row[:2] for row in rows])
        graph.es["weight"] = [weight for _, _, weight in rows]
        return graph


def simple_weighted(network: nx.MultiDiGraph) -> nx.Graph:
    """Return the network with each pair once; `weight` is its number of distinct records.

    Nodes keep their attributes; those that nothing ties stay.
    """
    graph = nx.Graph(**network.graph)
    graph.add_nodes_from((node, dict(network.nodes[node])) for node in sorted(network))
    graph.add_weighted_edges_from(sorted(_counted(network)))
    return graph


def wire_network(network: nx.MultiDiGraph) -> Wiring:
    """Return the pairs of a network by number, weighed as `simple_weighted` does.

    Without the graph in between it takes half the time.
    """
    return wire_pairs(tuple(sorted(network)), _counted(network))


def _counted(network: nx.MultiDiGraph) -> Iterator[tuple[str, str, int]]:
    """Yield each tied pair, in the order of its names, and how many records tie it."""
    behind: dict[tuple[str, str], str | set[str]] = {}
    for source, target, key, tie in network.edges(keys=True, data=True):
        if source == target:
            continue
        pair = (source, target) if source < target else (target, source)
        records = tie.get("records") or tie.get("record") or str(key)
        known = behind.get(pair)
        if known is None:
            behind[pair] = records  # most pairs have one tie: a set for each would cost more
        elif isinstance(known, set):
            known.update(records.split())
        elif known != records:
            behind[pair] = {*known.split(), *records.split()}
    for (one, other), records in behind.items():
        yield one, other, len(set(records.split()) if isinstance(records, str) else records)


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
    rows: list[list[tuple[int, int]]] = [[] for _ in nodes]
    for source, target, weight in pairs:
        one, other = number[source], number[target]
        rows[one].append((other, weight or 1))
        rows[other].append((one, weight or 1))
    for row in rows:
        row.sort()  # sums of fractions depend on their order
    return Wiring(
        nodes,
        [[other for other, _ in row] for row in rows],
        [[weight for _, weight in row] for row in rows],
    )
