"""The invented tables as a graph, built once for the tests of the formats."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="session")
def dune() -> Store:
    return build_graph(DUNE).store
