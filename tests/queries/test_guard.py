"""Hostile and clumsy texts: what must not run does not, what is harmless does."""

import pytest

from coopgraph.errors import QueryRefused, QuerySyntaxError
from coopgraph.queries.guard import check_text

COOP = "PREFIX coop: <https://w3id.org/coopgraph/ns#>\n"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x.example/> {' }",
        'SELECT * { ?s ?p """a " SERVICE <x> \\""" FROM""" } # SERVICE <x> {}',
        "SELECT ?service ?from { ?service ?from <http://x.example/FROM#SERVICE> }",
        "PREFIX x: <http://x.example/> SELECT * { ?s x:SERVICE x:from }",
        "SELECT * { ?s ?p ?o FILTER(?o <5 && ?o> 2) }",
        "SELECT * { ?s ?p ?o FILTER(?o<5&&?o>2) }",
        "SELECT * { ?s ?p 'x'@en-from }",
        COOP + "ASK { ?s a coop:Actor. ?s coop:onSide ?side }",
        "DESCRIBE <https://w3id.org/coopgraph/id/actor/anybody>",
        "SELECT * " + "{" * 40 + "}" * 40,
        "\ufeffASK\r\n{}\r",
        "BASE <http://x.example/> ASK { _:b <http://x.example/p> [] }",
    ],
)
def test_harmless(text: str) -> None:
    checked = check_text(text)
    assert checked.warnings == ()
    assert not checked.names_graphs
    assert "\r" not in checked.text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { #'\nSERVICE <http://127.0.0.1/> { ?s ?p ?o } #'\n}",
        "SELECT * { #\rservice<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . sErViCe SILENT <http://127.0.0.1/> {} }",
        "SELECT * { ?s ?p '\\'' . SERVICE <http://127.0.0.1/> {} #' }",
        "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:x {} }",
        "PREFIX : <http://127.0.0.1/> SELECT * { ?s ?p 1SERVICE:x {} }",
        "PREFIX : <http://127.0.0.1/> SELECT * { ?s ?p trueSERVICESILENT:x {} }",
        "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE?s#>\n{} }",
        "SELECT * { ?a ?b ?c FILTER(?a<'>' ) SERVICE <http://127.0.0.1/> {} FILTER(?b='' ) }",
        "SELECT ((?a<?b) AS ?c) FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT((?a<?b)AS?x)FROM:g#>\n{}",
        "SELECT * FROM NAMED <http://127.0.0.1/> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o } #\u2028\nLOAD <http://127.0.0.1/> SERVICE",
        "\\u0053ELECT * { \\u0053ERVICE <http://127.0.0.1/> {} }",
        "INSERT DATA { <http://x.example/a> <http://x.example/b> 1 }",
        "# a comment\nPREFIX x: <http://x.example/>\nload <http://127.0.0.1/>",
        "SELECT * " + "{" * 41 + "}" * 41,
        "SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) {}",
        "SELECT (" + "!" * 5000 + "true AS ?x) {}",
        "ASK { ?s ?p '" + "x" * 65536 + "' }",
        COOP + "ASK { ?s a coop:Persn }",
        "ASK { ?s ?p <https://w3id.org/coopgraph/scheme/side/quebek> }",
        "ASK { ?s ?p <https://w3id.org/coopgraph/scheme/sied/quebec> }",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises((QueryRefused, QuerySyntaxError)) as caught:
        check_text(text)
    assert caught.value.exit_code == 1
    assert caught.value.text_fr != caught.value.text_en


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("SELCT * {}", 1, 1, "begins no query"),
        ("", 1, 1, "no query"),
        ("PREFIX x: <http://x.example/>", 1, 30, "no query"),
        ("SELECT * {\n ?s ?p 'x }", 2, 8, "quotation mark"),
        ("SELECT * {\n ?s ?p ?o", 1, 10, "never closed"),
        ("SELECT * {\n ?s ?p ?o )", 2, 11, "closes nothing"),
        ("ASK {\n ?s a coop:Actor }", 2, 7, "PREFIX coop: <https://w3id.org/coopgraph/ns#>"),
        ("ASK { ?s a dune:Actor }", 1, 12, "PREFIX dune: <…>"),
    ],
)
def test_what_is_wrong_is_shown_in_its_place(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(QuerySyntaxError, match=said) as caught:
        check_text(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value).startswith(f"Line {line}, column {column}: ")
    assert str(caught.value).endswith("^")


def test_an_unknown_term_names_the_nearest() -> None:
    text = COOP + "ASK { ?s coop:tookPartInn ?o }"
    with pytest.raises(QueryRefused, match=r"Line 2, column 10: .*coop:tookPartIn\b"):
        check_text(text)
    (warning,) = check_text(text, allow=["unknown-terms"]).warnings
    assert "proches\u00a0: coop:tookPartIn" in warning.fr


def test_what_is_refused_can_be_allowed_by_name() -> None:
    text = "SELECT * FROM <http://x.example/g> { SERVICE <http://x.example/> { ?s ?p ?o } }"
    with pytest.raises(QueryRefused, match="FROM"):
        check_text(text, allow=["service"])
    with pytest.raises(QueryRefused, match="SERVICE"):
        check_text(text, allow=["from"])
    assert check_text(text, allow=["service", "from"]).names_graphs
