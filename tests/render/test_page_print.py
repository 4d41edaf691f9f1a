"""A page on paper: the picture whole, the legend, the period and the sources; nothing to click."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from tests.render.pane_views import chain_page, every_pane_page
from tests.render.panes import timeline_page
from tests.render.views import doubtful_view, make_node, one_tie_view

from coopgraph.render.words import PAGE_WORDS
from coopgraph.views.legend import DOUBTS

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

CONTROLS = ("menu.csv", "menu.reset", "look.projection", "period.whole", "mode.possibly.help",
            "inferred", "table.selection", "chain.choose", "network.hint")  # fmt: skip


def printed(page: Page) -> str:
    """Return the words of the page on paper, all blanks alike."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def test_a_network_is_printed_with_all_that_explains_it(open_view: Opener) -> None:
    page = open_view(doubtful_view()).page
    text = printed(page)
    shown, _, table = text.partition(PAGE_WORDS["table"].fr)
    assert shown.startswith("Réseau des dunes 2008–2020")
    assert "Acteur a" in shown  # a word of the drawing: it can be searched and copied
    for word in (PAGE_WORDS["legend"].fr, DOUBTS["planned"].words.fr.capitalize(), "Missions"):
        assert word in shown
    assert "La Gazette de la Dune https://exemple.example/gazette" in table
    assert "données CC BY 4.0, version 0123456789ab" in text.rpartition("coopgraph")[2]
    assert [key for key in CONTROLS if PAGE_WORDS[key].fr in text] == []
    assert page.locator("#pane-network").is_visible()
    assert page.locator("#legend").get_attribute("open") is None


def test_a_pane_is_printed_to_its_end_without_its_controls(open_view: Opener) -> None:
    page = open_view(chain_page(), language="en").page
    text = printed(page)
    assert "Titre : contrat" in text  # the last of the second flow
    assert "Titre (6)" in text  # which of the two chains
    assert [key for key in CONTROLS if PAGE_WORDS[key].en in text] == []
    assert page.locator("#chain-choose").is_visible()


def put_on_paper(page: Page) -> None:
    """Dress the page for paper, as it stays while it is printed."""
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")


def with_own_sources(view: View) -> View:
    """Return the view with a source of its own for each fact, called like it."""
    return replace(
        view,
        facts={
            key: fact._replace(evidence=(fact.evidence[0]._replace(title=key),))
            for key, fact in view.facts.items()
        },
    )


@pytest.mark.parametrize(
    ("view", "choices", "beside"),
    [
        (doubtful_view(), "near=c", set()),
        (doubtful_view(), "actor=a&only=1&hide=c", set()),
        (timeline_page(), "", {"office"}),
        (timeline_page(), "hide=a", set()),
    ],
    ids=["neighbours", "selection", "timeline", "hidden"],
)
def test_the_sources_are_those_of_the_table_and_of_what_panes_tell_beside_it(
    open_view: Opener, view: View, choices: str, beside: set[str]
) -> None:
    opened = open_view(with_own_sources(view))
    opened.page.goto(f"{opened.page.url}#{choices}")
    facts = {tie.id: tie.fact for tie in view.ties}
    shown = {facts[tie] for tie in opened.rows()}
    assert len(shown) < len(facts) or beside
    put_on_paper(opened.page)
    cited = opened.page.locator("#print-sources a").evaluate_all(
        "links => links.map(one => one.firstChild.data)"
    )
    assert len(cited) == len(set(cited))
    assert set(cited) == shown | beside


def test_no_control_stands_on_paper(open_view: Opener) -> None:
    view = every_pane_page()
    alone = make_node("alone", 0, 0, drawn=False)
    page = open_view(replace(view, nodes=(*view.nodes, alone))).page
    for tab in ("all", "mirror"):
        page.locator(f"#tab-{tab}").click()
        put_on_paper(page)
        words = "#twin table button, #legend summary, .mirror-account button"
        controls = page.locator(f":is(button, select, input, summary, #apart, #tabs):not({words})")
        assert controls.count() > 20
        assert controls.evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML)"
        ) == []  # fmt: skip
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")


def test_a_dark_page_is_light_on_paper_and_dark_again(open_view: Opener) -> None:
    page = open_view(replace(one_tie_view(), panes=("network",)), color_scheme="dark").page
    paper = "() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    assert page.evaluate(paper) == "#14171a"
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    drawing = page.locator(".on-paper svg").first
    assert drawing.locator("rect").first.get_attribute("fill") == "#ffffff"
    assert drawing.locator("g[fill='#1c2024'][stroke='#ffffff'] text").count() == 2
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(paper) == "#14171a"
    assert page.locator(".on-paper").count() == 0


def test_a_long_picture_comes_in_parts_between_its_cards(open_view: Opener) -> None:
    page = open_view(chain_page(), viewport={"width": 390, "height": 844}).page
    put_on_paper(page)
    parts = page.locator(".on-paper svg[viewBox]:not(.on-paper svg svg)").evaluate_all(
        """parts => parts.map(part => {
          const { y, height, width } = part.viewBox.baseVal;
          const texts = [...part.children].filter(one => one.localName === 'text');
          return [y, y + height, height / width, texts.map(one => Number(one.getAttribute('y')))];
        })"""
    )
    assert len(parts) > 1
    assert parts[0][0] == 0
    assert [end for _, end, *_ in parts[:-1]] == [begin for begin, *_ in parts[1:]]
    assert max(ratio for _, _, ratio, _ in parts) <= 1.25
    for _, end, _, baselines in parts[:-1]:
        assert not [y for y in baselines if y - 12 < end < y + 2]
