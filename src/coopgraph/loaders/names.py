"""Names and identifiers of records: former and short names, and numbers in other registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_plain
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_identifiers", "load_names"]

_ALTERNATIVE = expand("skos:altLabel")


def load_names(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the names; each is an alternative label of its record, too."""
    plan = NodePlan("names", context, leave=("name",))
    for row in rows:
        name = Literal(row["name"], language=row["language"] or None)
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        yield Quad(subject, COOP.nameText, name)
        yield Quad(context.iri(row["record"]), _ALTERNATIVE, name)


load_identifiers = load_plain("identifiers")
