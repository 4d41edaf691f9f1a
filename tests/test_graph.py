"""Tables to graph: all or nothing, the same whatever the order, and what follows from the facts."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from coopgraph.errors import DataError
from coopgraph.graph import BuiltGraph, build_graph
from coopgraph.identifiers import DERIVED_GRAPH
from coopgraph.sparql import ask
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import COOP, PROPERTIES

DUNE = Path(__file__).parent / "fixtures" / "dune"
DERIVED = NamedNode(DERIVED_GRAPH)


@pytest.fixture(scope="module")
def built() -> BuiltGraph:
    return build_graph(DUNE)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Return a copy of the tables of the dunes that a test may spoil."""
    return Path(shutil.copytree(DUNE, tmp_path / "tables"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_row_is_counted_and_has_its_node(built: BuiltGraph) -> None:
    assert set(built.counts) == set(TABLES)
    for name, table in TABLES.items():
        lines = (DUNE / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        assert built.counts[name] == len(lines) - 1, name
        if table.link:
            class_ = table.class_.removeprefix("coop:")
            found = built.store.quads_for_pattern(None, None, getattr(COOP, class_), DefaultGraph())
            nodes = {str(q.subject) for q in found if "/id/" in str(q.subject)}
            assert len(nodes) == built.counts[name], name


def test_no_node_is_blank(built: BuiltGraph) -> None:
    for quad in built.store:
        assert not isinstance(quad.subject, BlankNode), str(quad)
        assert not isinstance(quad.object, BlankNode), str(quad)


def test_every_word_of_ours_is_in_the_vocabulary(built: BuiltGraph) -> None:
    space = COOP.when.value.removesuffix("when")
    used = {quad.predicate.value for quad in built.store}
    ours = {iri.removeprefix(space) for iri in used if iri.startswith(space)}
    assert ours <= set(PROPERTIES)


def test_derived_ties_stand_in_their_own_graph_and_nowhere_else(built: BuiltGraph) -> None:
    derived = list(built.store.quads_for_pattern(None, None, None, DERIVED))
    assert {quad.predicate for quad in derived} == {COOP.tookPartIn, COOP.cooperatedWith}
    facts = {
        quad.triple for quad in built.store.quads_for_pattern(None, None, None, DefaultGraph())
    }
    assert not facts & {quad.triple for quad in derived}


def test_the_ontology_is_part_of_the_graph(built: BuiltGraph) -> None:
    assert ask(built.store, "ASK { ?kind <http://www.w3.org/2004/02/skos/core#inScheme> ?scheme }")
    assert ask(built.store, "ASK { ?class a <http://www.w3.org/2002/07/owl#Class> }")


def test_sound_tables_give_no_findings_and_every_stage_is_timed(built: BuiltGraph) -> None:
    assert built.findings == ()
    assert set(built.seconds) == {"index", "tables", "derived"}


def test_the_order_of_rows_does_not_matter(built: BuiltGraph, tables: Path) -> None:
    shuffle = random.Random(2031).shuffle  # noqa: S311 — no secret
    for path in tables.glob("*.csv"):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        shuffle(lines)
        path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    assert build_graph(tables).content_hash() == built.content_hash()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_hash_seed_does_not_matter(built: BuiltGraph, seed: str) -> None:
    code = (
        "import sys, pathlib; from coopgraph.graph import build_graph;"
        "print(build_graph(pathlib.Path(sys.argv[1])).content_hash())"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code, str(DUNE)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == built.content_hash()


def test_all_errors_are_raised_together_and_nothing_is_stored(tables: Path) -> None:
    spoil(tables / "actors.csv", "technopole-dune,", "technopole-dunes,")
    spoil(tables / "missions.csv", "2021", "twenty-one")
    store = Store()
    with pytest.raises(DataError) as caught:
        build_graph(tables, store=store)
    assert {finding.file for finding in caught.value.findings} >= {"missions.csv", "parties.csv"}
    assert all(finding.line for finding in caught.value.findings if finding.file == "missions.csv")
    assert not list(store)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.csv", "https://", "https://[bad "),
        ("sources.csv", ",fr,", ",français,"),
        ("citations.csv", ",status,", ",statut,"),
        ("sequences.csv", ",followed-by,", ",followed,"),
    ],
)
def test_no_bad_cell_ends_in_a_traceback(tables: Path, file: str, old: str, new: str) -> None:
    spoil(tables / file, old, new)
    with pytest.raises(DataError) as caught:
        build_graph(tables)
    assert file in {finding.file for finding in caught.value.findings}


def test_an_id_that_is_none_is_told_though_a_table_before_names_it(tables: Path) -> None:
    for path in tables.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("mission-hiver-2014,", "> mission <hiver,"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        build_graph(tables)
    assert "E201" in {finding.code for finding in caught.value.findings}


def test_a_missing_folder_and_a_folder_without_tables_are_findings(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(DataError) as caught:
            build_graph(folder)
        assert len(caught.value.findings) == 1


def test_progress_names_every_table_once() -> None:
    told: list[tuple[str, int, int]] = []
    build_graph(DUNE, progress=lambda *step: told.append(step))
    assert {name for name, _, _ in told} == set(TABLES)
    assert [place for _, place, _ in told] == list(range(1, len(TABLES) + 1))
    assert {total for _, _, total in told} == {len(TABLES)}


def test_in_memory_and_on_disk_the_graph_is_the_same(built: BuiltGraph, tmp_path: Path) -> None:
    on_disk = build_graph(DUNE, store=Store(str(tmp_path / "graph")))
    assert on_disk.content_hash() == built.content_hash()


def test_a_store_that_is_given_is_the_one_that_is_filled() -> None:
    store = Store()
    assert build_graph(DUNE, store=store).store is store
    assert Quad(NamedNode("a:a"), COOP.when, NamedNode("a:b")) not in store
    assert len(store) > 1000
