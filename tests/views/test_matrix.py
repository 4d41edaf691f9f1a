"""The matrix counts facts, once for each pair, in the period and the mode."""

import datetime
from dataclasses import replace

import pytest
from pyoxigraph import Store
from tests.render.views import make_fact, make_node, make_tie, make_view

from coopgraph.views.matrix import count_cells, matrix_view, read_themes
from coopgraph.views.model import View
from coopgraph.views.network import network_view


@pytest.fixture(scope="module")
def view(dune: Store) -> View:
    return network_view(dune)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_cells_are_the_facts_of_the_ties(view: View) -> None:
    matrix = count_cells(view)
    place = {heading.key: number for number, heading in enumerate(matrix.rows)}
    expected: dict[tuple[int, int], set[str]] = {}
    for tie in view.ties:
        for a, b in ((tie.source, tie.target), (tie.target, tie.source)):
            expected.setdefault((place[a], place[b]), set()).add(tie.fact)
    assert {key: set(cell.facts) for key, cell in matrix.cells.items()} == expected
    assert matrix.columns == matrix.rows


def test_rows_are_by_shore_or_strength_or_name(view: View) -> None:
    sides = [heading.side for heading in count_cells(view, order="shore").rows]
    assert sides == sorted(sides, key=["france", "quebec", "joint", "other"].index)
    numbers = [heading.number for heading in count_cells(view, order="strength").rows]
    assert numbers == sorted(numbers, reverse=True)
    strongest = count_cells(view, order="strength", most=3)
    inside = [
        len(
            {
                fact
                for (row, _), cell in strongest.cells.items()
                if row == place
                for fact in cell.facts
            }
        )
        for place in range(3)
    ]
    assert [heading.number for heading in strongest.rows] == inside
    labels = [heading.label.fr.casefold() for heading in count_cells(view, order="name").rows]
    assert labels == sorted(labels)
    assert len(count_cells(view, most=2).rows) == 2


def test_the_period_and_the_mode_decide_what_is_counted() -> None:
    nodes = (make_node("a", 0, 0), make_node("b", 1, 1, side="quebec"))
    facts = (make_fact("sure", "2010-04"), make_fact("vague", "[2009..2012]"), make_fact("none"))
    ties = tuple(make_tie(fact.id, "a", "b", fact.id) for fact in facts)
    view = make_view(nodes, ties, facts)
    begin, end = day("2010-01-01"), day("2010-12-31")
    assert count_cells(view).cells[0, 1].facts == ("none", "sure", "vague")
    assert count_cells(view, begin=begin, end=end).cells[0, 1].facts == ("sure", "vague")
    certainly = replace(view, mode="certainly")
    assert count_cells(certainly, begin=begin, end=end).cells[1, 0].facts == ("sure",)
    later = count_cells(view, begin=day("2012-01-01"), end=end.replace(year=2012))
    assert later.cells[0, 1] == (("vague",), False, False)


def test_places_bind_their_own_actors_too(view: View) -> None:
    matrix = count_cells(view, by="places")
    assert {heading.key for heading in matrix.rows} == {"Port-Dune", "Havre-Exemple"}
    assert any(row == column for row, column in matrix.cells)


def test_decades_have_a_column_for_the_undated(view: View) -> None:
    matrix = count_cells(view, by="decades")
    assert [heading.label.fr for heading in matrix.columns] == ["2010–", "2020–", "sans date"]
    told = {fact for cell in matrix.cells.values() for fact in cell.facts}
    assert any(not view.facts[fact].dated for fact in told)


def test_themes_are_those_of_the_records(dune: Store, view: View) -> None:
    matrix = count_cells(view, by="themes", themes=read_themes(dune))
    assert {heading.key for heading in matrix.columns} == {"sable", "sable-marin"}
    extras = matrix_view(dune).extras["matrix"]
    assert isinstance(extras, dict)
    assert set(extras["of"]) <= view.facts.keys()
