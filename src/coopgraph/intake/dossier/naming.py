"""Acronyms, other names and dated names of a dossier as rows of the table of names."""

from __future__ import annotations

import re

from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.language import language_of
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["add_identifiers", "add_names"]

_NAME = COLUMNS["name"]


def add_names(draft: Draft) -> None:
    """Read ``acronym``, ``other_names``, ``other_titles`` and ``names``, those that there are."""
    entry = draft.entry
    acronym = entry.cell("acronym", _NAME)
    if acronym:
        draft.link("acronym", "names", "record", {"name": acronym, "kind": "acronym"}, "name")
    draft.refer("other_names", "names", "record", "name", kind="alternative")
    for title, place in entry.cells("other_titles", _NAME):
        cells = {"name": title, "language": language_of(title, "fr"), "kind": "alternative"}
        draft.link("other_titles", "names", "record", cells, "name", line=place.line)
    dated = entry.entries("names")
    official = _official(draft.root.cells.get("name_fr", ""), dated)
    for one in dated:
        _add_dated(draft, one, kind="official" if one in official else "former")


def _official(own: str, dated: list[Entry]) -> list[Entry]:
    """Return the names that still hold; where no date says it, the one that the record bears."""
    held = [one for one in dated if _end(one) == ".."]
    if held:
        return held
    open_or_unknown = [one for one in dated if not _end(one)]
    for plain in (_plain, _bare):
        same = [one for one in open_or_unknown if plain(one.text("name")) == plain(own)]
        if same:
            return same
    return []


def _end(one: Entry) -> str:
    """Return the end of the time of a name; nothing if the file does not know it."""
    return one.cell("when", COLUMNS["when"]).partition("/")[2]


def _plain(name: str) -> str:
    return name.casefold().replace("'", "’")


def _bare(name: str) -> str:
    """Return a name without what stands in brackets at its end, a country or an acronym."""
    return re.sub(r"\s*\([^()]*\)$", "", _plain(name))


def _add_dated(draft: Draft, one: Entry, *, kind: str) -> None:
    """Hang one dated name below the root, with the acronym of its time."""
    name, acronym = one.cell("name", _NAME), one.cell("acronym", _NAME)
    when = one.cell("when", COLUMNS["when"])
    if not name:
        one.voice.say("E906", one.node, key="name")
    cells = {"name": name, "kind": kind, "when": when}
    row = draft.link("names", "names", "record", cells, "name", "when", line=one.line)
    draft.attest(one, row)
    draft.note(row, one)
    if acronym:
        cells = {"name": acronym, "kind": "acronym", "when": when}
        row = draft.link("names", "names", "record", cells, "name", "when", line=one.line)
        draft.attest(one, row)
    one.close()


def add_identifiers(draft: Draft) -> None:
    """Read ``identifiers``: the name of a register, and the identifier that it gives."""
    scheme = TABLES["identifiers"].column("scheme")
    for one in draft.entry.entries("identifiers"):
        for key, node in one.names():
            place = one.node.keys[key]
            cells = {
                "scheme": one.read_text(place, scheme),
                "value": one.read_text(node, COLUMNS["value"]),
            }
            draft.link("identifiers", "identifiers", "record", cells, "value", line=place.line)
