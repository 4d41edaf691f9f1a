"""The corpus and its names, read once for these tests."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.queries.asking.names import Names, read_names


@pytest.fixture(scope="session")
def corpus() -> Store:
    return build_graph(Path(__file__).parents[3] / "data").store


@pytest.fixture(scope="session")
def names(corpus: Store) -> Names:
    return read_names(corpus)
