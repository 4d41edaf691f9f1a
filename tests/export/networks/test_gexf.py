"""GEXF: valid, with the time of every tie, and the same network when it is read again."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from coopgraph.export.networks import Selected, Selection, select
from coopgraph.export.networks.gexf import spells_of
from coopgraph.export.networks.plain import TieRow, certain_period
from coopgraph.network.projections import PROJECTIONS

SCHEMA = Path(__file__).parents[2] / "fixtures" / "gexf" / "written.xsd"
NAMESPACE = "{http://gexf.net/1.3}"
Write = Callable[[Selected, str], bytes]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


def edge(key: str, source: str, target: str, begin: str = "", end: str = "") -> TieRow:
    return TieRow(key, source, target, "", "mission", 1.0, begin, end, {})


@pytest.mark.parametrize("projection", sorted(PROJECTIONS))
def test_every_projection_is_valid(
    projection: str, selected: Selected, schema: etree.XMLSchema, write: Write
) -> None:
    part = select(selected.graph, Selection(projection=projection))
    document = etree.fromstring(write(part, "gexf"))
    assert schema.validate(document), schema.error_log
    assert len(document.findall(f".//{NAMESPACE}edge")) == part.network.number_of_edges()


def test_a_graph_is_dynamic_also_where_nothing_lies_in_it(
    selected: Selected, schema: etree.XMLSchema, write: Write
) -> None:
    before = select(selected.graph, Selection(last=date(1950, 1, 1)))
    document = etree.fromstring(write(before, "gexf"))
    assert not before.network
    assert schema.validate(document), schema.error_log
    assert document.find(f"{NAMESPACE}graph").get("mode") == "dynamic"
    assert nx.read_gexf(io.BytesIO(write(before, "gexf")), version="1.3").graph["mode"] == "dynamic"


def test_the_schema_refuses_what_is_wrong(
    selected: Selected, schema: etree.XMLSchema, write: Write
) -> None:
    good = write(selected, "gexf")
    assert schema.validate(etree.fromstring(good))
    for old, new in ((b' start="', b' start="x'), (b"nodes", b"dunes"), (b'"1.3"', b'"1.2"')):
        assert old in good
        assert not schema.validate(etree.fromstring(good.replace(old, new)))


def test_networkx_reads_the_same_nodes_edges_and_spells(selected: Selected, write: Write) -> None:
    read = nx.read_gexf(io.BytesIO(write(selected, "gexf")), version="1.3")
    network = selected.network
    assert set(read) == set(network)
    assert read.graph["mode"] == "dynamic"
    expected = {data["id"]: data for _, _, data in network.edges(data=True)}
    found = {data["id"]: (source, target, data) for source, target, data in read.edges(data=True)}
    assert found.keys() == expected.keys()
    assert len(expected) == network.number_of_edges()
    for source, target, key in network.edges(keys=True):
        data = network.edges[source, target, key]
        one, other, known = found[data["id"]]
        assert {one, other} == {source, target}
        assert known.get("start") == data.get("earliest_begin")
        assert known.get("end") == data.get("latest_end")
        for name in ("edtf", "latest_begin", "earliest_end", "doubts", "inferred", "record"):
            assert known.get(name) == data.get(name)


def test_a_node_is_there_while_one_of_its_ties_may_hold(selected: Selected, write: Write) -> None:
    document = etree.fromstring(write(selected, "gexf"))
    network = selected.network
    for node in document.iter(f"{NAMESPACE}node"):
        name = node.get("id")
        ties = [
            data for _, _, data in [*network.in_edges(name, True), *network.out_edges(name, True)]
        ]
        if any("earliest_begin" not in tie and "latest_end" not in tie for tie in ties) or not ties:
            assert node.get("start") is None
            assert node.get("end") is None
        else:
            spells = node.findall(f".//{NAMESPACE}spell") or [node]
            firsts = [tie.get("earliest_begin") for tie in ties]
            assert spells[0].get("start") == (None if None in firsts else min(firsts))


def test_periods_that_touch_are_one_spell_and_others_stay_apart() -> None:
    first, second = (
        edge("1", "a", "b", "2000-01-01", "2001-12-31"),
        edge("2", "a", "b", "2005-01-01"),
    )
    assert spells_of([second, first]) == [("2000-01-01", "2001-12-31"), ("2005-01-01", "")]
    assert spells_of([first, edge("3", "a", "c", "", "1999-01-01")])[0] == ("", "1999-01-01")
    assert spells_of([first, edge("3", "a", "c")]) == []
    assert spells_of([edge("3", "a", "c", "", "2005-01-01"), second]) == []
    assert spells_of([edge("4", "a", "b", "2010-01-01", "2009-01-01")]) == []


def test_no_two_edges_between_two_nodes_are_of_one_kind(selected: Selected, write: Write) -> None:
    part = select(selected.graph, Selection(projection="actor-theme"))
    for chosen in (selected, part):
        document = etree.fromstring(write(chosen, "gexf"))
        edges = list(document.iter(f"{NAMESPACE}edge"))
        alike = {(*sorted((e.get("source"), e.get("target"))), e.get("kind")) for e in edges}
        assert len(alike) == len(edges) == chosen.network.number_of_edges()
        kinds = document.findall(f".//{NAMESPACE}edge//{NAMESPACE}attvalue[@for='tie_kind']")
        said = sorted(kind.get("value") for kind in kinds)
        assert said == sorted(data["kind"] for _, _, data in chosen.network.edges(data=True))


def test_what_was_planned_is_certain_at_no_time() -> None:
    bounds = {"latest_begin": "2010-01-01", "earliest_end": "2012-01-01"}
    assert certain_period(dict(bounds)) == ("2010-01-01", "2012-01-01")
    assert certain_period({**bounds, "doubts": "inferred planned"}) is None
    assert certain_period({"latest_begin": "2010-01-01"}) is None


def test_the_certain_period_lies_within_the_possible_one(selected: Selected, write: Write) -> None:
    read = nx.read_gexf(io.BytesIO(write(selected, "gexf")), version="1.3")
    certain = [data for _, _, data in read.edges(data=True) if "certain_start" in data]
    assert certain
    for data in certain:
        assert data.get("start", "") <= data["certain_start"] <= data["certain_end"]
        assert data["certain_end"] <= data.get("end", "9999")


def test_positions_are_those_of_the_page(selected: Selected, write: Write) -> None:
    document = etree.fromstring(write(selected, "gexf"))
    for node in document.iter(f"{NAMESPACE}node"):
        place = selected.positions[node.get("id")]
        position = node.find(f"{NAMESPACE}position")
        assert float(position.get("y")) == pytest.approx(1000 - place.y, abs=0.06)
        assert position.prefix == "viz"


def test_nothing_in_it_makes_gephi_refuse_or_drop(hostile: Selected, write: Write) -> None:
    network = nx.MultiDiGraph()
    network.add_nodes_from(("a", "b"))
    network.add_edge("a", "b", "nought", weight=0, earliest_begin="2010-02-30")
    network.add_edge("b", "a", "loss", weight=-2.0, latest_end="2010-13-01")
    network.add_edge("a", "b", "good", weight=2.5, earliest_begin="2010-02-28")
    part = Selected(hostile.graph, hostile.selection, network, {}, 0)
    document = etree.fromstring(write(part, "gexf"))
    edges = list(document.iter(f"{NAMESPACE}edge"))
    assert [edge.get("weight") for edge in edges] == ["2.5", None, None]
    assert [edge.get("start") for edge in edges] == ["2010-02-28", None, None]
    assert not any(edge.get("end") for edge in edges)
    assert document.get("version") == "1.3"
    assert "" not in [value for one in document.iter() for value in one.attrib.values()]


@pytest.mark.parametrize("projection", sorted(PROJECTIONS))
def test_no_attribute_bears_a_name_that_gephi_keeps_for_itself(
    projection: str, selected: Selected, write: Write
) -> None:
    part = select(selected.graph, Selection(projection=projection))
    document = etree.fromstring(write(part, "gexf"))
    names = [one.get("id") for one in document.iter(f"{NAMESPACE}attribute")]
    assert names
    kept = {"id", "label", "timeset", "weight", "type", "degree", "indegree", "outdegree"}
    assert kept.isdisjoint(name.lower() for name in names)


def test_hostile_text_is_valid_and_kept(
    hostile: Selected, schema: etree.XMLSchema, write: Write
) -> None:
    document = etree.fromstring(write(hostile, "gexf"))
    assert schema.validate(document), schema.error_log
    label = document.find(f".//{NAMESPACE}node").get("label")
    assert '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>' in label
    assert label.endswith("x" * 10_000)
    assert "\x1b" not in label
    assert len(document.findall(f".//{NAMESPACE}edge")) == 4
