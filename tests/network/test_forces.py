import ast
import hashlib
import random
from math import dist
from pathlib import Path

import pytest

from coopgraph.network import forces, layout
from coopgraph.network.forces import EXACT, spread


def grown(count: int, seed: int = 1) -> list[tuple[int, int]]:
    """Return ties of a network in which each node joins two of those before."""
    chance = random.Random(seed)  # noqa: S311 — invented data, no secret
    return sorted({(chance.randrange(node), node) for node in range(1, count) for _ in (0, 1)})


def lengths(count: int, ties: list[tuple[int, int]]) -> list[float]:
    places = spread(count, ties, [1.0] * len(ties))
    return [dist(places[a], places[b]) for a, b in ties]


def test_a_node_without_company_stands_in_the_middle() -> None:
    assert spread(1, [], []) == [(0.0, 0.0)]


def test_a_chain_is_a_straight_line_across() -> None:
    places = spread(6, [(node, node + 1) for node in range(5)], [1.0] * 5)
    assert max(abs(y) for _, y in places) < 0.1
    across = [x for x, _ in places]
    assert across in (sorted(across), sorted(across, reverse=True))


def test_an_outsider_stands_about_as_near_to_a_group_as_its_members_to_each_other() -> None:
    group = [(a, b) for a in range(5) for b in range(a + 1, 5)]
    *within, tail = lengths(6, [*group, (0, 5)])
    assert tail < 1.2 * sum(within) / len(within)


def test_ties_of_a_tree_are_about_equally_long() -> None:
    found = lengths(40, [((node - 1) // 3, node) for node in range(1, 40)])
    assert max(found) < 1.5 * min(found)


def test_heavier_ties_are_shorter() -> None:
    ties = [(node, (node + 1) % 4) for node in range(4)] + [(0, 2), (1, 3)]
    places = spread(4, ties, [9.0, 1.0, 1.0, 1.0, 1.0, 1.0])
    assert dist(places[0], places[1]) < 0.9 * dist(places[2], places[3])


@pytest.mark.parametrize("count", [60, EXACT + 80])
@pytest.mark.no_cover
def test_no_two_nodes_share_a_place(count: int) -> None:
    star = spread(count, [(0, node) for node in range(1, count)], [1.0] * (count - 1))
    assert min(dist(a, b) for place, a in enumerate(star) for b in star[place + 1 :]) > 0.01


def test_a_ring_stays_a_ring() -> None:
    places = spread(20, [(node, (node + 1) % 20) for node in range(20)], [1.0] * 20)
    radii = [dist((0, 0), place) for place in places]
    assert max(radii) < 1.1 * min(radii)


def test_beyond_the_exact_the_shape_of_a_grid_can_still_be_seen() -> None:
    side = 15
    assert side * side > EXACT
    ties = [(node, node + 1) for node in range(side * side) if (node + 1) % side]
    ties += [(node, node + side) for node in range(side * (side - 1))]
    found = lengths(side * side, ties)
    assert max(found) < 2.5 * min(found)


@pytest.mark.no_cover
def test_distant_nodes_that_push_together_push_about_as_they_would_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = EXACT + 40
    ties = grown(count)
    together = lengths(count, ties)
    monkeypatch.setattr(forces, "_FAR", 1e9)
    one_by_one = lengths(count, ties)
    assert sum(together) == pytest.approx(sum(one_by_one), rel=0.05)


@pytest.mark.parametrize(
    ("count", "digest"),
    [(60, "cf43a0ae9463d195"), (EXACT + 80, "f534f869fb8733f4")],
)
@pytest.mark.no_cover
def test_positions_are_the_same_bytes_on_every_machine(count: int, digest: str) -> None:
    ties = grown(count)
    places = spread(count, ties, [1.0 + (a % 2) for a, _ in ties])
    assert hashlib.sha256(repr(places).encode()).hexdigest()[:16] == digest


@pytest.mark.parametrize("module", [forces, layout], ids=["forces", "layout"])
def test_positions_come_from_operations_that_are_exact_everywhere(module: object) -> None:
    tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    assert not any(isinstance(node, ast.Pow) for node in nodes)
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    names = {alias.name for node in froms if node.module == "math" for alias in node.names}
    assert names <= {"ceil", "fsum", "sqrt"}
    roots = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    assert roots <= {"networkx"}
