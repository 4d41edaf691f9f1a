"""Each question of the bank asked of the shipped corpus, with the examples of its header."""

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.queries.catalogue import find_question, read_catalogue
from coopgraph.queries.run import run_question
from coopgraph.shipped import shipped_folder

# Why a question has no row in the shipped corpus.
EMPTY = {
    "contracts-from-missions": "no source joins a prospecting mission to a contract in two steps",
    "facts-without-source": "each fact has a source: none is the answer that is wanted",
    "projects-under-old-agreements": "no funded project is placed under a framework agreement",
}


@pytest.fixture(scope="module")
def corpus() -> Store:
    return build_graph(shipped_folder("data")).store


@pytest.mark.parametrize("name", read_catalogue())
def test_the_corpus_answers_or_it_is_explained(name: str, corpus: Store) -> None:
    question = find_question(name)
    given = {p.name: p.example for p in question.header.parameters if p.required}
    answer = run_question(corpus, question, given, language="fr")
    assert bool(answer.rows) != (name in EMPTY)


@pytest.mark.parametrize("name", read_catalogue())
def test_every_example_can_be_asked(name: str, corpus: Store) -> None:
    question = find_question(name)
    given = {p.name: p.example for p in question.header.parameters}
    run_question(corpus, question, given, language="en")
