"""Questions on chains and actors: rows worked out by hand."""

from io import BytesIO
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from tests.queries.conftest import Graphs, ask_oxigraph, rows_of

INSTITUTE, TOWN, TECHNOPOLE = "institut-exemple", "port-dune", "technopole-dune"
OLD, NEW, FIRST = "accord-dune-2012", "accord-dune-2018", "declaration-exemple"
WINTER, WORKSHOP = "mission-hiver-2014", "mission-hiver-2014-atelier"
VISIT = "mission-hiver-2014-visite"

# name, parameters, columns to compare, rows worked out by hand from the tables
Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

FOLLOWED = [
    NEW,
    "avenants-dune",
    "plan-dune-2020",
    WINTER,
    WORKSHOP,
    VISIT,
    "antenne-dune",
    "contrat-sablier",
    "partenariat-phare",
    "sans-publication",
    "projet-balise",
    "projet-sable",
]
LINKS = [
    (OLD, "amended by", "avenants-dune", "stated"),
    (OLD, "realised by", "projet-sable", "stated"),
    (OLD, "renewed by", NEW, "stated"),
    (OLD, "is the frame of", WINTER, "inferred"),
    (OLD, "is the frame of", "projet-sable", "stated"),
    (NEW, "includes", "plan-dune-2020", "stated"),
    (WINTER, "includes", WORKSHOP, "stated"),
    (WINTER, "includes", VISIT, "stated"),
    (WINTER, "resulted in", "partenariat-phare", "stated"),
    (WORKSHOP, "resulted in", "sans-publication", "stated"),
    (VISIT, "led to", "contrat-sablier", "stated"),
    (VISIT, "resulted in", "contrat-sablier", "stated"),
]
CALL = [
    ("appel-dune-1", "funds", WINTER, "stated"),
    ("appel-dune-1", "funds", "projet-sable", "stated"),
    ("appel-dune-1", "gave an award to", WINTER, "stated"),
    ("appel-dune-1", "gave an award to", "projet-sable", "stated"),
]
PROJECT = [
    ("projet-sable", "includes", "projet-balise", "stated"),
    ("projet-sable", "resulted in", "antenne-dune", "stated"),
]
JOINT = ("origin", "linkLabel", "next", "joined")

CHAINS: list[Case] = [
    ("chain-of-actor", {"actor": TECHNOPOLE}, JOINT, [*LINKS, *CALL, *PROJECT]),
    (
        "chain-of-actor",
        {"actor": TECHNOPOLE, "inferred": "no"},
        JOINT,
        [*(row for row in LINKS if row[3] == "stated"), *CALL, *PROJECT],
    ),
    # the call belongs to neither town
    (
        "chain-between-places",
        {"place": "havre-exemple", "other": TOWN},
        JOINT,
        [*LINKS, *PROJECT],
    ),
    ("what-followed", {"record": OLD}, ("found",), [(found,) for found in FOLLOWED]),
    (
        "where-it-came-from",
        {"record": "contrat-sablier"},
        ("found", "direct"),
        [
            (OLD, "false"),
            (FIRST, "false"),
            (WINTER, "false"),
            (VISIT, "true"),
            ("appel-dune-1", "false"),
            ("fonds-dune", "false"),
        ],
    ),
    ("missions-without-contract", {"kind": "working-visit"}, ("mission",), []),
    (
        "missions-without-contract",
        {"kind": "conference"},
        ("mission", "finding", "outcome"),
        [(WORKSHOP, "nothing attested", "")],
    ),
    (
        "renewal-chains",
        {},
        ("first", "agreement", "linkLabel", "previous", "signed"),
        [
            (FIRST, OLD, "replaces", FIRST, "2012-03-05"),
            (FIRST, "avenants-dune", "amends", OLD, "[2013..2014]"),
            (FIRST, NEW, "renews", OLD, "2018-01"),
        ],
    ),
    ("renewal-chains", {"start": OLD}, ("agreement",), []),
    (
        "parts-of-whole",
        {"record": WINTER},
        ("part", "whole", "when"),
        [(WORKSHOP, WINTER, "2014-12-10"), (VISIT, WINTER, "2015-01~")],
    ),
]

