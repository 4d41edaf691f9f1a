"""The question bank, suggestions, the graph store, the description, the pages."""

from urllib.parse import quote

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse
from tests.serve.running import Server

from coopgraph.queries.catalogue import read_catalogue

DCT = "http://purl.org/dc/terms/"
VOID_GRAPH = "https://w3id.org/coopgraph/graph/void"
QUESTIONS_GRAPH = "https://w3id.org/coopgraph/graph/questions"
DERIVED = "https://w3id.org/coopgraph/graph/derived"
SD = "http://www.w3.org/ns/sparql-service-description#"


def test_health_says_what_is_served(server: Server) -> None:
    health = server.ask("/health").json
    assert health["status"] == "ok"
    assert health["quads"] > 1000


def test_the_questions_are_listed_with_all_that_a_form_needs(server: Server) -> None:
    questions = {question["id"]: question for question in server.ask("/questions.json").json}
    assert list(questions) == list(read_catalogue())
    parameter = questions["took-part"]["parameters"][0]
    assert parameter["name"] == "activity"
    assert parameter["required"] is True
    assert parameter["targets"] == ["missions", "projects"]
    assert set(questions["took-part"]["title"]) == {"fr", "en"}
    assert "SELECT" in questions["took-part"]["sparql"]


def test_a_question_is_answered_as_a_query_is(server: Server) -> None:
    target = "/questions/took-part?activity=mission-hiver-2014&inferred="
    reply = server.ask(target)
    assert reply.type == "application/sparql-results+json"
    assert reply.rows()
    page = server.ask(target + "&lang=fr&format=html")
    assert page.type == "text/html"
    assert "acteur" in page.text
    again = server.ask(target, headers={"If-None-Match": reply.headers["ETag"]})
    assert again.status == 304


def test_a_record_may_be_named_in_words(server: Server) -> None:
    by_id = server.ask("/questions/agreements-of-actor?actor=ville-port-dune")
    by_name = server.ask("/questions/agreements-of-actor?actor=ville+de+port-dune")
    assert by_name.rows() == by_id.rows()
    refused = server.ask("/questions/agreements-of-actor?actor=Mairie+de+Port-Dune")
    assert refused.status == 400
    assert "(ville-port-dune)" in refused.text


def test_the_text_of_a_question_gives_the_same_answer(server: Server) -> None:
    reply = server.ask("/questions/took-part/sparql?activity=mission-hiver-2014")
    assert reply.type == "application/sparql-query"
    assert "$activity" not in reply.text.split("SELECT")[1]
    answer = server.ask(
        "/sparql",
        method="POST",
        body=reply.body,
        headers={"Content-Type": "application/sparql-query"},
    )
    asked = server.ask("/questions/took-part?activity=mission-hiver-2014")
    assert answer.rows() == asked.rows()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/questions/nothing", 404),
        ("/questions/took-part", 400),
        ("/questions/took-part?activity=no-such", 400),
        ("/questions/took-part?activity=%22%20%7D%20DROP", 400),
        ("/questions/took-part?activity=mission-hiver-2014&other=1", 400),
        ("/questions/took-part?activity=mission-hiver-2014&activity=x", 400),
        ("/questions/took-part?activity=mission-hiver-2014&format=turtle", 406),
        ("/questions/../server.py", 404),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(server: Server, target: str, status: int) -> None:
    reply = server.ask(target)
    assert reply.status == status
    assert reply.json["detail"]


def test_suggestions_begin_with_what_is_typed_whatever_the_accents(server: Server) -> None:
    found = server.ask("/suggest?tables=missions,projects&q=V%C3%8FS%C3%8Fte&lang=en").json
    assert found
    assert {"id", "iri", "label"} == set(found[0])
    assert "visit" in found[0]["id"] + found[0]["label"].lower()
    kinds = server.ask("/suggest?scheme=participation-role&q=").json
    assert kinds[0]["iri"].startswith("https://w3id.org/coopgraph/scheme/participation-role/")
    assert server.ask("/suggest?scheme=no-such&q=a").json == []
    assert server.ask("/suggest?tables=no-such&q=a").status == 400
    assert len(server.ask("/suggest?q=").json) == 20


