"""The map: the places of both shores, who is there, and what was held there.

A view of the map is the view of the network with one more set of data: the places, where each lies
on its panel (`coopgraph.views.projection`), the actors located there and the facts held there. What
joins two places follows from the ties of the view, so the page counts it again for each period.

>>> MapPlace("port-dune", Words("Port-Dune", "Port-Dune"), "france").panel
''

A place without coordinates, or beyond both panels, is listed and not drawn; an actor without a
place is only counted. No place is guessed from a larger one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.network.rows import read_text_rows
from coopgraph.views.asking import words_of
from coopgraph.views.legend import SIDES, VIEW_WORDS
from coopgraph.views.model import Words
from coopgraph.views.network import network_view
from coopgraph.views.projection import PANELS, panel_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Json, View

__all__ = ["MapData", "MapPlace", "map_data", "map_extras", "map_view"]

_PLACES: Final = f"""
SELECT ?place ?name_fr ?name_en ?side ?latitude ?longitude {{
  ?place a coop:Place .{words_of("?place", "name")}
  OPTIONAL {{ ?place coop:onSide ?side }}
  OPTIONAL {{ ?place coop:latitude ?latitude ; coop:longitude ?longitude }}
}}"""
_LOCATED: Final = """
SELECT ?actor ?place { ?actor a coop:Actor ; coop:locatedIn ?place }"""
_HELD: Final = """
SELECT (STR(?record) AS ?iri) ?place {
  { ?record coop:takesPlaceIn ?place ; a coop:Activity }
  UNION { ?signing coop:takesPlaceIn ?place ; coop:signs ?record }
}"""


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

    @property
    def drawn(self) -> bool:
        """Tell whether the place is on a panel."""
        return bool(self.panel)


class MapData(NamedTuple):
    """The places on the map, those that are only listed, and how many actors have no place."""

    places: tuple[MapPlace, ...]
    beside: tuple[MapPlace, ...]
    homeless: int


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
    title, description = VIEW_WORDS["map"]
    return replace(
        network,
        name="map",
        panes=("map",),
        also=(),
        extras={"map": map_extras(graph, network)},
        title=title,
        description=description,
    )


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
        tuple(place for place in places if place.drawn),
        tuple(place for place in places if not place.drawn),
        len(wanted - {actor for actor, _ in located}),
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
        "homeless": data.homeless,
    }


def _told(place: MapPlace) -> Json:
    where: dict[str, Json] = (
        {"panel": place.panel, "x": round(place.x, 1), "y": round(place.y, 1)}
        if place.drawn
        else {}
    )
    return {
        "id": place.id,
        "name": place.name,
        "side": place.side,
        **where,
        "actors": place.actors,
        "held": place.held,
    }


def _place(row: tuple[str, ...], actors: tuple[str, ...], held: tuple[str, ...]) -> MapPlace:
    name, fr, en, side, latitude, longitude = row
    words = Words(fr or name, en or fr or name)
    place = MapPlace(name, words, side if side in SIDES else "other", actors=actors, held=held)
    if not latitude or not longitude:
        return place
    panel = panel_of(float(longitude), float(latitude))
    if not panel:
        return place
    x, y = PANELS[panel].place(float(longitude), float(latitude))
    return place._replace(panel=panel, x=x, y=y)


def _grouped(pairs: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, member in sorted(set(pairs)):
        found[key].append(member)
    return found
