"""What changed between two moments: each outcome, its certainty, and who enters or leaves."""

import json

import networkx as nx
import pytest
from pyoxigraph import Store

from coopgraph.dates import parse_date
from coopgraph.errors import UsageError
from coopgraph.network.borne import DatedName, NamesBorne
from coopgraph.network.comparison import Comparison, TieChange, compare
from coopgraph.network.projections import project
from coopgraph.network.slices import between


def network_of(*ties: tuple[str, str, str, str], **of_records: str) -> nx.MultiDiGraph:
    """Return a network of pairs, each with a record and its date; `of_records` renew others."""
    network = nx.MultiDiGraph()
    for source, target, record, edtf in ties:
        read = parse_date(edtf)
        names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        days = {name: getattr(read, name) for name in names}
        known = {name: day.isoformat() for name, day in days.items() if day}
        key = f"{record}.{edtf}"
        network.add_edge(source, target, key=key, record=record, kind="agreement", **known)
        if record in of_records:
            network.edges[source, target, key]["continues"] = of_records[record]
    return network


def outcomes(comparison: Comparison) -> dict[str, str]:
    """Return what became of each pair, with a question mark where it is only possible."""
    return {
        f"{tie.source}-{tie.target}": name + ("" if tie.certain else "?")
        for name in ("began", "renewed", "stayed", "lapsed")
        for tie in getattr(comparison, name)
    }


def test_each_pair_has_one_outcome() -> None:
    network = network_of(
        ("a", "b", "visit", "2020-05"),
        ("a", "c", "accord", "1990/2005"),
        ("a", "d", "pact", "1990/2030"),
        ("a", "e", "visit", "2010"),
    )
    found = compare(network, 2000, 2020)
    assert outcomes(found) == {"a-b": "began", "a-c": "lapsed", "a-d": "stayed"}
    assert [change.node for change in found.entered] == ["b"]
    assert [change.node for change in found.left] == ["c"]
    assert [change.node for change in found.remained] == ["a", "d"]


@pytest.mark.parametrize(
    ("edtf", "possibly", "certainly"),
    [
        ("2020-05", "began", "began"),
        ("[2015..2025]", "began?", None),
        ("[1990..2025]", "stayed?", None),
        ("2010/", "began?", None),  # no source says that it goes on
        ("1999/2001", "lapsed", "lapsed"),
        ("[1998..2010]", "lapsed?", None),
        ("1990/20XX", "stayed?", "lapsed?"),
    ],
)
def test_a_change_is_certain_if_no_reading_of_the_dates_undoes_it(
    edtf: str, possibly: str, certainly: str | None
) -> None:
    network = network_of(("a", "b", "visit", edtf))
    assert outcomes(compare(network, 2000, 2020)).get("a-b") == possibly
    assert outcomes(compare(network, 2000, 2020, "certainly")).get("a-b") == certainly


def test_another_period_or_a_successor_renews_and_another_record_does_not() -> None:
    network = network_of(
        ("a", "b", "pact", "1998/2002"),
        ("a", "b", "pact", "2015/2025"),
        ("a", "c", "first", "1998/2002"),
        ("a", "c", "third", "2015/2025"),
        ("a", "d", "visit", "2000"),
        ("a", "d", "trip", "2020"),
        ("x", "y", "second", "2005/2010"),
        third="second",
        second="first",
    )
    found = compare(network, 2000, 2020)
    assert outcomes(found) == {"a-b": "renewed", "a-c": "renewed", "a-d": "stayed"}
    renewals = {tie.target: tie.renewals for tie in found.renewed}
    assert renewals == {"b": (("pact", "pact"),), "c": (("first", "third"),)}


def test_the_earlier_agreement_may_still_be_in_force_when_it_is_renewed() -> None:
    network = network_of(
        ("a", "b", "first", "1998/2030"), ("a", "b", "second", "2010/2030"), second="first"
    )
    assert outcomes(compare(network, 2000, 2020)) == {"a-b": "renewed"}


def test_both_moments_are_told_apart_by_names_and_records() -> None:
    network = network_of(("a", "b", "visit", "2000"), ("a", "c", "trip", "2020"))
    names = NamesBorne({"b": (DatedName("Pépinière", "", "2008-12-31"),)})
    found = compare(network, 2000, 2020, names=names)
    assert found.left[0].label.fr == "Pépinière"
    (began,) = found.began
    assert (began.before, began.after, began.kinds) == ((), ("trip",), ("agreement",))


