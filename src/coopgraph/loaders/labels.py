"""Every record has a name in both languages: the French one serves where none is in English use."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from coopgraph.loaders.nodes import TRUE
from coopgraph.vocabulary import COOP, expand

__all__ = ["untranslated"]

_LABEL = expand("skos:prefLabel")


def untranslated(subject: NamedNode, french: str) -> tuple[Quad, Quad]:
    """Return the French name as the English one, and the remark that it is no translation."""
    return (
        Quad(subject, _LABEL, Literal(french, language="en")),
        Quad(subject, COOP.untranslated, TRUE),
    )
