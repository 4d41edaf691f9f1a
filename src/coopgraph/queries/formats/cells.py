"""What a person sees of a term, and how wide it is on a screen.

>>> from pyoxigraph import NamedNode
>>> cell_text(NamedNode("https://w3id.org/coopgraph/id/mission/visit-2031"), "en")
'visit-2031'
>>> display_width("côte"), display_width("日本")
(4, 4)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode

from coopgraph.dates import InvalidDate
from coopgraph.identifiers import BASE, split_iri
from coopgraph.queries.result import Result
from coopgraph.sparql import Term
from coopgraph.spelling import spell_date
from coopgraph.vocabulary import EDTF, PREFIXES, XSD

__all__ = ["cell_text", "display_width", "heading", "shown_columns"]

_WORDS: Final = {"fr": {"true": "oui", "false": "non"}, "en": {"true": "yes", "false": "no"}}
_NOTHING: Final = ("Mn", "Me", "Cf")


def cell_text(term: Term | None, language: str) -> str:
    """Return the id of a record, a date in words, yes and no, or the value as it is.

    Characters that would steer a terminal are written as escapes: values come from tables that
    anybody may have written.
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return _safe(_short(term.value))
    if isinstance(term, Literal):
        if term.datatype == XSD.boolean:
            return _WORDS["fr" if language == "fr" else "en"].get(term.value, term.value)
        if term.datatype == EDTF.EDTF:
            return _safe(_spelled(term.value, language))
        return _safe(term.value)
    return _safe(str(term))


def _short(iri: str) -> str:
    try:
        return split_iri(iri)[1]
    except ValueError:
        pass
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _spelled(edtf: str, language: str) -> str:
    try:
        return spell_date(edtf, language)
    except InvalidDate:
        return edtf


def _safe(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or unicodedata.category(c) in ("Zs", "Mn") else _escape(c)
        for c in text
    )


def _escape(character: str) -> str:
    return " " if character in "\n\t\r" else repr(character)[1:-1]


def display_width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(c) for c in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _NOTHING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shown_columns(result: Result, *, ids: bool = True) -> list[int]:
    """Return the places of the columns for people.

    A concept says nothing that its label does not: where ``roleLabel`` stands beside ``role``, the
    IRI is left out. The id of a record stays, for the next question may ask for it, unless `ids`
    is false.
    """
    return [
        place
        for place, name in enumerate(result.variables)
        if f"{name}Label" not in result.variables or (ids and not _only_concepts(result, place))
    ]


def heading(result: Result, place: int, shown: Sequence[int], language: str) -> str:
    """Return the words above a column; a label that stands alone is headed by what it labels."""
    name = result.variables[place]
    base = name.removesuffix("Label")
    if base != name and base in result.variables and result.variables.index(base) not in shown:
        name = base
    return result.columns[name].text(language) if name in result.columns else name


def _only_concepts(result: Result, place: int) -> bool:
    values = [row[place] for row in result.rows if row[place] is not None]
    return bool(values) and all(
        isinstance(value, NamedNode) and value.value.startswith((BASE + "scheme/", BASE + "ns#"))
        for value in values
    )
