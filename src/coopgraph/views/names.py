"""Find the record that a person means: by id, or by a name of it.

Capitals, accents, hyphens and kinds of apostrophe do not matter. The surname alone will do for a
person where one person has it. A name that several records bear is refused with the list of them; a
name that none bears, with the nearest ones.

`RecordNames` reads the names of a graph once, for a caller that looks up many.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from coopgraph.errors import UnknownEntity
from coopgraph.identifiers import make_identifier
from coopgraph.network.rows import read_text_rows
from coopgraph.views.sentences.grammar import NO_BREAK

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable

__all__ = ["RecordNames", "find_record"]

_IDS: Final = """
SELECT DISTINCT ?record (STR(?record) AS ?iri) {
  VALUES ?class { coop:Record coop:Actor coop:Activity coop:Agreement coop:Programme coop:Outcome
    coop:Place coop:Source coop:Budget coop:Figure coop:RoleHolding coop:Award
    coop:Relation coop:Sequence coop:Succession coop:Signature }
  ?record a ?class .
  FILTER (STRENDS(STR(?record), CONCAT("/", $id)))
}"""
_NAMES: Final = """
SELECT DISTINCT ?name ?record (STR(?record) AS ?iri) {
  VALUES ?class { coop:Actor coop:Activity coop:Agreement coop:Programme coop:Outcome }
  ?record a ?class ; skos:prefLabel|skos:altLabel ?name .
}"""
# A place, then the title of a source, is meant only where no other record bears the name: many
# bodies are called after their town.
_PLACES: Final = """
SELECT DISTINCT ?name ?record (STR(?record) AS ?iri) {
  ?record a coop:Place ; skos:prefLabel|skos:altLabel ?name .
}"""
_TITLES: Final = """
SELECT DISTINCT ?name ?record (STR(?record) AS ?iri) { ?record a coop:Source ; dct:title ?name }"""
_PERSONS: Final = """
SELECT DISTINCT ?name ?record (STR(?record) AS ?iri) {
  ?record a coop:Person ; skos:prefLabel|skos:altLabel ?name .
}"""
_NEAR: Final = 60
_SHOWN: Final = 5


Bearers = dict[str, str]
"""The IRIs of the records that bear a name, by id."""


class RecordNames:
    """Who bears which name in a graph; each layer of names is read when it is first needed."""

    def __init__(self, graph: Queryable) -> None:
        self._graph = graph

    def find(self, text: str) -> str:
        """Return the IRI of the record that has this id or bears this name.

        Raises:
            UnknownEntity: no record has it, or several bear it; the message names the candidates.
        """
        wanted = make_identifier(text)
        if wanted and text == text.strip() and " " not in text:
            by_id = _with_id(self._graph, text)
            if text in by_id:
                return by_id[text]
        found = self._bearers(wanted)
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise _ambiguous(text, sorted(found))
        raise _unknown(text, wanted, {**self._titles, **self._places, **self._names})

    def _bearers(self, wanted: str) -> Bearers:
        """Return who bears the name, in the first layer where anybody does."""
        if not wanted:
            return {}
        return (
            self._names.get(wanted)
            or self._places.get(wanted)
            or self._titles.get(wanted)
            or self._with_surname(wanted)
        )

    def _with_surname(self, wanted: str) -> Bearers:
        """Return the persons whose names end so: “Dupuis”, “de Launay”."""
        ending = f"-{wanted}"
        bearers = [people for name, people in self._persons.items() if name.endswith(ending)]
        return {record: iri for people in bearers for record, iri in people.items()}

    @cached_property
    def _names(self) -> dict[str, Bearers]:
        return self._read(_NAMES)

    @cached_property
    def _places(self) -> dict[str, Bearers]:
        return self._read(_PLACES)

    @cached_property
    def _titles(self) -> dict[str, Bearers]:
        return self._read(_TITLES)

    @cached_property
    def _persons(self) -> dict[str, Bearers]:
        return self._read(_PERSONS)

    def _read(self, question: str) -> dict[str, Bearers]:
        by_name: dict[str, Bearers] = {}
        for name, record, iri in sorted(read_text_rows(self._graph, question)):
            by_name.setdefault(make_identifier(name), {})[record] = iri
        return by_name


def find_record(graph: Queryable, text: str, *, names: RecordNames | None = None) -> str:
    """Return the IRI of the record that has this id or bears this name.

    `names` are those of the graph, for a caller that has them.

    Raises:
        UnknownEntity: no record has it, or several bear it; the message names the candidates.
    """
    return (names or RecordNames(graph)).find(text)


def _with_id(graph: Queryable, text: str) -> dict[str, str]:
    literal = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return {row[0]: row[1] for row in read_text_rows(graph, _IDS.replace("$id", literal))}


def _ambiguous(text: str, ids: list[str]) -> UnknownEntity:
    several = ", ".join(ids)
    return UnknownEntity(
        f"Several records bear the name “{text}”: {several}. Give the id of one.",
        f"Plusieurs fiches portent le nom «{NO_BREAK}{text}{NO_BREAK}»{NO_BREAK}: {several}."
        " Donner l’identifiant de l’une d’elles.",
    )


def _unknown(text: str, wanted: str, by_name: dict[str, Bearers]) -> UnknownEntity:
    ids = {record for records in by_name.values() for record in records}
    choices = sorted({*by_name, *ids})
    near: list[str] = []
    for choice, _, _ in process.extract(
        wanted, choices, scorer=fuzz.WRatio, limit=2 * _SHOWN, score_cutoff=_NEAR
    ):
        near += [name for name in sorted(by_name.get(choice, {choice: ""})) if name not in near]
    shown = ", ".join(near[:_SHOWN])
    return UnknownEntity(
        f"No record has the id or name “{text}”."
        + (f" The nearest: {shown}." if shown else " Names and ids stand in the tables."),
        f"Aucune fiche n’a l’identifiant ou le nom «{NO_BREAK}{text}{NO_BREAK}»."
        + (
            f" Les plus proches{NO_BREAK}: {shown}."
            if shown
            else " Noms et identifiants sont dans les tables."
        ),
    )
