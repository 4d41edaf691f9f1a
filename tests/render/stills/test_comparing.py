"""The still of a comparison: what became of each tie by colour and sign, counts, both languages."""

from dataclasses import replace

import networkx as nx
import pytest
from lxml import etree
from pyoxigraph import Store

from coopgraph.network.comparison import compare
from coopgraph.render.stills import draw_still
from coopgraph.render.stills.pdf import make_pdf
from coopgraph.views.comparing import comparison_view
from coopgraph.views.model import View
from coopgraph.views.tie_kinds import TIE_KINDS

SVG = "{http://www.w3.org/2000/svg}"


def network() -> nx.MultiDiGraph:
    """Return one tie of each outcome between 2000 and 2020, some sure and some not."""
    found = nx.MultiDiGraph(projection="actors", directed=False)
    bounds = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    ties = (
        ("a", "b", "visit", ("2020-05-01", "2020-05-01", "2020-05-01", "2020-05-01"), ""),
        ("a", "c", "accord", ("1990-01-01", "1990-01-01", "2005-01-01", "2005-01-01"), ""),
        ("a", "d", "pact", ("1990-01-01", "1990-01-01", "2030-01-01", "2030-01-01"), ""),
        ("a", "e", "first", ("1990-01-01", "1990-01-01", "2005-01-01", "2005-01-01"), ""),
        ("a", "e", "second", ("2010-01-01", "2010-01-01", "2030-01-01", "2030-01-01"), "first"),
        ("b", "f", "seen", ("", "2015-01-01", "", "2015-01-01"), ""),
        ("b", "g", "later", ("", "2025-01-01", "", "2025-01-01"), ""),
    )
    for source, target, record, days, continues in ties:
        known = {name: day for name, day in zip(bounds, days, strict=True) if day}
        iri = f"https://example.org/{record}"
        more = {"continues": continues} if continues else {}
        found.add_edge(
            source, target, key=record, id=record, record=record, records=record, kind="mission",
            iri=iri, label_fr=record, label_en=record, **known, **more,
        )  # fmt: skip
    for node in found:
        found.nodes[node].update(label_fr=f"Acteur {node}", label_en=f"Actor {node}", iri=node)
    return found


@pytest.fixture(scope="module")
def view() -> View:
    whole = network()
    return comparison_view(Store(), whole, compare(whole, 2000, 2020))


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def test_title_counts_and_legend_speak_the_language(view: View) -> None:
    french, english = ([text.replace("\u00a0", " ") for text in texts(draw_still(view, language))]
                       for language in ("fr", "en"))  # fmt: skip
    assert french[0] == "Les acteurs : 2000 et 2020"
    assert french[1].startswith("En 2000, 4 acteurs et 3 liens ; en 2020, 4 acteurs et 3 liens · ")
    assert french[1].endswith(" : 1 fiche")
    assert {"1 lien apparaît, sûrement", "1 lien est renouvelé, sûrement"} <= set(french)
    assert english[0] == "Actors: 2000 and 2020"
    assert {
        "2 ties lapse, 1 of them surely",
        "2 actors leave the network, 1 of them surely",
        "1 tie lasts, surely",
        "2 actors, 1 tie: begin unknown",
        "Actor a",
    } <= set(english)


def test_each_outcome_has_its_colour_and_sign_and_doubt_is_dashed(view: View) -> None:
    svg = draw_still(view, "en")
    root = etree.fromstring(svg.encode())
    lines = {
        (path.get("stroke"), path.get("stroke-dasharray"))
        for path in root.findall(f"{SVG}g/{SVG}g/{SVG}path")
        if path.get("stroke-opacity")
    }
    colours = {name: TIE_KINDS[name].colour for name in ("began", "renewed", "stayed", "lapsed")}
    assert {(colour, None) for colour in colours.values()} <= lines
    assert (colours["lapsed"], "7 4") in lines
    signs = {path.get("d") for disc in root.iter(f"{SVG}circle") if disc.get("r") == "6"
             for path in [disc.getnext()] if path is not None}  # fmt: skip
    assert len(signs) == 4  # began, renewed, lapsed; a question mark is no path
    assert svg.count(">?<") == 4  # the tie, both its ends, and the legend


def test_the_pdf_draws_it_and_the_same_view_gives_the_same_bytes(view: View) -> None:
    svg = draw_still(view, "fr")
    assert svg == draw_still(replace(view), "fr")
    assert make_pdf(svg).startswith(b"%PDF-")
