"""coopgraph network stats, on the invented tables."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.cli.conftest import Run

from coopgraph.network.measures.actors import NODE_MEASURES

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


def test_parquet_has_numbers(run: Run, dune: Path, tmp_path: Path) -> None:
    target = tmp_path / "st.parquet"
    done = run(*WORDS, "--data", dune, "--format", "parquet", "-o", target)
    assert (done.code, done.out) == (0, ""), done.err
    table = pq.read_table(target)
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


def test_each_week_has_a_row_of_its_own(run: Run, dune: Path) -> None:
    words = ("network", "stats", "--data", dune, "--from", "2018-12", "--to", "2018-12")
    told = run(*words, "--step", "week").out.splitlines()
    assert [line.split("  ")[0] for line in told if "2018-12-" in line] == [
        "2018-11-26–2018-12-02",
        "2018-12-03–2018-12-09",
        "2018-12-10–2018-12-16",
        "2018-12-17–2018-12-23",
        "2018-12-24–2018-12-30",
        "2018-12-31–2019-01-06",
    ]


def test_what_is_not_on_offer_is_refused(run: Run, dune: Path, tmp_path: Path) -> None:
    for words, part in (
        (("--measure", "fame"), "Known: actors"),
        (("--actor", "nobody-at-all"), "nobody-at-all"),
        (("--projection", "fame"), "fame"),
        (("--format", "fame"), "Known: table"),
        (("-o", tmp_path / "chart.png"), ".svg, .pdf"),
        (("--top", "3", "--actor", "nobody"), "not both"),
        (("--top", "3", "--by", "density"), "Known: degree"),
        (("--step", "fortnight"), "10y"),
    ):
        done = run(*WORDS, "--data", dune, *words)
        assert (done.code, part in done.err) == (2, True), done.err
    late = run("network", "stats", "--data", dune, "--to", "1500")
    assert late.code == 2
    assert not list(tmp_path.glob("*.*")), "what is refused leaves nothing"
    turned = run("network", "stats", "--data", dune, "--from", "2020", "--to", "2010")
    assert (turned.code, "before it begins" in turned.err) == (2, True)


def test_the_heading_names_what_the_nodes_are(run: Run, dune: Path) -> None:
    places = run(*WORDS, "--data", dune, "--projection", "territories").out.splitlines()[0]
    assert "places" in places
    assert "actors" not in places


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--from", "2010-05", "--to", "2010-06", "--step", "year"), "longer than the period"),
        (("--from", "2010", "--to", "2013", "--step", "decade"), "longer than the period"),
        (("--from", "2010-05", "--to", "2012-04", "--step", "year"), "2010-01-01 to 2012-12-31"),
        (("--from", "2010", "--to", "2015", "--step", "5y"), "2010-01-01 to 2019-12-31"),
    ],
)
def test_more_than_what_is_asked_is_never_measured_without_a_word(
    run: Run, dune: Path, words: tuple[str, ...], part: str
) -> None:
    done = run("network", "stats", "--data", dune, "--measure", "pairs", *words)
    assert part in done.err
    assert (done.code == 2) == ("longer" in part)


def test_a_short_period_has_a_step_that_it_holds(run: Run, dune: Path) -> None:
    words = ("network", "stats", "--data", dune, "--measure", "pairs", "--format", "csv")
    for asked, rows in ((("2010", "2012"), 3), (("2010-05", "2010-06"), 2), (("2010", "2019"), 2)):
        done = run(*words, "--from", asked[0], "--to", asked[1])
        assert (len(done.out.splitlines()) - 1, done.err) == (rows, "")


def test_each_actor_in_each_period_as_rows(run: Run, dune: Path, tmp_path: Path) -> None:
    target = tmp_path / "actors.csv"
    assert run(*WORDS, "--data", dune, "--actors", "-o", target).code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"))))
    told = json.loads(run(*WORDS, "--data", dune, "--actors", "--format", "json").out)
    assert [row["actor"] for row in rows] == [row["actor"] for row in told]
    assert {row["measure"] for row in told} == set(NODE_MEASURES)
    for row in told:
        if row["measure"] in ("degree", "strength", "core"):
            assert 0 <= row["certain"] <= row["possible"]
    actor = told[0]["actor"]
    one = run(*WORDS, "--data", dune, "--actor", actor, "--format", "json").out
    own = [row for row in told if row["actor"] == actor]
    single = {(row["first"], row["measure"]): row for row in json.loads(one)}
    assert own
    for row in own:
        same = single[row["first"], row["measure"]]
        assert (row["certain"], row["possible"]) == (same["certain"], same["possible"])


def test_the_first_actors_by_a_measure_for_people(run: Run, dune: Path) -> None:
    top = (*WORDS, "--data", dune, "--top", "2", "--by", "degree")
    lines = run(*top, "--measure", "degree").out.splitlines()
    assert len(lines) == 4
    assert lines[0].split()[1:] == ["2010–2014", "2015–2019", "2020–2024"]
    french = run(*top, "--lang", "fr").out.splitlines()
    assert {"acteur", "période", "intermédiarité"} <= set(french[0].split())


def test_the_first_actors_as_a_chart(run: Run, dune: Path, tmp_path: Path) -> None:
    target = tmp_path / "top.svg"
    words = (*WORDS, "--data", dune, "--by", "strength", "-o", target, "--lang", "fr")
    assert run(*words, "--top", "2").code == 0
    svg = target.read_text(encoding="utf-8")
    assert svg.count(">Début de la période<") == 2
    assert "Les acteurs\u00a0: force" in svg
    assert "2010 – 2024" in svg
