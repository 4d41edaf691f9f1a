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
    assert ("events" if name == "ical" else "nodes") in outcome.out
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
        (("gexf", "--from", "2012", "--to", "2010"), "before it begins"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    words: tuple[str, ...], said: str, run: Run, dune: Path, tmp_path: Path
) -> None:
    outcome = run("export", *words, "-o", tmp_path / "a", "--data", dune, "--lang", "en")
    assert outcome.code == 2
    assert said in outcome.out + outcome.err
    assert not (tmp_path / "a").exists()
