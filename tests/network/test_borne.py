"""Names of a time: one answer where one name is possible, none where several are."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from coopgraph.graph import build_graph
from coopgraph.network.borne import DatedName, NamesBorne, read_names_borne
from coopgraph.views.facts import gather_facts

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


def name(text: str, begin: str, end: str) -> DatedName:
    return DatedName(text, begin, end)


NAMES = NamesBorne(
    {
        "dune": (
            name("Pépinière des Dunes", "", "2008-12-31"),
            name("Technopole des Dunes", "2009-01-01", "2014-12-31"),
            name("Grand Technopole des Dunes", "2014-06-01", ""),
        )
    }
)


@pytest.mark.parametrize(
    ("begin", "end", "borne"),
    [
        ("1990-01-01", "1990-12-31", "Pépinière des Dunes"),
        ("2010-01-01", "2010-12-31", "Technopole des Dunes"),
        ("2020-01-01", "", "Grand Technopole des Dunes"),
        ("2014-01-01", "2014-12-31", None),  # two names are possible
        ("", "2008-01-01", "Pépinière des Dunes"),
        ("", "", None),  # an undated record
    ],
)
def test_a_name_is_given_where_one_alone_is_possible(
    begin: str, end: str, borne: str | None
) -> None:
    found = NAMES.at("dune", begin, end)
    assert found == borne
    assert NAMES.at("unknown", begin, end) is None


def told_of(folder: Path) -> str:
    store = build_graph(folder).store
    iris = {quad.subject.value for quad in store if "/id/mission/" in str(quad.subject)}
    return " ".join(fact.sentence.fr for fact in gather_facts(store, sorted(iris)).values())


def test_a_sentence_uses_the_name_of_its_date(tmp_path: Path) -> None:
    """The technopole was called otherwise until 2008; all its missions are younger."""
    borne = read_names_borne(build_graph(DUNE).store)
    old = name("Pépinière des Dunes", "2001-01-01", "2008-12-31")
    assert borne.by_actor["technopole-dune"] == (old,)
    assert "Technopôle des Dunes" in told_of(DUNE)
    assert "Pépinière" not in told_of(DUNE)
    longer = copytree(DUNE, tmp_path / "dune")
    names = (longer / "names.csv").read_text(encoding="utf-8")
    (longer / "names.csv").write_text(names.replace("2001/2008", "2001/2030"), encoding="utf-8")
    assert "Pépinière des Dunes" in told_of(longer)
