"""Questions to a local store: what they see, how they are bound, how they fail."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from coopgraph.errors import QueryRefused, QuerySyntaxError, StoreError
from coopgraph.identifiers import DERIVED_GRAPH
from coopgraph.sparql import ask, construct, select

SALT, DUNE = NamedNode("https://example.org/sel"), NamedNode("https://example.org/dune")
KNOWS = NamedNode("https://example.org/knows")
ALL = "SELECT ?s ?o { ?s <https://example.org/knows> ?o } ORDER BY ?s"


@pytest.fixture
def store() -> Store:
    derived = NamedNode(DERIVED_GRAPH)
    store = Store()
    store.extend([Quad(SALT, KNOWS, Literal("Dune")), Quad(DUNE, KNOWS, SALT, derived)])
    return store


def test_facts_and_derived_ties_are_seen_together(store: Store) -> None:
    answer = select(store, ALL)
    assert answer.variables == ("s", "o")
    assert answer.rows == [(DUNE, SALT), (SALT, Literal("Dune"))]


def test_the_derived_graph_can_still_be_named(store: Store) -> None:
    answer = select(store, f"SELECT ?s {{ GRAPH <{DERIVED_GRAPH}> {{ ?s ?p ?o }} }}")
    assert answer.rows == [(DUNE,)]


def test_what_is_not_there_is_none(store: Store) -> None:
    answer = select(store, "SELECT ?s ?none { ?s ?p 'Dune' }")
    assert answer.rows == [(SALT, None)]


def test_parameters_are_bound_in_all_three_forms(store: Store) -> None:
    bind = {"s": DUNE}
    assert select(store, ALL, bind=bind).rows == [(DUNE, SALT)]
    assert ask(store, "ASK { ?s ?p ?o }", bind=bind)
    assert not ask(store, "ASK { ?s ?p ?o }", bind={"s": KNOWS})
    triples = construct(store, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", bind=bind)
    assert list(triples) == [Triple(DUNE, KNOWS, SALT)]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("SELECT ?s WHERE {\n  ?s a }", 2, 9, "[_]"),
        ("SELECT ?s WHERE { ?s ex:p ?o }", 1, 22, "ex:"),
        ("", 1, 1, ""),
    ],
)
def test_a_syntax_error_has_its_place(
    store: Store, text: str, line: int, column: int, word: str
) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        select(store, text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert word in caught.value.text_en
    assert f"ligne {line}" in caught.value.text_fr


def test_the_place_of_a_syntax_error_is_that_of_the_text_as_written(store: Store) -> None:
    text = "SELECT * WHERE { ?s ?p ?o . ?s }"
    with pytest.raises(QuerySyntaxError) as unbound:
        select(store, text)
    with pytest.raises(QuerySyntaxError) as bound:
        select(store, text, bind={"s": DUNE})
    assert bound.value.column == unbound.value.column > 0


def test_a_literal_where_only_a_node_can_stand_finds_nothing(store: Store) -> None:
    assert select(store, ALL, bind={"s": Literal("x")}).rows == []


def test_the_wrong_form_of_query_is_refused(store: Store) -> None:
    with pytest.raises(QueryRefused, match="SELECT"):
        select(store, "ASK {}")
    with pytest.raises(QueryRefused, match="CONSTRUCT"):
        construct(store, ALL)
    with pytest.raises(QueryRefused, match="ASK"):
        ask(store, ALL)


def test_trouble_of_the_engine_is_a_store_error(store: Store) -> None:
    with pytest.raises(StoreError):
        select(store, "SELECT ?s { SERVICE <https://127.0.0.1:9/> { ?s ?p ?o } }")
