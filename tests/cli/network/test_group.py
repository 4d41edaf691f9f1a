"""The group of commands: its help in both languages, the language of the whole line."""

import re

import pytest
from tests.cli.conftest import Run

from coopgraph.cli.network import SUBCOMMANDS


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_help_names_every_subcommand(run: Run, language: str) -> None:
    text = run("network", "--help", "--lang", language).out
    for name in SUBCOMMANDS:
        assert f"\n  {name} " in text


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_each_subcommand_has_help_with_an_example_in_both_languages(run: Run, name: str) -> None:
    english = run("network", name, "--help").out
    french = run("network", name, "--help", "--lang", "fr").out
    assert f"    coopgraph network {name}" in english
    assert f"    coopgraph network {name}" in french
    assert "Utilisation" in french
    told = [set(re.findall(r"^  (-.*\S {2,}\S.*)", text, re.M)) for text in (english, french)]
    assert told[0]
    assert not told[0] & told[1], "an option is left in English"


def test_the_language_of_the_line_wins_over_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert "Usage" in run("--lang", "en", "network", "compare", "--help").out
    assert "Utilisation" in run("network", "compare", "--help").out


def test_a_misspelt_subcommand_is_refused_with_the_nearest(run: Run) -> None:
    found = run("network", "comapre")
    assert found.code == 2
    assert "compare" in found.err
