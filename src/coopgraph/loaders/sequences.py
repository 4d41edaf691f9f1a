"""Sequences: what led to what, what only followed, what carried out or postponed what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statement
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP

__all__ = ["load_sequences"]

_DIRECT = {
    "led-to": COOP.ledTo,
    "followed-by": COOP.followedBy,
    "realises": COOP.realises,
    "postponed-from": COOP.postponedFrom,
}


@Loader
def load_sequences(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the sequences, and the tie between the two records that each stands for."""
    plan = NodePlan("sequences", context)
    for columns in batches:
        yield from plan.lines(plan.subjects(columns), columns)
        ties = zip(columns["subject"], columns["predicate"], columns["object"], strict=True)
        for subject, predicate, object_ in ties:
            yield statement(context.iri(subject), _DIRECT[predicate], context.iri(object_))
