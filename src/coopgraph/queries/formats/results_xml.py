"""SPARQL Query Results XML, as the W3C recommendation has it."""

from __future__ import annotations

import re
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode

from coopgraph.queries.formats.form import only_rows
from coopgraph.queries.result import Answered, Verdict
from coopgraph.sparql import Term
from coopgraph.vocabulary import XSD

__all__ = ["write_xml"]

_NAMESPACE: Final = "http://www.w3.org/2005/sparql-results#"
_ITS: Final = "http://www.w3.org/2005/11/its"
# XML 1.0 has no way to write these, not even as references
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_xml(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows, or yes and no; what XML cannot hold becomes U+FFFD.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    rows = only_rows(answered, "xml")
    _write(stream, '<?xml version="1.0" encoding="UTF-8"?>')
    _write(stream, f'<sparql xmlns="{_NAMESPACE}">')
    if isinstance(rows, Verdict):
        truth = "true" if rows.value else "false"
        _write(stream, f"<head></head>\n<boolean>{truth}</boolean>\n</sparql>")
        return
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in rows.variables)
    _write(stream, f"<head>{variables}</head>\n<results>")
    for row in rows.rows:
        cells = "".join(
            f"<binding name={quoteattr(name)}>{_term(term)}</binding>"
            for name, term in zip(rows.variables, row, strict=True)
            if term is not None
        )
        _write(stream, f"<result>{cells}</result>")
    _write(stream, "</results>\n</sparql>")


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode("utf-8") + b"\n")


def _text(value: str) -> str:
    # a bare carriage return would be read back as a line feed
    return escape(_UNWRITABLE.sub("\ufffd", value), {"\r": "&#13;"})


def _term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_text(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_text(term.value)}</bnode>"
    if isinstance(term, Literal):
        kind = ""
        if term.language:
            kind = f" xml:lang={quoteattr(term.language)}"
            if term.direction is not None:  # RDF 1.2
                way = quoteattr(term.direction.value)
                kind += f' its:dir={way} xmlns:its="{_ITS}" its:version="2.0"'
        elif term.datatype != XSD.string:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kind}>{_text(term.value)}</literal>"
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    inner = "".join(f"<{name}>{_term(part)}</{name}>" for name, part in parts)
    return f"<triple>{inner}</triple>"
