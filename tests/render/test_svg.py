"""The still picture."""

from __future__ import annotations

from dataclasses import replace

from tests.render.views import large_view, make_fact, make_node, make_tie, make_view, one_tie_view

from coopgraph.render.svg import cut_label, still_picture
from coopgraph.views.legend import MAX_TIE_WIDTH
from coopgraph.views.model import Doubt


def test_parallel_ties_are_one_line_as_wide_as_there_are_facts() -> None:
    nodes = (make_node("a", 0, 0), make_node("b", 900, 0))
    facts = tuple(make_fact(f"f{i}") for i in range(100))
    ends = [("a", "b"), ("b", "a")] * 50
    ties = tuple(make_tie(f"t{i}", *pair, f"f{i}") for i, pair in enumerate(ends))
    (line,) = still_picture(make_view(nodes, ties, facts), language="fr").lines
    assert line.path == "M0.0 0.0 900.0 0.0"
    assert line.width == MAX_TIE_WIDTH


def test_planned_and_contested_facts_are_marked() -> None:
    view = one_tie_view()
    cases: list[tuple[Doubt, bool, bool]] = [
        ("planned", True, False),
        ("contested", False, True),
        ("inferred", False, False),
    ]
    for doubt, planned, contested in cases:
        fact = view.facts["f1"]._replace(doubts=(doubt,))
        (line,) = still_picture(replace(view, facts={"f1": fact}), language="fr").lines
        assert (line.planned, line.contested) == (planned, contested)


def test_labels_never_lie_on_each_other() -> None:
    nodes = tuple(make_node(f"n{i}", 500, 500 + i) for i in range(5))
    picture = still_picture(make_view(nodes, (), ()), language="en")
    assert [label.text for label in picture.labels] == ["Actor n0"]
    assert len(picture.shapes) == 5


def test_many_nodes_become_dots_of_one_stroke_a_side() -> None:
    picture = still_picture(large_view(700), language="fr")
    assert picture.shapes == ()
    assert sum(stroke.path.count("M") for stroke in picture.dots) == 700
    assert len(picture.dots) == 4


def test_labels_are_cut_at_28_characters() -> None:
    assert cut_label("x" * 28) == "x" * 28
    assert cut_label("x" * 29) == "x" * 27 + "…"
    assert cut_label("Fonds des sables et des dunes du nord") == "Fonds des sables…"
