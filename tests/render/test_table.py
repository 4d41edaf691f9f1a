"""The rows of the table without script."""

from __future__ import annotations

from dataclasses import replace

from tests.render.views import one_tie_view, partly_inferred_view

from coopgraph.render.table import table_rows


def test_a_row_says_who_how_with_whom_when_and_where_it_is_written() -> None:
    view = one_tie_view("2010-04")
    fact = view.facts["f1"]._replace(doubts=("planned", "inferred"))
    ties = (view.ties[0]._replace(inferred=True),)
    (row,) = table_rows(replace(view, facts={"f1": fact}, ties=ties), language="en")
    assert row[:5] == (
        "Actor a",
        "took part in a mission",
        "Actor b",
        "The f1 mission took place.",
        "on 2010-04",
    )
    assert row.doubts == "planned, inferred"
    (line,) = row.evidence
    assert line.details == "Mairie de Sableville, 3 May 2019, § 5"


def test_only_the_tie_that_was_deduced_is_called_so() -> None:
    doubts = {
        row.target: row.doubts for row in table_rows(partly_inferred_view(), language="fr")[:2]
    }
    assert doubts == {"Acteur b": "", "Acteur c": "déduit"}


def test_rows_can_be_limited() -> None:
    assert table_rows(one_tie_view(), language="fr", most=0) == []
