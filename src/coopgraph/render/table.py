"""Write the ties of a view as rows of words: the table twin for readers without script.

The rows say what the picture says, tie by tie, in the order of the view: who, how, with whom, when,
with what doubt, and where it is written.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> table_rows(empty, language="fr")
[]

The page sorts and filters its own table (``page/table.js``); this one is whole and still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopgraph.render.addresses import web_address
from coopgraph.views.legend import DOUBTS

if TYPE_CHECKING:
    from coopgraph.views.model import Evidence, Fact, Tie, View

__all__ = ["SourceLine", "TableRow", "table_rows"]


class SourceLine(NamedTuple):
    """Where a fact is said, in one line, with the address if it is one of the web."""

    title: str
    details: str
    url: str


class TableRow(NamedTuple):
    """One tie in words."""

    source: str
    tie: str
    target: str
    sentence: str
    date: str
    doubts: str
    evidence: tuple[SourceLine, ...]


def table_rows(view: View, *, language: str, most: int | None = None) -> list[TableRow]:
    """Return one row for each tie of `view`, in its order, in `language`; at most `most`."""
    labels = {node.id: getattr(node.label, language) for node in view.nodes}
    return [
        TableRow(
            labels[tie.source],
            getattr(tie.label, language),
            labels[tie.target],
            *_told(tie, view.facts[tie.fact], language),
        )
        for tie in view.ties[:most]
    ]


def _told(tie: Tie, fact: Fact, language: str) -> tuple[str, str, str, tuple[SourceLine, ...]]:
    return (
        getattr(fact.sentence, language),
        getattr(fact.date, language),
        ", ".join(getattr(DOUBTS[doubt].words, language) for doubt in tie.doubts(fact)),
        tuple(_source_line(piece, language) for piece in fact.evidence),
    )


def _source_line(piece: Evidence, language: str) -> SourceLine:
    details = (piece.publisher, getattr(piece.published, language), piece.locator)
    return SourceLine(piece.title, ", ".join(filter(None, details)), web_address(piece.url))
