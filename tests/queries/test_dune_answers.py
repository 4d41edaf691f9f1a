"""The questions asked of the invented tables: both engines agree; the steps of long paths count."""

from io import BytesIO
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from tests.queries.conftest import Graphs, ask_oxigraph, ask_rdflib

from coopgraph.queries.catalogue import find_question, read_catalogue
from coopgraph.queries.run import run_question

# Any: the graphs are a type of conftest.py, which pytest does not let a test import

GIVEN = {
    "activity": "mission-hiver-2014",
    "agreement": "accord-dune-2012",
    "actor": "technopole-dune",
    "before": "2013-01-01",
    "body": "technopole-dune",
    "day": "2015-12-31",
    "during": "2015",
    "other": "port-dune",
    "organisation": "technopole-dune",
    "outcome": "contrat-sablier",
    "place": "havre-exemple",
    "programme": "fonds-dune",
    "record": "accord-dune-2012",
    "source": "gazette-2015",
    "theme": "sable",
    "with": "institut-exemple",
}

# Rows worked out by hand from the tables, in the order of the question, by first column.
EXPECTED = {
    "took-part": [
        "societe-sablier",
        "institut-exemple",
        "technopole-dune",
        "leo-modele",
        "ministere-exemple",
    ],
    "organised-supported": ["organiser"],
    "agreements-in-force": ["accord-dune-2012", "avenants-dune"],
    "announced-without-trace": ["mission-prevue-2021"],
    "chain-to-outcome": ["mission-hiver-2014"],
    "contested": ["mission-hiver-2014"] * 2
    + ["projet-balise"] * 2
    + ["accord-dune-2012.signing.1"] * 2,
    "cross-shore-agreements": ["accord-dune-2012", "accord-dune-2018", "declaration-exemple"],
    "facts-without-source": [],
    "two-steps-apart": ["institut-exemple"] * 2 + ["centre-exemple"],
    "vaguely-dated": [
        "avenants-dune",
        "declaration-exemple",
        "mission-hiver-2014",
        "mission-hiver-2014-visite",
        "contrat-sablier",
    ],
    "where-stated": ["bulletin-2019", "registre-2012"],
}


def given_for(name: str) -> dict[str, str]:
    names = {parameter.name for parameter in find_question(name).header.parameters}
    given = {key: value for key, value in GIVEN.items() if key in names}
    if "kind" in names:
        given["kind"] = (
            "cooperation-agreement" if name == "projects-under-old-agreements" else "working-visit"
        )
    return given


@pytest.mark.parametrize("name", EXPECTED)
def test_the_answer_is_the_one_worked_out_by_hand(name: str, dune: Any) -> None:
    _, rows = ask_oxigraph(dune, name, given_for(name), "fr")
    assert [row[0] for row in rows] == EXPECTED[name]


@pytest.mark.parametrize("name", read_catalogue())
@pytest.mark.no_cover  # what runs is rdflib
def test_both_engines_give_the_same_rows_in_the_same_order(name: str, dune: Any) -> None:
    found = ask_oxigraph(dune, name, given_for(name), "fr")
    assert found == ask_rdflib(dune, name, given_for(name), "fr")


def test_what_came_of_a_part_counts_for_the_whole(dune: Any) -> None:
    _, rows = ask_oxigraph(dune, "what-came-of", {"kind": "working-visit"}, "en")
    assert [(row[0], row[4], row[8]) for row in rows] == [
        ("mission-hiver-2014", "contrat-sablier", "achieved"),
        ("mission-hiver-2014", "partenariat-phare", "in-discussion"),
        ("mission-hiver-2014", "partenariat-phare", "in-discussion"),
        ("mission-hiver-2014", "sans-publication", "not-achieved"),
    ]


