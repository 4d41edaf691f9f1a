"""Small networks that can be checked by hand, and any network that hypothesis thinks of."""

from collections.abc import Iterable, Mapping

import networkx as nx
import pytest
from hypothesis import settings
from hypothesis import strategies as st

QUICK = settings(deadline=None, max_examples=50)
NAMES = "abcdefghij"
DAYS = ("2010-01-01", "2010-12-31", "2012-06-15", "2015-02-01")


def network_of(
    pairs: Iterable[str], sides: Mapping[str, str] | None = None, **tie: str
) -> nx.MultiDiGraph:
    """Return a network with a tie for each pair of letters, each with a record of its own.

    A pair that comes twice has two records. `sides` are letters of the two shores by shore.
    """
    network = nx.MultiDiGraph()
    for shore, letters in (sides or {}).items():
        network.add_nodes_from(letters, side=shore)
    for number, pair in enumerate(pairs):
        network.add_edge(pair[0], pair[1], key=f"r{number}", record=f"r{number}", **tie)
    return network


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    """Return any network of up to ten nodes, with sides, vague dates and doubts."""
    network = nx.MultiDiGraph()
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1)):
        side = draw(st.sampled_from(("france", "quebec", "other", None)))
        network.add_node(name, **({"side": side} if side else {}))
    nodes = st.sampled_from(sorted(network))
    for number in range(draw(st.integers(0, 16))):
        days = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=4, max_size=4)))
        names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        known = {name: day for name, day in zip(names, days, strict=True) if draw(st.booleans())}
        doubts = draw(st.sampled_from(("", "planned", "cancelled", "contested")))
        tie = {**known, "record": f"r{number % 5}", **({"doubts": doubts} if doubts else {})}
        network.add_edge(draw(nodes), draw(nodes), key=f"k{number}", **tie)
    return network


def renamed(network: nx.MultiDiGraph) -> tuple[nx.MultiDiGraph, dict[str, str]]:
    """Return the same network under names that sort the other way, and the new names."""
    names = {node: chr(ord("z") - NAMES.index(node)) for node in network}
    return nx.relabel_nodes(network, names), names


@pytest.fixture(params=["networkx", "igraph"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of each engine in turn."""
    return str(request.param)
