"""One actor and those near it, a path to another one, hidden and pinned actors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.projected import chain_view
from tests.render.views import large_view

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def choose(page: Page, name: str) -> None:
    """Find an actor and select it."""
    page.fill("#search", name)
    page.keyboard.press("Enter")


def test_only_an_actor_and_its_neighbours_then_two_steps(open_view: Opener) -> None:
    opened = open_view(chain_view())
    page = opened.page
    choose(page, "acteur a")
    page.locator("[data-act='ego.1']").click()
    assert opened.rows() == ["ab"]
    assert page.evaluate("document.activeElement.dataset.act") == "ego.1"
    assert page.locator("[data-act='ego.1']").get_attribute("aria-pressed") == "true"
    assert "Seulement Acteur a et ses voisins" in page.locator("#narrowed").inner_text()
    page.locator("[data-act='ego.2']").click()
    assert opened.rows() == ["ab", "bc", "bc2"]
    page.locator("[data-action=widen]").click()
    assert opened.rows() == ["ab", "bc", "bc2", "cd", "de"]
    assert not page.locator("#narrowed").is_visible()


def test_neighbours_are_those_of_the_period(open_view: Opener) -> None:
    opened = open_view(chain_view())
    choose(opened.page, "acteur a")
    opened.page.locator("[data-act='ego.2']").click()
    opened.page.locator("#from").focus()
    opened.page.keyboard.press("PageUp")
    assert opened.rows() == []
    opened.page.keyboard.press("Home")
    assert opened.rows() == ["ab", "bc", "bc2"]


def test_a_path_is_drawn_and_told_step_by_step(open_view: Opener) -> None:
    page = open_view(chain_view()).page
    choose(page, "acteur a")
    page.locator("#path-to").fill("acteur d")
    page.keyboard.press("Enter")
    assert page.locator("#known .ends .actor").all_inner_texts() == ["Acteur a", "Acteur d"]
    assert "Le plus court chemin\u00a0: 3 pas" in page.locator("#known .about").inner_text()
    assert page.locator("#known .step").all_inner_texts() == [
        "Acteur a et Acteur b ont pris part à une mission.",
        "Acteur b et Acteur c ont pris part à une mission.",
        "Acteur c et Acteur d ont pris part à une mission.",
    ]
    assert page.locator("#known .steps .sentence").all_inner_texts() == [
        f"La mission f{number} a eu lieu." for number in (0, 1, 4, 2)
    ]
    chosen = page.eval_on_selector_all(
        "#twin-body tr.chosen", "rows => rows.map(row => row.dataset.tie)"
    )
    assert chosen == ["ab", "bc", "bc2", "cd"]
    page.locator("#to").focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    assert "Aucun chemin par les liens montrés" in page.locator("#known").inner_text()
    page.locator("[data-action=widen]").click()
    assert page.locator("#known h3.ends").count() == 0


def test_an_actor_is_no_end_of_its_own_path(open_view: Opener) -> None:
    page = open_view(chain_view()).page
    choose(page, "acteur a")
    page.locator("#path-to").fill("acteur a")
    assert "Aucun acteur de ce nom" in page.locator("#path-found").inner_text()


def test_a_hidden_actor_is_gone_until_it_is_shown_again(open_view: Opener) -> None:
    opened = open_view(chain_view())
    page = opened.page
    choose(page, "acteur b")
    page.locator("[data-act=hide]").click()
    assert opened.rows() == ["cd", "de"]
    assert page.locator("#counts-ties").inner_text() == "2 liens"
    expect(page.locator("#live")).to_have_text("Acteur b est masqué.")
    page.locator("#hidden summary").click()
    assert page.locator("#hidden summary").inner_text() == "1 acteur masqué"
    page.get_by_role("button", name="Montrer de nouveau Acteur b").click()
    assert opened.rows() == ["ab", "bc", "bc2", "cd", "de"]
    assert not page.locator("#hidden").is_visible()


def test_the_keyboard_does_it_all_from_the_picture(open_view: Opener) -> None:
    opened = open_view(chain_view())
    page = opened.page
    choose(page, "acteur c")
    page.locator("#stage").focus()
    page.keyboard.press("n")
    assert opened.rows() == ["bc", "bc2", "cd"]
    page.keyboard.press("p")
    assert page.locator("[data-act=pin]").get_attribute("aria-pressed") == "true"
    page.keyboard.press("u")
    page.keyboard.press("h")
    assert opened.rows() == ["ab", "de"]
    page.keyboard.press("u")
    assert opened.rows() == ["ab", "bc", "bc2", "cd", "de"]
    every = ["ab", "bc", "bc2", "cd", "de"]
    steps = (["ab", "de"], every, ["bc", "bc2", "cd"], ["bc", "bc2", "cd"], every, every)
    for before in steps:  # U, H, U, P, N; then nothing is left to take back
        page.keyboard.press("Control+z")
        assert opened.rows() == before
    assert page.locator("#known [aria-pressed=true]").count() == 0


def test_a_pinned_name_is_written_in_the_picture_among_hundreds(open_view: Opener) -> None:
    page = open_view(large_view(300)).page
    written = names_in_svg(page)
    weakest = next(name for name in ("Acteur n299", "Acteur n298") if name not in written)
    choose(page, weakest)
    page.locator("[data-act=pin]").click()
    assert weakest in names_in_svg(page)
    page.locator("[data-act='ego.1']").click()
    across, down = zip(*marks_in_svg(page), strict=True)
    assert len(across) < 10
    assert max(across) - min(across) > 0.6 * 1600 or max(down) - min(down) > 0.6 * 1000


def names_in_svg(page: Page) -> list[str]:
    """Return the names that the SVG of what is seen writes."""
    return re.findall(r"<text[^>]*>(Act[^<]+)</text>", svg_of(page))


def marks_in_svg(page: Page) -> list[tuple[float, float]]:
    """Return where the marks of the actors stand in the SVG of what is seen."""
    found = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", svg_of(page))
    return [(float(x), float(y)) for x, y in found]


def svg_of(page: Page) -> str:
    page.locator("#menu summary").click()
    with page.expect_download() as file:
        page.locator("#menu [data-action=svg]").click()
    return file.value.path().read_text(encoding="utf-8")
