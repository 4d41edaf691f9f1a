"""What is said of records of any table: days on which it was so, counts, relations, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP

__all__ = ["load_attestations", "load_claims", "load_figures", "load_relations"]

load_attestations = load_plain("attestations")
load_figures = load_plain("figures")
load_relations = load_plain("relations")


def load_claims(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the claims, each with the property of the record that sources contest."""
    plan = NodePlan("claims", context, leave=("column",))
    for row in rows:
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        claimed = row["column"] and context.property_of(row["record"], row["column"])
        if claimed:
            yield Quad(subject, COOP.claimedProperty, claimed)
