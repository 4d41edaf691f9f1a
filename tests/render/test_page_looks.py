"""What colours and sizes say, further projections, one picture a decade, numbers of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.render.projected import chain_view, measured_view, projected_view
from tests.render.views import dated_view, one_tie_view

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

pytestmark = pytest.mark.browser


def options(page: Page, name: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"#choose-{name} option", "options => options.map(option => option.value)"
    )
    return found


def test_only_what_the_data_know_is_on_offer(open_view: Opener) -> None:
    page = open_view(chain_view()).page
    assert options(page, "colourBy") == ["side", "kind"]
    assert options(page, "sizeBy") == ["ties", "strength"]
    assert not page.locator("#choose-projection").is_visible()
    page = open_view(measured_view()).page
    assert options(page, "colourBy") == ["side", "kind", "theme", "community"]
    assert options(page, "sizeBy") == ["ties", "strength", "betweenness"]


def test_groups_have_a_letter_a_name_and_their_strongest_members(open_view: Opener) -> None:
    page = open_view(measured_view()).page
    page.locator("#legend summary").click()
    page.select_option("#choose-colourBy", "community")
    legend = page.locator("#legend-body").inner_text()
    assert "Communauté A\nActeur b, Acteur c, Acteur a" in legend
    assert "Autres, ou aucun" in legend
    amounts = page.locator("#groups .number")
    assert amounts.all_inner_texts() == ["3", "2"]
    page.locator("#from").focus()
    page.keyboard.press("PageUp")
    assert amounts.all_inner_texts() == ["2", "2"]
    assert page.locator("#legend .number").all_inner_texts() == ["2", "2"]
    page.keyboard.press("Home")
    page.select_option("#choose-colourBy", "theme")
    legend = page.locator("#legend-body").inner_text()
    assert "Le sable" in legend
    assert "Le sel" in legend
    assert page.locator("#legend-body .letter").all_text_contents()[-2:] == ["1", "2"]
    page.fill("#search", "acteur e")
    page.keyboard.press("Enter")
    assert page.locator("#known .about").inner_text() == (
        "entreprise · Sableville · France · Le sel"
    )
    page.locator("[data-language=en]").click()
    assert "Salt" in page.locator("#legend-body").inner_text()


def test_the_colours_of_groups_are_seen_on_white_and_on_black(open_view: Opener) -> None:
    page = open_view(measured_view()).page
    page.select_option("#choose-colourBy", "community")
    page.locator("#legend summary").click()
    colours = page.eval_on_selector_all(
        "#legend-body circle[r='1.1']", "marks => marks.map(mark => mark.getAttribute('fill'))"
    )
    assert len(colours) == 2
    for colour in colours:
        assert colour not in {"#0072B2", "#D55E00", "#009E73", "#6B7280"}
        for paper in ("#FFFFFF", "#14171A"):
            assert contrast(colour, paper) >= 3, colour


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_figure_of_a_measure_is_told(open_view: Opener) -> None:
    page = open_view(measured_view()).page
    page.select_option("#choose-sizeBy", "betweenness")
    page.fill("#search", "acteur c")
    page.keyboard.press("Enter")
    assert "Intermédiarité 0,5" in page.locator("#known .about").inner_text()


def test_another_projection_brings_its_own_nodes_kinds_and_words(open_view: Opener) -> None:
    opened = open_view(projected_view())
    page = opened.page
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    page.fill("#search", "acteur a")
    page.keyboard.press("Enter")
    page.select_option("#choose-projection", "oases")
    assert opened.rows() == ["o1", "o2"]
    assert page.locator("#title").inner_text() == "Les oasis"
    assert page.locator("#period-years").inner_text() == "2009–2020"
    assert page.locator("#counts-actors").inner_text() == "3 lieux"
    assert page.locator("#kinds .name").all_inner_texts() == ["Accord"]
    assert page.locator("#known h3").inner_text() == "Acteur a"
    page.fill("#search", "puits")
    page.keyboard.press("Enter")
    assert page.locator("#known .sentence").all_inner_texts() == ["La mission f1 a eu lieu."]
    page.select_option("#choose-projection", "dune")
    assert opened.rows() == ["bc", "bc2", "cd", "de"]
    assert page.locator("#counts-actors").inner_text() == "4 acteurs"


def test_one_small_picture_a_decade_opens_that_decade(open_view: Opener) -> None:
    opened = open_view(dated_view(["2009", "2012", "2019"]))
    page = opened.page
    page.locator("#decades-on").check()
    pictures = page.locator("#decades button")
    assert pictures.all_inner_texts() == [
        "2008–2009\n2 acteurs, 1 lien",
        "2010–2019\n4 acteurs, 2 liens",
        "2020\n0 acteur, 0 lien",
    ]
    assert not page.locator("#stage").is_visible()
    pictures.nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("#period-years").inner_text() == "2010–2019"
    assert page.locator("#stage").is_visible()
    assert opened.rows() == ["t1", "t2"]


def test_the_numbers_of_a_year_are_shown_where_one_points(open_view: Opener) -> None:
    page = open_view(dated_view(["2009", "[2008..2010]"])).page
    assert not page.locator("#year-numbers").is_visible()
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    told = "2009 – sûrs\u00a0: 1\u00a0; possibles\u00a0: 1"
    assert page.locator("#year-numbers").inner_text() == told
    assert page.locator("#from").get_attribute("aria-valuetext") == told
    track = page.locator("#track").bounding_box()
    assert track is not None
    page.mouse.move(track["x"] + track["width"] * 2.5 / 13, track["y"] + 20)
    assert (
        page.locator("#year-numbers").inner_text()
        == "2010 – sûrs\u00a0: 0\u00a0; possibles\u00a0: 1"
    )


def test_what_follows_the_latest_source_is_marked_as_future(open_view: Opener) -> None:
    page = open_view(replace(one_tie_view(), known_until="2018-05-03")).page
    mark = page.locator("#known-until")
    assert "3 mai 2018" in (mark.get_attribute("title") or "")
    assert page.locator("#bars .future").count() == 2
    page = open_view(one_tie_view()).page
    assert not page.locator("#known-until").is_visible()
    assert page.locator("#bars .future").count() == 0


def test_a_line_of_several_facts_says_how_many(open_view: Opener) -> None:
    view = one_tie_view()
    again = view.ties[0]._replace(id="t2", fact="f2")
    two = replace(
        view,
        ties=(*view.ties, again),
        facts={**view.facts, "f2": view.facts["f1"]._replace(id="f2")},
    )
    seen = []
    for each in (view, two):
        page = open_view(each).page
        expect(page.locator("#canvas canvas")).to_be_visible()
        page.wait_for_timeout(100)
        seen.append(ink_in_the_middle(page))
    assert seen[1] > seen[0] + 8


def ink_in_the_middle(page: Page) -> int:
    """Return how many dark pixels there are in the middle of the picture."""
    count: int = page.evaluate(
        """() => {
          const canvas = document.querySelector('#canvas canvas');
          const context = canvas.getContext('2d');
          const [x, y] = [canvas.width / 2 - 8, canvas.height / 2 - 8];
          const { data } = context.getImageData(x, y, 16, 16);
          let dark = 0;
          for (let i = 0; i < data.length; i += 4) {
            const inked = data[i + 3] > 128 && data.slice(i, i + 3).every((one) => one < 90);
            if (inked) dark += 1;
          }
          return dark;
        }"""
    )
    return count
