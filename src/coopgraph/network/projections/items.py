"""Records as projections read them: every value of every record of a class, as text.

`Material` reads a class once, in one question, and hands out its records as `Item`. Without
inferred values, what the curator deduced is gone from an item as if no source had said it.

>>> from pyoxigraph import Store
>>> Material(Store()).items("Mission")
{}

It pairs nothing: the modules beside it do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from coopgraph.network.project import project_actors
from coopgraph.network.rows import (
    UNDATED,
    Bounds,
    Taking,
    read_claimed,
    read_parts,
    read_takings,
    read_text_rows,
)
from coopgraph.network.terms import read_in_principle, read_periods
from coopgraph.network.wholes import attend

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from coopgraph.network.wholes import Attendance
    from coopgraph.sparql import Queryable

__all__ = ["ACTIVITIES", "WORKS", "Item", "Material", "identity"]

ACTIVITIES: Final = ("Mission", "Project")
WORKS: Final = ("Agreement", "Mission", "Project", "Programme", "Outcome")
"""The classes of what people do together, in the order in which one leads to the next."""

_VALUES: Final = """
SELECT ?record (STR(?record) AS ?iri) ?property ?value (LANG(?value) AS ?language) {
  ?record a %s ; ?property ?value .
  FILTER (?property NOT IN (prov:wasDerivedFrom, rdf:type))
}"""
_THEME: Final = "skos:Concept ; skos:inScheme <https://w3id.org/coopgraph/scheme/theme>"
_STATUS_DOUBTS: Final = {
    "planned": "planned",
    "announced": "planned",
    "agreed-in-principle": "planned",
    "cancelled": "cancelled",
    "not-achieved": "not-achieved",
    "in-discussion": "in-discussion",
}
_CONTESTED: Final = frozenset({"undecided", "not-retained"})
_DATING: Final = frozenset({"when", "hasStatus"})


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its values by property (`hasFunder`, `prefLabel@fr`), and what was deduced."""

    id: str
    iri: str
    class_: str
    values: dict[str, tuple[str, ...]]
    deduced: frozenset[str] = frozenset()
    hidden: dict[str, tuple[str, ...]] = field(default_factory=dict)  # left out, since deduced

    def one(self, property_: str) -> str:
        """Return the first value of a property, "" if it has none."""
        return self.values.get(property_, ("",))[0]

    def meant(self, property_: str) -> str:
        """Return the first value of a property, also one that was left out because deduced."""
        return (self.values.get(property_) or self.hidden.get(property_, ("",)))[0]

    def all(self, property_: str) -> tuple[str, ...]:
        """Return every value of a property, sorted."""
        return self.values.get(property_, ())

    @property
    def bounds(self) -> Bounds:
        """Return its own date."""
        if not self.one("when"):
            return UNDATED
        return Bounds(
            self.one("when"),
            self.one("earliestBegin"),
            self.one("latestBegin"),
            self.one("earliestEnd"),
            self.one("latestEnd"),
            self.all("dateMark"),
        )


