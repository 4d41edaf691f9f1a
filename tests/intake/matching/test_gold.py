"""The score measured on pairs that people decided by hand: the aims, and the measure itself."""

from pathlib import Path
from shutil import copytree

import pytest

from coopgraph.errors import DataError
from coopgraph.intake.matching.gold import GoldPair, Measured, half_of, measure, read_gold, tally

GOLD = Path(__file__).parents[2] / "gold"


@pytest.fixture(scope="module")
def measured() -> list[Measured]:
    return measure(GOLD)


def test_the_gold_set_is_large_and_half_of_it_are_traps(measured: list[Measured]) -> None:
    counts = tally(measured)
    assert counts.same + counts.different >= 120
    assert counts.different >= counts.same
    tables = {item.table for item in measured}
    assert tables >= {"actors", "places", "agreements", "missions", "programmes", "sources"}
    assert all(item.pair.why for item in measured)


@pytest.mark.parametrize("half", ["tuned", "held"])
def test_automatic_decisions_and_candidates_reach_their_aims(
    measured: list[Measured], half: str
) -> None:
    counts = tally(item for item in measured if item.half == half)
    assert counts.sure_same >= 30, "precision over a handful of decisions would say nothing"
    assert counts.precision >= 0.99
    assert counts.recall >= 0.85


def test_a_pair_falls_into_one_half_whatever_its_order() -> None:
    pair = GoldPair("a", "b", True, "why")
    assert half_of(pair) == half_of(pair._replace(subject_id="b", object_id="a"))
    halves = {half_of(GoldPair(str(n), "b", True, "")) for n in range(20)}
    assert halves == {"tuned", "held"}


def test_a_pair_that_no_table_knows_is_refused(tmp_path: Path) -> None:
    folder = copytree(GOLD, tmp_path / "gold")
    with (folder / "gold.csv").open("a", encoding="utf-8") as stream:
        stream.write("nowhere,ffqcd.ville-lyon,different,invented\n")
    with pytest.raises(DataError, match="nowhere"):
        measure(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n", "header"),
        ("subject_id,object_id,verdict,why\na,b,perhaps,x\n", "perhaps"),
    ],
)
def test_a_file_in_another_form_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        read_gold(path)


def test_counts_are_what_they_say() -> None:
    def item(score: float, *, same: bool) -> Measured:
        return Measured(GoldPair("a", "b", same, ""), "actors", "held", score, ())

    counts = tally(
        [item(0.99, same=True), item(0.6, same=True), item(0.1, same=True), item(0.97, same=False)]
    )
    assert (counts.precision, round(counts.recall, 2)) == (0.5, 0.67)
