"""A page on paper: the picture whole, the legend, the period and the sources; nothing to click."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from tests.render.pane_views import chain_page
from tests.render.views import doubtful_view

from coopgraph.render.words import PAGE_WORDS
from coopgraph.views.legend import DOUBTS

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.render.conftest import Opener

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
    assert "version des données 0123456789ab" in text.rpartition("coopgraph")[2]
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
