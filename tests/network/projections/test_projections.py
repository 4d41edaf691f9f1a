"""What holds for every projection, and the networks of the invented tables counted by hand."""

import time
from collections import Counter

import networkx as nx
import pytest
from pyoxigraph import Store
from tests.network.projections.conftest import Networks

from coopgraph.errors import UsageError
from coopgraph.network.projections import PROJECTIONS, project
from coopgraph.network.slices import at, between, slices

NAMES = pytest.mark.parametrize("name", PROJECTIONS)
BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


def kinds(network: nx.MultiDiGraph) -> dict[str, int]:
    return dict(Counter(data["kind"] for *_, data in network.edges(data=True)))


@pytest.mark.parametrize(
    ("name", "nodes", "ties"),
    [
        ("actors", 8, {"agreement": 4, "mission": 11, "project": 3}),
        ("actors-by-mission", 6, {"mission": 11}),
        ("actors-by-project", 3, {"project": 3}),
        ("actors-by-agreement", 5, {"agreement": 4}),
        ("territories", 3, {"agreement": 3, "mission": 2, "project": 1, "twinning": 1}),
        ("person-organisation", 4, {"office": 2, "signature": 2}),
        ("funding", 11, {"award": 3, "funded-by": 2, "benefit": 5}),
        ("themes", 2, {"actor": 2}),
        (
            "agreements",
            5,
            {"amends": 1, "replaces": 1, "renews": 1, "part-of": 1, "followed-by": 1},
        ),
        ("actor-theme", 7, {"agreement": 2, "mission": 5}),
        (
            "chains",
            17,
            {"under": 2, "funded-by": 2, "part-of": 4, "results-from": 5, "award": 3}
            | {"followed-by": 1, "led-to": 1, "realises": 1, "postponed-from": 1},
        ),
    ],
)
def test_the_invented_tables_give_these_networks(
    dune: Store, name: str, nodes: int, ties: dict[str, int]
) -> None:
    network = project(dune, name)
    assert (network.number_of_nodes(), kinds(network)) == (nodes, ties)


@NAMES
def test_nodes_and_edges_hold_what_every_writer_takes(networks: Networks, name: str) -> None:
    network, told = networks[name], PROJECTIONS[name]
    assert network.graph == {"projection": name, "directed": told.directed}
    for _, data in network.nodes(data=True):
        assert data["class"] in told.node_class.split()
        assert data["iri"]
        assert data["label_fr"]
        assert data["label_en"]
    for source, target, data in network.edges(data=True):
        assert {"id", "kind", "record", "iri", "inferred", "weight", "records"} <= data.keys()
        assert data["weight"] == 1
        assert told.directed or source < target
        assert all(isinstance(value, str | float | int | bool) for value in data.values())
        assert "" not in data.values()
        assert all(len(data[bound]) == 10 for bound in BOUNDS if bound in data)
    ids = [data["id"] for *_, data in network.edges(data=True)]
    assert len(set(ids)) == len(ids)


@NAMES
def test_a_projection_is_the_same_twice(corpus: Store, networks: Networks, name: str) -> None:
    one, other = project(corpus, name), networks[name]
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@NAMES
def test_it_says_in_words_what_it_is_and_weighs(name: str) -> None:
    told = PROJECTIONS[name]
    for what in ("title", "description", "weight"):
        french, english = getattr(told, f"{what}_fr"), getattr(told, f"{what}_en")
        assert len({french, english, ""}) == 3
        assert not {" :", " ;"} & {french[i : i + 2] for i in range(len(french))}, "no-break space"
    assert name == told.name


@NAMES
def test_any_day_and_period_can_be_cut_out(networks: Networks, name: str) -> None:
    network = networks[name]
    for part in slices(network, 2009, 2012):
        assert part.network().edges == between(network, part.first, part.last).edges
        day = at(network, part.first)
        assert set(day.edges(keys=True)) <= set(part.network().edges(keys=True))
        sure = between(network, part.first, part.last, mode="certainly")
        assert set(sure.edges(keys=True)) <= set(part.network().edges(keys=True))


def test_a_projection_takes_about_a_second_at_most(corpus: Store) -> None:
    """The aim is one second; processor time counts, not what else the machine is doing."""
    begin = time.process_time()
    project(corpus, "territories")  # the slowest
    assert time.process_time() - begin < 2


def test_an_unknown_projection_is_told_with_those_that_there_are(dune: Store) -> None:
    with pytest.raises(UsageError, match=r"There is no projection “cats”.*territories"):
        project(dune, "cats")
