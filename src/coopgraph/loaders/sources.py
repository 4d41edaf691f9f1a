"""Sources: public pages and documents, each with the language that its title is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.read import Row
from coopgraph.vocabulary import expand

__all__ = ["load_sources"]

_TITLE = expand("dct:title")


def load_sources(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the sources; then until when the open-ended records that cite them are vouched for.

    Sources are loaded last of all tables, after the citations.
    """
    plan = NodePlan("sources", context, leave=("title",))
    for row in rows:
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        yield Quad(subject, _TITLE, Literal(row["title"], language=row["language"]))
        if row["published"]:
            context.open_ends.publish(row["id"], row["published"])
    yield from context.open_ends.statements()
