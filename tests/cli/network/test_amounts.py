import csv
import json
import re
from io import StringIO
from pathlib import Path

from tests.cli.conftest import Run


def test_sums_are_told_in_the_language_of_the_call(run: Run, dune: Path) -> None:
    english = run("network", "amounts", "--data", dune)
    french = run("network", "amounts", "--data", dune, "--lang", "fr")
    assert re.search(r"12,000 +EUR +yes +1 +committed", english.out)
    assert re.search(r"9\u00a0500,50 +CAD +non", french.out)
    assert "In all: 9,500.50 CAD, 12,000 EUR." in english.err
    assert "bénéficiaire" in french.out
    assert "engagé" in french.out


def test_sums_are_data_too(run: Run, dune: Path) -> None:
    words = ("network", "amounts", "--data", dune, "--format")
    told = json.loads(run(*words, "json").out)
    assert [(row["amount"], row["currency"]) for row in told] == [(9500.5, "CAD"), (12000, "EUR")]
    assert [row["currency_certain"] for row in told] == [False, True]
    rows = list(csv.DictReader(StringIO(run(*words, "csv").out)))
    assert [row["records"] for row in rows] == ["projet-sable.award.2", "projet-sable.award.1"]
    assert json.loads(run(*words, "json", "--at", "2001").out) == []
