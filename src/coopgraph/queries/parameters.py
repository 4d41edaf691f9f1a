"""Turn what a person wrote for a parameter into the RDF term that a question is given.

Each kind of parameter (`coopgraph.queries.header.KINDS`) has its reading: an id becomes the IRI of
a record that is in the graph, ``2018-23`` becomes two days, ``oui`` becomes a boolean. What cannot
be read is refused in words; the nearest ids or concepts are named.

>>> from pyoxigraph import Store
>>> from coopgraph.queries.catalogue import find_question
>>> question = find_question("activities-possibly-during")
>>> bound = bind_parameters(question, {"during": "2018-23"}, Store(), language="fr")
>>> bound["during_first"].value, bound["during_last"].value, bound["inferred"].value
('2018-09-01', '2018-11-30', 'true')

A parameter that is optional and not given stays a variable of the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from coopgraph.dates import InvalidDate, UncertainDate, parse_date
from coopgraph.errors import MissingParameter, UnknownEntity, UnknownParameter, UsageError
from coopgraph.identifiers import concept_iri, is_identifier, record_iri, split_iri
from coopgraph.queries.catalogue import Question
from coopgraph.queries.header import Parameter
from coopgraph.sparql import Queryable, select
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import XSD, expand, read_schemes

__all__ = ["bind_parameters"]

Bound = dict[str, NamedNode | Literal]

_YES: Final = {"yes": "true", "oui": "true", "true": "true"}
_NO: Final = {"no": "false", "non": "false", "false": "false"}
_MODES: Final = {
    "possibly": "possibly",
    "certainly": "certainly",
    "peut-être": "possibly",
    "certainement": "certainly",
}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def bind_parameters(
    question: Question, given: Mapping[str, str], graph: Queryable, *, language: str
) -> Bound:
    """Return the terms for the variables of a question, ``lang`` included.

    Raises:
        UnknownParameter: the question does not have one of the parameters.
        MissingParameter: a required one is not given.
        UnknownEntity: a record is not in the graph.
        UsageError: a value is not of its kind.
    """
    parameters = {parameter.name: parameter for parameter in question.header.parameters}
    _refuse_unknown(question, given, parameters)
    bound: Bound = {"lang": Literal(language)}
    for name, parameter in parameters.items():
        value = given.get(name, parameter.default)
        if value is not None:
            bound.update(_READERS[parameter.kind](parameter, value.strip(), graph))
        elif parameter.required:
            raise _missing(question, parameter)
    return bound


def _refuse_unknown(
    question: Question, given: Mapping[str, str], parameters: Mapping[str, Parameter]
) -> None:
    for name in given:
        if name not in parameters:
            known = ", ".join(parameters) or "–"
            raise UnknownParameter(
                f"The question {question.id} has no parameter “{name}”; it has: {known}.",
                f"La question {question.id} n’a pas de paramètre « {name} » ; elle a : {known}.",
            )


def _missing(question: Question, parameter: Parameter) -> MissingParameter:
    name, example = parameter.name, parameter.example
    return MissingParameter(
        f"The question {question.id} needs the parameter “{name}” ({parameter.words.en}),"
        f" for example {name}={example}.",
        f"La question {question.id} demande le paramètre « {name} » ({parameter.words.fr}),"
        f" par exemple {name}={example}.",
    )


def _wrong(parameter: Parameter, value: str, why_en: str, why_fr: str) -> UsageError:
    name, example = parameter.name, parameter.example
    return UsageError(
        f"{name}={value}: {why_en}. Example: {name}={example}",
        f"{name}={value} : {why_fr}. Exemple : {name}={example}",
    )


def _read_record(parameter: Parameter, value: str, graph: Queryable) -> Bound:
    """Look the id (or the full IRI) up in the graph: ids are unique across all tables."""
    tables = [TABLES[name] for name in parameter.targets] or list(TABLES.values())
    segments = sorted({table.segment for table in tables if table.segment})
    slug = _slug(value)
    if slug is not None:
        # IRIs made of our own segments and a checked slug hold nothing that could be syntax
        iris = " ".join(f"<{record_iri(segment, slug)}>" for segment in segments)
        found = select(graph, f"SELECT DISTINCT ?r {{ VALUES ?r {{ {iris} }} ?r a ?class }}").rows
        if found and isinstance(found[0][0], NamedNode):
            return {parameter.name: found[0][0]}
    classes = sorted({table.class_ for table in tables if not table.link and table.segment})
    near = ", ".join(_nearest_ids(value, classes, graph))
    raise UnknownEntity(
        f"{parameter.name}={value}: no such record here; nearest: {near or '–'}.",
        f"{parameter.name}={value} : aucune fiche de ce nom ici ; proches : {near or '–'}.",
    )


def _slug(value: str) -> str | None:
    try:
        return split_iri(value.strip("<>"))[1]
    except ValueError:
        return value if is_identifier(value) else None


def _nearest_ids(value: str, classes: list[str], graph: Queryable) -> list[str]:
    """Return up to three ids whose id or label resembles what was written."""
    query = (
        "SELECT ?r ?l { ?r a $class "
        "OPTIONAL { ?r <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } }"
    )
    spellings: dict[str, str] = {}
    for name in classes:
        for record, label in select(graph, query, bind={"class": expand(name)}).rows:
            if not isinstance(record, NamedNode) or (slug := _slug(record.value)) is None:
                continue
            spellings[slug] = slug
            if isinstance(label, Literal):
                spellings[label.value.lower()] = slug
    near = process.extract(value.lower(), list(spellings), limit=6, score_cutoff=50)
    return list(dict.fromkeys(spellings[spelling] for spelling, _, _ in near))[:3]


def _read_concept(parameter: Parameter, value: str, _: Queryable) -> Bound:
    scheme = parameter.targets[0]
    choices = read_schemes().get(scheme, ())
    slug = _slug(value)
    if slug is None or slug not in choices:
        near = ", ".join(choice for choice, _, _ in process.extract(value, choices, limit=3))
        raise _wrong(
            parameter,
            value,
            f"no such concept in {scheme}; nearest: {near}",
            f"aucun concept de ce nom dans {scheme} ; proches : {near}",
        )
    return {parameter.name: NamedNode(concept_iri(scheme, slug))}


def _date(parameter: Parameter, value: str) -> UncertainDate:
    try:
        return parse_date(value)
    except InvalidDate as problem:
        raise _wrong(
            parameter, value, problem.reason_en.rstrip("."), problem.reason_fr.rstrip(".")
        ) from problem


def _read_day(parameter: Parameter, value: str, _: Queryable) -> Bound:
    day = _date(parameter, value)
    if _DAY.fullmatch(value) is None or day.earliest_begin is None:
        raise _wrong(
            parameter,
            value,
            "one exact day is needed, as YYYY-MM-DD",
            "il faut un jour, AAAA-MM-JJ",
        )
    return {parameter.name: Literal(day.earliest_begin.isoformat(), datatype=XSD.date)}


def _read_period(parameter: Parameter, value: str, _: Queryable) -> Bound:
    period = _date(parameter, value)
    if period.earliest_begin is None or period.latest_end is None:
        raise _wrong(
            parameter,
            value,
            "a period with both ends is needed, such as 2010/2015",
            "il faut une période dont les deux bouts sont connus, comme 2010/2015",
        )
    return {
        f"{parameter.name}_first": Literal(period.earliest_begin.isoformat(), datatype=XSD.date),
        f"{parameter.name}_last": Literal(period.latest_end.isoformat(), datatype=XSD.date),
    }


def _read_integer(parameter: Parameter, value: str, _: Queryable) -> Bound:
    if re.fullmatch(r"[+-]?[0-9]{1,18}", value) is None:
        raise _wrong(parameter, value, "a whole number is needed", "il faut un nombre entier")
    return {parameter.name: Literal(str(int(value)), datatype=XSD.integer)}


def _read_text(parameter: Parameter, value: str, _: Queryable) -> Bound:
    return {parameter.name: Literal(value)}


def _read_mode(parameter: Parameter, value: str, _: Queryable) -> Bound:
    if value not in _MODES:
        raise _wrong(parameter, value, "possibly or certainly", "possibly ou certainly")
    return {parameter.name: Literal(_MODES[value])}


def _read_yesno(parameter: Parameter, value: str, _: Queryable) -> Bound:
    truth = {**_YES, **_NO}.get(value.lower())
    if truth is None:
        raise _wrong(parameter, value, "yes or no is needed", "il faut yes ou no (oui, non)")
    return {parameter.name: Literal(truth, datatype=XSD.boolean)}


_READERS: Final[dict[str, Callable[[Parameter, str, Queryable], Bound]]] = {
    "record": _read_record,
    "concept": _read_concept,
    "day": _read_day,
    "period": _read_period,
    "integer": _read_integer,
    "text": _read_text,
    "mode": _read_mode,
    "yesno": _read_yesno,
}
