from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views import VIEWS
from coopgraph.views.model import View, Words
from coopgraph.views.network import network_view
from coopgraph.views.timeline import (
    TimelineItem,
    items_of,
    read_timeline_marks,
    timeline_items,
    timeline_view,
)


@pytest.fixture(scope="module")
def view(dune: Store) -> View:
    return timeline_view(dune)


@pytest.fixture(scope="module")
def items(view: View) -> dict[str, TimelineItem]:
    return {item.fact: item for item in items_of(view)}


def test_missions_agreements_projects_and_offices_are_bars_and_nothing_else(
    view: View, items: dict[str, TimelineItem]
) -> None:
    told = {"mission", "agreement", "project", "role"}
    assert set(items) == {name for name, fact in view.facts.items() if fact.kind in told}
    assert items["accord-dune-2012"].kind == "agreement"
    assert items["role-ada-technopole"].kind == "role"


def test_a_mission_of_a_series_is_a_session(dune: Store, items: dict[str, TimelineItem]) -> None:
    assert read_timeline_marks(dune).sessions == {"session-dune-2", "session-dune-2-mai"}
    assert items["session-dune-2"].kind == "session"
    assert items["mission-hiver-2014"].kind == "mission"


def test_an_office_is_called_by_who_holds_it(items: dict[str, TimelineItem]) -> None:
    assert items["role-ada-technopole"].label == Words(
        "Ada Exemple, directrice", "Ada Exemple, director"
    )
    assert items["mission-hiver-2014"].label == Words("", "")  # its own title


def test_the_days_of_signing_stand_beside_the_time_in_force(
    view: View, items: dict[str, TimelineItem]
) -> None:
    (signing,) = items["accord-dune-2012"].signed
    assert (signing.earliest_begin, signing.latest_end) == ("2012-03-05", "2012-03-05")
    assert view.facts["accord-dune-2012"].earliest_begin == "2012-01-01"


def test_items_are_in_the_order_of_time_and_undated_last(view: View) -> None:
    dated = [view.facts[item.fact].dated for item in timeline_items(view)]
    assert dated == sorted(dated, reverse=True)
    first = [
        view.facts[item.fact].earliest_begin
        for item in timeline_items(view)
        if view.facts[item.fact].earliest_begin
    ]
    assert first == sorted(filter(None, first))


def test_ties_are_in_the_order_of_time_and_undated_last(dune: Store) -> None:
    view = timeline_view(dune)
    days = [
        next(filter(None, (fact.earliest_begin, fact.latest_begin, fact.earliest_end,
                           fact.latest_end)), "undated")  # after every year
        for fact in (view.facts[tie.fact] for tie in view.ties)
    ]  # fmt: skip
    assert days == sorted(days)
    assert {tie.id for tie in view.ties} == {tie.id for tie in network_view(dune).ties}


def test_both_shores_where_both_take_part(view: View, items: dict[str, TimelineItem]) -> None:
    sides = {node.id: node.side for node in view.nodes}
    for tie in view.ties:
        if {sides[tie.source], sides[tie.target]} == {"france", "quebec"} and tie.fact in items:
            assert items[tie.fact].side == "both"
    assert items["role-ada-technopole"].side == "france"


def test_a_view_without_such_data_still_has_bars(dune: Store) -> None:
    plain = items_of(network_view(dune))
    assert {item.fact for item in plain} == {item.fact for item in items_of(timeline_view(dune))}
    assert not any(item.signed for item in plain)


def test_the_view_is_on_offer_with_its_words(dune: Store, view: View) -> None:
    assert VIEWS["timeline"].make(dune) == view
    assert (view.name, view.panes, view.title) == (
        "timeline",
        ("timeline",),
        VIEWS["timeline"].title,
    )


def test_an_empty_graph_gives_an_empty_timeline() -> None:
    assert items_of(timeline_view(Store())) == ()


def test_the_corpus_has_bars_of_every_kind_on_both_shores() -> None:
    graph = build_graph(Path(__file__).parents[2] / "data").store
    items = items_of(timeline_view(graph))
    assert {item.kind for item in items} == {"agreement", "mission", "session", "project", "role"}
    assert {"both", "france", "quebec"} <= {item.side for item in items}
    offices = [item for item in items if item.kind == "role"]
    assert offices
    assert all(all(item.label) for item in offices)
