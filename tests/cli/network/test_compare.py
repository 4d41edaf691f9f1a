import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def test_a_comparison_is_told_in_the_language_of_the_call(run: Run, dune: Path) -> None:
    words = ("network", "compare", "2013", "2019", "--data", dune)
    english, french = run(*words), run(*words, "--lang", "fr")
    assert english.code == french.code == 0
    assert "New ties" in english.out
    assert "Liens nouveaux" in french.out


def test_it_is_data_too(run: Run, dune: Path) -> None:
    words = ("network", "compare", "2013", "2019", "--projection", "territories", "--data", dune)
    told = json.loads(run(*words, "--format", "json").out)
    assert told["projection"] == "territories"
    assert [tie["source"] for tie in told["renewed"]] == ["havre-exemple"]
    rows = list(csv.DictReader(StringIO(run(*words, "--format", "csv").out)))
    assert [row["target"] for row in rows if row["change"] == "renewed"] == ["port-dune"]
    dated = [row for row in rows if row["change"] != "undated"]
    assert {row["begin_unknown"] for row in dated} == {"false"}
    assert "# Territories" in run(*words, "--format", "markdown").out


def test_ties_without_any_date_are_listed_apart(run: Run, dune: Path) -> None:
    out = run("network", "compare", "2000", "2020", "--data", dune, "--format", "csv").out
    found = [row for row in csv.DictReader(StringIO(out)) if row["change"] == "undated"]
    assert [(row["source"], row["target"], row["after"]) for row in found] == [
        ("centre-exemple", "ville-port-dune", "plan-dune-2020")
    ]


def test_a_wrong_moment_is_told_and_nothing_is_written(run: Run, dune: Path) -> None:
    found = run("network", "compare", "demain soir", "2019", "--data", dune, "--lang", "fr")
    assert found.code == 2
    assert "n’est pas une date" in found.err
    assert not found.out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_comparison_is_drawn(run: Run, dune: Path, tmp_path: Path, language: str) -> None:
    page = tmp_path / "page.html"
    words = ("network", "compare", "2013", "2019", "--projection", "actors-by-agreement")
    assert run(*words, "--data", dune, "-o", page, "--lang", language).code == 0
    text = page.read_text(encoding="utf-8")
    assert ("lien éteint" if language == "fr" else "lapsed tie") in text


@pytest.mark.parametrize(("name", "begin"), [("a.svg", b"<?xml"), ("a.PDF", b"%PDF-")])
def test_the_picture_is_what_the_name_of_the_file_says(
    run: Run, dune: Path, tmp_path: Path, name: str, begin: bytes
) -> None:
    found = run("network", "compare", "2013", "2019", "--data", dune, "-o", tmp_path / name)
    assert found.code == 0
    assert (tmp_path / name).read_bytes().startswith(begin)


@pytest.mark.parametrize("name", ["a.png", "a", "a.htlm"])
def test_another_ending_is_refused_before_anything_is_done(
    run: Run, dune: Path, tmp_path: Path, name: str
) -> None:
    found = run("network", "compare", "2013", "2019", "--data", dune, "-o", tmp_path / name)
    assert found.code == 2
    assert f"{name}: end the name in .html (page; its menu saves a PNG), .svg" in found.err
    assert not found.out
    assert not (tmp_path / name).exists()
