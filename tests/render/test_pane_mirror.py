"""The pane of the mirror in a browser: both columns, differences, what one shore alone tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.pane_views import mirror_page
from tests.render.test_page_hostile import HOSTILE
from tests.render.views import make_node, make_tie

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser


def two_pairs_page() -> View:
    """Return the mirror with the later record about two other actors."""
    view = mirror_page()
    others = (make_node("c", 300, 100), make_node("d", 700, 100, side="quebec"))
    ties = (make_tie("t1", "a", "b", "visit"), make_tie("t2", "c", "d", "later"))
    return replace(view, nodes=(*view.nodes, *others), ties=ties)


def open_at(page: Page, choices: str) -> None:
    """Open the same page with these choices in its address."""
    page.goto(f"{page.url.partition('#')[0]}#{choices}")


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
    expect(page.locator(".mirror-alone.france summary")).to_contain_text("(0 sur 1)")
    page.locator("#mirror-only").check()
    expect(page.locator(".mirror-none")).to_be_visible()


def test_what_is_not_about_the_actors_shown_is_left_out(open_view: Opener) -> None:
    page = open_view(two_pairs_page()).page
    shown = page.locator(".mirror-account:visible h3")
    for choice, title in (
        ("near=a", ["Titre : visite"]),
        ("near=c", ["Titre : plus tard"]),
        ("hide=b", ["Titre : plus tard"]),
        ("no-side=quebec", []),
        ("no-kind=mission", []),
    ):
        open_at(page, choice)
        expect(shown).to_have_text(title)
    expect(page.locator(".mirror-none")).to_be_visible()
    open_at(page, "near=c")
    expect(page.locator(".mirror-summary")).to_contain_text("1 fiche")
    expect(page.locator(".mirror-summary")).to_contain_text("sur 2")
    expect(page.locator(".mirror-alone.france summary")).to_contain_text("(0 sur 1)")
    open_at(page, "")
    expect(shown).to_have_count(2)
    expect(page.locator(".mirror-alone.france summary")).to_contain_text("(1)")


def test_records_of_the_selected_actor_come_first(open_view: Opener) -> None:
    page = open_view(two_pairs_page()).page
    open_at(page, "actor=c")
    titles = page.locator(".mirror-account h3")
    expect(titles).to_have_text(["Titre : plus tard", "Titre : visite"])
    told = page.get_by_role("status").filter(has_text="en tête")
    expect(told).to_contain_text("1 fiche en tête, et 0 fiche qu’une seule rive raconte")
    expect(page.locator(".mirror-account.chosen + .mirror-others")).to_be_visible()
    titles.nth(1).locator("button").click()  # a record that is read leaves the order as it is
    expect(titles).to_have_text(["Titre : plus tard", "Titre : visite"])
    page.keyboard.press("ArrowUp")
    assert "plus tard" in page.evaluate("document.activeElement.textContent")
    page.locator("[data-language=en]").click()
    expect(page.locator(".mirror-first")).to_contain_text("1 record first")
    open_at(page, "lang=en&no-side=france&actor=c")
    expect(page.locator(".mirror-first")).to_contain_text("no record that both shores tell")
    open_at(page, "")
    expect(titles).to_have_text(["Titre : visite", "Titre : plus tard"])
    expect(page.locator(".mirror-first")).to_be_empty()


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
