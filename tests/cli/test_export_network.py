"""``coopgraph export`` of a network: what is written, what is said, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopgraph.cli.export_network import NETWORK_FORMATS
from coopgraph.export import EXPORTERS
from coopgraph.export.networks import NETWORK_EXPORTERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

BEGINS = {
    "gexf": b"<?xml",
    "graphml": b"<?xml",
    "cytoscape": b"{",
    "pajek": b"\xef\xbb\xbf*Network",
    "csv": b"PK",
    "geojson": b"{",
    "ical": b"BEGIN:VCALENDAR",
    "svg": b"<?xml",
    "pdf": b"%PDF-",
}


def test_the_formats_are_those_of_the_stages() -> None:
    assert set(NETWORK_FORMATS) == NETWORK_EXPORTERS.keys() | {"svg", "pdf"}
    assert not set(NETWORK_FORMATS) & EXPORTERS.keys()


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_each_format_is_written_and_counted(
    name: str, run: Run, dune: Path, tmp_path: Path
) -> None:
    outcome = run("export", name, "-o", tmp_path / "a.file", "--data", dune, "--lang", "en")
    assert outcome.code == 0
    assert (tmp_path / "a.file").read_bytes().startswith(BEGINS[name])
    assert {"ical": "events", "geojson": "places"}.get(name, "nodes") in outcome.out
    assert f"{(tmp_path / 'a.file').stat().st_size} bytes" in outcome.out


def test_a_choice_is_followed(run: Run, dune: Path, tmp_path: Path) -> None:
    whole = run("export", "gexf", "-o", tmp_path / "a.gexf", "--data", dune, "--lang", "fr")
    options = ("--from", "2012", "--to", "2013", "--mode", "certainly", "--kinds", "agreement")
    part = run("export", "gexf", "-o", tmp_path / "b.gexf", "--data", dune, *options)
    assert "nœuds" in whole.out
    assert part.code == 0
    assert (tmp_path / "b.gexf").stat().st_size < (tmp_path / "a.gexf").stat().st_size


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("turtle", "--from", "2010"), "--from"),
        (("dcat", "--projection", "actors", "--mode", "possibly"), "--projection, --mode"),
        (("ical", "--projection", "actors"), "no projection"),
        (("gexf", "--publisher", "https://example.org"), "dcat"),
        (("gexf", "--projection", "sand"), "no projection sand"),
        (("gexf", "--kinds", "sand"), "sand"),
        (("gexf", "--kinds", ","), "names no kind of tie"),
        (("gexf", "--from", "2012", "--to", "2010"), "before it begins"),
        (("gexf", "--at", "2012", "--to", "2013"), "not both"),
        (("gexf", "--steps", "2"), "--of"),
        (("gexf", "--of", "sand"), "sand"),
        (("gexf", "--kinds", ","), "no kind"),
        (("gexf", "--side", ","), "no side"),
        (("ical", "--of", "technopole-dune", "--steps", "2"), "second step"),
        (("turtle", "--of", "technopole-dune", "--side", "france"), "--of, --side"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    words: tuple[str, ...], said: str, run: Run, dune: Path, tmp_path: Path
) -> None:
    outcome = run("export", *words, "-o", tmp_path / "a", "--data", dune, "--lang", "en")
    assert outcome.code == 2
    assert said in outcome.out + outcome.err
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_an_empty_selection_is_said_and_the_file_is_valid(
    name: str, run: Run, dune: Path, tmp_path: Path
) -> None:
    options = ("--at", "1950", "--mode", "certainly", "--data", dune, "--lang", "en")
    outcome = run("export", name, "-o", tmp_path / "a.file", *options)
    assert outcome.code == 0
    assert "Nothing lies in this selection" in outcome.err
    assert (tmp_path / "a.file").read_bytes().startswith(BEGINS[name])


def test_a_map_says_what_it_cannot_draw(run: Run, dune: Path, tmp_path: Path) -> None:
    words = ("export", "geojson", "-o", tmp_path / "a", "--data", dune, "--lang", "en")
    none = run(*words, "--projection", "themes")
    assert "0 places, 0 arcs" in none.out
    assert "Nothing is drawn: none of the 2 nodes" in none.err
    some = run(*words, "--projection", "person-organisation")
    assert "Without a place on the map: 2 of the 4 nodes." in some.err
    assert "No arc" in some.err


def test_a_picture_says_all_that_was_chosen(run: Run, dune: Path, tmp_path: Path) -> None:
    run(
        *("export", "svg", "-o", tmp_path / "a.svg", "--data", dune, "--lang", "fr"),
        *("--kinds", "project", "--without-inferred", "--of", "institut-exemple"),
        *("--from", "avril 2014", "--to", "mai 2014"),
    )
    said = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "Institut Exemple et ses voisins · genres\u00a0: projet · sans ce qui est déduit" in said
    assert ">avril 2014 – mai 2014 · " in said


def test_a_calendar_is_narrowed_like_a_network(run: Run, dune: Path, tmp_path: Path) -> None:
    def events(*options: str) -> str:
        words = ("export", "ical", "-o", tmp_path / "a.ics", "--data", dune, "--lang", "fr")
        run(*words, *options)
        return (tmp_path / "a.ics").read_text(encoding="utf-8").replace("\r\n ", "")

    whole = events()
    one = events("--of", "ville-port-dune")
    assert 0 < one.count("BEGIN:VEVENT") < whole.count("BEGIN:VEVENT")
    assert "session-dune-2" in one
    assert "UID:mission-hiver-2014@" not in one
    assert "X-WR-CALNAME:Coopération France–Québec · Ville de Port-Dune" in one
    marine = events("--theme", "sable-marin")
    assert "UID:mission-hiver-2014@" in marine
    assert "session-dune-2" not in marine
    assert "session-dune-2" in events("--place", "port-dune")
    assert "UID:mission-hiver-2014@" not in events("--side", "france", "--place", "port-dune")
