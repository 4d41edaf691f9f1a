"""Several panes on one page: together, one at a time, on a phone, and driven by one state."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.render.conftest import Opener

from coopgraph.graph import build_graph
from coopgraph.views import VIEWS
from coopgraph.views.model import View

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SHOWN = "[...document.querySelectorAll('.pane')].filter(p => !p.hidden).map(p => p.id.slice(5))"
PANES = ["network", "map", "timeline", "chain", "matrix", "mirror"]


@pytest.fixture(scope="module")
def dashboard() -> View:
    folder = Path(__file__).parents[1] / "fixtures" / "dune"
    return VIEWS["dashboard"].make(build_graph(folder).store)


def test_opens_with_three_pictures_together(dashboard: View, open_view: Opener) -> None:
    page = open_view(dashboard).page
    assert page.evaluate(SHOWN) == ["network", "map", "timeline"]
    boxes = [page.locator(f"#pane-{name}").bounding_box() for name in PANES[:3]]
    assert all(box and box["width"] > 200 and box["height"] > 100 for box in boxes)


@pytest.mark.parametrize("name", PANES)
def test_each_picture_can_have_all_the_room(dashboard: View, open_view: Opener, name: str) -> None:
    page = open_view(dashboard, language="en").page
    page.click(f"#tabs [data-tab={name}]")
    assert page.evaluate(SHOWN) == [name]
    assert page.locator(f"#pane-{name}").evaluate("pane => pane.childElementCount") > 0
    page.wait_for_function("name => location.hash.includes(`tab=${name}`)", arg=name)
    page.click("#tabs [data-tab=all]")
    assert page.evaluate(SHOWN) == ["network", "map", "timeline"]


def named_cells(page: Page) -> set[str]:
    """Return the names of the filled cells of the matrix; fail where a name is missing or left."""
    cells: list[list[str]] = page.eval_on_selector_all(
        ".matrix tbody td", "all => all.map((one) => [one.textContent, one.ariaLabel || ''])"
    )
    filled = [(text, name) for text, name in cells if text or name]
    assert all(re.search(rf": {text} facts?$", name) for text, name in filled)
    assert len({name for _, name in filled}) == len(filled)
    return {name for _, name in filled}


def test_one_selection_and_one_period_drive_them_all(dashboard: View, open_view: Opener) -> None:
    page = open_view(dashboard, language="en").page
    page.click("#tabs [data-tab=matrix]")
    before, filled = page.locator("#counts-ties").inner_text(), named_cells(page)
    page.locator("#from").focus()
    page.keyboard.press("End")
    assert page.locator("#counts-ties").inner_text() != before
    assert 0 < len(named_cells(page)) < len(filled)
    page.click("#whole")
    page.locator("#twin-body tr button").first.click()
    assert page.locator("#known.chosen").count() == 1


def test_a_phone_shows_one_at_a_time_and_does_not_scroll_sideways(
    dashboard: View, open_view: Opener
) -> None:
    page = open_view(dashboard, viewport={"width": 390, "height": 844}).page
    assert page.evaluate(SHOWN) == ["network"]
    assert page.locator("#tabs [data-tab=all]").is_hidden()
    page.locator("#tab-network").focus()
    for name in [*PANES[1:], PANES[0]]:  # by the arrow, round to the first
        page.keyboard.press("ArrowRight")
        assert page.evaluate(SHOWN) == [name]
        assert page.evaluate("document.activeElement.id") == f"tab-{name}"
        assert page.get_attribute("#panes", "aria-labelledby") == f"tab-{name}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        box = page.locator(f"#tab-{name}").bounding_box()
        assert box
        assert box["x"] >= 0, name
        assert box["x"] + box["width"] <= 390, name
    assert page.locator("#tabs").evaluate("one => one.offsetHeight") < 60  # one line
    assert page.locator("#tabs [role=tab][tabindex='0'][aria-selected=true]").count() == 1


def test_a_link_opens_the_picture_that_it_names(dashboard: View, open_view: Opener) -> None:
    page = open_view(dashboard).page
    page.goto(page.url.partition("#")[0] + "#tab=matrix")
    page.reload()
    assert page.evaluate(SHOWN) == ["matrix"]
