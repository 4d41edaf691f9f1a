"""What is said of records of any table: days on which it was so, counts, relations, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statement
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP

__all__ = ["load_attestations", "load_claims", "load_figures", "load_relations"]

load_attestations = load_plain("attestations")
load_figures = load_plain("figures")
load_relations = load_plain("relations")


@Loader
def load_claims(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the claims, each with the property of the record that sources contest."""
    plan = NodePlan("claims", context, leave=("column",))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        contested = zip(subjects, columns["record"], columns["column"], strict=True)
        for subject, record, column in contested:
            if column and (property_ := context.property_of(record, column)):
                yield statement(subject, COOP.claimedProperty, property_)
