"""Validate the facts against the SHACL shapes of ``ontology/shapes/data.ttl``.

A shape says of one record what it must have: a label in both languages, bounds in order, a source.
pyshacl is the judge; here the facts are handed to it and its report is read into `Fault` objects.

- Words come from ``sh:message`` (one in French, one in English): what is wrong, a dash, what to do.
  The code comes from the annotation ``coop-sh:code`` of the shape, or of a shape around it.
- Rules that compare many records are gates (`coopgraph.validate.gates`): set-based SPARQL is a
  hundred times faster there than ``sh:sparql`` is here.
- Facts are copied into an rdflib graph in memory, and only those that a shape can look at:
  pyshacl makes many tiny look-ups, which are slower on a store of another kind.

>>> from pyoxigraph import Store
>>> validate_shapes(Store())
[]
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph
import pyshacl
from pyoxigraph import DefaultGraph, Store
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from coopgraph.errors import CoopgraphError
from coopgraph.shipped import shipped_folder
from coopgraph.validate.places import Fault

__all__ = ["FALLBACK_CODE", "SHAPES", "validate_shapes"]

SHAPES: Final = Namespace("https://w3id.org/coopgraph/shapes#")
FALLBACK_CODE: Final = {"error": "E499", "warning": "W499"}

_FALLBACK_TEXT: Final = {
    "en": "this value breaks a rule of the data",
    "fr": "cette valeur enfreint une règle des données",
}
_WORDS: Final = frozenset(
    (SH.message, SHAPES.code, SH.name, SH.description, SH.order, RDFS.label, RDFS.comment)
)
# Constraints that look at every property of a node, or at whatever a text of SPARQL names.
_SEES_ALL: Final = (SH.closed, SH.sparql)


def validate_shapes(store: Store, *, shapes: Path | None = None) -> list[Fault]:
    """Return what the facts of the store (its default graph) break; nothing if they conform.

    `shapes` is another file than the one that comes with coopgraph.

    Raises:
        CoopgraphError: the shapes themselves are wrong.
    """
    path = shapes or shipped_folder("ontology") / "shapes" / "data.ttl"
    rules = Graph().parse(path, format="turtle")
    with _quiet_literals():
        facts = _facts(store, _predicates_seen(rules))
        try:
            conforms, report, text = pyshacl.validate(
                facts, shacl_graph=_bare(rules), inference="none", advanced=False, inplace=True
            )
        except ReportableRuntimeError as problem:
            raise _broken(path, str(problem)) from problem
    if not isinstance(report, Graph):  # pyshacl returns a failure in the place of its report
        raise _broken(path, text)
    return [] if conforms else list(_faults(report, rules))


def _broken(path: Path, why: str) -> CoopgraphError:
    return CoopgraphError(
        f"The shapes in {path.name} are wrong: {why}. The fault is in coopgraph, not in the data.",
        f"Les formes de {path.name} sont erronées : {why}. La faute est à coopgraph, "
        "non aux données.",
    )


@contextmanager
def _quiet_literals() -> Iterator[None]:
    """Keep rdflib from logging a traceback for an ill-typed literal: a shape reports it."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def _bare(rules: Graph) -> Graph:
    """Return the shapes without their words, which are read from `rules` afterwards.

    pyshacl goes through every statement of a shape for each record that it judges: a third of its
    time would go to messages that are never shown.
    """
    bare = Graph()
    for triple in rules:
        if triple[1] not in _WORDS:
            bare.add(triple)
    return bare


def _predicates_seen(rules: Graph) -> frozenset[str] | None:
    """Return the properties that the shapes can look at; None if they may look at any."""
    if any((None, constraint, None) in rules for constraint in _SEES_ALL):
        return None
    named = {str(term) for term in rules.objects() if isinstance(term, URIRef)}
    return frozenset({*named, str(RDF.type), str(RDFS.subClassOf)})


