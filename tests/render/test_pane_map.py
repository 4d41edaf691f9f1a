"""The map in a real browser: places, arcs, slider, selection, keyboard, words, phone, safety."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from tests.render.panes import map_page

from coopgraph.render import land

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

PLACES = ".map-place:not([display=none])"
ARCS = ".map-arc:not([display=none])"


def _places(page: Page) -> dict[str, str]:
    return dict(
        page.eval_on_selector_all(
            PLACES, "all => all.map(one => [one.dataset.place, one.getAttribute('aria-label')])"
        )
    )


def _sides(one: Locator) -> tuple[float, float]:
    box = one.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def _gap(one: Locator, other: Locator) -> float:
    """Return how many pixels lie between two circles, their strokes left aside."""
    x, y, r = (
        [circle.evaluate(f"one => one.{part}") for circle in (one, other)]
        for part in ("getScreenCTM().e", "getScreenCTM().f", "r.baseVal.value")
    )
    return math.hypot(x[0] - x[1], y[0] - y[1]) - float(sum(r))


def test_places_are_circles_with_their_facts_and_one_arc_joins_two(open_view: Opener) -> None:
    page = open_view(map_page()).page
    assert _places(page) == {
        "brest": "Brest, 8 faits, 1 acteur",
        "paris": "Paris, 1 fait, 0 acteur",
        "pays": "Pays, pays (un seul point sur la carte), 1 fait, 0 acteur",
        "rimouski": "Rimouski, 6 faits, 1 acteur",
    }
    assert page.locator(ARCS).count() == 1
    radii = page.eval_on_selector_all(
        PLACES, "all => all.map(one => [one.dataset.place, +one.firstChild.getAttribute('r')])"
    )
    sizes = dict(radii)
    assert sizes["brest"] > sizes["rimouski"] > sizes["paris"]


def test_an_area_is_a_ring_beside_the_town_whose_point_it_shares(open_view: Opener) -> None:
    page = open_view(map_page()).page
    town, area = (page.locator(f".map-place[data-place={name}]") for name in ("paris", "pays"))
    discs = [one.locator("circle").first for one in (town, area)]
    colour = discs[0].get_attribute("fill")
    assert discs[1].get_attribute("stroke") == colour != discs[1].get_attribute("fill")
    assert _gap(*discs) == pytest.approx(2, abs=0.5)
    page.locator("[data-view=france]").click()
    assert _gap(*discs) == pytest.approx(2, abs=0.5)
    key = page.locator(".map-key")
    assert "un point pour tout le territoire" in key.inner_text()
    area.click()
    about = page.locator("#known-body .about").inner_text()
    assert about == "France · pays (un seul point sur la carte) · Pays"
    page.focus("#to")
    for _ in range(11):
        page.keyboard.press("ArrowLeft")
    assert key.is_hidden()  # no area is seen


def test_who_cannot_be_drawn_is_listed_searched_and_opened(open_view: Opener) -> None:
    page = open_view(map_page()).page
    summary = page.locator(".map-beside summary")
    assert summary.inner_text() == "1 acteur ne peut être dessiné · 1 lieu hors de la carte"
    summary.click()
    (actor, place) = page.locator(".map-beside .lines button").all()
    assert actor.inner_text().split("\n")[0] == "Acteur c"
    assert place.inner_text().split("\n")[-1] == "Pays · sans coordonnées · 1 fait"
    help_ = page.locator(".map-beside > .help").inner_text()
    assert help_.startswith("1 sans lieu dans les sources.")
    page.fill(".map-find input", "personne")
    assert page.locator(".map-find [role=status]").inner_text() == "0 sur 1"
    assert actor.inner_text().split("\n")[0] != "Acteur c"
    page.fill(".map-find input", "ACTEUR")
    actor.click()
    assert page.locator("#known-body h3").first.inner_text() == "Acteur c"
    assert actor.get_attribute("aria-pressed") == "true"
    page.focus("#to")
    for _ in range(11):
        page.keyboard.press("ArrowLeft")  # to the years in which the actor has no tie
    assert page.locator(".map-beside").is_hidden()


def test_the_slider_drives_places_and_arcs(open_view: Opener) -> None:
    page = open_view(map_page()).page
    page.focus("#to")
    for _ in range(11):
        page.keyboard.press("ArrowLeft")
    assert page.locator("#period-years").inner_text() == "2008–2009"
    assert set(_places(page)) == {"brest"}  # an office alone
    assert page.locator(ARCS).count() == 0


def test_a_place_and_an_arc_open_their_facts(open_view: Opener) -> None:
    page = open_view(map_page()).page
    page.locator(".map-place[data-place=brest]").click()
    known = page.locator("#known-body")
    assert known.locator("h3").first.inner_text() == "Brest"
    assert known.locator("article").count() == 8
    assert page.get_attribute(".map-place[data-place=brest]", "aria-pressed") == "true"
    page.locator(".map-hit").first.dispatch_event("click")
    assert known.locator("h3").first.inner_text() != "Brest"
    assert known.locator("article").count() == 6
    page.locator("#known-body .top .plain").click()
    assert page.locator("[aria-pressed=true].map-place").count() == 0


def test_choosing_an_actor_elsewhere_is_seen_here(open_view: Opener) -> None:
    page = open_view(map_page()).page
    page.fill("#search", "Acteur b")
    page.keyboard.press("Enter")
    assert page.get_attribute(".map-place[data-place=rimouski]", "aria-pressed") == "true"


def test_frames_and_zoom(open_view: Opener) -> None:
    page = open_view(map_page()).page
    brest = page.locator(".map-place[data-place=brest]")
    rimouski = page.locator(".map-place[data-place=rimouski]")
    begin, end = _sides(page.locator(".map-stage"))
    left, right = _sides(rimouski)[0], _sides(brest)[0]
    assert begin < left < right < end
    page.locator("[data-view=france]").click()
    assert page.get_attribute("[data-view=france]", "aria-pressed") == "true"
    assert _sides(rimouski)[0] < begin
    page.locator("[data-action=fit]").click()
    assert _sides(rimouski)[0] == pytest.approx(left)
    page.locator("[data-action=zoom-in]").click()
    assert _sides(brest)[0] - _sides(rimouski)[0] > right - left


def test_the_keyboard_walks_from_place_to_place(open_view: Opener) -> None:
    page = open_view(map_page()).page
    focused = "document.activeElement.dataset.place"
    assert page.locator(".map-place[tabindex='0']").count() == 1
    page.focus(".map-place[tabindex='0']")
    assert page.evaluate(focused) == "brest"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == "rimouski"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "paris"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "known-body"
    assert page.locator("#known-body h3").first.inner_text() == "Paris"


def test_the_credit_or_what_to_run_is_said(
    open_view: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(land, "_outlines", dict)
    land.draw_panel.cache_clear()
    page = open_view(map_page(), language="en").page
    text = "The outlines are missing: build them by “python hatch_build.py”."
    assert page.locator(".map-credit").inner_text() == text
    assert page.locator(".map-graticule").count() == 2
    land.draw_panel.cache_clear()


def test_both_languages_and_a_phone(open_view: Opener) -> None:
    page = open_view(map_page(), viewport={"width": 390, "height": 844}).page
    page.locator("[data-language=en]").click()
    assert _places(page)["paris"] == "Paris, 1 fact, 0 actors"
    assert page.locator("[data-view=both]").inner_text() == "Both shores"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.set_viewport_size({"width": 1000, "height": 900})  # a pane as narrow as in the dashboard
    assert page.locator(".map-top").evaluate("top => top.clientHeight") < 90


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "x" * 10_000, "\u202egnp"])
def test_a_hostile_label_is_only_text(open_view: Opener, text: str) -> None:
    page = open_view(map_page(label=text)).page
    page.locator(".map-place[data-place=brest]").dispatch_event("click")
    page.locator(".map-beside summary").click()
    assert page.locator("#app script, #app img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
    assert page.locator(".map-names text").count() >= 1


def test_the_search_offers_places_below_the_actors(open_view: Opener) -> None:
    page = open_view(map_page()).page
    page.fill("#search", "rimou")
    (offer,) = page.locator("#found [data-other]").all()
    assert offer.inner_text().split() == ["Rimouski", "lieu"]
    page.keyboard.press("ArrowUp")  # the last one
    page.keyboard.press("Enter")
    assert page.locator("#known-body h3").first.inner_text() == "Rimouski"
    assert page.locator("[data-place=rimouski]").get_attribute("aria-pressed") == "true"
    page.fill("#search", "nulle part au monde")
    assert page.locator("#found [role=option]").count() == 1
    page.locator("#found li").click(force=True)  # it says that there is nothing: nothing happens
    assert page.locator("#known-body h3").first.inner_text() == "Rimouski"