def test_a_comparison_is_plain_json() -> None:
    network = network_of(("a", "b", "visit", "2000"))
    told = json.loads(json.dumps(compare(network, 2000, 2020).as_json()))
    assert told["lapsed"][0]["source"] == "a"
    assert told["earlier"] == {"first": "2000-01-01", "last": "2000-12-31"}
    assert set(told) == set(Comparison._fields)
    assert set(told["lapsed"][0]) == set(TieChange._fields)


def test_the_later_moment_may_not_begin_first() -> None:
    with pytest.raises(UsageError, match="give the earlier date first"):
        compare(network_of(), 2020, 2000)
    with pytest.raises(ValueError, match="maybe"):
        compare(network_of(), 2000, 2020, "maybe")  # type: ignore[arg-type]


def test_the_invented_agreements_between_2013_and_2019(dune: Store) -> None:
    """The technopole's agreement of 2012 was with the institute, that of 2018 with the centre."""
    found = compare(project(dune, "actors-by-agreement"), 2013, 2019)
    assert outcomes(found) == {
        "centre-exemple-technopole-dune": "began",
        "institut-exemple-technopole-dune": "lapsed",
        "ministere-exemple-ville-port-dune": "stayed",  # the bulletin of 2019 still speaks of it
    }
    places = compare(project(dune, "territories"), 2013, 2019)
    assert outcomes(places)["havre-exemple-port-dune"] == "renewed"
    assert places.renewed[0].renewals == (("accord-dune-2012", "accord-dune-2018"),)


def test_the_four_outcomes_are_all_pairs_tied_at_either_moment(corpus: Store) -> None:
    network = project(corpus, "actors")
    found = compare(network, 2000, 2020)
    tied = {
        frozenset((source, target))
        for year in (2000, 2020)
        for source, target, record in between(network, year, year).edges(data="record")
        if record not in found.only_later
    }
    assert len(outcomes(found)) == len(tied)
    assert found.began
    assert found.renewed
    assert found.stayed
    assert found.lapsed


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("[..2018-05-08]", "lapsed? *"),  # one day, seen in 2018: it may have been in 2000 too
        ("/2021", "stayed? *"),  # it ended in 2021, and may be as old as one likes
        ("/2000", "lapsed"),  # it had begun by then: the begin does not matter
        ("/2008", "lapsed? *"),
        ("[1990..2021]", "stayed?"),  # a source tells when it began at the earliest
    ],
)
def test_a_tie_without_known_begin_is_marked_and_changes_nothing_surely(
    edtf: str, expected: str
) -> None:
    found = compare(network_of(("a", "b", "visit", edtf)), 2000, 2021)
    (tie,) = (*found.began, *found.stayed, *found.lapsed)
    assert outcomes(found)["a-b"] + (" *" if tie.begin_unknown else "") == expected
    nodes = (*found.entered, *found.remained, *found.left)
    assert {change.begin_unknown for change in nodes} == {tie.begin_unknown}


def test_what_no_source_vouches_for_until_later_is_left_out_and_named() -> None:
    network = network_of(("a", "b", "visit", "[..2018-05-08]"), ("a", "c", "pact", "1890/1950"))
    found = compare(network, 1900, 1901)
    assert found.only_later == ("visit",)
    assert outcomes(found) == {"a-c": "stayed"}
    assert [change.node for change in found.remained] == ["a", "c"]


def test_a_pair_that_another_tie_vouches_for_is_not_marked() -> None:
    network = network_of(("a", "b", "visit", "[..2018]"), ("a", "b", "pact", "1990/2030"))
    (tie,) = compare(network, 2000, 2020).stayed
    assert (tie.begin_unknown, tie.certain) == (False, True)


def test_ties_without_any_date_are_in_neither_moment_and_listed() -> None:
    network = network_of(("a", "b", "visit", "2000"), ("a", "c", "trip", "1950"))
    network.add_edge("a", "c", key="talk", record="talk", kind="award")
    network.add_edge("a", "b", key="gift", record="gift", kind="award")
    network.add_edge("a", "d", key="dream", record="dream", kind="award", doubts="cancelled")
    found = compare(network, 2000, 2020)
    assert outcomes(found) == {"a-b": "lapsed"}
    assert found.lapsed[0].before == ("visit",)
    assert found.undated == (("a", "b", "gift"), ("a", "c", "talk"))
    undated = {"source": "a", "target": "b", "record": "gift"}
    assert found.as_json()["undated"][0] == undated
