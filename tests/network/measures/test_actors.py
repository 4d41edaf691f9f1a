from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.network.measures.conftest import QUICK, network_of, networks, renamed

from coopgraph.network.measures.actors import NODE_MEASURES, measure_nodes


def test_a_bridge_between_two_triangles(engine: Any) -> None:
    found = measure_nodes(network_of(["ab", "bc", "ca", "cd", "de", "ef", "fd"]), engine=engine)
    assert list(found) == list("abcdef")
    assert list(found["c"]) == list(NODE_MEASURES)
    # of the 10 pairs of others, c lies between a, b and d, e, f: 6
    assert found["c"]["betweenness"] == pytest.approx(0.6)
    assert (found["c"]["degree"], found["a"]["degree"], found["c"]["core"]) == (3, 2, 2)
    assert found["c"]["pagerank"] == pytest.approx(found["d"]["pagerank"])


def test_strength_counts_records_and_degree_partners(engine: Any) -> None:
    found = measure_nodes(network_of(["ab", "ab", "bc"]), engine=engine)
    assert (found["b"]["degree"], found["b"]["strength"]) == (2, 3)


@QUICK
@given(networks())
def test_names_change_nothing(network: nx.MultiDiGraph) -> None:
    other, names = renamed(network)
    ours, theirs = measure_nodes(network), measure_nodes(other)
    for node, figures in ours.items():
        assert theirs[names[node]] == pytest.approx(figures, abs=1e-9)


def test_some_measures_only_and_an_estimate_with_its_error() -> None:
    network = network_of(["ab", "bc", "cd"])
    assert measure_nodes(network, measures=["core"])["a"] == {"core": 1.0}
    guess = measure_nodes(network, measures=["betweenness"], pivots=2)["b"]
    assert set(guess) == {"betweenness", "betweenness_error"}
    assert measure_nodes(nx.MultiDiGraph()) == {}


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(ValueError, match="fame"):
        measure_nodes(network_of(["ab"]), measures=["fame"])
