"""What can only be said when all files of an import were read: how a thing is filed, its name.

Kind and side say how a thing is filed. Where files differ, the value stands that most of them
give, if two agree; else that of the file whose id is kept; the others are told in the notes. The
name that a record bears officially to this day stands as its name. What was in the tables before
the import keeps its name and its kind.
"""

from __future__ import annotations

from typing import Final

from coopgraph.dates import parse_date
from coopgraph.intake.cellwise import keep_name
from coopgraph.intake.claims import Evidence, keep_in_notes
from coopgraph.intake.folding import same_words
from coopgraph.intake.rows import Cells, Tables
from coopgraph.intake.witnesses import Witnesses, unite

__all__ = ["close_import"]

_VOTED: Final = ("kind", "side")
_NAMED: Final = ("name", "title")


def close_import(tables: Tables, witnesses: Witnesses) -> None:
    """Settle how things are filed and called, once all files were read."""
    for (record, column), others in witnesses.others.items():
        _file(tables, witnesses, record, column, others)
    for record in sorted(witnesses.merged):
        if not witnesses.on_disk(record):
            _call(tables, witnesses, record)


def _file(
    tables: Tables,
    witnesses: Witnesses,
    record: str,
    column: str,
    others: dict[str, list[Evidence]],
) -> None:
    """Let one value stand, and tell the others with all who give them."""
    standing = tables.row(record)[column]
    votes = {standing: witnesses.said(record, column)}
    for value, said in others.items():
        votes[value] = [*votes.get(value, ()), *said]
    chosen = standing
    if column in _VOTED and not witnesses.on_disk(record):
        counts = {value: len({one.origin for one in said}) for value, said in votes.items()}
        most = max(counts.values())
        if most > 1 and counts[standing] < most:
            chosen = next(value for value in votes if counts[value] == most)
        elif most <= 1 and not any(one.owner for one in votes[standing]):
            owned = (value for value in votes if any(one.owner for one in votes[value]))
            chosen = next(owned, standing)
    tables.set(record, column, chosen)
    for value, said in votes.items():
        if value != chosen:
            keep_in_notes(tables, record, column, value, unite(said))


def _call(tables: Tables, witnesses: Witnesses, record: str) -> None:
    """Call a record by the name that it officially bears to this day."""
    row = tables.row(record)
    names = [tables.row(name) for name in tables.below("names", "record", record)]
    for language in ("fr", "en"):
        column = next((f"{n}_{language}" for n in _NAMED if f"{n}_{language}" in row), "")
        current = [name for name in names if name["language"] == language and _is_current(name)]
        if not column or len(current) != 1 or not row[column]:
            continue
        official, known = current[0]["name"], row[column]
        if not same_words(official, known):
            said = witnesses.of(record, column)
            tables.set(record, column, official)
            keep_name(tables, record, column, known, said)


def _is_current(name: Cells) -> bool:
    if name["kind"] != "official" or not name["when"]:
        return False
    return "open-end" in parse_date(name["when"]).marks
