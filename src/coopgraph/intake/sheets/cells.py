"""What a cell of a spreadsheet says, as the text that the table holds.

A spreadsheet changes what people type: 12 becomes 12.0, "2010-04" a day, VRAI a truth value. Text
stays as it is; what was changed or had to be understood is told.

>>> from coopgraph.intake.sheets.codes import Place
>>> from coopgraph.tables.column_map import TABLES
>>> told = []
>>> when = TABLES["missions"].column("when")
>>> read_cell("oct. 2018", when, Place("book.xlsx", 4), report=told.append)
Reading(text='2018-10', status='')
>>> told[0].code, told[0].text_en
('W911', '“oct. 2018” was read as 2018-10')

It does not check: a date or id that cannot be read is left for the checks of the tables.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

from coopgraph.dates import InvalidDate
from coopgraph.intake.sheets.codes import Place, Report, sheet_finding
from coopgraph.intake.sheets.everyday import LANGUAGES, concepts_by_word, fold_words
from coopgraph.phrases import read_phrase
from coopgraph.tables.columns import Column
from coopgraph.vocabulary import read_schemes

__all__ = ["Reading", "Value", "read_cell"]

_Moment = datetime.date | datetime.datetime | datetime.time | datetime.timedelta
Value = str | int | float | bool | _Moment


class Reading(NamedTuple):
    """The text of a cell, and the status that a date in words tells (“planned”)."""

    text: str
    status: str = ""


_FREE: Final = frozenset({"text", "label"})
_DATES: Final = frozenset({"edtf", "day"})
_ERRORS: Final = re.compile(
    r"#(?:REF|N/A|VALUE|NAME|NUM|NULL|DIV/0|VALEUR|NOM|NOMBRE|NUL|GETTING_DATA|SPILL|CALC)[!?]?"
    r"|Err:[0-9]{3}"
)
_EPOCH: Final = datetime.date(1899, 12, 30)
_SERIAL: Final = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_BOOLEANS: Final = {
    **dict.fromkeys(("true", "vrai"), "true"),
    **dict.fromkeys(("false", "faux"), "false"),
}
_YES_NO: Final = {
    **dict.fromkeys(("oui", "yes", "1"), "true"),
    **dict.fromkeys(("non", "no", "0"), "false"),
}
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?|-?[0-9]+,[0-9]{1,2}")
_MOST_EXACT: Final = 10**15
_QUOTES: Final = "'\"‘’“”«»"


def read_cell(
    value: Value, column: Column, place: Place, *, report: Report, shown_as: str | None = None
) -> Reading:
    """Return what a cell says in its column; tell what was understood or is wrong.

    `shown_as` is the number format of a date cell, where the file tells it.
    """
    if isinstance(value, datetime.time | datetime.timedelta):
        report(sheet_finding("E914", place, value=str(value)))
        return Reading("")
    if isinstance(value, datetime.date):  # a datetime is one too
        return Reading(_read_date_cell(value, column, place, report, shown_as))
    text = _spell(value, place, report)
    text = _bare(text, column, place, report)
    if not text:
        return Reading("")
    if _ERRORS.fullmatch(text):
        report(sheet_finding("E912", place, value=text))
        return Reading("")
    if column.kind in _DATES:
        return _read_date(text, column, place, report)
    read = _read_by_kind(text, column)
    if read != text and isinstance(value, str) and text.casefold() not in _BOOLEANS:
        report(sheet_finding("W916", place, {"read": read}, value=text))
    return Reading(read)


def _spell(value: str | int | float | bool, place: Place, report: Report) -> str:
    """Return a value as text: 12.0 is 12, and numbers are never written with an exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    number = Decimal(repr(value))
    if not number.is_finite():
        return ""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if abs(number) >= _MOST_EXACT:
        report(sheet_finding("E915", place, value=text))
    return text


def _bare(text: str, column: Column, place: Place, report: Report) -> str:
    """Return the text without what spreadsheets and word processors put around it."""
    plain = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    plain = unicodedata.normalize("NFC", plain).strip().strip("\u200b\ufeff").strip()
    bare = plain
    if column.kind in _FREE:
        bare = re.sub(r"^'(?=[0-9=+@-])", "", bare)  # typed to keep the spreadsheet from counting
    elif not (bare.isascii() and bare.isalnum()):
        bare = re.sub(r"[^\S\n]+", " ", bare).strip(_QUOTES + " ")
    if bare != plain:
        report(sheet_finding("W915", place, {"read": bare}, value=plain))
    return bare


def _read_date_cell(
    value: datetime.date, column: Column, place: Place, report: Report, shown_as: str | None
) -> str:
    day = value.strftime("%Y-%m-%d") if value.year > 999 else f"{value:%m-%d}"
    if column.kind not in _DATES:
        report(sheet_finding("E914", place, value=day))
        return ""
    parts = _shown_parts(shown_as)
    if column.kind == "edtf" and "y" in parts and "d" not in parts:
        vague = day[:7] if "m" in parts else day[:4]
        report(sheet_finding("W913", place, {"edtf": vague}, value=day))
        return vague
    unknown_en = unknown_fr = ""
    if shown_as is None and value.day == 1:
        unknown_en = " (how the cell looks cannot be read from this file)"
        unknown_fr = " (ce fichier ne dit pas comment la cellule se présente)"
    facts = {"day": day, "unknown_en": unknown_en, "unknown_fr": unknown_fr}
    report(sheet_finding("W912", place, facts, value=day))
    return day


def _shown_parts(shown_as: str | None) -> str:
    """Return which of d, m and y a number format shows."""
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", (shown_as or "").split(";")[0].lower())
    return "".join(letter for letter in "dmy" if letter in bare)


def _read_date(text: str, column: Column, place: Place, report: Report) -> Reading:
    if _SERIAL.fullmatch(text):
        day = (_EPOCH + datetime.timedelta(days=int(text[:5]))).isoformat()
        report(sheet_finding("E913", place, {"day": day}, value=text))
        return Reading(text)
    try:
        edtf, status = read_phrase(text)
    except InvalidDate:
        return Reading(text)
    if edtf == text or (column.kind == "day" and len(edtf) != len("2031-08-13")):
        return Reading(text)
    said = f"{edtf}, {status}" if status else edtf
    report(sheet_finding("W911", place, {"edtf": said}, value=text))
    return Reading(edtf, status or "")


def _read_by_kind(text: str, column: Column) -> str:
    """Return the text, or the value that it certainly means."""
    if column.kind == "boolean":
        word = text.casefold()
        return _BOOLEANS.get(word) or _YES_NO.get(word) or text
    if column.kind in ("decimal", "integer") and _GROUPED.fullmatch(text):
        return text.replace(" ", "").replace(",", ".")
    if column.kind == "language":
        return LANGUAGES.get(fold_words(text), text)
    if column.kind == "concept" and text not in read_schemes().get(column.scheme, ()):
        return concepts_by_word(column.scheme).get(fold_words(text), text)
    return text
