"""The header of a question file: what it asks, of whom, and what its answer means.

A question is one ``.rq`` file. Its header stands in comments, so that the file runs in any engine::

    #: title-fr: Qui a pris part à une activité
    #: title-en: Who took part in an activity
    #: question-fr: Quels acteurs y ont pris part, et à quel titre ?
    #: question-en: Which actors took part in it, and in which role?
    #: keywords-fr: participants, acteurs
    #: keywords-en: participants, actors
    #: param: activity | record(missions projects) | required | visit-2031 | activité | activity
    #: column: actor | acteur | actor
    #: view: table
    #: competency: 1

The third part of a ``param`` is ``required``, ``optional`` or ``default VALUE``; the fourth is an
example. ``note-fr`` and ``note-en`` (how to read the answer), ``step-fr`` and ``step-en`` (what a
curator does about each row) and ``competency`` (its number among the competency questions) may be
left out, nothing else. A broken header is refused with file and
line. The text below it uses ``$activity`` for the parameter, ``$lang`` for the language of labels
and, for a parameter ``during`` of kind *period*, ``$during_first`` and ``$during_last``.

It does not read the values that a person gives: `coopgraph.queries.parameters` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from coopgraph.tables.column_map import TABLES

__all__ = ["KINDS", "Bilingual", "Header", "HeaderError", "Parameter", "read_header"]

KINDS: Final = (
    "record",  # the id of a row of the tables in brackets (none: of any table)
    "concept",  # a concept of the scheme in brackets
    "day",  # YYYY-MM-DD
    "period",  # a date in EDTF with both ends; binds NAME_first and NAME_last
    "integer",
    "text",
    "mode",  # possibly or certainly
    "yesno",
)
_SINGLE: Final = (
    *("title-fr", "title-en", "question-fr", "question-en", "keywords-fr", "keywords-en", "view"),
)
_OPTIONAL: Final = ("note-fr", "note-en", "step-fr", "step-en", "competency")
_LINE: Final = re.compile(r"#:\s*([a-z-]+):\s*(.*?)\s*")
_KIND: Final = re.compile(r"([a-z]+)(?:\(([a-z -]*)\))?")
_NAME: Final = re.compile(r"[a-z][a-zA-Z]*")


class Bilingual(NamedTuple):
    """One text in French and in English."""

    fr: str
    en: str

    def text(self, language: str) -> str:
        """Return the text in `language` (``"fr"`` or ``"en"``)."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to be told; `default` is None where there is none."""

    name: str
    kind: str
    targets: tuple[str, ...]  # tables of a record, the scheme of a concept
    required: bool
    default: str | None
    example: str
    words: Bilingual


@dataclass(frozen=True, slots=True)
class Header:
    """What the comments at the top of a question file say."""

    title: Bilingual
    question: Bilingual
    keywords: Bilingual
    note: Bilingual
    step: Bilingual
    parameters: tuple[Parameter, ...]
    columns: dict[str, Bilingual]
    view: str
    competency: int | None


class HeaderError(ValueError):
    """Refuse a header; `line` is the line of the file (1 = first)."""

    def __init__(self, line: int, text_en: str, text_fr: str) -> None:
        super().__init__(f"{line}: {text_en}")
        self.line = line
        self.text_en = text_en
        self.text_fr = text_fr


def read_header(text: str) -> Header:
    """Return the header of a question file.

    Raises:
        HeaderError: an entry is missing, unknown, given twice or malformed.
    """
    single: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: dict[str, Bilingual] = {}
    for line, key, value in _entries(text):
        if key == "param":
            parameters.append(_parameter(line, value))
        elif key == "column":
            name, words = _column(line, value)
            columns[name] = words
        elif key in single or key not in (*_SINGLE, *_OPTIONAL) or not value:
            raise HeaderError(
                line,
                f"“{key}” is unknown, empty or given twice.",
                f"« {key} » est inconnu, vide ou donné deux fois.",
            )
        else:
            single[key] = value
    return _header(single, parameters, columns)


def _entries(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#:"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise HeaderError(
                number, "Write “#: key: value”.", "Écrire « #: clé: valeur » (sans espace)."
            )
        yield number, match[1], match[2]


def _header(
    single: dict[str, str], parameters: list[Parameter], columns: dict[str, Bilingual]
) -> Header:
    missing = [key for key in _SINGLE if key not in single]
    missing += [] if columns else ["column"]
    if missing:
        names = ", ".join(missing)
        raise HeaderError(1, f"The header lacks: {names}.", f"Il manque à l’en-tête : {names}.")

    def both(key: str) -> Bilingual:
        return Bilingual(single.get(f"{key}-fr", ""), single.get(f"{key}-en", ""))

    number = single.get("competency", "")
    return Header(
        title=both("title"),
        question=both("question"),
        keywords=both("keywords"),
        note=both("note"),
        step=both("step"),
        parameters=tuple(parameters),
        columns=columns,
        view=single["view"],
        competency=int(number) if number.isdecimal() else None,
    )


def _parts(line: int, value: str, count: int) -> list[str]:
    parts = [part.strip() for part in value.split("|")]
    if len(parts) != count or not all(parts) or _NAME.fullmatch(parts[0]) is None:
        raise HeaderError(
            line,
            f"Expected {count} parts with | between, the first a name.",
            f"Il faut {count} parties séparées par |, la première étant un nom.",
        )
    return parts


def _column(line: int, value: str) -> tuple[str, Bilingual]:
    name, french, english = _parts(line, value, 3)
    return name, Bilingual(french, english)


def _parameter(line: int, value: str) -> Parameter:
    name, kind, need, example, french, english = _parts(line, value, 6)
    match = _KIND.fullmatch(kind)
    need, _, default = need.partition(" ")
    targets = tuple((match[2] or "").split()) if match else ()
    wrong_need = need not in ("required", "optional", "default") or bool(default) != (
        need == "default"
    )
    unknown = match is None or match[1] not in KINDS
    if unknown or wrong_need or (kind.startswith("record") and not set(targets) <= set(TABLES)):
        raise HeaderError(
            line,
            f"The kind of “{name}”, its tables or its need (required, optional, default VALUE)"
            " is unknown.",
            f"La nature de « {name} », ses tables ou son caractère (required, optional,"
            " default VALEUR) est inconnu.",
        )
    return Parameter(
        name=name,
        kind=kind.partition("(")[0],
        targets=targets,
        required=need == "required",
        default=default or None,
        example=example,
        words=Bilingual(french, english),
    )
