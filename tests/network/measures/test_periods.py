from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.measures.conftest import QUICK, network_of, networks

from coopgraph.network.measures.actors import NODE_MEASURES, measure_nodes
from coopgraph.network.measures.betweenness import Betweenness
from coopgraph.network.measures.catalogue import MEASURES
from coopgraph.network.measures.periods import (
    communities_over_time,
    measure_actors_over_time,
    measure_over_time,
    snapshots,
)
from coopgraph.network.measures.shape import SHAPE_MEASURES, measure_shape
from coopgraph.network.slices import between

VAGUE = {
    "earliest_begin": "2010-04-01",
    "latest_begin": "2011-04-30",
    "earliest_end": "2011-04-30",
    "latest_end": "2011-04-30",
}


def figures(network: nx.MultiDiGraph, measure: str) -> list[tuple[float | None, float | None]]:
    rows = measure_over_time(network, 2009, 2012, measures=[measure])
    return [(row.certain, row.possible) for row in rows]


def test_a_vague_date_makes_a_range() -> None:
    network = network_of(["ab", "bc"], {}, **VAGUE)
    # possibly from 2010 on, but certainly on one day of 2011 only
    assert figures(network, "pairs") == [(0, 0), (0, 2), (2, 2), (0, 0)]
    assert figures(network, "density") == [
        (None, None),
        (None, 2 / 3),
        (2 / 3, 2 / 3),
        (None, None),
    ]


@QUICK
@given(networks(), st.booleans())
def test_a_period_is_measured_as_its_slice_is(network: nx.MultiDiGraph, growing: bool) -> None:
    rows = measure_over_time(network, 2009, 2016, step=3, growing=growing, engine="networkx")
    for row in rows:
        first, last = map(date.fromisoformat, (row.first, row.last))
        for mode, value in (("possibly", row.possible), ("certainly", row.certain)):
            if not growing:
                part = between(network, first, last, mode=mode)  # type: ignore[arg-type]  # both are modes
                loops = [(one, other) for one, other in part.edges() if one == other]
                part.remove_edges_from(loops)
                part.remove_nodes_from([node for node in list(part) if not part.degree(node)])
                found = measure_shape(part, measures=[row.measure], engine="networkx")
                assert value == pytest.approx(found[row.measure], nan_ok=True)
        if MEASURES[row.measure].grows:
            assert row.certain is not None
            assert row.possible is not None
            assert row.certain <= row.possible


@QUICK
@given(networks())
def test_what_one_actor_has_can_only_grow_where_it_counts(network: nx.MultiDiGraph) -> None:
    actor = min(network)
    for row in measure_over_time(network, 2009, 2016, step=4, actor=actor):
        assert row.measure in NODE_MEASURES
        assert row.certain is not None
        assert row.possible is not None
        if MEASURES[row.measure].grows:
            assert row.certain <= row.possible


def test_one_actor_over_time() -> None:
    network = network_of(["ab", "bc", "bc"], {}, **VAGUE)
    rows = measure_over_time(network, 2011, 2012, actor="b")
    found = {(row.first[:4], row.measure): row.possible for row in rows}
    aim = measure_nodes(network)["b"]
    assert {name: found["2011", name] for name in NODE_MEASURES} == pytest.approx(aim)
    assert {found["2012", name] for name in NODE_MEASURES} == {0.0}


@QUICK
@given(networks(), st.booleans())
def test_all_actors_have_what_each_has_alone(network: nx.MultiDiGraph, growing: bool) -> None:
    told = {"step": 4, "growing": growing, "engine": "networkx"}
    rows = measure_actors_over_time(network, 2009, 2016, **told)  # type: ignore[arg-type]  # of the types asked for
    found = {(row.first, row.actor, row.measure): (row.certain, row.possible) for row in rows}
    assert len(found) == len(rows)
    for actor in network:
        for one in measure_over_time(network, 2009, 2016, actor=actor, **told):  # type: ignore[arg-type]  # as above
            own = found.get((one.first, actor, one.measure), (0.0, 0.0))
            assert own == pytest.approx((one.certain, one.possible))


