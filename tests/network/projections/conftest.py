import csv
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Store

from coopgraph.network.projections import PROJECTIONS, project

ROOT = Path(__file__).parents[3]

Rows = Callable[[str], list[dict[str, str]]]
Networks = dict[str, nx.MultiDiGraph]


@pytest.fixture(scope="session")
def networks(corpus: Store) -> dict[str, nx.MultiDiGraph]:
    """Return every network of the published tables: do not change them."""
    return {name: project(corpus, name) for name in PROJECTIONS}


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Return a function that reads a published table, without the code that it is to check."""

    def read(table: str) -> list[dict[str, str]]:
        with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    return read
