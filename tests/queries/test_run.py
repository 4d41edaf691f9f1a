"""A reader's own SPARQL, in its child process."""

import time
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from coopgraph.errors import QueryRefused, QuerySyntaxError, QueryTimeout, StoreError
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import GraphResult, Result, Verdict
from coopgraph.queries.run import run_text

COOP = "PREFIX coop: <https://w3id.org/coopgraph/ns#>\n"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_each_form_of_query(dune: Any) -> None:
    rows = run_text(dune.store, COOP + "SELECT ?a { ?a a coop:Person } ORDER BY ?a")
    assert isinstance(rows, Result)
    assert [row.a.value[-11:] for row in rows.rows] == ["ada-exemple", "/leo-modele"]
    assert run_text(dune.store, COOP + "ASK { ?a a coop:Person }") == Verdict(True)
    graph = run_text(dune.store, COOP + "CONSTRUCT { ?a a coop:Actor } WHERE { ?a a coop:Person }")
    assert isinstance(graph, GraphResult)
    assert [str(triple)[:60] for triple in graph.triples] == sorted(
        str(triple)[:60] for triple in graph.triples
    )
    assert len(graph.triples) == 2


def test_derived_ties_are_seen(dune: Any) -> None:
    assert run_text(dune.store, COOP + "ASK { ?a coop:tookPartIn ?b }") == Verdict(True)


def test_a_runaway_query_is_stopped(dune: Any) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryTimeout, match="after 1 s"):
        run_text(dune.store, PRODUCT, limits=Limits(seconds=1))
    assert 1 <= time.monotonic() - begin < 3
    assert run_text(dune.store, "ASK { ?s ?p ?o }") == Verdict(True)


def test_a_query_that_needs_too_much_memory_is_stopped(dune: Any) -> None:
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
    with pytest.raises(QueryTimeout, match="memory"):
        run_text(dune.store, text, limits=Limits(seconds=30, memory=100 * 1024 * 1024))


def test_rows_are_capped_and_the_answer_says_so(dune: Any) -> None:
    text = "SELECT ?s { ?s ?p ?o }"
    cut = run_text(dune.store, text, limits=Limits(rows=3))
    assert isinstance(cut, Result)
    assert (len(cut.rows), cut.truncated) == (3, True)
    whole = run_text(dune.store, text + " LIMIT 3", limits=Limits(rows=3))
    assert isinstance(whole, Result)
    assert (len(whole.rows), whole.truncated) == (3, False)


def test_an_answer_that_is_too_long_is_cut_and_says_so(dune: Any) -> None:
    text = "SELECT ?s ?o { ?s ?p ?o }"
    cut = run_text(dune.store, text, limits=Limits(most_bytes=1000))
    whole = run_text(dune.store, text)
    assert isinstance(cut, Result)
    assert isinstance(whole, Result)
    assert cut.truncated
    assert 2 < len(cut.rows) < 20
    assert cut.rows == whole.rows[: len(cut.rows)]
    graph = run_text(dune.store, "DESCRIBE ?s { ?s ?p ?o }", limits=Limits(most_bytes=1000))
    assert isinstance(graph, GraphResult)
    assert (graph.truncated, 2 < len(graph.triples) < 20) == (True, True)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("SELECT * {\n  ?a ?b ?c .\n  OPTINAL { ?a ?b ?d }\n}", 3, 3),
        ("SELECT ?a, ?b { ?a ?b ?c }", 1, 10),
        ("SELECT ?a {\n  ?a ?b ?c\n}\nODER BY ?a", 4, 1),
        ("SELECT * { ?a ?b ?c FILTER(?c < 3 &&) }", 1, 21),
    ],
)
def test_a_syntax_error_shows_its_place(dune: Any, text: str, line: int, column: int) -> None:
    with pytest.raises(QuerySyntaxError, match="cannot be read") as caught:
        run_text(dune.store, text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert f"\n  {text.splitlines()[line - 1].strip()}"[:9].strip() in str(caught.value)


def test_a_variable_that_is_not_grouped_is_explained(dune: Any) -> None:
    with pytest.raises(QuerySyntaxError, match="neither grouped nor aggregated"):
        run_text(dune.store, "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c }")


def test_nothing_is_run_that_the_guard_refuses(dune: Any) -> None:
    with pytest.raises(QueryRefused):
        run_text(dune.store, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_warnings_come_with_the_answer(dune: Any) -> None:
    answer = run_text(dune.store, COOP + "ASK { ?s a coop:Persn }", allow=["unknown-terms"])
    assert isinstance(answer, Verdict)
    assert (answer.value, len(answer.warnings)) == (False, 1)


def test_a_store_in_a_folder_is_opened_by_the_child(dune: Any, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = Store(str(folder))
    store.bulk_extend(dune.store)
    store.flush()
    del store
    reader = Store.read_only(str(folder))
    text = COOP + "SELECT ?a { ?a a coop:Person }"
    rows = run_text(reader, text, folder=folder)
    assert isinstance(rows, Result)
    assert len(rows.rows) == 2
    with pytest.raises(QuerySyntaxError):
        run_text(reader, "SELECT ?a ?b { ?a ?c }", folder=folder)
    with pytest.raises(QueryTimeout, match="after 2 s"):
        run_text(reader, PRODUCT, folder=folder, limits=Limits(seconds=2))
    with pytest.raises(StoreError):
        run_text(reader, text, folder=tmp_path / "nowhere")
