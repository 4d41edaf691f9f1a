"""Where the nodes of a network stand on the map, as far as the data say so.

A place stands at itself, an actor at its seat, a mission or project where it was held, an agreement
where it was signed; the last two may stand at several places. Persons, programmes, themes and most
outcomes have no place: nothing is guessed for them. `around` names a place and all that lies in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.export.networks.plain import clean_text
from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable

__all__ = ["Place", "around", "nodes_at", "read_places", "read_seats", "read_venues", "shown_at"]

_PLACES: Final = """
SELECT ?place (STR(?place) AS ?iri) ?fr ?en ?kind ?side ?within ?latitude ?longitude {
  ?place a coop:Place .
  OPTIONAL { ?place skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }
  OPTIONAL { ?place skos:prefLabel ?en FILTER (LANG(?en) = "en") }
  OPTIONAL { ?place coop:hasKind ?kind }
  OPTIONAL { ?place coop:onSide ?side }
  OPTIONAL { ?place coop:within ?within }
  OPTIONAL { ?place coop:latitude ?latitude . ?place coop:longitude ?longitude }
}"""
_SEATS: Final = """
SELECT DISTINCT ?node ?place {
  { ?node a coop:Actor ; coop:locatedIn ?place }
  UNION { ?node a coop:Outcome ; coop:locatedIn ?place }
  UNION { ?node a coop:Activity ; coop:takesPlaceIn ?place }
  UNION { ?signing a coop:Signing ; coop:signs ?node ; coop:takesPlaceIn ?place }
}"""
_VENUES: Final = "SELECT ?record ?place { ?record a coop:Activity ; coop:takesPlaceIn ?place }"
_TOO_LARGE: Final = frozenset({"country"})


class Place(NamedTuple):
    """A place of the graph, its values as text, empty where they are not known."""

    id: str
    iri: str
    name_fr: str
    name_en: str
    kind: str
    side: str
    within: str
    latitude: str
    longitude: str

    @property
    def point(self) -> list[float]:
        """Longitude and latitude, in degrees."""
        return [float(self.longitude), float(self.latitude)]

    def called(self, language: str) -> str:
        """Return its name in the language, or the one that there is."""
        return (self.name_en if language == "en" else "") or self.name_fr or self.id


def read_places(graph: Queryable) -> dict[str, Place]:
    """Return every place by id.

    Raises:
        StoreError: the graph cannot be read.
    """
    rows = (map(clean_text, row) for row in sorted(read_text_rows(graph, _PLACES), reverse=True))
    return {place.id: place for place in (Place(*row) for row in rows)}


def read_seats(graph: Queryable, places: Mapping[str, Place]) -> dict[str, tuple[str, ...]]:
    """Return the places at which each node stands, by id, as the data name them.

    Raises:
        StoreError: the graph cannot be read.
    """
    found: dict[str, tuple[str, ...]] = {place: (place,) for place in places}
    for node, place in sorted(set(read_text_rows(graph, _SEATS))):
        found[node] = (*found.get(node, ()), place)
    return found


def read_venues(graph: Queryable) -> list[tuple[str, str]]:
    """Return every pair of an activity and a place where it was held.

    Raises:
        StoreError: the graph cannot be read.
    """
    return [(record, place) for record, place in sorted(set(read_text_rows(graph, _VENUES)))]


def shown_at(name: str, places: Mapping[str, Place]) -> str:
    """Return the place itself, or the next larger one that can be a point on the map."""
    named, seen = name, set[str]()
    while name in places and name not in seen:
        place = places[name]
        if place.latitude and (name == named or place.kind not in _TOO_LARGE):
            return name
        seen.add(name)
        name = place.within
    return ""


def around(name: str, places: Mapping[str, Place]) -> frozenset[str]:
    """Return a place and every place that lies in it.

    >>> def place(name: str, within: str) -> Place:
    ...     return Place(name, "", "", "", "", "", within, "", "")
    >>> sorted(around("land", {"port": place("port", "land"), "land": place("land", "")}))
    ['land', 'port']
    """
    found: set[str] = set()
    coming = {name}
    while coming:
        found |= coming
        coming = {place.id for place in places.values() if place.within in coming} - found
    return frozenset(found)


def nodes_at(graph: Queryable, name: str) -> frozenset[str]:
    """Return the ids of all that stand at a place or at one that lies in it.

    Raises:
        StoreError: the graph cannot be read.
    """
    places = read_places(graph)
    within = around(name, places)
    seats = read_seats(graph, places)
    return frozenset(node for node, at in seats.items() if within.intersection(at))
