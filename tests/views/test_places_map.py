from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.graph import build_graph
from coopgraph.identifiers import record_iri, split_iri
from coopgraph.views import VIEWS
from coopgraph.views.model import Node, View, Words
from coopgraph.views.places_map import MapData, map_data, map_view
from coopgraph.views.projection import PANELS
from coopgraph.vocabulary import COOP, RDF, SKOS, XSD


def record(segment: str, name: str) -> NamedNode:
    return NamedNode(record_iri(segment, name))


def node(iri: str) -> Node:
    nothing = Words("", "")
    name = split_iri(iri)[1]
    return Node(name, iri, nothing, nothing, "organisation", "france", nothing, 0, 0, ())


@pytest.fixture(scope="module")
def shore(dune: Store) -> Store:
    """Return a graph with the town in France, its country at the same point, each with an actor."""
    graph = Store()
    for quad in dune:
        if quad.predicate not in {COOP.latitude, COOP.longitude}:
            graph.add(quad)
    country, region = record("place", "pays-dune"), record("place", "province-exemple")
    for place in (record("place", "port-dune"), country):
        for name, number in ((COOP.latitude, "48.4"), (COOP.longitude, "-4.5")):
            graph.add(Quad(place, name, Literal(number, datatype=XSD.decimal)))
    graph.add(Quad(country, SKOS.note, Literal("Point de sa ville.", language="fr")))
    for actor, place in (("technopole-dune", country), ("institut-exemple", region)):
        for quad in list(graph.quads_for_pattern(record("actor", actor), COOP.locatedIn, None)):
            graph.remove(quad)
        graph.add(Quad(record("actor", actor), COOP.locatedIn, place))
    return graph


@pytest.fixture(scope="module")
def shore_view(shore: Store) -> View:
    return map_view(shore)


@pytest.fixture(scope="module")
def ashore(shore: Store, shore_view: View) -> MapData:
    return map_data(shore, shore_view)


@pytest.fixture(scope="module")
def data(dune: Store) -> MapData:
    return map_data(dune, map_view(dune))


def test_every_actor_stands_at_its_place_or_is_counted(dune: Store, data: MapData) -> None:
    view = map_view(dune)
    placed = [actor for place in (*data.places, *data.beside) for actor in place.actors]
    assert len(placed) == len(set(placed))
    assert not set(placed) & set(data.homeless)
    assert {*placed, *data.homeless} == {node.id for node in view.nodes}
    places = {place.id: place for place in (*data.places, *data.beside)}
    assert "institut-exemple" in places["havre-exemple"].actors


def test_what_was_held_at_a_place_stands_there(data: MapData) -> None:
    places = {place.id: place for place in (*data.places, *data.beside)}
    assert "session-dune-2" in places["port-dune"].held
    assert "accord-dune-2012" in places["port-dune"].held  # signed there


def test_places_in_the_middle_of_the_ocean_are_listed_and_not_drawn(data: MapData) -> None:
    assert {place.id for place in data.beside} >= {"port-dune", "havre-exemple"}
    assert data.places == ()


def test_an_area_says_its_kind_and_the_town_whose_point_it_shares(ashore: MapData) -> None:
    town, country = sorted(ashore.places, key=lambda place: place.id, reverse=True)
    assert (town.id, town.area, town.shares) == ("port-dune", Words("", ""), "")
    assert (country.id, country.area) == ("pays-dune", Words("pays", "country"))
    assert (country.shares, country.x) == ("port-dune", town.x)
    assert country.note == Words("Point de sa ville.", "Point de sa ville.")
    assert country.actors == ("technopole-dune",)


def test_what_is_not_drawn_says_why_and_in_what_larger_place_it_is(
    ashore: MapData, data: MapData
) -> None:
    beside = {place.id: place for place in ashore.beside}
    assert not beside["province-exemple"].far
    assert beside["province-exemple"].area == Words("région", "region")
    assert beside["havre-exemple"].within.en == "Exemple Province"
    assert {"port-dune", "havre-exemple"} <= {place.id for place in data.beside if place.far}


def test_the_page_is_told_only_what_is_so(shore_view: View) -> None:
    extras: Any = shore_view.extras["map"]  # it is Json
    told = {place["id"]: place for place in (*extras["places"], *extras["beside"])}
    assert set(told["port-dune"]) == {"id", "name", "side", "panel", "x", "y", "actors", "held"}
    assert set(told["pays-dune"]) - set(told["port-dune"]) == {"area", "note", "shares"}
    assert {"far", "within"} <= set(told["havre-exemple"])


def test_the_view_is_on_offer(dune: Store) -> None:
    view = VIEWS["map"].make(dune)
    assert (view.name, view.panes, set(view.extras)) == ("map", ("map",), {"map"})


def test_an_empty_graph_gives_an_empty_map() -> None:
    assert map_data(Store(), map_view(Store())) == MapData((), (), ())


def test_the_corpus_has_places_on_both_panels_within_their_frames() -> None:
    graph = build_graph(Path(__file__).parents[2] / "data").store
    actors = graph.quads_for_pattern(None, RDF.type, COOP.Actor)
    nodes = tuple(node(str(quad.subject).strip("<>")) for quad in actors)
    data = map_data(graph, replace(map_view(Store()), nodes=nodes))  # the layout is not asked for
    places = {place.id: place for place in data.places}
    assert {place.panel for place in data.places} == set(PANELS)
    for place in data.places:
        panel = PANELS[place.panel]
        assert 0 <= place.x <= panel.width
        assert 0 <= place.y <= panel.height
    brest, strasbourg = places["brest"], places["strasbourg"]
    assert brest.x < strasbourg.x
    assert places["rimouski"].y < places["montreal"].y
    assert len(data.beside) < len(data.places) / 10
    assert (brest.area.en, brest.shares) == ("", "")
    assert (places["france"].area.en, places["france"].shares) == ("country", "paris")
    assert "Paris" in places["france"].note.fr
