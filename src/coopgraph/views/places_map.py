"""The map: the places of both shores, who is there, and what was held there.

A view of the map is the view of the network with one more set of data: the places, where each lies
on its panel (`coopgraph.views.projection`), the actors located there and the facts held there. What
joins two places follows from the ties of the view, so the page counts it again for each period.

>>> MapPlace("port-dune", Words("Port-Dune", "Port-Dune"), "france").panel
''

A country, a region or an island has one point like any town, its middle or its chief town: such a
place says its kind, so that nobody takes it for a village there; and where that point is the one of
a town, it says of which, so that neither hides the other. A place without coordinates, or beyond
both panels, is listed and not drawn; an actor without a place is only named. No place is guessed
from a larger one.
"""

from __future__ import annotations

from collections import defaultdict
from math import hypot
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.network.rows import read_text_rows
from coopgraph.views.alone import shown_alone
from coopgraph.views.asking import words_of
from coopgraph.views.legend import SIDES
from coopgraph.views.model import Words
from coopgraph.views.network import network_view
from coopgraph.views.projection import PANELS, panel_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Json, View

__all__ = ["MapData", "MapPlace", "map_data", "map_extras", "map_view"]

_PLACES: Final = f"""
SELECT ?place ?name_fr ?name_en ?side ?latitude ?longitude ?area_fr ?area_en ?in_fr ?in_en
  ?note_fr ?note_en {{
  ?place a coop:Place .{words_of("?place", "name")}
  OPTIONAL {{ ?place coop:onSide ?side }}
  OPTIONAL {{ ?place coop:latitude ?latitude ; coop:longitude ?longitude }}
  OPTIONAL {{ ?place coop:hasKind ?kind {words_of("?kind", "area")}
    FILTER (?kind != <https://w3id.org/coopgraph/scheme/place-kind/city>) }}
  OPTIONAL {{ ?place coop:within ?in {words_of("?in", "in")} }}
  OPTIONAL {{ ?place skos:note ?note_fr FILTER (LANG(?note_fr) = "fr") }}
  OPTIONAL {{ ?place skos:note ?note_en FILTER (LANG(?note_en) = "en") }}
}}"""
_LOCATED: Final = """
SELECT ?actor ?place { ?actor a coop:Actor ; coop:locatedIn ?place }"""
_HELD: Final = """
SELECT (STR(?record) AS ?iri) ?place {
  { ?record coop:takesPlaceIn ?place ; a coop:Activity }
  UNION { ?signing coop:takesPlaceIn ?place ; coop:signs ?record }
}"""
_NOTHING: Final = Words("", "")
_SAME: Final = 2.0
"""Kilometres within which two places have the same point on the map."""


class MapPlace(NamedTuple):
    """One place: where it lies, who is there, what was held there."""

    id: str
    name: Words
    side: str
    panel: str = ""  # of PANELS; empty: not drawn
    x: float = 0.0  # kilometres on the panel
    y: float = 0.0
    actors: tuple[str, ...] = ()  # ids of nodes
    held: tuple[str, ...] = ()  # ids of facts
    area: Words = _NOTHING  # its kind, where it is no town: country, region, island …
    within: Words = _NOTHING  # the larger place that holds it
    note: Words = _NOTHING  # of the curator: where the point of an area comes from
    far: bool = False  # it has coordinates, beyond both panels
    shares: str = ""  # id of the place that stands at the same point

    @property
    def drawn(self) -> bool:
        """Tell whether the place is on a panel."""
        return bool(self.panel)


class MapData(NamedTuple):
    """The places on the map, those that are only listed, and the actors without a place."""

    places: tuple[MapPlace, ...]
    beside: tuple[MapPlace, ...]
    homeless: tuple[str, ...]  # ids of nodes


def map_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the map of the places where actors are and met.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    network = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    return shown_alone(network, "map", map_extras(graph, network))


def map_data(graph: Queryable, view: View) -> MapData:
    """Return the places at which an actor of the view is, or where one of its facts was held.

    Raises:
        StoreError: the graph cannot be read.
    """
    wanted = {node.id for node in view.nodes}
    located = {pair for pair in read_text_rows(graph, _LOCATED) if pair[0] in wanted}
    actors = _grouped((place, actor) for actor, place in located)
    by_iri = _grouped((fact.iri, fact.id) for fact in view.facts.values())
    held = _grouped(
        (place, fact) for iri, place in read_text_rows(graph, _HELD) for fact in by_iri.get(iri, ())
    )
    places = [
        _place(row, tuple(actors.get(row[0], ())), tuple(held.get(row[0], ())))
        for row in sorted(read_text_rows(graph, _PLACES))
        if row[0] in actors or row[0] in held
    ]
    return MapData(
        _side_by_side([place for place in places if place.drawn]),
        tuple(place for place in places if not place.drawn),
        tuple(sorted(wanted - {actor for actor, _ in located})),
    )


def map_extras(graph: Queryable, view: View) -> Json:
    """Return the data of the pane for a view of the same graph.

    Raises:
        StoreError: the graph cannot be read.
    """
    data = map_data(graph, view)
    return {
        "panels": {
            name: {"width": panel.width, "height": panel.height} for name, panel in PANELS.items()
        },
        "places": [_told(place) for place in data.places],
        "beside": [_told(place) for place in data.beside],
    }


def _told(place: MapPlace) -> Json:
    told: dict[str, Json] = {"id": place.id, "name": place.name, "side": place.side}
    if place.drawn:
        told |= {"panel": place.panel, "x": round(place.x, 1), "y": round(place.y, 1)}
    else:
        told |= {"far": place.far, "within": place.within}
    if place.area.fr:
        told |= {"area": place.area, "note": place.note}
    if place.shares:
        told |= {"shares": place.shares}
    return {**told, "actors": place.actors, "held": place.held}


def _place(row: tuple[str, ...], actors: tuple[str, ...], held: tuple[str, ...]) -> MapPlace:
    name, fr, en, side, latitude, longitude, *texts = row
    area, within, note = (
        Words(fr or en, en or fr) for fr, en in zip(texts[::2], texts[1::2], strict=True)
    )
    place = MapPlace(
        name,
        Words(fr or name, en or fr or name),
        side if side in SIDES else "other",
        actors=actors,
        held=held,
        area=area,
        within=within,
        note=note,
    )
    if not latitude or not longitude:
        return place
    panel = panel_of(float(longitude), float(latitude))
    if not panel:
        return place._replace(far=True)
    x, y = PANELS[panel].place(float(longitude), float(latitude))
    return place._replace(panel=panel, x=x, y=y)


def _side_by_side(places: Sequence[MapPlace]) -> tuple[MapPlace, ...]:
    """Let all but one of the places at one point, a town before an area, say whose point it is."""
    first: list[MapPlace] = []
    shares: dict[str, str] = {}
    for place in sorted(places, key=lambda one: (bool(one.area.fr), one.id)):
        other = next((known for known in first if _same_point(place, known)), None)
        if other:
            shares[place.id] = other.id
        else:
            first.append(place)
    return tuple(place._replace(shares=shares.get(place.id, "")) for place in places)


def _same_point(a: MapPlace, b: MapPlace) -> bool:
    return a.panel == b.panel and hypot(a.x - b.x, a.y - b.y) < _SAME


def _grouped(pairs: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, member in sorted(set(pairs)):
        found[key].append(member)
    return found
