"""The still of a timeline: the same items as the page, doubt drawn, words as words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.render.panes import timeline_page
from tests.render.views import dated_view, make_view

from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills import draw_still
from coopgraph.render.stills.pdf import make_pdf
from coopgraph.render.stills.timeline import draw_timeline

if TYPE_CHECKING:
    from coopgraph.views.model import Json

SVG = "{http://www.w3.org/2000/svg}"


def _texts(svg: str) -> list[str]:
    return [text.text or "" for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def test_items_lanes_and_years_are_words() -> None:
    texts = _texts(draw_timeline(timeline_page(), "fr"))
    assert {"Nom treaty", "Nom visit", "Ada Exemple, directrice", "2012"} <= set(texts)
    assert [text for text in texts if text.endswith(" · 1")] == [
        "Accords · 1",
        "Sessions · 1",
        "Projets · 1",
        "Fonctions · 1",
    ]
    assert any("7 éléments datés, 1 élément sans date" in text for text in texts)
    assert "Name visit" in _texts(draw_timeline(timeline_page(), "en"))


def test_the_period_and_the_mode_of_the_view_leave_out() -> None:
    view = timeline_page()
    late = _texts(draw_timeline(replace(view, window=("2017-01-01", "2020-12-31")), "fr"))
    assert "Nom plan" in late
    assert "Nom since" in late
    assert "Nom visit" not in late
    surely = _texts(draw_timeline(replace(view, mode="certainly"), "fr"))
    assert "Nom visit" in surely
    assert "Nom plan" not in surely


def test_doubt_is_drawn_without_gradients_or_style_sheets() -> None:
    svg = draw_timeline(timeline_page(), "fr")
    assert "#E69F00" in svg  # contested
    assert 'stroke-dasharray="1 3"' in svg  # planned
    assert 'fill-opacity="0.06"' in svg  # the last step of an open end
    assert not any(word in svg for word in ("Gradient", "<style", "<script", "clip-path"))


def test_a_diamond_is_only_on_a_day_of_the_period() -> None:
    view, diamond = timeline_page(), f'd="{OUTLINES["agreement"]}"'
    early = draw_timeline(replace(view, window=("2010-01-01", "2010-12-31")), "fr")
    late = draw_timeline(replace(view, window=("2011-01-01", "2015-12-31")), "fr")
    assert "Nom treaty" in _texts(late)
    # one of them is in the legend
    assert (early.count(diamond), late.count(diamond)) == (2, 1)


def test_a_lane_for_which_the_sheet_has_no_room_shows_how_many_a_year() -> None:
    view = dated_view(["1990/2020"] * 120)
    bars: Json = {"fact": [*view.facts], "kind": ["mission"] * 120, "side": ["both"] * 120,
                  "labels": {}, "signed": {}}  # fmt: skip
    tree = etree.fromstring(draw_timeline(replace(view, extras={"timeline": bars}), "en").encode())
    texts = [text.text for text in tree.iter(f"{SVG}text")]
    assert {"Missions · 120", "a year: at most 120 (2008)"} <= set(texts)
    assert not any(str(fact.title.en) in texts for fact in view.facts.values())
    assert float(tree.attrib["height"]) < 1.5 * float(tree.attrib["width"])


def test_the_same_view_gives_the_same_bytes_and_a_pdf() -> None:
    pytest.importorskip("fpdf")
    svg = draw_still(replace(timeline_page(), name="timeline"), "fr")
    assert svg == draw_timeline(replace(timeline_page(), name="timeline"), "fr")
    assert make_pdf(svg, language="fr").startswith(b"%PDF")


@pytest.mark.parametrize("text", ["</svg><script>alert(1)</script>", "x" * 10_000, "a\x00b\u202e"])
def test_hostile_words_are_only_text(text: str) -> None:
    svg = draw_timeline(timeline_page(label=text), "fr")
    tree = etree.fromstring(svg.encode())
    assert next(tree.iter(f"{SVG}script"), None) is None
    assert all(len(found) < 120 for found in _texts(svg))


def test_an_empty_view_gives_an_empty_picture() -> None:
    empty = make_view((), (), (), first_year=0, last_year=0, panes=("timeline",))
    assert "<svg" in draw_timeline(empty, "fr")
