"""A loader says the same in lines and in quads, and refuses what makes no statement."""

import pytest
from pyoxigraph import RdfFormat, parse

from coopgraph.loaders import LOADERS, LoadContext
from coopgraph.tables.batches import ROWS_AT_ONCE, columns_of
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import Row


def places(*names: str) -> list[Row]:
    empty = dict.fromkeys(TABLES["places"].header, "")
    return [Row(empty | {"id": name, "name_fr": name}) for name in names]


def test_lines_and_quads_say_the_same_in_every_batch() -> None:
    rows = places(*(f"ile-{number}" for number in range(2 * ROWS_AT_ONCE + 1)))
    load, context = LOADERS["places"], LoadContext({})
    lines = "".join(load.lines(columns_of(rows), context))
    quads = list(load(rows, context))
    assert list(parse(lines, format=RdfFormat.N_TRIPLES)) == quads
    assert len({quad.subject for quad in quads}) == len(rows)


def test_a_cell_that_was_not_checked_and_makes_no_statement_is_refused() -> None:
    with pytest.raises(SyntaxError):
        list(LOADERS["places"](places("île du nord"), LoadContext({})))
