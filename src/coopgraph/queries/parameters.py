"""Turn what a person wrote for a parameter into the RDF term that a question is given.

Each kind of parameter (`coopgraph.queries.header.KINDS`) has its reading: an id becomes the IRI of
a record that is in the graph, and so does a name that one record alone bears; ``2018-23`` becomes
two days, ``oui`` becomes a boolean. What cannot be read is refused in words; the nearest records or
concepts are named.

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
from coopgraph.queries.bearers import Bearer, Bearers
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
    question: Question,
    given: Mapping[str, str],
    graph: Queryable,
    *,
    language: str,
    bearers: Bearers | None = None,
) -> Bound:
    """Return the terms for the variables of a question, ``lang`` included.

    `bearers` are the names of the graph, for a caller that keeps them.

    Raises:
        UnknownParameter: the question does not have one of the parameters.
        MissingParameter: a required one is not given.
        UnknownEntity: a record is not in the graph, or several bear the name.
        UsageError: a value is not of its kind.
    """
    parameters = {parameter.name: parameter for parameter in question.header.parameters}
    _refuse_unknown(question, given, parameters)
    bearers = bearers or Bearers(graph)
    bound: Bound = {"lang": Literal(language)}
    for name, parameter in parameters.items():
        value = given.get(name, parameter.default)
        if value is not None:
            bound.update(_READERS[parameter.kind](parameter, value.strip(), bearers))
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


def _read_record(parameter: Parameter, value: str, bearers: Bearers) -> Bound:
    """Look the id (or the full IRI) up in the graph, then who bears such a name."""
    tables = [TABLES[name] for name in parameter.targets] or list(TABLES.values())
    segments = sorted({table.segment for table in tables if table.segment})
    slug = _slug(value)
    if slug is not None:  # ids are unique across all tables
        # IRIs made of our own segments and a checked slug hold nothing that could be syntax
        iris = " ".join(f"<{record_iri(segment, slug)}>" for segment in segments)
        query = f"SELECT DISTINCT ?r {{ VALUES ?r {{ {iris} }} ?r a ?class }}"
        found = select(bearers.graph, query).rows
        if found and isinstance(found[0][0], NamedNode):
            return {parameter.name: found[0][0]}
    bearing = bearers.bearing(value, segments)
    if len(bearing) == 1:
        return {parameter.name: NamedNode(bearing[0].iri)}
    if bearing:
        raise _ambiguous(parameter, value, bearing)
    classes = sorted({table.class_ for table in tables if not table.link and table.segment})
    near = bearers.nearest(value, segments, ids=_ids(classes, bearers.graph))
    raise UnknownEntity(
        f"{parameter.name}={value}: no such record here; nearest: {_spell(near, 'en')}.",
        f"{parameter.name}={value} : aucune fiche de ce nom ici ; proches : {_spell(near, 'fr')}.",
    )


def _ambiguous(parameter: Parameter, value: str, bearing: list[Bearer]) -> UnknownEntity:
    return UnknownEntity(
        f"{parameter.name}={value}: several records bear this name: {_spell(bearing, 'en')}."
        " Give the id of one.",
        f"{parameter.name}={value} : plusieurs fiches portent ce nom : {_spell(bearing, 'fr')}."
        " Donner l’identifiant de l’une d’elles.",
    )


def _spell(bearers: list[Bearer], language: str) -> str:
    return ", ".join(one.spell(language) for one in bearers) or "–"


def _slug(value: str) -> str | None:
    try:
        return split_iri(value.strip("<>"))[1]
    except ValueError:
        return value if is_identifier(value) else None


def _ids(classes: list[str], graph: Queryable) -> set[str]:
    """Return the ids of all records of these classes, with a name or without."""
    found = set()
    for name in classes:
        for (record,) in select(
            graph, "SELECT ?r { ?r a $class }", bind={"class": expand(name)}
        ).rows:
            if isinstance(record, NamedNode) and (slug := _slug(record.value)) is not None:
                found.add(slug)
    return found


def _read_concept(parameter: Parameter, value: str, _: Bearers) -> Bound:
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


def _read_day(parameter: Parameter, value: str, _: Bearers) -> Bound:
    day = _date(parameter, value)
    if _DAY.fullmatch(value) is None or day.earliest_begin is None:
        raise _wrong(
            parameter,
            value,
            "one exact day is needed, as YYYY-MM-DD",
            "il faut un jour, AAAA-MM-JJ",
        )
    return {parameter.name: Literal(day.earliest_begin.isoformat(), datatype=XSD.date)}


def _read_period(parameter: Parameter, value: str, _: Bearers) -> Bound:
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


def _read_integer(parameter: Parameter, value: str, _: Bearers) -> Bound:
    if re.fullmatch(r"[+-]?[0-9]{1,18}", value) is None:
        raise _wrong(parameter, value, "a whole number is needed", "il faut un nombre entier")
    return {parameter.name: Literal(str(int(value)), datatype=XSD.integer)}


def _read_text(parameter: Parameter, value: str, _: Bearers) -> Bound:
    return {parameter.name: Literal(value)}


def _read_mode(parameter: Parameter, value: str, _: Bearers) -> Bound:
    if value not in _MODES:
        raise _wrong(parameter, value, "possibly or certainly", "possibly ou certainly")
    return {parameter.name: Literal(_MODES[value])}


def _read_yesno(parameter: Parameter, value: str, _: Bearers) -> Bound:
    truth = {**_YES, **_NO}.get(value.lower())
    if truth is None:
        raise _wrong(parameter, value, "yes or no is needed", "il faut yes ou no (oui, non)")
    return {parameter.name: Literal(truth, datatype=XSD.boolean)}


_READERS: Final[dict[str, Callable[[Parameter, str, Bearers], Bound]]] = {
    "record": _read_record,
    "concept": _read_concept,
    "day": _read_day,
    "period": _read_period,
    "integer": _read_integer,
    "text": _read_text,
    "mode": _read_mode,
    "yesno": _read_yesno,
}
