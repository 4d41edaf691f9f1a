"""Stills of chain, matrix and mirror: whole SVG documents, words as text, hostile or empty data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree
from tests.render.pane_views import chain_page, matrix_page, mirror_page

from coopgraph.render.stills import draw_still
from coopgraph.views.model import Json, View

SVG = "{http://www.w3.org/2000/svg}"
PAGES: dict[str, Callable[[str], View]] = {
    "chain": chain_page,
    "matrix": matrix_page,
    "mirror": mirror_page,
}


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", PAGES)
def test_a_still_is_a_whole_document_of_the_same_bytes(name: str) -> None:
    view = PAGES[name]("Titre")
    for language in ("fr", "en"):
        svg = draw_still(view, language)
        assert etree.fromstring(svg.encode()).tag == f"{SVG}svg"
        assert svg == draw_still(PAGES[name]("Titre"), language)


def test_the_still_of_a_chain_draws_cards_and_the_broken_gap() -> None:
    svg = draw_still(chain_page(), "fr")
    assert "aucune source ne les relie" in texts(svg)
    assert "×" in texts(svg)
    assert "Titre : visite" in texts(svg)
    assert 'stroke-dasharray="0.1 7"' in svg
    assert "6 fiches, 1 lacune" in " ".join(texts(svg))


def test_the_still_of_a_chain_draws_doubt_as_the_page_does() -> None:
    view = chain_page()
    svg = draw_still(view, "fr")  # the fund has no end: no date puts it surely anywhere
    assert {"peut-être", "prévu", "non abouti", "contesté", "déduit"} <= set(texts(svg))
    assert {"annulé", "en discussion", "sûr"}.isdisjoint(texts(svg))
    sure = {**view.facts, "fund": view.facts["fund"]._replace(earliest_end="2030-12-31")}
    plain = draw_still(replace(view, facts=sure), "fr")
    assert "peut-être" not in texts(plain)
    assert dashed(svg) == dashed(plain) + 2  # the card and its sign in the legend
    undated = {**view.facts, "visit": view.facts["visit"]._replace(latest_begin=None)}
    assert dashed(draw_still(replace(view, facts=undated), "fr")) == dashed(svg) + 1


def dashed(svg: str) -> int:
    boxes = etree.fromstring(svg.encode()).iter(f"{SVG}rect")
    return sum(box.get("stroke-dasharray") == "7 4" for box in boxes)


def test_the_still_of_a_matrix_shows_the_numbers_of_the_period() -> None:
    assert texts(draw_still(matrix_page(), "en")).count("2") == 2
    narrowed = replace(matrix_page(), window=("2012-01-01", "2012-12-31"))
    assert "2" not in texts(draw_still(narrowed, "en"))


def test_the_still_of_a_mirror_marks_what_differs() -> None:
    svg = draw_still(mirror_page(), "fr")
    assert svg.count('stroke="#E69F00"') >= 2
    assert {"Titre avril", "Titre mai", "Sources de France"} <= set(texts(svg))
    said = "2 fiches que les deux rives racontent, sur 2\u00a0; leurs récits diffèrent sur 1."
    assert said in " ".join(texts(svg))


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_are_text(name: str) -> None:
    for hostile in (
        '"><svg onload=alert(1)>',
        "</text><script>1</script>",
        "x" * 3000,
        "\u202ea\x00",
    ):
        tree = etree.fromstring(draw_still(PAGES[name](hostile), "fr").encode())
        assert not list(tree.iter(f"{SVG}script"))
        assert all("onload" not in part.attrib for part in tree.iter())


def test_no_chain_is_said() -> None:
    view = chain_page()
    extras: dict[str, Json] = {"chain": {"chains": [], "open": 0, "joints": {}, "gap": view.title}}
    assert any(
        "Aucune chaîne" in text for text in texts(draw_still(replace(view, extras=extras), "fr"))
    )
