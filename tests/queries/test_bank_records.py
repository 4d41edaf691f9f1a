"""Questions on places, persons, themes, names, figures and calls: rows worked out by hand."""

from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store
from tests.queries.conftest import ask_oxigraph, rows_of

from coopgraph.queries.catalogue import find_question
from coopgraph.queries.run import run_question

ADA, LEO, TECHNOPOLE, INSTITUTE = "ada-exemple", "leo-modele", "technopole-dune", "institut-exemple"
OLD, WINTER, SAND, CALL = "accord-dune-2012", "mission-hiver-2014", "projet-sable", "appel-dune-1"
WORKSHOP, VISIT, HAVEN = f"{WINTER}-atelier", f"{WINTER}-visite", "havre-exemple"
DECLARED = "declaration-exemple"

# name, parameters, columns to compare, rows worked out by hand from the tables
Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

PLACES: list[Case] = [
    (
        "events-at-place",
        {"place": "province-exemple"},
        ("event", "where"),
        [(WORKSHOP, HAVEN), (VISIT, "province-exemple"), (DECLARED, HAVEN)],
    ),
    (
        # the place of the visit is deduced
        "events-at-place",
        {"place": "province-exemple", "inferred": "no"},
        ("event",),
        [(WORKSHOP,), (DECLARED,)],
    ),
    (
        # the common plan of the Centre was agreed in principle only
        "actors-of-place",
        {"place": "province-exemple"},
        ("actor", "where", "activities", "agreements"),
        [("centre-exemple", HAVEN, "0", "1"), (INSTITUTE, HAVEN, "2", "1")],
    ),
    (
        "agreements-signed-at",
        {"place": "pays-dune"},
        ("agreement", "where", "when", "parties"),
        [(OLD, "port-dune", "2012-03-05", "2")],
    ),
]

PERSONS: list[Case] = [
    (
        "office-holders-on",
        {"day": "2014-12-10", "mode": "certainly"},
        ("person", "office", "basis"),
        [(LEO, "researcher", "attested then"), (ADA, "director", "term")],
    ),
    (
        # attested in 2012 and at the end of 2014: in between, nobody says so
        "office-holders-on",
        {"day": "2013-06-01"},
        ("person", "basis"),
        [(LEO, "attested before and after"), (ADA, "term")],
    ),
    ("office-holders-on", {"day": "2013-06-01", "mode": "certainly"}, ("person",), [(ADA,)]),
    # some day of 2010 she began
    ("office-holders-on", {"day": "2010-06-01", "mode": "certainly"}, ("person",), []),
    ("office-holders-on", {"day": "2010-06-01"}, ("person",), [(ADA,)]),
    ("office-holders-on", {"day": "2016-01-01"}, ("person",), []),
    (
        "offices-of",
        {"actor": LEO},
        ("body", "when", "firstSeen", "lastSeen", "attestations"),
        [(INSTITUTE, "", "2012-03-05", "2014-12-10", "2")],
    ),
    (
        "attested-offices",
        {},
        ("person", "seenOn", "source"),
        [(LEO, "2012-03-05", "registre-2012"), (LEO, "2014-12-10", "gazette-2015")],
    ),
    (
        "signed-for",
        {},
        ("person", "office", "body", "agreement"),
        [(LEO, "", INSTITUTE, OLD), (ADA, "director", TECHNOPOLE, OLD)],
    ),
    ("signed-for", {"organisation": TECHNOPOLE}, ("person",), [(ADA,)]),
    (
        "successive-holders",
        {"organisation": TECHNOPOLE, "words": "Direct"},
        ("person", "firstSeen", "lastSeen"),
        [(ADA, "2010-01-01", "2015-06-30")],
    ),
    ("successive-holders", {"organisation": TECHNOPOLE, "words": "mayor"}, ("person",), []),
    (
        # the session of May was cancelled
        "series-overview",
        {},
        ("series", "held", "highest", "missing", "unnumbered"),
        [("commission-dune", "1", "2", "1", "0")],
    ),
    (
        "series-sessions",
        {"words": "dune"},
        ("number", "session", "status", "missingFrom", "missingTo"),
        [("", "session-dune-2-mai", "cancelled", "", ""),
         ("2", "session-dune-2", "completed", "1", "1")],
    ),
]  # fmt: skip

