from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views import VIEWS
from coopgraph.views.places_map import MapData, map_data, map_view
from coopgraph.views.projection import PANELS


@pytest.fixture(scope="module")
def data(dune: Store) -> MapData:
    return map_data(dune, map_view(dune))


def test_every_actor_stands_at_its_place_or_is_counted(dune: Store, data: MapData) -> None:
    view = map_view(dune)
    placed = [actor for place in (*data.places, *data.beside) for actor in place.actors]
    assert len(placed) == len(set(placed))
    assert len(placed) + data.homeless == len(view.nodes)
    places = {place.id: place for place in (*data.places, *data.beside)}
    assert "institut-exemple" in places["havre-exemple"].actors


def test_what_was_held_at_a_place_stands_there(data: MapData) -> None:
    places = {place.id: place for place in (*data.places, *data.beside)}
    assert "session-dune-2" in places["port-dune"].held
    assert "accord-dune-2012" in places["port-dune"].held  # signed there


def test_places_in_the_middle_of_the_ocean_are_listed_and_not_drawn(data: MapData) -> None:
    assert {place.id for place in data.beside} >= {"port-dune", "havre-exemple"}
    assert data.places == ()


def test_the_view_is_on_offer(dune: Store) -> None:
    view = VIEWS["map"].make(dune)
    assert (view.name, view.panes, set(view.extras)) == ("map", ("map",), {"map"})


def test_an_empty_graph_gives_an_empty_map() -> None:
    assert map_data(Store(), map_view(Store())) == MapData((), (), 0)


def test_the_corpus_has_places_on_both_panels_within_their_frames() -> None:
    graph = build_graph(Path(__file__).parents[2] / "data").store
    data = map_data(graph, map_view(graph))
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