@dataclass
class Material:
    """What projections read of a graph, each class once; several of one graph may share it."""

    graph: Queryable
    inferred: bool = True
    read: dict[str, dict[str, Item]] = field(default_factory=dict)

    def items(self, *classes: str) -> dict[str, Item]:
        """Return the records of these classes, by id, in a fixed order."""
        found: dict[str, Item] = {}
        for class_ in classes:
            if class_ not in self.read:
                self.read[class_] = _read_items(self.graph, class_, self.inferred)
            found |= self.read[class_]
        return found

    @cached_property
    def contested(self) -> frozenset[str]:
        """The records of which a claim is undecided or was not retained."""
        claimed = read_claimed(self.graph)
        return frozenset(record for record, standings in claimed.items() if standings & _CONTESTED)

    @cached_property
    def in_principle(self) -> frozenset[str]:
        """The agreements whose every signing is an agreement in principle."""
        return read_in_principle(self.graph)

    @cached_property
    def periods_of_force(self) -> dict[str, list[tuple[str, Bounds]]]:
        """The periods of force of each agreement that has any."""
        hidden: list[str] = []
        if not self.inferred:
            dated = _read_items(self.graph, "Signing", True)
            dated |= _read_items(self.graph, "TermOfForce", True)
            hidden = [item.id for item in dated.values() if "when" in item.deduced]
        return read_periods(self.graph, without=hidden)

    @cached_property
    def every_taking(self) -> tuple[Taking, ...]:
        """Who takes part in what, and who is bound by what; the deduced is among it."""
        return (*read_takings(self.graph, "Participation"), *read_takings(self.graph, "Party"))

    @cached_property
    def takings(self) -> tuple[Taking, ...]:
        """Who takes part in what, and who is bound by what."""
        return tuple(link for link in self.every_taking if self.inferred or not link.inferred)

    @cached_property
    def meetings(self) -> nx.MultiDiGraph:
        """The network of all actors; whoever changes it copies it first."""
        return project_actors(self.graph, inferred=self.inferred)

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Every pair of an activity and its whole."""
        activities = self.items(*ACTIVITIES)
        pairs = read_parts(self.graph)
        return tuple((a, b) for a, b in pairs if a in activities and activities[a].one("partOf"))

    @cached_property
    def present(self) -> dict[str, dict[str, Attendance]]:
        """The actors of each activity and agreement, those of its parts included."""
        works = self.items("Agreement", *ACTIVITIES)
        doubts = {record: self.doubts(item) for record, item in works.items()}
        return attend(self.takings, self.parts, doubts=doubts, contested=self.contested)

    def periods(self, item: Item) -> list[tuple[str, Bounds]]:
        """Return the names and bounds of the times of a record; one without bounds if undated."""
        if item.class_ == "Agreement":
            return self.periods_of_force.get(item.id, [(item.id, UNDATED)])
        return [(item.id, item.bounds)]

    def first_period(self, item: Item) -> Bounds:
        """Return the time of a record; of an agreement with several, the first."""
        return self.periods(item)[0][1]

    def doubts(self, item: Item) -> frozenset[str]:
        """Return why a record is not simply so: planned, contested and the like."""
        states = item.all("hasStatus")
        found = {_STATUS_DOUBTS[state] for state in states if state in _STATUS_DOUBTS}
        if item.id in self.in_principle or item.one("hasKind") == "agreed-in-principle":
            found.add("planned")
        if item.id in self.contested:
            found.add("contested")
        if item.deduced & _DATING:
            found.add("inferred")
        return frozenset(found)


def identity(item: Item, places: dict[str, Item]) -> dict[str, str | float]:
    """Return the attributes of a record as a node; what is not known is left out."""
    place = places.get(item.one("locatedIn"))
    label = item.one("prefLabel@fr")
    texts = {
        "iri": item.iri,
        "label_fr": label,
        "label_en": item.one("prefLabel@en") or label,
        "kind": item.one("hasKind"),
        "side": item.one("onSide"),
        "place_fr": place.one("prefLabel@fr") if place else "",
        "place_en": (place.one("prefLabel@en") or place.one("prefLabel@fr")) if place else "",
        "class": item.class_,
    }
    found: dict[str, str | float] = {name: value for name, value in texts.items() if value}
    if item.class_ == "Place" and item.one("latitude") and item.one("longitude"):
        found |= {"lat": float(item.one("latitude")), "lon": float(item.one("longitude"))}
    return found


def _read_items(graph: Queryable, class_: str, inferred: bool) -> dict[str, Item]:
    rows = read_text_rows(graph, _VALUES % (_THEME if class_ == "Theme" else f"coop:{class_}"))
    values: dict[tuple[str, str], dict[str, list[str]]] = {}
    for record, iri, property_, value, language in sorted(set(rows)):
        (local,) = _local_names([property_])
        name = f"{local}@{language}" if language else local
        values.setdefault((record, iri), {}).setdefault(name, []).append(value)
    return {
        record: _item(record, iri, class_, found, inferred)
        for (record, iri), found in values.items()
    }


def _item(record: str, iri: str, class_: str, found: dict[str, list[str]], inferred: bool) -> Item:
    deduced = frozenset(_local_names(found.pop("inferredProperty", ())))
    kept = {name: tuple(values) for name, values in found.items()}
    if inferred:
        return Item(record, iri, class_, kept, deduced)
    said = {name: texts for name, texts in kept.items() if name.partition("@")[0] not in deduced}
    hidden = {name: texts for name, texts in kept.items() if name not in said}
    return Item(record, iri, class_, said, hidden=hidden)


def _local_names(properties: Iterable[str]) -> Iterable[str]:
    return (name.replace("#", "/").rpartition("/")[2] for name in properties)
