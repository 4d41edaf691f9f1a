"""Stills inside a page: ids of their own, the size of the page, nothing that its policy refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.render.pane_views import chain_page, matrix_page, mirror_page
from tests.render.panes import map_page, timeline_page
from tests.render.views import one_tie_view

from coopgraph.render.html import render_page
from coopgraph.render.stills.inline import inline_stills
from coopgraph.views.model import View

PAGES = [timeline_page(), map_page(), chain_page(), matrix_page(), mirror_page()]


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_a_still_of_its_own_stands_in_the_page_once(view: View) -> None:
    (still,) = inline_stills(view, "fr")
    root = ET.fromstring(still)  # noqa: S314  # ours
    assert "width" not in root.attrib
    assert "height" not in root.attrib
    assert root.attrib["viewBox"]
    named = {part.attrib["id"] for part in root.iter() if "id" in part.attrib}
    assert set(root.attrib["aria-labelledby"].split()) == named
    assert not [part for part in root.iter() if "style" in part.attrib or "}style" in part.tag]
    assert still in render_page(view)


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_every_id_of_a_page_is_there_once(view: View) -> None:
    page = render_page(view)
    ids = re.findall(r'<[^<>]* id="([^"]+)"', page[page.index("<body>") :].split("<script", 1)[0])
    assert len(ids) == len(set(ids))


def test_the_picture_of_the_network_is_placed_elsewhere() -> None:
    assert inline_stills(one_tie_view(), "fr") == ()
    assert "still-sheet" not in render_page(one_tie_view()).split("<noscript>")[1]


def test_a_page_of_several_panes_has_the_still_of_each_by_its_name() -> None:
    view = replace(timeline_page(), name="dune", panes=("network", "timeline"))
    (still,) = inline_stills(view, "en")
    root = ET.fromstring(still)  # noqa: S314  # ours
    assert root[0].text != view.title.en
    page = render_page(view).split("<noscript>")[1]
    assert page.count("still-picture") == 2


def test_what_a_record_says_is_not_taken_for_a_part_of_the_document() -> None:
    text = ' id="title" width="1" '
    (still,) = inline_stills(chain_page(text), "fr")
    assert still.count('id="still-chain-title"') == 1
    ET.fromstring(still)  # noqa: S314  # ours
