"""One projection as a view, and the further ones that a page offers."""

from __future__ import annotations

from pyoxigraph import Store

from coopgraph.network.projections import PROJECTIONS
from coopgraph.render.html import render_page
from coopgraph.views import VIEWS
from coopgraph.views.choosing import chosen_view


def test_a_page_offers_every_projection_that_has_ties(dune: Store) -> None:
    view = chosen_view(dune, further=True)
    assert view.name == "network"
    names = [one.name for one in view.also]
    assert names == [name for name in PROJECTIONS if name in names]
    assert {"actors-by-mission", "actors-by-agreement"} <= set(names)
    for one in view.also:
        assert one.ties
        assert all(one.title)
        assert one.version == view.version
        assert one.also == ()


def test_what_facts_of_several_projections_say_is_written_once(dune: Store) -> None:
    view = chosen_view(dune, further=True)
    mission = next(one for one in view.also if one.name == "actors-by-mission")
    shared = [name for name in mission.facts if name in view.facts]
    assert shared
    assert all(mission.facts[name] == view.facts[name] for name in shared)
    sentence = view.facts[shared[0]].sentence.en
    assert render_page(view).count(sentence.replace("&", "\\u0026")) == 1


def test_one_projection_is_a_view_of_its_own(dune: Store) -> None:
    view = VIEWS["network"].make(dune, projection="territories", first="2012")
    assert view.name == "territories"
    assert view.window is not None
    assert view.window[0] == "2012-01-01"
    assert view.nodes[0].measures


def test_without_further_ones_the_view_is_quick_and_alone(dune: Store) -> None:
    assert VIEWS["network"].make(dune).also == ()
