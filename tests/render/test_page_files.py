"""What is seen as files: SVG with text as text, dynamic GEXF; the same choices, the same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import networkx as nx
import pytest
from tests.render.pane_views import chain_page, every_pane_page, matrix_page, mirror_page
from tests.render.panes import map_page, timeline_page
from tests.render.projected import measured_view
from tests.render.views import doubtful_view, hostile_view

from coopgraph.views.legend import DOUBTS, SIDES

if TYPE_CHECKING:
    from playwright.sync_api import Download, Page
    from tests.render.conftest import Opener

    from coopgraph.views.model import View

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
GEXF = "{http://gexf.net/1.3}"
SCHEMA = Path(__file__).parents[1] / "fixtures" / "gexf" / "written.xsd"


def download(page: Page, action: str) -> Download:
    """Return what an entry of the menu gives."""
    page.locator("#menu summary").click()
    with page.expect_download() as file:
        page.locator(f"#menu [data-action={action}]").click()
    return file.value


def taken(page: Page, action: str) -> bytes:
    """Return the file that an entry of the menu gives."""
    return download(page, action).path().read_bytes()


def test_the_svg_holds_what_is_seen_as_text(open_view: Opener) -> None:
    page = open_view(doubtful_view()).page
    page.locator("[data-key=joint]").uncheck()
    root = ElementTree.fromstring(taken(page, "svg"))  # noqa: S314 — written by our own page
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "Acteur a" in texts
    assert "Acteur d" not in texts
    assert (root.findtext(f"{SVG}title") or "").startswith("Réseau des dunes, 2008–2020")
    dashes = {path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")}
    assert "0 6" in dashes
    assert not [one for one in root.iter() if one.get("style") or one.get("href")]


PANES = [timeline_page(), map_page(), chain_page(), matrix_page(), mirror_page(), doubtful_view()]


@pytest.mark.parametrize("view", PANES, ids=lambda view: view.panes[0])
def test_a_picture_says_what_it_shows(view: View, open_view: Opener) -> None:
    page = open_view(view, language="en").page
    root = ElementTree.fromstring(taken(page, "svg"))  # noqa: S314 — written by our own page
    texts = [text.text or "" for text in root if text.tag == f"{SVG}text"]
    assert texts[0] == view.title.en
    assert "2008–2020 · Possibly" in texts[1]
    assert "cooperation, data CC BY 4.0, version 0123456789ab" in " ".join(texts[-2:])
    marks = sum(one.tag == f"{SVG}svg" for one in root) - 1
    legend = texts[2 : 2 + marks]
    if any("contested" in fact.doubts for fact in view.facts.values()):
        assert DOUBTS["contested"].words.en.capitalize() in legend
    if view.panes[0] in ("network", "timeline", "map", "matrix"):
        assert legend[0] == SIDES["france"].words.en
    png = taken(page, "png")
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert width >= 2400
    ratio = float(root.attrib["width"]) / float(root.attrib["height"])
    assert width / height == pytest.approx(ratio, rel=0.002)


def test_a_picture_of_decades_is_on_its_sheet_too(open_view: Opener) -> None:
    page = open_view(doubtful_view(), color_scheme="dark").page
    page.evaluate("document.getElementById('decades-on').click()")
    file = download(page, "png")
    assert file.suggested_filename == "dune-decades-2008-2020.png"
    png = file.path().read_bytes()
    assert int.from_bytes(png[16:20]) >= 2400
    assert page.locator("#decades").is_visible()


def test_each_pane_names_its_picture_and_is_light_on_a_dark_page(open_view: Opener) -> None:
    page = open_view(every_pane_page(), color_scheme="dark").page
    for pane in ("network", "map", "timeline", "chain", "matrix", "mirror"):
        page.locator(f"#tab-{pane}").click()
        file = download(page, "svg")
        assert file.suggested_filename == f"chain-{pane}-2008-2020.svg"
        text = file.path().read_text("utf-8")
        dark = ("#14171a", "rgb(20, 23, 26)", "#eceae6", "rgb(236, 234, 230)", "#11161b")
        assert [colour for colour in dark if colour in text] == []


def test_a_long_mirror_stands_in_columns_under_their_headings(open_view: Opener) -> None:
    view = mirror_page()
    own = view.extras["mirror"]
    assert isinstance(own, dict)
    long = replace(view, extras={"mirror": {**own, "accounts": (*own["accounts"],) * 15}})
    page = open_view(long, language="en").page
    root = ElementTree.fromstring(taken(page, "svg"))  # noqa: S314 — written by our own page
    assert float(root.attrib["height"]) < 2 * float(root.attrib["width"])
    texts = [(text.text or "", float(text.get("x", 0))) for text in root.iter(f"{SVG}text")]
    france, quebec = (
        [x for text, x in texts if text == f"Sources in {shore}"] for shore in ("France", "Québec")
    )
    assert len(france) == len(quebec) > 1
    assert all(left < right for left, right in zip(france, quebec, strict=True))
    assert sum(text == "Titre : visite" for text, _ in texts) == 15
    assert page.locator(".poster").count() == 0


@pytest.mark.parametrize("action", ["svg", "gexf"])
def test_the_same_choices_give_the_same_bytes_on_every_screen(
    open_view: Opener, action: str
) -> None:
    large = open_view(measured_view()).page
    small = open_view(measured_view(), viewport={"width": 1024, "height": 700}).page
    large.locator("[data-action=zoom-in]").click()
    assert taken(large, action) == taken(small, action)


def test_the_gexf_reads_back_with_nodes_ties_and_spells(open_view: Opener, tmp_path: Path) -> None:
    page = open_view(doubtful_view()).page
    page.locator("#kinds [data-key=agreement]").uncheck()
    path = tmp_path / "seen.gexf"
    path.write_bytes(taken(page, "gexf"))
    root = ElementTree.parse(path).getroot()  # noqa: S314 — written by our own page
    edges = {edge.get("id"): edge for edge in root.iter(f"{GEXF}edge")}
    assert {one.get("for") for one in edges["t1"].iter(f"{GEXF}attvalue")} >= {"tie_kind", "edtf"}
    assert list(edges) == ["t1", "t3", "t4", "t5"]
    assert (edges["t1"].get("start"), edges["t1"].get("end")) == ("2010-04-01", "2010-04-30")
    assert not {"start", "end"} & set(edges["t5"].keys())
    path.write_text(path.read_text("utf-8").replace("gexf.net/1.3", "www.gexf.net/1.2draft"))
    network = nx.read_gexf(path)
    assert sorted(network) == ["a", "b", "c", "d"]
    assert network.number_of_edges() == 4


@pytest.mark.parametrize("name", ["funding", "person-organisation", "agreements"])
def test_the_ties_of_a_directed_projection_keep_their_direction(
    open_view: Opener, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "seen.gexf"
    path.write_bytes(taken(open_view(replace(doubtful_view(), name=name)).page, "gexf"))
    path.write_text(path.read_text("utf-8").replace("gexf.net/1.3", "www.gexf.net/1.2draft"))
    network = nx.read_gexf(path)
    assert network.is_directed()
    ends = {data["record"]: (source, target) for source, target, data in network.edges(data=True)}
    assert ends == {
        "held": ("a", "b"), "vague": ("b", "a"), "plan": ("a", "c"), "failed": ("c", "d"),
        "talks": ("b", "d"),
    }  # fmt: skip


def test_the_gexf_is_of_the_form_that_our_writer_has(open_view: Opener) -> None:
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(SCHEMA))
    again = measured_view()
    ties = (*again.ties, again.ties[1]._replace(id="bc3", fact="f3"))
    for view in (
        replace(again, ties=ties), replace(doubtful_view(), name="funding"),
        hostile_view("a  <b>\u0001 "),
    ):  # fmt: skip
        schema.assertValid(etree.fromstring(taken(open_view(view).page, "gexf")))


def test_hostile_text_stays_text_in_both_files(open_view: Opener) -> None:
    text = "</svg><script>alert(1)</script>\"'&\u0001\u202e"
    page = open_view(hostile_view(text)).page
    for action in ("svg", "gexf"):
        root = ElementTree.fromstring(taken(page, action))  # noqa: S314 — written by our own page
        assert not [one for one in root.iter() if one.tag.endswith("script")]
