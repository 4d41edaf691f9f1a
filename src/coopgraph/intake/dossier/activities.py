"""The lists ``missions`` and ``projects``: who took part, where, under what, what came of it."""

from __future__ import annotations

from typing import Final

from coopgraph.dates import InvalidDate
from coopgraph.identifiers import is_identifier
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.figures import add_counts, add_figures, read_count
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.dossier.money import add_budgets, add_grants
from coopgraph.intake.dossier.naming import add_names
from coopgraph.intake.dossier.roles import role_of
from coopgraph.intake.dossier.series import series_of
from coopgraph.intake.dossier.statuses import read_status
from coopgraph.spelling import spell_date
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["fill_mission", "fill_project", "read_kind"]

_ACTIVITIES: Final = ("missions", "projects")


def fill_mission(draft: Draft) -> None:
    """Read a record of the list ``missions``."""
    draft.copy("id", "title_fr", "title_en", "when", "part_of", "under", "batch", "count")
    read_kind(draft)
    _read_session(draft)
    draft.refer("organisers", "participations", "activity", "actor", role="organiser")
    _add_people(draft, "participants")
    _read_whole(draft)
    _read_postponed(draft)
    _read_shared(draft)
    add_counts(
        draft,
        *("participants_count", "participants_from_quebec_count", "films_count", "guests_count"),
        "towns_count",
    )
    add_budgets(draft, "cost", "cost")


def fill_project(draft: Draft) -> None:
    """Read a record of the list ``projects``."""
    draft.copy("id", "title_fr", "title_en", "when", "part_of", "under", "batch")
    read_count(draft, "projects_count")
    _add_people(draft, "partners")
    add_grants(draft)
    draft.attest(draft.entry, draft.root)
    _read_shared(draft)
    add_counts(draft, "participants_count", "places_count")
    add_budgets(draft, "cost", "cost")


def read_kind(draft: Draft) -> None:
    """Read ``kind``; a ``kind_detail`` is the narrower kind and takes its place."""
    draft.put("kind", "kind")
    draft.put("kind_detail", "kind")


def _read_shared(draft: Draft) -> None:
    """Read what missions and projects have in common."""
    read_status(draft)
    draft.refer("places", "venues", "activity", "place")
    draft.refer("themes", "subjects", "record", "theme")
    draft.lead("led_to", "led-to")
    draft.lead("followed_by", "followed-by")
    _read_funders(draft)
    add_names(draft)
    add_figures(draft)
    add_budgets(draft, "budget", "budget")


def _add_people(draft: Draft, key: str) -> None:
    column = TABLES["participations"].column("actor")
    for one in draft.entry.entries(key):
        actor, words = one.cell("actor", column), one.text("as")
        if not actor:
            one.voice.say("E906", one.node, key="actor")
        role, more = role_of(words) if words else ("participant", False)
        cells = {"actor": actor, "role": role}
        if more:
            cells[f"as_{language_of(words, draft.dossier.language)}"] = words
        draft.link(key, "participations", "activity", cells, "actor", "role", line=one.line)
        one.close()


def _read_session(draft: Draft) -> None:
    draft.put("session_number", "number")
    series, number = series_of(draft.id, draft.root.cells.get("title_fr", ""))
    draft.set("session_number", "series", series)
    if not draft.root.cells.get("number"):
        draft.set("session_number", "number", number)
        draft.trace("title_fr", draft.root, "number")  # an inferred title tells no more


def _read_funders(draft: Draft) -> None:
    """Put the first funder in its column; others fund it by a relation."""
    found = draft.entry.cells("funded_by", draft.table.column("funded_by"))
    for target, _ in found[:1]:
        draft.set("funded_by", "funded_by", target)
    for target, place in found[1:]:
        cells = {"subject": target, "predicate": "funds"}
        draft.link("funded_by", "relations", "object", cells, "subject", line=place.line)


def _read_whole(draft: Draft) -> None:
    """Read ``of``: the whole, unless it is of another kind or the place is taken."""
    for target, place in draft.entry.cells("of", draft.table.column("part_of")):
        above = draft.dossier.list_of(target)
        if above == "programmes":
            cells = {"predicate": "held-under", "object": target}
        elif draft.root.cells.get("part_of") or above not in ("", *_ACTIVITIES):
            cells = {"predicate": "falls-within", "object": target}
        else:
            draft.set("of", "part_of", target)
            continue
        draft.link("of", "relations", "subject", cells, "object", line=place.line)


def _read_postponed(draft: Draft) -> None:
    """Read ``postponed_from``: ids of what was planned before, or only its dates."""
    spelt: list[tuple[str, str]] = []
    for text, place in draft.entry.cells("postponed_from", COLUMNS["title"]):
        try:
            spelt.append((spell_date(text, "fr"), spell_date(text, "en")))
        except InvalidDate:
            if is_identifier(text):
                cells = {"predicate": "postponed-from", "object": text}
                draft.link("postponed_from", "sequences", "subject", cells, "object")
            else:
                draft.entry.voice.say("E907", place)
    if spelt:
        fr, en = (", ".join(words) for words in zip(*spelt, strict=True))
        several = len(spelt) > 1
        draft.say(
            draft.root,
            fr=f"Reportée ; {'dates prévues' if several else 'date prévue'} d’abord : {fr}.",
            en=f"Postponed; {'dates' if several else 'date'} first planned: {en}.",
        )
