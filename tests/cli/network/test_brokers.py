"""coopgraph network brokers, on the invented tables."""

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Run


def test_brokers_in_sentences_in_both_languages(run: Run, dune: Path) -> None:
    english = run("network", "brokers", "--data", dune, "--top", "2")
    assert english.code == 0, english.err
    assert english.out.startswith("Actors: the whole period\n\n1. ")
    assert english.out.count("would lose their shortest way to each other") == 2
    assert english.out.count("whose shortest way (fewest ties to follow) leads through") == 1
    assert "\n3. " not in english.out
    french = run("network", "brokers", "--data", dune, "--top", "2", "--lang", "fr").out
    assert french.startswith("Les acteurs\u00a0: toute la période\n\n1. ")
    assert "leur plus court chemin" in french
    assert french.count("passe par cet acteur") == 1


def test_rows_hold_both_figures_of_each_measure(run: Run, dune: Path) -> None:
    told = json.loads(run("network", "brokers", "--data", dune, "--format", "json").out)
    assert told
    for row in told:
        assert row["between_possible"] > 0
        assert row["ties_certain"] <= row["ties_possible"]
    rows = list(
        csv.DictReader(
            io.StringIO(run("network", "brokers", "--data", dune, "--format", "csv").out)
        )
    )
    assert [row["actor"] for row in rows] == [row["actor"] for row in told]


def test_ties_that_all_hangs_on(run: Run, dune: Path) -> None:
    done = run("network", "brokers", "--data", dune, "--bridges", "--format", "json")
    assert done.code == 0, done.err
    for row in json.loads(done.out):
        assert row["shore_pairs_certain"] <= row["pairs_certain"]
    assert run("network", "brokers", "--data", dune, "--bridges").code == 0


def test_a_time_without_ties_says_so(run: Run, dune: Path) -> None:
    done = run("network", "brokers", "--data", dune, "--at", "1500", "--lang", "fr")
    assert (done.code, "une plus longue" in done.out) == (0, True)


def test_what_makes_no_sense_is_refused(run: Run, dune: Path) -> None:
    both = run("network", "brokers", "--data", dune, "--at", "2010", "--from", "2010")
    assert (both.code, "--at" in both.err) == (2, True)
    themes = run("network", "brokers", "--data", dune, "--projection", "themes")
    assert (themes.code, "both shores" in themes.err) == (2, True)
    assert "territories" in themes.err


def test_bars_of_brokers_and_bridges_in_both_languages(
    run: Run, dune: Path, tmp_path: Path
) -> None:
    rows = json.loads(run("network", "brokers", "--data", dune, "--format", "json").out)
    period = ("--from", "2000", "--to", "2030")
    for language, title, network in (
        ("en", "Who stands between the two shores", "Actors · 2000 – 2030"),
        ("fr", "Qui se tient entre les deux rives", "Les acteurs · 2000 – 2030"),
    ):
        target = tmp_path / f"{language}.svg"
        words = ("network", "brokers", "--data", dune, *period, "-o", target, "--lang", language)
        assert run(*words).code == 0
        svg = target.read_text(encoding="utf-8")
        assert title in svg
        assert network in svg
        assert svg.count('class="certain"') == 1 + len(rows)
        assert run(*words, "--bridges").code == 0
        assert "couples des deux rives" in target.read_text(encoding="utf-8") or language == "en"
