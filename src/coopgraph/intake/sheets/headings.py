"""Which table a sheet means by its name, and which column a heading means.

People write « Missions », "Signings" or « titre (fr) » where the table says ``missions``,
``signings`` or ``title_fr``; capitals, accents and spaces do not matter.

>>> table = find_table("Périodes de vigueur")
>>> table.name, find_column(table, "Accord")
('terms', 'agreement')
>>> find_table("Missons"), near_tables("Missons")[0]
(None, 'missions')
>>> is_made_by_template("Lisez-moi - Read me")
True
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Table
from coopgraph.tables.nearest import nearest_names

__all__ = [
    "CITED",
    "GUIDE_SHEET",
    "HOUSEKEEPING",
    "LISTS_SHEET",
    "find_column",
    "find_table",
    "has_cited_columns",
    "is_made_by_template",
    "near_columns",
    "near_tables",
]

GUIDE_SHEET: Final = "Lisez-moi - Read me"
LISTS_SHEET: Final = "Listes - Lists"
HOUSEKEEPING: Final = frozenset({"imports", "matches", "withdrawals"})
"""Tables that tell the history of the data themselves: they are not taken from other files."""

CITED: Final = ("source", "locator")
"""Columns that a sheet may have besides its own: they become a citation of the row."""

_MADE_BY_TEMPLATE: Final = frozenset(
    {"lisezmoireadme", "listeslists", "lisezmoi", "readme", "listes", "lists", "aide", "help"}
    | {"aidehelp", "helpaide"}
)


def find_table(name: str) -> Table | None:
    """Return the table that the name of a sheet or file means, or None."""
    return TABLES.get(_tables_by_name().get(_plain(name), ""))


def near_tables(name: str) -> tuple[str, ...]:
    """Return the names of tables that look like the name, by id or label."""
    return _near(_plain(name), _tables_by_name())


def is_made_by_template(name: str) -> bool:
    """Tell whether a sheet is one that helps people and holds no rows."""
    return _plain(name) in _MADE_BY_TEMPLATE


def has_cited_columns(table: Table) -> bool:
    """Tell whether rows of the table may name their source on their own line."""
    return table.name not in HOUSEKEEPING | {"citations", "sources"}


def find_column(table: Table, heading: str) -> str:
    """Return the name of the column that a heading means, or the empty string."""
    return _columns_by_name(table.name).get(_plain(heading.rstrip("* ")), "")


def near_columns(table: Table, heading: str) -> tuple[str, ...]:
    """Return the names of columns that look like the heading."""
    return _near(_plain(heading), _columns_by_name(table.name))


@cache
def _tables_by_name() -> Mapping[str, str]:
    return _unmistakable(
        (spelled, table.name)
        for table in TABLES.values()
        for spelled in (table.name, table.label_en, table.label_fr)
    )


@cache
def _columns_by_name(table: str) -> Mapping[str, str]:
    columns = list(TABLES[table].columns)
    if has_cited_columns(TABLES[table]):
        columns += [COLUMNS[name] for name in CITED]
    return _unmistakable(
        (spelled, column.name)
        for column in columns
        for spelled in (column.name, column.label_en, column.label_fr)
    )


def _unmistakable(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return plain spelling → name; a label that two share is left out, a name never is."""
    meant: dict[str, set[str]] = {}
    for spelled, name in pairs:
        meant.setdefault(_plain(spelled), set()).add(name)
    names = {name for found in meant.values() for name in found}
    return {spelled: next(iter(found)) for spelled, found in meant.items() if len(found) == 1} | {
        _plain(name): name for name in names
    }


def _near(plain: str, names: Mapping[str, str]) -> tuple[str, ...]:
    found = (names[spelled] for spelled in nearest_names(plain, names, limit=9))
    return tuple(dict.fromkeys(found))[:3]


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if letter.isalnum())
