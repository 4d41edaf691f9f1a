"""Every projection as a picture: nodes by class, ties by kind, a fact behind every tie."""

import pytest
from pyoxigraph import Store

from coopgraph.errors import UsageError
from coopgraph.network.projections import PROJECTIONS, project
from coopgraph.render.payload import check_references
from coopgraph.views.model import View
from coopgraph.views.projected import projected_view


@pytest.fixture(scope="module")
def views(dune: Store) -> dict[str, View]:
    return {name: projected_view(dune, name) for name in PROJECTIONS}


@pytest.mark.parametrize("name", PROJECTIONS)
def test_it_draws_every_node_and_edge_of_the_projection(
    dune: Store, views: dict[str, View], name: str
) -> None:
    view, network = views[name], project(dune, name)
    check_references(view)
    assert {node.id for node in view.nodes} == set(network)
    assert {(tie.source, tie.target, tie.kind) for tie in view.ties} == {
        (source, target, data["kind"]) for source, target, data in network.edges(data=True)
    }
    assert view.kinds.keys() == {tie.kind for tie in view.ties}
    assert view.title.fr == PROJECTIONS[name].title_fr
    assert view.first_year > 0


@pytest.mark.parametrize("name", PROJECTIONS)
def test_each_fact_is_a_sentence_with_its_sources_and_the_dates_of_its_tie(
    dune: Store, views: dict[str, View], name: str
) -> None:
    view, network = views[name], project(dune, name)
    bounds = {data["id"]: data for *_, data in network.edges(data=True)}
    for tie in view.ties:
        fact, data = view.facts[tie.fact], bounds[tie.id]
        assert fact.sentence.fr.endswith(".")
        assert fact.sentence.en.endswith(".")
        assert fact.evidence, fact.id
        assert fact.earliest_begin == data.get("earliest_begin")
        assert fact.latest_end == data.get("latest_end")
        assert set(data.get("doubts", "").split()) <= set(fact.doubts)


def test_shapes_follow_the_class(views: dict[str, View]) -> None:
    assert {node.shape for node in views["territories"].nodes} == {"place"}
    assert {node.shape for node in views["themes"].nodes} == {"theme"}
    shapes = {node.id: node.shape for node in views["chains"].nodes}
    assert shapes["accord-dune-2012"] == "agreement"
    assert shapes["fonds-dune"] == "programme"
    assert shapes["contrat-sablier"] == "outcome"
    assert shapes["projet-sable"] == "project"


def test_a_node_that_is_a_record_has_its_own_fact(views: dict[str, View]) -> None:
    node = next(node for node in views["chains"].nodes if node.id == "mission-hiver-2014")
    assert node.facts == ("mission-hiver-2014",)
    assert node.kind.en == "working visit"


def test_the_fact_of_several_records_names_the_themes(views: dict[str, View]) -> None:
    sentences = [fact.sentence.fr for fact in views["themes"].facts.values()]
    told = next(text for text in sentences if text.startswith("Technopôle des Dunes"))
    assert "« Gestion du sable »" in told.replace("\u00a0", " ")


def test_the_window_is_that_of_the_call(dune: Store) -> None:
    view = projected_view(dune, "funding", first="2014", last="juin 2016", mode="certainly")
    assert view.window == ("2014-01-01", "2016-06-30")
    assert view.mode == "certainly"
    with pytest.raises(UsageError):
        projected_view(dune, "funding", first="2016", last="2014")


def test_without_inferred_leaves_out_what_was_deduced(dune: Store) -> None:
    view = projected_view(dune, "territories", inferred=False)
    assert "province-exemple" not in {node.id for node in view.nodes}
    assert not any(tie.inferred for tie in view.ties)
