import csv
import json
import re
from io import StringIO
from pathlib import Path

from tests.cli.conftest import Run

from coopgraph.network.projections import PROJECTIONS


def test_the_ties_of_a_network_are_rows(run: Run, dune: Path) -> None:
    found = run("network", "project", "funding", "--format", "csv", "--data", dune)
    rows = list(csv.DictReader(StringIO(found.out)))
    assert found.code == 0
    assert len(rows) == 10
    award = next(row for row in rows if row["record"] == "projet-sable.award.1")
    assert (award["source"], award["target"], award["currency"]) == (
        "appel-dune-1",
        "technopole-dune",
        "EUR",
    )
    assert "10 ties." in found.err


def test_a_period_cuts_the_network(run: Run, dune: Path) -> None:
    words = ("network", "project", "actors", "--format", "json", "--data", dune)
    whole = json.loads(run(*words).out)
    part = json.loads(run(*words, "--from", "2016", "--to", "2016").out)
    assert 0 < len(part) < len(whole)
    sure = json.loads(run(*words, "--from", "2016", "--to", "2016", "--mode", "certainly").out)
    assert len(sure) <= len(part)


def test_a_moment_stands_for_both_ends_of_a_period(run: Run, dune: Path) -> None:
    words = ("network", "project", "actors", "--format", "csv", "--data", dune)
    assert run(*words, "--at", "2016").out == run(*words, "--from", "2016", "--to", "2016").out
    both = run(*words, "--at", "2016", "--to", "2017")
    assert both.code == 2
    assert "not both" in both.err


def test_the_table_of_money_has_amounts_in_their_currency(run: Run, dune: Path) -> None:
    words = ("network", "project", "funding", "--data", dune)
    english, french = run(*words).out, run(*words, "--lang", "fr").out
    assert re.search(r"12,000 +EUR", english)
    assert re.search(r"9\u00a0500,50 +CAD", french)
    assert "montant" in french
    assert "amount" not in run("network", "project", "territories", "--data", dune).out


def test_the_table_speaks_the_language_of_the_call(run: Run, dune: Path) -> None:
    words = ("network", "project", "territories", "--data", dune, "--lang", "fr")
    found = run(*words)
    assert "jumelage" in found.out
    assert "Havre-Exemple" in found.out
    assert "7 liens." in found.err


def test_an_unknown_network_is_told(run: Run, dune: Path) -> None:
    found = run("network", "project", "cats", "--data", dune)
    assert found.code == 2
    assert "There is no projection “cats”" in found.err


def test_the_list_names_every_projection_with_its_weight(run: Run) -> None:
    english, french = run("network", "list").out, run("network", "list", "--lang", "fr").out
    for name, projection in PROJECTIONS.items():
        assert name in english
        assert projection.weight_en in english
        assert projection.weight_fr in french
