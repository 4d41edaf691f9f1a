import os
import random
import subprocess
import sys
from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures import communities
from coopgraph.network.measures.communities import (
    divide,
    find_communities,
    list_communities,
    measure_modularity,
)
from coopgraph.network.measures.pairs import simple_weighted, wire, wire_network

CLIQUES = ["ab", "ac", "ad", "bc", "bd", "cd", "ef", "eg", "fg", "de"]
DRAWN = """
import networkx
from coopgraph.network.measures.communities import find_communities
network = networkx.MultiDiGraph()
for number, (one, other) in enumerate(networkx.gnm_random_graph(60, 120, seed=5).edges):
    network.add_edge(f"n{one}", f"n{other}", record=f"r{number}")
for engine in ("networkx", "igraph"):
    print(sorted(find_communities(network, seed=3, engine=engine).items()))
"""


def test_two_cliques_are_two_communities(engine: Any) -> None:
    found = find_communities(network_of(CLIQUES), engine=engine)
    assert found == {"a": 0, "b": 0, "c": 0, "d": 0, "e": 1, "f": 1, "g": 1}


def test_who_is_tied_to_nobody_is_alone(engine: Any) -> None:
    network = network_of(["ab"])
    network.add_nodes_from("xy")
    assert find_communities(network, engine=engine) == {"a": 0, "b": 0, "x": 1, "y": 2}


def test_the_same_whatever_names_hash_to() -> None:
    told = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", DRAWN],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        told.add(done.stdout)
    assert len(told) == 1


def test_chance_elsewhere_neither_matters_nor_changes() -> None:
    network = network_of(CLIQUES)
    random.seed(1)
    first = find_communities(network, engine="igraph")
    state = random.getstate()
    assert find_communities(network, engine="igraph") == first
    assert random.getstate() == state


def test_both_ways_find_divisions_of_like_quality() -> None:
    graph = nx.connected_caveman_graph(8, 6)
    network = nx.MultiDiGraph(nx.relabel_nodes(graph, str))
    wiring = wire(simple_weighted(network))
    told: list[float] = []
    for engine in ("networkx", "igraph"):
        numbers = divide(wiring, engine=engine)
        told.append(measure_modularity(wiring, numbers) or 0.0)
    assert told[0] == pytest.approx(told[1], abs=0.02)
    assert min(told) > 0.7


@QUICK
@given(networks())
def test_modularity_is_that_of_networkx(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    wiring = wire(graph)
    numbers = divide(wiring, engine="networkx")
    found = measure_modularity(wiring, numbers)
    if not graph.number_of_edges():
        assert found is None
        return
    groups = [
        {node for node, n in zip(wiring.nodes, numbers, strict=True) if n == number}
        for number in set(numbers)
    ]
    assert found == pytest.approx(nx.community.modularity(graph, groups))


def test_a_list_tells_members_of_both_networks_and_their_sides() -> None:
    sure = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end"), "2010-01-01")
    network = network_of(CLIQUES[:6], {"france": "ab", "quebec": "cd"}, **sure)
    for one in "ac":
        network.add_edge(one, "x", key=f"v{one}", record="v", earliest_begin="2010-01-01")
    [found] = list_communities(network, date(2010, 1, 1), None, engine="networkx")
    assert found.members == ("a", "c", "b", "d", "x")
    assert found.size == (4, 5)
    assert found.sides == {"quebec": 2, "france": 2, "": 1}
    assert list_communities(network, None, date(2009, 1, 1)) == []


def test_a_large_network_is_left_after_a_few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = []
    ring = [f"{one}{other}" for one, other in zip("abcdefgh", "bcdefgha", strict=True)]
    wiring = wire_network(network_of([*ring, "ac", "eg"]))

    class Graph:
        def community_leiden(self, *, n_iterations: int, **_: str) -> list[list[int]]:
            rounds.append(n_iterations)
            return [[*range(8)]]

    monkeypatch.setitem(wiring.__dict__, "as_igraph", Graph())
    for stable_up_to in (10, 9):
        monkeypatch.setattr(communities, "STABLE_UP_TO", stable_up_to)
        assert communities.divide(wiring, engine="igraph") == [0] * 8
    assert rounds == [-1, communities.ROUNDS_ABOVE]
