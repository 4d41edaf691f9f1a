"""Budgets, costs, loans and grants of a dossier as rows of the tables of budgets and awards."""

from __future__ import annotations

from typing import Final

from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.figures import finish_entry
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.incoming import IncomingRow
from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.vocabulary import read_schemes

__all__ = ["add_budgets", "add_grants", "read_per"]

_BUDGETS: Final = TABLES["budgets"]
_AWARDS: Final = TABLES["awards"]


def add_budgets(draft: Draft, key: str, kind: str) -> list[IncomingRow]:
    """Read amounts at a key (a list, or one) as budgets of this kind; return their rows."""
    return [_add_budget(draft, key, kind, entry) for entry in draft.entry.entries(key)]


def _add_budget(draft: Draft, key: str, kind: str, entry: Entry) -> IncomingRow:
    cells = {"kind": kind, **_money(entry)}
    for name in ("amount", "currency"):
        if not cells[name]:
            entry.voice.say("E906", entry.node, key=name)
    cells["side"] = entry.cell("side", COLUMNS["side"])
    cells["funder"] = entry.cell("from", COLUMNS["funder"])
    if entry.is_true("planned"):
        cells["kind"] = "requested"
    per, words, most = read_per(entry.text("per"))
    cells["per"] = per
    cells["qualifier"] = cells["qualifier"] or most
    row = draft.link(key, "budgets", "record", cells, "amount", line=entry.line)
    if words:
        if language_of(words, "en") == "fr":
            draft.say(row, fr=f"Par : {words}.")
        else:
            draft.say(row, en=f"Per: {words}.")
    lender = entry.text("lender")
    if lender:
        draft.say(row, fr=f"Prêteur : {lender}.", en=f"Lender: {lender}.")
    finish_entry(draft, entry, row)
    return row


def add_grants(draft: Draft) -> None:
    """Read the list ``grants`` of a project; who gives may be a programme (the plan sorts it)."""
    for entry in draft.entry.entries("grants"):
        cells = {"funder": entry.cell("from", COLUMNS["funder"]), **_money(entry)}
        cells["kind"] = entry.cell("kind", _AWARDS.column("kind"))
        cells["side"] = entry.cell("side", COLUMNS["side"])
        row = draft.link("grants", "awards", "activity", cells, "amount", "funder", line=entry.line)
        finish_entry(draft, entry, row)


def read_per(text: str) -> tuple[str, str, str]:
    """Return the period as a concept, the words where they say more, a qualifier.

    >>> read_per("year"), read_per("project, two years"), read_per("film, maximum")
    (('year', '', ''), ('project', 'project, two years', ''), ('film', 'film, maximum', 'at-most'))
    >>> read_per("three years")
    ('', 'three years', '')
    """
    periods = read_schemes()["budget-period"]
    if not text or text in periods:
        return text, "", ""
    first = text.split(",")[0].strip()
    qualifier = "at-most" if "maximum" in text.lower() else ""
    if text.lower().endswith(("in total", "au total")):
        first = "total"
    return (first if first in periods else ""), text, qualifier


def _money(entry: Entry) -> dict[str, str]:
    """Return the cells that every amount has."""
    cells = {
        name: entry.cell(name, _BUDGETS.column(name))
        for name in ("amount", "currency", "qualifier", "part_of_total", "when")
    }
    if entry.is_true("approximate"):
        cells["qualifier"] = cells["qualifier"] or "approximate"
    return cells
