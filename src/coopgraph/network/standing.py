"""How each actor of a picture stands among the others: its measures and its community.

>>> found = standing("abc", [("a", "b", "visit"), ("b", "c", "fair")])
>>> found["b"].measures["betweenness"], found["b"].community
(1.0, 0)

Pictures hold their ties as plain rows; here they become a network, and
`coopgraph.network.measures` does the rest. networkx is the engine whether or not igraph is there,
so that a page is the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

from coopgraph.network.measures import find_communities, measure_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Standing", "standing"]

_SMALLEST_COMMUNITY: Final = 3


class Standing(NamedTuple):
    """The measures of an actor by name, and its community: 0 is the largest, -1 none."""

    measures: Mapping[str, float]
    community: int


def standing(actors: Iterable[str], ties: Iterable[tuple[str, str, str]]) -> dict[str, Standing]:
    """Return how each actor stands; `ties` are two actors and the record that ties them.

    A community of fewer than three is none.
    """
    network = nx.MultiDiGraph()
    network.add_nodes_from(sorted(actors))
    for source, target, record in ties:
        network.add_edge(source, target, record=record)
    numbers = find_communities(network, engine="networkx")
    sizes = Counter(numbers.values())
    return {
        node: Standing(
            measures, numbers[node] if sizes[numbers[node]] >= _SMALLEST_COMMUNITY else -1
        )
        for node, measures in measure_nodes(network, engine="networkx").items()
    }
