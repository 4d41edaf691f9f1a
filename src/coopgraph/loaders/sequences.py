"""Sequences: what led to what, what only followed, what carried out or postponed what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP

__all__ = ["load_sequences"]

_DIRECT = {
    "led-to": COOP.ledTo,
    "followed-by": COOP.followedBy,
    "realises": COOP.realises,
    "postponed-from": COOP.postponedFrom,
}


def load_sequences(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the sequences, and the tie between the two records that each stands for."""
    plan = NodePlan("sequences", context)
    for row in rows:
        yield from plan.quads(plan.subject(row), row)
        subject, object_ = context.iri(row["subject"]), context.iri(row["object"])
        yield Quad(subject, _DIRECT[row["predicate"]], object_)
