"""The still of a map: places where the page has them, ties as arcs, words as words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from tests.render.panes import map_page
from tests.render.views import make_view

from coopgraph.render.stills import draw_still
from coopgraph.render.stills.pdf import make_pdf
from coopgraph.render.stills.places_map import draw_map, place_on_sheet
from coopgraph.render.stills.sheet import WIDTH
from coopgraph.views.legend import SIDES

SVG = "{http://www.w3.org/2000/svg}"


def _texts(svg: str) -> list[str]:
    return [text.text or "" for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def _circles(svg: str) -> list[tuple[float, float]]:
    found = etree.fromstring(svg.encode()).iter(f"{SVG}circle")
    return [(float(one.get("cx")), float(one.get("cy"))) for one in found if one.get("cx")]


def test_panels_fill_the_sheet_from_left_to_right() -> None:
    assert place_on_sheet("quebec", 0, 425)[0] == 0
    assert place_on_sheet("france", 1140, 425)[0] == pytest.approx(WIDTH)
    with pytest.raises(ValueError, match="no panel"):
        place_on_sheet("dune", 0, 0)


def test_places_with_facts_are_circles_and_ties_arcs() -> None:
    svg = draw_map(map_page(), "fr")
    for spot in (("france", 80.0, 800.0), ("france", 580.0, 800.0), ("quebec", 800.0, 900.0)):
        assert any(
            place == pytest.approx(place_on_sheet(*spot), abs=0.1) for place in _circles(svg)
        )
    assert {"Brest", "Paris", "Rimouski", "QUÉBEC"} <= set(_texts(svg))
    assert "Loin" not in _texts(svg)
    paths = [path.get("d") for path in etree.fromstring(svg.encode()).iter(f"{SVG}path")]
    assert sum("Q" in path for path in paths) == 1  # one arc for all ties of one pair


def test_an_area_is_a_ring_beside_its_town_with_a_word_in_the_legend() -> None:
    svg = draw_map(map_page(), "fr")
    found = etree.fromstring(svg.encode()).iter(f"{SVG}circle")
    (ring,) = [one for one in found if one.get("stroke-width") == "3" and one.get("cx")]
    x, y = place_on_sheet("france", 580.0, 800.0)
    assert (float(ring.get("cx")), float(ring.get("cy"))) < (x, y)
    assert ring.get("fill") != ring.get("stroke") == SIDES["france"].colour
    words = "pays, région, île… : un point pour tout le territoire"
    assert words in [text.replace("\u00a0", " ") for text in _texts(svg)]
    (name,) = etree.fromstring(svg.encode()).xpath("//*[@font-style='italic']")
    assert name.text == "Pays"


def test_who_cannot_be_drawn_is_counted() -> None:
    (counted,) = [text for text in _texts(draw_map(map_page(), "en")) if "ties" in text]
    assert counted.endswith("7 ties, 1 actor cannot be drawn")
    short = replace(map_page(), window=("2009-01-01", "2009-12-31"))
    assert not [text for text in _texts(draw_map(short, "en")) if "drawn" in text]


def test_the_period_of_the_view_leaves_out() -> None:
    svg = draw_map(replace(map_page(), window=("2009-01-01", "2009-12-31")), "fr")
    assert _circles(svg) == []


def test_the_same_view_gives_the_same_bytes_and_a_pdf() -> None:
    pytest.importorskip("fpdf")
    view = replace(map_page(), name="map")
    assert draw_still(view, "en") == draw_map(view, "en")
    assert make_pdf(draw_map(view, "en"), language="en").startswith(b"%PDF")


@pytest.mark.parametrize("text", ["</svg><script>alert(1)</script>", "x" * 10_000, "a\x00b\u202e"])
def test_hostile_words_are_only_text(text: str) -> None:
    svg = draw_map(map_page(label=text), "fr")
    tree = etree.fromstring(svg.encode())
    assert next(tree.iter(f"{SVG}script"), None) is None
    assert all(len(found) < 120 for found in _texts(svg))


def test_an_empty_view_gives_the_ground_alone() -> None:
    svg = draw_map(make_view((), (), (), panes=("map",)), "fr")
    assert _circles(svg) == []
    assert "FRANCE" in _texts(svg)
