"""Write records column by column: the form in which a page carries thousands of them.

A table is a dictionary of columns of the same length. A column is one of three things, and
``page/data.js`` reads them back into records:

>>> each(["a", "b"])
{'each': ['a', 'b']}
>>> repeated(["mission", "project", "mission"])
{'values': ['mission', 'project'], 'numbers': [0, 1, 0]}
>>> repeated(["mission", "mission"])
{'all': 'mission'}

So the names of fields are written once a table, not once a record, and what many records say is
written once a column. Nothing here knows what a record is about.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coopgraph.views.model import Json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Column", "Json", "column", "each", "iri_columns", "numbered", "repeated"]

Column: TypeAlias = "dict[str, Json]"
_Value = TypeVar("_Value")


def each(values: Sequence[Json]) -> Column:
    """Return a column of values that are nearly all different."""
    return {"each": values}


def repeated(values: Iterable[Json]) -> Column:
    """Return a column of values that come back; lists among them are tuples."""
    return column(*numbered(values))


def column(values: Sequence[Json], numbers: Sequence[int]) -> Column:
    """Return the column in which the value of each record has this number among `values`."""
    if len(values) == 1:
        return {"all": values[0]}
    return {"values": values, "numbers": numbers}


def numbered(values: Iterable[_Value]) -> tuple[list[_Value], list[int]]:
    """Return the different values in the order in which they appear, and the number of each one.

    >>> numbered("abba")
    (['a', 'b'], [0, 1, 1, 0])
    """
    known: defaultdict[_Value, int] = defaultdict(count().__next__)  # a new value: the next number
    numbers = list(map(known.__getitem__, values))
    return list(known), numbers


def iri_columns(named: Iterable[tuple[str, str]]) -> dict[str, Column]:
    """Return IRIs, each given with its id, in two parts; an id that ends its IRI is not repeated.

    >>> iri_columns([("https://dune.example/ada", "ada"), ("https://dune.example/bo", "bo.1")])
    {'space': {'all': 'https://dune.example/'}, 'name': {'values': [None, 'bo'], 'numbers': [0, 1]}}
    """
    spaces: list[str] = []
    names: list[str | None] = []
    for iri, identifier in named:
        ends = iri.endswith(identifier)
        place = len(iri) - len(identifier) if ends else iri.rfind("/") + 1
        spaces.append(iri[:place])
        names.append(None if ends else iri[place:])
    return {"space": repeated(spaces), "name": repeated(names)}
