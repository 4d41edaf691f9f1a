"""Read the keys of one mapping of a dossier: each value in the shape that is wanted.

What has another shape, or holds what its column cannot hold, is said through the `Voice` and read
as nothing. Free text is tidied (spaces around it, line ends, composed accents), since it will stand
in a table.

>>> from coopgraph.intake.dossier.nodes import Mapping, Text
>>> from coopgraph.intake.dossier.voice import Voice
>>> from coopgraph.tables.column_map import COLUMNS
>>> entry = Entry(Mapping(1, 1, {"when": Text(1, 7, "2031-08")}), Voice("dune.yaml", print))
>>> entry.cell("when", COLUMNS["when"]), entry.text("note")
('2031-08', '')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from coopgraph.dates import InvalidDate
from coopgraph.intake.dossier.nodes import Items, Mapping, Node, Text, is_null
from coopgraph.intake.dossier.voice import Voice
from coopgraph.phrases import read_phrase
from coopgraph.tables.cells import CellCheck, CellFault, cell_check
from coopgraph.tables.column_map import COLUMNS
from coopgraph.tables.columns import Column
from coopgraph.tables.nearest import nearest_names
from coopgraph.vocabulary import read_schemes

__all__ = ["Entry"]

_Shape = TypeVar("_Shape", Text, Items, Mapping)


class Entry:
    """One mapping, asked key by key; `close` reports the keys that nobody asked for."""

    def __init__(self, node: Mapping, voice: Voice) -> None:
        self.node = node
        self.voice = voice
        self._asked: set[str] = set()

    @property
    def line(self) -> int:
        """Return the line on which the mapping begins."""
        return self.node.line

    def value(self, key: str) -> Node | None:
        """Return the value of a key, or None where it is missing or null."""
        self._asked.add(key)
        found = self.node.entries.get(key)
        return None if found is None or is_null(found) else found

    def scalar(self, key: str) -> Text | None:
        """Return the value of a key that holds one text."""
        found = self.value(key)
        return self._shaped(found, Text) if found is not None else None

    def text(self, key: str) -> str:
        """Return free text, tidied, or nothing."""
        found = self.scalar(key)
        return self._checked(found, COLUMNS["title"]) if found else ""

    def cell(self, key: str, column: Column) -> str:
        """Return what a column can hold, or nothing."""
        found = self.scalar(key)
        return self._checked(found, column) if found else ""

    def cells(self, key: str, column: Column) -> list[tuple[str, Text]]:
        """Return the values of a list, with their places; a single text is a list of one."""
        found = self.value(key)
        items = found.items if isinstance(found, Items) else [found] if found else []
        made = []
        for item in items:
            if is_null(item):
                self.voice.want(item, Text)
            elif (text := self._shaped(item, Text)) and (cell := self._checked(text, column)):
                made.append((cell, text))
        return made

    def entries(self, key: str) -> list[Entry]:
        """Return the mappings of a list (a single mapping counts as a list of one)."""
        found = self.value(key)
        if found is None:
            return []
        items = [found]
        if not isinstance(found, Mapping):
            shaped = self._shaped(found, Items)
            items = shaped.items if shaped else []
        mappings = [self._shaped(item, Mapping) for item in items]
        return [Entry(mapping, self.voice) for mapping in mappings if mapping]

    def is_true(self, key: str) -> bool:
        """Tell whether a truth value is true; only true and false are read."""
        return self.cell(key, COLUMNS["batch"]) == "true"

    def names(self) -> list[tuple[str, Node]]:
        """Return all keys with their values, where keys are names and not words of the format."""
        self._asked |= set(self.node.entries)
        return list(self.node.entries.items())

    def close(self, known: Sequence[str] = ()) -> None:
        """Report the keys that are none of `known` (by default: that were never asked for)."""
        allowed = set(known) or self._asked
        for key, place in self.node.keys.items():
            if key not in allowed:
                near = nearest_names(key, sorted(allowed))
                choices = ", ".join(sorted(allowed))
                self.voice.say(
                    "W901",
                    place,
                    near=near,
                    instead_en=f"keys here: {choices}",
                    instead_fr=f"clés possibles : {choices}",
                )

    def read_text(self, node: Node, column: Column) -> str:
        """Return what a column can hold from a value that stands at no key of its own."""
        found = self._shaped(node, Text)
        return self._checked(found, column) if found else ""

    def _shaped(self, node: Node, shape: type[_Shape]) -> _Shape | None:
        if isinstance(node, shape):
            return node
        self.voice.want(node, shape)
        return None

    def _checked(self, found: Text, column: Column) -> str:
        """Return the tidied text if the column can hold it; else say why not and return nothing."""
        text = unicodedata.normalize("NFC", found.text.replace("\r\n", "\n").replace("\r", "\n"))
        text = text.strip()
        fault = _check_of(column)(text) if text else None
        if fault is None:
            return text
        if fault.code == "E216":  # words of a date: tables mend them, a dossier is only told
            fault = _as_edtf(text)
        code = "E907" if fault.code == "E201" else fault.code
        facts = {name: fact for name, fact in fault.facts.items() if name != "value"}
        self.voice.say(code, found, near=fault.near, **facts)
        return ""


def _as_edtf(text: str) -> CellFault:
    try:
        edtf = read_phrase(text).edtf
    except InvalidDate as problem:
        return CellFault("E203", {"reason_en": problem.reason_en, "reason_fr": problem.reason_fr})
    return CellFault("E203", {"reason_en": f"write {edtf}", "reason_fr": f"écrire {edtf}"})


@lru_cache(maxsize=256)
def _check_of(column: Column) -> CellCheck:
    if column.kind == "ref":
        column = COLUMNS["id"]
    return cell_check(column, schemes=read_schemes())
