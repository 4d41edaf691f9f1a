"""Missions and projects, both activities; who took part in them and where they took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import TYPE, NodePlan
from coopgraph.loaders.plain import Load, load_link, load_plain
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP

__all__ = ["load_missions", "load_participations", "load_projects", "load_venues"]


def _load_activities(table: str) -> Load:
    """Return the loader of a table whose rows are activities as well as their own class."""

    def load(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
        plan = NodePlan(table, context)
        for row in rows:
            subject = plan.subject(row)
            yield from plan.quads(subject, row)
            yield Quad(subject, TYPE, COOP.Activity)

    return load


load_missions = _load_activities("missions")
load_projects = _load_activities("projects")
load_participations = load_plain("participations")
load_venues = load_link("venues", "activity", COOP.takesPlaceIn, "place")
