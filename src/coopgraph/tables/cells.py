"""What one cell may hold: a check for each kind of column.

>>> from coopgraph.tables.column_map import TABLES
>>> check = cell_check(TABLES["missions"].column("when"), schemes={})
>>> check("2018-23") is None
True
>>> check("automne 2018").code, check("automne 2018").facts["edtf"]
('E216', '2018-23')

A check returns None or a `CellFault`: a code of `coopgraph.tables.codes` and the words that its
text needs. Values that come back often are looked at once. References, and columns of the record
that a row speaks of, need other tables: see `coopgraph.tables.check`.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.identifiers import is_identifier, make_identifier
from coopgraph.phrases import read_phrase
from coopgraph.tables.columns import Column
from coopgraph.tables.currencies import CURRENCIES
from coopgraph.tables.nearest import nearest_names
from coopgraph.vocabulary import read_concept_labels, read_preferred_labels

__all__ = ["CellCheck", "CellFault", "cell_check", "remembered"]


class CellFault(NamedTuple):
    """What is wrong with a cell: the code, what its text needs, the nearest valid values.

    A fact called ``value`` is the part of the cell that is meant, if not the whole of it.
    """

    code: str
    facts: Mapping[str, str] = {}
    near: tuple[str, ...] = ()


CellCheck = Callable[[str], CellFault | None]

# Characters that nobody types on purpose in French or English and that change what is shown:
# controls, marks of direction, joiners without width, the soft hyphen.
_CONTROL: Final = (
    "\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
)
_LOST: Final = "\ud800-\udfff\ufffd\ufffe\uffff"
_SUSPECT: Final = re.compile(f"[{_CONTROL}{_LOST}]")
_DAMAGED: Final = re.compile(f"[{_LOST}]")
_TAG: Final = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-x-[a-z0-9]+)?"
)
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# RFC 3987, without the brackets that only an IPv6 host may have.
_PLANES: Final = "".join(f"{chr(n << 16)}-{chr((n << 16) + 0xFFFD)}" for n in range(1, 14))
_ADDRESS: Final = re.compile(
    "(?:[!#$&-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    f"{_PLANES}\U000e1000-\U000efffd]|%[0-9A-Fa-f]{{2}})+"
)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_WHOSE_DOLLAR: Final = {
    "instead_en": "for “$” write CAD, USD …, and false in currency_certain if the source only says"
    " “$”",
    "instead_fr": "pour « $ », écrire CAD, USD…, et false dans currency_certain si la source dit"
    " seulement « $ »",
}
_MOST_DIGITS: Final = 30
_MOST_CHOICES: Final = 12
_MOST_REMEMBERED: Final = 20_000


def cell_check(
    column: Column, *, schemes: Mapping[str, Collection[str]], header: Collection[str] = ()
) -> CellCheck:
    """Return the check of a column's cells that are not empty.

    `schemes` gives the concepts of each scheme, `header` the columns of the table.
    """
    if column.kind in ("text", "label"):
        return remembered(_check_text)
    if column.kind == "id":
        return _check_id
    return remembered(partial(_check_value, _own_check(column, schemes, header)))


def remembered(check: CellCheck) -> CellCheck:
    """Return a check that looks once at values that come back, as long as they are not too many."""
    return _Remembered(check).__getitem__


class _Remembered(dict[str, CellFault | None]):
    """Value → fault; a value that was seen costs one look-up."""

    def __init__(self, check: CellCheck) -> None:
        super().__init__()
        self._check = check

    def __missing__(self, value: str) -> CellFault | None:
        fault = self._check(value)
        if len(self) < _MOST_REMEMBERED:
            self[value] = fault
        return fault


def _own_check(
    column: Column, schemes: Mapping[str, Collection[str]], header: Collection[str]
) -> CellCheck:
    if column.kind == "concept":
        return partial(_check_concept, column.scheme, tuple(schemes.get(column.scheme, ())))
    if column.kind == "columns":
        return partial(_check_columns, tuple(header))
    return _CHECKS[column.kind]


def _check_value(own: CellCheck, value: str) -> CellFault | None:
    """Check a value that is no free text; tell where only the spaces around it are wrong."""
    fault = own(value)
    if fault is not None and value != value.strip() and own(value.strip()) is None:
        return CellFault("E217")
    return fault


def _check_text(value: str) -> CellFault | None:
    # plain text, nearly always: nothing else needs to be looked at
    if value.isascii() and value.isprintable() and value[0] != " " != value[-1]:
        return None
    if _SUSPECT.search(value):
        return CellFault("E215" if _DAMAGED.search(value) else "E214")
    if value != value.strip():
        return CellFault("W201")
    if "\r" in value:
        return CellFault("W203")
    return None if unicodedata.is_normalized("NFC", value) else CellFault("W202")


def _check_id(value: str) -> CellFault | None:
    if is_identifier(value):
        return None
    if is_identifier(value.strip()):
        return CellFault("E217")
    suggested = make_identifier(value)
    return CellFault("E201", near=(suggested,) if suggested else ())


def _check_concept(scheme: str, concepts: tuple[str, ...], value: str) -> CellFault | None:
    if value in concepts:
        return None
    named = read_preferred_labels().get(scheme, {})
    choices = {
        language: ", ".join(_named(c, named.get(c, {}), language) for c in concepts[:_MOST_CHOICES])
        for language in ("en", "fr")
    }
    more_en, more_fr = (" …", "…") if len(concepts) > _MOST_CHOICES else ("", "")
    facts = {"scheme": scheme}
    if concepts:
        facts |= {"instead_en": f"choices: {choices['en']}{more_en}"}
        facts |= {"instead_fr": f"choix possibles : {choices['fr']}{more_fr}"}
    return CellFault("E211", facts, _near_concepts(scheme, concepts, value))


def _named(concept: str, labels: Mapping[str, str], language: str) -> str:
    """Return a concept with its label, where that says more."""
    label = labels.get(language, "")
    said = label.casefold().replace(" ", "-")
    return concept if not label or said == concept else f"{concept} ({label})"


def _near_concepts(scheme: str, concepts: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Return the concepts that look like the value by their names or by a label."""
    labels = read_concept_labels().get(scheme, {})
    named = {label.lower(): name for name in concepts for label in labels.get(name, ())}
    named |= {name: name for name in concepts}
    exact = named.get(" ".join(value.lower().split()))
    if exact is not None:
        return (exact,)
    near = (named[found] for found in nearest_names(value, named, limit=9))
    return tuple(dict.fromkeys(near))[:3]


