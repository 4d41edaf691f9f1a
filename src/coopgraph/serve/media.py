"""The forms in which the server gives answers, with their media types.

>>> [offer.name for offer in offers_for("ASK")][:2]
['json', 'xml']
>>> [offer.media_type for offer in offers_for("CONSTRUCT")][:2]
['text/turtle', 'application/n-triples']

What `coopgraph.queries.formats` writes is offered, and RDF/XML, which only the web still asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from typing import Final

from pyoxigraph import RdfFormat, Triple, serialize

from coopgraph.queries.formats import RESULT_FORMATS
from coopgraph.queries.formats.form import only_triples
from coopgraph.queries.formats.html_page import POLICY
from coopgraph.queries.result import Answered
from coopgraph.serve.negotiation import Offer
from coopgraph.vocabulary import PREFIXES

__all__ = [
    "GRAPH_FORMATS",
    "GRAPH_OFFERS",
    "SD",
    "content_type",
    "headers_of",
    "offers_for",
    "write_answered",
    "write_triples",
]

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_XML: Final = ("application/xml", "text/xml")
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_VERDICTS: Final = (
    Offer("json", "application/sparql-results+json", ("application/json",)),
    Offer("xml", "application/sparql-results+xml", _XML),
    Offer("html", "text/html"),
    Offer("markdown", "text/markdown"),
    Offer("table", "text/plain"),
)
_ROWS: Final = (
    *_VERDICTS[:2],
    Offer("csv", "text/csv"),
    Offer("tsv", "text/tab-separated-values"),
    *_VERDICTS[2:],
    Offer("parquet", "application/vnd.apache.parquet"),
    Offer("arrow", "application/vnd.apache.arrow.stream"),
    Offer("xlsx", _SHEET),
    Offer("spreadsheet", "text/csv"),  # by ?format= only: of two alike, the first is taken
)
_NEEDS: Final = {"parquet": "pyarrow", "arrow": "pyarrow", "xlsx": "openpyxl"}
_FILES: Final = {"parquet": "parquet", "arrow": "arrow", "xlsx": "xlsx", "spreadsheet": "csv"}
GRAPH_OFFERS: Final = (
    Offer("turtle", "text/turtle"),
    Offer("ntriples", "application/n-triples"),
    Offer("rdfxml", "application/rdf+xml", _XML),
    Offer("jsonld", "application/ld+json", ("application/json",)),
    Offer("trig", "application/trig"),
)
GRAPH_FORMATS: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
}


def offers_for(form: str) -> tuple[Offer, ...]:
    """Return what is offered for a SELECT, an ASK, or a query that answers a graph."""
    if form in ("CONSTRUCT", "DESCRIBE"):
        return GRAPH_OFFERS
    known = _VERDICTS if form == "ASK" else _ROWS
    return tuple(offer for offer in known if _can_write(offer.name))


@cache
def _can_write(name: str) -> bool:
    return name in RESULT_FORMATS and (name not in _NEEDS or find_spec(_NEEDS[name]) is not None)


def headers_of(offer: Offer, media_type: str) -> dict[str, str]:
    """Return the headers of an answer in this form: its type, its policy, its name as a file."""
    headers = {"Content-Type": content_type(media_type)}
    if offer.name == "html":
        headers["Content-Security-Policy"] = POLICY + "; frame-ancestors 'none'; sandbox"
    if offer.name in _FILES:
        name = f"coopgraph.{_FILES[offer.name]}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return headers


def content_type(media_type: str) -> str:
    """Return the Content-Type: text has its encoding with it."""
    if media_type == "text/csv":
        return "text/csv; charset=utf-8; header=present"
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def write_answered(answered: Answered, name: str, *, language: str) -> bytes:
    """Return the answer in the format.

    Raises:
        UnknownFormat: the answer has another form than the format is for.
    """
    if name in GRAPH_FORMATS and name not in RESULT_FORMATS:
        return write_triples(only_triples(answered, name).triples, name)
    stream = BytesIO()
    RESULT_FORMATS[name](answered, stream, language=language)
    return stream.getvalue()


def write_triples(triples: Sequence[Triple], name: str) -> bytes:
    """Return triples in a format of `GRAPH_FORMATS`, with the prefixes that are used."""
    said = " ".join(str(triple) for triple in triples)
    known = sorted({**PREFIXES, "sd": SD}.items())
    prefixes = {prefix: iri for prefix, iri in known if f"<{iri}" in said}
    return serialize(triples, format=GRAPH_FORMATS[name], prefixes=prefixes) or b""
