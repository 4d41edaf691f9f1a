"""A network of more nodes than vis-network bears: drawn by WebGL, with the same controls."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect
from tests.render.projected import projected_view
from tests.render.test_page_hostile import HOSTILE
from tests.render.views import large_view

from coopgraph.render.html import MOST_BY_VIS
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

NUMBER = 1500
FRANCE = (0x00, 0x72, 0xB2)
FIRST_GROUP = (0x8A, 0x63, 0xD2)
COUNT = """async ([data, wanted]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.width, height: image.height,
  });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
  const numbers = { ink: 0, wanted: 0 };
  for (let i = 0; i < bytes.length; i += 4) {
    if (bytes[i] < 250 || bytes[i + 1] < 250 || bytes[i + 2] < 250) numbers.ink += 1;
    const far = (channel) => Math.abs(bytes[i + channel] - wanted[channel]);
    if (far(0) + far(1) + far(2) < 12) numbers.wanted += 1;
  }
  return numbers;
}"""


class Pixels(NamedTuple):
    """How many pixels of a picture are not paper, and how many have the colour asked for."""

    ink: int
    wanted: int


def pixels(page: Page, colour: tuple[int, int, int] = FRANCE) -> Pixels:
    """Count in the picture as it stands on the page, once it stands still."""
    page.wait_for_timeout(100)
    return counted(page, page.locator("#stage").screenshot(), colour)


def pixels_taken(page: Page) -> Pixels:
    """Count in the PNG that the page makes of what is seen."""
    page.locator("#menu summary").click()
    with page.expect_download() as file:
        page.locator("#menu [data-action=png]").click()
    return counted(page, file.value.path().read_bytes(), FRANCE)


def counted(page: Page, png: bytes, colour: tuple[int, int, int]) -> Pixels:
    return Pixels(**page.evaluate(COUNT, [base64.b64encode(png).decode(), colour]))


def hidden_layers(page: Page) -> list[str]:
    """Return which of the layers that WebGL draws are hidden."""
    found: list[str] = page.evaluate(
        "['edges', 'nodes'].filter((name) => "
        "document.querySelector(`canvas.sigma-${name}`).style.visibility === 'hidden')"
    )
    return found


def find(page: Page, name: str) -> None:
    page.fill("#search", name)
    page.keyboard.press("Enter")


def heading(page: Page) -> str:
    return page.locator("#known h3").first.inner_text()


def zoom_in(page: Page, times: int) -> None:
    for _ in range(times):
        page.locator("[data-action=zoom-in]").click()


def test_thousands_are_drawn_and_the_period_hides_what_is_not_in_it(open_view: Opener) -> None:
    assert NUMBER > MOST_BY_VIS
    page = open_view(large_view(NUMBER)).page
    whole = pixels(page)
    assert whole.wanted > 1000
    assert hidden_layers(page) == []
    page.locator("#to").focus()
    page.keyboard.press("Home")
    expect(page.locator("#period-years")).to_have_text("2008")
    year = pixels(page)
    assert 0 < year.wanted < whole.wanted / 2
    assert year.ink < whole.ink / 2
    page.locator("#whole").click()
    assert pixels(page) == whole


def test_search_brings_an_actor_to_the_middle_where_a_click_selects_it(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    zoom_in(page, 12)
    find(page, "acteur n1499")
    assert heading(page) == "Acteur n1499"
    assert hidden_layers(page) == ["edges", "nodes"]
    box = page.locator("#stage").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator("#known .top button").click()
    expect(page.locator("#known .top")).to_have_count(0)
    page.mouse.move(*middle)
    expect(page.locator("#stage.over")).to_have_count(1)
    page.mouse.click(*middle)
    expect(page.locator("#known .top h3")).to_have_text("Acteur n1499")
    page.locator("[data-action=fit]").click()
    page.wait_for_timeout(100)
    assert hidden_layers(page) == []


def test_near_by_there_are_shapes_and_letters(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    zoom_in(page, 14)
    page.wait_for_timeout(100)
    assert "nodes" in hidden_layers(page)
    assert pixels(page).wanted > 500  # not of WebGL then
    near = pixels(page)
    page.mouse.move(700, 400)
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(500)
    page.mouse.move(2, 2)
    assert pixels(page) != near
    page.locator("[data-action=fit]").click()
    page.wait_for_timeout(100)
    assert hidden_layers(page) == []


def test_the_picture_is_walked_by_keyboard(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    page.locator("#stage").focus()
    page.keyboard.press("ArrowRight")
    first = heading(page)
    expect(page.locator("#live")).to_contain_text(first)
    page.keyboard.press("ArrowLeft")
    assert heading(page) != first
    page.keyboard.press("h")
    expect(page.locator("#narrowed")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("#narrowed")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#known .top")).to_have_count(0)


def test_colours_and_sizes_change(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    before = pixels(page)
    page.select_option("#choose-sizeBy", "strength")
    assert pixels(page).wanted != before.wanted
    assert pixels(page, FIRST_GROUP).wanted == 0
    page.select_option("#choose-colourBy", "kind")
    assert pixels(page, FIRST_GROUP).wanted > 1000
    assert pixels(page).wanted == 0
    page.select_option("#choose-colourBy", "side")
    page.select_option("#choose-sizeBy", "ties")
    assert pixels(page) == before


def test_what_is_selected_stands_out(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    before = pixels(page)
    find(page, "acteur n700")
    page.locator("[data-action=fit]").click()
    chosen = pixels(page)
    assert chosen.wanted < before.wanted / 4
    page.locator("#to").focus()
    for key in ("ArrowLeft", "ArrowLeft", "End"):
        page.keyboard.press(key)
    assert pixels(page) == chosen
    page.locator("#known .top button").click()
    assert pixels(page) == before


def test_the_svg_holds_what_is_seen(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    page.locator("#menu summary").click()
    with page.expect_download() as file:
        page.locator("#menu [data-action=svg]").click()
    text = file.value.path().read_text(encoding="utf-8")
    assert text.count("translate(") == NUMBER
    assert re.search(r"<text[^>]*>Acteur n", text)


@pytest.mark.parametrize("large_first", [True, False])
def test_a_large_and_a_small_projection_change_places(
    open_view: Opener, *, large_first: bool
) -> None:
    page = open_view(with_small(large_first=large_first)).page
    both = ["dune", "oases"] if large_first else ["oases", "dune"]
    for name in (*both, *both):
        page.select_option("#choose-projection", name)
        expect(page.locator("#counts-actors")).to_contain_text("1 500" if name == "dune" else "3")
        assert pixels(page).wanted > (1000 if name == "dune" else 100)
        assert hidden_layers(page) == ([] if name == "dune" else ["edges", "nodes"])
        page.locator("#stage").focus()
        page.keyboard.press("ArrowRight")
        assert heading(page).startswith("Acteur n") == (name == "dune")
        page.keyboard.press("Escape")


def with_small(*, large_first: bool) -> View:
    """Return a page of 1,500 actors with three oases as another projection, or the reverse."""
    [oases] = projected_view().also
    large = large_view(NUMBER)
    if large_first:
        return replace(large, also=(oases,), facts=dict(oases.facts) | dict(large.facts))
    return replace(oases, also=(large,), facts=dict(large.facts) | dict(oases.facts))


def test_hostile_names_and_ids_are_harmless(open_view: Opener) -> None:
    view = large_view(NUMBER)
    ids = {f"n{i}": text for i, text in enumerate(HOSTILE)}
    nodes = tuple(
        node._replace(id=ids[node.id], label=Words(ids[node.id], ids[node.id]))
        if node.id in ids
        else node
        for node in view.nodes
    )
    ties = tuple(
        tie._replace(source=ids.get(tie.source, tie.source), target=ids.get(tie.target, tie.target))
        for tie in view.ties
    )
    page = open_view(replace(view, nodes=nodes, ties=ties)).page
    assert pixels(page).wanted > 1000
    for name in ("__proto__", "constructor", HOSTILE[0]):
        find(page, name)
        assert heading(page) == name
    assert page.locator("img, iframe, object, embed").count() == 0
    expect(page.locator("#counts-actors")).to_contain_text("1 500")


def test_it_fits_a_phone(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER), viewport={"width": 390, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    widths = page.eval_on_selector_all("#canvas canvas", "all => all.map((one) => one.clientWidth)")
    assert max(widths) <= 390
    page.set_viewport_size({"width": 844, "height": 390})
    width = page.evaluate("document.getElementById('stage').clientWidth")
    expect(page.locator("canvas.sigma-nodes")).to_have_js_property("clientWidth", width)
    assert page.evaluate("document.documentElement.scrollWidth") == 844


def test_without_webgl_the_rest_of_the_page_works(open_view: Opener) -> None:
    page = open_view(large_view(NUMBER)).page
    page.add_init_script(
        "const usual = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
        "  return kind.startsWith('webgl') ? null : usual.call(this, kind, ...more); };"
    )
    page.reload()
    expect(page.locator("#canvas")).to_contain_text("WebGL")
    for button in ("zoom-in", "fit"):
        page.locator(f"[data-action={button}]").click()
    find(page, "acteur n1499")
    assert heading(page) == "Acteur n1499"
    page.locator("#to").focus()
    page.keyboard.press("Home")
    expect(page.locator("#period-years")).to_have_text("2008")
    assert pixels_taken(page).wanted > 1000
