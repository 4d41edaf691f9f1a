"""SPARQL 1.1 Query Results CSV and TSV, to the letter of the W3C recommendation.

CSV gives plain values (what was an IRI or a number is lost); TSV gives terms in Turtle's syntax.
Neither is meant for a spreadsheet program, which would take a text that begins with ``=`` for a
formula.
"""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode

from coopgraph.queries.formats.form import as_rows
from coopgraph.queries.result import Answered
from coopgraph.sparql import Term

__all__ = ["write_csv", "write_tsv"]


def write_csv(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows as CSV; lines end in CR LF; language and width change nothing.

    Raises:
        UnknownFormat: the answer is not rows.
    """
    result = as_rows(answered, "csv")
    stream.write((",".join(result.variables) + "\r\n").encode("utf-8"))
    for row in result.rows:
        stream.write((",".join(_plain(term) for term in row) + "\r\n").encode("utf-8"))


def write_tsv(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows as TSV; language and width change nothing.

    Raises:
        UnknownFormat: the answer is not rows.
    """
    result = as_rows(answered, "tsv")
    stream.write(("\t".join(f"?{name}" for name in result.variables) + "\n").encode("utf-8"))
    for row in result.rows:
        stream.write(("\t".join(_turtle(term) for term in row) + "\n").encode("utf-8"))


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    value = term.value if isinstance(term, NamedNode | Literal) else str(term)
    if any(c in value for c in ',"\r\n'):
        return '"' + value.replace('"', '""') + '"'
    return value


def _turtle(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode | BlankNode):
        return str(term)
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
