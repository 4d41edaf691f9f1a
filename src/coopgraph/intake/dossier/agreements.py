"""The list ``agreements``: parties, signings with who signed, terms of force, figures."""

from __future__ import annotations

from typing import Final

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.figures import add_counts, add_figures, read_count
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.dossier.statuses import read_status
from coopgraph.intake.incoming import IncomingRow
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["fill_agreement"]

_SIGNATORIES: Final = TABLES["signatories"]


def fill_agreement(draft: Draft) -> None:
    """Read a record of the list ``agreements``."""
    draft.copy("id", "kind", "title_fr", "title_en", "part_of", "amends", "replaces", "renews")
    draft.copy("batch")
    if draft.entry.cell("status", TABLES["agreements"].column("status")):
        read_status(draft)
    read_count(draft, "agreements_count")
    draft.refer("parties", "parties", "agreement", "actor")
    draft.refer("themes", "subjects", "record", "theme")
    _add_signings(draft)
    _add_terms(draft)
    add_counts(draft, "duration_years")
    add_figures(draft)


def _add_signings(draft: Draft) -> None:
    entry = draft.entry
    signed = entry.cell("signed", COLUMNS["when"])
    dates = entry.cells("signed_dates", COLUMNS["when"])
    places = entry.cells("signed_at", COLUMNS["place"])
    made = [_signing(draft, "signed_dates", "", date, node.line) for date, node in dates]
    if signed and signed not in (date for date, _ in dates):
        made.append(_signing(draft, "signed", "", signed))
    elif signed:  # which of the dates counts may be inferred: the dates themselves are not
        draft.trace("signed", draft.root)
    agreed = _dated(draft, "agreed", "agreed-in-principle")
    issued = _dated(draft, "issued", "issued")
    if not made and (entry.entries("signatories") or (places and not agreed and not issued)):
        made.append(_signing(draft, "signatories", "", ""))
    if entry.entries("issued_by") and not issued:
        issued.append(_signing(draft, "issued_by", "issued", ""))
    for row in made or agreed or issued:
        for place, _ in places[:1]:
            row.cells["place"] = place
            draft.trace("signed_at", row, "place")
    _say_more_places(draft, [place for place, _ in places[1:]], made or agreed or issued)
    # nobody says who signed on which of several days: they hang below the last
    _add_signatories(draft, "signatories", made[-1:])
    _add_signatories(draft, "issued_by", issued[-1:])


def _say_more_places(draft: Draft, places: list[str], rows: list[IncomingRow]) -> None:
    for place in places:
        cells = {"when": rows[-1].cells.get("when", ""), "place": place}
        draft.link("signed_at", "signings", "agreement", cells, "place")


def _dated(draft: Draft, key: str, kind: str) -> list[IncomingRow]:
    dates = draft.entry.cells(key, COLUMNS["when"])
    return [_signing(draft, key, kind, date, node.line) for date, node in dates]


def _signing(draft: Draft, key: str, kind: str, when: str, line: int = 0) -> IncomingRow:
    cells = {"kind": kind, "when": when}
    return draft.link(key, "signings", "agreement", cells, "when", line=line)


def _add_signatories(draft: Draft, key: str, signings: list[IncomingRow]) -> None:
    for one in draft.entry.entries(key):
        person = one.cell("person", COLUMNS["person"])
        if not person:
            one.voice.say("E906", one.node, key="person")
        role = one.text("as")
        cells = {"person": person, "on_behalf_of": one.cell("for", COLUMNS["on_behalf_of"])}
        cells |= {f"role_{language_of(role, draft.dossier.language)}": role}
        one.close()
        for signing in signings:
            link = ("person", "on_behalf_of")
            draft.link(key, "signatories", "signing", cells, *link, above=signing, line=one.line)


def _add_terms(draft: Draft) -> None:
    entry = draft.entry
    force = entry.cell("in_force", COLUMNS["when"])
    ends = entry.cell("ends", COLUMNS["when"])
    when = _joined(force, ends)
    if when:
        row = draft.link("in_force", "terms", "agreement", {"when": when}, "when")
        draft.trace("ends", row, "when")
    if ends and not _holds(when, ends):
        row = draft.link("ends", "terms", "agreement", {"when": f"../{ends}"}, "when")
    for one in entry.entries("in_force_by_side"):
        cells = {
            "when": _joined(one.cell("when", COLUMNS["when"]), ""),
            "side": one.cell("side", COLUMNS["side"]),
        }
        if not cells["when"]:
            one.voice.say("E906", one.node, key="when")
        draft.link("in_force_by_side", "terms", "agreement", cells, line=one.line)
        one.close()


def _joined(force: str, ends: str) -> str:
    """Return the term that begin and end make together; without a begin, one that is unknown.

    >>> _joined("2010", "2014"), _joined("2010/..", "2014"), _joined("", "2014")
    ('2010/2014', '2010/2014', '/2014')

    A date alone is the day of entry into force; the end is not known then.

    >>> _joined("2010/2012", "2014"), _joined("2010/..", ""), _joined("2010-09-01", "")
    ('2010/2012', '2010/..', '2010-09-01/')
    """
    begin, _, end = force.partition("/")
    if end in ("", "..") and ends and _is_date(f"{begin}/{ends}"):
        return f"{begin}/{ends}"
    return f"{force}/" if force and "/" not in force and _is_date(f"{force}/") else force


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except InvalidDate:
        return False
    return True


def _holds(when: str, ends: str) -> bool:
    return when.rpartition("/")[2] == ends
