r"""Rows of a table, one by one or many at once.

Where every cell must be looked at, going down a column is several times faster in Python than going
along a row. So tables are checked and loaded in batches of columns; rows are made of a batch where
one of them has to be spoken of.

>>> batch = Batch(("id", "place"), [(2, 2), (3, 3)], [["v.1", "dune"], ["v.2", ""]])
>>> batch.columns()
{'id': ('v.1', 'v.2'), 'place': ('dune', '')}
>>> [(row["id"], row.line, row.address("place")) for row in batch.rows()]
[('v.1', 2, 'B2'), ('v.2', 3, 'B3')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from coopgraph.tables.header import cell_address

__all__ = ["ROWS_AT_ONCE", "Batch", "Columns", "Row", "columns_of"]

ROWS_AT_ONCE: Final = 256

Columns = Mapping[str, Sequence[str]]
"""Some rows of a table, column by column: name of the column → its cells."""


class Row(dict[str, str]):
    """One row: column name → cell, in the order of the file.

    `line` is the physical line on which the row begins; `number` is its row in a spreadsheet,
    which is smaller once an earlier cell holds several lines.
    """

    __slots__ = ("line", "number")
    line: int
    number: int

    def address(self, column: str) -> str:
        """Return the address of a cell in a spreadsheet, such as ``C14``."""
        return cell_address(list(self).index(column), self.number)


class Batch(NamedTuple):
    """Some rows of one file: names of the columns, line and number of each row, cells."""

    names: tuple[str, ...]
    places: list[tuple[int, int]]
    cells: list[list[str]]

    def columns(self) -> Columns:
        """Return the cells, column by column."""
        return dict(zip(self.names, zip(*self.cells, strict=True), strict=True))

    def rows(self) -> Iterator[Row]:
        """Yield the rows."""
        for (line, number), cells in zip(self.places, self.cells, strict=True):
            row = Row(zip(self.names, cells, strict=True))
            row.line, row.number = line, number
            yield row


def columns_of(rows: Iterable[Row]) -> Iterator[Columns]:
    """Yield the rows in batches, column by column."""
    rest = iter(rows)
    while some := list(islice(rest, ROWS_AT_ONCE)):
        yield {name: [row[name] for row in some] for name in some[0]}
