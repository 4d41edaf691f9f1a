"""A graph on disk: opened as it was built, replaced as a whole, never left half-written."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.canonical import hash_store
from coopgraph.errors import DataError, StoreError, WriteError
from coopgraph.graph import build_graph
from coopgraph.locks import held_lock
from coopgraph.store import as_rdflib, build_store, open_store, read_summary

DUNE = Path(__file__).parent / "fixtures" / "dune"
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
HASH_OF_DUNE = build_graph(DUNE).content_hash()


@pytest.fixture
def other_tables(tmp_path: Path) -> Path:
    """Return tables that differ from those of the dunes in one title."""
    folder = Path(shutil.copytree(DUNE, tmp_path / "other"))
    path = folder / "sources.csv"
    text = path.read_text(encoding="utf-8")
    assert "Gazette" in text
    path.write_text(text.replace("Gazette", "Dépêche", 1), encoding="utf-8")
    return folder


def test_what_was_built_is_what_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    built = build_store(DUNE, folder)
    assert hash_store(open_store(folder)) == HASH_OF_DUNE
    assert built.content_hash() == HASH_OF_DUNE
    summary = read_summary(folder)
    assert summary.content_hash == HASH_OF_DUNE
    assert summary.quads == len(built.store)
    assert summary.counts == built.counts


def test_a_built_graph_cannot_be_changed(tmp_path: Path) -> None:
    build_store(DUNE, tmp_path / "graph")
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(tmp_path / "graph").clear()


def test_who_reads_keeps_the_old_graph_while_the_new_one_comes(
    tmp_path: Path, other_tables: Path
) -> None:
    folder = tmp_path / "graph"
    build_store(DUNE, folder)
    reader = open_store(folder)
    build_store(other_tables, folder)
    assert hash_store(reader) == HASH_OF_DUNE
    assert hash_store(open_store(folder)) == read_summary(folder).content_hash != HASH_OF_DUNE


def test_only_the_graph_before_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    (folder / "graph-left-by-a-killed-build").mkdir(parents=True)
    (folder / ".current.json.x.partial").touch()
    for _ in range(3):
        build_store(DUNE, folder)
    summary = read_summary(folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {"current.json", summary.generation, summary.previous}


def test_wrong_tables_leave_the_old_graph_or_nothing_at_all(
    tmp_path: Path, other_tables: Path
) -> None:
    (other_tables / "actors.csv").write_text("id\n", encoding="utf-8")
    new, old = tmp_path / "new", tmp_path / "old"
    build_store(DUNE, old)
    before = sorted(path.name for path in old.iterdir())
    for folder in (new, old):
        with pytest.raises(DataError):
            build_store(other_tables, folder)
    assert not new.exists()
    assert sorted(path.name for path in old.iterdir()) == before
    assert hash_store(open_store(old)) == HASH_OF_DUNE


def test_a_folder_with_other_things_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(StoreError, match=r"letter\.txt"):
        build_store(DUNE, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "none" / "graph", tmp_path / "file"):
        with pytest.raises(WriteError):
            build_store(DUNE, folder)


def test_a_full_disk_leaves_the_old_graph(tmp_path: Path, other_tables: Path) -> None:
    folder = tmp_path / "graph"
    build_store(DUNE, folder)
    before = sorted(path.name for path in folder.iterdir())
    # No file may grow beyond 100 kB: what a full disk does, without filling one.
    code = (
        "import resource, sys, pathlib; from coopgraph.store import build_store;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "build_store(*map(pathlib.Path, sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(other_tables), str(folder)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "WriteError" in run.stderr
    assert "the file is too large" in run.stderr
    assert sorted(path.name for path in folder.iterdir()) == before
    assert hash_store(open_store(folder)) == HASH_OF_DUNE


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    with held_lock(folder / "lock"), pytest.raises(StoreError, match="Another build"):
        build_store(DUNE, folder)
    build_store(DUNE, folder)


@pytest.mark.parametrize("damage", ["no folder", "no json", "half", "layout", "gone", "cut"])
def test_what_cannot_be_opened_is_said(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "graph"
    if damage != "no folder":
        build_store(DUNE, folder)
        current = folder / "current.json"
        text = current.read_text(encoding="utf-8")
        generation = folder / read_summary(folder).generation
        match damage:
            case "no json":
                current.unlink()
            case "half":
                current.write_text(text[: len(text) // 2], encoding="utf-8")
            case "layout":
                current.write_text(json.dumps(json.loads(text) | {"layout": 99}), encoding="utf-8")
            case "gone":
                shutil.rmtree(generation)
            case "cut":
                (generation / "CURRENT").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        open_store(folder)
    assert str(folder) in caught.value.text_fr


def test_killed_at_any_moment_the_folder_holds_the_old_or_the_new_graph(
    tmp_path: Path, other_tables: Path
) -> None:
    folder, pause = tmp_path / "graph", random.Random(9)  # noqa: S311 — no secret
    build_store(other_tables, folder)
    hashes = {read_summary(folder).content_hash, HASH_OF_DUNE}
    code = (
        "import sys, pathlib; from coopgraph.store import build_store;"
        "print('ready', flush=True); build_store(*map(pathlib.Path, sys.argv[1:]))"
    )
    killed = 0
    for number in range(12):
        tables = (DUNE, other_tables)[number % 2]
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tables), str(folder)],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            time.sleep(pause.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() != 0
        content = read_summary(folder).content_hash
        assert content in hashes
        assert hash_store(open_store(folder)) == content
    assert killed > 2
    assert build_store(DUNE, folder).content_hash() == HASH_OF_DUNE
    assert len(list(folder.iterdir())) == 3


def test_rdflib_sees_the_same_graph_without_a_copy() -> None:
    store = build_graph(DUNE).store
    dataset = as_rdflib(store)
    assert len(dataset) == len(store)
    asked = "SELECT ?a ?b { ?a coop:cooperatedWith ?b }"
    assert len(list(dataset.query(asked))) > 0
    store.clear()
    assert len(dataset) == 0


def test_rdflib_shows_literals_as_they_were_written() -> None:
    import rdflib

    store = Store()
    store.update(
        'INSERT DATA { <a:a> <a:p> "vrai"^^<http://www.w3.org/2001/XMLSchema#boolean>,'
        ' "2019-W33"^^<http://www.w3.org/2001/XMLSchema#date> }'
    )
    found = {str(value) for value in as_rdflib(store).objects(rdflib.URIRef("a:a"))}
    assert found == {"vrai", "2019-W33"}
