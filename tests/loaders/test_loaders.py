"""Every table has a loader, and every column that has a property becomes that property."""

from collections.abc import Iterator

import pytest
from pyoxigraph import BlankNode, Quad

from coopgraph.loaders import LOADERS, LoadContext
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column
from coopgraph.tables.read import Row
from coopgraph.vocabulary import expand

RECORDS = {f"some-{name}": name for name in TABLES}
CELLS = {
    "id": "one",
    "concept": "some-concept",
    "text": "text",
    "label": "étiquette",
    "edtf": "2031-08~",
    "day": "2031-08-13",
    "integer": "3",
    "decimal": "48.39",
    "boolean": "true",
    "currency": "CAD",
    "url": "https://example.org/page",
    "language": "fr",
    "column": "note_fr",
    "columns": "note_fr",
    "table": "missions",
}


def cell(column: Column) -> str:
    if column.kind == "ref":
        return f"some-{column.tables[0] if column.tables else 'missions'}"
    return {"predicate": "led-to"}.get(column.name, CELLS[column.kind])


def full_row(name: str) -> Row:
    row = Row({column.name: cell(column) for column in TABLES[name].columns})
    row.line = row.number = 2
    return row


def load_full_row(name: str) -> Iterator[Quad]:
    return LOADERS[name](iter([full_row(name)]), LoadContext(RECORDS))


def test_every_table_that_makes_nodes_has_a_loader() -> None:
    assert set(LOADERS) == set(TABLES) - {"matches", "imports"}


def test_citations_and_then_sources_come_last() -> None:
    assert list(LOADERS)[-2:] == ["citations", "sources"]


@pytest.mark.parametrize("name", LOADERS)
def test_every_column_becomes_its_property(name: str) -> None:
    made = {quad.predicate for quad in load_full_row(name)}
    for column in TABLES[name].columns:
        if column.property:
            assert expand(column.property.removeprefix("^")) in made, column.name


@pytest.mark.parametrize("name", LOADERS)
def test_every_row_has_the_class_of_its_table(name: str) -> None:
    quads = list(load_full_row(name))
    classes = {quad.object for quad in quads if quad.predicate == expand("rdf:type")}
    assert expand(TABLES[name].class_) in classes


@pytest.mark.parametrize("name", LOADERS)
def test_no_loader_makes_blank_nodes_or_named_graphs(name: str) -> None:
    for quad in load_full_row(name):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert str(quad.graph_name) == "DEFAULT"


@pytest.mark.parametrize("name", LOADERS)
def test_a_row_with_nothing_but_what_is_required_loads(name: str) -> None:
    row = full_row(name)
    for column in TABLES[name].columns:
        if not column.required:
            row[column.name] = ""
    assert list(LOADERS[name](iter([row]), LoadContext(RECORDS)))
