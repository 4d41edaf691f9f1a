"""Actors: persons in an official or professional capacity, and organisations; who followed whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.labels import untranslated
from coopgraph.loaders.nodes import TYPE, NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP

__all__ = ["load_actors", "load_roles", "load_successions"]


def load_actors(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the actors, each a person or an organisation as well."""
    plan = NodePlan("actors", context)
    for row in rows:
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        class_ = COOP.Person if row["kind"] == "person" else COOP.Organisation
        yield Quad(subject, TYPE, class_)
        if not row["name_en"]:
            yield from untranslated(subject, row["name_fr"])


load_roles = load_plain("roles")
load_successions = load_plain("successions")
