"""Every view of a graph full of hostile texts: texts they stay, and nothing leaves its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.render.hostile import HOSTILE, NAMES, hostile_view_of, out_of_place, planted
from tests.render.views import large_view

from coopgraph.render.html import MOST_BY_VIS
from coopgraph.views.model import View, Words

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

CONTROLS = ("#title", "#counts", "#search", "#languages", "#menu summary", "#play", "#period-years")
PHONE = {"width": 390, "height": 844}


def press_all(page: Page) -> None:
    """Select from the table and the panel, search, open what folds, choose, and click pictures."""
    page.locator("#twin-body tr button").first.click()
    page.evaluate("document.querySelectorAll('details:not(#menu)').forEach(d => { d.open = true })")
    for button in page.locator("#known-body .lines button").all()[:1]:
        button.click()
    page.fill("#search", "Dune")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for field in page.locator("#looks select:visible").all():
        for value in field.locator("option").evaluate_all("all => all.map(o => o.value)"):
            field.select_option(value)
        field.select_option(index=0)
    shown = page.locator("#panes button:visible, #panes [role=button]:visible")
    for number in range(min(3, shown.count())):
        shown.nth(number).click(force=True)
    page.locator("#known-body .plain").first.evaluate_all("all => all.forEach(b => b.click())")


def press_tabs(page: Page) -> None:
    """Press all that there is, in every tab where there are several."""
    tabs = page.locator("#tabs button:visible").all()
    for tab in tabs:
        tab.click()
        press_all(page)
    if not tabs:
        press_all(page)


# Every view shows what attacks. Shell and network are the same in most: what is long or runs from
# right to left is clicked through where a pane lays text out in its own way.
CLICKED = [
    *((name, "attacks") for name in NAMES),
    *((name, "long") for name in ("network", "timeline", "chain", "mirror")),
    ("network", "right-to-left"),
]


@pytest.mark.parametrize(("name", "text"), CLICKED)
def test_every_view_shows_it_as_text(open_view: Opener, name: str, text: str) -> None:
    page = open_view(hostile_view_of(name, text)).page
    for language, press in (("en", press_tabs), ("fr", press_all)):
        page.locator(f"[data-language={language}]").click()
        press(page)
        page.evaluate("scrollTo(0, 0)")
        assert planted(page) == []
        assert out_of_place(page, *CONTROLS) == []
    page.locator("#twin-top [data-action=cite]").click()
    assert planted(page) == []
    assert out_of_place(page, "#cite", "#cite .buttons") == []


@pytest.mark.parametrize(
    ("name", "text"), [*((name, "long") for name in NAMES), ("network", "right-to-left")]
)
def test_a_phone_keeps_its_layout(open_view: Opener, name: str, text: str) -> None:
    page = open_view(hostile_view_of(name, text), viewport=PHONE).page
    assert out_of_place(page, *CONTROLS) == []
    for tab in page.locator("#tabs button:visible").all():
        tab.click()
        assert out_of_place(page, *CONTROLS) == []
    page.locator("#twin-body tr button").first.click()
    page.locator("#sheets [data-open=known]").click()
    page.wait_for_timeout(250)
    assert out_of_place(page, "#known .sheet-close") == []
    assert planted(page) == []


def hostile_crowd() -> View:
    """Return more actors than vis-network draws, every one of them with a hostile name."""
    view = large_view(MOST_BY_VIS + 200)
    both = Words(HOSTILE["attacks"], HOSTILE["attacks"])
    nodes = tuple(node._replace(label=both, kind=both, place=both) for node in view.nodes)
    return replace(view, nodes=nodes, title=both, description=both)


def test_a_large_network_shows_it_as_text(open_view: Opener) -> None:
    page = open_view(hostile_crowd()).page
    assert page.locator("#canvas canvas").count() > 1  # drawn by WebGL
    for language in ("en", "fr"):
        page.locator(f"[data-language={language}]").click()
        page.locator("#stage").focus()
        page.keyboard.press("ArrowRight")
        page.mouse.move(600, 400)
        press_all(page)
        page.evaluate("scrollTo(0, 0)")
        assert planted(page) == []
        assert out_of_place(page, *CONTROLS) == []
