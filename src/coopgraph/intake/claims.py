"""Two values for one cell: both are kept, as claims, and the question they answer is written down.

The value that stands in the row is the retained one; the other is not retained, with the reason
and with its own sources. Each claim cites those who gave its value, and nobody else. Where one side
has no source at all, no claim can be made: the value is kept in the notes of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from coopgraph.intake.folding import fold_locator, join_note
from coopgraph.intake.rows import Tables
from coopgraph.intake.witnesses import Evidence
from coopgraph.intake.wording import name_witnesses, spell_value, title_of
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import TABLES

__all__ = [
    "Evidence",
    "asked_already",
    "cite",
    "contest",
    "keep_in_notes",
    "note_aside",
    "note_reading",
    "open_question",
    "undecided_column",
]

Reasons = tuple[str, str]

_DATE_WORDS: Final = re.compile(
    r"\b(?:(?:1[6-9]|20)\d\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_MOST_DATE_WORDS: Final = 12


def cite(
    tables: Tables, record: str, citations: Iterable[tuple[str, str]], column: str = ""
) -> bool:
    """Add the citations that a row does not have yet; tell whether any was added.

    A source that is cited for the whole row at the same place is not cited again for a column.
    """
    known = {
        (row["source"], fold_locator(row["locator"]), row["column"])
        for row in map(tables.row, tables.below("citations", "record", record))
    }
    added = False
    for source, locator in citations:
        place = fold_locator(locator)
        if (source, place, column) not in known and (source, place, "") not in known:
            known.add((source, place, column))
            cells = {"record": record, "source": source, "locator": locator, "column": column}
            tables.add("citations", cells, parent=record)
            added = True
    return added


def contest(
    tables: Tables, record: str, column: str, value: str, new: Evidence, *, old: Evidence, base: str
) -> bool:
    """Keep `value` beside the one that stands in the cell; tell whether anything was added.

    `base` is the record whose row or link row this is, `old` what the standing value rests on.
    """
    undecided = undecided_column(tables, record, column)
    if not new.citations or not (old.citations or undecided):
        return keep_in_notes(tables, record, column, value, new)
    known = _claim_of(tables, record, column, value)
    if known is not None:
        return cite(tables, known, new.citations)
    dispute = _dispute_of(tables, record, column)
    if dispute is None:
        cited = (*old.citations, *new.citations)
        dispute = _ask(tables, base, column, tables.table_of(record), cited)
    standing = tables.row(record)[column]
    reasons = _reasons(tables, old, new) if not undecided else ("", "")
    if not undecided and _claim_of(tables, record, column, standing) is None:
        _claim(tables, record, dispute, column, (standing, "retained"), reasons, old.citations)
    fate = "undecided" if undecided else "not-retained"
    _claim(tables, record, dispute, column, (value, fate), reasons, new.citations)
    return True


def note_aside(
    tables: Tables,
    record: str,
    column: str,
    value: str,
    said: Evidence,
    words: Reasons,
    *,
    deduced: bool = False,
) -> bool:
    """Keep a value as a claim that is not retained, without dispute; tell whether it was added.

    `words` say why, in French and English; who gave the value is added to them.
    """
    known = _claim_of(tables, record, column, value)
    if known is not None:
        return cite(tables, known, said.citations)
    if not said.citations:
        return keep_in_notes(tables, record, column, value, said)
    reasons = (
        french_spaces(f"{words[0]} ({name_witnesses(tables, said, 'fr')})."),
        f"{words[1]} ({name_witnesses(tables, said, 'en')}).",
    )
    fate = (value, "not-retained")
    _claim(tables, record, "", column, fate, reasons, said.citations, deduced=deduced)
    return True


def note_reading(tables: Tables, record: str, column: str, value: str) -> bool:
    """Write down how another reader of the same sources read a cell; tell whether that is new."""
    table = tables.table_of(record)
    words = TABLES[table].column(column)
    french = spell_value(table, column, value, "fr", tables)
    english = spell_value(table, column, value, "en", tables)
    return _write(
        tables,
        record,
        f"Lu aussi pour « {words.label_fr} » : {french}.",
        f"Also read as “{words.label_en}”: {english}.",
    )


def keep_in_notes(tables: Tables, record: str, column: str, value: str, said: Evidence) -> bool:
    """Write another value into the notes of the row; tell whether that is new."""
    table = tables.table_of(record)
    if table == "themes" and column.startswith("label_"):
        return _write(tables, record, f"Aussi : {value}.", f"Also: {value}.")
    words = TABLES[table].column(column)
    french, english = (spell_value(table, column, value, lang, tables) for lang in ("fr", "en"))
    who_fr, who_en = (name_witnesses(tables, said, lang) for lang in ("fr", "en"))
    return _write(
        tables,
        record,
        f"Autre valeur de « {words.label_fr} » selon {who_fr} : {french}.",
        f"Another value of “{words.label_en}” according to {who_en}: {english}.",
    )


def undecided_column(tables: Tables, record: str, column: str) -> bool:
    """Tell whether sources contest the cell and nobody has decided: then it stays empty."""
    return any(
        row["column"] == column and row["standing"] == "undecided"
        for row in map(tables.row, tables.below("claims", "record", record))
    )


def open_question(tables: Tables, record: str, column: str, base: str) -> str | None:
    """Return the undecided dispute about a date of a record, if there is one.

    Claims that name no column count where most of them read like dates.
    """
    for dispute in _disputes_about(tables, record, base):
        claims = [tables.row(name) for name in tables.below("claims", "dispute", dispute)]
        open_ = [row for row in claims if row["standing"] == "undecided"]
        exact = [row for row in open_ if row["column"] == column and row["record"] == record]
        dated = [row for row in open_ if not row["column"] and _is_dated(row["value"])]
        if exact or 2 * len(dated) > len(claims):
            return dispute
    return None


def asked_already(
    tables: Tables, record: str, column: str, value: str, new: Evidence, base: str
) -> str | None:
    """Return an undecided dispute in which a source that gives `value` is heard with it."""
    if undecided_column(tables, record, column):
        return None
    named = re.compile(rf"(?<![\w.,-]){re.escape(value)}(?![\w-]|[.,]\d)")
    for dispute in _disputes_about(tables, record, base):
        for claim in tables.below("claims", "dispute", dispute):
            row = tables.row(claim)
            cited = map(tables.row, tables.below("citations", "record", claim))
            heard = new.sources & {citation["source"] for citation in cited}
            if row["standing"] == "undecided" and heard and named.search(row["value"]):
                return dispute
    return None


def _disputes_about(tables: Tables, record: str, base: str) -> Iterable[str]:
    """Return the disputes that concern a row or the record above it, each once."""
    found = [
        tables.row(name)["dispute"]
        for about in dict.fromkeys((record, base))
        for table in ("concerns", "claims")
        for name in tables.below(table, "record", about)
    ]
    return dict.fromkeys(filter(None, found))


def _is_dated(text: str) -> bool:
    return len(text.split()) <= _MOST_DATE_WORDS and _DATE_WORDS.search(text) is not None


def _write(tables: Tables, record: str, french: str, english: str) -> bool:
    row = tables.row(record)
    notes = join_note(row["note_fr"], french_spaces(french)), join_note(row["note_en"], english)
    if notes == (row["note_fr"], row["note_en"]):
        return False
    tables.set(record, "note_fr", notes[0])
    tables.set(record, "note_en", notes[1])
    return True


def _claim_of(tables: Tables, record: str, column: str, value: str) -> str | None:
    for identifier in tables.below("claims", "record", record):
        row = tables.row(identifier)
        if row["column"] == column and row["value"] == value:
            return identifier
    return None


def _dispute_of(tables: Tables, record: str, column: str) -> str | None:
    for row in map(tables.row, tables.below("claims", "record", record)):
        if row["column"] == column and row["dispute"]:
            return row["dispute"]
    return None


def _ask(
    tables: Tables, base: str, column: str, table: str, citations: Iterable[tuple[str, str]]
) -> str:
    """Write down the question that two values answer, and what it is about."""
    words, row = TABLES[table].column(column), tables.row(base)
    french = f"Deux valeurs pour « {words.label_fr} » : {title_of(row, 'fr')}"
    english = f"Two values for “{words.label_en}”: {title_of(row, 'en')}"
    cells = {"question_fr": french_spaces(french), "question_en": english}
    dispute = tables.add("disputes", cells, parent=base)["id"]
    concern = tables.add("concerns", {"dispute": dispute, "record": base}, parent=dispute)["id"]
    cited = tuple(citations)
    for record in (dispute, concern):
        cite(tables, record, cited)
    return dispute


def _reasons(tables: Tables, old: Evidence, new: Evidence) -> Reasons:
    """Return why the standing value is kept, and who gave which."""
    names = {}
    for language in ("fr", "en"):
        same = name_witnesses(tables, old, language)
        if same == name_witnesses(tables, new, language):
            first = name_witnesses(tables, old, language, apart=same)
            names[language] = first, name_witnesses(tables, new, language, apart=same)
        else:
            names[language] = same, name_witnesses(tables, new, language)
    (kept_fr, other_fr), (kept_en, other_en) = names["fr"], names["en"]
    return (
        french_spaces(
            f"Première lue, la valeur selon {kept_fr} est gardée ; autre valeur selon {other_fr}."
        ),
        f"Read first, the value according to {kept_en} is kept; {other_en} gives another one.",
    )


def _claim(
    tables: Tables,
    record: str,
    dispute: str,
    column: str,
    value: tuple[str, str],
    reasons: Reasons,
    citations: Iterable[tuple[str, str]],
    *,
    deduced: bool = False,
) -> None:
    cells = {"record": record, "dispute": dispute, "column": column, "value": value[0]}
    cells |= {"standing": value[1], "reason_fr": reasons[0], "reason_en": reasons[1]}
    cells |= {"inferred": "value" if deduced else ""}
    cite(tables, tables.add("claims", cells, parent=record)["id"], citations)
