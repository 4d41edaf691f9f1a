"""Questions on time: rows worked out by hand."""

from typing import Any

import pytest
from tests.queries.conftest import rows_of

INSTITUTE, TOWN, TECHNOPOLE = "institut-exemple", "port-dune", "technopole-dune"
OLD, NEW, FIRST = "accord-dune-2012", "accord-dune-2018", "declaration-exemple"
WINTER = "mission-hiver-2014"

# name, parameters, columns to compare, rows worked out by hand from the tables
Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

TIME: list[Case] = [
    (
        "network-on-day",
        {"day": "2015-12-31"},
        ("first", "second", "ties"),
        # the Beacon project has no date: it may have run, its partner may have been tied
        [
            (INSTITUTE, TECHNOPOLE, "2"),
            (INSTITUTE, "societe-sablier", "1"),
            ("societe-sablier", TECHNOPOLE, "1"),
        ],
    ),
    (
        "network-on-day",
        {"day": "2015-12-31", "mode": "certainly"},
        ("first", "second", "ties"),
        [(INSTITUTE, TECHNOPOLE, "2")],
    ),
    (
        "agreement-changes",
        {"during": "2012/2018"},
        ("change", "agreement", "other"),
        [
            ("amends", "avenants-dune", OLD),
            ("in force", OLD, ""),
            ("in force", NEW, ""),
            ("in force", NEW, ""),
            ("renews", NEW, OLD),
            ("replaced by", FIRST, OLD),
            ("replaces", OLD, FIRST),
            ("run out", OLD, ""),
        ],
    ),
    (
        # the amendments: some day of 2013 or 2014, not surely in 2014
        "agreement-changes",
        {"during": "2014", "mode": "certainly"},
        ("change",),
        [],
    ),
    (
        "agreements-signed",
        {"during": "2010/2012"},
        ("agreement", "signed", "place"),
        [(OLD, "2012-03-05", TOWN), (FIRST, "[2010..2011-05]", "havre-exemple")],
    ),
    (
        "agreements-signed",
        {"during": "2010/2012", "agreementKind": "declaration"},
        ("agreement",),
        [(FIRST,)],
    ),
    ("agreements-signed", {"during": "2010", "mode": "certainly"}, ("agreement",), []),
    (
        "missions-by-kind",
        {"during": "2014-12/2017"},
        ("kind", "certainly", "possibly", "more"),
        # the parts of the winter mission and the cancelled session do not count
        [
            ("commission-session", "1", "1", "false"),
            ("exchange", "1", "1", "true"),
            ("working-visit", "1", "1", "false"),
        ],
    ),
    (
        "missions-by-kind",
        {"during": "2015"},
        ("kind", "certainly", "possibly"),
        [("working-visit", "0", "1")],
    ),
    (
        "missions-per-year",
        {},
        ("years", "directionLabel", "missions", "more"),
        [
            ("2014/2015", "France → Québec", "1", "false"),
            ("2016", "Québec → France", "1", "false"),
            ("2017", "place unknown or elsewhere", "1", "true"),
        ],
    ),
    ("agreements-past-end", {"day": "2017-12-31"}, ("agreement",), []),
    (
        "agreements-past-end",
        {"day": "2018-01-01"},
        ("agreement", "ended", "next"),
        [(OLD, "2017-12-31", NEW)],
    ),
    (
        "agreements-per-year",
        {},
        ("year", "certainly", "possibly"),
        # 2013: the amendments, possibly; 2018: they and the second agreement
        [("2010", "0", "1"), ("2012", "1", "1"), ("2013", "1", "2"), ("2018", "1", "2")],
    ),
    # what was replaced, renewed or has run out does not sleep
    ("dormant-agreements", {"day": "2026-01-01"}, ("agreement",), [("avenants-dune",)]),
    ("dormant-agreements", {"day": "2024-02-29"}, ("agreement",), []),
    (
        "dormant-agreements",
        {"day": "2024-02-29", "years": "9"},
        ("agreement",),
        [("avenants-dune",)],
    ),
    (
        "anniversaries",
        {"during": "2022"},
        ("year", "age", "record", "what"),
        [("2022", "10", OLD, "signing")],
    ),
    (
        "anniversaries",
        {"during": "2024/2026", "every": "25"},
        ("year", "age", "record", "what"),
        [("2024", "25", TOWN, "twinning"), ("2026", "25", TECHNOPOLE, "founding")],
    ),
    (
        "chronicle",
        {"actor": TECHNOPOLE, "during": "2012/2018"},
        ("when", "event", "record"),
        # the branch, announced only, is not there
        [
            ("2010/2015-06", "office", "ada-exemple"),
            ("2012-03-05", "signing", OLD),
            ("2013/..", "activity", "projet-sable"),
            ("2014", "award received", "projet-sable"),
            ("2014-24", "activity", WINTER),
            ("2018-01", "signing", NEW),
        ],
    ),
    (
        "chronicle",
        {"actor": "ville-port-dune", "during": "2011/2021"},
        ("event", "record"),
        # the mission of 2021 is a plan, so is the common plan; the session took place
        [("signing", FIRST), ("activity", "session-dune-2")],
    ),
]


@pytest.mark.parametrize(("name", "given", "columns", "expected"), TIME)
def test_the_answer_is_the_one_worked_out_by_hand(
    name: str,
    given: dict[str, str],
    columns: tuple[str, ...],
    expected: list[tuple[str, ...]],
    dune: Any,  # a type of conftest.py, which pytest does not let a test import
) -> None:
    assert rows_of(dune, name, given, columns) == expected
