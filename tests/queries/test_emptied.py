"""Which line of a query left nothing."""

from typing import Any

import pytest
from pyoxigraph import Store

from coopgraph.errors import QuerySyntaxError
from coopgraph.queries.emptied import find_emptying
from coopgraph.queries.limits import Limits
from coopgraph.queries.pool import QueryPool

COOP = (
    "PREFIX coop: <https://w3id.org/coopgraph/ns#> PREFIX x: <x:>"
    " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
)


@pytest.mark.parametrize(
    ("text", "line", "column", "pattern", "rows"),
    [
        ("SELECT * { ?s a coop:Person . ?s x:p ?o }", 2, 31, "?s x:p ?o", 2),
        ("SELECT * { ?s x:p ?o . ?s a coop:Person }", 2, 12, "?s x:p ?o", None),
        ("ASK { ?s a coop:Person.\n ?s x:p 1.\n ?s ?p ?o }", 3, 2, "?s x:p 1", 2),
        ("SELECT ?s\nWHERE { ?s a coop:Person ;\n  x:p ?o ; ?q ?r }", 4, 3, "x:p ?o", 2),
        ("SELECT * { ?s a coop:Person, coop:Actor, coop:Place }", 2, 42, "coop:Place", 2),
        (
            "SELECT * { FILTER(?s = 1) ?s a coop:Person OPTIONAL { ?s x:p ?o } }",
            2, 12, "FILTER(?s = 1)", 2,
        ),
        ("SELECT * { ?s a coop:Person FILTER NOT EXISTS { ?s a ?c } }", 2, 29, None, 2),
        ("SELECT * { ?s a coop:Person FILTER regex(str(?s), 'zz') }", 2, 29, None, 2),
        ("SELECT * { { ?s x:p 1 } UNION { ?s x:p 2 } ?s a coop:Person }", 2, 12, None, None),
        ("SELECT * { ?s a coop:Person { ?s x:p 1 } UNION { ?s x:q 2 } }", 2, 29, None, 2),
        ("SELECT * { ?s a coop:Person . MINUS { ?s a coop:Actor } . ?s ?p 1 }", 2, 31, None, 2),
        ("SELECT * { VALUES (?s) { (x:a) (x:b) } ?s a coop:Person }", 2, 40, None, 2),
        ("SELECT * { BIND(x:a AS ?s) { SELECT ?s { ?s a coop:Person } } }", 2, 28, None, 1),
        ("SELECT * { GRAPH ?g { ?s x:p [ x:q 1 ] } }", 2, 12, None, None),
        ("SELECT (EXISTS { ?a ?b ?c } AS ?e) { ?s (x:p|x:q)+ ?o }", 2, 38, None, None),
    ],
)  # fmt: skip
def test_the_part_is_named(
    dune: Any, text: str, line: int, column: int, pattern: str | None, rows: int | None
) -> None:
    (found,) = find_emptying(dune.store, COOP + text)
    assert (found.line, found.column, found.rows) == (line, column, rows)
    assert pattern in (None, found.pattern)
    assert found.text_en.startswith(f"Line {line}, column {column}: this pattern gave no row")
    assert found.text_fr.startswith(f"Ligne {line}, colonne {column}\u00a0: ce motif n’a donné")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s a coop:Person }",  # not empty
        "SELECT * { ?s a coop:Person } LIMIT 0",
        "SELECT * { ?s a coop:Person } OFFSET 9",
        "SELECT ?s { ?s a coop:Person } GROUP BY ?s HAVING (COUNT(*) > 9)",
        "SELECT * { ?s a coop:Person } VALUES ?s { x:a }",
        "SELECT * { SELECT * { ?s x:p ?o } }",
        "SELECT * {}",
        "DESCRIBE x:a",
        "CONSTRUCT { ?s x:p ?o } WHERE { ?s x:p ?o }",
    ],
)
def test_nothing_is_said_where_nothing_is_known(dune: Any, text: str) -> None:
    assert find_emptying(dune.store, COOP + text) == []


def test_a_step_that_takes_too_long_says_nothing(dune: Any) -> None:
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) = CONCAT(STR(?f), STR(?h))) }"
    assert find_emptying(dune.store, text, limits=Limits(seconds=0.3)) == []


def test_many_rows_are_not_counted_to_the_end(dune: Any) -> None:
    text = COOP + "SELECT * { ?a ?b ?c . ?d ?e ?f . ?a x:p ?d }"
    with QueryPool(dune.store, workers=1) as pool:
        (found,) = find_emptying(Store(), text, pool=pool)
    assert found.at_least
    assert "more than 10000 rows" in found.text_en
    assert "plus de 10000 lignes" in found.text_fr


def test_a_label_of_a_record_has_another_name(dune: Any) -> None:
    text = COOP + "SELECT * { ?s a coop:Person ; rdfs:label ?name }"
    (found,) = find_emptying(dune.store, text)
    assert "skos:prefLabel" in found.text_en
    assert "skos:prefLabel" in found.text_fr


def test_a_text_that_is_wrong_is_an_error(dune: Any) -> None:
    with pytest.raises(QuerySyntaxError):
        find_emptying(dune.store, "SELECT * { ?s ?p ")
