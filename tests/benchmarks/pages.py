"""The tasks of the third workload: a network of n nodes and about 2n ties → one HTML page.

Both start from the same plain tuples and end with the text of the page; adding nodes and ties is
timed. Positions are given to both (ours is drawn at rest; pyvis is told to switch physics off).
Ours carries a fact with dates and a source for each tie, in two languages, a table and a still
picture; pyvis carries a title for each node and each edge. No two ties join the same two nodes,
because pyvis would drop the second one.
"""

from __future__ import annotations

import math
import random
import re
from typing import NamedTuple

from pyvis.network import Network
from tests.benchmarks.runs import Run, measure

from coopgraph.render.html import render_page
from coopgraph.views.model import Evidence, Fact, Node, Tie, View, Words

__all__ = ["Shape", "make_shape", "make_view", "ours", "pyvis"]


class Shape(NamedTuple):
    """The network itself: places of the nodes, and pairs of their numbers."""

    places: list[tuple[float, float]]
    pairs: list[tuple[int, int]]


def ours(nodes: int) -> list[Run]:
    """Time `coopgraph.render`; the count is that of the ties that the page carries."""
    shape = make_shape(nodes)
    run, page = measure("ours", lambda: render_page(make_view(shape), language="en"))
    return [run._replace(found=len(set(re.findall(r'"tie-\d+"', page))), digest=_size(page))]


def pyvis(nodes: int) -> list[Run]:
    """Time plain pyvis; the count is that of the edges that its network holds."""
    shape = make_shape(nodes)
    run, (network, page) = measure("pyvis", lambda: _pyvis_page(shape))
    return [run._replace(found=len(network.edges), digest=_size(page))]


def _size(page: str) -> str:
    return f"{len(page.encode()) / 1e6:.1f} MB"


def make_shape(nodes: int, *, each: int = 2, seed: int = 7) -> Shape:
    """Grow a network in which each new node is tied to two, the busy ones more often."""
    chance = random.Random(seed)  # noqa: S311 — synthetic data, no secret
    ends = [0, 1]
    pairs = [(0, 1)]
    for node in range(2, nodes):
        others: set[int] = set()
        while len(others) < each:
            others.add(chance.choice(ends))
        for other in sorted(others):
            pairs.append((other, node))
            ends += (other, node)
    angles = [2.4 * number for number in range(nodes)]
    radii = [480 * math.sqrt((number + 1) / nodes) for number in range(nodes)]
    places = [
        (round(500 + r * math.cos(a), 1), round(500 + r * math.sin(a), 1))
        for a, r in zip(angles, radii, strict=True)
    ]
    return Shape(places, pairs)


def make_view(shape: Shape) -> View:
    """Return the view of the network: a dated fact with a source for each tie."""
    nothing = Words("", "")
    label = Words("ont pris part à", "took part in")
    sources = [_evidence(number) for number in range(500)]
    facts = {
        f"mission-{number}": _fact(number, first, second, sources[number % 500])
        for number, (first, second) in enumerate(shape.pairs)
    }
    return View(
        name="bench",
        title=Words("Réseau d’essai", "Test network"),
        description=nothing,
        nodes=tuple(_node(number, x, y, nothing) for number, (x, y) in enumerate(shape.places)),
        ties=tuple(
            Tie(
                id=f"tie-{number}",
                source=f"actor-{first}",
                target=f"actor-{second}",
                kind="mission",
                label=label,
                fact=f"mission-{number}",
            )
            for number, (first, second) in enumerate(shape.pairs)
        ),
        facts=facts,
        first_year=1965,
        last_year=2024,
        version="0" * 64,
        kinds={"mission": Words("mission", "mission")},
    )


def _node(number: int, x: float, y: float, nothing: Words) -> Node:
    return Node(
        id=f"actor-{number}",
        iri=f"https://w3id.org/coopgraph/id/actor/actor-{number}",
        label=Words(f"Organisme {number}", f"Body {number}"),
        kind=Words("organisation", "organisation"),
        shape="organisation",
        side="quebec" if number % 2 else "france",
        place=nothing,
        x=x,
        y=y,
        facts=(),
    )


def _fact(number: int, first: int, second: int, source: Evidence) -> Fact:
    year = 1965 + number % 60
    return Fact(
        id=f"mission-{number}",
        iri=f"https://w3id.org/coopgraph/id/mission/mission-{number}",
        kind="mission",
        sentence=Words(
            f"Les organismes {first} et {second} ont pris part à la mission {number} en {year}.",
            f"Bodies {first} and {second} took part in mission {number} in {year}.",
        ),
        date=Words(str(year), str(year)),
        edtf=str(year),
        earliest_begin=f"{year}-01-01",
        latest_begin=f"{year}-12-31",
        earliest_end=f"{year}-01-01",
        latest_end=f"{year}-12-31",
        doubts=(),
        evidence=(source,),
    )


def _evidence(number: int) -> Evidence:
    return Evidence(
        source=f"source-{number}",
        title=f"Page {number}",
        publisher=f"Gazette {number % 40}",
        published=Words("2020", "2020"),
        locator=f"§ {number % 40}",
        url=f"https://example.org/page/{number}",
    )


def _pyvis_page(shape: Shape) -> tuple[Network, str]:
    network = Network(cdn_resources="in_line", notebook=False)
    network.toggle_physics(False)
    for number, (x, y) in enumerate(shape.places):
        network.add_node(number, label=f"Body {number}", title=f"organisme {number}", x=x, y=y)
    for number, (first, second) in enumerate(shape.pairs):
        network.add_edge(first, second, title=f"mission {number}, {1965 + number % 60}")
    return network, network.generate_html()
