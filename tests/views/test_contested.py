"""What sources dispute: every value with its standing, its reason and its sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views.contested import gather_disputes
from coopgraph.views.why import why

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
BASE = "https://w3id.org/coopgraph/id"


@pytest.fixture(scope="module")
def dune() -> Store:
    return build_graph(DUNE).store


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_disputed_date_is_told_with_both_values(dune: Store) -> None:
    (fact,) = gather_disputes(dune, [f"{BASE}/project/projet-balise"])
    assert fact.kind == "dispute"
    assert fact.doubts == ("contested",)
    assert "« 2014 », indécise" in plain(fact.sentence.fr)
    assert "“2014”, undecided" in fact.sentence.en
    assert fact.sentence.en.endswith("Neither source outweighs the other.")
    assert len(fact.evidence) == 2


def test_a_dispute_about_a_signing_belongs_to_its_agreement(dune: Store) -> None:
    (fact,) = gather_disputes(dune, [f"{BASE}/agreement/accord-dune-2012"])
    assert "“5 March 2012”, retained" in fact.sentence.en
    assert "“15 March 2012”, not retained" in fact.sentence.en


def test_a_dispute_is_found_from_the_record_that_it_concerns(dune: Store) -> None:
    told = [fact.sentence.en for fact in why(dune, "mission-hiver-2014") if fact.kind == "dispute"]
    assert any("Who had the idea" in sentence for sentence in told)


def test_records_without_dispute_have_none(dune: Store) -> None:
    assert gather_disputes(dune, [f"{BASE}/actor/sablier"]) == []
    assert gather_disputes(Store(), []) == []
