"""Every record has a name in both languages: the French one serves where none is in English use."""

from __future__ import annotations

from collections.abc import Iterable

from coopgraph.loaders.lines import statement, text_literal
from coopgraph.loaders.nodes import TRUE
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP, expand

__all__ = ["untranslated"]

_LABEL = expand("skos:prefLabel")


def untranslated(subjects: Iterable[str], columns: Columns) -> str:
    """Say the French name of what has no English one as the English one; say it is untranslated.

    A person's name is the same in every language: nothing is missing there.
    """
    names = zip(subjects, columns["kind"], columns["name_fr"], columns["name_en"], strict=True)
    return "".join(
        statement(subject, _LABEL, text_literal(french, "en"))
        + ("" if kind == "person" else statement(subject, COOP.untranslated, TRUE))
        for subject, kind, french, english in names
        if not english
    )
