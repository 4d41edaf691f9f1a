"""A network cut down to a node and its neighbours, a side, a theme, a place; and told in words."""

from __future__ import annotations

from datetime import date

import pytest

from coopgraph.errors import UnknownEntity, UsageError
from coopgraph.export.networks import Selected, Selection, select
from coopgraph.network.borne import DatedName, NamesBorne


def ties(part: Selected) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in part.network.edges()}


def test_a_neighbourhood_is_a_node_its_neighbours_and_their_ties(selected: Selected) -> None:
    part = select(selected.graph, Selection(of="Ville de Port-Dune"))
    assert set(part.network) == {"ville-port-dune", "centre-exemple", "ministere-exemple"}
    assert ties(part) == {pair for pair in ties(selected) if pair <= set(part.network)}
    assert part.selection.of == "ville-port-dune"
    wider = select(selected.graph, Selection(of="ville-port-dune", steps=2))
    assert set(part.network) < set(wider.network)
    assert "technopole-dune" in wider.network
    assert "leo-modele" in wider.network
    assert wider.apart == 0


def test_a_period_moves_no_node_of_a_neighbourhood(selected: Selected) -> None:
    whole = select(selected.graph, Selection(of="technopole-dune"))
    part = select(selected.graph, Selection(of="technopole-dune", first=date(2014, 1, 1)))
    assert len(part.network) <= len(whole.network)
    assert part.positions == whole.positions
    assert set(whole.positions) == set(whole.network)


def test_a_node_that_nothing_ties_then_is_not_there(selected: Selected) -> None:
    early = Selection(of="technopole-dune", last=date(1950, 1, 1))
    assert not select(selected.graph, early).network


def test_a_record_behind_ties_keeps_them(selected: Selected) -> None:
    part = select(selected.graph, Selection(of="mission-hiver-2014"))
    records = {tie["record"] for *_, tie in part.network.edges(data=True)}
    assert "mission-hiver-2014" in records
    assert "accord-dune-2012" not in records
    assert part.selection.told("en").startswith("Actors: what ")


def test_names_of_the_network_come_first(selected: Selected) -> None:
    part = select(selected.graph, Selection(projection="territories", of="port dune"))
    assert part.selection.of == "port-dune"
    assert part.selection.title("fr") == "Les territoires\u00a0: Port-Dune et ses voisins"


def test_a_side_keeps_the_ties_within_it(selected: Selected) -> None:
    part = select(selected.graph, Selection(sides=frozenset({"quebec"})))
    assert {data["side"] for _, data in part.network.nodes(data=True)} == {"quebec"}
    assert part.network.number_of_edges()
    themes = select(
        selected.graph, Selection(projection="actor-theme", sides=frozenset({"france"}))
    )
    sides = {data.get("side", "") for _, data in themes.network.nodes(data=True)}
    assert sides == {"", "france"}


def test_a_theme_counts_for_what_is_narrower(selected: Selected) -> None:
    narrow = select(selected.graph, Selection(theme="Sable marin"))
    wide = select(selected.graph, Selection(theme="Gestion du sable"))
    assert 0 < narrow.network.number_of_edges() < wide.network.number_of_edges()
    assert "accord-dune-2012" not in {tie["record"] for *_, tie in narrow.network.edges(data=True)}
    own = select(selected.graph, Selection(projection="actor-theme", theme="sable-marin"))
    assert {target for _, target in own.network.edges()} == {"sable-marin"}


def test_a_place_keeps_the_ties_with_an_end_in_it(selected: Selected) -> None:
    part = select(selected.graph, Selection(place="province-exemple"))  # Havre-Exemple lies in it
    here = {"centre-exemple", "institut-exemple"}
    assert part.network.number_of_edges()
    assert all(pair & here for pair in ties(part))
    chain = select(selected.graph, Selection(projection="agreements", place="Port-Dune"))
    assert all("accord-dune-2012" in pair for pair in ties(chain))  # where it was signed


@pytest.mark.parametrize(
    ("selection", "error", "said"),
    [
        (Selection(of="sandcastle"), UnknownEntity, "sandcastle"),
        (Selection(theme="sble"), UnknownEntity, "sable"),
        (Selection(place="Atlantis"), UnknownEntity, "No place"),
        (Selection(projection="themes", of="ville-port-dune"), UsageError, "no node"),
        (Selection(sides=frozenset({"moon"})), UsageError, "france, quebec"),
        (Selection(projection="agreements", sides=frozenset({"france"})), UsageError, "–"),
    ],
)
def test_what_is_not_there_is_refused(
    selection: Selection, error: type[UsageError], said: str, selected: Selected
) -> None:
    with pytest.raises(error, match=said):
        select(selected.graph, selection)


def test_everything_is_told_in_words(selected: Selected) -> None:
    chosen = Selection(
        of="Technopôle des Dunes",
        steps=2,
        kinds=frozenset({"project", "mission"}),
        sides=frozenset({"france", "quebec"}),
        theme="sable",
        place="port-dune",
        first=date(2012, 4, 1),
        last=date(2014, 5, 31),
        mode="certainly",
        inferred=False,
    )
    told = select(selected.graph, chosen).selection
    assert told.told("en") == (
        "Actors: Technopôle des Dunes, within two steps · April 2012 – May 2014 · surely"
        " · kinds: mission, project · theme: Sand management · side: France, Québec"
        " · place: Port-Dune · without what was inferred"
    )
    assert told.heading("fr") == (
        "Les acteurs\u00a0: Technopôle des Dunes, à deux pas · genres\u00a0: mission, projet"
        " · thème\u00a0: Gestion du sable · côté\u00a0: France, Québec · lieu\u00a0: Port-Dune"
        " · sans ce qui est déduit"
    )


def test_names_are_those_borne_then(selected: Selected, monkeypatch: pytest.MonkeyPatch) -> None:
    old = NamesBorne({"technopole-dune": (DatedName("Vieille Dune", "2012-01-01", "2013-12-31"),)})
    monkeypatch.setattr("coopgraph.export.networks.selection.read_names_borne", lambda _: old)
    then = Selection(of="technopole-dune", first=date(2012, 1, 1), last=date(2012, 12, 31))
    part = select(selected.graph, then)
    assert part.network.nodes["technopole-dune"]["label_fr"] == "Vieille Dune"
    assert part.selection.title("en") == "Actors: Vieille Dune and its neighbours"
    now = select(selected.graph, Selection(of="technopole-dune"))
    assert now.network.nodes["technopole-dune"]["label_fr"] == "Technopôle des Dunes"
