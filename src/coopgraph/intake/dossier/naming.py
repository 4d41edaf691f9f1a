"""Acronyms, other names and dated names of a dossier as rows of the table of names."""

from __future__ import annotations

from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["add_identifiers", "add_names"]

_NAME = COLUMNS["name"]


def add_names(draft: Draft) -> None:
    """Read ``acronym``, ``other_names``, ``other_titles`` and ``names``, those that there are."""
    entry = draft.entry
    acronym = entry.cell("acronym", _NAME)
    if acronym:
        draft.link("acronym", "names", "record", {"name": acronym, "kind": "acronym"}, "name")
    for key in ("other_names", "other_titles"):
        draft.refer(key, "names", "record", "name", kind="alternative")
    for one in entry.entries("names"):
        _add_dated(draft, one)


def _add_dated(draft: Draft, one: Entry) -> None:
    """Hang one dated name below the root: official if it is the record's own, else former."""
    name, acronym = one.cell("name", _NAME), one.cell("acronym", _NAME)
    when = one.cell("when", COLUMNS["when"])
    if not name:
        one.voice.say("E906", one.node, key="name")
    own = name.casefold() == draft.root.cells.get("name_fr", "").casefold()
    cells = {"name": name, "kind": "official" if own else "former", "when": when}
    row = draft.link("names", "names", "record", cells, "name", "when", line=one.line)
    draft.attest(one, row)
    draft.note(row, one.text("note"))
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
