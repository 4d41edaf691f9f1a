"""The window of the browser and the period asked for: the picture fits, the page says the truth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.projected import chain_view
from tests.render.views import dated_view, make_node, one_tie_view, partly_inferred_view

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

_INK = """() => {
  const canvas = document.querySelector('#stage canvas');
  const { width, height } = canvas;
  const drawn = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const ink = x => Array.from({ length: height }).some((_, y) => drawn[4 * (y * width + x) + 3]);
  const columns = Array.from({ length: width }, (_, x) => x).filter(ink);
  const sized = width === document.getElementById('stage').clientWidth * devicePixelRatio;
  return { sized, first: columns[0], last: width - 1 - columns[columns.length - 1] };
}"""


def _resize(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(500)


def test_a_new_size_shows_every_node_again(open_view: Opener) -> None:
    page = open_view(dated_view(["2009", "2012", "2019"])).page
    _resize(page)
    drawn = page.evaluate(_INK)
    assert drawn["sized"]
    assert min(drawn["first"], drawn["last"]) > 3


def test_a_new_size_keeps_what_the_reader_zoomed_to(open_view: Opener) -> None:
    page = open_view(one_tie_view()).page
    for _ in range(4):
        page.locator("[data-action=zoom-in]").click()
    _resize(page)
    drawn = page.evaluate(_INK)
    assert drawn == {"sized": True, "first": 0, "last": 0}


def test_what_changes_while_decades_are_shown_is_fitted_when_they_are_left(
    open_view: Opener,
) -> None:
    page = open_view(chain_view()).page
    page.fill("#search", "acteur a")
    page.keyboard.press("Enter")
    page.locator("#decades-on").check()
    page.locator("[data-act='ego.1']").click()
    page.set_viewport_size({"width": 1200, "height": 800})
    page.locator("#decades-on").uncheck()
    page.wait_for_timeout(300)
    drawn = page.evaluate(_INK)
    assert drawn["sized"]
    assert min(drawn["first"], drawn["last"]) > 3
    assert abs(drawn["first"] - drawn["last"]) < 100


def test_a_narrow_window_opens_no_sheet_by_itself(open_view: Opener) -> None:
    page = open_view(one_tie_view()).page
    page.fill("#search", "acteur a")
    page.keyboard.press("Enter")
    page.set_viewport_size({"width": 720, "height": 450})
    expect(page.locator("#sheets")).to_be_visible()
    expect(page.locator("#known")).to_be_hidden()
    page.locator("#twin-body button").first.click()
    expect(page.locator("#known")).to_be_visible()
    page.evaluate("document.querySelector('[data-action=reset]').click()")
    expect(page.locator("#known")).to_be_hidden()


@pytest.mark.parametrize(
    ("window", "years"),
    [
        (("1950-01-01", "1960-12-31"), "1950–1960"),
        (("2030-01-01", "2031-12-31"), "2030–2031"),
    ],
)
def test_a_period_outside_the_data_is_said_and_left(
    open_view: Opener, window: tuple[str, str], years: str
) -> None:
    view = replace(dated_view(["2009", "2012"]), window=window)
    view = replace(view, nodes=(*view.nodes, make_node("alone", 500, 500)))
    opened = open_view(view)
    page = opened.page
    assert page.locator("#counts-period").inner_text() == years
    assert page.locator("#period-years").inner_text() == years
    assert page.locator("#nothing").is_visible()
    told = page.locator("#nothing").inner_text()
    assert f"Rien dans cette période ({years})" in told
    assert "vont de 2008 à 2020" in told
    assert opened.rows() == []
    page.locator("#nothing button").click()
    assert opened.rows() == ["t0", "t1"]
    assert page.locator("#nothing").is_hidden()


def test_the_keyboard_leads_back_into_the_data(open_view: Opener) -> None:
    view = replace(dated_view(["2009", "2012"]), window=("1950-01-01", "1960-12-31"))
    opened = open_view(view)
    thumb = opened.page.locator("#to")
    assert thumb.get_attribute("aria-valuetext") == "1960"
    thumb.focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#period-years").inner_text() == "2008–2009"
    assert opened.rows() == ["t0"]


def test_a_period_partly_outside_is_cut_to_the_data(open_view: Opener) -> None:
    opened = open_view(
        replace(dated_view(["2009", "2012"]), window=("1950-01-01", "2010-12-31")), language="en"
    )
    assert opened.page.locator("#counts-period").inner_text() == "2008–2010"
    assert opened.rows() == ["t0"]


def test_the_number_of_inferred_is_that_of_the_rows_marked_so(open_view: Opener) -> None:
    page = open_view(partly_inferred_view()).page
    number = page.locator("#inferred-number")
    marked = page.locator("#twin-body tr", has_text="déduit")
    assert number.inner_text() == str(marked.count()) == "2"
    page.locator("#inferred").uncheck()
    assert (marked.count(), number.inner_text()) == (1, "2")


def test_without_a_version_none_is_cited(open_view: Opener) -> None:
    page = open_view(one_tie_view(version="")).page
    expect(page.locator("#about-version")).to_be_hidden()
    page.locator("#twin-top [data-action=cite]").click()
    cited = page.locator("#cite-text").inner_text()
    assert cited.endswith("coopération franco-québécoise, données CC BY 4.0.")


def test_an_actor_without_any_fact_blames_no_choice(open_view: Opener) -> None:
    view = one_tie_view()
    page = open_view(replace(view, nodes=(*view.nodes, make_node("alone", 500, 100)))).page
    page.locator("#search").fill("alone")
    page.keyboard.press("Enter")
    assert "Aucun fait dans ces données." in page.locator("#known").inner_text()
