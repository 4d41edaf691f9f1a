"""How the cells of a row become terms."""

from collections.abc import Callable

import pytest

from coopgraph.loaders import LoadContext
from coopgraph.loaders.nodes import NodePlan

Loaded = Callable[..., set[str]]


def test_a_mission_says_this_and_nothing_else(loaded: Loaded) -> None:
    made = loaded(
        "missions",
        id="mission-sel",
        kind="working-visit",
        title_fr="Mission du sel",
        title_en="Salt mission",
        when="2031-08",
        status="completed",
        status_as_of="2031-09-01",
        under="accord-dune",
        count="3",
    )
    mission = "<id/mission/mission-sel>"
    assert made == {
        f"{mission} <rdf:type> <coop:Mission>",
        f"{mission} <rdf:type> <coop:Activity>",
        f"{mission} <coop:hasKind> <scheme/mission-kind/working-visit>",
        f'{mission} <skos:prefLabel> "Mission du sel"@fr',
        f'{mission} <skos:prefLabel> "Salt mission"@en',
        f'{mission} <coop:when> "2031-08"^^<edtf:EDTF>',
        f'{mission} <coop:earliestBegin> "2031-08-01"^^<xsd:date>',
        f'{mission} <coop:latestBegin> "2031-08-31"^^<xsd:date>',
        f'{mission} <coop:earliestEnd> "2031-08-01"^^<xsd:date>',
        f'{mission} <coop:latestEnd> "2031-08-31"^^<xsd:date>',
        f"{mission} <coop:hasStatus> <scheme/status/completed>",
        f'{mission} <coop:statusAsOf> "2031-09-01"^^<xsd:date>',
        f"{mission} <coop:underAgreement> <id/agreement/accord-dune>",
        f'{mission} <coop:count> "3"^^<xsd:integer>',
    }


def test_an_inferred_column_is_named_by_its_property_once(loaded: Loaded) -> None:
    made = loaded(
        "missions", id="m", title_fr="Titre", title_en="Title", inferred="title_fr title_en"
    )
    assert {s for s in made if "nferred" in s} == {
        "<id/mission/m> <coop:inferredProperty> <skos:prefLabel>"
    }


def test_a_link_with_an_inferred_column_is_inferred_itself(loaded: Loaded) -> None:
    made = loaded(
        "parties", id="p", agreement="accord-dune", actor="technopole-dune", inferred="actor"
    )
    assert "<id/party/p> <coop:inferredProperty> <coop:hasActor>" in made
    assert '<id/party/p> <coop:inferred> "true"^^<xsd:boolean>' in made


@pytest.mark.parametrize(
    ("table", "cells", "expected"),
    [
        ("places", {"latitude": "48.390"}, '<coop:latitude> "48.390"^^<xsd:decimal>'),
        ("actors", {"url": "https://example.org/é"}, "<coop:url> <https://example.org/é>"),
        ("agreements", {"batch": "false"}, '<coop:batch> "false"^^<xsd:boolean>'),
        ("programmes", {"opens": "2031-01"}, '<coop:openingDate> "2031-01"^^<edtf:EDTF>'),
        ("outcomes", {"announced_on": "2031-02"}, '<coop:announcedOn> "2031-02"^^<edtf:EDTF>'),
        ("outcomes", {"place": "port-dune"}, "<coop:locatedIn> <id/place/port-dune>"),
        ("signings", {"kind": "issued"}, "<coop:hasKind> <scheme/signing-kind/issued>"),
        ("budgets", {"record": "mission-dune"}, "<coop:describes> <id/mission/mission-dune>"),
        ("budgets", {"kind": "cost"}, "<coop:hasKind> <scheme/money-kind/cost>"),
        ("figures", {"what_en": "firms"}, '<coop:measure> "firms"@en'),
        ("figures", {"part_of_total": "true"}, '<coop:partOfTotal> "true"^^<xsd:boolean>'),
        ("themes", {"broader": "mer"}, "<skos:broader> <scheme/theme/mer>"),
        ("budgets", {"currency": "CAD"}, '<coop:currency> "CAD"'),
        ("figures", {"value": "0040"}, '<coop:numericValue> "0040"'),
        ("relations", {"object": "gazette"}, "<coop:hasObject> <id/source/gazette>"),
        ("relations", {"predicate": "thanks"}, "<coop:hasPredicate> <scheme/relation/thanks>"),
        ("missions", {"note_en": 'a "b"\\'}, '<skos:note> "a \\"b\\"\\\\"@en'),
    ],
)
def test_a_cell_becomes_the_term_of_its_kind(
    loaded: Loaded, table: str, cells: dict[str, str], expected: str
) -> None:
    assert any(statement.endswith(expected) for statement in loaded(table, id="x", **cells))


def test_an_empty_cell_makes_no_statement(loaded: Loaded) -> None:
    assert loaded("relations", id="x") == {"<id/relation/x> <rdf:type> <coop:Relation>"}


def test_a_column_that_needs_its_row_is_left_to_the_loader_of_the_table() -> None:
    with pytest.raises(ValueError, match="column"):
        NodePlan("claims", LoadContext({}))
