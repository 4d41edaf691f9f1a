from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph


@pytest.fixture(scope="session")
def dune() -> Store:
    """Return the graph of the invented tables."""
    return build_graph(Path(__file__).parents[1] / "fixtures" / "dune").store
