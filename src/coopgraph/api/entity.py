"""One record with what is known of it: its names, dates, facts with sources, and neighbours.

`read_entity` finds the record by id or by name (`coopgraph.views.names`). Facts and neighbours are
read when they are first looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.api.facts import Facts
from coopgraph.api.markup import html_block, html_link, worded
from coopgraph.dates import InvalidDate, parse_date
from coopgraph.identifiers import split_iri
from coopgraph.network.rows import read_text_rows
from coopgraph.tables.column_map import TABLES
from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.sparql import Queryable
    from coopgraph.views.names import RecordNames

__all__ = ["Dates", "Entity", "Neighbour", "read_entity"]

_WORDS: Final = """
SELECT ?what ?text ?language {
  { $record skos:prefLabel|dct:title ?text . BIND ("label" AS ?what) }
  UNION { $record skos:altLabel ?text . BIND ("name" AS ?what) }
  UNION { $record coop:hasKind/skos:prefLabel ?text . BIND ("kind" AS ?what) }
  UNION { $class <http://www.w3.org/2000/01/rdf-schema#label> ?text . BIND ("class" AS ?what) }
  BIND (LANG(?text) AS ?language)
}"""
# The record first: the engine would otherwise begin with all that has a label.
_NEIGHBOURS: Final = """
SELECT DISTINCT ?tie (STR(?other) AS ?iri) ?fr ?en {
  { $record coop:cooperatedWith ?other . BIND ("cooperated" AS ?tie) }
  UNION { ?other coop:tookPartIn $record . BIND ("took-part" AS ?tie) }
  UNION { $record coop:hasParty ?other . BIND ("party" AS ?tie) }
  UNION { $record coop:benefits ?other . BIND ("benefits" AS ?tie) }
  UNION { $record coop:operatedBy ?other . BIND ("operator" AS ?tie) }
  UNION { $record coop:partOf|^coop:partOf ?other . BIND ("part" AS ?tie) }
  UNION { $record coop:ledTo|coop:followedBy|coop:realises ?other . BIND ("next" AS ?tie) }
  UNION { ?other coop:ledTo|coop:followedBy|coop:realises $record . BIND ("before" AS ?tie) }
  UNION { $record coop:resultsFrom ?other . BIND ("before" AS ?tie) }
  UNION { ?other coop:resultsFrom $record . BIND ("next" AS ?tie) }
  FILTER (ISIRI(?other))
  OPTIONAL { ?other skos:prefLabel|dct:title ?fr FILTER (LANG(?fr) IN ("fr", "")) }
  OPTIONAL { ?other skos:prefLabel|dct:title ?en FILTER (LANG(?en) = "en") }
}"""
_TIES: Final = {
    "cooperated": Words("a coopéré avec", "cooperated with"),
    "took-part": Words("avec la participation de", "with the participation of"),
    "party": Words("parties", "parties"),
    "benefits": Words("au bénéfice de", "for"),
    "operator": Words("géré par", "operated by"),
    "part": Words("tout ou volet", "whole or part"),
    "next": Words("a donné", "led to"),
    "before": Words("vient de", "came of"),
}
_FACTS_SHOWN: Final = 8
_NEIGHBOURS_SHOWN: Final = 12


class Dates(NamedTuple):
    """When: as written in EDTF, in words, and the four bounds; None where one is not known."""

    edtf: str
    words: Words
    earliest_begin: date | None
    latest_begin: date | None
    earliest_end: date | None
    latest_end: date | None


class Neighbour(NamedTuple):
    """Another record one step away, and by which tie."""

    id: str
    iri: str
    label: Words
    tie: Words


@dataclass(frozen=True)
class Entity:
    """One record: `id`, `iri`, `label` and `kind` in both languages, other `names`.

    ``print(entity)`` tells the rest in the language in which the graph was opened.
    """

    id: str
    iri: str
    label: Words
    kind: Words
    names: tuple[str, ...]
    language: str
    graph: Queryable

    @cached_property
    def facts(self) -> Facts:
        """What is known of it, in order of time, each fact with its sources."""
        from coopgraph.views.why import why

        return Facts(why(self.graph, self.id), language=self.language)

    @cached_property
    def dates(self) -> Dates | None:
        """When it took place, held or (an agreement) was signed; None for what has no date."""
        own = next((fact for fact in self.facts if fact.iri == self.iri), None)
        if own is None or not own.edtf:
            return None
        if not own.dated:  # an agreement known by its signing: the record itself has no bounds
            return Dates(own.edtf, own.date, *_bounds_of(own.edtf))
        bounds = (own.earliest_begin, own.latest_begin, own.earliest_end, own.latest_end)
        return Dates(own.edtf, own.date, *map(_day, bounds))

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """The records one step away: partners, participants, parties, parts, what came of it."""
        rows = read_text_rows(self.graph, _NEIGHBOURS.replace("$record", f"<{self.iri}>"))
        found: dict[tuple[str, str], Neighbour] = {}
        for tie, iri, fr, en in sorted(rows):
            name = _id_of(iri)
            label = Words(fr or en or name, en or fr or name)
            found.setdefault((tie, iri), Neighbour(name, iri, label, _TIES[tie]))
        return tuple(
            sorted(
                found.values(), key=lambda near: (near.tie.en, near.label.fr.casefold(), near.id)
            )
        )

    def __str__(self) -> str:
        return worded(self.label, self.language)

    def __repr__(self) -> str:
        lines = [f"{self} ({worded(self.kind, self.language)})", f"  {self.iri}"]
        lines += [f"  {line}" for line in self._about()]
        shown = self.facts[:_FACTS_SHOWN]
        return "\n".join(
            [*lines, *(f"  {line}" for line in repr(shown).split("\n")), *self._more()]
        )

    def _repr_html_(self) -> str:
        kind = escape(worded(self.kind, self.language))
        about = "".join(f"<p>{escape(line)}</p>" for line in self._about())
        more = "".join(f"<p><small>{escape(line.strip())}</small></p>" for line in self._more())
        return html_block(
            f"<h4>{escape(str(self))} <small>{kind}</small></h4>"
            f"<p><small>{html_link(self.iri, self.iri)}</small></p>"
            f"{about}{self.facts[:_FACTS_SHOWN].to_html()}{more}",
            language=self.language,
        )

    def _about(self) -> list[str]:
        """Return other names, the date and the neighbours, a line each."""
        french = self.language == "fr"
        lines = []
        if self.names:
            lines.append((f"aussi{NO_BREAK}: " if french else "also: ") + " ; ".join(self.names))
        if self.dates is not None:
            lines.append(worded(self.dates.words, self.language))
        ties: dict[str, list[str]] = {}
        for near in self.neighbours:
            ties.setdefault(worded(near.tie, self.language), []).append(
                worded(near.label, self.language)
            )
        for tie, labels in ties.items():
            cut = labels[:_NEIGHBOURS_SHOWN]
            rest = f" … (+{len(labels) - len(cut)})" if len(labels) > len(cut) else ""
            colon = f"{NO_BREAK}:" if french else ":"
            lines.append(f"{tie}{colon} {', '.join(cut)}{rest}")
        return lines

    def _more(self) -> list[str]:
        left = len(self.facts) - _FACTS_SHOWN
        if left <= 0:
            return []
        if self.language == "fr":
            return [f"  … et {left} faits de plus{NO_BREAK}: .facts"]
        return [f"  … {left} more facts: .facts"]


def read_entity(
    graph: Queryable, text: str, *, language: str = "fr", names: RecordNames | None = None
) -> Entity:
    """Return the record that has this id or IRI, or bears this name (see `find_record`).

    Raises:
        UnknownEntity: no record has it, or several bear it; the message names the candidates.
        StoreError: the graph cannot be read.
    """
    from coopgraph.views.names import find_record

    iri = find_record(graph, _id_of(text), names=names)
    rows = read_text_rows(
        graph, _WORDS.replace("$record", f"<{iri}>").replace("$class", _class_of(iri))
    )
    name = _id_of(iri)
    said = {
        wanted: [(text, language) for what, text, language in rows if what == wanted]
        for wanted in ("label", "kind", "class")
    }
    label = _both(said["label"], name)
    kind = _both(said["kind"] or said["class"], "")
    others = sorted({text for what, text, _ in rows if what == "name"} - set(label))
    return Entity(name, iri, label, kind, tuple(others), language, graph)


def _both(texts: Iterable[tuple[str, str]], otherwise: str) -> Words:
    found = {language: text for text, language in sorted(texts)}
    plain = found.get("", otherwise)
    french = found.get("fr") or plain or found.get("en", "")
    return Words(french, found.get("en") or plain or french)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _bounds_of(edtf: str) -> tuple[date | None, ...]:
    try:
        known = parse_date(edtf)
    except InvalidDate:  # a store that somebody else built
        return None, None, None, None
    return known.earliest_begin, known.latest_begin, known.earliest_end, known.latest_end


def _id_of(iri: str) -> str:
    try:
        return split_iri(iri)[1]
    except ValueError:
        return iri


def _class_of(iri: str) -> str:
    """Return the class of the table whose rows have such IRIs."""
    segment = split_iri(iri)[0]
    classes = (table.class_ for table in TABLES.values() if table.segment == segment)
    return next(classes, "coop:Record")
