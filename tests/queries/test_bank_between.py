"""Questions between two places and around one record: rows worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from tests.queries.conftest import both_of, rows_of

from coopgraph.identifiers import record_iri
from coopgraph.vocabulary import COOP

TECHNOPOLE, INSTITUTE, CENTRE = "technopole-dune", "institut-exemple", "centre-exemple"
MINISTRY, SABLIER, ADA, LEO = "ministere-exemple", "societe-sablier", "ada-exemple", "leo-modele"
OLD, NEW, DECLARATION = "accord-dune-2012", "accord-dune-2018", "declaration-exemple"
SAND, WINTER, VISIT = "projet-sable", "mission-hiver-2014", "mission-hiver-2014-visite"
SESSION, MAY = "session-dune-2", "session-dune-2-mai"
PORT, HAVEN = "port-dune", "havre-exemple"

# name, parameters, columns to compare, rows worked out by hand from the tables
Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

BOTH: list[tuple[str, ...]] = [
    (OLD, "2012-03-05", TECHNOPOLE, INSTITUTE),
    (NEW, "2018-01", TECHNOPOLE, CENTRE),
]
SHARED: list[tuple[str, ...]] = [
    (SAND, SABLIER, "partner", INSTITUTE, "partner"),
    (SAND, TECHNOPOLE, "lead", INSTITUTE, "partner"),
    # each in a part of its own: they meet in the whole
    (WINTER, SABLIER, "beneficiary", INSTITUTE, "host"),
    (WINTER, TECHNOPOLE, "organiser", INSTITUTE, "host"),
]
SERIES: list[tuple[str, ...]] = [("", MAY), ("2", SESSION)]

CASES: list[Case] = [
    (
        # the plan of 2020 is agreed in principle; the ministry has no place
        "agreements-between-places",
        {"place": PORT, "other": HAVEN},
        ("agreement", "signed", "one", "two"),
        BOTH,
    ),
    (
        "agreements-between-places",
        {"place": "pays-dune", "other": HAVEN},
        ("agreement", "signed", "one", "two"),
        BOTH,
    ),
    ("agreements-between-places", {"place": PORT, "other": PORT}, ("agreement",), []),
    (
        "activities-between-places",
        {"place": PORT, "other": HAVEN},
        ("activity", "one", "roleOne", "two", "roleTwo"),
        SHARED,
    ),
    (
        "activities-between-places",
        {"place": HAVEN, "other": "pays-dune", "inferred": "no"},
        ("activity", "one", "two"),
        [
            (SAND, INSTITUTE, SABLIER),
            (SAND, INSTITUTE, TECHNOPOLE),
            (WINTER, INSTITUTE, SABLIER),
            (WINTER, INSTITUTE, TECHNOPOLE),
        ],
    ),
    (
        "signatories-of",
        {"agreement": OLD},
        ("when", "where", "person", "office", "body"),
        [
            ("2012-03-05", PORT, ADA, "director", TECHNOPOLE),
            ("2012-03-05", PORT, LEO, "", INSTITUTE),
        ],
    ),
    # a signing for which nobody is named is told; what was only announced has none
    ("signatories-of", {"agreement": NEW}, ("when", "person"), [("2018-01", "")]),
    ("signatories-of", {"agreement": "plan-dune-2020"}, ("when", "person"), []),
    (
        "activities-of",
        {"actor": TECHNOPOLE},
        ("class", "record", "when", "roleLabel", "status"),
        [
            ("agreement", OLD, "2012-03-05", "party", "expired"),
            ("project", SAND, "2013/..", "lead", "ongoing"),
            ("mission", WINTER, "2014-24", "organiser", "completed"),
            ("agreement", NEW, "2018-01", "party", "in-force"),
        ],
    ),
    (
        "activities-of",
        {"actor": MINISTRY},
        ("record", "role", "status", "deduced"),
        [
            (DECLARATION, "", "", "false"),
            (VISIT, "supporter", "completed", "true"),
            (MAY, "organiser", "cancelled", "false"),
            (SESSION, "chair", "completed", "false"),
        ],
    ),
    (
        "activities-of",
        {"actor": MINISTRY, "inferred": "no"},
        ("record",),
        [(DECLARATION,), (MAY,), (SESSION,)],
    ),
    (
        "activities-of",
        {"actor": LEO},
        ("record", "roleLabel"),
        [(OLD, "signatory"), (f"{WINTER}-atelier", "speaker")],
    ),
    (
        "done-together",
        {"actor": TECHNOPOLE, "with": INSTITUTE},
        ("class", "record", "when", "roleLabel", "otherLabel"),
        [
            ("agreement", OLD, "2012-03-05", "party", "party"),
            ("project", SAND, "2013/..", "lead", "partner"),
            # the technopole in the whole, the institute in a part
            ("mission", WINTER, "2014-24", "organiser", "host"),
        ],
    ),
    (
        "done-together",
        {"actor": ADA, "with": LEO},
        ("record", "roleLabel"),
        [(OLD, "signatory")],
    ),
    ("done-together", {"actor": MINISTRY, "with": LEO, "inferred": "no"}, ("record",), []),
    ("done-together", {"actor": MINISTRY, "with": LEO}, ("record",), [(WINTER,)]),
    # the series of which the ministry chairs a session; of one of its sessions; of none
    ("series-sessions", {"record": MINISTRY}, ("number", "session"), SERIES),
    ("series-sessions", {"record": SESSION}, ("number", "session"), SERIES),
    ("series-sessions", {"record": WINTER}, ("number", "session"), []),
    ("series-sessions", {"record": MINISTRY, "words": "rapm"}, ("session",), []),
]


@pytest.mark.parametrize(
    ("name", "given", "columns", "expected"),
    CASES,
    ids=[f"{case[0]} {' '.join(case[1].values())}" for case in CASES],
)
def test_the_rows_are_those_worked_out_by_hand(
    name: str,
    given: dict[str, str],
    columns: tuple[str, ...],
    expected: list[tuple[str, ...]],
    dune: Any,  # Any: a type of conftest.py
) -> None:
    assert rows_of(dune, name, given, columns) == expected


def test_a_chain_whose_last_joint_is_deduced_is_told_only_with_what_is_inferred() -> None:
    graphs = both_of(Path(__file__).parents[1] / "fixtures" / "dune")
    given = {"actor": TECHNOPOLE, "outcome": "contrat-sablier", "inferred": "no"}
    columns = ("start", "last", "joined")
    told = [(WINTER, VISIT, "stated")]
    assert rows_of(graphs, "chain-to-outcome", given, columns) == told
    joint = record_iri("sequence", f"{VISIT}.led-to.1")
    graphs.store.add(Quad(NamedNode(joint), COOP.inferred, Literal(True)))
    graphs.plain.add(
        (rdflib.URIRef(joint), rdflib.URIRef(COOP.inferred.value), rdflib.Literal(True))
    )
    assert rows_of(graphs, "chain-to-outcome", given, columns) == []
    assert rows_of(graphs, "chain-to-outcome", given | {"inferred": "yes"}, columns) == told
