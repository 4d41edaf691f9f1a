"""`import coopgraph as cg`: what it opens, answers, shows and refuses."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat

import coopgraph as cg
from coopgraph.api.answer import Answer
from coopgraph.api.facts import Facts
from coopgraph.api.opening import Opened, Source
from coopgraph.errors import (
    DataError,
    MissingParameter,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreError,
    UnknownEntity,
    UnknownParameter,
    UnknownQuery,
    UsageError,
)
from coopgraph.export import export_file
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import make_result
from coopgraph.store import build_store
from coopgraph.views.model import Evidence, Fact, Words

DUNE = Path(__file__).parent / "fixtures" / "dune"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/coopgraph/ns#Mission> }"
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def kg() -> Iterator[cg.KnowledgeGraph]:
    with cg.open(DUNE, language="en") as opened:
        yield opened


def test_opening_loads_nothing_until_something_is_asked() -> None:
    script = "import sys, coopgraph as cg; cg.open(); print('pyoxigraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


@pytest.mark.parametrize("ending", ["ttl", "nt", "trig", "nq", "store", "dump"])
def test_every_source_gives_the_same_answers(
    kg: cg.KnowledgeGraph, tmp_path: Path, ending: str
) -> None:
    formats = {"ttl": "turtle", "nt": "ntriples", "trig": "trig", "nq": "nquads"}
    source = tmp_path / f"dune.{ending}"
    if ending == "store":
        build_store(DUNE, source)
    elif ending == "dump":
        kg.graph.dump(source, format=RdfFormat.N_QUADS)  # type: ignore[union-attr]  # a store
        source = source.rename(tmp_path / "DUNE.NQ")
    else:
        export_file(kg.graph, formats[ending], source)  # type: ignore[arg-type]  # a store
    with cg.open(str(source), language="en") as other:
        asked = [("took-part", {"activity": "mission-hiver-2014"}), ("what-came-of", {})]
        for question, parameters in asked:
            assert other.ask(question, **parameters).terms == kg.ask(question, **parameters).terms
        assert other.query(COUNT)[0].n == kg.query(COUNT)[0].n > 0
        assert sorted(other.network().edges) == sorted(kg.network().edges)
        assert other.entity("technopole-dune").neighbours == kg.entity("technopole-dune").neighbours


def test_what_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file or folder"):
        cg.open(tmp_path / "nowhere")
    (tmp_path / "dune.docx").touch()
    with pytest.raises(UsageError, match="convert it"):
        cg.open(tmp_path / "dune.docx")
    with pytest.raises(UsageError, match="known: en, fr"):
        cg.open(DUNE, language="de")


def test_what_cannot_be_read_is_an_error_of_our_own_tree(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b>")
    for source in (tmp_path / "broken.ttl", "http://127.0.0.1:9/query", "gopher://dune/"):
        with pytest.raises(cg.CoopgraphError):
            cg.open(source, timeout=2).ask("what-came-of")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "actors.csv").write_text("id,kind\nx,y\n")
    with pytest.raises(DataError) as caught:
        cg.open(tmp_path / "tables").entity("x")
    assert caught.value.findings


def test_an_endpoint_has_no_store_to_hand_over() -> None:
    with pytest.raises(UsageError, match="SPARQLStore"):
        cg.open("http://127.0.0.1:9/query").rdflib()
    with pytest.raises(StoreError):
        cg.open("http://127.0.0.1:9/query", timeout=2).query(COUNT)


def test_parameters_are_given_as_python_values(kg: cg.KnowledgeGraph) -> None:
    some = kg.ask("took-part", activity="mission-hiver-2014", inferred=False)
    assert 0 < len(some) <= len(kg.ask("took-part", activity="mission-hiver-2014", inferred=True))
    text, day = (
        kg.ask("agreements-in-force", day=given) for given in ("2015-12-31", date(2015, 12, 31))
    )
    assert text.terms == day.terms
    assert text
    assert kg.ask("took-part", activity="mission-hiver-2014", inferred=None).note


def test_what_is_not_on_offer_is_refused_with_advice(kg: cg.KnowledgeGraph) -> None:
    with pytest.raises(UnknownQuery, match="took-part"):
        kg.ask("tookpart")
    with pytest.raises(UnknownQuery, match="took-part"):
        kg.questions()["tookpart"]
    with pytest.raises(UnknownParameter):
        kg.ask("took-part", actor="technopole-dune")
    with pytest.raises(MissingParameter):
        kg.ask("took-part")
    with pytest.raises(UnknownEntity, match="technopole-dune"):
        kg.entity("Technopole des Dune")
    with pytest.raises(UnknownEntity):
        kg.why("technopole-dune", "no-such-thing")
    with pytest.raises(UsageError, match="network"):
        kg.view("netwrk")


def test_a_readers_own_text_is_guarded(kg: cg.KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused):
        kg.query("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }")
    with pytest.raises(QuerySyntaxError) as caught:
        kg.query("SELECT * {\n ?s ?p }")
    assert caught.value.line == 2
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryTimeout):
        kg.query(slow, limits=Limits(seconds=0.5))
    cut = kg.query("SELECT * { ?s ?p ?o }", limits=Limits(rows=3))
    assert (len(cut), cut.truncated) == (3, True)
    assert "3" in repr(cut).splitlines()[-1]


def test_yes_or_no_and_triples_are_rows_too(kg: cg.KnowledgeGraph) -> None:
    no = kg.query("ASK { ?s ?s ?s }")
    assert (bool(no), no[0].answer, repr(no).split()[-1]) == (False, False, "no")
    assert kg.query("ASK { ?s ?p ?o }")
    triples = kg.query("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2")
    assert (triples.columns, len(triples)) == (("subject", "predicate", "object"), 2)


def test_values_are_those_of_python_and_nothing_is_lost() -> None:
    written = (
        ("3", "integer", 3),
        ("3.50", "decimal", Decimal("3.50")),
        ("1", "boolean", True),
        ("2031-04-01", "date", date(2031, 4, 1)),
        ("2031-04-01Z", "date", "2031-04-01Z"),
        ("three", "integer", "three"),
        ("?", "boolean", "?"),
        ("x", "decimal", "x"),
    )
    for text, kind, value in written:
        term = Literal(text, datatype=NamedNode(XSD + kind))
        answer = Answer(make_result(("class", "n"), [(term, None)]))
        assert answer[0].class_ == value
        assert type(answer[0].class_) is type(value)
        assert answer[0].n is None
        assert answer.terms[0].class_ == term
    assert Answer(make_result(("iri",), [(NamedNode("urn:x"),)]))[0:1] == [("urn:x",)]


def test_a_result_becomes_a_frame(kg: cg.KnowledgeGraph) -> None:
    answer = kg.query(COUNT)
    assert answer.to_pandas()["n"].tolist() == [answer[0].n]
    assert answer.to_polars()["n"].to_list() == [answer[0].n]
    assert answer.to_arrow().column("n").to_pylist() == [answer[0].n]


def test_a_missing_library_is_named(kg: cg.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pip install"):
        kg.query(COUNT).to_pandas()


def test_an_entity_tells_what_is_known_of_it(kg: cg.KnowledgeGraph) -> None:
    mission = kg.entity("Mission d'hiver")
    assert (mission.id, mission.label.en, mission.kind.en) == (
        "mission-hiver-2014",
        "Winter mission",
        "working visit",
    )
    assert mission.dates is not None
    assert mission.dates.edtf == "2014-24"
    assert mission.dates.earliest_begin == date(2014, 12, 1)
    assert any(fact.iri == mission.iri and fact.evidence for fact in mission.facts)
    assert "technopole-dune" in {near.id for near in mission.neighbours}
    shown = repr(mission)
    assert shown.startswith("Winter mission (working visit)\n  https://w3id.org/coopgraph/id/")
    assert mission.facts.sentences()[0] in shown


def test_an_agreement_has_the_date_of_its_signing(kg: cg.KnowledgeGraph) -> None:
    signed = {name: kg.entity(name).dates for name in ("accord-dune-2012", "declaration-exemple")}
    assert all(dates is not None and dates.edtf for dates in signed.values())
    assert kg.entity("technopole-dune").dates is None


def test_every_kind_of_record_can_be_looked_at(kg: cg.KnowledgeGraph) -> None:
    for segment in ("actor", "agreement", "mission", "project", "programme", "outcome", "place"):
        record = kg.query(
            f"SELECT ?s {{ ?s a ?c FILTER (STRSTARTS(STR(?s),"
            f" 'https://w3id.org/coopgraph/id/{segment}/'))"
            f" FILTER NOT EXISTS {{ ?s a <https://w3id.org/coopgraph/ns#WithdrawnRecord> }} }}"
            f" ORDER BY ?s LIMIT 1"
        )[0].s
        entity = kg.entity(record)
        assert entity.iri == record
        assert entity.kind.fr
        assert entity.label.fr in replace(entity, language="fr")._repr_html_().replace(
            "&#x27;", "'"
        )


def test_the_network_can_be_cut_by_time_and_kind(kg: cg.KnowledgeGraph) -> None:
    whole, year = kg.network(), kg.network(at="2014")
    assert 0 < year.number_of_edges() < whole.number_of_edges()
    agreements = kg.network(kinds="agreement")
    assert {kind for *_, kind in agreements.edges(data="kind")} == {"agreement"}
    assert all(agreements.degree(name) for name in agreements)
    sure = kg.network(at=date(2014, 1, 15), mode="certainly").number_of_edges()
    assert sure <= kg.network(at="2014-01-15").number_of_edges()
    for wrong in ({"kinds": ["thanks"]}, {"mode": "maybe"}, {"at": "the other day"}):
        with pytest.raises(UsageError):
            kg.network(**wrong)


def test_the_language_is_that_of_labels_and_sentences(kg: cg.KnowledgeGraph) -> None:
    french = cg.open(DUNE)
    assert french.ask("what-came-of").result.columns == kg.ask("what-came-of").result.columns
    assert "“Gazette" not in repr(french.why("technopole-dune"))
    assert repr(french.why("technopole-dune")) != repr(kg.why("technopole-dune"))
    assert repr(Facts([])) == "Aucun fait."
    for shown in (french.questions(), french.why("technopole-dune"), french.ask("what-came-of")):
        assert shown._repr_html_().startswith('<div lang="fr">')


def test_what_stands_in_data_is_never_html() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    evidence = Evidence("s", hostile, hostile, Words("", ""), hostile, "javascript:alert(1)")
    nothing = (None, None, None, None)
    fact = Fact("f", "i", "mission", Words(hostile, hostile), Words("", ""), "", *nothing, (), ())
    facts = Facts([fact._replace(evidence=(evidence,))])
    answer = Answer(make_result((hostile,), [(Literal(hostile),)], {}))
    for shown in (facts._repr_html_(), answer._repr_html_()):
        assert "<img" not in shown
        assert "&lt;img" in shown
        assert "href" not in shown


def test_a_view_shows_in_a_closed_frame(kg: cg.KnowledgeGraph, tmp_path: Path) -> None:
    picture = kg.view("network", first="2014", last="2018", height=300)
    shown = picture._repr_html_()
    # a rule for the still, the frame, the still: nothing of the page stands outside its frame
    assert re.findall(r"<(\w+)", shown) == ["style", "iframe", "img"]
    assert 'sandbox="allow-scripts ' in shown
    assert "allow-same-origin" not in shown
    picture.save(tmp_path / "network.html")
    assert (tmp_path / "network.html").read_text(encoding="utf-8") == picture.html
    assert "ties" in repr(picture)


def test_threads_build_the_graph_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Opened] = []
    build = Source.open

    def counted(source: Source) -> Opened:
        opened.append(build(source))
        return opened[-1]

    monkeypatch.setattr(Source, "open", counted)
    graph = cg.open(DUNE)
    threads = [threading.Thread(target=graph.ask, args=("what-came-of",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 1


def test_names_on_offer_can_be_listed() -> None:
    assert set(cg.__all__) <= set(dir(cg))
    with pytest.raises(AttributeError):
        cg.opne  # noqa: B018 — that it is not there is the point
