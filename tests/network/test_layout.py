import random
import subprocess
import sys
import time
from math import dist, sqrt

import networkx as nx
import pytest

from coopgraph.network.layout import ASPECT, CROWDED, EXTENT, lay_out


def invented(actors: int, events: int, seed: int = 3) -> nx.MultiDiGraph:
    """Return a network of actors who meet in small groups, a few of them often."""
    chance = random.Random(seed)  # noqa: S311 — invented data, no secret
    network = nx.MultiDiGraph()
    network.add_nodes_from(f"a{number}" for number in range(actors))
    for _ in range(events):
        group = sorted({f"a{int(actors * chance.random() ** 2)}" for _ in range(4)})
        network.add_edges_from((a, b) for place, a in enumerate(group) for b in group[place + 1 :])
    return network


@pytest.mark.parametrize(
    ("actors", "events"), [(0, 0), (1, 0), (2, 1), (11, 5), (60, 40), (300, 90)]
)
def test_every_node_has_one_place_on_the_page(actors: int, events: int) -> None:
    network = invented(actors, events)
    places = lay_out(network)
    assert sorted(places) == sorted(network)
    assert all(0 <= value <= EXTENT for place in places.values() for value in place)
    assert all(round(value, 1) == value for place in places.values() for value in place)


@pytest.mark.parametrize(("actors", "events"), [(11, 5), (23, 12), (60, 40)])
def test_nodes_of_small_networks_do_not_cover_each_other(actors: int, events: int) -> None:
    places = [(x * ASPECT, y) for x, y in lay_out(invented(actors, events)).values()]
    nearest = min(dist(a, b) for place, a in enumerate(places) for b in places[place + 1 :])
    assert nearest > 40


def test_the_largest_component_lies_above_the_others_and_those_alone_at_the_foot() -> None:
    network = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("x", "y")])
    network.add_node("alone")
    places = lay_out(network)
    rows = [
        {places[node].y for node in nodes}
        for nodes in (("a", "b", "c", "d"), ("x", "y"), ("alone",))
    ]
    assert max(rows[0]) < min(rows[1])
    assert max(rows[1]) < min(rows[2])


def test_neighbours_stand_nearer_than_strangers() -> None:
    ring = nx.MultiDiGraph((f"{number:02}", f"{(number + 1) % 20:02}") for number in range(20))
    places = lay_out(ring)
    near = max(dist(places[a], places[b]) for a, b in ring.edges())
    assert dist(places["00"], places["10"]) > near


def test_order_of_ties_does_not_matter() -> None:
    network = invented(40, 30)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network)))
    turned.add_edges_from((target, source) for source, target in reversed(list(network.edges())))
    assert lay_out(turned) == lay_out(network)


def test_hash_seed_does_not_matter() -> None:
    program = (
        "import networkx as nx; from coopgraph.network.layout import lay_out;"
        "print(lay_out(nx.MultiDiGraph([('dune', 'oasis'), ('oasis', 'sel'), ('sel', 'dune'),"
        " ('sel', 'puits')])))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_a_leaf_of_a_group_stands_near_it() -> None:
    group = [(a, b) for a in "abcde" for b in "abcde" if a < b]
    places = {
        node: (x * ASPECT, y)
        for node, (x, y) in lay_out(nx.MultiDiGraph([*group, ("a", "z")])).items()
    }
    within = [dist(places[a], places[b]) for a, b in group]
    assert dist(places["a"], places["z"]) < 1.4 * sum(within) / len(within)


@pytest.mark.parametrize("nodes", [200, CROWDED])
@pytest.mark.no_cover
def test_nodes_do_not_cover_each_other_until_it_is_crowded(nodes: int) -> None:
    network = nx.MultiDiGraph((f"{number // 3:03}", f"{number:03}") for number in range(1, nodes))
    places = [(x * ASPECT, y) for x, y in lay_out(network).values()]
    nearest = min(dist(a, b) for place, a in enumerate(places) for b in places[place + 1 :])
    assert nearest > 0.6 * sqrt(EXTENT * EXTENT * ASPECT / nodes)


@pytest.mark.no_cover
def test_a_thousand_nodes_take_seconds_at_most() -> None:
    network = invented(1000, 900)
    start = time.process_time()
    lay_out(network)
    # About 1.5 on two shared cores; counting covered lines would take four times as long.
    assert time.process_time() - start < (25 if sys.gettrace() else 6)


def test_nodes_left_out_take_no_room() -> None:
    pair = nx.MultiDiGraph([("dune", "oasis")])
    alone = lay_out(pair)
    pair.add_node("ada")
    assert lay_out(pair, without={"ada"}) == alone


def test_small_parts_at_the_foot_leave_the_height_to_the_main_one() -> None:
    main = nx.MultiDiGraph((f"m{number // 3:03}", f"m{number:03}") for number in range(1, 120))
    pairs = nx.MultiDiGraph((f"p{number:03}", f"q{number:03}") for number in range(60))
    network = nx.compose(main, pairs)
    network.add_nodes_from(f"z{number:03}" for number in range(80))
    places = lay_out(network)
    high = [places[node].y for node in main]
    low = [places[node].y for node in network if node not in main]
    assert max(high) < min(low)
    assert max(low) - min(low) < 0.25 * (max(places[n].y for n in places) - min(high))
    assert max(high) - min(high) > 0.6 * EXTENT
