"""The lanes of the timeline that fold: counts a year instead of bars, opened by click and key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.render.panes import timeline_page
from tests.render.views import dated_view

from coopgraph.render.timeline_bands import count_years

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import Json, View

pytestmark = pytest.mark.browser

ITEMS = ".tl-item"
FULL = ".tl-fold[data-lane=both]"
COUNTS = "all => all.map((box) => box.lane.counts?.years.map((one) => [one.year, ...one.counts]))"


def _full_page() -> View:
    """Return thirty missions of both shores that may overlap, and two of one shore."""
    view = dated_view([*(f"1990/{2000 + year % 28}" for year in range(30)), "2001", "2003~"])
    bars: Json = {"fact": [*view.facts], "kind": ["mission"] * 32,
                  "side": ["both"] * 30 + ["quebec"] * 2, "labels": {}, "signed": {}}  # fmt: skip
    own: dict[str, Json] = {"timeline": bars}
    return replace(view, panes=("timeline",), extras=own, first_year=1990, last_year=2028)


def _expanded(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        ".tl-fold", "all => all.map((one) => one.getAttribute('aria-expanded'))"
    )
    return found


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.lane ?? ''"))


def test_a_lane_that_is_too_full_starts_folded_and_all_lanes_are_in_the_window(
    open_view: Opener,
) -> None:
    page = open_view(_full_page()).page
    assert _expanded(page) == ["false", "true"]
    assert page.locator(ITEMS).count() == 2
    assert page.locator(f"{FULL} .tl-most").inner_text() == "par an\u00a0: 30 au plus (1990)"
    fits = "one => one.scrollHeight <= one.clientHeight"
    assert page.eval_on_selector(".tl-scroll", fits)
    page.fill("#search", "Acteur a1")
    page.keyboard.press("Enter")  # an actor is lit up where a lane is folded, and opens none
    assert page.locator(".tl-band .tl-chosen").count() == 1
    assert _expanded(page) == ["false", "true"]
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.eval_on_selector(".tl-scroll", fits)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_click_opens_and_folds_and_a_drag_does_neither(open_view: Opener) -> None:
    page = open_view(replace(_full_page(), window=("2000-01-01", "2009-12-31"))).page
    page.locator(FULL).click()
    assert _expanded(page) == ["true", "true"]
    assert page.locator(".tl-band").count() == 0
    page.locator(".tl-scroll").evaluate("one => { one.scrollTop = 200; }")
    page.locator(FULL).click()  # its name stays in sight while its bars scroll
    assert _expanded(page) == ["false", "true"]
    page.locator("[data-all=open]").click()
    assert (_expanded(page), page.locator(ITEMS).count()) == (["true", "true"], 32)
    page.locator("[data-all=fold]").click()
    assert (_expanded(page), page.locator(ITEMS).count()) == (["false", "false"], 0)
    box = page.locator(FULL).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 400 + box["width"] / 10, box["y"] + 40, steps=4)
    page.mouse.up()
    assert page.locator("#period-years").inner_text() == "1999–2008"
    assert _expanded(page) == ["false", "false"]  # nor does the period
    page.locator(FULL).press("Enter")  # the drag is over: the keyboard opens
    assert _expanded(page) == ["true", "false"]


def test_the_keyboard_walks_over_names_and_items(open_view: Opener) -> None:
    page = open_view(_full_page()).page
    page.focus(FULL)
    page.keyboard.press("ArrowDown")
    assert _focused(page) == "quebec"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.fact") == "f30"
    page.keyboard.press("ArrowUp")
    assert _focused(page) == "both"  # folded: no item to go to
    page.keyboard.press("ArrowRight")
    assert _expanded(page) == ["true", "true"]
    assert _focused(page) == "both"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")  # before its first item, the name of a lane
    assert _focused(page) == "both"
    page.keyboard.press("ArrowLeft")
    assert _expanded(page) == ["false", "true"]


def test_page_and_still_count_the_same_and_plans_are_dotted(open_view: Opener) -> None:
    view = timeline_page()
    page = open_view(view).page
    page.locator("[data-by=kind]").click()
    page.locator("[data-all=fold]").click()
    drawn = page.eval_on_selector_all(".tl-folds > div", COUNTS)
    missions = [view.facts[name] for name in ("visit", "vague", "plan")]
    items = [
        (
            (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end),
            "planned" not in fact.doubts,
        )
        for fact in missions
    ]
    assert drawn[1] == [list(one) for one in count_years(items, view.first_year, view.last_year)]
    dotted = page.locator(".tl-band [data-part=planned][stroke-dasharray]")
    assert dotted.count() == 1
    assert page.locator(".tl-band [data-part=possible][fill-opacity]").count() >= 1
