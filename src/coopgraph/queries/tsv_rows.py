r"""The rows of an answer as the engine wrote them: read into terms only when somebody looks.

>>> rows = TsvRows(b'?x\t?label\n<http://example.org/dune>\t"Dune"@fr\n3\t\n', ("x", "label"))
>>> len(rows), rows.is_read
(2, False)
>>> rows[0].label.value, rows[1].label
('Dune', None)

A data frame is made of `data` itself, column by column (`coopgraph.queries.formats.tsv_cells`); a
count needs no term either. Whoever looks at a row has all of them read, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Any, overload

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from coopgraph.queries.result import named_rows

__all__ = ["TsvRows", "read_variables"]


class TsvRows(Sequence[Any]):  # Any: the fields of the named tuples are those of the query
    """Named tuples of terms, behind the engine's own TSV; equal to a list of the same rows."""

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def __init__(self, data: bytes, variables: tuple[str, ...]) -> None:
        self.data = data
        self.variables = variables

    @property
    def is_read(self) -> bool:
        """Whether the terms are there."""
        return "_read" in self.__dict__

    @cached_property
    def _read(self) -> list[Any]:  # Any: as above
        found = parse_query_results(BytesIO(self.data), QueryResultsFormat.TSV)
        if not isinstance(found, QuerySolutions):
            raise TypeError(found)
        return named_rows(self.variables, (tuple(row) for row in found))

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        """Return one row, or several."""
        return self._read[place]

    def __len__(self) -> int:
        # a line break in a text is written as \n: each line is a row, the first names the columns
        return self.data.count(b"\n") - 1

    def __eq__(self, other: object) -> bool:
        if isinstance(other, TsvRows) and (other.data, other.variables) == (
            self.data,
            self.variables,
        ):
            return True
        return list(other) == self._read if isinstance(other, TsvRows | list) else NotImplemented

    def __repr__(self) -> str:
        return repr(self._read)


def read_variables(data: bytes) -> tuple[str, ...]:
    r"""Return the names in the first line.

    >>> read_variables(b"?n\t?label\n"), read_variables(b"\n\n")
    (('n', 'label'), ())
    """
    line = data.partition(b"\n")[0].decode()
    return tuple(name.removeprefix("?") for name in line.split("\t") if name)
