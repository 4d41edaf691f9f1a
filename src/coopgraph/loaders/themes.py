"""Themes, concepts of a scheme that is data; and which record is about which theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from coopgraph.identifiers import scheme_iri
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_link
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_subjects", "load_themes"]

_IN_SCHEME = expand("skos:inScheme")


def load_themes(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the themes, each in the scheme of themes."""
    plan = NodePlan("themes", context)
    scheme = NamedNode(scheme_iri("theme"))
    for row in rows:
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        yield Quad(subject, _IN_SCHEME, scheme)


load_subjects = load_link("subjects", "record", COOP.hasTheme, "theme")
