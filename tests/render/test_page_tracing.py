"""Panes that are made of elements are downloaded as SVG and as PNG: words as text, as placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.render.pane_views import chain_page, matrix_page, mirror_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
SHOWN: dict[str, tuple[Callable[[str], View], set[str]]] = {
    "chain": (chain_page, {"Titre : visite", "aucune source ne les relie", "a conduit à"}),
    "matrix": (matrix_page, {"Titre a", "2"}),
    "mirror": (mirror_page, {"Titre avril", "Titre mai"}),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_svg_holds_the_words_of_the_pane(open_view: Opener, name: str) -> None:
    make, wanted = SHOWN[name]
    page = open_view(make("Titre")).page
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator("#menu [data-action=svg]").click()
    tree = etree.fromstring(download.value.path().read_bytes())
    texts = {"".join(text.itertext()).strip() for text in tree.iter(f"{SVG}text")}
    assert wanted <= texts
    assert len(list(tree.iter(f"{SVG}rect"))) > 3
    for text in tree.iter(f"{SVG}text"):
        assert text.get("transform") or float(text.get("x", "-1")) >= 0


@pytest.mark.parametrize("name", SHOWN)
def test_the_png_is_a_picture(open_view: Opener, name: str) -> None:
    page = open_view(SHOWN[name][0]('<b>"&')).page
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator("#menu [data-action=png]").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_word_that_breaks_at_its_hyphen_is_traced_in_two_lines(open_view: Opener) -> None:
    page = open_view(chain_page("Avant-arrière-pays-de-la-dune-et-du-sable")).page
    page.locator("#menu summary").click()
    with page.expect_download() as download:
        page.locator("#menu [data-action=svg]").click()
    tree = etree.fromstring(download.value.path().read_bytes())
    texts = ["".join(text.itertext()) for text in tree.iter(f"{SVG}text")]
    assert any(text.endswith("-") for text in texts)
    assert "Avant-arrière-pays-de-la-dune-et-du-sable : visite" not in texts
