from datetime import date, timedelta

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.dates import certainly_during, parse_date, possibly_during
from coopgraph.network.slices import at, between

EDTF = (
    *("2010", "2010-04", "2012-03-05", "2014-24", "199X", "[2010-04..2015-08-13]", "[2010..]"),
    *("[..2011]", "2010/2014", "2010/..", "2010/", "../2012", "/2012", "XXXX-09-30"),
)
DAYS = st.dates(date(1995, 1, 1), date(2020, 12, 31))


def network_of(*dates: str, doubts: str = "") -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for number, edtf in enumerate(dates):
        read = parse_date(edtf)
        bounds = {
            "earliest_begin": read.earliest_begin,
            "latest_begin": read.latest_begin,
            "earliest_end": read.earliest_end,
            "latest_end": read.latest_end,
        }
        known = {name: day.isoformat() for name, day in bounds.items() if day}
        extra = {"doubts": doubts} if doubts else {}
        network.add_edge(f"a{number}", f"b{number}", key=f"{number}", **known, **extra)
    return network


def keys(network: nx.MultiDiGraph) -> set[str]:
    return {key for _, _, key in network.edges(keys=True)}


@given(st.sampled_from(EDTF), DAYS, st.integers(0, 2000))
def test_slices_say_what_the_dates_say(edtf: str, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    network, read = network_of(edtf), parse_date(edtf)
    possible = bool(keys(between(network, first, last, mode="possibly")))
    certain = bool(keys(between(network, first, last, mode="certainly")))
    assert possible == possibly_during(read, first, last)
    assert certain == certainly_during(read, first, last)
    assert possible or not certain


@given(DAYS)
def test_a_day_is_a_period_of_one_day(day: date) -> None:
    network = network_of(*EDTF)
    assert keys(at(network, day)) == keys(between(network, day, day))
    assert keys(at(network, day, mode="certainly")) <= keys(at(network, day))


def test_both_ends_of_the_period_count() -> None:
    network = network_of("2010-04")
    assert keys(at(network, date(2010, 4, 1))) == keys(at(network, date(2010, 4, 30))) == {"0"}
    assert not keys(at(network, date(2010, 3, 31))) | keys(at(network, date(2010, 5, 1)))


def test_undated_ties_come_on_request_and_are_never_certain() -> None:
    network = network_of("XXXX-09-30")
    assert not keys(between(network, None, None))
    assert keys(between(network, None, None, undated=True)) == {"0"}
    assert not keys(between(network, None, None, undated=True, mode="certainly"))


def test_what_is_planned_is_never_certain_and_what_was_cancelled_never_there() -> None:
    planned, cancelled = (
        network_of("2020", doubts="planned"),
        network_of("2020", doubts="cancelled"),
    )
    assert keys(between(planned, None, None)) == {"0"}
    assert not keys(between(planned, None, None, mode="certainly"))
    assert not keys(between(cancelled, None, None, undated=True))


def test_a_slice_holds_the_actors_that_it_ties_and_leaves_the_network_alone() -> None:
    network = network_of("2010", "2015")
    network.add_node("a0", label_fr="Oasis")
    part = between(network, date(2010, 1, 1), date(2010, 12, 31))
    assert dict(part.nodes(data=True)) == {"a0": {"label_fr": "Oasis"}, "b0": {}}
    part.nodes["a0"]["label_fr"] = "Sel"
    assert network.nodes["a0"]["label_fr"] == "Oasis"
    assert network.number_of_edges() == 2


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        between(network_of("2010"), date(2011, 1, 1), date(2010, 1, 1))
