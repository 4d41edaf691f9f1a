"""Sources: public pages and documents, each with the language that its title is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements, text_literal
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import expand

__all__ = ["load_sources"]

_TITLE = expand("dct:title")


@Loader
def load_sources(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the sources; then until when the open-ended records that cite them are vouched for.

    Sources are loaded last of all tables, after the citations.
    """
    plan = NodePlan("sources", context, leave=("title",))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        titles = map(text_literal, columns["title"], columns["language"])
        yield statements(subjects, _TITLE, titles)
        for source, published in zip(columns["id"], columns["published"], strict=True):
            if published:
                context.open_ends.publish(source, published)
    yield from context.open_ends.statements()
