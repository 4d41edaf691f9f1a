"""The competency questions, asked of the seed article.

Each answer below was worked out by hand from the article's facts, not copied from an output. The
number is that of the competency question.
"""

from typing import Any, NamedTuple

import pytest
from tests.queries.conftest import ask_oxigraph, ask_rdflib

from coopgraph.queries.catalogue import read_catalogue


class Case(NamedTuple):
    name: str
    given: dict[str, str]
    columns: str
    rows: list[str]


TBI, TMQ = "technopole-brest-iroise", "technopole-maritime-du-quebec"
BM, QO = "brest-metropole", "quiet-oceans"
WHOLE = "soft-landing-quebec-2018"
PART_QO, PART_AN = "soft-landing-quiet-oceans-2018", "soft-landing-anaximandre-2018"
AXIS, ACCORD = "cooperation-brest-rimouski", "accord-tmq-tbi-2010"
TALKS = "anaximandre-partenariats-en-discussion"
MISSION = "mission-prospection-quebec-2010-04"

# Everybody in the soft landing of 2018 met everybody else through the whole of it.
MET_IN_2018 = [
    f"anaximandre {BM} {WHOLE}",
    f"anaximandre {QO} {WHOLE}",
    f"anaximandre {TBI} {WHOLE}",
    f"anaximandre {TMQ} {WHOLE}",
    f"{BM} {QO} {WHOLE}",
    f"{BM} {TBI} {WHOLE}",
    f"{BM} {TMQ} {WHOLE}",
    f"{BM} {TMQ} {AXIS}",
    f"{QO} {TBI} {WHOLE}",
    f"{QO} {TMQ} {WHOLE}",
    f"{TBI} {TMQ} {WHOLE}",
]

