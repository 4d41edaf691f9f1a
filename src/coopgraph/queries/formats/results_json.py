"""SPARQL 1.1 Query Results JSON, as the W3C recommendation has it."""

from __future__ import annotations

import json
from typing import BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from coopgraph.queries.formats.form import only_rows
from coopgraph.queries.result import Answered, Verdict
from coopgraph.sparql import Term
from coopgraph.vocabulary import XSD

__all__ = ["write_json"]


def write_json(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows, or yes and no; language and width change nothing.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    rows = only_rows(answered, "json")
    if isinstance(rows, Verdict):
        stream.write(_dump({"head": {}, "boolean": rows.value}) + b"\n")
        return
    stream.write(b'{"head":' + _dump({"vars": list(rows.variables)}) + b',"results":{"bindings":[')
    comma = b"\n"
    for row in rows.rows:
        cells = zip(rows.variables, row, strict=True)
        bound = {name: _term(term) for name, term in cells if term is not None}
        stream.write(comma + _dump(bound))
        comma = b",\n"
    stream.write(b"\n]}}\n")


def _dump(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


def _term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        literal: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            literal["xml:lang"] = term.language
            if term.direction is not None:  # RDF 1.2
                literal["its:dir"] = term.direction.value
        elif term.datatype != XSD.string:
            literal["datatype"] = term.datatype.value
        return literal
    return {"type": "triple", "value": _triple(term)}


def _triple(triple: Triple) -> dict[str, object]:
    names = ("subject", "predicate", "object")
    return {name: _term(getattr(triple, name)) for name in names}
