from datetime import date
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Store
from tests.network.measures.conftest import network_of

from coopgraph.errors import UsageError
from coopgraph.network.measures.brokers import WITH_SHORES, find_bridges, find_brokers
from coopgraph.network.projections import PROJECTIONS, project

SIDES = {"france": "abc", "quebec": "xyz"}
SURE = dict.fromkeys(("earliest_begin", "latest_begin", "earliest_end", "latest_end"), "2010-05-01")
VAGUE = {"earliest_begin": "2010-05-01", "latest_end": "2012-05-01"}
PAIRS = ["ab", "bx", "xy"]


def test_the_path_over_the_ocean(engine: Any) -> None:
    found = find_brokers(network_of(PAIRS, SIDES, **SURE), engine=engine)
    # b lies between a and x, a and y; x between a and y, b and y
    assert [(broker.actor, broker.between) for broker in found] == [("b", (2, 2)), ("x", (2, 2))]
    assert found[0].errors == (0, 0)
    assert found[0].certain == found[0].possible
    assert found[0].possible.shore_pairs == 2


def test_a_vague_date_makes_a_range() -> None:
    network = network_of(PAIRS, SIDES, **SURE)
    network.add_edge("y", "z", key="v", record="v", **VAGUE)
    # z hangs on y, and possibly only: a and b reach it through x and y
    told = [(broker.actor, broker.between) for broker in find_brokers(network)]
    assert told == [("x", (2, 4)), ("b", (2, 3)), ("y", (0, 2))]
    assert find_brokers(network)[2].possible.alone == ("z",)
    by_certain = find_brokers(network, rank="certainly")
    assert [broker.actor for broker in by_certain] == ["x", "b"]
    assert [broker.actor for broker in find_brokers(network, top=1)] == ["x"]


def test_a_broker_that_is_only_possible_loses_nothing_for_certain() -> None:
    network = network_of(PAIRS, SIDES, **VAGUE)
    found = find_brokers(network)[0]
    assert found.between == (0, 2)
    assert found.certain == (0, 0, 0, 0, 0, 0, 0, 0, (), ())
    assert find_brokers(network, rank="certainly") == []
    assert find_brokers(network, date(2013, 1, 1), None) == []


def test_ties_within_a_shore_make_no_broker() -> None:
    assert find_brokers(network_of(["ab", "bc", "xy", "yz"], SIDES, **SURE)) == []


def test_bridges_between_the_shores() -> None:
    network = network_of(PAIRS, SIDES, **SURE)
    network.add_edge("y", "c", key="v", record="v", **VAGUE)
    found = find_bridges(network)
    assert [(bridge.source, bridge.target) for bridge in found] == [("b", "x"), ("c", "y")]
    assert (found[0].records, found[0].pairs, found[0].shore_pairs) == ((1, 1), (4, 6), (4, 4))
    assert (found[1].records, found[1].pairs, found[1].shore_pairs) == ((0, 1), (0, 4), (0, 2))
    assert find_bridges(network, top=1) == found[:1]


def test_a_network_without_shores_is_refused() -> None:
    for find in (find_brokers, find_bridges):
        with pytest.raises(UsageError, match="shores"):
            find(network_of(["ab"], {"france": "ab"}, **SURE))


def test_the_projections_that_have_brokers_are_named(dune: Store) -> None:
    for name in PROJECTIONS:
        network = project(dune, name)
        if name in WITH_SHORES:
            assert {"france", "quebec"} <= {side for _, side in network.nodes(data="side")}
            find_brokers(network)
        else:
            with pytest.raises(UsageError) as refused:
                find_bridges(network)
            for language in ("fr", "en"):
                assert ", ".join(WITH_SHORES) in refused.value.text(language)


def test_a_network_without_ties_has_no_brokers() -> None:
    alone = nx.MultiDiGraph(projection="actors")
    alone.add_node("a", side="france")
    for find in (find_brokers, find_bridges):
        assert find(nx.MultiDiGraph()) == []
        assert find(alone) == []
