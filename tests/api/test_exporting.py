"""``kg.export``: every format of the command, the same choices, the same refusals."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import coopgraph as cg
from coopgraph.cli.export_network import NETWORK_FORMATS
from coopgraph.errors import UnknownFormat, UsageError
from coopgraph.export import EXPORTERS

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="module")
def kg() -> cg.KnowledgeGraph:
    return cg.open(DUNE, language="en")


@pytest.mark.parametrize("name", [*NETWORK_FORMATS, *EXPORTERS])
def test_every_format_is_written(name: str, kg: cg.KnowledgeGraph, tmp_path: Path) -> None:
    written = kg.export(name, tmp_path / "a")
    assert written.bytes == (tmp_path / "a").stat().st_size > 0
    assert len(written.sha256) == 64
    assert written.counts
    assert all(number >= 0 for number in written.counts.values())


def test_a_choice_is_followed(kg: cg.KnowledgeGraph, tmp_path: Path) -> None:
    part = kg.export(
        "gexf", tmp_path / "a", at=date(2014, 12, 10), of="Institut Exemple", kinds=["mission"]
    )
    title = (tmp_path / "a").read_text(encoding="utf-8").partition("</description>")[0]
    assert title.endswith(
        "Exemple Institute and its neighbours · 10 December 2014 · kinds: mission"
    )
    whole = kg.export("gexf", tmp_path / "b", side=("france", "quebec"))
    assert 0 < part.counts["ties"] < whole.counts["ties"]
    empty = kg.export("csv", str(tmp_path / "c"), at=1950, mode="certainly")
    assert empty.counts == {"nodes": 0, "ties": 0}
    assert empty.remarks == ("Nothing lies in this selection: the file is valid, but empty.",)


@pytest.mark.parametrize(
    ("name", "choices", "said"),
    [
        ("gexf", {"at": 2012, "first": 2010}, "Give at, or first and last"),
        ("gexf", {"steps": 2}, "steps goes with of"),
        ("gexf", {"steps": 7, "of": "technopole-dune"}, "steps is one of 1, 2"),
        ("gexf", {"mode": "perhaps"}, "mode is one of"),
        ("gexf", {"colour": "red"}, "colour"),
        ("gexf", {"publisher": "https://example.org"}, "dcat"),
        ("ical", {"projection": "actors"}, "no projection"),
        ("turtle", {"side": "france", "inferred": False}, "side, inferred: only for a network"),
        ("turtle", {"publisher": "https://example.org"}, "dcat"),
    ],
)
def test_what_does_not_fit_is_refused(
    name: str, choices: dict[str, Any], said: str, kg: cg.KnowledgeGraph, tmp_path: Path
) -> None:  # Any: what a reader may write
    with pytest.raises(UsageError, match=said):
        kg.export(name, tmp_path / "a", **choices)
    assert not (tmp_path / "a").exists()


def test_an_unknown_format_is_refused_with_those_that_are_known(
    kg: cg.KnowledgeGraph, tmp_path: Path
) -> None:
    with pytest.raises(UnknownFormat, match=r"turtle.*gexf.*pdf"):
        kg.export("parchment", tmp_path / "a")
