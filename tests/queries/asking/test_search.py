"""What is offered, what is refused, and what strangers may type."""

import time
from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.queries.asking import find_questions
from coopgraph.queries.asking.names import Names
from coopgraph.queries.run import run_question


@pytest.fixture(scope="module")
def dune() -> Store:
    return build_graph(Path(__file__).parents[2] / "fixtures" / "dune").store


@pytest.fixture(scope="module")
def seed() -> Store:
    return build_graph(Path(__file__).parents[2] / "fixtures" / "seed").store


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t",
        "🙂🚀🦊",
        "\x00\x07\x1b[31m\x7f",
        "????!!!",
        "How do I bake bread?",
        "Quelle est la recette de la tarte aux pommes ?",
        "\u202e\u200b\ufeff",
        "(" * 5000,
    ],
)
def test_what_is_no_question_of_the_bank_gets_no_suggestion(dune: Store, text: str) -> None:
    assert find_questions(text, dune).suggestions == ()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "accord " * 1_500,
        "1990 entre et entre 1990 et " * 400,
        "SELECT * { ?s ?p ?o } # DROP ALL ; INSERT DATA { <a> <b> <c> }",
        '"\\" } UNION { ?x ?y ?z',
        "Port-Dune\x00Rimouski\u0301" * 300,
        "é" * 10_000,
    ],
)
def test_hostile_texts_end_soon_and_give_values_that_bind(dune: Store, text: str) -> None:
    start = time.process_time()
    asked = find_questions(text, dune)
    assert time.process_time() - start < 2
    for suggestion in asked.suggestions:
        if not suggestion.missing:
            run_question(dune, suggestion.question, suggestion.parameters, language="fr")


def test_a_long_text_is_cut_and_that_is_told(dune: Store) -> None:
    assert find_questions("accord " * 1_500, dune).reading.cut
    assert not find_questions("accord", dune).reading.cut


@pytest.mark.parametrize("name", ["Pépinière des Dunes", "TDD", "Technopole des dunes"])
def test_variants_acronyms_and_former_names_are_recognised(dune: Store, name: str) -> None:
    asked = find_questions(f"Avec qui {name} a-t-il coopéré ?", dune)
    assert asked.suggestions[0].question.id == "partners-of"
    assert asked.suggestions[0].parameters["actor"] == "technopole-dune"


def test_a_misspelt_name_is_still_found_and_told(seed: Store) -> None:
    asked = find_questions("Which actors are in Rimousky?", seed)
    assert asked.suggestions[0].parameters["place"] == "rimouski"
    assert "Rimouski" in asked.nearest["Rimousky"]


def test_kind_and_date_describe_an_activity(seed: Store) -> None:
    best = find_questions("Qui a participé au soft landing de 2018 ?", seed).suggestions[0]
    assert best.question.id == "took-part"
    assert best.parameters == {"activity": "soft-landing-quebec-2018"}
    assert best.why["activity"].startswith("Opération de soft landing")


def test_the_language_given_wins(dune: Store) -> None:
    assert find_questions("agreements", dune, language="fr").language == "fr"
    assert find_questions("2018", dune, otherwise="en").language == "en"


def test_equal_texts_give_equal_answers(seed: Store) -> None:
    one, other = (find_questions("Who worked with Anaximandre?", seed) for _ in range(2))
    assert one.suggestions == other.suggestions


def test_on_the_whole_corpus_a_question_takes_a_moment(corpus: Store, names: Names) -> None:
    find_questions("Quels accords lient Bordeaux et Québec ?", corpus, names=names)
    start = time.process_time()
    find_questions("Which missions took place in Rimouski in 2018?", corpus, names=names)
    assert time.process_time() - start < 0.3


def test_a_name_alone_is_offered_what_can_be_asked_of_it(seed: Store) -> None:
    suggestions = find_questions("Anaximandre", seed).suggestions
    assert suggestions
    assert all("anaximandre" in suggestion.parameters.values() for suggestion in suggestions)


def test_beside_a_town_a_name_of_several_places_is_the_town(corpus: Store, names: Names) -> None:
    asked = find_questions("Quelles chaînes entre Bordeaux et Québec ?", corpus, names=names)
    best = asked.suggestions[0]
    assert best.question.id == "chain-between-places"
    assert best.parameters == {"place": "bordeaux", "other": "quebec-ville"}
