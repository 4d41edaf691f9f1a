"""Questions on money, evidence and disputes: rows worked out by hand."""

from typing import Any

import pytest
from tests.queries.conftest import ask_oxigraph, rows_of

from coopgraph.identifiers import NAMESPACE

TECHNOPOLE, INSTITUTE = "technopole-dune", "institut-exemple"
SAND, WINTER, FUND, CALL = "projet-sable", "mission-hiver-2014", "fonds-dune", "appel-dune-1"
GAZETTE, BULLETIN, REGISTER = "gazette-2015", "bulletin-2019", "registre-2012"

# name, parameters, columns to compare, rows worked out by hand from the tables
Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

MONEY: list[Case] = [
    (
        # a euro and a dollar stay apart; two budgets of one year are not added
        "amounts-by-programme",
        {},
        ("programme", "nature", "currency", "certain", "period", "rows", "largest", "total"),
        [
            (CALL, "award", "CAD", "false", "2014", "1", "9500.5", "9500.5"),
            (CALL, "award", "EUR", "true", "2014", "1", "12000", "12000"),
            (FUND, "budget", "CAD", "true", "2014", "1", "150000", ""),
            (FUND, "budget", "EUR", "true", "2014", "1", "100000", ""),
        ],
    ),
    (
        "awards-of",
        {"activity": SAND},
        ("programme", "funder", "recipient", "amount", "currency", "certain", "partOfTotal"),
        [
            (CALL, "", TECHNOPOLE, "12000", "EUR", "true", "false"),
            (CALL, "ministere-exemple", INSTITUTE, "9500.5", "CAD", "false", "false"),
        ],
    ),
    # no figure is no zero
    ("awards-of", {"activity": WINTER}, ("programme", "amount"), [(CALL, "")]),
    (
        "budgets",
        {},
        ("record", "kind", "amount", "currency", "per"),
        [
            (FUND, "budget", "100000", "EUR", "year"),
            (FUND, "budget", "150000", "CAD", "year"),
            (SAND, "cost", "30000", "EUR", ""),
        ],
    ),
    ("budgets", {"record": SAND}, ("record", "amount"), [(SAND, "30000")]),
    (
        "who-funds-whom",
        {},
        ("funder", "funded", "basis", "amount", "currency"),
        [
            ("ministere-exemple", INSTITUTE, "award", "9500.5", "CAD"),
            (CALL, TECHNOPOLE, "award", "12000", "EUR"),
            (CALL, WINTER, "award", "", ""),
        ],
    ),
    ("who-funds-whom", {"actor": INSTITUTE}, ("funder",), [("ministere-exemple",)]),
    (
        # the technopole and the institute are parties; who spoke or hosted was not funded
        "funded-without-agreement",
        {},
        ("actor", "basis", "through"),
        [
            ("societe-sablier", "beneficiary", "mission-hiver-2014-visite"),
            ("societe-sablier", "partner", "projet-balise"),
        ],
    ),
    (
        "uncertain-currency",
        {},
        ("record", "nature", "amount", "currency", "source"),
        [(SAND, "award", "9500.5", "CAD", GAZETTE)],
    ),
]

EVIDENCE: list[Case] = [
    (
        # the bulletin is cited for the status alone: no second witness
        "single-witness",
        {"record": "accord-dune-2012"},
        ("fact", "witnesses", "interested", "witness"),
        [("accord-dune-2012", "1", "1", REGISTER)],
    ),
    (
        # the dispatch is a copy of the gazette: one witness, and no interested one
        "single-witness",
        {"record": WINTER},
        ("witnesses", "interested", "witness", "publisher"),
        [("1", "0", GAZETTE, "Gazette de Port-Dune")],
    ),
    (
        "stated-by-source",
        {"source": "gazetteer"},
        ("record", "type", "property"),
        [
            (place, f"{NAMESPACE}Place", f"{NAMESPACE}{column}")
            for place in ("havre-exemple", "port-dune")
            for column in ("latitude", "longitude")
        ],
    ),
    (
        "stated-by-source",
        {"source": "depeche-2015"},
        ("record", "locator", "property"),
        [(WINTER, "§ 1", "")],
    ),
    (
        "evidence-of",
        {"record": "projet-balise"},
        ("fact", "source", "locator", "interested"),
        [
            ("projet-balise.claim.1", GAZETTE, "§ 5", "false"),
            ("projet-balise.claim.2", BULLETIN, "section 4", "true"),
            ("projet-balise.actor.1", BULLETIN, "section 4", "true"),
            ("projet-balise", BULLETIN, "section 4", "true"),
        ],
    ),
    (
        "sources-by-publisher",
        {},
        ("publisher", "sources", "copies", "interested", "records"),
        [
            ("Institut Exemple", "1", "0", "1", "51"),
            ("Gazette de Port-Dune", "1", "0", "0", "44"),
            ("Ville de Port-Dune", "1", "0", "1", "17"),
            ("Atlas Exemple", "1", "0", "0", "2"),
            ("Dépêches du Sablier", "1", "1", "0", "1"),
        ],
    ),
    (
        "copied-sources",
        {},
        ("copy", "original", "both"),
        [("depeche-2015", GAZETTE, "1")],
    ),
]

DISPUTED: list[Case] = [
    (
        "disputes-of",
        {"record": WINTER},
        ("value", "standing", "source", "interested"),
        [
            ("Technopôle des Dunes", "undecided", GAZETTE, "false"),
            ("Institut Exemple", "undecided", BULLETIN, "true"),
        ],
    ),
    (
        # by way of the act of signing
        "disputes-of",
        {"record": "accord-dune-2012"},
        ("about", "value", "standing"),
        [
            ("accord-dune-2012.signing.1", "2012-03-05", "retained"),
            ("accord-dune-2012.signing.1", "2012-03-15", "not-retained"),
        ],
    ),
    ("disputes-of", {"record": "accord-dune-2018"}, ("about",), []),
    (
        "undecided-questions",
        {},
        ("about", "question", "values", "witnesses", "one", "another"),
        [
            (
                "mission-hiver-2014.dispute.1",
                "Who had the idea of the winter mission?",
                *("2", "2", "Institut Exemple", "Technopôle des Dunes"),
            ),
            ("projet-balise", "", "2", "2", "2014", "2015/2016"),
        ],
    ),
]

CASES = [*MONEY, *EVIDENCE, *DISPUTED]


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


def test_a_second_independent_witness_takes_a_record_off_the_list(dune: Any) -> None:
    # the whole list: each record rests on one witness, that of the winter mission is a newspaper
    _, rows = ask_oxigraph(dune, "single-witness", {}, "en")
    assert {row[4] for row in rows} == {"1"}
    assert [row[0] for row in rows if row[5] == "0"].count(WINTER) == 1
