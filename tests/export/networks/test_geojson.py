"""GeoJSON: places and arcs as RFC 7946 wants them, nothing invented."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.export.networks import NETWORK_EXPORTERS, Selected, Selection, select
from coopgraph.vocabulary import COOP, RDF

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[Selected, str], bytes]

ID = "https://w3id.org/coopgraph/id/"


@pytest.fixture
def shores() -> Store:
    """Two towns with coordinates, a hamlet in one of them without, and a country."""
    store = Store()

    def add(subject: str, predicate: NamedNode, value: NamedNode | Literal) -> None:
        store.add(Quad(NamedNode(ID + subject), predicate, value))

    for place, kind, where in (
        ("east", "city", (48.4, -4.5)),
        ("west", "city", (48.45, -68.5)),
        ("hamlet", "city", None),
        ("land", "country", (46.0, 2.0)),
        ("lost", "city", None),
    ):
        add(f"place/{place}", RDF.type, COOP.Place)
        concept = f"https://w3id.org/coopgraph/scheme/place-kind/{kind}"
        add(f"place/{place}", COOP.hasKind, NamedNode(concept))
        if where:
            add(f"place/{place}", COOP.latitude, Literal(where[0]))
            add(f"place/{place}", COOP.longitude, Literal(where[1]))
    add("place/hamlet", COOP.within, NamedNode(f"{ID}place/east"))
    add("place/lost", COOP.within, NamedNode(f"{ID}place/land"))
    for actor, place in (("a", "east"), ("b", "west"), ("c", "hamlet"), ("d", "lost")):
        add(f"actor/{actor}", RDF.type, COOP.Actor)
        add(f"actor/{actor}", COOP.locatedIn, NamedNode(f"{ID}place/{place}"))
    return store


def read(shores: Store, *ties: tuple[str, str], write: Write) -> dict[str, Any]:  # Any: JSON
    network = nx.MultiDiGraph()
    network.add_nodes_from("abcd")
    for number, (one, other) in enumerate(ties):
        year = str(2010 + number)
        bounds = {"earliest_begin": f"{year}-01-01", "latest_end": f"{year}-12-31"}
        network.add_edge(one, other, record=f"m{number}", kind="mission", **bounds)
    found: dict[str, Any] = json.loads(
        write(Selected(shores, Selection(), network, {}, 0), "geojson")
    )
    return found


def test_an_arc_joins_two_places_once(shores: Store, write: Write) -> None:
    features = read(shores, ("a", "b"), ("b", "c"), ("a", "c"), write=write)["features"]
    (arc,) = [feature for feature in features if feature["geometry"]["type"] == "LineString"]
    assert arc["geometry"]["coordinates"] == [[-4.5, 48.4], [-68.5, 48.45]]
    assert arc["properties"]["ties"] == 2
    assert arc["properties"]["records"] == ["m0", "m1"]
    assert arc["properties"]["earliest_begin"] == "2010-01-01"
    assert arc["properties"]["latest_end"] == "2011-12-31"


def test_a_place_without_coordinates_counts_at_the_larger_one(shores: Store, write: Write) -> None:
    document = read(shores, ("a", "b"), write=write)
    points = {feature["id"]: feature["properties"] for feature in document["features"]}
    assert points["east"]["actors"] == ["a", "c"]
    assert "land" not in points
    assert document["nodes_without_place"] == 1


def test_what_is_written_is_geojson(selected: Selected, write: Write) -> None:
    document = json.loads(write(selected, "geojson"))
    assert document["type"] == "FeatureCollection"
    names = [feature["id"] for feature in document["features"]]
    assert len(set(names)) == len(names) > 1
    for feature in document["features"]:
        assert feature["type"] == "Feature"
        geometry = feature["geometry"]
        points = (
            geometry["coordinates"]
            if geometry["type"] == "LineString"
            else [geometry["coordinates"]]
        )
        assert len(points) == (2 if geometry["type"] == "LineString" else 1)
        for longitude, latitude in points:
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90


def test_what_is_counted_is_what_is_written(selected: Selected) -> None:
    for projection in ("actors", "agreements", "themes"):
        part = select(selected.graph, Selection(projection=projection))
        stream = io.BytesIO()
        counted = NETWORK_EXPORTERS["geojson"].write(part, stream, "fr")
        document = json.loads(stream.getvalue())
        kinds = [feature["properties"]["kind"] for feature in document["features"]]
        assert (kinds.count("place"), kinds.count("arc")) == counted[:2]
        assert counted.unplaced == document["nodes_without_place"]
    assert counted == (0, 0, 0, 2)  # themes stand nowhere


def test_agreements_stand_where_they_were_signed(selected: Selected, write: Write) -> None:
    document = json.loads(write(select(selected.graph, Selection("agreements")), "geojson"))
    arcs = [f["properties"] for f in document["features"] if f["properties"]["kind"] == "arc"]
    assert [arc["places"] for arc in arcs] == [["havre-exemple", "port-dune"]]
    assert arcs[0]["kinds"] == ["followed-by", "replaces"]
    points = {f["id"]: f["properties"].get("nodes") for f in document["features"]}
    assert points["port-dune"] == ["accord-dune-2012"]


def test_what_has_no_place_joins_those_who_have(selected: Selected, write: Write) -> None:
    document = json.loads(write(select(selected.graph, Selection("funding")), "geojson"))
    (arc,) = [f["properties"] for f in document["features"] if f["properties"]["kind"] == "arc"]
    assert arc["through"] == ["partenariat-phare"]
    assert arc["kinds"] == ["benefit"]
    themes = json.loads(write(select(selected.graph, Selection("actor-theme")), "geojson"))
    assert "arc" not in {f["properties"]["kind"] for f in themes["features"]}


@pytest.mark.parametrize(
    ("ties", "joined"),
    [
        ([("a", "p", "award"), ("p", "b", "award")], ["p"]),  # from a funder to who receives
        ([("p", "a", "award"), ("p", "b", "award")], []),  # two who receive the same
        ([("p", "a", "office"), ("p", "b", "office")], ["p"]),  # one person, two bodies
        ([("p", "a", "office"), ("p", "c", "office")], []),  # both in one place
    ],
)
def test_a_way_through_has_a_direction(
    ties: list[tuple[str, str, str]], joined: list[str], shores: Store
) -> None:
    network = nx.MultiDiGraph(projection="funding", directed=True)
    for source, target, kind in ties:
        network.add_edge(source, target, kind=kind, record=f"{source}-{target}")
    stream = io.BytesIO()
    counted = NETWORK_EXPORTERS["geojson"].write(
        Selected(shores, Selection(), network, {}, 0), stream, "fr"
    )
    assert counted.ties == len(joined)
    features = json.loads(stream.getvalue())["features"]
    assert [f["properties"]["through"] for f in features if "through" in f["properties"]] == [
        [name] for name in joined
    ]


def test_places_that_are_nodes_stand_at_themselves(selected: Selected, write: Write) -> None:
    part = select(selected.graph, Selection(projection="territories"))
    document = json.loads(write(part, "geojson"))
    points = {f["id"] for f in document["features"] if f["geometry"]["type"] == "Point"}
    assert points <= set(part.network)
    assert points
