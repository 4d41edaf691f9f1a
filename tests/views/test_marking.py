"""Measures, communities and themes on a view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Store

from coopgraph.network.measures import measure_nodes
from coopgraph.network.project import project_actors
from coopgraph.views.ground import Ground
from coopgraph.views.marking import marked
from coopgraph.views.model import View
from coopgraph.views.network import network_view


@pytest.fixture(scope="module")
def view(dune: Store) -> View:
    return marked(network_view(dune), dune)


def test_nothing_else_of_the_view_changes(dune: Store, view: View) -> None:
    bare = network_view(dune)
    assert [node._replace(measures=(), community=-1) for node in view.nodes] == list(bare.nodes)
    assert {name: fact._replace(themes=()) for name, fact in view.facts.items()} == bare.facts
    assert replace(view, nodes=(), facts={}, themes={}) == replace(bare, nodes=(), facts={})


def test_the_measures_are_those_of_the_network(dune: Store, view: View) -> None:
    known = measure_nodes(project_actors(dune))
    drawn = [node for node in view.nodes if node.drawn]
    assert drawn
    for node in drawn:
        figures = dict(node.measures)
        assert list(figures) == ["strength", "betweenness", "pagerank", "core"]
        assert figures["strength"] == known[node.id]["strength"], node.id
        assert figures["core"] == known[node.id]["core"], node.id


def test_small_groups_are_no_community(view: View) -> None:
    numbers = [node.community for node in view.nodes]
    for number in set(numbers) - {-1}:
        assert numbers.count(number) >= 3


def test_themes_are_the_widest_above_those_of_the_record() -> None:
    store = Store()
    store.update("""
    PREFIX coop: <https://w3id.org/coopgraph/ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX a: <https://w3id.org/coopgraph/id/actor/>
    PREFIX m: <https://w3id.org/coopgraph/id/mission/>
    PREFIX l: <https://w3id.org/coopgraph/id/participation/>
    PREFIX t: <https://w3id.org/coopgraph/scheme/theme/>
    INSERT DATA { a:sel a coop:Actor . a:dune a coop:Actor .
      m:fair a coop:Mission, coop:Activity ; coop:hasTheme t:dates , t:none .
      l:1 a coop:Participation ; coop:inActivity m:fair ; coop:hasActor a:sel .
      l:2 a coop:Participation ; coop:inActivity m:fair ; coop:hasActor a:dune .
      t:dates skos:inScheme <https://w3id.org/coopgraph/scheme/theme> ; skos:broader t:fruit ;
        skos:prefLabel "Dattes"@fr, "Dates"@en .
      t:fruit skos:inScheme <https://w3id.org/coopgraph/scheme/theme> ;
        skos:prefLabel "Fruits"@fr, "Fruit"@en }""")
    view = marked(network_view(store), store)
    assert view.facts["fair"].themes == ("fruit",)
    assert {theme: words.en for theme, words in view.themes.items()} == {"fruit": "Fruit"}


def test_the_latest_source_is_a_day_of_the_data_not_of_the_clock(dune: Store) -> None:
    assert Ground(Store()).known_until == ""
    day = Ground(dune).known_until
    assert day == marked(network_view(dune), dune).known_until
    assert day[:2] == "20"
