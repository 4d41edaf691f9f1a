"""How the page draws an answer: what each view needs, and what it says where that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from coopgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from tests.serve.conftest import Visitor

pytestmark = pytest.mark.browser
EDTF = PREFIXES["edtf"] + "EDTF"
ACTOR = "https://w3id.org/coopgraph/id/actor"


def values(names: str, *rows: str) -> str:
    return f"SELECT {names} {{ VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }} }}"


def test_a_network_has_a_node_for_each_name_and_a_tie_for_each_pair(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.run(
        values(
            "?a ?aLabel ?b ?bLabel",
            f'<{ACTOR}/a> "Ada" <{ACTOR}/b> "Bob"',
            f'<{ACTOR}/a> "Ada" <{ACTOR}/b> "Bob"',
            f'<{ACTOR}/a> "Ada" <{ACTOR}/c> "Cleo"',
        )
    )
    one.view("network")
    svg = one.page.locator("#answer-views svg[role=img]")
    assert svg.get_attribute("aria-label", timeout=2000) == (
        "Network of 3 nodes and 2 ties; the table says the same in words."
    )
    assert svg.locator(".node").count() == 3
    assert set(svg.locator("text").all_text_contents()) == {"Ada", "Bob", "Cleo"}
    widths = svg.locator(".tie").evaluate_all("all => all.map(e => e.getAttribute('stroke-width'))")
    assert sorted(map(float, widths)) == [1, 2]
    first = svg.inner_html()
    one.view("table")
    one.view("network")
    assert svg.inner_html() == first


def test_a_timeline_draws_dates_as_long_as_they_are_vague(visit: Visitor) -> None:
    one = visit("/query?lang=fr")
    one.run(
        values(
            "?name ?when",
            f'"longue" "2001/2010"^^<{EDTF}>',
            f'"jour" "2005-03-02"^^<{EDTF}>',
            f'"vers" "2007~"^^<{EDTF}>',
            f'"ouverte" "2008/.."^^<{EDTF}>',
            f'"sans" "../.."^^<{EDTF}>',
        )
    )
    one.view("timeline")
    bars = one.page.locator("#answer-views svg .bar")
    titles = bars.locator("title").evaluate_all("all => all.map(e => e.textContent)")
    assert titles == [
        "longue – 2001 – 2010",
        "jour – 2 mars 2005",
        "vers – vers 2007",
        "ouverte – depuis 2008",
    ]
    long = bars.evaluate_all("all => all.map(e => Number(e.getAttribute('width')))")
    assert long[0] > long[2] > long[1]
    assert "1 ligne sans date" in one.page.inner_text("#answer-views")
    assert "unsure" in (bars.nth(2).get_attribute("class") or "")
    assert "open" in (bars.nth(3).get_attribute("class") or "")
    one.view("table")
    assert [row[1] for row in one.cells()][:2] == ["2001 – 2010", "2 mars 2005"]


def test_a_chart_has_bars_as_long_as_their_numbers(visit: Visitor) -> None:
    one = visit("/query?lang=en")
    one.run(values("?name ?many", '"sand" 40', '"salt" 10', '"silt" 20'))
    one.view("chart")
    bars = one.page.locator("#answer-views svg .bar")
    long = bars.evaluate_all("all => all.map(e => Number(e.getAttribute('width')))")
    assert [round(one / long[1], 2) for one in long] == [4, 1, 2]
    one.run(values("?year ?many", "2001 4", "2003 8"))
    one.view("chart")
    high = bars.evaluate_all("all => all.map(e => Number(e.getAttribute('height')))")
    assert high[1] == pytest.approx(2 * high[0])
    assert "2002" in one.page.locator("#answer-views svg text").all_text_contents()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("network", "Pour un réseau, il faut deux colonnes"),
        ("timeline", "Pour une chronologie, il faut une colonne de dates"),
        ("chart", "Pour un graphique, il faut une colonne de noms et une colonne de nombres"),
    ],
)
def test_a_view_says_what_it_misses(visit: Visitor, view: str, words: str) -> None:
    one = visit("/query?lang=fr")
    one.run("SELECT (true AS ?x) {}")
    one.view(view)
    assert words in one.page.inner_text("#answer-views .yasr_results")


@pytest.mark.parametrize("view", ["network", "timeline", "chart"])
def test_an_answer_that_a_view_cannot_draw_opens_as_rows(visit: Visitor, view: str) -> None:
    one = visit(f"/query?lang=en#v={view}&sparql={quote('SELECT (true AS ?x) {}')}")
    assert one.cells() == [["yes"]]
    assert one.page.get_attribute(".select_table", "aria-pressed") == "true"
    assert "v=table" in one.page.url
    one.view(view)  # only who asks for it is told what it misses
    assert one.page.locator("#answer-views .note").count() == 1


def test_rows_without_a_tie_between_them_are_no_network(visit: Visitor) -> None:
    alone = f"SELECT ?a ?b {{ VALUES (?a ?b) {{ (<{ACTOR}/a> UNDEF) }} }}"
    one = visit(f"/query?lang=en#v=network&sparql={quote(alone)}")
    assert len(one.cells()) == 1
    tied = values("?a ?b", f"<{ACTOR}/a> <{ACTOR}/b>")
    one.open(f"/query?lang=en#v=network&sparql={quote(tied)}")
    assert one.page.locator("#answer-views svg .tie").count() == 1


@pytest.mark.parametrize("asked", ["partners-of&p.actor=technopole-dune", "bridging-actors"])
def test_a_question_whose_network_cannot_be_drawn_shows_its_rows(
    visit: Visitor, asked: str
) -> None:
    one = visit(f"/query?lang=fr#q={asked}")
    assert one.cells(), one.status()
    assert "Pour un réseau" not in one.page.inner_text("#answer-views")
    one.page.click("#question-form .first")
    one.rest()
    assert one.cells()


def test_an_empty_answer_says_why_and_a_verdict_is_a_word(visit: Visitor) -> None:
    one = visit("/query?lang=fr")
    one.run("SELECT ?x { ?x a <https://exemple.example/Rien> }")
    assert "rien dans le graphe ne répond" in one.page.inner_text("#answer-views")
    one.run("ASK {}")
    one.view("table")
    assert one.page.inner_text("#answer-views .verdict") == "oui"


def test_a_table_is_sorted_by_number_and_by_date(visit: Visitor) -> None:
    one = visit("/query?lang=en#v=table")
    one.run(
        values(
            "?many ?when",
            f'10 "2001-10"^^<{EDTF}>',
            f'9 "2001-02"^^<{EDTF}>',
            f'100 "1999"^^<{EDTF}>',
        )
    )
    one.view("table")
    one.page.click(".frame th >> nth=0 >> button")
    assert [row[0] for row in one.cells()] == ["9", "10", "100"]
    one.page.click(".frame th >> nth=0 >> button")
    assert [row[0] for row in one.cells()] == ["100", "10", "9"]
    assert one.page.get_attribute(".frame th >> nth=0", "aria-sort") == "descending"
    one.page.click(".frame th >> nth=1 >> button")
    assert [row[1] for row in one.cells()] == ["1999", "February 2001", "October 2001"]


def test_a_year_is_not_counted_in_thousands(visit: Visitor) -> None:
    one = visit("/query?lang=en#v=table")
    one.run(values("?year ?many", "2001 2001"))
    one.view("table")
    assert one.cells() == [["2001", "2,001"]]
