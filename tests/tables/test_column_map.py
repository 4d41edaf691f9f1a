"""The column map agrees with itself and with the lists of kinds."""

import pytest

from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.vocabulary import read_schemes

CELLS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_a_column_is_described_in_both_languages(table: Table, column: Column) -> None:
    for text in (column.label_en, column.label_fr, column.help_en, column.help_fr):
        assert text


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_references_and_schemes_exist(table: Table, column: Column) -> None:
    assert set(column.tables) <= set(TABLES)
    if column.kind == "concept":
        assert column.example in read_schemes()[column.scheme]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_begins_with_the_id_and_ends_with_what_is_inferred(table: Table) -> None:
    assert table.header[0] == "id"
    assert table.header[-3:] == ("note_fr", "note_en", "inferred")
    assert len(set(table.header)) == len(table.header)


def test_every_column_is_used() -> None:
    used = {name for table in TABLES.values() for name in table.header}
    assert used == set(COLUMNS)


def test_a_column_is_found_by_its_name() -> None:
    assert TABLES["missions"].column("when").kind == "edtf"
    assert TABLES["missions"].column("title_fr").language == "fr"
    with pytest.raises(KeyError):
        TABLES["missions"].column("wenn")
