"""The description of the tables for people: both languages, every column, committed."""

from pathlib import Path

import pytest

from coopgraph.tables.column_map import TABLES
from coopgraph.tables.dictionary import spell_column, spell_dictionary

COMMITTED = Path(__file__).parents[2] / "data" / "README.md"


def test_the_committed_page_is_the_one_made_from_the_map() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == spell_dictionary(), "run: coopgraph fmt"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_every_table_stands_in_both_halves(name: str, language: str) -> None:
    french, english = spell_dictionary().split("\n# The tables\n")
    half = french if language == "fr" else english
    assert f"`{name}.csv`" in half
    for column in TABLES[name].columns:
        assert spell_column(column, language) in half


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("Fenêtre", "Attesté", "État au", "Cause ou suite", "Déduit", "Nombres", "Lot"), "fr"),
        (("Window", "Attested", "Status as of", "Causing or preceding", "Inferred"), "en"),
        (("Counts", "Batch"), "en"),
    ],
)
def test_both_halves_say_how_a_fact_is_stated(words: tuple[str, ...], language: str) -> None:
    french, english = spell_dictionary().split("\n# The tables\n")
    half = french if language == "fr" else english
    for word in words:
        assert f"\n- *{word}*" in half


def test_both_halves_say_where_coordinates_come_from() -> None:
    for half in spell_dictionary().split("\n# The tables\n"):
        for name in ("GeoNames (CC BY 4.0)", "Admin Express 2018", "SimpleMaps", "airportsdata"):
            assert name in half


def test_lines_have_five_cells() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert spell_column(column, "en").count("|") == 6
