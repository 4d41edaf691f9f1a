"""Columns read back as the records they were made of."""

from __future__ import annotations

import pytest

from coopgraph.render.columns import Column, Json, iri_columns, repeated


def read(column: Column) -> list[Json]:
    """Read a column of several values as the page does."""
    values, numbers = column["values"], column["numbers"]
    assert isinstance(values, list)
    assert isinstance(numbers, list)
    return [values[number] for number in numbers]


def test_values_that_come_back_are_written_once() -> None:
    column = repeated(("a", None, "a", "", None))
    assert column["values"] == ["a", None, ""]
    assert read(column) == ["a", None, "a", "", None]


def test_a_column_of_nothing_is_empty() -> None:
    assert repeated(()) == {"values": [], "numbers": []}


@pytest.mark.parametrize(
    ("iri", "identifier"),
    [
        ("https://dune.example/id/mission/m1", "m1"),
        ("https://dune.example/id/mission/m1", "m1.planned"),
        ("https://dune.example/id/mission/m11", "m1"),
        ("https://dune.example/", ""),
        ("", "m1"),
        ("no address", "m1"),
        ("m1", "m1"),
    ],
)
def test_an_iri_is_its_two_parts(iri: str, identifier: str) -> None:
    columns = iri_columns([(iri, identifier)])
    space, name = columns["space"]["all"], columns["name"]["all"]
    assert isinstance(space, str)
    assert space + (identifier if name is None else str(name)) == iri
    assert identifier == "" or name != identifier
