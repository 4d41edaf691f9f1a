"""What reading a workbook or a folder of CSV may have to tell, in both languages.

Codes ``E910`` to ``E919`` are errors, ``W910`` to ``W919`` and ``W940`` say how
a cell or a file was understood. Headings,
tables and ids that are wrong have the codes that they have in the tables themselves (``E112``,
``E113``, ``E116``, ``E301``).

>>> place = Place("book.xlsx", 4, "when", "missions!D4")
>>> finding = sheet_finding("E913", place, {"day": "2018-10-01"}, value="43374")
>>> finding.text_en, finding.cell
('this is a date as Excel counts days: it would mean 2018-10-01', 'missions!D4')
"""

# ruff: noqa: E501 — one line a text reads better here than a wrapped one

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from coopgraph.findings import Finding, quote_value
from coopgraph.tables.codes import CODES, Code, french_spaces
from coopgraph.tables.nearest import did_you_mean

__all__ = ["SHEET_CODES", "Place", "Report", "sheet_finding"]

Report = Callable[[Finding], None]

# fmt: off
SHEET_CODES: Final[dict[str, Code]] = {
    "E910": Code("the file cannot be read as a workbook: {reason}", "le fichier ne peut pas être lu comme classeur : {reason}",
                 "{remedy}", "{remedy}"),
    "E911": Code("no heading names a column of the table “{table}”", "aucun titre ne nomme une colonne de la table « {table} »",
                 "write the names of the columns in the first row; coopgraph template makes an empty workbook", "écrire le nom des colonnes dans la première ligne ; coopgraph template fait un classeur vide"),
    "E912": Code("the formula of this cell has no value", "la formule de cette cellule n’a pas de valeur",
                 "write the value itself in place of the formula; the cell was read as empty", "écrire la valeur elle-même à la place de la formule ; la cellule a été lue comme vide"),
    "E913": Code("this is a date as Excel counts days: it would mean {day}", "c’est une date telle qu’Excel compte les jours : elle voudrait dire {day}",
                 "give the cell the format “Text” and type {day}, or a vaguer date", "donner à la cellule le format « Texte » et taper {day}, ou une date plus vague"),
    "E914": Code("the spreadsheet has made a date or a time of this cell, which is none", "le tableur a fait une date ou une heure de cette cellule, qui n’en est pas une",
                 "give the cell the format “Text” and type it again; it was read as empty", "donner à la cellule le format « Texte » et la retaper ; elle a été lue comme vide"),
    "E915": Code("the spreadsheet keeps only 15 digits of a number: the last ones are lost", "le tableur ne garde que 15 chiffres d’un nombre : les derniers sont perdus",
                 "give the cell the format “Text” and type it again", "donner à la cellule le format « Texte » et la retaper"),
    "E916": Code("the rows speak of each other in a circle", "les lignes parlent les unes des autres en boucle",
                 "let one of them name a record in the column “{parent}”", "faire nommer à l’une d’elles une fiche dans la colonne « {parent} »"),
    "W910": Code("sheet left out: coopgraph keeps this table itself", "feuille laissée de côté : coopgraph tient lui-même cette table",
                 "nothing to do; decisions on what is the same stand in matches.csv of the data", "rien à faire ; les décisions sur ce qui est identique sont dans matches.csv des données"),
    "W911": Code("{given} was read as {edtf}", "{given} a été lu comme {edtf}",
                 "nothing to do if it is right; else write it in EDTF", "rien à faire si c’est juste ; sinon l’écrire en EDTF"),
    "W912": Code("a date cell, read as the day {day}", "cellule de date, lue comme le jour {day}",
                 "nothing to do if it is right; if less was typed (2010-04), the spreadsheet made a day of it: give the cell the format “Text” and type it again{unknown}", "rien à faire si c’est juste ; si moins avait été tapé (2010-04), le tableur en a fait un jour : donner à la cellule le format « Texte » et la retaper{unknown}"),
    "W913": Code("a date cell that shows no day, read as {edtf}", "cellule de date qui ne montre pas de jour, lue comme {edtf}",
                 "nothing to do if it is right; the format “Text” keeps dates as they are typed", "rien à faire si c’est juste ; le format « Texte » garde les dates comme elles sont tapées"),
    "W914": Code("the row has no id: {id} is proposed", "la ligne n’a pas d’identifiant : {id} est proposé",
                 "write it in the column “id”, or another one, before others refer to it", "l’écrire dans la colonne « id », ou un autre, avant que d’autres lignes y renvoient"),
    "W915": Code("read as “{read}”, without the spaces or marks around it", "lu « {read} », sans les espaces ou signes qui l’entourent",
                 "nothing to do", "rien à faire"),
    "W916": Code("{given} was read as {read}", "{given} a été lu comme {read}",
                 "nothing to do if it is right", "rien à faire si c’est juste"),
    "W917": Code("merged cells {range}: only the first one has a value", "cellules fusionnées {range} : seule la première a une valeur",
                 "unmerge them, and fill every cell that is meant", "annuler la fusion, et remplir chaque cellule concernée"),
    "W918": Code("this row is in the file twice: it was taken once", "cette ligne est deux fois dans le fichier : elle a été prise une fois",
                 "delete one of them", "supprimer l’une des deux"),
    "W919": Code("the sheet lacks a column that every row needs", "il manque à la feuille une colonne dont chaque ligne a besoin",
                 "add it; coopgraph template makes a workbook that has them all", "l’ajouter ; coopgraph template fait un classeur qui les a toutes"),
    "W940": Code("the file is not UTF-8: it was read as cp1252, as older spreadsheets write", "le fichier n’est pas en UTF-8 : il a été lu en cp1252, comme l’écrivent d’anciens tableurs",
                 "check the accents in the plan; if one is wrong, save the file as “CSV UTF-8”", "vérifier les accents dans le plan ; si l’un est faux, enregistrer le fichier en « CSV UTF-8 »"),
}
# fmt: on


class Place(NamedTuple):
    """Where something stands: file, row, column of the table, cell as ``sheet!C14``, id."""

    file: str
    line: int = 0
    column: str = ""
    cell: str = ""
    record: str = ""


def sheet_finding(
    code: str,
    place: Place,
    facts: Mapping[str, str | int] | None = None,
    *,
    value: str = "",
    near: tuple[str, ...] = (),
) -> Finding:
    """Return the finding of a code at a place; a fact may be given as ``name_en``, ``name_fr``.

    Raises:
        KeyError: the code is unknown, or a word that its text needs is missing.
    """
    words = SHEET_CODES.get(code) or CODES[code]
    english, french = (_in_language(facts or {}, near, language) for language in ("en", "fr"))
    english |= {"given": quote_value(value, french=False)}
    french |= {"given": quote_value(value, french=True)}
    return Finding(
        file=place.file,
        line=place.line,
        column=place.column,
        code=code,
        value=value,
        text_en=words.text_en.format_map(english),
        text_fr=french_spaces(words.text_fr.format_map(french)),
        remedy_en=words.remedy_en.format_map(english),
        remedy_fr=french_spaces(words.remedy_fr.format_map(french)),
        cell=place.cell,
        record=place.record,
    )


def _in_language(
    facts: Mapping[str, str | int], near: tuple[str, ...], language: str
) -> dict[str, str | int]:
    ending = f"_{language}"
    own = {name.removesuffix(ending): fact for name, fact in facts.items() if name.endswith(ending)}
    return {**facts, **own, "near": did_you_mean(near, language)}
