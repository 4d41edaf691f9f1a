"""Places: cities, regions, countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.labels import untranslated
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.batches import Columns

__all__ = ["load_places"]


@Loader
def load_places(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the places."""
    plan = NodePlan("places", context)
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        yield untranslated(subjects, columns)
