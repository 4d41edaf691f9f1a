"""Read how a thing stands and as of which day, whatever a dossier knows of that day."""

from __future__ import annotations

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.intake.dossier.days import first_day, last_day
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.nodes import Items, Mapping, Text
from coopgraph.spelling import spell_date
from coopgraph.tables.column_map import COLUMNS

__all__ = ["read_status"]


def read_status(draft: Draft) -> None:
    """Read ``status`` and ``status_as_of``; the day is marked as inferred unless it is exact.

    The tables want one day: the last that the date can mean, of a plan the first. Where the dossier
    gives none, it is the last day on which one of the cited sources can have been published, else
    the last day of the thing itself.
    """
    draft.put("status", "status")
    given = draft.entry.cell("status_as_of", COLUMNS["when"])
    planned = draft.root.cells.get("status") == "planned"
    day, exact = _day(given, planned=planned)
    if not day:
        day, exact = _told_by_dates(draft), False
        place = draft.entry.node.keys.get("status_as_of") or draft.entry.node
        if day:
            draft.entry.voice.say("W904", place, value="", taken=day)
        else:
            draft.entry.voice.say("W905", place, value="")
    day, exact = _not_after_end(draft, day, exact)
    draft.set("status_as_of", "status_as_of", day)
    if not exact:
        draft.mark(draft.root, "status_as_of")
    if given and given != day:
        fr, en = spell_date(given, "fr"), spell_date(given, "en")
        draft.say(draft.root, fr=f"Date de l’état : {fr}.", en=f"Date of the status: {en}.")


def _told_by_dates(draft: Draft) -> str:
    """Return the last day that the cited sources, else the dates of the record, can mean."""
    cited = draft.entry.node.entries.get("sources")
    days = []
    for one in cited.items if isinstance(cited, Items) else ():
        source = _source(one) if isinstance(one, Mapping) else ""
        days.append(_day(draft.dossier.published.get(source, ""))[0])
    own = draft.root.cells.get("when", "") or draft.root.cells.get("announced_on", "")
    return max(days, default="") or _day(own)[0]


def _not_after_end(draft: Draft, day: str, exact: bool) -> tuple[str, bool]:
    """Let what is said to be going on be so no later than its end, unless the day is exact."""
    if exact or not day or draft.root.cells.get("status") != "ongoing":
        return day, exact
    own = draft.root.cells.get("when", "")
    end = parse_date(own).latest_end if own else None
    return (min(day, end.isoformat()), False) if end else (day, False)


def _source(cited: Mapping) -> str:
    found = cited.entries.get("source")
    return found.text.strip() if isinstance(found, Text) else ""


def _day(edtf: str, *, planned: bool = False) -> tuple[str, bool]:
    try:
        return (first_day if planned else last_day)(edtf) if edtf else ("", False)
    except InvalidDate:
        return "", False
