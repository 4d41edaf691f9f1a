from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from coopgraph.graph import build_graph

HEAD = """
@prefix coop: <https://w3id.org/coopgraph/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix a: <https://w3id.org/coopgraph/id/actor/> .
@prefix m: <https://w3id.org/coopgraph/id/mission/> .
@prefix p: <https://w3id.org/coopgraph/id/project/> .
@prefix g: <https://w3id.org/coopgraph/id/agreement/> .
@prefix l: <https://w3id.org/coopgraph/id/link/> .
@prefix role: <https://w3id.org/coopgraph/scheme/participation-role/> .
@prefix status: <https://w3id.org/coopgraph/scheme/status/> .
@prefix standing: <https://w3id.org/coopgraph/scheme/standing/> .
a:dune a coop:Actor ; skos:prefLabel "Dune"@fr, "Dune"@en .
a:oasis a coop:Actor ; skos:prefLabel "Oasis"@fr, "Oasis"@en .
a:sel a coop:Actor ; skos:prefLabel "Sel"@fr, "Salt"@en .
a:puits a coop:Actor ; skos:prefLabel "Puits"@fr, "Well"@en .
"""

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def dune() -> Store:
    """Return the graph of the invented tables."""
    return build_graph(ROOT / "tests" / "fixtures" / "dune").store


@pytest.fixture(scope="session")
def corpus() -> Store:
    """Return the graph of the published tables."""
    return build_graph(ROOT / "data").store


@pytest.fixture
def store_of() -> Callable[[str], Store]:
    """Return a function that makes a store of four invented actors and some more Turtle."""

    def made(turtle: str) -> Store:
        store = Store()
        store.load(input=(HEAD + turtle).encode(), format=RdfFormat.TURTLE)
        return store

    return made
