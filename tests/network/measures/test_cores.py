import networkx as nx
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures.cores import measure_cores
from coopgraph.network.measures.pairs import simple_weighted, wire


@QUICK
@given(networks())
def test_both_engines_say_what_networkx_says(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    aim = nx.core_number(graph)
    wiring = wire(graph)
    assert measure_cores(wiring, engine="networkx") == [aim[node] for node in wiring.nodes]
    assert measure_cores(wiring, engine="igraph") == [aim[node] for node in wiring.nodes]


def test_a_larger_network_too() -> None:
    graph = nx.gnm_random_graph(200, 900, seed=3)
    graph = nx.relabel_nodes(graph, {node: f"{node:03}" for node in graph})
    aim = nx.core_number(graph)
    assert measure_cores(wire(graph), engine="networkx") == [aim[node] for node in sorted(graph)]


def test_a_clique_with_a_tail() -> None:
    pairs = ["ab", "ac", "ad", "bc", "bd", "cd", "de", "ef"]
    assert measure_cores(wire(simple_weighted(network_of(pairs)))) == [3, 3, 3, 3, 1, 1]
    assert measure_cores(wire(nx.Graph())) == []
