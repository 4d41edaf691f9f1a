"""The phrased questions: how often the right question of the bank is found, and how.

A third of them, chosen by a digest of the text, was not looked at while the weights were set; it is
reported and held to a bound of its own. `wording` says whether the words are those of the bank.
"""

import csv
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import Store

from coopgraph.queries.asking import find_questions
from coopgraph.queries.asking.names import Names
from coopgraph.queries.catalogue import read_catalogue

TEXT = (Path(__file__).parent / "phrased.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TEXT.splitlines()))


class Outcome(NamedTuple):
    text: str
    wording: str
    held_out: bool
    language: bool
    rank: int  # 0: not among the first three
    parameters: bool


@pytest.fixture(scope="module")
def outcomes(corpus: Store, names: Names) -> list[Outcome]:
    return [outcome_of(row, corpus, names) for row in ROWS]


def outcome_of(row: dict[str, str], graph: Store, names: Names) -> Outcome:
    asked = find_questions(row["text"], graph, names=names)
    wanted = row["question"].split()
    ranks = [n for n, s in enumerate(asked.suggestions, 1) if s.question.id in wanted]
    values = dict(pair.split("=", 1) for pair in row["parameters"].split())
    found = asked.suggestions[ranks[0] - 1].parameters if ranks else {}
    return Outcome(
        row["text"],
        row["wording"],
        sha256(row["text"].encode()).digest()[0] % 3 == 0,
        asked.language == row["language"],
        ranks[0] if ranks else 0,
        bool(ranks) and values.items() <= found.items(),
    )


def rate(outcomes: list[Outcome]) -> float:
    return sum(outcome.rank > 0 for outcome in outcomes) / len(outcomes)


def test_every_expected_question_is_in_the_bank() -> None:
    catalogue = read_catalogue()
    for row in ROWS:
        assert set(row["question"].split()) <= set(catalogue), row["text"]


def test_enough_is_asked_in_both_languages_and_in_other_words_than_the_bank() -> None:
    assert len(ROWS) >= 80
    assert sum(row["wording"] == "own" for row in ROWS) >= len(ROWS) / 2
    for language in ("fr", "en"):
        assert sum(row["language"] == language for row in ROWS) >= 40


def test_the_right_question_is_among_the_first_three(outcomes: list[Outcome]) -> None:
    first = sum(outcome.rank == 1 for outcome in outcomes) / len(outcomes)
    print(f"first three {rate(outcomes):.2f}, first {first:.2f}")
    missed = [outcome.text for outcome in outcomes if not outcome.rank]
    assert rate(outcomes) >= 0.90, missed
    assert first >= 0.75


@pytest.mark.parametrize(("wording", "least"), [("bank", 0.97), ("own", 0.87)])
def test_the_banks_own_wording_and_others(
    outcomes: list[Outcome], wording: str, least: float
) -> None:
    part = [outcome for outcome in outcomes if outcome.wording == wording]
    print(f"{wording}: {rate(part):.2f} of {len(part)}")
    assert rate(part) >= least


def test_the_questions_held_out_fare_nearly_as_well(outcomes: list[Outcome]) -> None:
    part = [outcome for outcome in outcomes if outcome.held_out]
    print(f"held out: {rate(part):.2f} of {len(part)}")
    assert len(part) >= len(outcomes) / 4
    assert rate(part) >= 0.85


def test_the_language_is_guessed(outcomes: list[Outcome]) -> None:
    assert all(outcome.language for outcome in outcomes)


def test_the_parameters_are_recognised_wherever_the_question_is_found(
    outcomes: list[Outcome],
) -> None:
    found = [outcome for outcome in outcomes if outcome.rank]
    wrong = [outcome.text for outcome in found if not outcome.parameters]
    assert len(wrong) <= len(found) * 0.03, wrong
