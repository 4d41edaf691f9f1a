"""The pane of the mirror in a browser: both columns, differences, what one shore alone tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.pane_views import mirror_page
from tests.render.test_page_hostile import HOSTILE

if TYPE_CHECKING:
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def test_both_accounts_stand_side_by_side(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    expect(page.locator(".mirror-account")).to_have_count(2)
    date = page.locator(".mirror-facet").first
    france, quebec = date.locator(".mirror-cell").nth(0), date.locator(".mirror-cell").nth(1)
    expect(france).to_contain_text("avril")
    expect(france).to_contain_text("Gazette")
    expect(quebec).to_contain_text("mai")
    left, right = france.bounding_box(), quebec.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]


def test_differences_are_marked_and_can_stand_alone(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    assert page.locator(".mirror-cell.differs").count() == 2
    shadow = page.locator(".mirror-cell.differs").first.evaluate(
        "one => getComputedStyle(one).boxShadow"
    )
    assert "rgb(230, 159, 0)" in shadow
    expect(page.locator(".mirror-summary")).to_have_text(
        "2 fiches que les deux rives racontent, sur 2\u00a0; leurs récits diffèrent sur 1."
    )
    page.locator("#mirror-only").check()
    expect(page.locator(".mirror-account:visible")).to_have_count(1)
    page.locator("[data-language=en]").click()
    expect(page.locator(".mirror-summary")).to_have_text(
        "1 record that both shores tell, of 2; their accounts differ on 1."
    )


def test_counts_of_sources_and_of_what_one_shore_tells_are_said(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    expect(page.locator(".mirror-top .help")).to_contain_text("5 dont rien ne dit la rive")
    expect(page.locator(".mirror-alone.france summary")).to_contain_text("(1)")
    page.locator(".mirror-alone.quebec summary").click()
    page.locator(".mirror-alone.quebec button").click()
    expect(page.locator("#known-body .sentence")).to_have_text("Titre : là")
    expect(page.locator(".mirror-more > .help")).to_contain_text("2 fiches")


def test_the_period_hides_accounts(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    page.locator("#from").focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".mirror-account:visible")).to_have_count(1)
    expect(page.locator(".mirror-alone.france summary")).to_contain_text("(0)")
    page.locator("#mirror-only").check()
    expect(page.locator(".mirror-none")).to_be_visible()


def test_selection_is_shared(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    page.locator(".mirror-account h3 button").nth(1).click()
    expect(page.locator("#known-body .sentence")).to_have_text("Titre : plus tard")
    expect(page.locator(".mirror-account.chosen")).to_have_count(1)
    page.locator("#twin-body tr button").first.click()
    expect(page.locator(".mirror-account.chosen")).to_have_count(2)


def test_arrows_go_from_account_to_account_and_the_language_changes(open_view: Opener) -> None:
    page = open_view(mirror_page()).page
    page.locator(".mirror-account h3 button").first.focus()
    page.keyboard.press("ArrowDown")
    assert "plus tard" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    page.locator("[data-language=en]").click()
    expect(page.locator(".mirror-account").first).to_contain_text("the shores differ")
    expect(page.locator(".mirror-told").first).to_have_text("Titre told")


def test_a_phone_keeps_both_columns_within_its_width(open_view: Opener) -> None:
    page = open_view(mirror_page("Titre " * 12), viewport={"width": 390, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator(".mirror-scroll").evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_only_text(open_view: Opener, text: str) -> None:
    page = open_view(mirror_page(text)).page
    page.locator(".mirror-account h3 button").first.click()
    page.locator("[data-language=en]").click()
    assert page.locator(".mirror-value").first.text_content() == f"{text} avril"
    assert page.locator("#app script, #app img, svg[onload]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
