"""Disputes: questions that sources answer differently, their answers and what they are about.

An answer is a claim. It says which record and which property are contested, if there are any: a
question such as "who had the idea?" is about records (`load_concerns`) and about no cell of theirs.
Whatever a claim says, no record states it for that reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statement
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_link, load_plain
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP

__all__ = ["load_claims", "load_concerns", "load_disputes"]

load_disputes = load_plain("disputes")
load_concerns = load_link("concerns", "dispute", COOP.concernsRecord, "record")


@Loader
def load_claims(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the claims, each with the property of the record that sources contest, if any."""
    plan = NodePlan("claims", context, leave=("column",))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        contested = zip(subjects, columns["record"], columns["column"], strict=True)
        for subject, record, column in contested:
            if column and (property_ := context.property_of(record, column)):
                yield statement(subject, COOP.claimedProperty, property_)
