from itertools import combinations

import networkx as nx
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures.apart import lose_actor, lose_bridges
from coopgraph.network.measures.pairs import Wiring, simple_weighted, wire

TWO_TRIANGLES = ["ab", "bc", "ca", "cd", "de", "ef", "fd", "dx"]
SIDES = {"france": "abc", "quebec": "def"}


def wired(network: nx.MultiDiGraph) -> tuple[Wiring, list[str]]:
    graph = simple_weighted(network)
    return wire(graph), [str(graph.nodes[node].get("side", "")) for node in sorted(graph)]


def test_who_holds_two_triangles_together() -> None:
    wiring, sides = wired(network_of([*TWO_TRIANGLES, "cd"], SIDES))
    loss = lose_actor(wiring, sides, wiring.nodes.index("d"))
    assert (loss.ties, loss.records, loss.shore_ties, loss.pieces) == (4, 5, 1, 3)
    # pieces abc, ef, x: 3·2 + 3·1 + 2·1 pairs, of which those of abc with ef cross
    assert (loss.pairs, loss.shore_pairs) == (11, 6)
    assert (loss.components_before, loss.components_after) == (1, 2)
    assert loss.alone == ("x",)
    assert loss.split_off == (("e", "f"),)


def test_without_who_is_not_between_nothing_falls_apart() -> None:
    wiring, sides = wired(network_of(TWO_TRIANGLES, SIDES))
    loss = lose_actor(wiring, sides, wiring.nodes.index("a"))
    assert (loss.ties, loss.pieces, loss.pairs, loss.split_off, loss.alone) == (2, 1, 0, (), ())
    pair, two = wired(network_of(["ab", "cd"], SIDES))
    assert lose_actor(pair, two, 0)[-4:] == (2, 1, ("b",), ())


def test_who_is_tied_to_nobody_leaves_nothing() -> None:
    network = network_of(["ab"], SIDES)
    wiring, sides = wired(network)
    loss = lose_actor(wiring, sides, wiring.nodes.index("f"))
    assert loss[:8] == (0, 0, 0, 0, 0, 0, 1, 1)


def test_ties_that_all_hangs_on() -> None:
    wiring, sides = wired(network_of(TWO_TRIANGLES, SIDES))
    told = {
        wiring.nodes[loss.one] + wiring.nodes[loss.other]: (loss.pairs, loss.shore_pairs)
        for loss in lose_bridges(wiring, sides)
    }
    assert told == {"cd": (12, 9), "dx": (6, 0)}


def joined(graph: nx.Graph, sides: dict[str, str]) -> tuple[int, int]:
    """Return how many pairs, and pairs of both shores, can reach each other."""
    pairs = [
        pair for part in nx.connected_components(graph) for pair in combinations(sorted(part), 2)
    ]
    crossing = [1 for a, b in pairs if {sides[a], sides[b]} == {"france", "quebec"}]
    return len(pairs), len(crossing)


@QUICK
@given(networks())
def test_losses_are_what_is_missing_afterwards(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    wiring, sides = wired(network)
    of = dict(zip(wiring.nodes, sides, strict=True))
    for place, node in enumerate(wiring.nodes):
        loss = lose_actor(wiring, sides, place)
        rest = graph.copy()
        rest.remove_node(node)
        own = [x for x in nx.node_connected_component(graph, node) if x != node]
        crossing = [x for x in own if {of[x], of[node]} == {"france", "quebec"}]
        before, after = joined(graph, of), joined(rest, of)
        assert loss.pairs == before[0] - after[0] - len(own)
        assert loss.shore_pairs == before[1] - after[1] - len(crossing)
        groups = [part for part in nx.connected_components(rest) if len(part) > 1]
        assert loss.components_after == len(groups)
    bridges = {tuple(sorted(pair)) for pair in nx.bridges(graph)}
    found = lose_bridges(wiring, sides)
    assert {(wiring.nodes[one], wiring.nodes[other]) for one, other, *_ in found} == bridges
    for bridge in found:
        rest = graph.copy()
        rest.remove_edge(wiring.nodes[bridge.one], wiring.nodes[bridge.other])
        after = joined(rest, of)
        assert (bridge.pairs, bridge.shore_pairs) == (before[0] - after[0], before[1] - after[1])
