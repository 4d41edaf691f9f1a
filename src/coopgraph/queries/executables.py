"""The question bank as RDF: each question a ``sh:SPARQLExecutable`` that other editors can find.

>>> [
...     str(triple.object)
...     for triple in describe_questions()
...     if triple.subject.value == question_iri("took-part") and triple.predicate == DCT.identifier
... ]
['"took-part"']

A question has its label, what it asks, its keywords in French and English, its SPARQL
(``sh:select``) with the prefixes that it uses (``sh:prefixes``), and one ``sh:parameter`` for each
variable that is to be given. The SPARQL keeps ``$name`` where the value of the parameter belongs,
as in SHACL: put the term there, everywhere, or leave an optional one as it is. The last part of
``sh:path`` is that name; a parameter of kind *period* is two days, ``$NAME_first`` and
``$NAME_last``; ``$lang`` is ``"fr"`` or ``"en"``.

With a graph, each question has a second node, its example: the same SPARQL with the values of the
header written in, which runs anywhere as it stands. An example whose record is not in the graph is
left out. With an endpoint, both say where they can be asked (``schema:target``).

There are no blank nodes, and the same bank always gives the same bytes. Nothing here runs a
question: that is `coopgraph.queries.run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from coopgraph.bindings import Bindings, bound_text
from coopgraph.errors import UsageError
from coopgraph.identifiers import BASE, scheme_iri
from coopgraph.queries.catalogue import Question, read_catalogue
from coopgraph.queries.header import Bilingual, Parameter
from coopgraph.queries.parameters import bind_parameters
from coopgraph.sparql import Queryable
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import DCT, PREFIXES, RDF, RDFS, SKOS, XSD, expand

__all__ = ["BANK_IRI", "describe_questions", "question_iri", "spell_executables"]

BANK_IRI: Final = NamedNode(BASE + "question")

_SH: Final = PREFIXES["sh"]
# Terms that only this description uses, and the graph itself does not.
_KEYWORDS: Final = NamedNode(PREFIXES["schema"] + "keywords")
_TARGET: Final = NamedNode(PREFIXES["schema"] + "target")
_EXAMPLE_OF: Final = NamedNode(PREFIXES["prov"] + "specializationOf")
_COLLECTION: Final = NamedNode(PREFIXES["skos"] + "Collection")
_MEMBER: Final = NamedNode(PREFIXES["skos"] + "member")
_EXAMPLE: Final = NamedNode(PREFIXES["skos"] + "example")
_ANY_URI: Final = NamedNode(PREFIXES["xsd"] + "anyURI")
_PREFIX: Final = re.compile(r"^PREFIX\s+([\w-]+):\s*<([^>]*)>", re.MULTILINE | re.IGNORECASE)
_DATATYPES: Final = {
    "day": XSD.date,
    "period": XSD.date,
    "integer": XSD.integer,
    "text": XSD.string,
    "mode": XSD.string,
    "yesno": XSD.boolean,
}
_TITLE: Final = Bilingual("Questions nommées de coopgraph", "Named questions of coopgraph")
_NOTATION: Final = Bilingual(
    "Dans le SPARQL d’une question, $nom tient la place de la valeur du paramètre dont sh:path"
    " finit par ce nom : y mettre le terme, partout. Un paramètre facultatif peut rester tel quel."
    ' $lang est "fr" ou "en". Un exemple, s’il y en a un, porte déjà ses valeurs.',
    "In the SPARQL of a question, $name stands where the value of the parameter belongs whose"
    " sh:path ends with that name: put the term there, everywhere. An optional parameter may stay"
    ' as it is. $lang is "fr" or "en". An example, where there is one, holds its values already.',
)


def question_iri(identifier: str) -> str:
    """Return the IRI of a question.

    >>> question_iri("took-part")
    'https://w3id.org/coopgraph/question/took-part'
    """
    return f"{BANK_IRI.value}/{identifier}"


def spell_executables(
    graph: Queryable | None = None, *, endpoint: str = "", language: str = "fr"
) -> str:
    """Return the bank as Turtle; see `describe_questions` for the arguments.

    Raises:
        StoreError: the graph cannot be read.
    """
    triples = describe_questions(graph, endpoint=endpoint, language=language)
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return (text or b"").decode()  # bytes, as no file is given


def describe_questions(
    graph: Queryable | None = None, *, endpoint: str = "", language: str = "fr"
) -> list[Triple]:
    """Return the triples of the bank, each once, in a fixed order.

    `graph` is where the records of the examples are looked up (none: no examples); `endpoint` is
    the address of a SPARQL service that answers; `language` is that of the labels in examples.

    Raises:
        StoreError: the graph cannot be read.
    """
    triples = set(_both(BANK_IRI, RDFS.label, _TITLE))
    triples |= set(_both(BANK_IRI, RDFS.comment, _NOTATION))
    triples.add(Triple(BANK_IRI, RDF.type, _COLLECTION))
    for question in read_catalogue().values():
        triples |= set(_describe(question))
        if graph is not None:
            triples |= set(_describe_example(question, graph, language))
    if endpoint:
        where = NamedNode(endpoint)
        triples |= {
            Triple(triple.subject, _TARGET, where)
            for triple in triples
            if triple.object == _shacl("SPARQLExecutable")
        }
    return sorted(triples, key=str)


def _shacl(name: str) -> NamedNode:
    return NamedNode(_SH + name)


def _both(subject: NamedNode, predicate: NamedNode, words: Bilingual) -> Iterator[Triple]:
    for language in ("fr", "en"):
        if words.text(language):
            yield Triple(subject, predicate, Literal(words.text(language), language=language))


def _describe(question: Question) -> Iterator[Triple]:
    node, header = NamedNode(question_iri(question.id)), question.header
    text = _without_comments(question.sparql)
    yield Triple(BANK_IRI, _MEMBER, node)
    yield Triple(node, DCT.identifier, Literal(question.id))
    yield from _both(node, RDFS.label, header.title)
    yield from _both(node, RDFS.comment, header.question)
    yield from _both(node, SKOS.note, header.note)
    for language in ("fr", "en"):
        for word in header.keywords.text(language).split(","):
            yield Triple(node, _KEYWORDS, Literal(word.strip(), language=language))
    yield from _executable(node, question.id, text)
    defaults = _defaults(question)
    for order, parameter in enumerate(header.parameters):
        yield from _parameter(node, order, parameter, defaults)
    if "$lang" in text:
        yield from _language(node, len(header.parameters))


def _executable(node: NamedNode, identifier: str, text: str) -> Iterator[Triple]:
    """Yield the SPARQL and its prefixes; a prefix may mean another namespace elsewhere."""
    yield Triple(node, RDF.type, _shacl("SPARQLExecutable"))
    yield Triple(node, RDF.type, _shacl("SPARQLSelectExecutable"))
    yield Triple(node, _shacl("select"), Literal(text))
    declarations = NamedNode(f"{question_iri(identifier)}/prefixes")
    yield Triple(node, _shacl("prefixes"), declarations)
    for prefix, namespace in _PREFIX.findall(text):
        last = re.findall(r"[\w-]+", namespace)[-1]
        declared = NamedNode(f"{BANK_IRI.value}/prefix/{prefix}.{last}")
        yield Triple(declarations, _shacl("declare"), declared)
        yield Triple(declared, _shacl("prefix"), Literal(prefix))
        yield Triple(declared, _shacl("namespace"), Literal(namespace, datatype=_ANY_URI))


def _defaults(question: Question) -> Bindings:
    """Return the terms that stand for what a reader leaves out; no default is a record."""
    kept = tuple(p for p in question.header.parameters if p.default is not None)
    only = replace(question, header=replace(question.header, parameters=kept))
    return bind_parameters(only, {}, Store(), language="fr")


def _parameter(
    node: NamedNode, order: int, parameter: Parameter, defaults: Bindings
) -> Iterator[Triple]:
    names = [parameter.name]
    if parameter.kind == "period":
        names = [f"{parameter.name}_first", f"{parameter.name}_last"]
    for name in names:
        described = _parameter_node(node, name)
        yield from _named(node, name, order, parameter.words)
        yield Triple(described, _shacl("optional"), Literal(not parameter.required))
        yield Triple(described, _EXAMPLE, Literal(parameter.example))
        if name in defaults:
            yield Triple(described, _shacl("defaultValue"), defaults[name])
        yield from _type(described, parameter)


def _language(node: NamedNode, order: int) -> Iterator[Triple]:
    words = Bilingual("langue des libellés", "language of labels")
    yield from _named(node, "lang", order, words)
    described = _parameter_node(node, "lang")
    yield Triple(described, _shacl("datatype"), XSD.string)
    yield Triple(described, _EXAMPLE, Literal("fr"))


def _parameter_node(node: NamedNode, name: str) -> NamedNode:
    return NamedNode(f"{node.value}/parameter/{name}")


def _named(node: NamedNode, name: str, order: int, words: Bilingual) -> Iterator[Triple]:
    described = _parameter_node(node, name)
    yield Triple(node, _shacl("parameter"), described)
    yield Triple(described, RDF.type, _shacl("Parameter"))
    yield Triple(described, _shacl("path"), NamedNode(f"{BASE}parameter/{name}"))
    yield Triple(described, _shacl("order"), Literal(order))
    yield from _both(described, _shacl("name"), words)


def _type(described: NamedNode, parameter: Parameter) -> Iterator[Triple]:
    """Yield what a value must be: a datatype, or a record or concept and where it comes from."""
    if parameter.kind in _DATATYPES:
        yield Triple(described, _shacl("datatype"), _DATATYPES[parameter.kind])
        return
    yield Triple(described, _shacl("nodeKind"), _shacl("IRI"))
    if parameter.kind == "concept":
        scheme = NamedNode(scheme_iri(parameter.targets[0]))
        yield Triple(described, SKOS.inScheme, scheme)
    elif len(parameter.targets) == 1:
        yield Triple(described, _shacl("class"), expand(TABLES[parameter.targets[0]].class_))


def _describe_example(question: Question, graph: Queryable, language: str) -> Iterator[Triple]:
    given = {p.name: p.example for p in question.header.parameters if p.required}
    try:
        bound = bind_parameters(question, given, graph, language=language)
    except UsageError:  # the record of the example is not in this graph
        return
    node = NamedNode(f"{question_iri(question.id)}/example")
    yield Triple(node, _EXAMPLE_OF, NamedNode(question_iri(question.id)))
    yield from _both(node, RDFS.label, question.header.title)
    told = ", ".join(f"{name}={value}" for name, value in given.items())
    comment = Bilingual(*(f"{words} {told}".strip() for words in question.header.question))
    yield from _both(node, RDFS.comment, comment)
    text = bound_text(_without_comments(question.sparql), bound)
    yield from _executable(node, question.id, text)


def _without_comments(sparql: str) -> str:
    """Return the text without its header."""
    lines = (line for line in sparql.split("\n") if not line.startswith("#:"))
    return "\n".join(lines).strip() + "\n"
