import networkx as nx
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures.pairs import simple_weighted, wire, wire_network, wire_numbers


def test_a_pair_weighs_as_much_as_it_has_distinct_records() -> None:
    network = network_of(["ab", "ba", "bc"])
    network.add_edge("a", "b", key="term-2", record="r0")  # a second term of the same agreement
    graph = simple_weighted(network)
    assert dict(graph.edges["a", "b"]) == {"weight": 2}
    assert dict(graph.edges["b", "c"]) == {"weight": 1}


def test_records_of_a_projection_count_each() -> None:
    network = network_of([])
    network.add_edge("a", "b", key="k", record="visit", records="visit fair")
    network.add_edge("a", "b", key="l", records="fair loan")
    assert simple_weighted(network).edges["a", "b"]["weight"] == 3


def test_a_record_that_a_tie_names_twice_counts_once() -> None:
    network = network_of(["ab"])
    network.add_edge("a", "c", key="k", records="visit visit")
    assert dict(simple_weighted(network).edges["a", "c"]) == {"weight": 1}


def test_a_tie_without_a_record_counts_by_its_key_and_loops_do_not_count() -> None:
    network = nx.MultiDiGraph()
    network.add_edge("a", "b", key="k")
    network.add_edge("a", "b", key="l")
    network.add_edge("a", "a", key="m")
    assert list(simple_weighted(network).edges(data="weight")) == [("a", "b", 2)]


def test_nodes_keep_what_they_have_and_the_network_stays_as_it_was() -> None:
    network = network_of(["ab"], {"france": "ax"})
    graph = simple_weighted(network)
    assert graph.nodes["x"] == {"side": "france"}
    graph.nodes["x"]["side"] = "quebec"
    assert network.nodes["x"]["side"] == "france"


def test_rows_are_sorted_and_weights_stand_beside_them() -> None:
    wiring = wire_network(network_of(["cb", "ac", "ca", "cd", "dd"]))
    assert (wiring.ones, wiring.others, wiring.counts) == ([0, 1, 2], [2, 2, 3], [2, 1, 1])
    assert wiring.neighbours == [[2], [2], [0, 1, 3], [2]]
    assert wiring.weights == [[2], [1], [2, 1, 1], [1]]
    assert wiring.as_igraph.get_edgelist() == [(0, 2), (1, 2), (2, 3)]
    assert wiring.as_igraph.es["weight"] == [2, 1, 1]


def test_nobody_is_tied() -> None:
    wiring = wire_numbers(("a", "b"), [])
    assert (wiring.pair_count, wiring.neighbours, wiring.weights) == (0, [[], []], [[], []])
    assert wiring.as_igraph.vcount() == 2
    assert wire_network(nx.MultiDiGraph()).nodes == ()


@QUICK
@given(networks())
def test_numbers_stand_for_the_same_pairs(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    wiring = wire(graph)
    told = {(wiring.nodes[a], wiring.nodes[b]): weight for a, b, weight in wiring.pairs()}
    assert told == {tuple(sorted(pair)): w for *pair, w in graph.edges(data="weight")}
    assert wiring.pair_count == graph.number_of_edges()
    assert list(wiring.nodes) == sorted(network)
