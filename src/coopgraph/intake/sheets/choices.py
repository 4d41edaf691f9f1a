"""The choices that cells of the template offer: kinds and roles, yes and no, ids of other sheets.

>>> from coopgraph.tables.column_map import TABLES
>>> choices = Choices({"side": "$B$2:$B$4"}, ("places",))
>>> offered(TABLES["actors"].column("side"), choices).formula
"'Listes - Lists'!$B$2:$B$4"
>>> offered(TABLES["actors"].column("place"), choices).formula
'places!$A$4:$A$5000'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.intake.sheets.headings import LISTS_SHEET
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.vocabulary import SKOS, read_schemes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Choices", "Offer", "add_choices", "offered", "write_lists"]

_LAST_ROW: Final = 5000
_TABLE_NAMES: Final = "table"


class Choices(NamedTuple):
    """Where the concepts of each scheme stand on the sheet of lists, and which tables are there."""

    ranges: Mapping[str, str]
    tables: tuple[str, ...]


class Offer(NamedTuple):
    """The formula of a list of choices; `closed` refuses anything else."""

    formula: str
    closed: bool


def offered(column: Column, choices: Choices) -> Offer | None:
    """Return what a column offers, or None where people write what they read."""
    if column.kind == "boolean":
        return Offer('"true,false"', True)
    if column.kind in ("language", "currency"):
        return Offer('"fr,en"' if column.kind == "language" else '"CAD,EUR,USD"', False)
    scheme = _TABLE_NAMES if column.kind == "table" else column.scheme
    if column.kind in ("concept", "table") and scheme in choices.ranges:
        return Offer(f"'{LISTS_SHEET}'!{choices.ranges[scheme]}", True)
    if column.kind == "ref" and len(column.tables) == 1 and column.tables[0] in choices.tables:
        return Offer(f"{column.tables[0]}!$A$4:$A${_LAST_ROW}", False)
    return None


def add_choices(
    sheet: Worksheet, table: Table, column: Column, letter: str, choices: Choices, *, first_row: int
) -> None:
    """Put a list of choices on the cells of a column that has one."""
    from openpyxl.worksheet.datavalidation import DataValidation

    offer = offered(column, choices)
    if offer is None:
        return
    rule = DataValidation(
        type="list",
        formula1=offer.formula,
        allow_blank=True,
        showErrorMessage=offer.closed,
        errorStyle="stop",
        errorTitle=f"{table.name}.{column.name}",
        error=f"Choisir dans la liste / Choose from the list ({LISTS_SHEET})",
    )
    rule.add(f"{letter}{first_row}:{letter}{_LAST_ROW}")
    sheet.add_data_validation(rule)


def write_lists(sheet: Worksheet, tables: Sequence[Table]) -> Choices:
    """Write every scheme that the tables need, ids with both labels; return where each stands."""
    from openpyxl.styles import Font, PatternFill

    for letter, width in (("A", 26), ("B", 34), ("C", 48), ("D", 48)):
        sheet.column_dimensions[letter].width = width
    for position, title in enumerate(("scheme", "id", "français", "English"), 1):
        head = sheet.cell(1, position, title)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", start_color="1F3B57")
    ranges = {}
    number = 2
    for scheme, concepts in _schemes_of(tables).items():
        for concept, (fr, en) in concepts.items():
            for position, text in enumerate((scheme, concept, fr, en), 1):
                sheet.cell(number, position, text)
            number += 1
        ranges[scheme] = f"$B${number - len(concepts)}:$B${number - 1}"
        number += 1
    sheet.freeze_panes = "A2"
    return Choices(ranges, tuple(table.name for table in tables))


def _schemes_of(tables: Sequence[Table]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return scheme → id → labels, French and English, for the columns of the tables."""
    labels = _labels()
    found: dict[str, dict[str, tuple[str, str]]] = {}
    columns = [column for table in tables for column in table.columns]
    for column in columns:
        if column.kind == "concept":
            ids = read_schemes().get(column.scheme, ())
            found[column.scheme] = {id_: labels.get((column.scheme, id_), ("", "")) for id_ in ids}
        elif column.kind == "table":
            names = {table.name: (table.label_fr, table.label_en) for table in TABLES.values()}
            found[_TABLE_NAMES] = names
    return {scheme: concepts for scheme, concepts in sorted(found.items()) if concepts}


def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    """Return the labels of every concept, by scheme and id."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    from coopgraph.identifiers import split_iri
    from coopgraph.shipped import shipped_folder

    found: dict[tuple[str, str], dict[str, str]] = {}
    file = shipped_folder("ontology") / "kinds.ttl"
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        concept, label = quad.subject, quad.object
        if quad.predicate != SKOS.prefLabel or not isinstance(label, Literal):
            continue
        if isinstance(concept, NamedNode) and "/scheme/" in concept.value:
            try:
                key = split_iri(concept.value)
            except ValueError:
                continue  # the label of a scheme itself
            found.setdefault(key, {})[label.language or ""] = label.value
    return {key: (words.get("fr", ""), words.get("en", "")) for key, words in found.items()}
