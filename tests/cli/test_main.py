"""What all commands share: help, languages, errors without traceback, exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from coopgraph.cli import COMMANDS


def test_help_lists_every_command_in_both_languages(run: Run) -> None:
    english, french = run("--help"), run("--help", "--lang", "fr")
    assert english.code == french.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in english.out
        assert f"\n  {name} " in french.out
    assert "Usage: coopgraph" in english.out
    assert "Utilisation : coopgraph" in french.out
    assert "Commandes\N{NO-BREAK SPACE}:" in french.out
    assert "Show" not in french.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example_in_both_languages(run: Run, name: str) -> None:
    for language in ("en", "fr"):
        text = run(name, "--help", "--lang", language).out
        assert f"    coopgraph {name}" in text, "no example"
        assert "--lang [fr|en]" in text
    assert run(name, "--help").out != run(name, "--help", "--lang", "fr").out


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_left_in_english(run: Run, name: str) -> None:
    english = {line.strip() for line in run(name, "--help").out.splitlines() if "  -" in line}
    french = {
        line.strip()
        for line in run(name, "--help", "--lang", "fr").out.splitlines()
        if "  -" in line
    }
    assert english & french == set()


def test_the_locale_decides_unless_lang_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert "Utilisation" in run("--help").out
    assert "Usage" in run("--help", "--lang", "en").out


@pytest.mark.parametrize(
    ("words", "fr", "en"),
    [
        (
            ("exprot",),
            "commande inconnue : exprot. Vouliez-vous dire export ?",
            "Did you mean export?",
        ),
        (("check", "--fromat", "json"), "option inconnue : --fromat.", "No such option"),
        (("why",), "il manque", "Missing argument"),
        (("check", "--format", "xml"), "valeur non admise", "Invalid value"),
        (("query",), "Nommer une question", "Name a question"),
        (("query", "took-part", "-p", "activity"), "n’est pas un paramètre", "is no parameter"),
        (("export", "docx", "-o", "a"), "n’existe pas", "There is no format"),
        (("view", "network"), "Indiquer une vue", "Name a view"),
    ],
)
def test_a_wrong_call_is_told_in_both_languages(
    run: Run, words: tuple[str, ...], fr: str, en: str
) -> None:
    french, english = run(*words, "--lang", "fr"), run(*words, "--lang", "en")
    assert french.code == english.code == 2
    assert fr in french.err
    assert en in english.err
    assert "Traceback" not in french.err + english.err


def test_a_wrong_language_is_refused(run: Run) -> None:
    outcome = run("info", "--lang", "de")
    assert outcome.code == 2
    assert "fr | en" in outcome.err


def test_a_missing_folder_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("build", "--data", tmp_path / "nowhere", "--lang", "fr")
    assert outcome.code == 1
    assert "n’existe pas" in outcome.err


def test_a_reader_who_leaves_early_is_no_error() -> None:
    script = f"{sys.executable} -m coopgraph query --list | head -1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.strip().count(".") == 2
