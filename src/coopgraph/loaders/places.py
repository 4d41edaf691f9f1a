"""Places: cities, regions, countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.labels import untranslated
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.read import Row

__all__ = ["load_places"]


def load_places(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the places."""
    plan = NodePlan("places", context)
    for row in rows:
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        if not row["name_en"]:
            yield from untranslated(subject, row["name_fr"])
