from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures import betweenness
from coopgraph.network.measures.betweenness import measure_betweenness
from coopgraph.network.measures.pairs import Wiring, simple_weighted, wire

STAR = ["ab", "ac", "ad", "ae"]
SQUARE = ["ab", "bc", "cd", "da"]


def wired(pairs: list[str]) -> Wiring:
    return wire(simple_weighted(network_of(pairs)))


def test_known_networks(engine: Any) -> None:
    assert measure_betweenness(wired(STAR), engine=engine).values == [6, 0, 0, 0, 0]
    assert measure_betweenness(wired(["ab", "bc", "cd"]), engine=engine).values == [0, 2, 2, 0]
    # two ways round the square: each corner lies on half of one pair
    assert measure_betweenness(wired(SQUARE), engine=engine).values == [0.5] * 4
    assert measure_betweenness(wire(nx.Graph()), engine=engine).values == []


def test_only_pairs_of_the_two_groups_count(engine: Any) -> None:
    path = wired(["ab", "bc", "cd"])
    found = measure_betweenness(path, engine=engine, sources=[0], targets=[2, 3])
    assert found.values == [0, 2, 1, 0]
    assert found.exact
    assert found.errors == [0.0] * 4


@QUICK
@given(networks())
def test_both_engines_say_what_networkx_says(network: nx.MultiDiGraph) -> None:
    graph = simple_weighted(network)
    wiring = wire(graph)
    aim = nx.betweenness_centrality(graph, normalized=False)
    for engine in ("networkx", "igraph"):
        found: Any = measure_betweenness(wiring, engine=engine)
        assert found.values == pytest.approx([aim[node] for node in wiring.nodes])


@QUICK
@given(networks())
def test_both_engines_agree_on_what_lies_between_two_groups(network: nx.MultiDiGraph) -> None:
    wiring = wire(simple_weighted(network))
    count = len(wiring.nodes)
    starts, ends = range(0, count, 2), range(1, count, 2)
    ours = measure_betweenness(wiring, engine="networkx", sources=starts, targets=ends)
    theirs = measure_betweenness(wiring, engine="igraph", sources=starts, targets=ends)
    assert ours.values == pytest.approx(theirs.values)
    aim = nx.betweenness_centrality_subset(
        simple_weighted(network),
        [wiring.nodes[place] for place in starts],
        [wiring.nodes[place] for place in ends],
    )
    # networkx halves what it counts once
    assert ours.values == pytest.approx([2 * aim[node] for node in wiring.nodes])


def grown_network() -> Wiring:
    graph = nx.barabasi_albert_graph(300, 2, seed=4)
    return wire(nx.relabel_nodes(graph, {node: f"{node:03}" for node in graph}))


def test_an_estimate_says_so_and_lies_within_its_error(engine: Any) -> None:
    wiring = grown_network()
    exact = measure_betweenness(wiring, engine=engine)
    guess = measure_betweenness(wiring, engine=engine, pivots=100, seed=1)
    assert (guess.exact, guess.pivots, exact.exact) == (False, 100, True)
    strongest = sorted(range(300), key=lambda node: -exact.values[node])[:10]
    for node in strongest:
        assert guess.errors[node] > 0
        assert abs(guess.values[node] - exact.values[node]) < 4 * guess.errors[node]
    assert guess == measure_betweenness(wiring, engine=engine, pivots=100, seed=1)
    assert guess != measure_betweenness(wiring, engine=engine, pivots=100, seed=2)


def test_engines_estimate_from_the_same_starting_points() -> None:
    by_hand = measure_betweenness(grown_network(), engine="networkx", pivots=50)
    by_igraph = measure_betweenness(grown_network(), engine="igraph", pivots=50)
    assert by_hand.values == pytest.approx(by_igraph.values)
    assert by_hand.errors == pytest.approx(by_igraph.errors)


def test_above_the_stated_size_it_estimates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(betweenness, "EXACT_STEPS", {"networkx": 1000, "igraph": 1000})
    found = measure_betweenness(grown_network())
    assert (found.exact, found.pivots) == (False, betweenness.FEWEST_PIVOTS)
    assert measure_betweenness(grown_network(), pivots=0).exact


def test_all_starting_points_are_exact() -> None:
    assert measure_betweenness(wired(STAR), pivots=5).exact
    assert not any(measure_betweenness(wired(STAR), pivots=5).errors)


def test_groups_come_together_and_share_nobody() -> None:
    with pytest.raises(ValueError, match="together"):
        measure_betweenness(wired(STAR), sources=[0])
    with pytest.raises(ValueError, match="share"):
        measure_betweenness(wired(STAR), sources=[0, 1], targets=[1])
