"""Values take the place of variables, and nothing in a value becomes syntax."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Variable

from coopgraph.bindings import bound_text, read_tokens
from coopgraph.errors import QueryRefused

DUNE = NamedNode("https://example.org/dune")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASK { $x ?p ?x }", "ASK { <d> ?p <d> }"),
        ("ASK { ?s ?p ?xx, ?x }", "ASK { ?s ?p ?xx, <d> }"),
        ('ASK { ?s ?p "?x", \'$x\', """a"?x""" }', 'ASK { ?s ?p "?x", \'$x\', """a"?x""" }'),
        ('ASK { ?s ?p "\\"?x" }', 'ASK { ?s ?p "\\"?x" }'),
        ("ASK { ?s <a:b?x> ?o } # ?x", "ASK { ?s <a:b?x> ?o } # ?x"),
        ("ASK { ?s ?p ?n FILTER(?n<?x) }", "ASK { ?s ?p ?n FILTER(?n<<d>) }"),
        ("ASK { FILTER(BOUND(?x) && bound( $x )) }", "ASK { FILTER((true) && ( true )) }"),
        ("ASK { FILTER(BOUND(?y)) }", "ASK { FILTER(BOUND(?y)) }"),
        ("SELECT DISTINCT ?x ?y { ?x ?p ?y }", "SELECT DISTINCT (<d> AS ?x) ?y { <d> ?p ?y }"),
        ("SELECT (STR(?x) AS ?y) WHERE {}", "SELECT (STR(<d>) AS ?y) WHERE {}"),
        (
            "SELECT ?x { ?x ?p ?y } GROUP BY ?x ORDER BY ?x DESC(?x) LIMIT 3",
            "SELECT (<d> AS ?x) { <d> ?p ?y } GROUP BY (<d>) ORDER BY (<d>) DESC(<d>) LIMIT 3",
        ),
        ("SELECT ?y { { SELECT ?y { ?x ?p ?y } } }", "SELECT ?y { { SELECT ?y { <d> ?p ?y } } }"),
        ("CONSTRUCT { ?x a ?y } WHERE { ?x a ?y }", "CONSTRUCT { <d> a ?y } WHERE { <d> a ?y }"),
        ("DESCRIBE ?x", "DESCRIBE <d>"),
    ],
)
def test_every_variable_of_that_name_and_nothing_else_is_replaced(text: str, expected: str) -> None:
    assert bound_text(text, {"x": NamedNode("a:d")}) == expected.replace("<d>", "<a:d>")


@pytest.mark.parametrize(
    "text", ["SELECT (1 AS ?x) {}", "ASK { BIND(1 AS $x) }", "ASK { VALUES ?x { 1 } }"]
)
def test_a_text_that_gives_the_value_itself_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused):
        bound_text(text, {"x": DUNE})


def test_without_values_the_text_is_as_it_was() -> None:
    assert bound_text("ASK { ?x ?p ?o }", {}) == "ASK { ?x ?p ?o }"


@given(st.text())
def test_the_tokens_put_together_are_the_text(text: str) -> None:
    assert "".join(token.text for token in read_tokens(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_comes_back_as_it_was_given(value: str) -> None:
    text = bound_text('SELECT ?x ?y { BIND("a" AS ?y) }', {"x": Literal(value)})
    found = Store().query(text)
    assert isinstance(found, QuerySolutions)
    assert [tuple(row) for row in found] == [(Literal(value), Literal("a"))]


def test_the_engine_substitutes_the_same_where_it_can() -> None:
    text = "SELECT ?x ?y { VALUES ?y { 1 2 3 } FILTER(?y > ?x) }"
    store, two = Store(), Literal(2)
    ours = store.query(bound_text(text, {"x": two}))
    theirs = store.query(text, substitutions={Variable("x"): two})
    assert isinstance(ours, QuerySolutions)
    assert isinstance(theirs, QuerySolutions)
    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs] == [(two, Literal(3))]
