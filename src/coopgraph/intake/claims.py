"""Two values for one cell: both are kept, as claims, and the question they answer is written down.

The value that stands in the row is the retained one; the other is not retained, with the reason
and with its own sources. Where one side has no source at all, no claim can be made: the value is
kept in the notes of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from coopgraph.intake.rows import Cells, Tables
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import TABLES

__all__ = [
    "Evidence",
    "cite",
    "contest",
    "join_note",
    "note_earlier",
    "note_vaguer",
    "undecided_column",
]

_TITLES: Final = ("title", "name", "label", "question", "role")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where values come from: the file, for people, and the sources with the places in them."""

    origin: str
    citations: Sequence[tuple[str, str]] = field(default=())


def cite(
    tables: Tables, record: str, citations: Iterable[tuple[str, str]], column: str = ""
) -> bool:
    """Add the citations that a row does not have yet; tell whether any was added."""
    known = {
        (row["source"], row["locator"], row["column"])
        for row in map(tables.row, tables.below("citations", "record", record))
    }
    added = False
    for source, locator in citations:
        if (source, locator, column) not in known:
            known.add((source, locator, column))
            cells = {"record": record, "source": source, "locator": locator, "column": column}
            tables.add("citations", cells, parent=record)
            added = True
    return added


def contest(
    tables: Tables, record: str, column: str, value: str, new: Evidence, *, base: str, origin: str
) -> bool:
    """Keep `value` beside the one that stands in the cell; tell whether anything was added.

    `base` is the record whose row or link row this is, `origin` the files that the standing value
    came from.
    """
    standing = tables.row(record)[column]
    old = _evidence_of(tables, record, column, base)
    if not old or not new.citations:
        return _keep_in_notes(tables, record, column, value, new.origin)
    known = _claim_of(tables, record, column, value)
    if known is not None:
        return cite(tables, known, new.citations)
    undecided = undecided_column(tables, record, column)
    dispute = _dispute_of(tables, record, column)
    if dispute is None:
        dispute = _ask(tables, base, column, tables.table_of(record), (*old, *new.citations))
    reasons = _reasons(origin, new.origin)
    if not undecided and _claim_of(tables, record, column, standing) is None:
        _claim(tables, record, dispute, column, (standing, "retained"), reasons, old)
    fate = "undecided" if undecided else "not-retained"
    _claim(tables, record, dispute, column, (value, fate), reasons, new.citations)
    return True


def note_vaguer(
    tables: Tables, record: str, column: str, value: str, new: Evidence, *, base: str
) -> bool:
    """Keep a less exact value as a claim that is not retained; tell whether it was added.

    Without citations of its own it takes those of the row.
    """
    reasons = (f"Moins précis ({new.origin}).", f"Less exact ({new.origin}).")
    return _note(tables, (record, column, value), new, reasons, base)


def note_earlier(
    tables: Tables, record: str, value: str, new: Evidence, *, day: str, base: str
) -> bool:
    """Keep a status that was so on an earlier day as a claim that is not retained."""
    reasons = (f"État au {day} ({new.origin}).", f"Status on {day} ({new.origin}).")
    return _note(tables, (record, "status", value), new, reasons, base)


def _note(
    tables: Tables, said: tuple[str, str, str], new: Evidence, reasons: tuple[str, str], base: str
) -> bool:
    """Add a claim that is not retained; without citations of its own it takes those of the row."""
    record, column, value = said
    citations = new.citations or _evidence_of(tables, record, column, base)
    known = _claim_of(tables, record, column, value)
    if known is not None:
        return cite(tables, known, citations)
    if not citations:
        return False
    _claim(tables, record, "", column, (value, "not-retained"), reasons, citations)
    return True


def undecided_column(tables: Tables, record: str, column: str) -> bool:
    """Tell whether sources contest the cell and nobody has decided: then it stays empty."""
    return any(
        row["column"] == column and row["standing"] == "undecided"
        for row in map(tables.row, tables.below("claims", "record", record))
    )


def join_note(known: str, other: str) -> str:
    """Return two notes as one; what is said already is not said again.

    >>> join_note("Une note", "Une autre.")
    'Une note. Une autre.'
    >>> join_note("Une note. Une autre.", "Une autre.")
    'Une note. Une autre.'
    """
    if not known or not other:
        return known or other
    if other in known:
        return known
    return f"{known} {other}" if known[-1] in ".!?…)»" else f"{known}. {other}"


def _title_of(row: Cells, language: str) -> str:
    """Return what a record is called in a language, or its id."""
    names = [f"{name}_{language}" for name in _TITLES] + [f"{name}_fr" for name in _TITLES]
    return next((row[name] for name in names if row.get(name)), "") or row["id"]


def _evidence_of(
    tables: Tables, record: str, column: str, base: str
) -> tuple[tuple[str, str], ...]:
    """Return the citations that support a cell: of the column, of the row, of the record above."""
    found = [
        row
        for identifier in dict.fromkeys((record, base))
        for row in map(tables.row, tables.below("citations", "record", identifier))
    ]
    own = [row for row in found if row["record"] == record]
    exact = [row for row in own if row["column"] == column]
    whole = [row for row in own if not row["column"]]
    chosen = exact or whole or [row for row in found if not row["column"]]
    return tuple((row["source"], row["locator"]) for row in chosen)


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
    french = f"Deux valeurs pour « {words.label_fr} » : {_title_of(row, 'fr')}"
    english = f"Two values for “{words.label_en}”: {_title_of(row, 'en')}"
    cells = {"question_fr": french_spaces(french), "question_en": english}
    dispute = tables.add("disputes", cells, parent=base)["id"]
    concern = tables.add("concerns", {"dispute": dispute, "record": base}, parent=dispute)["id"]
    for record in (dispute, concern):
        cite(tables, record, citations)
    return dispute


def _reasons(origin: str, other: str) -> tuple[str, str]:
    return (
        french_spaces(f"Valeur de {origin} gardée ; {other} en donne une autre."),
        f"The value of {origin} is kept; {other} gives another one.",
    )


def _claim(
    tables: Tables,
    record: str,
    dispute: str,
    column: str,
    value: tuple[str, str],
    reasons: tuple[str, str],
    citations: Iterable[tuple[str, str]],
) -> None:
    cells = {"record": record, "dispute": dispute, "column": column, "value": value[0]}
    cells |= {"standing": value[1], "reason_fr": reasons[0], "reason_en": reasons[1]}
    cite(tables, tables.add("claims", cells, parent=record)["id"], citations)


def _keep_in_notes(tables: Tables, record: str, column: str, value: str, origin: str) -> bool:
    """Write the other value into the notes of the row: no claim stands without a source."""
    row = tables.row(record)
    words = TABLES[tables.table_of(record)].column(column)
    french = french_spaces(f"Autre valeur de « {words.label_fr} » selon {origin} : {value}.")
    english = f"Another value of “{words.label_en}” according to {origin}: {value}."
    if f": {value}." in row["note_fr"] or f"\N{NO-BREAK SPACE}: {value}." in row["note_fr"]:
        return False
    tables.set(record, "note_fr", join_note(row["note_fr"], french))
    tables.set(record, "note_en", join_note(row["note_en"], english))
    return True
