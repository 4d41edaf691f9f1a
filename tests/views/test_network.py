from dataclasses import replace

import pytest
from pyoxigraph import Store

from coopgraph.errors import UsageError
from coopgraph.network.project import project_actors
from coopgraph.views import VIEWS
from coopgraph.views.marking import marked
from coopgraph.views.model import View
from coopgraph.views.network import network_view


@pytest.fixture(scope="module")
def view(dune: Store) -> View:
    return network_view(dune)


def test_every_actor_is_a_node_and_every_tie_of_the_network_is_there(
    dune: Store, view: View
) -> None:
    network = project_actors(dune)
    assert [node.id for node in view.nodes] == list(network)
    assert len(view.ties) == network.number_of_edges()
    assert len({tie.id for tie in view.ties}) == len(view.ties)


def test_every_tie_and_every_node_rests_on_facts_with_sources(view: View) -> None:
    for tie in view.ties:
        assert view.facts[tie.fact].evidence, tie.id
        assert tie.kind in view.kinds
    assert all(fact in view.facts for node in view.nodes for fact in node.facts)
    assert all(name == fact.id for name, fact in view.facts.items())


def test_words_are_there_in_both_languages(view: View) -> None:
    for node in view.nodes:
        assert all((*node.label, *node.kind)), node.id
    for fact in view.facts.values():
        assert all(fact.sentence), fact.id


def test_an_agreement_is_shown_while_in_force(view: View) -> None:
    fact = view.facts["accord-dune-2012"]
    assert fact.sentence.fr.startswith("Le Technopôle des Dunes et l’Institut Exemple ont signé")
    assert fact.earliest_begin == "2012-01-01"
    assert fact.latest_end == "2017-12-31"


def test_shapes_sides_and_offices_stand_on_nodes(view: View) -> None:
    nodes = {node.id: node for node in view.nodes}
    assert nodes["ada-exemple"].shape == "person"
    assert "role-ada-technopole" in nodes["ada-exemple"].facts
    assert nodes["ministere-exemple"].shape == "authority"
    assert (nodes["societe-sablier"].side, nodes["societe-sablier"].kind.en) == (
        "france",
        "company",
    )


def test_without_inferred_nothing_inferred_is_said(dune: Store) -> None:
    sure = network_view(dune, inferred=False)
    assert len(sure.ties) == project_actors(dune, inferred=False).number_of_edges()
    for tie in sure.ties:
        assert "inferred" not in sure.facts[tie.fact].doubts
        assert "déduit" not in sure.facts[tie.fact].sentence.fr


def test_the_period_opens_the_page_and_removes_nothing(dune: Store, view: View) -> None:
    opened = network_view(dune, first="avril 2014", last="2016", mode="certainly")
    assert opened.window == ("2014-04-01", "2016-12-31")
    assert opened.mode == "certainly"
    assert replace(opened, window=None, mode="possibly") == view


@pytest.mark.parametrize(("first", "last"), [("2016", "2014"), ("bientôt", None), (None, "../")])
def test_a_period_that_is_none_is_refused(dune: Store, first: str | None, last: str | None) -> None:
    with pytest.raises(UsageError):
        network_view(dune, first=first, last=last)


def test_years_span_the_ties(view: View) -> None:
    """An office that was held long before or after stretches nothing."""
    facts = [view.facts[tie.fact] for tie in view.ties]
    days = [day for fact in facts for day in (fact.earliest_begin, fact.latest_end) if day]
    assert view.first_year == int(min(days)[:4])
    assert view.last_year >= int(max(days)[:4])


def test_an_empty_graph_gives_an_empty_view() -> None:
    view = network_view(Store())
    assert (view.nodes, view.ties, view.facts) == ((), (), {})


def test_the_view_is_on_offer(dune: Store, view: View) -> None:
    assert VIEWS["network"].make(dune) == marked(view, dune)


def test_a_tie_by_a_planned_part_is_a_planned_fact() -> None:
    store = Store()
    store.update("""
    PREFIX coop: <https://w3id.org/coopgraph/ns#>
    PREFIX a: <https://w3id.org/coopgraph/id/actor/>
    PREFIX m: <https://w3id.org/coopgraph/id/mission/>
    PREFIX l: <https://w3id.org/coopgraph/id/participation/>
    PREFIX s: <https://w3id.org/coopgraph/scheme/status/>
    INSERT DATA { a:sel a coop:Actor . a:dune a coop:Actor .
      m:fair a coop:Mission, coop:Activity ; coop:hasStatus s:completed .
      m:tour a coop:Mission, coop:Activity ; coop:hasStatus s:planned ; coop:partOf m:fair .
      l:1 a coop:Participation ; coop:inActivity m:fair ; coop:hasActor a:sel .
      l:2 a coop:Participation ; coop:inActivity m:tour ; coop:hasActor a:dune }""")
    view = network_view(store)
    (tie,) = view.ties
    assert tie.fact == "fair.planned"
    assert view.facts[tie.fact].doubts == ("planned",)


def test_one_date_beyond_all_facts_opens_that_year(dune: Store) -> None:
    assert network_view(dune, last="1960").window == ("1960-01-01", "1960-12-31")
    assert network_view(dune, first="avril 2090").window == ("2090-01-01", "2090-12-31")


def test_persons_without_ties_are_in_the_view_but_not_drawn(dune: Store, view: View) -> None:
    tied = {end for tie in view.ties for end in (tie.source, tie.target)}
    for node in view.nodes:
        assert node.drawn == (node.shape != "person" or node.id in tied), node.id
    (apart,) = [node for node in view.nodes if not node.drawn]
    office = next(fact for fact in apart.facts if view.facts[fact].kind == "role")
    assert [node.id for node in view.nodes if office in node.facts and node.drawn]


def test_money_and_figures_stand_on_who_has_and_who_pays() -> None:
    store = Store()
    store.update("""
    PREFIX coop: <https://w3id.org/coopgraph/ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX a: <https://w3id.org/coopgraph/id/actor/>
    PREFIX b: <https://w3id.org/coopgraph/id/budget/>
    PREFIX f: <https://w3id.org/coopgraph/id/figure/>
    PREFIX kind: <https://w3id.org/coopgraph/scheme/money-kind/>
    INSERT DATA { a:sel a coop:Actor ; skos:prefLabel "Sel"@fr, "Salt"@en .
      a:dune a coop:Actor ; skos:prefLabel "Dune"@fr, "Dune"@en .
      b:1 a coop:Budget ; coop:describes a:sel ; coop:hasFunder a:dune ; coop:hasKind kind:paid ;
        coop:amount 500 ; coop:currency "EUR" .
      f:2 a coop:Figure ; coop:describes a:sel ; coop:measure "puits"@fr ; coop:numericValue 3 }""")
    view = network_view(store)
    assert {node.id: node.facts for node in view.nodes} == {"dune": ("1",), "sel": ("1", "2")}
    assert view.facts["1"].sentence.en == "Dune paid EUR\N{NO-BREAK SPACE}500 to Salt."
    assert view.facts["2"].sentence.en == "Figure given for Salt: 3 “puits”."
