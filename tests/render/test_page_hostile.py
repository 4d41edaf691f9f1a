"""Hostile labels in a real browser: no dialog, no request, no element, nothing out of its place."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from tests.render.test_page_files import taken
from tests.render.views import hostile_view, make_fact, make_node, make_tie, make_view

from coopgraph.queries.formats.sheet_cells import begins_formula
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '"><svg onload=alert(1)>',
    "</noscript></style><script>alert(1)</script>",
    "${alert(1)}{{constructor.constructor('alert(1)')()}}",
    "\u202egnp.exe\u2066\u2067",
    "x" * 10_000,
    "a\u2028b\u2029c\td",
    "__proto__",
    "constructor",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_label_is_only_text(open_view: Opener, text: str) -> None:
    page = open_view(hostile_view(text)).page
    page.locator("#twin-body tr button").click()
    for language in ("en", "fr"):
        page.locator(f"[data-language={language}]").click()
        page.fill("#search", text[:20])
    page.locator("#twin-top [data-action=cite]").click()
    assert page.locator("#title").text_content() == text
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator("#app script, svg[onload]").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440


def test_ids_that_are_names_of_objects_are_ids(open_view: Opener) -> None:
    nodes = (make_node("__proto__", 300, 500), make_node("constructor", 700, 500))
    ties = (make_tie("toString", "__proto__", "constructor", "__proto__"),)
    opened = open_view(make_view(nodes, ties, (make_fact("__proto__", "2010"),)))
    assert opened.rows() == ["toString"]
    assert "2 acteurs" in opened.page.locator("#counts").inner_text().replace("\u00a0", " ")


FORMULAS = ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "\n=1", "\r=1",
            "＝1", "＋1", "－1", "＠1", "=1;2,3\n4", '="x"', "'=1"]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_cell_of_the_table_is_a_formula(open_view: Opener, language: str) -> None:
    nodes = tuple(
        make_node(f"n{at}", 300 + at, 500, label=Words(text, text))
        for at, text in enumerate(FORMULAS)
    )
    facts = tuple(
        make_fact(f"f{at}", "2010", sentence=Words(text, text), date=Words(text, text))
        for at, text in enumerate(FORMULAS)
    )
    ties = tuple(make_tie(f"t{at}", "n0", f"n{at}", f"f{at}") for at in range(len(FORMULAS)))
    page = open_view(make_view(nodes, ties, facts), language=language).page
    text = taken(page, "csv").decode("utf-8-sig")
    delimiter = ";" if language == "fr" else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert {len(row) for row in rows} == {10}
    assert len(rows) == 1 + len(FORMULAS)
    assert [cell for row in rows for cell in row if begins_formula(cell)] == []
    marked = {text if not begins_formula(text) else f"'{text}" for text in FORMULAS}
    assert {row[3] for row in rows[1:]} == marked
