"""Each projection on the invented tables: who is tied to whom, by what, when, how surely."""

from decimal import Decimal
from typing import Any

import networkx as nx
from pyoxigraph import Store

from coopgraph.network.projections import account_for, project
from coopgraph.network.projections.funding import amounts_given


def ties(network: nx.MultiDiGraph) -> dict[tuple[str, str, str], dict[str, Any]]:
    return {(a, b, key): data for a, b, key, data in network.edges(keys=True, data=True)}


def pairs(network: nx.MultiDiGraph, kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b, data in network.edges(data=True) if data["kind"] == kind}


def test_places_are_tied_by_actors_venues_and_twinnings(dune: Store) -> None:
    network = project(dune, "territories")
    found = ties(network)
    assert {key for *ends, key in found if ends == ["havre-exemple", "port-dune"]} == {
        *("accord-dune-2012", "accord-dune-2018", "plan-dune-2020", "mission-hiver-2014"),
        *("projet-sable", "port-dune.twinned-with.1"),
    }
    away = found["port-dune", "province-exemple", "mission-hiver-2014-visite"]
    assert away["inferred"] is True  # the place of the visit was deduced
    assert away["twinned"] is False
    assert found["havre-exemple", "port-dune", "projet-sable"]["twinned"] is True
    assert network.nodes["port-dune"]["lat"] == 45.5
    assert network.nodes["port-dune"]["lon"] == -30.25
    assert "lat" not in network.nodes["province-exemple"]


def test_a_place_that_was_deduced_ties_only_where_that_counts(dune: Store) -> None:
    sure = project(dune, "territories", inferred=False)
    assert "province-exemple" not in sure
    left_out = account_for(dune, "territories", inferred=False).left_out
    assert left_out["mission-hiver-2014-visite.place.1"] == "inferred"


def test_why_a_row_ties_no_places(dune: Store) -> None:
    left_out = account_for(dune, "territories").left_out
    assert left_out["declaration-exemple.party.2"] == "no-place"  # the ministry
    assert left_out["declaration-exemple.party.1"] == "nobody-elsewhere"
    assert left_out["session-dune-2.place.1"] == "nobody-elsewhere"


def test_an_office_without_a_term_stands_for_the_days_on_which_it_is_seen(dune: Store) -> None:
    found = ties(project(dune, "person-organisation"))
    seen = found["leo-modele", "institut-exemple", "role-leo-institut"]
    assert seen["earliest_begin"] == seen["latest_begin"] == "2012-03-05"
    assert seen["earliest_end"] == seen["latest_end"] == "2014-12-10"
    term = found["ada-exemple", "technopole-dune", "role-ada-technopole"]
    assert (term["edtf"], term["label_en"]) == ("2010/2015-06", "director")


def test_who_signs_is_tied_to_the_body_on_the_day_of_signing(dune: Store) -> None:
    found = ties(project(dune, "person-organisation"))
    signed = found["ada-exemple", "technopole-dune", "accord-dune-2012.signing.1.person.1"]
    assert signed["kind"] == "signature"
    assert signed["earliest_begin"] == signed["latest_end"] == "2012-03-05"
    assert signed["label_fr"] == "Accord des Dunes"
    assert signed["doubts"] == "contested"  # a source gives another day


def test_money_runs_from_who_gives_to_who_receives_in_its_currency(dune: Store) -> None:
    network = project(dune, "funding")
    found = ties(network)
    euros = found["appel-dune-1", "technopole-dune", "projet-sable.award.1"]
    assert (euros["amount"], euros["currency"], euros["currency_certain"]) == (12000, "EUR", True)
    dollars = found["ministere-exemple", "institut-exemple", "projet-sable.award.2"]
    assert (dollars["amount"], dollars["currency_certain"]) == (9500.5, False)
    assert "amount" not in found["appel-dune-1", "mission-hiver-2014", "mission-hiver-2014.award.1"]
    assert [one[:5] for one in amounts_given(network)] == [
        ("appel-dune-1", "technopole-dune", "EUR", Decimal(12000), True),
        ("ministere-exemple", "institut-exemple", "CAD", Decimal("9500.5"), False),
    ]