def test_a_replaced_agreement_is_in_force_no_more(dune: Any) -> None:
    def agreements(day: str, mode: str = "possibly") -> list[str]:
        return [
            row[0]
            for row in ask_oxigraph(dune, "agreements-in-force", {"day": day, "mode": mode}, "en")[
                1
            ]
        ]

    assert agreements("2011-12-31") == ["declaration-exemple"]
    assert agreements("2013-06-01", "certainly") == ["accord-dune-2012"]
    # two terms, one a side; both still ran when the bulletin of October 2019 spoke
    assert agreements("2018-06-01", "certainly") == ["accord-dune-2018", "accord-dune-2018"]
    assert agreements("2030-01-01", "certainly") == []


def test_projects_stem_from_an_agreement(dune: Any) -> None:
    given = {"kind": "cooperation-agreement", "before": "2013-01-01", "programme": "fonds-dune"}
    _, rows = ask_oxigraph(dune, "projects-under-old-agreements", given, "en")
    assert [row[0] for row in rows] == ["mission-hiver-2014", "projet-sable"]
    without = {**given, "inferred": "no"}
    _, rows = ask_oxigraph(dune, "projects-under-old-agreements", without, "en")
    assert [row[0] for row in rows] == ["projet-sable"]
    _, rows = ask_oxigraph(
        dune, "projects-under-old-agreements", {**given, "before": "2012-03-05"}, "en"
    )
    assert rows == []


CHAIN = b"""
@prefix c: <https://w3id.org/coopgraph/ns#> .
@prefix kind: <https://w3id.org/coopgraph/scheme/mission-kind/> .
@prefix made: <https://w3id.org/coopgraph/scheme/outcome-kind/> .
@prefix result: <https://w3id.org/coopgraph/scheme/outcome-status/> .
@prefix status: <https://w3id.org/coopgraph/scheme/status/> .
@prefix : <https://example.org/> .
:scouting a c:Mission ; c:hasKind kind:prospecting-mission ; c:hasStatus status:completed ;
  c:ledTo :accord, :near .
:visit c:underAgreement :accord .
:part c:partOf :scouting ; c:ledTo :near .
:near a c:Outcome ; c:hasKind made:contract ; c:hasStatus result:achieved .
:far a c:Outcome ; c:resultsFrom :visit ; c:hasKind made:tender-won ; c:hasStatus result:achieved .
:lost a c:Outcome ; c:resultsFrom :visit ; c:hasKind made:contract ;
  c:hasStatus result:not-achieved .
"""


def test_only_contracts_at_two_steps_count() -> None:
    store = Store()
    store.load(BytesIO(CHAIN), format=RdfFormat.TURTLE)
    result = run_question(store, find_question("contracts-from-missions"), {}, language="en")
    assert [(row.last.value[-5:], row.contract.value[-3:]) for row in result.rows] == [
        ("visit", "far")
    ]


def test_what_was_only_agreed_in_principle_is_no_agreement() -> None:
    signed = b"""
    @prefix c: <https://w3id.org/coopgraph/ns#> .
    @prefix x: <http://www.w3.org/2001/XMLSchema#> .
    @prefix side: <https://w3id.org/coopgraph/scheme/side/> .
    @prefix kind: <https://w3id.org/coopgraph/scheme/signing-kind/> .
    @prefix : <https://example.org/> .
    :sel c:onSide side:france . :puits c:onSide side:quebec .
    :p1 a c:Party ; c:inAgreement :pact ; c:hasActor :sel .
    :p2 a c:Party ; c:inAgreement :pact ; c:hasActor :puits .
    :pact a c:Agreement .
    :day c:signs :pact ; c:when "2010" ; c:earliestBegin "2010-01-01"^^x:date ;
      c:latestBegin "2010-12-31"^^x:date ; c:hasKind kind:%s .
    """
    for kind, number in ((b"agreed-in-principle", 0), (b"issued", 1)):
        store = Store()
        store.load(input=signed % kind, format=RdfFormat.TURTLE)
        graphs = Graphs(store, rdflib.Graph())
        for name, given in (
            ("cross-shore-agreements", dict[str, str]()),
            ("agreements-in-force", {"day": "2015-01-01"}),
            ("ties-during", {"during": "2015"}),
        ):
            assert len(ask_oxigraph(graphs, name, given, "en")[1]) == number, (name, kind)