def test_a_graph_is_read_whole(server: Server) -> None:
    accept = {"Accept": "application/n-triples"}
    facts = server.ask("/store?default", headers=accept)
    derived = server.ask(f"/store?graph={quote(DERIVED)}", headers=accept)
    count = len(list(parse(facts.body, RdfFormat.N_TRIPLES)))
    count += len(list(parse(derived.body, RdfFormat.N_TRIPLES)))
    assert count == server.ask("/health").json["quads"]
    assert server.ask("/store?default", method="HEAD").headers["ETag"]


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/store", 400),
        ("/store?default&graph=x", 400),
        ("/store?default=yes", 400),
        ("/store?graph=https://x.example/", 404),
        ("/store?graph=file:///etc/passwd", 404),
    ],
)
def test_a_graph_that_is_not_there_is_not_fetched(server: Server, target: str, status: int) -> None:
    assert server.ask(target).status == status


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_no_graph_is_changed(server: Server, method: str) -> None:
    reply = server.ask("/store?default", method=method, body="<a:a> <a:a> <a:a> .")
    assert reply.status == 405


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", RdfFormat.N_TRIPLES),
    ],
)
@pytest.mark.parametrize("target", ["/", "/sparql"])
def test_the_service_describes_itself(
    server: Server, target: str, accept: str, form: RdfFormat
) -> None:
    reply = server.ask(target, headers={"Accept": accept})
    assert reply.type == accept
    quads = list(parse(reply.body, form))
    assert not [quad for quad in quads if isinstance(quad.subject, BlankNode)]
    said = {(quad.predicate.value, getattr(quad.object, "value", "")) for quad in quads}
    assert (SD + "endpoint", server.address + "sparql") in said
    assert (SD + "name", DERIVED) in said
    assert (SD + "feature", SD + "UnionDefaultGraph") in said
    assert server.ask(target, headers={"Accept": "image/png"}).status == 406


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_browser_is_sent_to_the_editor(server: Server, method: str) -> None:
    reply = server.ask("/?lang=fr", method=method, headers={"Accept": BROWSER})
    assert (reply.status, reply.headers["Location"]) == (303, "/query?lang=fr")
    assert reply.headers["Vary"] == "Accept"
    assert server.ask("/", headers={"Accept": BROWSER}).headers["Location"] == "/query"
    assert server.ask("/?lang=//x", headers={"Accept": BROWSER}).headers["Location"] == "/query"


@pytest.mark.parametrize(
    "accept", ["*/*", "text/*", "text/turtle, text/html", "text/html;q=0.5, text/turtle", ""]
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_programs_get_the_description(server: Server, method: str, accept: str) -> None:
    headers = {"Accept": accept} if accept else {}
    reply = server.ask("/", method=method, headers=headers)
    assert (reply.status, reply.type) == (200, "text/turtle")
    assert "Accept" in reply.headers["Vary"]


def test_a_browser_may_name_the_form_of_the_description(server: Server) -> None:
    reply = server.ask("/?format=turtle", headers={"Accept": BROWSER})
    assert (reply.status, reply.type) == (200, "text/turtle")


def test_the_descriptions_are_graphs_beside_the_facts(server: Server) -> None:
    graphs = {name for (name,) in server.query("SELECT DISTINCT ?g { GRAPH ?g { } }").rows()}
    assert graphs == {DERIVED, VOID_GRAPH, QUESTIONS_GRAPH}
    shacl = "?q a <http://www.w3.org/ns/shacl#SPARQLExecutable>"
    count = f"SELECT (COUNT(DISTINCT ?id) AS ?n) {{ %s {{ {shacl} ; <{DCT}identifier> ?id }} }}"
    named = server.query(count % f"GRAPH <{QUESTIONS_GRAPH}>").rows()
    assert named == [(str(len(read_catalogue())),)]
    assert server.query(count % "").rows() == [("0",)]
    triples = "SELECT ?n { GRAPH ?g { ?dataset <http://rdfs.org/ns/void#triples> ?n } }"
    state = server.ask("/health").json
    assert 0 < int(server.query(triples).rows()[0][0]) < state["quads"]
    total = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()
    assert total == [(str(state["quads"]),)]  # facts and derived ties, nothing else
    only = f"/sparql?query={quote(count % '')}&default-graph-uri={quote(QUESTIONS_GRAPH)}"
    accept = {"Accept": "application/sparql-results+json"}
    assert server.ask(only, headers=accept).rows() == named
    described = list(parse(server.ask("/").body, RdfFormat.TURTLE))
    names = {quad.object.value for quad in described if quad.predicate.value == SD + "name"}
    assert names == graphs


def test_the_dataset_is_described(server: Server) -> None:
    reply = server.ask("/void.ttl")
    assert reply.type == "text/turtle"
    assert any("void" in str(quad.predicate) for quad in parse(reply.body, RdfFormat.TURTLE))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_plain_page_asks_every_question_without_script(server: Server, language: str) -> None:
    reply = server.ask(f"/query?plain&lang={language}")
    assert reply.type == "text/html"
    assert f'<html lang="{language}">' in reply.text
    assert "<script" not in reply.text
    assert "style=" not in reply.text
    for name in read_catalogue():
        assert f'action="/questions/{name}"' in reply.text
    assert 'method="post"' in reply.text


def test_the_form_of_the_page_works_as_a_browser_sends_it(server: Server) -> None:
    reply = server.ask(
        "/sparql?lang=fr",
        method="POST",
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        },
        body="query=SELECT+%2A+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3&format=html",
    )
    assert (reply.status, reply.type) == (200, "text/html")
    assert "<table" in reply.text


def test_nothing_else_is_there_and_nothing_is_echoed(server: Server) -> None:
    reply = server.ask("/%3Cscript%3E?x=%3Cscript%3E")
    assert reply.status == 404
    assert b"script" not in reply.body
    assert server.ask("/sparql//").status == 404


def test_other_editors_find_the_questions_as_executables(server: Server) -> None:
    reply = server.ask("/questions.ttl")
    assert reply.type == "text/turtle"
    triples = list(parse(reply.text.encode(), format=RdfFormat.TURTLE))
    asked = [t for t in triples if t.predicate.value.endswith("shacl#select")]
    assert len(asked) >= len(read_catalogue())
    again = server.ask("/questions.ttl", headers={"If-None-Match": reply.headers["ETag"]})
    assert again.status == 304
