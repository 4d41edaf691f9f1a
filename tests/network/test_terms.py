from collections.abc import Callable
from datetime import date

from pyoxigraph import Store

from coopgraph.network.project import project_actors
from coopgraph.network.slices import at, between
from coopgraph.network.terms import read_periods

StoreOf = Callable[[str], Store]

PACT = """
g:pact a coop:Agreement .
l:p1 a coop:Party ; coop:inAgreement g:pact ; coop:hasActor a:dune .
l:p2 a coop:Party ; coop:inAgreement g:pact ; coop:hasActor a:oasis .
"""
SIGNED = """
l:s a coop:Signing ; coop:signs g:pact ; coop:when "[2010-04..2015]" ;
  coop:earliestBegin "2010-04-01"^^xsd:date ; coop:latestBegin "2015-12-31"^^xsd:date ;
  coop:earliestEnd "2010-04-01"^^xsd:date ; coop:latestEnd "2015-12-31"^^xsd:date .
g:pact prov:wasDerivedFrom l:c . l:c dct:source l:news .
l:news coop:earliestBegin "2019-08-13"^^xsd:date .
"""


def term(name: str, first: str, last: str, side: str = "") -> str:
    on_side = f"; coop:onSide <https://w3id.org/coopgraph/scheme/side/{side}>" if side else ""
    return f"""
    l:{name} a coop:TermOfForce ; coop:inAgreement g:pact ; coop:when "{first}/{last}" {on_side} ;
      coop:earliestBegin "{first}-01-01"^^xsd:date ; coop:latestBegin "{first}-12-31"^^xsd:date ;
      coop:earliestEnd "{last}-01-01"^^xsd:date ; coop:latestEnd "{last}-12-31"^^xsd:date ."""


def test_signing_alone_is_possible_without_end_and_certain_until_the_last_source(
    store_of: StoreOf,
) -> None:
    network = project_actors(store_of(PACT + SIGNED))

    def holds(day: date, mode: str) -> bool:
        return bool(at(network, day, mode="certainly" if mode == "surely" else "possibly").edges())

    assert not holds(date(2010, 3, 31), "possibly")
    assert holds(date(2010, 4, 1), "possibly")
    assert holds(date(2050, 1, 1), "possibly")
    assert not holds(date(2015, 12, 30), "surely")
    assert holds(date(2015, 12, 31), "surely")
    assert holds(date(2019, 8, 13), "surely")
    assert not holds(date(2019, 8, 14), "surely")


def test_terms_say_more_than_the_signing(store_of: StoreOf) -> None:
    network = project_actors(store_of(PACT + SIGNED + term("t1", "2012", "2014")))
    assert [key for _, _, key in network.edges(keys=True)] == ["pact"]
    assert not between(network, date(2015, 1, 1), None).edges()


def test_renewals_are_ties_of_their_own(store_of: StoreOf) -> None:
    store = store_of(PACT + term("t1", "2012", "2013") + term("t2", "2016", "2018"))
    network = project_actors(store)
    assert sorted(key for _, _, key in network.edges(keys=True)) == ["t1", "t2"]
    assert not at(network, date(2014, 6, 1)).edges()


def test_terms_of_both_sides_hold_where_they_overlap(store_of: StoreOf) -> None:
    both = term("t1", "2010", "2014", "france") + term("t2", "2012", "2016", "quebec")
    ((name, bounds),) = read_periods(store_of(PACT + both))["pact"]
    assert name == "pact"
    assert (bounds.earliest_begin, bounds.latest_end) == ("2012-01-01", "2014-12-31")


def test_sides_that_never_overlap_stand_apart(store_of: StoreOf) -> None:
    both = term("t1", "2010", "2011", "france") + term("t2", "2014", "2016", "quebec")
    assert [name for name, _ in read_periods(store_of(PACT + both))["pact"]] == ["t1", "t2"]


def test_an_agreement_that_is_over_ends_when_a_source_says_so(store_of: StoreOf) -> None:
    ended = """
    g:pact coop:hasStatus <https://w3id.org/coopgraph/scheme/agreement-status/expired> ;
      coop:statusAsOf "2018-01-01"^^xsd:date ."""
    network = project_actors(store_of(PACT + SIGNED + ended))
    assert not at(network, date(2018, 1, 2)).edges()
    assert not at(network, date(2017, 1, 1), mode="certainly").edges()


IN_PRINCIPLE = "coop:hasKind <https://w3id.org/coopgraph/scheme/signing-kind/agreed-in-principle>"


def test_what_was_only_agreed_in_principle_is_planned(store_of: StoreOf) -> None:
    network = project_actors(store_of(PACT + SIGNED + f"l:s {IN_PRINCIPLE} ."))
    ((*_, tie),) = network.edges(data=True)
    assert (tie["status"], tie["doubts"]) == ("agreed-in-principle", "planned")
    assert not between(network, None, None, mode="certainly").edges()


def test_a_signing_after_an_agreement_in_principle_counts_alone(store_of: StoreOf) -> None:
    first = f"""
    l:a a coop:Signing ; coop:signs g:pact ; {IN_PRINCIPLE} ; coop:when "2008" ;
      coop:earliestBegin "2008-01-01"^^xsd:date ; coop:latestBegin "2008-12-31"^^xsd:date ."""
    network = project_actors(store_of(PACT + SIGNED + first))
    ((*_, tie),) = network.edges(data=True)
    assert (tie["earliest_begin"], tie.get("doubts")) == ("2010-04-01", None)
