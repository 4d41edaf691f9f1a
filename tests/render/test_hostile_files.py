"""Stills, files of what is seen and notebook cells of a hostile graph: whole, and only text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from lxml import etree
from tests.render.conftest import Opened, watch
from tests.render.hostile import HOSTILE, hostile_view_of, planted

from coopgraph.api.picture import Picture
from coopgraph.render.stills import STILLS, draw_still
from coopgraph.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser

FILES = ("csv", "png", "svg", "gexf")
ELEMENTS = {"svg", "g", "path", "rect", "circle", "line", "polygon", "polyline", "ellipse",
            "text", "tspan", "title", "desc", "defs", "pattern", "clipPath", "linearGradient",
            "stop", "use", "symbol", "style", "marker", "metadata"}  # fmt: skip

OpenFile: TypeAlias = "Callable[[str, str], Opened]"


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[OpenFile]:
    """Open a text as a file of this name; what it says or asks for fails the test at its end."""
    opened: list[Opened] = []

    def open_(name: str, text: str) -> Opened:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        one = Opened(browser.new_context().new_page())
        opened.append(one)
        watch(one, path.as_uri())
        one.page.goto(path.as_uri())
        return one

    yield open_
    for one in opened:
        one.page.context.close()
        assert one.problems == []


def only_drawing(root: etree._Element) -> bool:
    """Tell whether an SVG holds nothing but shapes and words, without a handler or an address."""
    named = {etree.QName(one).localname for one in root.iter("{*}*")} <= ELEMENTS
    keys = {etree.QName(key).localname for one in root.iter() for key in one.attrib}
    return named and not {key for key in keys if key.startswith("on")} | (keys & {"href"})


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", sorted(STILLS))
def test_a_still_is_only_a_drawing(open_file: OpenFile, name: str, text: str) -> None:
    view = hostile_view_of(name, text)
    for language in ("fr", "en"):
        svg = draw_still(view, language)
        root = etree.fromstring(svg.encode())
        assert only_drawing(root)
        page = open_file(f"{language}.svg", svg).page
        wide, high = page.evaluate(
            """() => [...document.querySelectorAll('text')].reduce(([x, y], one) => {
              const { right, bottom } = one.getBoundingClientRect();
              return [Math.max(x, right), Math.max(y, bottom)];
            }, [0, 0])"""
        )
        box = page.evaluate(
            "(b => [b.right, b.bottom])(document.rootElement.getBoundingClientRect())"
        )
        assert wide <= box[0] + 1
        assert high <= box[1] + 1


@pytest.mark.parametrize("name", [*VIEWS])
def test_files_of_what_is_seen_are_whole(open_view: Opener, name: str, tmp_path: Path) -> None:
    page = open_view(hostile_view_of(name, "attacks")).page
    for kind in FILES:
        button = page.locator(f"#menu [data-action={kind}]")
        if not button.count():
            continue
        page.locator("#menu summary").click()
        with page.expect_download() as coming:
            button.click()
        path = tmp_path / f"file.{kind}"
        coming.value.save_as(path)
        assert coming.value.suggested_filename.isascii()
        assert path.stat().st_size > 100
        if kind == "svg":
            assert only_drawing(etree.parse(path).getroot())
        if kind == "gexf":
            assert etree.QName(etree.parse(path).getroot()).localname == "gexf"
    assert planted(page) == []


@pytest.mark.parametrize("name", [*VIEWS])
def test_a_cell_of_a_notebook_runs_nothing_of_it(open_file: OpenFile, name: str) -> None:
    forms = Picture(hostile_view_of(name, "attacks"))._repr_mimebundle_()
    assert only_drawing(etree.fromstring(forms["image/svg+xml"].encode()))
    assert "\x1b" not in forms["text/plain"]
    assert "\u202e" not in forms["text/plain"]
    cell = f"<!doctype html><meta charset=utf-8><main>{forms['text/html']}</main>"
    page = open_file("cell.html", cell).page
    tags = page.locator("main > *").evaluate_all("all => all.map(one => one.localName)")
    assert tags == ["style", "iframe", "img"]
    frame = page.frame_locator("iframe")
    frame.locator("#twin-body tr button").first.click()
    assert frame.locator("img, iframe, object, #app script").count() == 0
