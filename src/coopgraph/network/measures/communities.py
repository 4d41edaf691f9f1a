"""Communities: groups that have more ties within than chance would give them.

Found by the Leiden algorithm of igraph where it is installed (Traag, Waltman and van Eck 2019),
else by the Louvain algorithm of networkx (Blondel and others 2008). Both look for a division of
high modularity (Newman and Girvan 2004), ties weighted by records; they agree on what is clear and
may differ on what is not, so ask for one by name where two machines must give the same. The same
seed and engine give the same groups, whatever the names hash to.

Leiden goes on until nothing moves any more; above `STABLE_UP_TO` pairs, where that takes seconds,
for `ROUNDS_ABOVE` rounds: at 200,000 pairs of no clear grouping that is a modularity of 0.191 in
place of 0.193, in a twelfth of the time.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> for pair in ("ab", "bc", "ca", "xy", "yz", "zx", "cx"):
...     _ = network.add_edge(pair[0], pair[1], record=pair)
>>> find_communities(network, engine="networkx")
{'a': 0, 'b': 0, 'c': 0, 'x': 1, 'y': 1, 'z': 1}
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

from coopgraph.network.measures.engines import (
    Engine,
    choose_engine,
    has_igraph,
    igraph_seeded,
)
from coopgraph.network.measures.pairs import Range, wire_network
from coopgraph.network.slices import between

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from coopgraph.network.measures.pairs import Wiring

__all__ = [
    "ROUNDS_ABOVE",
    "STABLE_UP_TO",
    "Community",
    "divide",
    "find_communities",
    "list_communities",
    "measure_modularity",
]

STABLE_UP_TO: Final = 10_000
"""Up to so many pairs Leiden goes on until nothing moves."""
ROUNDS_ABOVE: Final = 4
_UNTIL_STABLE: Final = -1  # as igraph has it


class Community(NamedTuple):
    """One community: its members, those with most records first, and how many of each side.

    `size` counts the members that are tied in the certain and in the possible network.
    """

    number: int
    members: tuple[str, ...]
    size: Range
    sides: dict[str, int]


def find_communities(
    network: nx.MultiDiGraph | Wiring, *, seed: int = 0, engine: Engine = "auto"
) -> dict[str, int]:
    """Return the community of each node: 0 is the largest; a node without ties is one by itself.

    Communities of one size are numbered in the order of their first names. `network` may be wired
    already (`coopgraph.network.measures.pairs.wire_network`).

    Raises:
        MissingExtra: igraph was asked for and is not installed.
    """
    wiring = wire_network(network)
    numbers = divide(wiring, seed=seed, engine=engine)
    return dict(zip(wiring.nodes, numbers, strict=True))


def list_communities(
    network: nx.MultiDiGraph,
    first: date | None = None,
    last: date | None = None,
    *,
    seed: int = 0,
    engine: Engine = "auto",
) -> list[Community]:
    """Return the communities of two or more of the possible network of a period, largest first.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: `last` lies before `first`.
    """
    part = between(network, first, last)
    certain = set(between(network, first, last, mode="certainly"))
    wiring = wire_network(part)
    strength = dict(zip(wiring.nodes, map(sum, wiring.weights), strict=True))
    members: dict[int, list[str]] = {}
    for node, number in find_communities(wiring, seed=seed, engine=engine).items():
        members.setdefault(number, []).append(node)
    found = []
    for number, nodes in sorted(members.items()):
        if len(nodes) > 1:
            sides = Counter(str(part.nodes[node].get("side", "")) for node in nodes)
            nodes.sort(key=lambda node: (-strength[node], node))
            sizes = Range(sum(node in certain for node in nodes), len(nodes))
            found.append(Community(number, tuple(nodes), sizes, dict(sides)))
    return found


def divide(wiring: Wiring, *, seed: int = 0, engine: Engine = "auto") -> list[int]:
    """Return the community of each node by its number.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
    """
    preferred: Engine = "igraph" if engine == "auto" and has_igraph() else engine
    leiden = choose_engine(preferred, len(wiring.nodes)) == "igraph"
    groups = _leiden(wiring, seed) if leiden else _louvain(wiring, seed)
    found = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    numbers = [0] * len(wiring.nodes)
    for number, group in enumerate(found):
        for node in group:
            numbers[node] = number
    return numbers


def measure_modularity(wiring: Wiring, communities: Mapping[int, int] | list[int]) -> float | None:
    """Return how much more weight lies within communities than chance would put there.

    None where nothing is tied.
    """
    strengths = [sum(weights) for weights in wiring.weights]
    whole = sum(strengths)
    if not whole:
        return None
    within: dict[int, int] = {}
    total: dict[int, int] = {}
    for node, strength in enumerate(strengths):
        total[communities[node]] = total.get(communities[node], 0) + strength
    for one, other, weight in wiring.pairs():
        if communities[one] == communities[other]:
            within[communities[one]] = within.get(communities[one], 0) + 2 * weight
    return sum(within.get(c, 0) / whole - (total[c] / whole) ** 2 for c in sorted(total))


def _louvain(wiring: Wiring, seed: int) -> Collection[Collection[int]]:
    # Numbers in place of names: networkx walks sets, and only sets of numbers keep their order.
    graph = nx.Graph()
    graph.add_nodes_from(range(len(wiring.nodes)))
    graph.add_weighted_edges_from(wiring.pairs())
    found: Collection[Collection[int]] = nx.community.louvain_communities(graph, seed=seed)
    return found


def _leiden(wiring: Wiring, seed: int) -> Collection[Collection[int]]:
    rounds = _UNTIL_STABLE if wiring.pair_count <= STABLE_UP_TO else ROUNDS_ABOVE
    with igraph_seeded(seed):
        found = wiring.as_igraph.community_leiden(
            objective_function="modularity", weights="weight", n_iterations=rounds
        )
    return [list(group) for group in found]
