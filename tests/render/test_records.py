"""The tables of nodes, ties, facts and evidence."""

from __future__ import annotations

from tests.render.views import make_fact, make_node, make_tie, make_view, one_tie_view

from coopgraph.render.records import Table, record_tables
from coopgraph.views.model import View


def tables(view: View) -> dict[str, Table]:
    """Return the tables of a view whose network holds what the view holds."""
    return record_tables(
        view,
        nodes=[{"id": node.id, "x": node.x, "y": node.y} for node in view.nodes],
        edges=[{"id": tie.id, "from": tie.source, "to": tie.target} for tie in view.ties],
    )


def test_a_source_that_many_facts_cite_is_written_once() -> None:
    facts = tuple(make_fact(f"f{i}", "2010") for i in range(3))
    written = tables(make_view((), (), facts))
    assert written["evidence"]["title"] == {"each": ["La Gazette de la Dune"]}
    assert written["facts"]["evidence"] == {"all": [0]}


def test_facts_name_their_evidence_by_its_place() -> None:
    (gazette,) = make_fact("f").evidence
    almanac = gazette._replace(source="dune-almanac", title="Almanach de la Dune")
    cited = ((gazette,), (), (almanac, gazette), (gazette,))
    facts = tuple(make_fact(f"f{i}", evidence=pieces) for i, pieces in enumerate(cited))
    written = tables(make_view((), (), facts))
    assert written["evidence"]["title"] == {"each": [gazette.title, almanac.title]}
    assert written["facts"]["evidence"] == {"values": [[0], [], [1, 0]], "numbers": [0, 1, 2, 0]}


def test_ties_name_their_nodes_and_facts_by_their_places() -> None:
    nodes = (make_node("a", 0, 0), make_node("b", 1, 1), make_node("c", 2, 2))
    ties = (make_tie("t1", "c", "a", "f2"), make_tie("t2", "b", "c", "f1"))
    written = tables(make_view(nodes, ties, (make_fact("f1"), make_fact("f2"))))["ties"]
    assert written["from"] == {"each": [2, 1]}
    assert written["to"] == {"each": [0, 2]}
    assert written["fact"] == {"each": [1, 0]}


def test_facts_of_a_node_that_the_view_lacks_are_left_out() -> None:
    nodes = (make_node("a", 0, 0, facts=("gone", "f1")),)
    assert tables(make_view(nodes, (), (make_fact("f1"),)))["nodes"]["facts"] == {"all": [0]}


def test_bounds_keep_their_order_and_their_gaps() -> None:
    bounds = tables(one_tie_view("2010/.."))["facts"]["bounds"]
    assert bounds == {"all": ("2010-01-01", "2010-12-31", None, None)}


def test_a_side_without_a_colour_is_other() -> None:
    nodes = (make_node("a", 0, 0, side="canada"), make_node("b", 1, 1, side="quebec"))
    written = tables(make_view(nodes, (), ()))["nodes"]
    assert written["side"] == {"values": ["other", "quebec"], "numbers": [0, 1]}


def test_an_address_that_is_no_link_is_left_out() -> None:
    evidence = make_fact("f").evidence[0]._replace(url="javascript:alert(1)")
    view = make_view((), (), (make_fact("f", evidence=(evidence,)),))
    assert tables(view)["evidence"]["url"] == {"each": [""]}
