"""GeoJSON (RFC 7946): the places of a network, and the arcs between them.

A point is a place where a node of the network stands (`coopgraph.export.networks.places`), or where
one of its records took place; an arc joins the places of two nodes that are tied, once for each
pair of places, with the number of ties and their records. A node held or signed in several places
has a tie to each. A place without coordinates counts at the next larger one that has some, short of
a whole country. Nodes without a place are not on the map; the number is in the file.

What has no place of its own may still join two that have one: a person the organisations of their
offices and signatures, a project or programme its funders and those who receive, an outcome those
who benefit. Such an arc names what it leads through (``through``); a theme that many share joins
nobody.

Coordinates are longitude and latitude (WGS 84), in degrees, as the tables hold them.
"""

from __future__ import annotations

import json
from itertools import combinations
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from coopgraph.export.networks.places import read_places, read_seats, read_venues, shown_at
from coopgraph.export.networks.plain import clean_text, node_rows, tie_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from coopgraph.export.networks.places import Place
    from coopgraph.export.networks.plain import NodeRow, TieRow
    from coopgraph.sparql import Queryable

__all__ = ["Mapped", "write"]

_LED_THROUGH: Final = frozenset({"funding", "person-organisation"})
_SHARED: Final = frozenset({"office", "signature", "benefit"})
_Seats = dict[str, tuple[str, ...]]


class Mapped(NamedTuple):
    """What went into the file: points, arcs, and the nodes that have no place."""

    points: int
    arcs: int
    unplaced: int


class _Arc(NamedTuple):
    """The ties between two places, and the nodes without a place that some of them lead through."""

    ties: dict[str, TieRow]
    through: set[str]


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    graph: Queryable,
    language: str = "fr",
    title: str = "",
) -> Mapped:
    """Write the places and arcs on a binary stream; `graph` knows where things are.

    Raises:
        StoreError: the graph cannot be read.
    """
    places = read_places(graph)
    seats = _seats(graph, places)
    nodes, ties = node_rows(network, language), tie_rows(network, language)
    venues = _venues(graph, places, ties)
    points = _points(nodes, places, seats, venues, language)
    through = network.graph.get("projection") in _LED_THROUGH
    arcs = _arcs(_between(ties, seats, through=through), places, language)
    unplaced = sum(row.id not in seats for row in nodes)
    document = {
        "type": "FeatureCollection",
        "name": clean_text(title),
        "nodes_without_place": unplaced,
        "features": [*points, *arcs],
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    stream.write(text.encode() + b"\n")
    return Mapped(len(points), len(arcs), unplaced)


def _seats(graph: Queryable, places: Mapping[str, Place]) -> _Seats:
    """Return at which points each node stands; what has none is not in it."""
    found: _Seats = {}
    for node, named in read_seats(graph, places).items():
        shown = sorted({point for name in named if (point := shown_at(name, places))})
        if shown:
            found[node] = tuple(shown)
    return found


def _venues(
    graph: Queryable, places: Mapping[str, Place], ties: Iterable[TieRow]
) -> dict[str, list[str]]:
    """Return the records of the network that took place somewhere, by place."""
    shown = {name for tie in ties for name in _records(tie)}
    found: dict[str, list[str]] = {}
    for record, place in read_venues(graph):
        if record in shown and (name := shown_at(place, places)):
            found.setdefault(name, []).append(record)
    return found


def _records(tie: TieRow) -> list[str]:
    own = str(tie.values.get("records", "")) or str(tie.values.get("record", ""))
    return own.split()


def _points(
    nodes: Iterable[NodeRow],
    places: Mapping[str, Place],
    seats: _Seats,
    venues: Mapping[str, list[str]],
    language: str,
) -> list[dict[str, object]]:
    standing: dict[str, list[NodeRow]] = {}
    for row in nodes:
        for place in seats.get(row.id, ()):
            standing.setdefault(place, []).append(row)
    points = []
    for name in sorted(standing.keys() | venues.keys()):
        here = standing.get(name, [])
        actors = [row.id for row in here if row.values.get("class", "Actor") in ("Actor", "Place")]
        points.append(
            _feature(
                name,
                {"type": "Point", "coordinates": places[name].point},
                kind="place",
                iri=places[name].iri,
                label=places[name].called(language),
                label_fr=places[name].name_fr,
                label_en=places[name].name_en or places[name].name_fr,
                place_kind=places[name].kind,
                side=places[name].side,
                actors=actors,
                actor_count=len(actors),
                nodes=[row.id for row in here],
                records=venues.get(name, []),
            )
        )
    return points


def _between(
    ties: Iterable[TieRow], seats: _Seats, *, through: bool
) -> dict[tuple[str, str], _Arc]:
    """Return the ties between each two places."""
    found: dict[tuple[str, str], _Arc] = {}

    def join(places: Iterable[tuple[str, str]], *behind: TieRow, by: str = "") -> None:
        for one, other in places:
            if one != other:
                arc = found.setdefault((min(one, other), max(one, other)), _Arc({}, set()))
                arc.ties.update((tie.id, tie) for tie in behind)
                arc.through.update({by} - {""})

    open_ties: dict[str, list[TieRow]] = {}
    for tie in ties:
        source, target = seats.get(tie.source, ()), seats.get(tie.target, ())
        join(((one, other) for one in source for other in target), tie)
        if through and (source or target) and not (source and target):
            open_ties.setdefault(tie.target if source else tie.source, []).append(tie)
    for middle, around in open_ties.items():
        for one, other in _led_through(middle, around):
            ends = (seats[_far(one, middle)], seats[_far(other, middle)])
            join(((a, b) for a in ends[0] for b in ends[1]), one, other, by=middle)
    return found


def _led_through(middle: str, ties: list[TieRow]) -> Iterator[tuple[TieRow, TieRow]]:
    """Yield the pairs of ties that lead through a node: in and out, or two of what it has."""
    coming = [tie for tie in ties if tie.target == middle]
    leaving = [tie for tie in ties if tie.source == middle]
    if coming:
        yield from ((one, other) for one in coming for other in leaving)
    elif all(tie.kind in _SHARED for tie in leaving):
        yield from combinations(leaving, 2)


def _far(tie: TieRow, middle: str) -> str:
    return tie.target if tie.source == middle else tie.source


def _arcs(
    between: Mapping[tuple[str, str], _Arc], places: Mapping[str, Place], language: str
) -> list[dict[str, object]]:
    arcs = []
    for (first, last), arc in sorted(between.items()):
        found = list(arc.ties.values())
        begins = [tie.begin for tie in found]
        ends = [tie.end for tie in found]
        arcs.append(
            _feature(
                f"{first}:{last}",
                {"type": "LineString", "coordinates": [places[first].point, places[last].point]},
                kind="arc",
                label=" – ".join(places[name].called(language) for name in (first, last)),
                places=[first, last],
                ties=len(found),
                kinds=sorted({tie.kind for tie in found if tie.kind}),
                records=sorted({name for tie in found for name in _records(tie)}),
                earliest_begin=min(begins) or None,
                latest_end=max(ends) if all(ends) else None,
                **({"through": sorted(arc.through)} if arc.through else {}),
            )
        )
    return arcs


def _feature(name: str, geometry: dict[str, object], **properties: object) -> dict[str, object]:
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