ACTORS: list[Case] = [
    (
        "partners-of",
        {"actor": TECHNOPOLE},
        ("partner", "shared", "firstYear", "lastYear"),
        [
            (INSTITUTE, "3", "2012", "2019"),
            ("societe-sablier", "2", "2013", "2019"),
            ("centre-exemple", "1", "2018", "2018"),
            ("leo-modele", "1", "2014", "2014"),
            ("ministere-exemple", "1", "2014", "2014"),
        ],
    ),
    (
        # the thanks at the end are the only trace of the ministry
        "partners-of",
        {"actor": TECHNOPOLE, "inferred": "no"},
        ("partner",),
        [(INSTITUTE,), ("societe-sablier",), ("centre-exemple",), ("leo-modele",)],
    ),
    (
        "signed-with",
        {},
        ("agreement", "person", "behalf", "other", "otherBehalf"),
        [(OLD, "ada-exemple", TECHNOPOLE, "leo-modele", INSTITUTE)],
    ),
    (
        "signed-with",
        {"signatory": "leo-modele"},
        ("person", "other"),
        [("leo-modele", "ada-exemple")],
    ),
    (
        "agreements-of-actor",
        {"actor": TECHNOPOLE},
        ("agreement", "signed", "other"),
        [(OLD, "2012-03-05", INSTITUTE), (NEW, "2018-01", "centre-exemple")],
    ),
    # a common plan, agreed in principle only, is no agreement
    ("agreements-of-actor", {"actor": "ville-port-dune"}, ("agreement",), [(FIRST,)]),
    (
        "twinned-towns",
        {},
        ("first", "second", "basis", "since", "stopped"),
        [(TOWN, "havre-exemple", "said to be twinned", "1999", "false")],
    ),
    # the place itself, the region around the other town, and neither
    ("twinned-towns", {"place": "port-dune"}, ("second",), [("havre-exemple",)]),
    ("twinned-towns", {"place": "Province-Exemple", "inferred": "no"}, ("first",), [(TOWN,)]),
    ("twinned-towns", {"actor": "technopole-dune"}, ("first",), []),
    (
        "longest-cooperation",
        {},
        ("french", "quebecker", "years", "firstYear", "lastYear", "shared"),
        [(TOWN, "havre-exemple", "7", "2012", "2019", "4")],
    ),
    ("longest-cooperation", {"atLeast": "8"}, ("french",), []),
    # Ada Exemple signed, but took part in no activity
    ("persons-who-met", {}, ("person",), []),
]

CASES = [*CHAINS, *ACTORS]


@pytest.mark.parametrize(("name", "given", "columns", "expected"), CASES)
def test_the_answer_is_the_one_worked_out_by_hand(
    name: str,
    given: dict[str, str],
    columns: tuple[str, ...],
    expected: list[tuple[str, ...]],
    dune: Any,  # Any: a type of conftest.py, which pytest does not let a test import
) -> None:
    assert rows_of(dune, name, given, columns) == expected


VISITS = b"""
@prefix c: <https://w3id.org/coopgraph/ns#> .
@prefix kind: <https://w3id.org/coopgraph/scheme/mission-kind/> .
@prefix made: <https://w3id.org/coopgraph/scheme/outcome-kind/> .
@prefix result: <https://w3id.org/coopgraph/scheme/outcome-status/> .
@prefix status: <https://w3id.org/coopgraph/scheme/status/> .
@prefix x: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
:held a c:Mission ; c:hasKind kind:soft-landing ; c:hasStatus status:completed .
:talks a c:Mission ; c:hasKind kind:soft-landing ; c:hasStatus status:completed .
:plan a c:Mission ; c:hasKind kind:soft-landing ; c:hasStatus status:planned .
:none c:resultsFrom :held ; c:hasKind made:contract ; c:hasStatus result:not-achieved ;
  c:statusAsOf "2020-01-01"^^x:date .
:perhaps c:resultsFrom :talks ; c:hasKind made:contract ; c:hasStatus result:in-discussion ;
  c:statusAsOf "2020-01-01"^^x:date .
:ada a c:Person . :leo a c:Person . :firm a c:Organisation .
:p1 a c:Participation ; c:inActivity :held ; c:hasActor :ada .
:p2 a c:Participation ; c:inActivity :held ; c:hasActor :leo ; c:inferred true .
:p3 a c:Participation ; c:inActivity :held ; c:hasActor :firm .
:p4 a c:Participation ; c:inActivity :plan ; c:hasActor :ada .
:p5 a c:Participation ; c:inActivity :plan ; c:hasActor :leo .
"""


def test_a_stated_no_contract_is_no_silence_and_a_plan_no_meeting() -> None:
    store = Store()
    store.load(BytesIO(VISITS), format=RdfFormat.TURTLE)
    graphs = Graphs(store, rdflib.Graph())
    _, rows = ask_oxigraph(graphs, "missions-without-contract", {}, "en")
    assert [row[3] for row in rows] == [
        "no contract, a source says",
        "contract announced or under discussion",
    ]
    _, rows = ask_oxigraph(graphs, "persons-who-met", {}, "en")
    assert [(row[0][-3:], row[2][-3:], row[4][-4:]) for row in rows] == [("ada", "leo", "held")]
    assert ask_oxigraph(graphs, "persons-who-met", {"inferred": "no"}, "en")[1] == []