def test_sums_stand_apart_by_currency_and_leave_out_what_was_not_given() -> None:
    network = nx.MultiDiGraph()
    money = {"kind": "award", "currency": "CAD"}
    network.add_edge("fund", "port", key="a", record="a", amount=0.1, money="grant", **money)
    network.add_edge("fund", "port", key="b", record="b", amount=0.2, money="loan", **money)
    network.add_edge("fund", "port", key="c", record="c", amount=5.0, kind="award", currency="EUR")
    network.add_edge("fund", "port", key="d", record="d", amount=9.0, doubts="planned", **money)
    network.add_edge("fund", "port", key="e", record="e", amount=9.0, kind="budget", currency="CAD")
    canadian, european = amounts_given(network)
    assert (canadian.amount, canadian.awards, canadian.kinds) == (
        Decimal("0.3"), 2, ("grant", "loan")
    )  # fmt: skip
    assert (canadian.records, european.records) == (("a", "b"), ("c",))


def test_what_nobody_gives_is_counted_and_not_tied(dune: Store) -> None:
    left_out = account_for(dune, "funding").left_out
    assert left_out == dict.fromkeys(
        ("fonds-dune.budget.1", "fonds-dune.budget.2", "projet-sable.budget.1"), "no-funder"
    )


def test_an_outcome_that_was_not_achieved_says_so_on_its_tie(dune: Store) -> None:
    network = project(dune, "funding")
    doubts = {a: data.get("doubts", "") for a, _, data in network.edges(data=True)}
    assert doubts["sans-publication"] == "not-achieved"
    assert doubts["partenariat-phare"] == "in-discussion"
    assert doubts["antenne-dune"] == "planned"


def test_agreements_run_from_the_later_to_the_earlier(dune: Store) -> None:
    network = project(dune, "agreements")
    assert pairs(network, "renews") == {("accord-dune-2018", "accord-dune-2012")}
    assert pairs(network, "replaces") == {("accord-dune-2012", "declaration-exemple")}
    assert pairs(network, "amends") == {("avenants-dune", "accord-dune-2012")}
    assert pairs(network, "part-of") == {("plan-dune-2020", "accord-dune-2018")}
    # the declaration was followed by the agreement, which is the later of the two
    assert pairs(network, "followed-by") == {("accord-dune-2012", "declaration-exemple")}
    renewed = ties(network)["accord-dune-2018", "accord-dune-2012", "accord-dune-2018.renews"]
    assert renewed["earliest_begin"] == "2018-03-01"  # when both shores are bound


def test_chains_run_in_the_sense_of_time(dune: Store) -> None:
    network = project(dune, "chains")
    assert pairs(network, "led-to") == {("mission-hiver-2014-visite", "contrat-sablier")}
    assert pairs(network, "realises") == {("accord-dune-2012", "projet-sable")}
    assert pairs(network, "postponed-from") == {("session-dune-2-mai", "session-dune-2")}
    assert ("accord-dune-2012", "mission-hiver-2014") in pairs(network, "under")
    assert ("projet-sable", "antenne-dune") in pairs(network, "results-from")
    assert nx.has_path(network, "fonds-dune", "contrat-sablier")


def test_an_actor_of_two_themes_ties_them_from_the_second_on(dune: Store) -> None:
    found = ties(project(dune, "themes"))
    assert set(found) == {
        ("sable", "sable-marin", "technopole-dune"),
        ("sable", "sable-marin", "institut-exemple"),
    }
    tie = found["sable", "sable-marin", "technopole-dune"]
    assert tie["records"] == "accord-dune-2012 mission-hiver-2014"
    # the mission of the winter of 2014 comes second; the agreement lasts until 2017
    assert tie["earliest_begin"][:4] == "2014"
    assert (tie["earliest_end"], tie["latest_end"]) == ("2017-01-01", "2017-12-31")


def test_an_actor_works_on_a_theme_through_the_parts_of_a_mission(dune: Store) -> None:
    found = ties(project(dune, "actor-theme"))
    assert {a for a, theme, _ in found if theme == "sable-marin"} == {
        *("technopole-dune", "institut-exemple", "leo-modele", "societe-sablier"),
        "ministere-exemple",
    }
    deduced = [data for (a, *_), data in found.items() if a == "ministere-exemple"]
    assert [data["inferred"] for data in deduced] == [True]
