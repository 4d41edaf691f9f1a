"""An incoming row beside the one that stands, cell by cell: what is filled, what is kept how.

Nothing that stands is lost: an empty cell is filled, another name becomes a row of ``names``, notes
are joined, a more exact date takes the place of a vaguer one, what is stated that of what was
deduced; the value that gives way is a claim that is not retained. Two readers of the same sources
contradict nobody: the other reading is a note. Any other difference is contested
(`coopgraph.intake.claims`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coopgraph.intake.claims import (
    Evidence,
    asked_already,
    cite,
    contest,
    keep_in_notes,
    note_aside,
    note_reading,
    open_question,
    undecided_column,
)
from coopgraph.intake.exactness import compare_dates, may_overlap
from coopgraph.intake.folding import join_label, join_note, same_words
from coopgraph.intake.kinship import equal_values
from coopgraph.intake.rows import Tables
from coopgraph.intake.witnesses import Witnesses, same_sources
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column

__all__ = ["NAMES", "Cellwise", "keep_name"]

NAMES: Final = ("name_fr", "name_en", "title_fr", "title_en", "label_fr", "label_en")
_WORDED: Final = (*NAMES, "name", "title")
_FILING: Final = ("url", "title", "kind", "side")  # filing, not testimony: a note will do
_VAGUE: Final = ("participant", "alternative")
# pairs of which the first word is the general one
_EXACTER: Final = ({"budget", "cost"}, {"followed-by", "led-to"})
_GENERAL: Final = ("budget", "followed-by")
_AS_OF: Final = "status_as_of"
_VAGUER: Final = ("Moins précis", "Less exact")
_WITHIN: Final = ("Un moment de cette période", "A time within this span")
_DEDUCED: Final = ("Déduit", "Deduced")


class Cellwise:
    """Rows of one draft merged into those that stand; `base` is the record above them."""

    def __init__(self, tables: Tables, witnesses: Witnesses, base: str) -> None:
        self.tables, self.witnesses, self.base = tables, witnesses, base
        self.changes = 0
        self._lost: set[str] = set()
        self._aside: set[str] = set()
        self._deduced: set[str] = set()

    def merge(
        self, identifier: str, cells: Mapping[str, str], new: Evidence
    ) -> frozenset[str] | None:
        """Add to a row what an incoming one says beyond it.

        Return None if all that it says may be cited for the row as a whole; else the columns for
        which its sources vouch, because a value of it became a claim.
        """
        self.witnesses.open(identifier, self.base)
        self._lost, self._aside = set(), set()
        self._deduced = set(cells.get("inferred", "").split())
        given = {name: cell for name, cell in cells.items() if cell}
        if self._overtakes(identifier, given):
            self._settle_status(identifier, given, new)
            given = {name: c for name, c in given.items() if name not in ("status", _AS_OF)}
        table = TABLES[self.tables.table_of(identifier)]
        for column in table.columns:
            if column.name in given and column.name not in ("id", "inferred"):
                self._merge_cell(identifier, column, given[column.name], new)
        if not self._lost:
            return None
        return frozenset(cells) - self._lost - self._aside - {"id", "inferred", _AS_OF}

    def _merge_cell(self, identifier: str, column: Column, value: str, new: Evidence) -> None:
        name, known = column.name, self.tables.row(identifier)[column.name]
        if not known:
            self._fill(identifier, column, value, new)
        elif equal_values(name, known, value) or (name in _WORDED and same_words(known, value)):
            self._confirm(identifier, name, new)
        elif name == _AS_OF:
            self._date_status(identifier, known, value)
        else:
            self._differ(identifier, column, value, new)

    def _overtakes(self, identifier: str, cells: Mapping[str, str]) -> bool:
        """Tell whether a row speaks of another status at another day: the later one stands."""
        row = self.tables.row(identifier)
        days = row.get(_AS_OF, ""), cells.get(_AS_OF, "")
        if not all(days) or days[0] == days[1] or row["status"] == cells.get("status"):
            return False
        return self._is_deduced(identifier, "status") == ("status" in self._deduced) and bool(
            cells.get("status")
        )

    def _settle_status(self, identifier: str, cells: Mapping[str, str], new: Evidence) -> None:
        """Let the later status stand; the other is a claim."""
        row, old = dict(self.tables.row(identifier)), self.witnesses.of(identifier, "status")
        later = cells[_AS_OF] > row[_AS_OF]
        value, day = (row["status"], row[_AS_OF]) if later else (cells["status"], cells[_AS_OF])
        if same_sources(old, new):
            self.changes += note_reading(self.tables, identifier, "status", value)
        else:
            words = f"État au {day}", f"Status on {day}"
            said = old if later else new
            self.changes += note_aside(self.tables, identifier, "status", value, said, words)
        if later:
            self._replace(identifier, "status", cells["status"], new)
            self._replace(identifier, _AS_OF, cells[_AS_OF], new)
        else:
            self._lost.add("status")

    def _date_status(self, identifier: str, known: str, value: str) -> None:
        """Let the day stand that is stated, or else the later one."""
        guessed, deduced = self._is_deduced(identifier, _AS_OF), _AS_OF in self._deduced
        better = guessed if guessed != deduced else value > known
        if "status" not in self._lost and better:
            self._set(identifier, _AS_OF, value)
            self._mark(identifier, _AS_OF, deduced=deduced)

    def _set(self, identifier: str, column: str, value: str) -> None:
        if self.tables.row(identifier)[column] != value:
            self.tables.set(identifier, column, value)
            self.changes += 1

    def _replace(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Put the value of another file into a cell, for which only those who gave it vouch."""
        self.witnesses.narrow(identifier, column, new)
        self._set(identifier, column, value)
        self.witnesses.replace(identifier, column, new)
        self._mark(identifier, column, deduced=column in self._deduced)
        if column != _AS_OF:
            self.changes += cite(self.tables, identifier, new.citations, column)

    def _is_deduced(self, identifier: str, column: str) -> bool:
        return column in self.tables.row(identifier)["inferred"].split()

    def _mark(self, identifier: str, column: str, *, deduced: bool) -> None:
        names = set(self.tables.row(identifier)["inferred"].split()) - {column}
        self._set(
            identifier, "inferred", " ".join(sorted(names | ({column} if deduced else set())))
        )

    def _fill(self, identifier: str, column: Column, value: str, new: Evidence) -> None:
        """Fill an empty cell, unless its emptiness says that nobody has decided."""
        if undecided_column(self.tables, identifier, column.name):
            self._contest(identifier, column.name, value, new)
            return
        self._set(identifier, column.name, value)
        self.witnesses.replace(identifier, column.name, new)
        if column.name in self._deduced:
            self._mark(identifier, column.name, deduced=True)

    def _confirm(self, identifier: str, column: str, new: Evidence) -> None:
        """Note who else says so; a source more may state what was deduced before."""
        deduced, old = column in self._deduced, self.witnesses.of(identifier, column)
        if self._is_deduced(identifier, column):
            if not deduced and new.sources - old.sources - self._cited(identifier):
                self._mark(identifier, column, deduced=False)
        elif deduced and new.sources and new.sources <= old.sources and self._is_fresh(identifier):
            self._mark(identifier, column, deduced=True)
        self.witnesses.confirm(identifier, column, new)

    def _is_fresh(self, identifier: str) -> bool:
        return not self.witnesses.on_disk(identifier)

    def _cited(self, identifier: str) -> set[str]:
        rows = map(self.tables.row, self.tables.below("citations", "record", identifier))
        return {row["source"] for row in rows}

    def _differ(self, identifier: str, column: Column, value: str, new: Evidence) -> None:
        """Keep a value that is not the one in the cell, in the way of its column."""
        name, known = column.name, self.tables.row(identifier)[column.name]
        if name.startswith("note_"):
            self._set(identifier, name, join_note(known, value))
        elif name in NAMES:
            self._aside.add(name)
            self._other_name(identifier, name, value, new)
        elif known in _VAGUE or value in _VAGUE or {known, value} in _EXACTER:
            if known in _VAGUE or known in _GENERAL:
                self._set(identifier, name, value)
                self._mark(identifier, name, deduced=name in self._deduced)
        elif column.kind == "label":
            self._set(identifier, name, join_label(known, value))
        elif name in _FILING:
            self._aside.add(name)
            self.changes += value not in self.witnesses.others.get((identifier, name), ())
            self.witnesses.differ(identifier, name, value, new)
        elif self._is_deduced(identifier, name) != (name in self._deduced):
            self._deduce(identifier, name, value, new)
        elif column.kind == "edtf":
            self._other_date(identifier, name, value, new)
        elif column.kind == "ref" and self.tables.is_below(value, known):
            self._refine(identifier, name, value, new)
        elif column.kind == "ref" and self.tables.is_below(known, value):
            self._lose(identifier, name, value, new, _VAGUER)
        else:
            self._contest(identifier, name, value, new)

    def _contest(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        old = self.witnesses.of(identifier, column)
        if same_sources(old, new) and self.tables.row(identifier)[column]:
            self._aside.add(column)
            self.changes += note_reading(self.tables, identifier, column, value)
            return
        if column == "of" and self._tie_whole(identifier, value, new):
            return
        question = asked_already(self.tables, identifier, column, value, new, self.base)
        if question is not None:
            self._lose(identifier, column, value, new, _spell_open(self.tables, question))
            return
        self._lost.add(column)
        self.changes += contest(
            self.tables, identifier, column, value, new, old=old, base=self.base
        )

    def _tie_whole(self, identifier: str, whole: str, new: Evidence) -> bool:
        """Tie an outcome to another kind of thing that it came of: an agreement and a mission."""
        known = self.tables.row(identifier)["of"]
        if self.tables.table_of(known) == self.tables.table_of(whole) or not new.citations:
            return False
        cells = {"subject": identifier, "predicate": "falls-within", "object": whole}
        rows = map(self.tables.row, self.tables.below("relations", "subject", identifier))
        if not any(row | cells == row for row in rows):
            added = self.tables.add("relations", cells, parent=identifier)["id"]
            cite(self.tables, added, new.citations)
            self.changes += 1
        self._lost.add("of")
        return True

    def _deduce(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Let what is stated stand; what was deduced is a claim."""
        if column in self._deduced:
            self._lose(identifier, column, value, new, _DEDUCED, deduced=True)
            return
        if self._keep_open(identifier, column, value, new):
            return
        known, old = self.tables.row(identifier)[column], self.witnesses.of(identifier, column)
        self.changes += note_aside(
            self.tables, identifier, column, known, old, _DEDUCED, deduced=True
        )
        self._replace(identifier, column, value, new)

    def _lose(
        self,
        identifier: str,
        column: str,
        value: str,
        new: Evidence,
        words: tuple[str, str],
        *,
        deduced: bool = False,
    ) -> None:
        self._lost.add(column)
        self.changes += note_aside(
            self.tables, identifier, column, value, new, words, deduced=deduced
        )

    def _refine(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Let a more exact value stand; the vaguer one is a claim."""
        known, old = self.tables.row(identifier)[column], self.witnesses.of(identifier, column)
        self.changes += note_aside(self.tables, identifier, column, known, old, _VAGUER)
        self._replace(identifier, column, value, new)

    def _other_name(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Keep another name; that of the file whose id is kept stands."""
        known, old = self.tables.row(identifier)[column], self.witnesses.of(identifier, column)
        owned = identifier == self.base and new.owner and not old.owner
        if owned and self._is_fresh(identifier):
            self._set(identifier, column, value)
            self.witnesses.replace(identifier, column, new)
            value, new = known, old
        self.changes += keep_name(self.tables, identifier, column, value, new)

    def _other_date(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Let the more exact date stand; keep the other one."""
        known, old = self.tables.row(identifier)[column], self.witnesses.of(identifier, column)
        comparison = compare_dates(known, value)
        if comparison == "different" and self._is_within_span(identifier, known, value):
            self._lose(identifier, column, value, new, _WITHIN)
        elif comparison == "different":
            self._contest(identifier, column, value, new)
        elif self.tables.table_of(identifier) == "attestations":
            if comparison == "finer":
                self._set(identifier, column, value)
        elif comparison == "finer" and self._keep_open(identifier, column, value, new):
            return
        elif same_sources(old, new):
            vaguer = value if comparison == "vaguer" else known
            self.changes += note_reading(self.tables, identifier, column, vaguer)
            if comparison == "finer":
                self._replace(identifier, column, value, new)
                self._retain(identifier, column, known, value)
        elif comparison == "vaguer":
            self._lose(identifier, column, value, new, _VAGUER)
        else:
            self._refine(identifier, column, value, new)
            self._retain(identifier, column, known, value)

    def _is_within_span(self, identifier: str, known: str, value: str) -> bool:
        """Tell whether a date is a moment of a programme that goes on."""
        programme = self.tables.table_of(identifier) == "programmes"
        return programme and known.endswith("/..") and may_overlap(known, value)

    def _keep_open(self, identifier: str, column: str, value: str, new: Evidence) -> bool:
        """Keep a date aside while a question about it is open; tell whether one is."""
        if TABLES[self.tables.table_of(identifier)].column(column).kind != "edtf":
            return False
        question = open_question(self.tables, identifier, column, self.base)
        if question is None:
            return False
        words = _spell_open(self.tables, question)
        self._lose(identifier, column, value, new, words, deduced=column in self._deduced)
        return True

    def _retain(self, identifier: str, column: str, known: str, value: str) -> None:
        """Let the claim that was retained for the vaguer date speak of the exact one."""
        for claim in self.tables.below("claims", "record", identifier):
            row = self.tables.row(claim)
            if (row["column"], row["value"], row["standing"]) == (column, known, "retained"):
                self.tables.set(claim, "value", value)


def _spell_open(tables: Tables, question: str) -> tuple[str, str]:
    row = tables.row(question)
    return (
        f"Question ouverte, voir « {row['question_fr'] or row['question_en']} »",
        f"The question is open, see “{row['question_en'] or row['question_fr']}”",
    )


def keep_name(tables: Tables, record: str, column: str, value: str, said: Evidence) -> bool:
    """Keep another name as a row of its own; without a source, in the notes.

    Tell whether anything was added.
    """
    row = tables.row(record)
    for name in tables.below("names", "record", record):
        if same_words(tables.row(name)["name"], value):
            return cite(tables, name, said.citations)
    if any(same_words(row.get(name, ""), value) for name in NAMES):
        return False
    if tables.table_of(record) == "themes" or not said.citations:
        return keep_in_notes(tables, record, column, value, said)
    cells = {"record": record, "name": value, "language": column[-2:], "kind": "alternative"}
    cite(tables, tables.add("names", cells, parent=record)["id"], said.citations)
    return True
