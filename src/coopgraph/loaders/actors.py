"""Actors: persons in an official or professional capacity, and organisations; who followed whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.labels import untranslated
from coopgraph.loaders.lines import statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import TYPE, NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP

__all__ = ["load_actors", "load_roles", "load_successions"]


@Loader
def load_actors(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the actors, each a person or an organisation as well."""
    plan = NodePlan("actors", context)
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        classes = (COOP.Person if k == "person" else COOP.Organisation for k in columns["kind"])
        yield statements(subjects, TYPE, classes)
        yield untranslated(subjects, columns)


load_roles = load_plain("roles")
load_successions = load_plain("successions")
