from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks, renamed

from coopgraph.network.measures.pairs import simple_weighted, wire
from coopgraph.network.measures.shape import (
    SHAPE_MEASURES,
    measure_assortativity,
    measure_shape,
)

SIDES = {"france": "abc", "quebec": "def"}
TWO_TRIANGLES = ["ab", "bc", "ca", "cd", "de", "ef", "fd"]


def test_two_triangles_joined_by_a_tie_across(engine: Any) -> None:
    found = measure_shape(network_of(TWO_TRIANGLES, SIDES), engine=engine)
    assert list(found) == list(SHAPE_MEASURES)
    assert found == pytest.approx(
        {
            "actors": 6,
            "pairs": 7,
            "records": 7,
            "density": 7 / 15,
            "components": 1,
            "largest-component": 6,
            "mean-degree": 14 / 6,
            "mean-strength": 14 / 6,
            "highest-core": 2,
            # both ends of the bridge lie at 0.6, the four others at 0
            "betweenness-centralisation": 4 * 0.6 / 5,
            "highest-pagerank": max(nx.pagerank(nx.Graph(map(tuple, TWO_TRIANGLES))).values()),
            "communities": 2,
            "modularity": 2 * (6 / 14 - 0.25),
            "bridges": 1,
            "shore-pairs": 1,
            "side-assortativity": (6 / 7 - 0.5) / 0.5,
        },
        abs=1e-6,
    )


def test_a_star_is_centralised_and_a_ring_is_not() -> None:
    star, ring = network_of(["ab", "ac", "ad"]), network_of(["ab", "bc", "cd", "da"])
    name = "betweenness-centralisation"
    assert measure_shape(star, measures=[name]) == {name: pytest.approx(1)}
    assert measure_shape(ring, measures=[name]) == {name: pytest.approx(0)}


def test_what_cannot_be_told_is_none() -> None:
    found = measure_shape(nx.MultiDiGraph())
    assert found["actors"] == 0
    assert {name for name, value in found.items() if value is None} == {
        "density",
        "mean-degree",
        "mean-strength",
        "betweenness-centralisation",
        "highest-pagerank",
        "modularity",
        "side-assortativity",
    }
    one_side = measure_shape(network_of(["ab"], {"france": "ab"}))
    assert one_side["side-assortativity"] is None


@QUICK
@given(networks())
def test_assortativity_is_that_of_networkx(network: nx.MultiDiGraph) -> None:
    for node in network:
        network.nodes[node].setdefault("side", "nowhere")
    graph = simple_weighted(network)
    wiring = wire(graph)
    found = measure_assortativity(wiring, [graph.nodes[node]["side"] for node in wiring.nodes])
    if found is not None:
        assert found == pytest.approx(nx.attribute_assortativity_coefficient(graph, "side"))


def test_actors_of_unknown_side_do_not_count_as_a_side() -> None:
    known = network_of(["ad", "be", "ab"], SIDES)
    more = network_of(["ad", "be", "ab", "ax", "xy"], SIDES)
    name = "side-assortativity"
    assert measure_shape(known, measures=[name]) == measure_shape(more, measures=[name])


@QUICK
@given(networks())
def test_names_change_nothing_but_the_choice_among_equal_divisions(
    network: nx.MultiDiGraph,
) -> None:
    measures = [name for name in SHAPE_MEASURES if name not in ("communities", "modularity")]
    other, _ = renamed(network)
    ours = measure_shape(network, measures=measures)
    assert measure_shape(other, measures=measures) == pytest.approx(ours, abs=1e-9)


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(ValueError, match="fame"):
        measure_shape(network_of(["ab"]), measures=["fame"])
