"""What every pane owes the page: a still without script, hint and keys, a selection to share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.render.pane_views import chain_page, matrix_page, mirror_page
from tests.render.panes import map_page, timeline_page
from tests.render.test_page_link import hash_of, open_at
from tests.render.views import one_tie_view

from coopgraph.render.words import PAGE_WORDS

if TYPE_CHECKING:
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

PAGES = [timeline_page(), map_page(), chain_page(), matrix_page(), mirror_page()]
NETWORK_WORDS = [PAGE_WORDS["network.hint"], PAGE_WORDS["network.keys"]]


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_without_script_a_pane_shows_its_own_still(view: View, open_view: Opener) -> None:
    page = open_view(view, java_script_enabled=False).page
    stills = page.locator("noscript svg.still-picture")
    assert stills.count() == 1
    box = stills.bounding_box()
    assert box is not None
    assert box["width"] > 600
    assert box["height"] > 100
    assert page.locator("#app").is_hidden()
    own, drawn = {fact.title.fr for fact in view.facts.values()}, stills.inner_html()
    names = own | {node.label.fr for node in view.nodes} | {"Brest"}
    assert any(name and name in drawn for name in names)


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_hint_and_keys_are_those_of_the_pane(view: View, open_view: Opener) -> None:
    page = open_view(view).page
    for language in ("fr", "en"):
        page.locator(f"[data-language={language}]").click()
        start = page.locator("#known-body").inner_text()
        for key in ("hint", "keys"):
            assert getattr(PAGE_WORDS[f"{view.panes[0]}.{key}"], language) in start
        for words in NETWORK_WORDS:
            assert getattr(words, language) not in start
        hint = getattr(PAGE_WORDS[f"{view.panes[0]}.hint"], language)
        assert page.locator("#hint").text_content() == hint


def test_the_network_says_what_it_always_said(open_view: Opener) -> None:
    page = open_view(one_tie_view(), language="en").page
    start = page.locator("#known-body").inner_text()
    assert all(words.en in start for words in NETWORK_WORDS)
    assert page.locator("#hint").inner_text() == PAGE_WORDS["network.hint"].en


def test_a_place_of_the_map_is_in_the_link(open_view: Opener) -> None:
    page = open_view(map_page()).page
    page.evaluate("document.querySelector('[data-place=paris]').dispatchEvent("
                  "new MouseEvent('click', {bubbles: true}))")  # fmt: skip
    told = page.locator("#known-body").inner_text()
    assert told.startswith("Paris")
    link = hash_of(page)
    assert "group=place+paris" in link
    open_at(page, link[1:])
    assert page.locator("#known-body").inner_text() == told
    open_at(page, "group=place+nowhere")
    assert "Paris" not in page.locator("#known-body h3").first.inner_text()


def test_an_arc_of_several_lines_is_in_the_link(open_view: Opener) -> None:
    view = map_page()
    page = open_view(view).page
    arcs = page.evaluate("document.querySelectorAll('.map-arc').length")
    assert arcs == 1
    page.locator(".map-hit").first.dispatch_event("click")
    told = page.locator("#known-body").inner_text()
    link = hash_of(page)
    assert "group=" in link or "tie=" in link
    open_at(page, link[1:])
    assert page.locator("#known-body").inner_text() == told


def test_a_fact_of_the_timeline_is_in_the_link(open_view: Opener) -> None:
    view = timeline_page()
    page = open_view(replace(view, name="timeline")).page
    page.locator(".tl-item").first.dispatch_event("click")
    told = page.locator("#known-body").inner_text()
    link = hash_of(page)
    assert "fact=" in link
    open_at(page, link[1:])
    assert page.locator("#known-body").inner_text() == told
