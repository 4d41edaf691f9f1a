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


def test_lines_have_five_cells() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert spell_column(column, "en").count("|") == 6
