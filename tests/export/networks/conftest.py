"""Networks to write: that of the invented tables, and one made to trip a writer."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from coopgraph.export.networks import NETWORK_EXPORTERS, Selected, Selection, select
from coopgraph.graph import build_graph

if TYPE_CHECKING:
    from collections.abc import Callable

DUNE = Path(__file__).parents[2] / "fixtures" / "dune"
HOSTILE = (
    "</script><script>alert(1)</script>\"><img src=x onerror=alert(1)> & ' ]]> \\ ; , \x00\x07\x1b"
    " \ud800 \ufffe \u202egnp.exe\u2066 \r\n\t END:VEVENT " + "x" * 10_000
)


@pytest.fixture(scope="session")
def selected() -> Selected:
    return select(build_graph(DUNE).store, Selection())


@pytest.fixture(scope="session")
def hostile(selected: Selected) -> Selected:
    """Two nodes whose every value is hostile, with None, lists and odd numbers among them."""
    network = nx.MultiDiGraph(projection="actors", directed=False)
    for name in ("a", "b"):
        network.add_node(
            name,
            label_fr=HOSTILE,
            label_en=HOSTILE,
            side=HOSTILE,
            kind=None,
            iri=HOSTILE,
            names=[HOSTILE, None, 3],
        )
    network.add_node("lonely")
    days = {"earliest_begin": "2010-01-01", "latest_end": "2010-12-31"}
    network.add_edge("a", "b", "one", id=HOSTILE, kind=HOSTILE, label_fr=HOSTILE, **days)
    network.add_edge("a", "b", "two", weight=float("nan"), amount=None, records=["r", "s"])
    network.add_edge("b", "a", "three", weight=2.5, amount=3, earliest_begin="soon")
    network.add_edge("a", "a", "four", amount=0.5, latest_end="2012-01-01", inferred=True)
    return Selected(selected.graph, Selection(), network, {}, 0)


def write_bytes(selected: Selected, name: str, language: str = "fr") -> bytes:
    """Return what the format `name` writes."""
    stream = io.BytesIO()
    NETWORK_EXPORTERS[name].write(selected, stream, language)
    return stream.getvalue()


@pytest.fixture(scope="session")
def write() -> Callable[[Selected, str], bytes]:
    return write_bytes
