from collections.abc import Callable
from itertools import combinations

import networkx as nx
import pytest
from pyoxigraph import Store

from coopgraph.network.project import project_actors

StoreOf = Callable[[str], Store]

FAIR = """
m:fair a coop:Mission, coop:Activity ; coop:hasStatus status:completed ; coop:when "2031" ;
  skos:prefLabel "Foire"@fr, "Fair"@en ;
  coop:earliestBegin "2031-01-01"^^xsd:date ; coop:latestBegin "2031-12-31"^^xsd:date ;
  coop:earliestEnd "2031-01-01"^^xsd:date ; coop:latestEnd "2031-12-31"^^xsd:date .
m:talk a coop:Mission, coop:Activity ; coop:hasStatus status:completed ; coop:partOf m:fair .
m:tour a coop:Mission, coop:Activity ; coop:hasStatus status:planned ; coop:partOf m:fair .
l:1 a coop:Participation ; coop:inActivity m:fair ; coop:hasActor a:dune ;
  coop:hasRole role:organiser .
l:2 a coop:Participation ; coop:inActivity m:talk ; coop:hasActor a:oasis ;
  coop:hasRole role:speaker .
l:3 a coop:Participation ; coop:inActivity m:talk ; coop:hasActor a:sel ; coop:hasRole role:host ;
  coop:inferred true .
l:4 a coop:Participation ; coop:inActivity m:tour ; coop:hasActor a:puits ;
  coop:hasRole role:guest .
"""


def ties_of(network: nx.MultiDiGraph) -> dict[tuple[str, str, str], dict[str, object]]:
    return {(a, b, key): data for a, b, key, data in network.edges(keys=True, data=True)}


def test_a_tie_stands_at_the_smallest_activity_in_which_both_meet(store_of: StoreOf) -> None:
    ties = ties_of(project_actors(store_of(FAIR)))
    assert set(ties) == {
        ("oasis", "sel", "talk"),
        ("dune", "oasis", "fair"),
        ("dune", "sel", "fair"),
        ("dune", "puits", "fair"),
        ("oasis", "puits", "fair"),
        ("puits", "sel", "fair"),
    }


def test_a_tie_has_kind_dates_roles_and_no_empty_attribute(store_of: StoreOf) -> None:
    tie = ties_of(project_actors(store_of(FAIR)))["dune", "oasis", "fair"]
    assert tie == {
        "id": "fair:dune:oasis",
        "record": "fair",
        "kind": "mission",
        "iri": "https://w3id.org/coopgraph/id/mission/fair",
        "status": "completed",
        "label_fr": "Foire",
        "label_en": "Fair",
        "edtf": "2031",
        "earliest_begin": "2031-01-01",
        "latest_begin": "2031-12-31",
        "earliest_end": "2031-01-01",
        "latest_end": "2031-12-31",
        "source_roles": "organiser",
        "target_roles": "speaker",
        "inferred": False,
    }


def test_a_tie_by_a_planned_part_is_planned(store_of: StoreOf) -> None:
    ties = ties_of(project_actors(store_of(FAIR)))
    assert ties["dune", "puits", "fair"]["doubts"] == "planned"
    assert "doubts" not in ties["dune", "oasis", "fair"]


def test_what_was_inferred_is_marked_and_can_be_left_out(store_of: StoreOf) -> None:
    store = store_of(FAIR + "m:fair coop:inferredProperty coop:when .")
    ties = ties_of(project_actors(store))
    assert ties["dune", "sel", "fair"]["inferred"] is True
    assert ties["dune", "oasis", "fair"]["doubts"] == "inferred"  # its date is
    sure = ties_of(project_actors(store, inferred=False))
    assert not any("sel" in pair for pair in sure)
    assert "edtf" not in sure["dune", "oasis", "fair"]


def test_both_named_at_the_whole_meet_there_too(store_of: StoreOf) -> None:
    more = "l:5 a coop:Participation ; coop:inActivity m:fair ; coop:hasActor a:oasis, a:sel ."
    ties = ties_of(project_actors(store_of(FAIR + more)))
    assert {key for a, b, key in ties if (a, b) == ("oasis", "sel")} == {"talk", "fair"}


def test_ties_in_are_ties_out(store_of: StoreOf) -> None:
    # No parts: each record ties every pair of its actors once, and repeated names add nothing.
    names = ("dune", "oasis", "sel", "puits")
    expected, turtle = set(), ""
    for number in range(12):
        group = sorted({names[number % 4], names[number // 4], names[(number * 3) % 4]})
        kind, link, on = [
            ("m:r{} a coop:Mission, coop:Activity .", "Participation", "inActivity m:r{}"),
            ("p:r{} a coop:Project, coop:Activity .", "Participation", "inActivity p:r{}"),
            ("g:r{} a coop:Agreement .", "Party", "inAgreement g:r{}"),
        ][number % 3]
        turtle += kind.format(number)
        for actor in group:
            turtle += f" [] a coop:{link} ; coop:{on.format(number)} ; coop:hasActor a:{actor} .\n"
        expected |= {(a, b, f"r{number}") for a, b in combinations(group, 2)}
    assert set(ties_of(project_actors(store_of(turtle)))) == expected


def test_a_contested_record_gives_contested_ties(store_of: StoreOf) -> None:
    claim = "l:c a coop:Claim ; coop:describes m:talk ; coop:hasStanding standing:undecided ."
    ties = ties_of(project_actors(store_of(FAIR + claim)))
    assert "contested" in str(ties["oasis", "sel", "talk"]["doubts"])


def test_relations_tie_nobody_and_actors_without_ties_stay(store_of: StoreOf) -> None:
    network = project_actors(
        store_of("l:r a coop:Relation ; coop:hasSubject a:dune ; coop:hasObject a:oasis .")
    )
    assert sorted(network) == ["dune", "oasis", "puits", "sel"]
    assert network.number_of_edges() == 0


@pytest.mark.parametrize("turtle", ["m:talk coop:partOf m:talk .", "m:fair coop:partOf m:talk ."])
def test_a_part_of_itself_ends_nothing(store_of: StoreOf, turtle: str) -> None:
    network = project_actors(store_of(FAIR + turtle))
    assert ("oasis", "sel", "talk") in ties_of(network)
