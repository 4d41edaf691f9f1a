"""Names and identifiers of records: former and short names, and numbers in other registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements, text_literal
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_identifiers", "load_names"]

_ALTERNATIVE = expand("skos:altLabel")


@Loader
def load_names(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the names; each is an alternative label of its record, too."""
    plan = NodePlan("names", context, leave=("name",))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        names = list(map(text_literal, columns["name"], columns["language"]))
        yield statements(subjects, COOP.nameText, names)
        yield statements(map(context.iri, columns["record"]), _ALTERNATIVE, names)


load_identifiers = load_plain("identifiers")
