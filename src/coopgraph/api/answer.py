"""What a question answers: rows as named tuples of Python values, and as data frames.

>>> from pyoxigraph import Literal
>>> from coopgraph.queries.result import make_result
>>> answer = Answer(
...     make_result(("name", "year"), [(Literal("Dune"), Literal(2031))]), language="en"
... )
>>> answer[0].name, answer[0].year
('Dune', 2031)
>>> answer
name  year
────  ────
Dune  2031

A value is a str (an IRI, a text, a date in EDTF), an int, a float, a Decimal, a bool or a date;
None where there is nothing; what is not written as its datatype wants stays a str. `terms` has the
same rows as RDF terms. A yes or no is one row with the column ``answer``, and `bool(…)` tells it;
the triples of a CONSTRUCT are rows of ``subject``, ``predicate``, ``object``. Values are made when
a row is first looked at: a data frame of many rows needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

from pyoxigraph import BlankNode, Literal, NamedNode

from coopgraph.api.markup import html_block, html_table
from coopgraph.queries.result import GraphResult, Result, Verdict, make_result
from coopgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from coopgraph.queries.result import Answered
    from coopgraph.sparql import Term

__all__ = ["Answer"]

_XSD: Final = PREFIXES["xsd"]
_READERS: Final[dict[str, Callable[[str], object]]] = {
    _XSD + "integer": int,
    _XSD + "int": int,
    _XSD + "long": int,
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda text: {"true": True, "1": True, "false": False, "0": False}[text],
    _XSD + "date": date.fromisoformat,
}
_MOST_SHOWN: Final = 60


class Answer(Sequence[Any]):  # Any: the fields of the named tuples are those of the query
    """The rows that a question has; iterate over them, or take one by its number.

    `result` is the answer as the modules below give it: with the words for the columns, the note on
    how to read it, warnings, and whether it was cut short (`truncated`).
    """

    def __init__(self, answered: Answered, *, language: str = "fr") -> None:
        self.answered = answered
        self.language = language
        self.result = _as_rows(answered)

    @cached_property
    def _rows(self) -> list[Any]:  # Any: as above
        return [type(row)(*map(_python_value, row)) for row in self.result.rows]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns: the variables of the query."""
        return self.result.variables

    @property
    def terms(self) -> Sequence[Any]:  # Any: as above
        """The same rows, as named tuples of RDF terms (pyoxigraph)."""
        return self.result.rows

    @property
    def truncated(self) -> bool:
        """Whether there was more than the limits allowed."""
        return self.result.truncated

    @property
    def note(self) -> str:
        """How to read the answer; empty where nothing needs saying."""
        return self.result.note.text(self.language)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        """Return one row, or several."""
        return self._rows[place]

    def __len__(self) -> int:
        return len(self.result.rows)

    def __bool__(self) -> bool:
        if isinstance(self.answered, Verdict):
            return self.answered.value
        return len(self) > 0

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas data frame.

        Raises:
            UsageError: pyarrow or pandas is not installed; the message says what to install.
        """
        from coopgraph.queries.frames import to_pandas

        return to_pandas(self.result)

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a polars data frame.

        Raises:
            UsageError: pyarrow or polars is not installed; the message says what to install.
        """
        from coopgraph.queries.frames import to_polars

        return to_polars(self.result)

    def to_arrow(self) -> pa.Table:
        """Return the rows as an Arrow table.

        Raises:
            UsageError: pyarrow is not installed; the message says what to install.
        """
        from coopgraph.queries.frames import to_arrow

        return to_arrow(self.result)

    def __repr__(self) -> str:
        from coopgraph.queries.formats.table import table_lines

        width = max(100, 18 * len(self.columns))
        lines = list(table_lines(self._head(), language=self.language, width=width))
        return "\n".join([*(lines if len(self) else []), *self._remarks()])

    def _repr_html_(self) -> str:
        from html import escape

        from coopgraph.queries.formats.cells import cell_text, heading, shown_columns

        head = self._head()
        places = shown_columns(head)
        rows = ([cell_text(row[place], self.language) for place in places] for row in head.rows)
        headings = [heading(head, place, places, self.language) for place in places]
        below = "".join(f"<p><small>{escape(text)}</small></p>" for text in self._remarks())
        table = html_table(headings, rows) if len(self) else ""
        return html_block(table + below, language=self.language)

    def _head(self) -> Result:
        """Return the first rows, as many as a person looks at."""
        rows = self.result.rows[:_MOST_SHOWN]
        return make_result(self.result.variables, rows, self.result.columns)

    def _remarks(self) -> list[str]:
        from coopgraph.queries.formats.remarks import remarks

        said = remarks(self.answered, language=self.language)
        left = len(self) - _MOST_SHOWN
        if left > 0:
            more = (
                f"… et {left} lignes de plus." if self.language == "fr" else f"… {left} more rows."
            )
            said.insert(0, more)
        return said


def _as_rows(answered: Answered) -> Result:
    if isinstance(answered, Verdict):
        truth = Literal(answered.value)
        return make_result(("answer",), [(truth,)])
    if isinstance(answered, GraphResult):
        triples = [(t.subject, t.predicate, t.object) for t in answered.triples]
        names = ("subject", "predicate", "object")
        return make_result(names, triples, truncated=answered.truncated)
    return answered


def _python_value(term: Term | None) -> object:
    if term is None or isinstance(term, NamedNode | BlankNode):
        return term.value if term is not None else None
    if isinstance(term, Literal):
        try:
            return _READERS.get(term.datatype.value, str)(term.value)
        except (ValueError, KeyError, InvalidOperation):
            return term.value
    return str(term)