CASES = {
    "1 in the whole and its parts": Case(
        "took-part",
        {"activity": WHOLE},
        "actor role part deduced",
        [
            f"anaximandre beneficiary {PART_AN} false",
            f"{QO} beneficiary {PART_QO} false",
            f"{BM} organiser {WHOLE} true",
            f"{TBI} organiser {WHOLE} true",
            f"{TMQ} organiser {WHOLE} true",
        ],
    ),
    "1 without what is inferred": Case(
        "took-part",
        {"activity": WHOLE, "inferred": "no"},
        "actor role",
        ["anaximandre beneficiary", f"{QO} beneficiary"],
    ),
    "1 a part alone": Case("took-part", {"activity": PART_QO}, "actor", [QO]),
    "2": Case(
        "organised-supported",
        {"activity": MISSION},
        "role actor deduced",
        [f"organiser {BM} false", "supporter marine-nationale false"],
    ),
    "3": Case(
        "cross-shore-agreements",
        {},
        "agreement french quebecker signed",
        [f"{ACCORD} {TBI} {TMQ} [2010-04..2019-08-13]"],
    ),
    "4": Case(
        "activities-possibly-during",
        {"during": "2018"},
        "activity when whole",
        [
            f"{PART_AN} 2018-23 {WHOLE}",
            f"{WHOLE} 2018-23 -",
            f"{PART_QO} 2018-23 {WHOLE}",
            f"{AXIS} 2010-04/.. -",
        ],
    ),
    "4 an open end reaches beyond the article": Case(
        "activities-possibly-during", {"during": "2025"}, "activity", [AXIS]
    ),
    "5": Case(
        "activities-certainly-during",
        {"during": "2018"},
        "activity",
        [PART_AN, WHOLE, PART_QO, AXIS],
    ),
    "5 autumn is not certainly October": Case(
        "activities-certainly-during", {"during": "2018-10"}, "activity", [AXIS]
    ),
    "5 nothing is certain after the article": Case(
        "activities-certainly-during", {"during": "2025"}, "activity", []
    ),
    "5 the inferred month is left out": Case(
        "activities-certainly-during", {"during": "2010-04", "inferred": "no"}, "activity", []
    ),
    "6": Case(
        "agreements-in-force", {"day": "2015-12-31"}, "agreement basis", [f"{ACCORD} signing"]
    ),
    "6 not before it can have been signed": Case(
        "agreements-in-force", {"day": "2010-03-31"}, "agreement", []
    ),
    "6 only the signing is known: never certainly": Case(
        "agreements-in-force", {"day": "2019-08-13", "mode": "certainly"}, "agreement", []
    ),
    # 1 April 2010 to 13 August 2019: nine years (3287 days) and 134 days
    "7": Case(
        "mission-to-agreement",
        {},
        "mission agreement leastDays mostDays",
        [f"{MISSION} {ACCORD} 0 3421"],
    ),
    "7 without the inferred month": Case(
        "mission-to-agreement",
        {"inferred": "no"},
        "agreement missionDate leastDays mostDays",
        [f"{ACCORD} - - -"],
    ),
    "8 in 2005": Case("ties-during", {"during": "2005"}, "first", []),
    "8 in 2010": Case(
        "ties-during",
        {"during": "2010"},
        "first second through",
        [f"{BM} marine-nationale {MISSION}", f"{BM} {TMQ} {AXIS}", f"{TBI} {TMQ} {ACCORD}"],
    ),
    "8 in 2015": Case(
        "ties-during",
        {"during": "2015"},
        "first second through",
        [f"{BM} {TMQ} {AXIS}", f"{TBI} {TMQ} {ACCORD}"],
    ),
    "8 in 2015, certainly": Case(
        "ties-during",
        {"during": "2015", "mode": "certainly"},
        "first second through",
        [f"{BM} {TMQ} {AXIS}"],
    ),
    "8 in 2018, certainly": Case(
        "ties-during",
        {"during": "2018", "mode": "certainly"},
        "first second through",
        MET_IN_2018,
    ),
    "8 in 2018, without what is inferred": Case(
        "ties-during",
        {"during": "2018", "inferred": "no"},
        "first second through",
        # the begin of the axis is inferred too: "since that date" is read as April 2010
        [f"anaximandre {QO} {WHOLE}", f"{TBI} {TMQ} {ACCORD}"],
    ),
    "8 in 2020 nothing planned counts": Case(
        "ties-during",
        {"during": "2020"},
        "first second through",
        [f"{BM} {TMQ} {AXIS}", f"{TBI} {TMQ} {ACCORD}"],
    ),
    "9": Case(
        "vaguely-dated",
        {},
        "record precision",
        [
            f"{ACCORD} one_day_between_two_dates",
            f"{PART_AN} season",
            f"{WHOLE} season",
            f"{PART_QO} season",
            "appel-offres-quiet-oceans one_day_between_two_dates",
            "contrat-quiet-oceans-premier one_day_between_two_dates",
        ],
    ),
    "10 nothing ties the agreement to the soft landing": Case(
        "contracts-from-missions", {}, "contract", []
    ),
    "11": Case(
        "chain-to-outcome",
        {"actor": "marine-nationale", "outcome": "appel-offres-quiet-oceans"},
        "start last relay end joined",
        [
            f"{MISSION} {ACCORD} {TBI} {WHOLE} shared_actor",
            f"{MISSION} {ACCORD} {TMQ} {WHOLE} shared_actor",
            f"{MISSION} {MISSION} {BM} {WHOLE} shared_actor",
        ],
    ),
    "11 the relay is inferred": Case(
        "chain-to-outcome",
        {
            "actor": "marine-nationale",
            "outcome": "appel-offres-quiet-oceans",
            "inferred": "no",
        },
        "start",
        [],
    ),
    "11 stated from end to end": Case(
        "chain-to-outcome",
        {"actor": QO, "outcome": "appel-offres-quiet-oceans"},
        "start last joined",
        [f"{PART_QO} {PART_QO} stated"],
    ),
    "12 Rimouski": Case(
        "two-steps-apart",
        {"place": "rimouski", "other": "landerneau"},
        "actor company steps through",
        [f"{TMQ} anaximandre 1 {WHOLE}"],
    ),
    "12 Rimouski, without what is inferred": Case(
        "two-steps-apart",
        {"place": "rimouski", "other": "landerneau", "inferred": "no"},
        "actor",
        [],
    ),
    "12 Matane: talks are no step": Case(
        "two-steps-apart", {"place": "matane", "other": "landerneau"}, "actor", []
    ),
    "13": Case(
        "bridging-actors",
        {},
        "actor frenchPartners quebecPartners",
        ["anaximandre 3 1", f"{BM} 4 1", f"{QO} 3 1", f"{TBI} 3 1"],
    ),
    "13 without what is inferred": Case("bridging-actors", {"inferred": "no"}, "actor", []),
    "14": Case("projects-under-old-agreements", {}, "activity", []),
    "15": Case(
        "where-stated",
        {"record": ACCORD},
        "source published locator",
        ["brest-fr-2019-08-13 2019-08-13 §_6"],
    ),
    "17": Case("facts-without-source", {}, "record", []),
    "18": Case(
        "contested",
        {},
        "record value standing source",
        [f"{TMQ}.name.1 {TMQ} retained brest-fr-2019-08-13"],
    ),
    "19": Case(
        "announced-without-trace",
        {},
        "mission when asOf several",
        [
            "missions-collectives-brest-2020 2020 2019-08-13 true",
            "missions-collectives-quebec-2019 2019 2019-08-13 true",
            "soft-landing-nouvelles-actions-2019-2020 2019/2020 2019-08-13 true",
        ],
    ),
    "27": Case(
        "what-came-of",
        {},
        "mission actor outcome status",
        [
            f"{WHOLE} acteurs-economiques-matane {TALKS} in-discussion",
            f"{WHOLE} acteurs-economiques-rimouski {TALKS} in-discussion",
            f"{WHOLE} anaximandre {TALKS} in-discussion",
            f"{WHOLE} anaximandre anaximandre-sans-contrat not-achieved",
            f"{WHOLE} {QO} appel-offres-quiet-oceans achieved",
            f"{WHOLE} {QO} contrat-quiet-oceans-premier achieved",
            f"{WHOLE} {QO} developpement-canada-quiet-oceans achieved",
        ],
    ),
}


FIRST_OF_EACH = {case.name: title for title, case in reversed(CASES.items())}


def shown(variables: tuple[str, ...], rows: list[tuple[str, ...]], case: Case) -> list[str]:
    places = [variables.index(name) for name in case.columns.split()]
    return [" ".join(row[place].replace(" ", "_") or "-" for place in places) for row in rows]


@pytest.mark.parametrize("title", CASES)
# Any here and below: the types live in conftest.py, which pytest does not let a test import
def test_the_answer_is_the_one_worked_out_by_hand(title: str, seed: Any) -> None:
    case = CASES[title]
    assert shown(*ask_oxigraph(seed, case.name, case.given, "en"), case) == case.rows


@pytest.mark.parametrize("title", FIRST_OF_EACH.values())
@pytest.mark.no_cover  # what runs is rdflib
def test_an_engine_that_shares_no_code_with_ours_answers_alike(title: str, seed: Any) -> None:
    case = CASES[title]
    assert shown(*ask_rdflib(seed, case.name, case.given, "en"), case) == case.rows


def test_every_question_asked_here_is_in_the_bank() -> None:
    """The other questions have their rows in the tests of the bank (``test_bank_*.py``)."""
    assert {case.name for case in CASES.values()} <= set(read_catalogue())
