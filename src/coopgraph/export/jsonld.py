"""JSON-LD (1.1): the published facts for people who think in JSON.

One object a record, with the names of ``ontology/context.jsonld``; the context stands in the file,
so a reader needs no network. Records are sorted and written one a line: two releases can be
compared by line, and a graph of any size streams.

Source: JSON-LD 1.1 (W3C Recommendation, 2020), section 9.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from coopgraph.export.files import Digest, Exporter
from coopgraph.export.quads import Graph, published_triples
from coopgraph.shipped import shipped_folder
from coopgraph.vocabulary import PREFIXES, RDF, XSD

__all__ = ["EXPORTER", "write"]

# What JSON holds: the values of a key are text, language maps or value objects, by the context.
_Json = Any


def write(graph: Graph, stream: IO[bytes]) -> Digest:
    """Write the graph on a binary stream; return the digest of what was written."""
    digest = Digest()
    path = shipped_folder("ontology") / "context.jsonld"
    context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    names = _Names(context)
    stream.write(f'{{"@context":{_line(context)},\n"@graph":[\n'.encode())
    separator = ""
    for record in _records(digest.over(published_triples(graph)), names):
        stream.write((separator + _line(record)).encode())
        separator = ",\n"
    stream.write(b"\n]}\n")
    return digest


def _line(value: _Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _records(triples: Iterable[Triple], names: _Names) -> Iterator[dict[str, _Json]]:
    """Yield one object for each subject; triples come sorted by subject."""
    for subject, own in groupby(triples, key=lambda triple: str(triple.subject)):
        record: dict[str, _Json] = {"id": subject[1:-1]}
        for triple in own:
            names.put(record, triple)
        yield {key: _alone(value) for key, value in record.items()}


def _alone(value: _Json) -> _Json:
    """Return the only value of a list by itself, also in a map of languages."""
    if isinstance(value, dict):
        return {language: _alone(texts) for language, texts in value.items()}
    return value[0] if isinstance(value, list) and len(value) == 1 else value


class _Names:
    """The names that the context gives to properties and classes, and how each holds its values."""

    def __init__(self, context: Mapping[str, _Json]) -> None:
        self._prefixes = {key: value for key, value in context.items() if key in PREFIXES}
        self._terms: dict[str, tuple[str, str, bool]] = {}
        for name, definition in context.items():
            whole = definition if isinstance(definition, dict) else {"@id": definition}
            iri = whole.get("@id") if not name.startswith("@") else None
            if isinstance(iri, str) and ":" in iri and name not in self._prefixes:
                kind = self._expand(whole.get("@type", ""))
                languages = whole.get("@container") == "@language"
                self._terms[self._expand(iri)] = (name, kind, languages)

    def _expand(self, curie: str) -> str:
        prefix, _, name = curie.partition(":")
        return self._prefixes[prefix] + name if prefix in self._prefixes else curie

    def _compact(self, iri: str) -> str:
        """Return prefix and name where the context has the prefix, else the IRI."""
        for prefix, base in self._prefixes.items():
            if iri.startswith(base):
                return f"{prefix}:{iri[len(base) :]}"
        return iri

    def put(self, record: dict[str, _Json], triple: Triple) -> None:
        """Add a triple to the object of its subject."""
        iri, value = triple.predicate.value, triple.object
        if triple.predicate == RDF.type and isinstance(value, NamedNode):
            known = self._terms.get(value.value)
            record.setdefault("type", []).append(known[0] if known else self._compact(value.value))
            return
        name, kind, languages = self._terms.get(iri, (self._compact(iri), "", False))
        if languages and isinstance(value, Literal) and value.language:
            texts = record.setdefault(name, {}).setdefault(value.language, [])
            texts.append(value.value)
            return
        # A language map holds nothing but texts with a language: others go under the full name.
        key = self._compact(iri) if languages else name
        record.setdefault(key, []).append(_value(value, kind))


def _value(term: object, kind: str) -> _Json:
    """Return a term as the context lets it be written: as text where the context says the rest."""
    if isinstance(term, NamedNode):
        return term.value if kind == "@id" else {"id": term.value}
    assert isinstance(term, Literal)  # noqa: S101 — our graphs have no blank nodes
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == kind or (term.datatype == XSD.string and not kind):
        return term.value
    if term.datatype == XSD.string:
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}


EXPORTER = Exporter(
    name="jsonld",
    write=write,
    format=RdfFormat.JSON_LD,
    rdflib_name="json-ld",
    extension="jsonld",
    media_type="application/ld+json",
    title_fr="JSON-LD : les faits publiés, pour le web",
    title_en="JSON-LD: the published facts, for the web",
)
