"""The query operation of the SPARQL 1.1 Protocol, as clients of all kinds use it."""

from urllib.parse import quote, urlencode

import pytest
from tests.serve.running import Server

LABELS = (
    "SELECT ?l { <https://w3id.org/coopgraph/id/mission/mission-hiver-2014>"
    " <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } ORDER BY ?l"
)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
DERIVED = "https://w3id.org/coopgraph/graph/derived"


def test_a_query_comes_by_get_as_a_form_and_as_the_body(server: Server) -> None:
    by_get = server.query(LABELS)
    by_form = server.ask("/sparql", method="POST", headers=FORM, body=urlencode({"query": LABELS}))
    by_body = server.ask("/sparql/", method="POST", headers=DIRECT, body=LABELS.encode())
    assert by_get.status == by_form.status == by_body.status == 200
    assert len(by_get.rows()) == 2
    assert by_get.body == by_form.body == by_body.body


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.8", "text/tab-separated-values"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("junk, ;;;, text/csv", "text/csv"),
    ],
)
def test_rows_have_the_form_that_the_client_likes_best(
    server: Server, accept: str, expected: str
) -> None:
    reply = server.query(LABELS, accept)
    assert (reply.status, reply.type) == (200, expected)
    assert "Accept" in reply.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/trig", "application/trig"),
    ],
)
def test_graphs_have_the_form_that_the_client_likes_best(
    server: Server, accept: str, expected: str
) -> None:
    reply = server.query("DESCRIBE <id/mission/mission-hiver-2014>", accept)
    assert (reply.status, reply.type) == (200, expected)
    assert b"mission-hiver-2014" in reply.body


@pytest.mark.parametrize(
    ("text", "accept"),
    [(LABELS, "image/png"), (LABELS, "text/turtle"), ("ASK {}", "text/csv")],
)
def test_what_cannot_be_given_is_406_and_says_what_can(
    server: Server, text: str, accept: str
) -> None:
    reply = server.query(text, accept)
    assert reply.status == 406
    assert "application/sparql-results+json" in reply.json["available"]


def test_format_goes_before_accept(server: Server) -> None:
    assert server.ask(f"/sparql?format=csv&query={quote(LABELS)}").type == "text/csv"
    assert server.ask(f"/sparql?format=no&query={quote(LABELS)}").status == 406


def test_a_mistake_has_line_and_column_for_programs_and_for_people(server: Server) -> None:
    reply = server.query("SELECT *\n{ ?s ?p }")
    assert (reply.status, reply.type) == (400, "application/problem+json")
    assert (reply.json["line"], reply.json["column"]) == (2, 3)
    target = "/sparql?query=" + quote("SELECT *\n{ ?s ?p }")
    shown = server.ask(target, headers={"Accept": "text/html", "Accept-Language": "fr-CA"})
    assert shown.type == "text/plain"
    assert shown.text.startswith("Ligne 2, colonne 3")


def test_a_relative_iri_is_below_the_base_and_lines_count_as_written(server: Server) -> None:
    assert server.query("ASK { <id/mission/mission-hiver-2014> a ?x }").json["boolean"] is True
    reply = server.query("SELECT *\n{ <id/mission/mission-hiver-2014> ?p }")
    assert reply.json["line"] == 2
    assert "Line 2" in reply.json["detail"]


@pytest.mark.parametrize(
    ("target", "headers", "body", "status"),
    [
        ("/sparql", FORM, "query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("/sparql?query=ASK%7B%7D", DIRECT, "ASK {}", 400),
        ("/sparql", FORM, "", 400),
        ("/sparql", DIRECT, b"ASK { ?s ?p '\xff' }", 400),
        ("/sparql", {**DIRECT, "Content-Type": "text/plain"}, "ASK {}", 415),
        ("/sparql", {"Content-Type": "application/sparql-query; charset=utf-16"}, "ASK {}", 415),
        ("/sparql", {**DIRECT, "Content-Encoding": "gzip"}, "ASK {}", 415),
        ("/sparql", {"Content-Type": "application/sparql-update"}, "CLEAR ALL", 403),
        ("/sparql", FORM, "update=CLEAR+ALL", 403),
        ("/sparql", DIRECT, "CLEAR ALL", 400),
        ("/sparql", DIRECT, "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
        ("/sparql", DIRECT, "ASK FROM <file:///etc/hostname> { ?s ?p ?o }", 400),
        ("/sparql", DIRECT, "#" * 70_000, 413),
        ("/sparql", DIRECT, "#" * 1_100_000, 413),
    ],
)
def test_what_is_no_query_is_refused(
    server: Server, target: str, headers: dict[str, str], body: str | bytes, status: int
) -> None:
    reply = server.ask(target, method="POST", headers=headers, body=body)
    assert reply.status == status
    assert reply.json["detail_fr"] != reply.json["detail_en"]


def test_the_dataset_is_limited_to_graphs_of_the_store(server: Server) -> None:
    coop = "PREFIX coop: <https://w3id.org/coopgraph/ns#> "
    derived = quote(coop + "ASK { ?a coop:tookPartIn ?b }")
    facts = quote(coop + "ASK { ?a a coop:Mission }")
    graph = quote(DERIVED)
    target = f"/sparql?default-graph-uri={graph}&query="
    assert server.ask(target + derived).json["boolean"] is True
    assert server.ask(target + facts).json["boolean"] is False
    named = quote("ASK { GRAPH ?g { ?s ?p ?o } }")
    assert server.ask(f"/sparql?named-graph-uri={graph}&query={named}").json["boolean"] is True
    for outside in ("file:///etc/passwd", "http://127.0.0.1:1/x", "", "%00", "a b"):
        reply = server.ask(f"/sparql?default-graph-uri={quote(outside)}&query={facts}")
        assert reply.status == 400
        assert reply.json["type"].endswith("unknown-graph")


def test_the_same_answer_is_not_sent_twice(server: Server) -> None:
    reply = server.query(LABELS)
    tag = reply.headers["ETag"]
    target = "/sparql?query=" + quote(LABELS)
    again = server.ask(target, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    other = server.ask(target, headers={"If-None-Match": tag, "Accept": "text/csv"})
    assert other.status == 200
    assert server.query("SELECT (NOW() AS ?t) {}").headers["ETag"] is None


def test_head_is_get_without_the_body(server: Server) -> None:
    target = "/sparql?query=" + quote(LABELS)
    head, get = server.ask(target, method="HEAD"), server.ask(target)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


def test_options_tells_a_page_elsewhere_what_it_may_send(server: Server) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    reply = server.ask("/sparql", method="OPTIONS", headers=asked)
    assert reply.status == 204
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert reply.headers["Access-Control-Allow-Credentials"] is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "DUNE"])
def test_other_methods_are_405(server: Server, method: str) -> None:
    reply = server.ask("/sparql", method=method)
    assert reply.status == 405
    assert "GET" in reply.headers["Allow"]