def _facts(store: Store, seen: frozenset[str] | None) -> Graph:
    """Copy the facts that matter into a graph of rdflib.

    Literals stay as the store has them (``normalize=False``): rdflib would otherwise write some
    anew, and a finding would show another value than the table. (The switch for this is global in
    rdflib and pyshacl sets it back, so it is given literal by literal.) Making the terms here is
    also faster than writing N-Triples for rdflib to parse.
    """
    graph = Graph()
    known: dict[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal, Node] = {}
    add = graph.store.add
    for subject, predicate, term, _ in store.quads_for_pattern(None, None, None, DefaultGraph()):
        if seen is None or predicate.value in seen:
            triple = []
            for part in (subject, predicate, term):
                made = known.get(part)
                if made is None:
                    known[part] = made = _as_rdflib(part)
                triple.append(made)
            add((triple[0], triple[1], triple[2]), graph)
    return graph


def _as_rdflib(
    term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal,
) -> URIRef | BNode | Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language, normalize=False)
    if term.datatype == _STRING:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


_STRING: Final = pyoxigraph.Literal("").datatype


def _faults(report: Graph, rules: Graph) -> Iterator[Fault]:
    for result in report.objects(None, SH.result):
        shape, value = report.value(result, SH.sourceShape), report.value(result, SH.value)
        error = report.value(result, SH.resultSeverity) == SH.Violation
        # a shape that chooses between properties has no path: it names the one to mend
        paths = [*report.objects(result, SH.resultPath), *_said(rules, shape, SHAPES.concerns)]
        words = _words(rules, shape)
        text_en, remedy_en = _text_and_remedy(words.get("en", _FALLBACK_TEXT["en"]))
        text_fr, remedy_fr = _text_and_remedy(words.get("fr", _FALLBACK_TEXT["fr"]))
        codes = sorted(map(str, _said(rules, shape, SHAPES.code)))
        yield Fault(
            code=codes[0] if codes else FALLBACK_CODE["error" if error else "warning"],
            record=str(report.value(result, SH.focusNode)),
            properties=tuple(_first_steps(rules, paths[0])) if paths else (),
            value="" if value is None or isinstance(value, BNode) else str(value),
            language=(value.language or "") if isinstance(value, Literal) else "",
            text_en=text_en,
            text_fr=text_fr,
            remedy_en=remedy_en,
            remedy_fr=remedy_fr,
        )


def _said(rules: Graph, shape: Node | None, predicate: URIRef) -> list[Node]:
    """Return what is said of a shape, or else of the nearest shape that contains it."""
    level, passed = [shape] if shape is not None else [], set[Node]()
    while level:
        found = [said for node in level for said in rules.objects(node, predicate)]
        if found:
            return found
        passed.update(level)
        around = {outer for node in level for outer in rules.subjects(None, node)}
        level = sorted(around - passed, key=str)
    return []


def _words(rules: Graph, shape: Node | None) -> dict[str, str]:
    """Return the messages of a shape by language."""
    said = (text for text in _said(rules, shape, SH.message) if isinstance(text, Literal))
    return {text.language: str(text) for text in said if text.language}


def _text_and_remedy(message: str) -> tuple[str, str]:
    """Cut a message at its dash: what is wrong, what to do.

    >>> _text_and_remedy("place not found — write the id of a row of places.csv")
    ('place not found', 'write the id of a row of places.csv')
    """
    text, _, remedy = message.partition(" — ")
    return text, remedy


def _first_steps(rules: Graph, path: Node) -> Iterator[str]:
    """Yield the properties with which a path leaves the record; nothing for an inverse path.

    The focus node of an inverse path is pointed at by rows of other tables: the row as a whole is
    at fault, and not one of its cells.
    """
    if isinstance(path, URIRef):
        yield str(path)
        return
    if (path, RDF.first, None) in rules:
        first = rules.value(path, RDF.first)
        yield from _first_steps(rules, first) if first is not None else ()
    for branches in rules.objects(path, SH.alternativePath):
        for branch in Collection(rules, branches):
            yield from _first_steps(rules, branch)
    for kind in (SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath):
        for repeated in rules.objects(path, kind):
            yield from _first_steps(rules, repeated)