def _check_columns(header: tuple[str, ...], value: str) -> CellFault | None:
    for name in value.split():
        if name not in header:
            return CellFault("E218", {"value": name}, nearest_names(name, header))
    return None


def _check_date(value: str) -> CellFault | None:
    try:
        parse_date(value)
    except InvalidDate as problem:
        try:
            edtf, status = read_phrase(value)
        except InvalidDate as reason:
            problem = reason if " " in value.strip() else problem
            reasons = {"reason_en": problem.reason_en, "reason_fr": problem.reason_fr}
            return CellFault("E203", reasons)
        also = {
            "also_en": f" and the status “{status}”" if status else " (fmt does it)",
            "also_fr": f" et l’état « {status} »" if status else " (fmt le fait)",
        }
        return CellFault("E216", {"edtf": edtf, **also})
    return None


def _check_day(value: str) -> CellFault | None:
    if _DAY.fullmatch(value):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            return CellFault("E204")
        return None
    try:
        edtf = read_phrase(value).edtf
    except InvalidDate:
        return CellFault("E204")
    return CellFault("E204", near=(edtf,) if _DAY.fullmatch(edtf) else ())


def _check_integer(value: str) -> CellFault | None:
    return None if _INTEGER.fullmatch(value) else CellFault("E205")


def _check_decimal(value: str) -> CellFault | None:
    if _DECIMAL.fullmatch(value) and sum(map(str.isdigit, value)) <= _MOST_DIGITS:
        return None
    return CellFault("E206")


def _check_boolean(value: str) -> CellFault | None:
    return None if value in ("true", "false") else CellFault("E207")


def _check_currency(value: str) -> CellFault | None:
    if value in CURRENCIES:
        return None
    return CellFault("E208", _WHOSE_DOLLAR if "$" in value else {})


def _check_language(value: str) -> CellFault | None:
    return None if _TAG.fullmatch(value) else CellFault("E210")


def _check_address(value: str) -> CellFault | None:
    if _SUSPECT.search(value) or not _ADDRESS.fullmatch(value):
        return CellFault("E209")
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.hostname or "")
        own_port = parts.port  # raises where the port is no number
    except ValueError:
        return CellFault("E209")
    return None if known and "@" not in parts.netloc and own_port != 0 else CellFault("E209")


_CHECKS: Final[Mapping[str, CellCheck]] = {
    "edtf": _check_date,
    "day": _check_day,
    "integer": _check_integer,
    "decimal": _check_decimal,
    "boolean": _check_boolean,
    "currency": _check_currency,
    "language": _check_language,
    "url": _check_address,
}
