"""Themes, concepts of a scheme that is data; and which record is about which theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from pyoxigraph import NamedNode

from coopgraph.identifiers import scheme_iri
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.loaders.plain import load_link
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_subjects", "load_themes"]

_IN_SCHEME = expand("skos:inScheme")


@Loader
def load_themes(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the themes, each in the scheme of themes."""
    plan = NodePlan("themes", context)
    scheme = NamedNode(scheme_iri("theme"))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        yield statements(subjects, _IN_SCHEME, repeat(scheme))


load_subjects = load_link("subjects", "record", COOP.hasTheme, "theme")
