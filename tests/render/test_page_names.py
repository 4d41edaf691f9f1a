"""An actor selected in a crowd: its mark and its name are seen, and the search comes near."""

from __future__ import annotations

from math import cos, dist, sin
from typing import TYPE_CHECKING, Any

import pytest
from tests.render.views import make_fact, make_node, make_tie, make_view

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

_WATCH = """() => {
  const drawn = { names: [], marks: [], chosen: null };
  window.drawn = drawn;
  const pen = CanvasRenderingContext2D.prototype;
  const { fillText, fill, stroke, clearRect } = pen;
  pen.clearRect = function (...box) {
    Object.assign(drawn, { names: [], marks: [], chosen: null });
    return clearRect.apply(this, box);
  };
  pen.fillText = function (text, x, y) {
    if (text.includes('\\u2068')) {
      const half = this.measureText(text).width / 2;
      drawn.names.push({ text: text.slice(1, -1), left: x - half, right: x + half, y });
    }
    return fillText.call(this, text, x, y);
  };
  pen.fill = function (...path) {
    const { a, e, f } = this.getTransform();
    if (path.length) drawn.marks.push([e, f]);
    return fill.apply(this, path);
  };
  pen.stroke = function (...path) {
    const { a, e, f } = this.getTransform();
    if (this.strokeStyle === '#b4005a' && a > 1) drawn.chosen = { x: e, y: f, reach: a };
    return stroke.apply(this, path);
  };
}"""


def _crowd() -> View:
    """Return forty actors on one heap, each tied to the weakest of them, and two far away."""
    heap = [
        make_node(f"h{i}", 500 + 6 * i**0.5 * cos(2.4 * i), 500 + 6 * i**0.5 * sin(2.4 * i))
        for i in range(40)
    ]
    far = [make_node("west", 0, 0), make_node("east", 1000, 1000)]
    pairs = [("west", "east"), *((node.id, "h0") for node in heap[1:])]
    pairs += [(f"h{i}", f"h{i + step}") for i in range(1, 30) for step in (2, 5, 9)]
    ties = tuple(make_tie(f"t{i}", a, b, "f") for i, (a, b) in enumerate(pairs))
    return make_view((*heap, *far), ties, (make_fact("f", "2010"),))


def _drawn(page: Page) -> dict[str, Any]:
    page.wait_for_timeout(150)
    found: dict[str, Any] = page.evaluate("window.drawn")
    return found


def test_no_name_covers_what_is_selected_and_its_own_is_written(open_view: Opener) -> None:
    page = open_view(_crowd()).page
    page.evaluate(_WATCH)
    page.evaluate("location.hash = 'actor=h0'")
    drawn = _drawn(page)
    chosen = drawn["chosen"]
    assert "Acteur h0" in [name["text"] for name in drawn["names"]]
    over = [
        name
        for name in drawn["names"]
        if name["left"] < chosen["x"] < name["right"] and abs(name["y"] - chosen["y"]) < 8
    ]
    assert over == []
    assert drawn["marks"][-1] == [chosen["x"], chosen["y"]]  # over all others


def test_a_search_comes_near_enough_to_tell_neighbours_apart(open_view: Opener) -> None:
    page = open_view(_crowd()).page
    page.evaluate(_WATCH)
    page.fill("#search", "acteur h7")
    page.keyboard.press("Enter")
    drawn = _drawn(page)
    place = (drawn["chosen"]["x"], drawn["chosen"]["y"])
    others = [mark for mark in drawn["marks"] if dist(mark, place) > 0.01]
    assert min(dist(mark, place) for mark in others) >= 20
