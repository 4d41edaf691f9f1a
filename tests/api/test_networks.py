"""Networks from Python: projections, moments, steps, kinds, sums, and what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import coopgraph as cg
from coopgraph.errors import UsageError
from coopgraph.network import borne
from coopgraph.network.borne import DatedName, NamesBorne

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="module")
def kg() -> cg.KnowledgeGraph:
    return cg.open(DUNE, language="en")


def test_a_network_is_any_projection(kg: cg.KnowledgeGraph) -> None:
    actors, territories = kg.network(), kg.network("territories")
    assert {data["class"] for _, data in territories.nodes(data=True)} == {"Place"}
    assert actors.number_of_edges() > 0
    with pytest.raises(UsageError, match=r"known: .*territories"):
        kg.network("dunes")


def test_kinds_leave_only_those_and_whom_they_tie(kg: cg.KnowledgeGraph) -> None:
    network = kg.network(kinds=["agreement"])
    assert {kind for *_, kind in network.edges(data="kind")} == {"agreement"}
    assert all(ties for _, ties in network.degree)
    with pytest.raises(UsageError, match="Kinds here: agreement, mission, project"):
        kg.network(kinds="camel")
    with pytest.raises(UsageError, match="Kinds here: award, benefit"):
        kg.network("funding", kinds=["mission"])  # there are missions, but no tie is one


def test_a_moment_is_a_year_a_day_or_words(kg: cg.KnowledgeGraph) -> None:
    year = set(kg.network(at="2014").edges)
    assert year
    assert set(kg.network(at=2014).edges) == year
    assert set(kg.network(at=date(2014, 6, 1)).edges) <= year
    assert set(kg.network(at="2014/..").edges) >= year
    with pytest.raises(UsageError, match="no date"):
        kg.network(at="tomorrow night")


def test_nodes_bear_the_names_of_the_moment(
    kg: cg.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = NamesBorne({"technopole-dune": (DatedName("Pépinière", "", "2013-12-31"),)})
    monkeypatch.setattr(borne, "read_names_borne", lambda graph: old)
    assert kg.network(at=2013).nodes["technopole-dune"]["label_fr"] == "Pépinière"
    assert kg.network().nodes["technopole-dune"]["label_fr"] == "Technopôle des Dunes"
    (early, late) = kg.slices(2013, 2014)
    assert early.network().nodes["technopole-dune"]["label_en"] == "Pépinière"
    assert late.network().nodes["technopole-dune"]["label_fr"] == "Technopôle des Dunes"


def test_a_network_is_cut_in_steps_of_any_length(kg: cg.KnowledgeGraph) -> None:
    parts = kg.slices(2014, 2014, step="quarter", kinds="mission", growing=True)
    assert [part.first.month for part in parts] == [1, 4, 7, 10]
    assert len(parts[0].edges) <= len(parts[-1].edges)
    assert {edge[3]["kind"] for part in parts for edge in part.edges} == {"mission"}
    assert "edges" not in repr(parts[0])
    with pytest.raises(UsageError, match="no step"):
        kg.slices(2014, 2015, step="fortnight")


def test_amounts_are_summed_up_by_currency(kg: cg.KnowledgeGraph) -> None:
    rows = {row.currency: row for row in kg.amounts()}
    assert (rows["EUR"].amount, rows["EUR"].recipient) == (12000, "technopole-dune")
    assert (rows["CAD"].amount, rows["CAD"].currency_certain) == (Decimal("9500.5"), False)
    assert not kg.amounts(at=2001)


def test_two_moments_are_compared_in_words_and_as_data(kg: cg.KnowledgeGraph) -> None:
    years = sorted(
        data["earliest_begin"]
        for *_, data in kg.network().edges(data=True)
        if "earliest_begin" in data
    )
    difference = kg.compare(years[0][:4], years[-1][:4])
    changes = len(difference.data.began) + len(difference.data.lapsed) + len(difference.data.stayed)
    assert changes > 0
    assert years[-1][:4] in repr(difference)
    assert difference._repr_markdown_().startswith("#")
    with pytest.raises(UsageError):
        kg.compare("the other day", "2010")


def test_a_difference_is_drawn_and_saved(kg: cg.KnowledgeGraph, tmp_path: Path) -> None:
    difference = kg.compare(2013, 2019, projection="actors-by-agreement")
    assert "2013 et 2019" in difference.picture("fr").svg
    bundle = difference._repr_mimebundle_()
    assert set(bundle) == {"text/html", "image/svg+xml", "text/markdown", "text/plain"}
    assert "2013 and 2019" in bundle["image/svg+xml"]
    assert "<li>" in bundle["text/html"]
    assert difference._repr_mimebundle_(include=["text/plain"]) == {"text/plain": repr(difference)}
    difference.save(tmp_path / "changes.svg")
    assert (tmp_path / "changes.svg").read_text(encoding="utf-8") == difference.picture().svg
    with pytest.raises(UsageError, match=r"\.html .*\.svg or \.pdf"):
        difference.save(tmp_path / "changes.png")
    with pytest.raises(UsageError, match="known: en, fr"):
        difference.picture("de")


def test_a_view_takes_its_own_options_and_no_others(kg: cg.KnowledgeGraph) -> None:
    assert kg.view(projection="territories").view.nodes
    with pytest.raises(UsageError, match="colour"):
        kg.view(colour="red")
