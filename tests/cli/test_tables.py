"""check, fmt, build, validate: from tables to findings and a graph."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run, replace_in

from coopgraph.store import open_store


def test_sound_tables_have_no_findings(run: Run, dune: Path) -> None:
    assert run("check", dune).code == 0
    assert run("fmt", "--check", "--data", dune).code == 0
    outcome = run("validate", "--data", dune)
    assert (outcome.code, outcome.out) == (0, "")


def test_a_fault_is_told_with_its_place_in_both_languages(run: Run, dune: Path) -> None:
    replace_in(dune / "missions.csv", "2014-24", "automn 2014")
    english, french = run("check", dune), run("check", dune, "--lang", "fr")
    assert english.code == french.code == 1
    assert "missions.csv:" in english.out
    assert ":when: E203" in english.out
    assert "date non reconnue" in french.out


@pytest.mark.parametrize("style", ["json", "github"])
def test_findings_have_forms_for_machines(run: Run, dune: Path, style: str) -> None:
    replace_in(dune / "missions.csv", "2014-24", "automn 2014")
    out = run("check", dune, "--format", style).out
    if style == "json":
        assert json.loads(out)[0]["code"] == "E203"
    else:
        assert out.startswith("::error file=missions.csv,line=")


def test_one_table_is_checked_by_its_file(run: Run, dune: Path) -> None:
    replace_in(dune / "missions.csv", "2014-24", "automn 2014")
    assert run("check", dune / "places.csv").code == 0
    assert run("check", dune / "missions.csv").code == 1


def test_rdf_files_are_judged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a:a> <a:b> .\n", encoding="utf-8")
    outcome = run("check", tmp_path / "a.ttl")
    assert outcome.code == 1
    assert "a.ttl:1:" in outcome.out


def test_fmt_shows_how_a_date_was_understood(run: Run, dune: Path) -> None:
    replace_in(dune / "missions.csv", "2014-24", "hiver 2014")
    assert run("fmt", "--check", "--data", dune).code == 1
    outcome = run("fmt", "--data", dune)
    assert "hiver 2014 → 2014-24" in outcome.err
    assert "2014-24" in (dune / "missions.csv").read_text(encoding="utf-8")
    assert run("fmt", "--check", "--data", dune).code == 0


def test_build_counts_and_keeps(run: Run, dune: Path, tmp_path: Path) -> None:
    in_memory = json.loads(run("build", "--data", dune, "--json").out)
    kept = json.loads(run("build", "--data", dune, "--store", tmp_path / "graph", "--json").out)
    assert in_memory["content-hash"] == kept["content-hash"]
    assert in_memory["rows"]["missions"] > 0
    assert len(open_store(tmp_path / "graph")) > 1000


def test_a_build_of_faulty_tables_leaves_the_old_graph(
    run: Run, dune: Path, tmp_path: Path
) -> None:
    run("build", "--data", dune, "--store", tmp_path / "graph")
    before = (tmp_path / "graph" / "current.json").read_bytes()
    replace_in(dune / "missions.csv", "2014-24", "automn 2014")
    outcome = run("build", "--data", dune, "--store", tmp_path / "graph", "--lang", "fr")
    assert outcome.code == 1
    assert "missions.csv" in outcome.err
    assert (tmp_path / "graph" / "current.json").read_bytes() == before


def test_validate_reports_on_the_row(run: Run, dune: Path) -> None:
    citations = dune / "citations.csv"
    lines = citations.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if ",mission-hiver-2014," not in line]
    assert len(kept) < len(lines)
    citations.write_text("".join(kept), encoding="utf-8")
    lock = dune / "ids.lock"
    frozen = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    rest = [line for line in frozen if "citations mission-hiver-2014.source" not in line]
    lock.write_text("".join(rest), encoding="utf-8")
    outcome = run("validate", "--data", dune, "--lang", "fr")
    assert outcome.code == 1
    assert "missions.csv:" in outcome.out
    assert "E501" in outcome.out
    assert "http" not in outcome.out
