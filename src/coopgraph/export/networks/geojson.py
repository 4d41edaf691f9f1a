"""GeoJSON (RFC 7946): the places of a network, and the arcs between them.

A point is a place where an actor of the network sits, a place of the network itself, or one
where one of its records took place; an arc
joins the places of two actors that are tied, once for each pair of places, with the number of ties
and their records. An actor whose place has no coordinates counts at the next larger place that has
some, short of a whole country. Nodes without such a place are not on the map; the number is in the
file.

Coordinates are longitude and latitude (WGS 84), in degrees, as the tables hold them.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from coopgraph.export.networks.plain import clean_text, node_rows, tie_rows
from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from coopgraph.export.networks.plain import TieRow
    from coopgraph.sparql import Queryable

__all__ = ["write"]

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
_SEATS: Final = "SELECT ?actor ?place { ?actor a coop:Actor ; coop:locatedIn ?place }"
_VENUES: Final = "SELECT ?record ?place { ?record a coop:Activity ; coop:takesPlaceIn ?place }"
_TOO_LARGE: Final = frozenset({"country"})


class _Place(NamedTuple):
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
        return [float(self.longitude), float(self.latitude)]


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    graph: Queryable,
    language: str = "fr",
    title: str = "",
) -> None:
    """Write the places and arcs on a binary stream; `graph` knows where things are.

    Raises:
        StoreError: the graph cannot be read.
    """
    places = _read_places(graph)
    seats = _seats(graph, places)
    ties = tie_rows(network, language)
    venues = _venues(graph, places, ties)
    points = _points(network, places, seats, venues, language)
    arcs = _arcs(ties, places, seats, language)
    without = sum(row.id not in seats for row in node_rows(network, language))
    document = {
        "type": "FeatureCollection",
        "name": clean_text(title),
        "nodes_without_place": without,
        "features": [*points, *arcs],
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    stream.write(text.encode() + b"\n")


def _read_places(graph: Queryable) -> dict[str, _Place]:
    rows = (map(clean_text, row) for row in sorted(read_text_rows(graph, _PLACES), reverse=True))
    return {place.id: place for place in (_Place(*row) for row in rows)}


def _seats(graph: Queryable, places: Mapping[str, _Place]) -> dict[str, str]:
    """Return where each node stands: an actor at its seat, a place at itself."""
    named = [(actor, place) for actor, place in sorted(set(read_text_rows(graph, _SEATS)))[::-1]]
    named += [(place, place) for place in places]
    return {node: found for node, place in named if (found := _shown(place, places))}


def _shown(name: str, places: Mapping[str, _Place]) -> str:
    """Return the place itself, or the next larger one that can be a point on the map."""
    named, seen = name, set[str]()
    while name in places and name not in seen:
        place = places[name]
        if place.latitude and (name == named or place.kind not in _TOO_LARGE):
            return name
        seen.add(name)
        name = place.within
    return ""


def _venues(
    graph: Queryable, places: Mapping[str, _Place], ties: Iterable[TieRow]
) -> dict[str, list[str]]:
    """Return the records of the network that took place somewhere, by place."""
    shown = {name for tie in ties for name in _records(tie)}
    found: dict[str, list[str]] = {}
    for record, place in sorted(set(read_text_rows(graph, _VENUES))):
        if record in shown and (name := _shown(place, places)):
            found.setdefault(name, []).append(record)
    return found


def _records(tie: TieRow) -> list[str]:
    own = str(tie.values.get("records", "")) or str(tie.values.get("record", ""))
    return own.split()


def _points(
    network: nx.MultiDiGraph,
    places: Mapping[str, _Place],
    seats: Mapping[str, str],
    venues: Mapping[str, list[str]],
    language: str,
) -> list[dict[str, object]]:
    actors: dict[str, list[str]] = {}
    for row in node_rows(network, language):
        if row.id in seats:
            actors.setdefault(seats[row.id], []).append(row.id)
    return [
        _feature(
            name,
            {"type": "Point", "coordinates": places[name].point},
            kind="place",
            iri=places[name].iri,
            label=_name(places[name], language),
            label_fr=places[name].name_fr,
            label_en=places[name].name_en or places[name].name_fr,
            place_kind=places[name].kind,
            side=places[name].side,
            actors=actors.get(name, []),
            actor_count=len(actors.get(name, [])),
            records=venues.get(name, []),
        )
        for name in sorted(actors.keys() | venues.keys())
    ]


def _arcs(
    ties: Iterable[TieRow], places: Mapping[str, _Place], seats: Mapping[str, str], language: str
) -> list[dict[str, object]]:
    between: dict[tuple[str, str], list[TieRow]] = {}
    for tie in ties:
        ends = seats.get(tie.source, ""), seats.get(tie.target, "")
        if all(ends) and ends[0] != ends[1]:
            between.setdefault((min(ends), max(ends)), []).append(tie)
    arcs = []
    for (first, last), found in sorted(between.items()):
        names = _name(places[first], language), _name(places[last], language)
        begins = [tie.begin for tie in found]
        ends_ = [tie.end for tie in found]
        arcs.append(
            _feature(
                f"{first}:{last}",
                {"type": "LineString", "coordinates": [places[first].point, places[last].point]},
                kind="arc",
                label=" – ".join(names),
                places=[first, last],
                ties=len(found),
                kinds=sorted({tie.kind for tie in found if tie.kind}),
                records=sorted({name for tie in found for name in _records(tie)}),
                earliest_begin=min(begins) or None,
                latest_end=max(ends_) if all(ends_) else None,
            )
        )
    return arcs


def _name(place: _Place, language: str) -> str:
    return (place.name_en if language == "en" else "") or place.name_fr or place.id


def _feature(name: str, geometry: dict[str, object], **properties: object) -> dict[str, object]:
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