def test_the_first_actors_are_those_with_the_greatest_figure_in_any_period() -> None:
    network = network_of(["ab", "bc", "bd"], {}, **VAGUE)
    later = {"earliest_begin": "2012-01-01", "latest_end": "2012-12-31"}
    for number, other in enumerate("uvwxy"):
        network.add_edge("z", other, key=f"late{number}", record=f"late{number}", **later)
    rows = measure_actors_over_time(network, 2010, 2012, measures=["degree"], top=2)
    assert [(row.actor, row.first[:4], row.certain, row.possible) for row in rows] == [
        ("z", "2012", 0, 5),
        ("b", "2010", 0, 3),
        ("b", "2011", 3, 3),
    ]
    ranked = measure_actors_over_time(network, 2010, 2012, measures=["core"], top=2, by="degree")
    assert [row.actor for row in ranked] == [row.actor for row in rows]
    assert {row.measure for row in ranked} == {"core"}
    assert {row.errors for row in rows} == {(0.0, 0.0)}


def test_an_estimate_has_its_error_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    network = network_of(["ab", "bc", "cd", "de", "ea", "ac"], {}, **VAGUE)
    measure = "coopgraph.network.measures.actors.measure_betweenness"
    monkeypatch.setattr(measure, lambda *_, **__: Betweenness([6.0] * 5, [1.5] * 5, 3, False))
    rows = measure_actors_over_time(network, 2011, 2011, measures=["betweenness"])
    assert {(row.certain, row.errors) for row in rows} == {(1.0, (0.25, 0.25))}


def test_a_network_without_ties_has_no_actors_to_measure() -> None:
    assert measure_actors_over_time(nx.MultiDiGraph(), 2010, 2012) == []


def test_rows_come_period_by_period_in_the_order_of_the_measures() -> None:
    network = network_of(["ab"], {}, **VAGUE)
    rows = measure_over_time(network, 2010, 2011)
    assert [row.measure for row in rows] == [*SHAPE_MEASURES, *SHAPE_MEASURES]
    assert {(row.first, row.last) for row in rows} == {
        ("2010-01-01", "2010-12-31"),
        ("2011-01-01", "2011-12-31"),
    }


def test_snapshots_count_records_once() -> None:
    network = network_of(["ab", "bc"], {}, **VAGUE)
    network.add_edge("a", "c", key="k", record="r0", **VAGUE)
    [part] = snapshots(network, 2010, 2010)
    assert (part.records, part.wiring.pair_count) == (2, 3)


def test_communities_of_each_period() -> None:
    network = network_of(["ab", "cd"], {}, **VAGUE)
    found = communities_over_time(network, 2010, 2012)
    assert [division.first[:4] for division in found] == ["2010", "2011", "2012"]
    assert found[0].communities == {"a": 0, "b": 0, "c": 1, "d": 1}
    assert communities_over_time(network, 2010, 2010, mode="certainly")[0].communities == {}


def test_what_is_not_there_is_refused() -> None:
    network = network_of(["ab"])
    with pytest.raises(ValueError, match="node 'z'"):
        measure_over_time(network, 2010, 2011, actor="z")
    with pytest.raises(ValueError, match="degree"):
        measure_over_time(network, 2010, 2011, measures=["degree"])
    with pytest.raises(ValueError, match="density"):
        measure_over_time(network, 2010, 2011, measures=["density"], actor="a")
    for wrong in ({"measures": ["density"]}, {"by": "density"}):
        with pytest.raises(ValueError, match="density"):
            measure_actors_over_time(network, 2010, 2011, **wrong)


def test_every_measure_has_its_words() -> None:
    assert set(MEASURES) == {*SHAPE_MEASURES, *NODE_MEASURES}
