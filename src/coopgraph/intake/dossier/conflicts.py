"""The list ``conflicts``: a question that sources answer differently, and each of their answers."""

from __future__ import annotations

import contextlib
import re

from coopgraph.dates import InvalidDate
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.language import language_of
from coopgraph.spelling import spell_date
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import COLUMNS

__all__ = ["fill_conflict", "standing_of"]


def fill_conflict(draft: Draft) -> None:
    """Read a record of the list ``conflicts``."""
    entry = draft.entry
    what = entry.text("what")
    written = language_of(what, draft.dossier.language)
    draft.set("what", f"question_{written}", what)
    other = "en" if written == "fr" else "fr"
    draft.set("what", f"question_{other}", what)
    draft.mark(draft.root, f"question_{other}")
    about = [target for target, _ in entry.cells("about", COLUMNS["id"])]
    if not about:
        entry.voice.say("W906", entry.node.keys.get("about") or entry.node, value="")
    for target in about:
        draft.link("about", "concerns", "dispute", {"record": target}, "record")
    settled = entry.text("settled")
    cited = [_add_claim(draft, one, about, settled) for one in entry.entries("says")]
    draft.cite_all(draft.root, dict.fromkeys(pair for pair in cited if pair[0]))


def _add_claim(draft: Draft, one: Entry, about: list[str], settled: str) -> tuple[str, str]:
    """Hang one answer below the question; return its source and locator."""
    source, value = one.cell("source", COLUMNS["source"]), one.text("value")
    for key, found in (("source", source), ("value", value)):
        if not found:
            one.voice.say("E906", one.node, key=key)
    cells = {"value": value, "standing": standing_of(value, settled)}
    locators = {record: draft.dossier.own_locator(record, source) for record in about}
    citing = [record for record in about if locators[record]]
    cells["record"] = (citing if len(citing) == 1 else about if len(about) == 1 else [""])[0]
    if settled:
        cells |= {
            "reason_fr": french_spaces(f"Retenu : {settled}."),
            "reason_en": f"Retained: {settled}.",
        }
    row = draft.link("says", "claims", "dispute", cells, "value", line=one.line)
    cited = (source, draft.dossier.locator(citing[0] if citing else "", source))
    draft.cite_all(row, [cited])
    one.close()
    return cited


def standing_of(value: str, settled: str) -> str:
    """Return what becomes of an answer: undecided where nothing is settled, or it says both.

    >>> standing_of("29 March 2013", "2013-03-29"), standing_of("April 2012", "2013-03-29")
    ('retained', 'not-retained')
    >>> standing_of("29 March 2012, then 29 March 2013", "2013-03-29"), standing_of("12", "")
    ('undecided', 'undecided')
    """
    if not settled:
        return "undecided"
    words = {settled}
    with contextlib.suppress(InvalidDate):  # what is settled need not be a date
        words |= {spell_date(settled, "fr"), spell_date(settled, "en")}
    lower = value.lower()
    if not any(word.lower() in lower for word in words):
        return "not-retained"
    years = re.compile(r"\b[12][0-9]{3}\b")
    other = set(years.findall(value)) - set(years.findall(settled))
    return "undecided" if other else "retained"
