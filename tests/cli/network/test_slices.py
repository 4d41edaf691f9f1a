import csv
import json
from io import StringIO
from itertools import pairwise
from pathlib import Path

from tests.cli.conftest import Run


def test_each_step_is_a_row_with_its_size_and_what_changed(run: Run, dune: Path) -> None:
    words = ("network", "slices", "actors", "--data", dune, "--from", "2012", "--to", "2013")
    rows = json.loads(run(*words, "--step", "2 quarters", "--format", "json").out)
    assert [row["first"][:7] for row in rows] == ["2012-01", "2012-07", "2013-01", "2013-07"]
    assert (rows[0]["begun"], rows[0]["ended"]) == (None, None)
    for before, after in pairwise(rows):
        assert after["ties"] == before["ties"] + after["begun"] - after["ended"]
    growing = json.loads(run(*words, "--growing", "--format", "json").out)
    assert all(row["ended"] in (0, None) for row in growing)


def test_ties_stand_in_every_step_that_they_hold(run: Run, dune: Path) -> None:
    words = ("network", "slices", "actors", "--data", dune, "--from", "2013", "--to", "2014")
    rows = list(csv.DictReader(StringIO(run(*words, "--ties", "--format", "csv").out)))
    steps = [row["first"] for row in rows if row["record"] == "accord-dune-2012"]
    assert sorted(steps) == ["2013-01-01", "2014-01-01"]
    assert "Technopôle des Dunes" in {row["source_label"] for row in rows} | {
        row["target_label"] for row in rows
    }


def test_a_step_that_is_none_is_refused_in_the_language_of_the_call(run: Run, dune: Path) -> None:
    found = run("network", "slices", "actors", "--data", dune, "--step", "lune", "--lang", "fr")
    assert found.code == 2
    assert "n’est pas un pas" in found.err
    assert "trimestre" in found.err
