"""A decision is one row of matches.csv, or nothing at all."""

import csv
from pathlib import Path

import pytest

from coopgraph.errors import DataError, UnknownEntity, UsageError
from coopgraph.intake.decisions import read_decisions
from coopgraph.intake.matching.decide import write_decision

KNOWN = {"port-dune", "port-sud", "quai", "gazette:port", "actors/fonds", "programmes/fonds"}


def decide(folder: Path, first: str, second: str, *, same: bool = True) -> dict[str, str]:
    return write_decision(folder, first, second, same=same, known=KNOWN)


def test_a_decision_is_obeyed_and_has_no_date_unless_given(tmp_path: Path) -> None:
    decide(tmp_path, "quai", "port-dune")
    decide(tmp_path, "port-sud", "port-dune", same=False)
    decisions = read_decisions(tmp_path)
    assert decisions.resolve("quai") == "port-dune"
    assert decisions.differ("port-dune", "port-sud")
    with (tmp_path / "matches.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["id"] for row in rows] == ["port-sud.match.1", "quai.match.1"]
    assert {row["mapping_justification"] for row in rows} == {"semapv:ManualMappingCuration"}
    assert {(row["author_label"], row["mapping_date"]) for row in rows} == {("curator", "")}


def test_ids_that_were_used_once_are_not_used_again(tmp_path: Path) -> None:
    (tmp_path / "ids.lock").write_text("matches quai.match.1\n", encoding="utf-8")
    assert decide(tmp_path, "quai", "port-dune")["id"] == "quai.match.2"


def test_scoped_ids_are_written_as_given(tmp_path: Path) -> None:
    assert decide(tmp_path, "gazette:port", "port-dune")["subject_id"] == "gazette:port"
    assert decide(tmp_path, "actors/fonds", "programmes/fonds")["id"] == "fonds.match.1"


@pytest.mark.parametrize(
    ("second", "same"), [("port-dune", False), ("port-dune", True), ("port-sud", True)]
)
def test_what_contradicts_or_repeats_is_refused(tmp_path: Path, second: str, same: bool) -> None:
    decide(tmp_path, "quai", "port-dune")
    decide(tmp_path, "port-sud", "port-dune", same=False)
    before = (tmp_path / "matches.csv").read_bytes()
    with pytest.raises(DataError):
        decide(tmp_path, "quai", second, same=same)
    assert (tmp_path / "matches.csv").read_bytes() == before


def test_unknown_and_equal_ids_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownEntity, match="port-dune"):
        decide(tmp_path, "port-dunes", "quai")
    with pytest.raises(UsageError):
        decide(tmp_path, "quai", "quai")
    assert not (tmp_path / "matches.csv").exists()


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "matches.csv"
    path.write_text("id,nonsense\nx,y\n", encoding="utf-8")
    with pytest.raises(DataError):
        decide(tmp_path, "quai", "port-dune")
    assert path.read_text(encoding="utf-8") == "id,nonsense\nx,y\n"