THEMES: list[Case] = [
    (
        # marine sand is sand as well
        "themes-by-decade",
        {},
        ("theme", "decade", "records", "possibly", "agreements"),
        [("sable", "2010", "2", "2", "1"), ("sable-marin", "2010", "1", "1", "0")],
    ),
    (
        "theme-trends",
        {"earlier": "2010/2012", "later": "2013/2019"},
        ("theme", "before", "after", "shareBefore", "shareAfter", "change"),
        [("sable-marin", "0", "1", "0", "100", "100"), ("sable", "1", "1", "100", "100", "0")],
    ),
    (
        "records-of-theme",
        {"theme": "sable"},
        ("record", "when", "narrow"),
        [(OLD, "2012-03-05", "sable"), (WINTER, "2014-24", "sable-marin")],
    ),
    (
        "names-over-time",
        {},
        ("body", "step", "kind", "name", "other"),
        [
            ("centre-exemple", "came of", "renamed", "", INSTITUTE),
            (INSTITUTE, "became", "renamed", "", "centre-exemple"),
            (TECHNOPOLE, "name", "former", "Pépinière des Dunes", ""),
        ],
    ),
    (
        "names-over-time",
        {"of": TECHNOPOLE},
        ("name", "when"),
        [("TDD", ""), ("Pépinière des Dunes", "2001/2008")],
    ),
    (
        "name-on-date",
        {"body": TECHNOPOLE, "day": "2005-01-01"},
        ("name", "sure", "existed"),
        [
            ("Pépinière des Dunes", "true", "true"),
            ("TDD", "false", "true"),
            ("Technopôle des Dunes", "false", "true"),
        ],
    ),
    (
        "name-on-date",
        {"body": TECHNOPOLE, "day": "2000-01-01"},
        ("name", "existed"),
        [("TDD", "false"), ("Technopôle des Dunes", "false")],
    ),
    ("identifiers", {}, ("record", "value"), [(TECHNOPOLE, "000000000")]),
    ("identifiers", {"scheme": "wikidata"}, ("record",), []),
    (
        "identifiers",
        {"lacking": "yes"},
        ("record",),
        [
            *(("centre-exemple",), (INSTITUTE,), ("ministere-exemple",), ("societe-sablier",)),
            *(("ville-port-dune",), (HAVEN,), ("pays-dune",), ("port-dune",)),
            ("province-exemple",),
        ],
    ),
]

FIGURES: list[Case] = [
    (
        "delegation-sizes",
        {},
        ("mission", "people", "qualifier", "announced"),
        [(WORKSHOP, "12", "at-least", "false")],
    ),
    (
        "figures-over-time",
        {"words": "PROJECTS"},
        ("record", "number", "when", "dated"),
        [("fonds-dune", "7", "2011/2019-10", "the figure")],
    ),
    (
        "figures-over-time",
        {"record": "antenne-dune"},
        ("number", "when", "dated", "announced"),
        [("5", "2020", "the record", "true")],
    ),
    ("calls-open-on", {"day": "2013-09-02"}, ("programme", "sure"), [(CALL, "true")]),
    ("calls-open-on", {"day": "2013-10-31"}, ("programme", "sure"), [(CALL, "true")]),
    ("calls-open-on", {"day": "2013-11-01"}, ("programme",), []),
    (
        "winners-of-call",
        {"programme": "fonds-dune"},
        ("call", "activity", "actor", "role"),
        [
            (CALL, WINTER, TECHNOPOLE, "organiser"),
            (CALL, SAND, INSTITUTE, "partner"),
            (CALL, SAND, TECHNOPOLE, "lead"),
        ],
    ),
    (
        "programmes-of-operator",
        {},
        ("operator", "programme", "activities"),
        [("ministere-exemple", "fonds-dune", "0"), ("ville-port-dune", "fonds-dune", "0")],
    ),
    ("programmes-of-operator", {"actor": TECHNOPOLE}, ("operator",), []),
]

CASES = [*PLACES, *PERSONS, *THEMES, *FIGURES]


@pytest.mark.parametrize(
    ("name", "given", "columns", "expected"), CASES, ids=[case[0] for case in CASES]
)
def test_the_rows_are_those_worked_out_by_hand(
    name: str,
    given: dict[str, str],
    columns: tuple[str, ...],
    expected: list[tuple[str, ...]],
    dune: Any,  # Any: a type of conftest.py
) -> None:
    assert rows_of(dune, name, given, columns) == expected


def test_the_graph_in_numbers(dune: Any) -> None:
    _, rows = ask_oxigraph(dune, "counts-by-class", {}, "en")
    counts = {row[1]: row[2:] for row in rows}
    # records, batches of unknown number, dated, sources
    assert counts["award"] == ("3", "0", "2", "2")
    assert counts["mission"] == ("7", "1", "7", "3")


CALLS = b"""
@prefix c: <https://w3id.org/coopgraph/ns#> .
@prefix : <https://example.org/> .
:month a c:Programme ; c:openingDate "2019-10" ; c:closingDate "2019-12" .
:season a c:Programme ; c:openingDate "2019-23" ; c:closingDate "2020-01-15" .
:about a c:Programme ; c:openingDate "2019-10-01~" ; c:closingDate "2020-01-15" .
:unknown a c:Programme ; c:closingDate "2020-01-15" .
:over a c:Programme ; c:closingDate "2019-10-31" .
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-11-15", {"month": True, "season": False, "about": False, "unknown": False}),
        # some day of October, some day of December
        ("2019-12-20", {"month": False, "season": False, "about": False, "unknown": False}),
        ("2018-11-15", {"over": False}),
    ],
)
def test_a_call_is_surely_open_only_between_known_days(day: str, expected: dict[str, bool]) -> None:
    store = Store()
    store.load(CALLS, format=RdfFormat.TURTLE)
    rows = run_question(store, find_question("calls-open-on"), {"day": day}, language="en").rows
    assert {row.programme.value.rpartition("/")[2]: row.sure.value == "true" for row in rows} == (
        expected
    )
