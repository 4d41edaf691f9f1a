"""Counts and sizes of a dossier as rows of the table of figures."""

from __future__ import annotations

import re
from typing import Final

from coopgraph.dates import parse_date
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.dossier.measures import read_measure
from coopgraph.intake.incoming import IncomingRow
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["add_counts", "add_figure", "add_figures", "finish_entry", "read_count"]

_TABLE: Final = TABLES["figures"]
_SIDES: Final = (
    ("france", re.compile(r"(?i)\b(?:from France|venus de France|de France)\b")),
    ("quebec", re.compile(r"(?i)\b(?:from Qu[ée]bec|venus du Québec|du Québec)$")),
)
# What is said of something that had not come about yet was only foretold.
_FORETOLD: Final = ("planned", "announced")
# key of a dossier → what is counted (fr, en), its unit, its side
_COUNTS: Final = {
    "participants_count": ("participants", "participants", "persons", ""),
    "participants_from_quebec_count": (
        "participants du Québec",
        "participants from Québec",
        "persons",
        "quebec",
    ),
    "guests_count": ("invités", "guests", "persons", ""),
    "films_count": ("films", "films", "films", ""),
    "towns_count": ("villes", "towns", "towns", ""),
    "places_count": ("lieux", "places", "places", ""),
    "funded_projects_count": ("projets financés", "projects funded", "projects", ""),
    "projects_count": ("projets", "projects", "projects", ""),
    "agreements_count": ("accords", "agreements", "agreements", ""),
    "duration_years": ("durée", "duration", "years", ""),
}


def add_figure(draft: Draft, key: str, cells: dict[str, str], *, line: int = 0) -> IncomingRow:
    """Hang a figure below the root; of what had not come about yet it was announced."""
    if draft.root.cells.get("status") in _FORETOLD:
        cells["announced"] = "true"
    return draft.link(key, "figures", "record", cells, "value", line=line)


def add_counts(draft: Draft, *keys: str) -> None:
    """Read counts, each a number at a key of its own, with what is said of the first of them."""
    entry = draft.entry
    qualifier = entry.cell("count_qualifier", _TABLE.column("qualifier"))
    unit = entry.text("count_unit")
    spoken = entry.cell("count_as_of", _TABLE.column("when"))
    for key in keys:
        value = entry.cell(key, COLUMNS["count"])
        if not value:
            continue
        what_fr, what_en, own_unit, side = _COUNTS[key]
        cells = {"what_fr": what_fr, "what_en": what_en, "value": value, "unit": own_unit}
        cells |= {"side": side}
        if key != "duration_years":
            cells |= {"unit": unit or own_unit, "qualifier": qualifier, "when": spoken}
            qualifier = unit = ""
        row = add_figure(draft, key, cells)
        draft.trace("count_qualifier", row, "qualifier")


def read_count(draft: Draft, key: str) -> None:
    """Read how many the record stands for, from ``count`` and from the key that means the same.

    Where both are given and differ, the second is a figure of its own.
    """
    draft.put("count", "count")
    told = draft.entry.cell(key, COLUMNS["count"])
    counted = draft.root.cells.get("count", "")
    if not counted:
        draft.set(key, "count", told)
        if told:  # a number of several is what a batch is
            draft.root.cells["batch"] = "true"
    elif told and told != counted:
        what_fr, what_en, unit, _ = _COUNTS[key]
        cells = {"what_fr": what_fr, "what_en": what_en, "value": told, "unit": unit}
        add_figure(draft, key, cells)


def add_figures(draft: Draft) -> None:
    """Read the list ``figures``."""
    for entry in draft.entry.entries("figures"):
        _add_one(draft, entry)


def _add_one(draft: Draft, entry: Entry) -> None:
    what = entry.text("what")
    value = entry.cell("value", COLUMNS["amount"])
    for key, found in (("what", what), ("value", value)):
        if not found:
            entry.voice.say("E906", entry.node, key=key)
    measure = read_measure(what)
    cells = {"what_fr": measure.fr, "what_en": measure.en, "value": value}
    for key in ("unit", "qualifier", "announced", "part_of_total", "side", "when"):
        cells[key] = entry.cell(key, _TABLE.column(key))
    cells["unit"] = cells["unit"] or measure.unit
    cells["side"] = cells["side"] or measure.side or _side_in(what)
    since = entry.cell("since", COLUMNS["when"])
    kept = _begun(cells, since)
    row = add_figure(draft, "figures", cells, line=entry.line)
    if since and not kept:
        draft.say(row, fr=f"Depuis : {since}.", en=f"Since: {since}.")
    horizon = entry.text("horizon")
    if horizon:
        if language_of(horizon, "en") == "fr":
            draft.say(row, fr=f"Échéance : {horizon}.")
        else:
            draft.say(row, en=f"Horizon: {horizon}.")
    finish_entry(draft, entry, row)


def finish_entry(draft: Draft, entry: Entry, row: IncomingRow) -> None:
    """Read what any entry of a list may have: note, own source, own inferences."""
    draft.note(row, entry)
    draft.cite(row, entry.cell("source", COLUMNS["source"]))
    for key, _ in entry.cells("inferred", COLUMNS["title"]):
        column = {"from": "funder"}.get(key, key)
        draft.mark(row, column)
        if column == "currency":
            row.cells["currency_certain"] = "false"
    entry.close()


def _side_in(what: str) -> str:
    """Return the side that the words name plainly, or nothing.

    >>> _side_in("participants from France"), _side_in("jobs in Québec")
    ('france', '')
    """
    return next((side for side, words in _SIDES if words.search(what)), "")


def _begun(cells: dict[str, str], since: str) -> bool:
    """Make ``when`` begin at `since`, if both are plain dates; tell whether it was done."""
    if not since or parse_date(since).marks:
        return False
    when = cells["when"]
    if when and parse_date(when).marks:
        return False
    cells["when"] = f"{since}/{when}"
    return True
