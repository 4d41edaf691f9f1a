"""What the template says to people: five steps on its first sheet, two rows of help on the others.

>>> from coopgraph.tables.column_map import TABLES
>>> venues = TABLES["venues"]
>>> help_text(venues, venues.column("place"), "en")
'Required. place: where it is. E.g. port-dune'
"""

# ruff: noqa: E501 — one line a text reads better here than a wrapped one

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coopgraph.intake.sheets.headings import LISTS_SHEET, has_cited_columns
from coopgraph.intake.sheets.trees import parent_columns
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.columns import Column, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["help_text", "is_needed", "write_guide"]

_STEPS: Final = (
    (
        "Un fait à la fois : choisir la feuille de sa table (liste ci-dessous) et écrire une ligne sous l’aide. Ne pas renommer les feuilles ni les titres.",
        "One fact at a time: choose the sheet of its table (list below) and write a row below the help. Do not rename sheets or headings.",
    ),
    (
        "Donner à chaque fiche (acteur, mission, accord…) un identifiant : minuscules sans accent, chiffres et « - ». Les autres feuilles y renvoient. Les lignes de liaison (participations, parties…) peuvent s’en passer.",
        "Give every record (actor, mission, agreement …) an id: small letters without accents, digits and “-”. Other sheets refer to it. Rows that tie records (participations, parties …) may go without.",
    ),
    (
        "Citer : chaque ligne nomme sa source dans les colonnes « source » et « locator » ; une deuxième source va sur la feuille « citations », qui demande l’identifiant de la ligne. Une fiche sans source est refusée. Un dossier de CSV peut avoir les deux mêmes colonnes.",
        "Cite: every row names its source in the columns “source” and “locator”; a second source goes on the sheet “citations”, which asks for the id of the row. A record without a source is refused. A folder of CSV may have the same two columns.",
    ),
    (
        "Écrire les dates comme la source : 2018, 2018-10, 2018-10-04, « automne 2018 », « oct. 2018 », « depuis 2018 », « un jour entre mars 2018 et mai 2019 ». Laisser vide ce qui n’est pas connu ; les titres ambrés sont obligatoires.",
        "Write dates as the source does: 2018, 2018-10, 2018-10-04, “autumn 2018”, “Oct. 2018”, “since 2018”, “some day between March 2018 and May 2019”. Leave empty what is not known; amber headings are required.",
    ),
    (
        f"Enregistrer en .xlsx ou .ods, puis : coopgraph import FICHIER, qui montre le plan ; avec --apply, il l’écrit. Les choix possibles sont sur la feuille « {LISTS_SHEET} ».",
        f"Save as .xlsx or .ods, then: coopgraph import FILE, which shows the plan; with --apply it writes it. Possible choices are on the sheet “{LISTS_SHEET}”.",
    ),
)
_CITED_HELP: Final = {
    "source": (
        "source : où cette ligne est dite. Ex. : gazette-2031-08-13",
        "source: where this row is said. E.g. gazette-2031-08-13",
    ),
    "locator": (
        "localisation : paragraphe, titre, ligne de tableau ; jamais une citation. Ex. : § 5",
        "locator: paragraph, heading, table row; never a quotation. E.g. § 5",
    ),
}
_FREE_ID: Final = (
    "identifiant : peut rester vide, sauf si une autre ligne y renvoie",
    "id: may stay empty, unless another row refers to it",
)


def is_needed(table: Table, column: Column) -> bool:
    """Tell whether every row must fill in the column; ids of rows below others are given later."""
    return column.required and not (column.kind == "id" and parent_columns(table.name))


def help_text(table: Table, column: Column, language: str, *, first: bool = False) -> str:
    """Return what a row of help says of a column; the first one is marked for the reader."""
    french = language == "fr"
    mark = ("# français — " if french else "# English — ") if first else ""
    if column.kind == "id" and not is_needed(table, column):
        return french_spaces(mark + _FREE_ID[0 if french else 1])
    if column.name in _CITED_HELP and has_cited_columns(table):
        return french_spaces(_CITED_HELP[column.name][0 if french else 1])
    if french:
        needed = "Obligatoire. " if column.required else ""
        choose = ". Choisir dans la liste" if column.kind == "concept" else ""
        example = f". Ex. : {column.example}" if column.example else ""
        told = f"{needed}{column.label_fr} : {column.help_fr}{choose}{example}"
        return mark + french_spaces(told)
    needed = "Required. " if column.required else ""
    choose = ". Choose from the list" if column.kind == "concept" else ""
    example = f". E.g. {column.example}" if column.example else ""
    return f"{mark}{needed}{column.label_en}: {column.help_en}{choose}{example}"


def write_guide(sheet: Worksheet, tables: Sequence[Table]) -> None:
    """Write the five steps in both languages, and the list of the sheets with links to them."""
    from openpyxl.styles import Alignment, Font

    for letter, width in (("A", 20), ("B", 68), ("C", 68)):
        sheet.column_dimensions[letter].width = width
    rows: list[tuple[str, str, str]] = [("", "Lisez-moi", "Read me")]
    rows += [(str(number), french_spaces(fr), en) for number, (fr, en) in enumerate(_STEPS, 1)]
    rows += [("", "", ""), ("", "Feuilles", "Sheets")]
    titles = {1, len(rows)}
    rows += [
        (
            table.name,
            french_spaces(f"{table.label_fr} : {table.help_fr}"),
            f"{table.label_en}: {table.help_en}",
        )
        for table in tables
    ]
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, texts in enumerate(rows, 1):
        for position, text in enumerate(texts, 1):
            cell = sheet.cell(number, position, text or None)
            cell.alignment = wrapped
            cell.font = Font(
                bold=number in titles or position == 1, size=14 if number in titles else 11
            )
        lines = max(-(-len(text) // 62) for text in texts[1:])
        sheet.row_dimensions[number].height = 22 if number in titles else 16.0 * max(lines, 1)
        if texts[0] in {table.name for table in tables}:
            link = sheet.cell(number, 1)
            link.hyperlink = f"#'{texts[0]}'!A1"
            link.font = Font(bold=True, color="1F5F99", underline="single")
    sheet.sheet_view.showGridLines = False
