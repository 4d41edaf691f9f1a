"""The benchmarks themselves: the same tables every time, and a report from one small run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.benchmarks.__main__ import main
from tests.benchmarks.aims import judge
from tests.benchmarks.generate import write_tables
from tests.benchmarks.report import markdown
from tests.benchmarks.runs import Run, TaskFailed, run_task
from tests.benchmarks.summaries import missing, summarise


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_tables(tmp_path: Path) -> None:
    for name, seed in (("first", 7), ("second", 7), ("other", 8)):
        write_tables(tmp_path / name, events=50, seed=seed)
    assert contents(tmp_path / "first") == contents(tmp_path / "second")
    assert contents(tmp_path / "first") != contents(tmp_path / "other")


def test_one_small_run_measures_tables_and_says_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = ("--sizes", "50", "--repeat", "1", "--workloads", "store")
    assert main([*sizes, "--output", str(tmp_path)]) == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {figure["state"] for figure in report["figures"]} == {"measured"}
    peers = {figure["peer"] for figure in report["figures"]}
    assert peers == {"ours", "pyoxigraph bulk_extend", "pyoxigraph bulk_load", "rdflib loop"}
    assert [aim["size"] for aim in report["aims"]] == [50, 50, 50]
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert text in capsys.readouterr().out
    assert str(tmp_path) not in text


def test_all_who_answer_the_questions_find_the_same(tmp_path: Path) -> None:
    folder = str(tmp_path)
    run_task("tables_to_store:prepare", folder, 50)
    [whole] = run_task("ask_stores:whole", folder)
    runs = run_task("ask_stores:ask", folder, whole.digest, 1)
    runs += run_task("ask_rdflib:ask_rdflib", folder, whole.digest, 1, 30.0)
    found: dict[str, set[tuple[int, str]]] = {}
    for run in runs:
        found.setdefault(run.name.partition("|")[0], set()).add((run.found, run.digest))
    assert len(found) == 10
    assert {len(answers) for answers in found.values()} == {1}


def test_all_data_frames_hold_the_same_rows() -> None:
    runs = run_task("data_frames:frames", 60, 1) + run_task("data_frames:rdflib_rows", 60, 1)
    assert len(runs) == 10
    assert {run.found for run in runs} == {60}
    assert len({run.digest for run in runs}) == 1


def test_a_failing_task_says_why() -> None:
    with pytest.raises(TaskFailed, match="no_such_task"):
        run_task("pages:no_such_task", 10)


def test_aims_compare_processor_time_and_skip_what_has_another_result() -> None:
    runs = [Run("ours", 9.0, 2.0, 5), Run("pyoxigraph bulk_extend", 1.0, 1.0, 5)]
    lines = summarise("store", 50, "facts", runs)
    assert [item.verdict for item in judge(lines)][:1] == ["short by 29 %"]
    lines[1] = replace(lines[1], state="another result")
    assert [item.verdict for item in judge(lines)][:1] == ["not measured"]


def test_a_peer_that_is_not_there_is_named_in_the_report() -> None:
    lines = summarise("questions", 50, "1 one hop", [Run("ours", 1.0, 1.0, 5)])
    lines.append(missing("questions", 50, "1 one hop", "kglab", "not installed"))
    assert "| not installed |" in markdown(lines)
