"""Which answers a format can hold, and the refusal of the others."""

from __future__ import annotations

from coopgraph.errors import UnknownFormat
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict

__all__ = ["as_rows", "only_rows", "only_triples"]

_ROWS = "table, csv, tsv, json, xml, markdown, html, spreadsheet, xlsx, parquet, arrow"
_BOTH = "table, json, xml, markdown, html"
_TRIPLES = "turtle, trig, ntriples, jsonld"


def only_rows(answered: Answered, name: str) -> Result | Verdict:
    """Return the answer of a SELECT or ASK.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    if isinstance(answered, GraphResult):
        raise UnknownFormat(
            f"The answer is a graph, which {name} does not hold; choose: {_TRIPLES}.",
            f"La réponse est un graphe, que {name} ne sait pas écrire ; choisir : {_TRIPLES}.",
        )
    return answered


def as_rows(answered: Answered, name: str) -> Result:
    """Return the answer of a SELECT, for a form that knows nothing else.

    Raises:
        UnknownFormat: the answer is a graph, or yes or no.
    """
    rows = only_rows(answered, name)
    if isinstance(rows, Verdict):
        raise UnknownFormat(
            f"The answer is yes or no, for which {name} has no form; choose: {_BOTH}.",
            f"La réponse est oui ou non, ce que {name} ignore ; choisir : table, json, xml.",
        )
    return rows


def only_triples(answered: Answered, name: str) -> GraphResult:
    """Return the answer of a CONSTRUCT or DESCRIBE.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    if not isinstance(answered, GraphResult):
        raise UnknownFormat(
            f"The answer is no graph, which {name} is for; choose: {_ROWS}.",
            f"La réponse n’est pas un graphe, or {name} n’écrit que cela ; choisir : {_ROWS}.",
        )
    return answered
