"""What a query answers: rows, triples, or yes and no.

>>> result = make_result(("actor", "n"), [(None, None)])
>>> result.rows[0]._fields
('actor', 'n')
"""

from __future__ import annotations

import keyword
from collections import namedtuple
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Triple

from coopgraph.queries.header import Bilingual
from coopgraph.sparql import Term

__all__ = ["Answered", "GraphResult", "Result", "Row", "Verdict", "make_result", "named_rows"]

_NO_NOTE: Final = Bilingual("", "")

Row = tuple[Term | None, ...]
"""A named tuple with one field for each variable; None where the variable has no value."""


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a SELECT. `columns` has the words for each variable that has any.

    `truncated` tells that there was more than the limit allowed; `warnings` are for people; `note`
    says how to read the answer.
    """

    variables: tuple[str, ...]
    # Any: the fields of the named tuples are those of the query, known only when it is read
    rows: Sequence[Any]
    columns: Mapping[str, Bilingual]
    truncated: bool = False
    warnings: tuple[Bilingual, ...] = ()
    note: Bilingual = _NO_NOTE


@dataclass(frozen=True, slots=True)
class GraphResult:
    """The triples of a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]
    truncated: bool = False
    warnings: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to an ASK."""

    value: bool
    warnings: tuple[Bilingual, ...] = ()


Answered = Result | GraphResult | Verdict


def make_result(
    variables: tuple[str, ...],
    rows: Iterable[Row],
    columns: Mapping[str, Bilingual] | None = None,
    *,
    truncated: bool = False,
    note: Bilingual = _NO_NOTE,
) -> Result:
    """Return a result whose rows are named tuples (see `named_rows`)."""
    return Result(variables, named_rows(variables, rows), columns or {}, truncated, note=note)


# Any: the fields are those of the query
def named_rows(variables: tuple[str, ...], rows: Iterable[Row]) -> list[Any]:
    """Return the rows as named tuples; a field that is no Python name gets a number.

    >>> named_rows(("class", "a b"), [(None, None)])
    [row(class_=None, _1=None)]
    """
    # a variable such as ?class is a keyword of Python: rename=True would hide it behind _3
    fields = [name + "_" if keyword.iskeyword(name) else name for name in variables]
    row = namedtuple("row", fields, rename=True)  # type: ignore[misc]  # the fields are the query's
    return [row(*cells) for cells in rows]
