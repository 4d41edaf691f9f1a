"""info, query, why, view, export, demo: from the graph to answers, pages and files."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture
def store(run: Run, dune: Path, tmp_path: Path) -> Path:
    run("build", "--data", dune, "--store", tmp_path / "graph")
    return tmp_path / "graph"


def test_info_counts_the_same_in_a_store(run: Run, dune: Path, store: Path) -> None:
    from_tables = json.loads(run("info", "--data", dune, "--json").out)
    assert json.loads(run("info", "--store", store, "--json").out) == from_tables
    assert from_tables["missions"] > 0
    assert "missions" in run("info", "--data", dune, "--lang", "fr").out


def test_questions_are_listed_in_both_languages(run: Run) -> None:
    english, french = run("query", "--list"), run("query", "--list", "--lang", "fr")
    assert "took-part" in english.out
    assert english.out != french.out
    assert set(json.loads(run("query", "--list", "--format", "json").out)) == {
        line.split(" ")[0] for line in english.out.splitlines() if line
    }


def test_a_question_shows_itself(run: Run) -> None:
    text = run("query", "took-part", "--show").out
    assert "-p activity=" in text
    assert "SELECT" in text


def test_a_named_question_is_answered(run: Run) -> None:
    words = ("query", "took-part", "-p", "activity=soft-landing-quebec-2018", "--format", "csv")
    rows = run(*words).out.splitlines()
    assert rows[0].startswith("actor,")
    assert any("quiet-oceans" in row for row in rows)


def test_a_record_may_be_named_in_words(run: Run) -> None:
    words = ("query", "agreements-of-actor", "--format", "csv", "-p")
    by_name = run(*words, "actor=Ville de Bordeaux")
    assert by_name.code == 0
    assert len(by_name.out.splitlines()) > 1
    assert by_name.out == run(*words, "actor=ville-bordeaux").out
    assert run(*words, "actor=Ville de Rimouski").code == 0
    refused = run(*words, "actor=Ville de Brest", "--lang", "fr")
    assert refused.code == 2
    assert "Brest" in refused.err.partition("proches")[2].split(",")[0]


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "markdown"])
def test_rows_come_in_every_form(run: Run, dune: Path, form: str) -> None:
    text = "SELECT ?s WHERE { ?s a <https://w3id.org/coopgraph/ns#Mission> } ORDER BY ?s"
    outcome = run("query", "-e", text, "--data", dune, "--format", form)
    assert outcome.code == 0
    assert "mission-hiver-2014" in outcome.out


def test_a_query_of_ones_own_runs_over_a_kept_store(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", encoding="utf-8")
    outcome = run("query", tmp_path / "own.rq", "--store", store, "--format", "csv")
    assert outcome.code == 0
    assert int(outcome.out.splitlines()[1]) > 1000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * WHERE { ?s ?p", "column"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <file:///etc/hostname> WHERE { ?s ?p ?o }", "FROM"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        (
            "PREFIX coop: <https://w3id.org/coopgraph/ns#> SELECT * { ?s coop:hasPartie ?o }",
            "hasParty",
        ),
    ],
)
def test_what_a_stranger_may_not_do_is_told(run: Run, dune: Path, text: str, said: str) -> None:
    outcome = run("query", "-e", text, "--data", dune)
    assert outcome.code == 1
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_question_that_does_not_exist_names_the_nearest(run: Run) -> None:
    outcome = run("query", "took-parts", "--lang", "fr")
    assert outcome.code == 2
    assert "took-part" in outcome.err


def test_why_tells_each_fact_with_its_source(run: Run) -> None:
    words = ("why", "quiet-oceans", "technopole-maritime-du-quebec")
    english, french = run(*words), run(*words, "--lang", "fr")
    assert english.code == french.code == 0
    assert "§" in english.out
    assert "https://quebec.consulfrance.org/" in english.out
    assert "automne 2018" in french.out
    assert json.loads(run(*words, "--json").out)


def test_why_takes_names_and_proposes_near_ones(run: Run) -> None:
    assert run("why", "Quiet-Oceans").code == 0
    outcome = run("why", "quiet-ocean")
    assert outcome.code == 2
    assert "quiet-oceans" in outcome.err


def test_a_view_under_a_name_of_no_form_is_refused(run: Run, dune: Path, tmp_path: Path) -> None:
    outcome = run("view", "network", "-o", tmp_path / "slides.pptx", "--data", dune)
    assert outcome.code == 2
    assert ".html" in outcome.err
    assert not (tmp_path / "slides.pptx").exists()


def test_a_view_is_one_page(run: Run, dune: Path, tmp_path: Path) -> None:
    page = tmp_path / "network.html"
    outcome = run("view", "network", "-o", page, "--data", dune, "--from", "2012", "--to", "2016")
    assert outcome.code == 0
    assert page.read_text(encoding="utf-8").startswith("<!")
    assert "actors-by-mission" in page.read_text(encoding="utf-8")


def test_the_name_of_the_file_says_page_or_still(run: Run, dune: Path, tmp_path: Path) -> None:
    still = tmp_path / "territories.svg"
    words = ("view", "network", "--projection", "territories", "--data", dune)
    assert run(*words, "-o", still).code == 0
    assert "<svg" in still.read_text(encoding="utf-8")[:200]
    page = tmp_path / "territories.html"
    assert run(*words, "-o", page).code == 0
    assert "<title>Territor" in page.read_text(encoding="utf-8")


def test_an_unknown_projection_is_refused_with_those_that_there_are(run: Run, dune: Path) -> None:
    words = ("view", "network", "-o", "x.html", "--data", dune, "--projection")
    outcome = run(*words, "dunes")
    assert outcome.code == 2
    assert "territories" in outcome.err


def test_an_export_is_told_with_its_checksum(run: Run, dune: Path, tmp_path: Path) -> None:
    outcome = run("export", "turtle", "-o", tmp_path / "a.ttl", "--data", dune)
    assert outcome.code == 0
    assert "SHA-256" in outcome.out
    again = run("export", "turtle", "-o", tmp_path / "b.ttl", "--data", dune, "--lang", "fr")
    assert again.out.split()[-1] == outcome.out.split()[-1]


def test_the_publisher_of_the_catalogue_is_named_by_the_caller(
    run: Run, dune: Path, tmp_path: Path
) -> None:
    words = ("export", "dcat", "-o", tmp_path / "c.ttl", "--data", dune)
    iri = "https://example.org/dune"
    assert run(*words, "--publisher", iri, "--publisher-name", "Gazette des Dunes").code == 0
    text = (tmp_path / "c.ttl").read_text(encoding="utf-8")
    assert f"dct:publisher <{iri}>" in text
    assert "Gazette des Dunes" in text
    assert run(*words, "--publisher", "not an iri").code == 2
    assert run("export", "turtle", "-o", tmp_path / "a.ttl", "--publisher", iri).code == 2


def test_an_export_into_a_missing_folder_is_refused(run: Run, dune: Path, tmp_path: Path) -> None:
    outcome = run("export", "turtle", "-o", tmp_path / "no" / "a.ttl", "--data", dune)
    assert outcome.code == 1
    assert "could not be written" in outcome.err


def test_a_store_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("info", "--store", tmp_path / "none", "--lang", "fr")
    assert outcome.code == 1
    assert "coopgraph build --store" in outcome.err


@pytest.mark.no_cover  # each of its commands is covered by its own tests
def test_the_demo_does_it_all(run: Run, tmp_path: Path) -> None:
    outcome = run("demo", "-o", tmp_path / "out", "--lang", "fr")
    assert outcome.code == 0
    assert "en discussion" in outcome.out
    assert (tmp_path / "out" / "network.html").stat().st_size > 100_000
    assert (tmp_path / "out" / "coopgraph.ttl").is_file()


def test_the_catalogue_says_where_the_files_really_lie(
    run: Run, dune: Path, tmp_path: Path
) -> None:
    words = ("export", "dcat", "--data", dune, "-o", tmp_path / "c.ttl")
    outcome = run(*words, "--downloads", "https://example.org/files")
    assert outcome.code == 0
    text = (tmp_path / "c.ttl").read_text(encoding="utf-8")
    assert "<https://example.org/files/coopgraph.ttl>" in text
    assert run(*words, "--downloads", "nowhere").code == 2
    assert "--downloads" in run(*words).err
