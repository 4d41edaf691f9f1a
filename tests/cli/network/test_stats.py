"""coopgraph network stats, on the invented tables."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
from tests.cli.conftest import Run

WORDS = ("network", "stats", "--from", "2010", "--to", "2020", "--step", "5y")


def test_a_row_for_each_period_and_measure(run: Run, dune: Path) -> None:
    done = run(
        *WORDS, "--data", dune, "--measure", "pairs", "--measure", "density", "--format", "csv"
    )
    assert done.code == 0, done.err
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["first"] for row in rows] == [
        day for day in ("2010-01-01", "2015-01-01", "2020-01-01") for _ in "12"
    ]
    assert {row["measure"] for row in rows} == {"pairs", "density"}
    for row in rows:
        if row["measure"] == "pairs":
            assert float(row["certain"]) <= float(row["possible"])
    assert any(float(row["possible"] or 0) for row in rows)


def test_the_same_rows_in_json(run: Run, dune: Path) -> None:
    told = json.loads(run(*WORDS, "--data", dune, "--measure", "all", "--format", "json").out)
    assert list(told[0]) == ["first", "last", "measure", "certain", "possible"]
    assert len(told) == 3 * 16


def test_parquet_has_numbers(dune: Path) -> None:
    command = [sys.executable, "-m", "coopgraph", *WORDS, "--data", str(dune)]
    done = subprocess.run([*command, "--format", "parquet"], capture_output=True, check=True)
    table = pq.read_table(io.BytesIO(done.stdout))
    assert str(table.schema.field("possible").type) == "double"


def test_a_table_for_people_in_both_languages(run: Run, dune: Path) -> None:
    french = run(*WORDS, "--data", dune, "--lang", "fr").out
    assert french.splitlines()[0].split("  ")[0] == "période"
    assert "couples des deux rives" in french.splitlines()[0]
    assert "2010–2014" in french
    assert run(*WORDS, "--data", dune).out.splitlines()[0].startswith("period")


def test_one_actor_by_its_name_as_a_chart(run: Run, dune: Path, tmp_path: Path) -> None:
    actor = json.loads(run("network", "brokers", "--data", dune, "--format", "json").out)[0]
    target = tmp_path / "actor.svg"
    done = run(*WORDS, "--data", dune, "--actor", actor["label"], "-o", target, "--lang", "fr")
    assert done.code == 0, done.err
    assert done.out == ""
    svg = target.read_text(encoding="utf-8")
    assert "Intermédiarité" in svg
    assert "réseau certain" in svg
    again = target.read_bytes()
    run(*WORDS, "--data", dune, "--actor", actor["actor"], "-o", target, "--lang", "fr")
    assert target.read_bytes() == again


def test_what_is_not_on_offer_is_refused(run: Run, dune: Path, tmp_path: Path) -> None:
    for words, part in (
        (("--measure", "fame"), "Known: actors"),
        (("--actor", "nobody-at-all"), "nobody-at-all"),
        (("--projection", "fame"), "fame"),
        (("--format", "fame"), "Known: table"),
        (("-o", tmp_path / "chart.png"), "chart.svg"),
        (("--step", "3w"), "5y"),
    ):
        done = run(*WORDS, "--data", dune, *words)
        assert (done.code, part in done.err) == (2, True), done.err
    late = run("network", "stats", "--data", dune, "--to", "1500")
    assert late.code == 2
    turned = run("network", "stats", "--data", dune, "--from", "2020", "--to", "2010")
    assert (turned.code, "before it begins" in turned.err) == (2, True)


def test_the_heading_names_what_the_nodes_are(run: Run, dune: Path) -> None:
    places = run(*WORDS, "--data", dune, "--projection", "territories").out.splitlines()[0]
    assert "places" in places
    assert "actors" not in places
