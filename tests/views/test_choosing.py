"""One projection as a view, and the further ones that a page offers."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from coopgraph.network import rows
from coopgraph.network.projections import PROJECTIONS
from coopgraph.render.html import render_page
from coopgraph.sparql import Answer, select
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


def test_an_office_has_one_time_on_a_page_and_stands_there_once(dune: Store) -> None:
    store = Store()
    store.bulk_extend(dune)
    store.update("""
      PREFIX coop: <https://w3id.org/coopgraph/ns#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX id: <https://w3id.org/coopgraph/id/>
      INSERT { id:role\\/r.since a coop:RoleHolding ; coop:hasPerson ?person ;
          coop:inOrganisation ?body .
        id:attestation\\/r.seen a coop:Attestation ; coop:describes id:role\\/r.since ;
          coop:when "2011-05" ; coop:earliestBegin "2011-05-01" ; coop:latestBegin "2011-05-31" ;
          coop:earliestEnd "2011-05-01" ; coop:latestEnd "2011-05-31" }
      WHERE { SELECT ?person ?body { ?person a coop:Person . ?body a coop:Organisation }
        ORDER BY ?person ?body LIMIT 1 }""")
    alone, view = chosen_view(store), chosen_view(store, further=True)
    persons = next(one for one in view.also if one.name == "person-organisation")
    assert alone.facts["r.since"].earliest_begin is None
    assert view.facts["r.since"].earliest_begin == "2011-05-01"
    assert view.facts["r.since"] == persons.facts["r.since"]
    assert view.facts["r.since"].sentence == alone.facts["r.since"].sentence


def test_projections_of_one_page_are_read_and_told_once(
    dune: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def noted(graph: Store, text: str) -> Answer:
        asked.append(text)
        return select(graph, text)

    monkeypatch.setattr(rows, "select", noted)
    chosen_view(dune, further=True)
    whole = [text for text in asked if "VALUES ?record" not in text]
    assert len(whole) > 20
    # of several modules that ask for signings; nine times when each projection read for itself
    assert max(map(whole.count, whole)) <= 4
