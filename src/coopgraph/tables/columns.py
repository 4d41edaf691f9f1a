"""What a column and a table of `data/` are.

A table is a CSV file in which one row is one node of the graph. Columns of the same name mean the
same thing in every table, so each is described once, in `coopgraph.tables.column_map`, and a table
only names the columns it has. ``datapackage.json``, ``data/README.md``, the checks and the loaders
all follow from there; the tests compare it with the ontology and the shapes.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["CellKind", "Column", "Table"]

CellKind = Literal[
    "id",  # the frozen id of the row
    "ref",  # the id of a row in one of `tables` (empty `tables`: in any table)
    "concept",  # the last part of the IRI of a SKOS concept in `scheme`
    "text",  # text without a language
    "label",  # text in the language of the column's suffix, _fr or _en
    "edtf",  # a date that may be vague (the declared EDTF subset of `coopgraph.dates`)
    "day",  # one exact day, YYYY-MM-DD
    "integer",
    "decimal",
    "boolean",  # true, false or empty
    "currency",  # ISO 4217 code
    "url",  # an absolute http or https address
    "language",  # BCP 47 tag
    "column",  # the name of a column of the table that holds `record`
    "columns",  # names of columns of the same row, with spaces between
    "table",  # the name of a table
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what its cells hold and which property of the ontology it becomes.

    `property` is a CURIE such as ``coop:when``, or empty where a cell makes no triple of its own.
    """

    name: str
    kind: CellKind
    property: str
    label_en: str
    label_fr: str
    help_en: str
    help_fr: str
    example: str = ""
    tables: tuple[str, ...] = ()
    scheme: str = ""
    required: bool = False

    @builtins.property
    def language(self) -> str:
        """Return ``"fr"`` or ``"en"`` for a label column, else the empty string."""
        return self.name[-2:] if self.kind == "label" else ""

    def with_(
        self,
        *,
        tables: tuple[str, ...] | None = None,
        scheme: str | None = None,
        required: bool | None = None,
        property: str | None = None,
        example: str | None = None,
    ) -> Column:
        """Return the column as one table has it: targets, scheme, whether it may be empty."""
        return replace(
            self,
            tables=self.tables if tables is None else tables,
            scheme=self.scheme if scheme is None else scheme,
            required=self.required if required is None else required,
            property=self.property if property is None else property,
            example=self.example if example is None else example,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file name without ``.csv``, its class, its columns in order.

    `segment` is the part of the IRI between ``id/`` and the id; it is empty where rows make no
    node of their own (matches). `link` tells that a row ties records and has no name of its own.
    """

    name: str
    segment: str
    class_: str
    link: bool
    label_en: str
    label_fr: str
    help_en: str
    help_fr: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of this name.

        Raises:
            KeyError: the table has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
