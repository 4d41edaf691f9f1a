"""The command ``ask``."""

import json
from pathlib import Path

from click.testing import CliRunner

from coopgraph.cli import coopgraph

SEED = str(Path(__file__).parents[2] / "fixtures" / "seed")


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(coopgraph, ["ask", *words, "--data", SEED])
    return done.exit_code, done.stdout, done.stderr


def test_it_shows_score_and_values_before_anything_runs() -> None:
    code, out, _ = run("Qui a participé au soft landing de 2018 ?", "--lang", "fr")
    assert code == 0
    assert out.startswith("1. Qui a pris part à une activité  [")
    assert "coopgraph query took-part -p activity=soft-landing-quebec-2018" in out
    assert "mots communs" in out


def test_run_asks_it() -> None:
    code, out, err = run("Qui a participé au soft landing de 2018 ?", "--run", "1", "--lang", "fr")
    assert code == 0
    assert "Quiet-Oceans" in out
    assert "took-part" in err


def test_it_says_when_nothing_fits() -> None:
    code, out, _ = run("How do I bake bread?", "--lang", "en")
    assert code == 0
    assert "No question of the bank answers this" in out
    assert "query --list" in out


def test_a_missing_value_is_told_and_refused() -> None:
    code, out, _ = run("Who took part in a mission?", "--lang", "en")
    assert "for example -p activity=soft-landing-quebec-2018" in out
    code, _, err = run("Who took part in a mission?", "--run", "--lang", "en")
    assert code == 2
    assert "activity" in err


def test_json_holds_what_a_program_needs() -> None:
    _, out, _ = run("Who worked with Anaximandre?", "--json")
    found = json.loads(out)
    assert found["language"] == "en"
    assert found["suggestions"][0]["parameters"]["actor"] == "anaximandre"
