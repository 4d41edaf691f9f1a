"""Missions and projects, both activities; who took part in them and where they took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import TYPE, NodePlan
from coopgraph.loaders.plain import load_link, load_plain
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP

__all__ = ["load_missions", "load_participations", "load_projects", "load_venues"]


def _load_activities(table: str) -> Loader:
    """Return the loader of a table whose rows are activities as well as their own class."""

    @Loader
    def load(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
        plan = NodePlan(table, context)
        for columns in batches:
            subjects = plan.subjects(columns)
            yield from plan.lines(subjects, columns)
            yield statements(subjects, TYPE, repeat(COOP.Activity))

    return load


load_missions = _load_activities("missions")
load_projects = _load_activities("projects")
load_participations = load_plain("participations")
load_venues = load_link("venues", "activity", COOP.takesPlaceIn, "place")
