"""The pane of the matrix in a browser: numbers, shades, doubts, arrows, what the slider changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.pane_views import matrix_page
from tests.render.test_page_hostile import HOSTILE
from tests.render.views import make_fact, make_node, make_tie

from coopgraph.views.matrix import By, count_cells

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def numbers(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.eval_on_selector_all(
        ".matrix tbody tr",
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))",
    )
    return found


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(".matrix tbody tr").nth(row).locator("td").nth(column)


@pytest.mark.parametrize("by", ["actors", "places", "decades"])
def test_the_page_counts_as_python_does(open_view: Opener, by: By) -> None:
    view = matrix_page()
    page = open_view(view).page
    page.select_option("#matrix-by", by)
    matrix = count_cells(view, by=by)
    expected = [
        [str(len(matrix.cells[row, column].facts)) if (row, column) in matrix.cells else ""
         for column in range(len(matrix.columns))]
        for row in range(len(matrix.rows))
    ]  # fmt: skip
    assert numbers(page) == expected


def test_a_matrix_that_nobody_sees_yet_begins_where_cells_are_when_it_is_seen(
    open_view: Opener,
) -> None:
    page = open_view(matrix_page()).page
    hide = "on => document.querySelector('.matrix-scroll').style.display = on ? 'none' : ''"
    page.evaluate(hide, True)  # as in the frame of a notebook that is not laid out yet
    page.select_option("#matrix-by", "places")
    page.evaluate(hide, False)
    page.select_option("#matrix-by", "actors")
    assert page.locator(".matrix td[tabindex='0']").count() == 1


def test_headings_have_scope_and_names(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    assert page.locator(".matrix th[scope=row]").all_text_contents() == [
        "Acteur a", "Acteur b", "Acteur c",
    ]  # fmt: skip
    assert page.locator(".matrix th[scope=col]").count() == 3
    assert page.locator(".matrix[role=grid] caption").text_content()
    position = page.locator(".matrix th[scope=row]").first.evaluate(
        "one => getComputedStyle(one).position"
    )
    assert position == "sticky"


def test_doubt_and_dispute_are_marked(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    assert "certain" in str(cell(page, 0, 1).get_attribute("class"))
    assert "shade2" in str(cell(page, 0, 1).get_attribute("class"))
    assert "planned" in str(cell(page, 1, 2).get_attribute("class"))
    assert "contested" in str(cell(page, 0, 2).get_attribute("class"))


def test_the_period_changes_the_numbers_and_keeps_the_rows(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    page.locator("#from").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert numbers(page) == [["", "1", "1"], ["1", "", "1"], ["1", "1", ""]]
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert numbers(page) == [["", "", "1"], ["", "", ""], ["1", "", ""]]
    page.keyboard.press("Home")
    assert numbers(page)[0] == ["", "2", "1"]


def test_a_cell_opens_the_facts_of_its_line(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    cell(page, 0, 1).click()
    expect(page.locator("#known-body .fact")).to_have_count(2)
    expect(page.locator(".matrix td[aria-selected=true]")).to_have_count(2)
    cell(page, 0, 0).click()  # empty: nothing to open
    expect(page.locator("#known-body .fact")).to_have_count(2)
    page.locator(".matrix th[scope=row]").nth(2).click()
    expect(page.locator("#known-body h3")).to_contain_text("Acteur c")


def test_a_cell_of_several_lines_opens_them_all(open_view: Opener) -> None:
    page = open_view(matrix_page(), language="en").page
    page.select_option("#matrix-by", "places")
    cell(page, 0, 1).click()
    expect(page.locator("#known-body h3")).to_have_text("Sable – Havre")
    expect(page.locator("#known-body .lines button")).to_have_text(
        [re.compile("Acteur aActeur b.*2 facts"), re.compile("Acteur aActeur c.*1 fact")]
    )
    expect(page.locator("#known-body .fact")).to_have_count(3)
    expect(page.locator(".matrix td[aria-selected=true]")).to_have_count(2)
    page.select_option("#matrix-by", "decades")
    cell(page, 2, 0).click()
    expect(page.locator("#known-body .fact")).to_have_count(2)
    page.wait_for_function("() => location.hash.includes('group=cell+decades')")
    page.reload()
    expect(page.locator("#matrix-by")).to_have_value("decades")
    expect(page.locator("#known-body h3")).to_have_text("Acteur c – 2010s")
    expect(page.locator(".matrix td[aria-selected=true]")).to_have_count(1)


def test_arrows_move_in_the_grid_and_enter_selects(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    assert page.locator(".matrix [tabindex='0']").count() == 1
    cell(page, 0, 0).focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#known-body .fact")).to_have_count(1)
    cell(page, 0, 2).focus()
    page.keyboard.press("Control+End")
    assert page.evaluate(
        "document.activeElement === document.querySelector('.matrix tr:last-child td:last-child')"
    )
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.textContent") == "Acteur c"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.textContent") == "Acteur c"


def test_order_and_language(open_view: Opener) -> None:
    page = open_view(matrix_page()).page
    page.select_option("#matrix-order", "strength")
    assert page.locator(".matrix th[scope=row]").first.text_content() == "Acteur a"
    page.locator("[data-language=en]").click()
    assert page.locator("#matrix-by option").all_text_contents()[1] == "places × places"
    assert page.locator("#matrix-order").input_value() == "strength"
    assert numbers(page)[0][1:]


def test_a_phone_opens_where_the_cells_are(open_view: Opener) -> None:
    nodes = [make_node(f"{side[0]}{n:02}", 0, 0, side=side)
             for side in ("france", "quebec") for n in range(9)]  # fmt: skip
    facts = [make_fact(f"f{n}", "2010") for n in range(27)]
    ties = [
        make_tie(f"t{a}-{b}", f"f{a:02}", f"q{b:02}", f"f{3 * a + b}")
        for a in range(9)
        for b in range(3)
    ]
    view = replace(matrix_page(), nodes=tuple(nodes), ties=tuple(ties),
                   facts={fact.id: fact for fact in facts})  # fmt: skip
    page = open_view(view, viewport={"width": 390, "height": 844}, has_touch=True).page
    assert page.locator(".matrix-scroll").evaluate("one => one.scrollLeft") > 100
    in_sight = """boxes => {
      const [corner] = document.getElementsByClassName('matrix-corner');
      const [edge, room] = [corner, corner.closest('.matrix-scroll')].map(
        (one) => one.getBoundingClientRect());
      return boxes.filter((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return left >= edge.right - 1 && right <= room.right && top >= edge.bottom - 1
          && bottom <= room.bottom && box.textContent;
      }).length;
    }"""
    assert page.eval_on_selector_all(".matrix td", in_sight) >= 9
    assert page.locator(".matrix [tabindex='0']").text_content() == "1"


def test_a_phone_scrolls_the_table_and_not_the_page(open_view: Opener) -> None:
    page = open_view(
        matrix_page("Acteur au nom assez long pour un téléphone"),
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    ).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert cell(page, 0, 1).evaluate("one => one.offsetWidth") >= 44


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_only_text(open_view: Opener, text: str) -> None:
    page = open_view(matrix_page(text)).page
    for by in ("themes", "decades", "places", "actors"):
        page.select_option("#matrix-by", by)
    cell(page, 0, 1).hover()
    cell(page, 0, 1).click()
    assert page.locator("#app script, #app img, svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
