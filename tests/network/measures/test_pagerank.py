import random
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures.engines import Engine
from coopgraph.network.measures.pagerank import measure_pagerank
from coopgraph.network.measures.pairs import simple_weighted, wire


@QUICK
@given(networks())
def test_both_engines_say_what_networkx_says(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    aim = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    for engine in ("networkx", "igraph"):
        found = measure_pagerank(wire(graph), engine=engine)
        assert found == pytest.approx([aim[node] for node in sorted(graph)], abs=1e-7)
        assert sum(found) == pytest.approx(1)


def test_heavier_ties_are_followed_more_often() -> None:
    middle, heavy, light = measure_pagerank(wire(simple_weighted(network_of(["ab", "ab", "ac"]))))
    assert middle > heavy > light


def test_who_is_tied_to_nobody_has_the_share_of_chance() -> None:
    network = network_of([])
    network.add_nodes_from("ab")
    assert measure_pagerank(wire(simple_weighted(network))) == pytest.approx([0.5, 0.5])
    assert measure_pagerank(wire(nx.Graph())) == []


def test_no_measure_of_the_core_needs_numpy() -> None:
    script = """
import sys
for name in ("numpy", "scipy", "igraph"):
    sys.modules[name] = None
import networkx
from coopgraph.network.measures import *
from coopgraph.network.measures import engines
engines.has_igraph = lambda: False
from coopgraph.network.measures import communities
communities.has_igraph = lambda: False
network = networkx.MultiDiGraph()
network.add_node("a", side="france")
network.add_node("b", side="quebec")
days = {"earliest_begin": "2010", "latest_begin": "2010", "earliest_end": "2010"}
network.add_edge("a", "b", record="r", **days)
print(measure_nodes(network), find_communities(network), find_brokers(network))
print(measure_shape(network), len(measure_over_time(network, 2010, 2011)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "'pagerank': 0.5" in done.stdout


@pytest.mark.parametrize(("actors", "pairs"), [(60, 60), (300, 1500), (40, 700)])
def test_sparse_and_dense_networks_are_exact(actors: int, pairs: int, engine: Engine) -> None:
    # tree-like: all is eliminated; dense: nothing is; between them: both ways meet
    graph = nx.gnm_random_graph(actors, pairs, seed=7)
    for number, (one, other) in enumerate(graph.edges):
        graph.edges[one, other]["weight"] = 1 + number % 5
    named = nx.relabel_nodes(graph, {node: f"{node:03}" for node in graph})
    found = measure_pagerank(wire(named), engine=engine)
    aim = nx.pagerank(named, tol=1e-14, max_iter=2000)
    assert (
        sum(abs(share - aim[node]) for node, share in zip(sorted(named), found, strict=True))
        < 1.1e-9
    )


def test_chance_elsewhere_neither_matters_nor_changes(engine: str) -> None:
    pairs = [f"{one}{other}" for one, other in zip("abcdefgh", "bcdefgha", strict=True)]
    told = []
    for seed in (1, 2):
        random.seed(seed)
        state = random.getstate()
        wiring = wire(simple_weighted(network_of([*pairs, "ae", "bd"])))
        told.append(measure_pagerank(wiring, engine=engine))  # type: ignore[arg-type]  # both exist
        assert random.getstate() == state
    assert told[0] == told[1]
