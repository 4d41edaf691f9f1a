"""The still of a network: what the period shows, doubt as marks, words as words, as SVG and PDF."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import networkx as nx
import pypdf
import pytest
from lxml import etree
from tests.render.views import (
    dated_view,
    doubtful_view,
    hostile_view,
    large_view,
    make_view,
    one_tie_view,
)

from coopgraph.errors import MissingExtra, UsageError
from coopgraph.network.layout import lay_out
from coopgraph.render.stills import STILLS, draw_still, write_still
from coopgraph.render.stills.network import seen_ties
from coopgraph.render.stills.pdf import make_pdf
from coopgraph.render.stills.projected import view_of_network
from coopgraph.views.model import View, Words

SVG = "{http://www.w3.org/2000/svg}"
SCRIPT = """
import hashlib
from coopgraph.render.stills import draw_still
from coopgraph.render.stills.pdf import make_pdf
from tests.render.views import doubtful_view, large_view
for view in (doubtful_view(), large_view(60)):
    svg = draw_still(view, "fr")
    print(hashlib.sha256(svg.encode()).hexdigest(), hashlib.sha256(make_pdf(svg)).hexdigest())
"""


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def dashes(svg: str) -> set[str | None]:
    paths = etree.fromstring(svg.encode()).findall(f"{SVG}g/{SVG}g/{SVG}path")
    return {path.get("stroke-dasharray") for path in paths if path.get("stroke-opacity")}


@pytest.mark.parametrize("name", sorted(STILLS))
def test_every_line_of_the_registry_leads_to_a_function(name: str) -> None:
    module, _, function = STILLS[name].partition(":")
    assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_still_says_what_it_shows(language: str) -> None:
    svg = draw_still(doubtful_view(), language)
    said = texts(svg)
    root = etree.fromstring(svg.encode())
    assert root.findtext(f"{SVG}title") == said[0]
    assert said[0] == ("Réseau des dunes" if language == "fr" else "Network of dunes")
    counted = "4 acteurs, 5 liens" if language == "fr" else "4 actors, 5 ties"
    assert said[1].startswith("2008 – 2020 · ")
    assert counted.split(", ")[1] in said[1]
    assert "Québec" in said
    assert said[-1].endswith("version 0123456789ab")


def test_nothing_in_a_still_loads_or_runs() -> None:
    svg = draw_still(doubtful_view(), "fr")
    names = {element.tag.removeprefix(SVG) for element in etree.fromstring(svg.encode()).iter()}
    assert names <= {"svg", "g", "path", "circle", "rect", "text", "title", "desc"}
    assert "href" not in svg
    assert set(re.findall(r"https?://[^\"]+", svg)) == {"http://www.w3.org/2000/svg"}


def test_a_period_leaves_out_what_it_does_not_touch() -> None:
    view = dated_view(["2010-04", "2012", "", "[2011..]", "../2009"])
    assert len(seen_ties(view)) == 5
    within = replace(view, window=("2012-01-01", "2012-12-31"))
    assert {(tie.id, sure) for tie, sure in seen_ties(within)} == {
        ("t1", "certain"),
        ("t3", "possible"),
    }
    certain = replace(within, mode="certainly")
    assert [tie.id for tie, _ in seen_ties(certain)] == ["t1"]
    assert "Acteur a0" not in texts(draw_still(within, "fr"))
    assert "Acteur a1" in texts(draw_still(within, "fr"))


def test_doubt_is_drawn() -> None:
    assert dashes(draw_still(one_tie_view("2010"), "fr")) == {None}
    vague = replace(one_tie_view("[2009..2019]"), window=("2010-01-01", "2010-12-31"))
    assert dashes(draw_still(vague, "fr")) == {"7 4"}
    assert {"1.5 4.5"} <= dashes(draw_still(doubtful_view(), "fr"))
    assert "contesté" in texts(draw_still(doubtful_view(), "fr"))


def test_names_do_not_lie_on_each_other() -> None:
    root = etree.fromstring(draw_still(large_view(300), "fr").encode())
    names = [
        (float(text.attrib["x"]), float(text.attrib["y"]), len(text.text or "") * 6.0)
        for group in root.iter(f"{SVG}g")
        if group.get("paint-order")
        for text in group
    ]
    assert len(names) > 20
    for place, (x, y, width) in enumerate(names):
        for other_x, other_y, other in names[place + 1 :]:
            assert abs(y - other_y) > 12 or abs(x - other_x) > (width + other) / 2


def test_an_empty_view_is_a_sheet_that_says_so() -> None:
    said = texts(draw_still(make_view((), (), ()), "fr"))
    assert said[0] == "Réseau des dunes"
    assert "Rien ne se trouve dans ce choix." in said
    assert "Rien ne se trouve dans ce choix." not in texts(draw_still(one_tie_view(), "fr"))


def test_a_long_title_takes_two_lines() -> None:
    title = " ".join(["Les acteurs de la dune"] * 6)
    said = texts(draw_still(replace(one_tie_view(), title=Words(title, title)), "fr"))
    assert " ".join(said[:2]) == title


@pytest.mark.parametrize(
    ("window", "fr", "en"),
    [
        (("2010-04-01", "2010-05-31"), "avril 2010 – mai 2010", "April 2010 – May 2010"),
        (("2012-10-02", "2012-10-02"), "2 octobre 2012", "2 October 2012"),
        (("2010-01-01", ""), "depuis 2010", "since 2010"),
    ],
)
def test_a_period_is_told_in_words(window: tuple[str, str], fr: str, en: str) -> None:
    view = replace(one_tie_view(), window=window)
    assert texts(draw_still(view, "fr"))[1].startswith(f"{fr} · ")
    assert texts(draw_still(view, "en"))[1].startswith(f"{en} · ")


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "x" * 10_000,
        "\x00\x1b[31m\ud800\ufffe\u202egnp\u2066 &amp; ]]>",
    ],
)
def test_hostile_text_is_text(text: str) -> None:
    view = hostile_view(text)
    svg = draw_still(view, "fr")
    names = {element.tag.removeprefix(SVG) for element in etree.fromstring(svg.encode()).iter()}
    assert names <= {"svg", "g", "path", "circle", "rect", "text", "title", "desc"}
    assert not set(svg) & set("\x00\x1b\u202e\u2066\ufffe")
    assert max(map(len, texts(svg))) <= 170
    assert make_pdf(svg).startswith(b"%PDF-")


def test_a_pdf_holds_the_words_as_text(tmp_path: Path) -> None:
    view = replace(one_tie_view(), title=Words("Élan «\u00a0Cœur\u00a0» d’Æthel…", "Élan"))
    size = write_still(view, tmp_path / "a.pdf", "fr")
    assert size == (tmp_path / "a.pdf").stat().st_size
    reader = pypdf.PdfReader(tmp_path / "a.pdf")
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text().replace("\u00a0", " ")
    assert "Élan « Cœur » d’Æthel…" in text
    assert text.count("Acteur a") == 1
    assert "Québec" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Élan «\u00a0Cœur\u00a0» d’Æthel…"
    root = etree.fromstring(draw_still(view, "fr").encode())
    wide, high = (float(part) for part in root.attrib["viewBox"].split()[2:])
    box = reader.pages[0].mediabox
    assert float(box.height) / float(box.width) == pytest.approx(high / wide, rel=0.01)


def test_stills_are_the_same_bytes_each_time() -> None:
    found = []
    for seed in ("1", "77"):
        places = os.pathsep.join([*sys.path, str(Path(__file__).parents[3])])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": places}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.append(done.stdout)
    assert found[0] == found[1]


def test_a_still_is_svg_or_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError):
        write_still(one_tie_view(), tmp_path / "a.png")
    monkeypatch.setitem(sys.modules, "fpdf", None)
    with pytest.raises(MissingExtra) as missing:
        write_still(one_tie_view(), tmp_path / "a.pdf")
    assert missing.value.extra == "pdf"
    assert list(tmp_path.iterdir()) == []


def projected() -> View:
    network = nx.MultiDiGraph()
    network.add_node("sable", label_fr="Sable", side="france", iri="https://e.example/id/theme/s")
    network.add_node("vent", iri="https://e.example/id/theme/v", **{"class": "Theme"})
    network.add_edge("sable", "vent", "m", id="m1", kind="shared", earliest_begin="2010-01-01")
    nodes, edges = network.nodes(data=True), network.edges(keys=True, data=True)
    return view_of_network(nodes, edges, lay_out(network), title=Words("Thèmes", "Themes"))


def test_any_network_can_be_drawn() -> None:
    said = texts(draw_still(projected(), "fr"))
    assert {"Sable", "vent"} <= set(said)
    assert said[1].endswith("1 lien")
    assert io.BytesIO(make_pdf(draw_still(projected(), "en"))).read(5) == b"%PDF-"


def test_a_direction_is_an_arrow() -> None:
    view = replace(one_tie_view(), name="funding")
    triangle = re.compile(r"M[0-9. ]+(L[0-9. ]+){2}Z")
    assert not triangle.search(draw_still(one_tie_view(), "fr"))
    assert len(triangle.findall(draw_still(view, "fr"))) == 1
