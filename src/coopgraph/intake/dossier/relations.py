"""The list ``relations``: what fits nowhere else, and who took whose place."""

from __future__ import annotations

import re
from typing import Final

from coopgraph.intake.dossier.draft import Draft, points_into_file
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.figures import add_counts
from coopgraph.intake.dossier.money import read_per
from coopgraph.tables.column_map import TABLES

__all__ = ["draft_table", "fill_relation", "succession_kind"]

_KINDS: Final = (
    ("merged", re.compile(r"(?i)\b(?:merge[dr]?|mergers?|fusion\w*)\b")),
    ("split", re.compile(r"(?i)\b(?:split|divided|scind\w+|scission|divisée?s?)\b")),
    ("renamed", re.compile(r"(?i)\b(?:renamed|new name|rebapti\w+|renommée?s?|nouveau nom)\b")),
)


def draft_table(entry: Entry) -> str:
    """Return the table of a relation: one body that replaced another is a succession."""
    found = entry.scalar("predicate")
    return "successions" if found and found.text.strip() == "successor-of" else "relations"


def succession_kind(note: str) -> str:
    """Return how one body took the other's place, as far as the note says it beyond dispute.

    >>> succession_kind("Merged with its neighbours."), succession_kind("Scindée en deux.")
    ('merged', 'split')
    >>> succession_kind(""), succession_kind("The law says renamed: see conflicts.")
    ('replaced', 'replaced')
    """
    if points_into_file(note):
        return "replaced"
    return next((kind for kind, words in _KINDS if words.search(note)), "replaced")


def fill_relation(draft: Draft) -> None:
    """Read a record of the list ``relations``."""
    if draft.table.name == "successions":
        draft.put("object", "former")
        draft.put("subject", "latter")
        draft.set("predicate", "kind", succession_kind(draft.entry.text("note")))
    else:
        draft.copy("subject", "predicate", "object")
    draft.copy("when")
    draft.attest(draft.entry, draft.root)
    add_counts(draft, "participants_count")
    _add_amount(draft)


def _add_amount(draft: Draft) -> None:
    entry = draft.entry
    columns = TABLES["budgets"]
    cells = {"kind": "budget"}
    cells |= {name: entry.cell(name, columns.column(name)) for name in ("amount", "currency")}
    per, words, cells["qualifier"] = read_per(entry.text("per"))
    if not cells["amount"]:
        return
    row = draft.link("amount", "budgets", "record", {**cells, "per": per}, "amount")
    draft.trace("currency", row, "currency")
    if words:
        draft.say(row, en=f"Per: {words}.")
