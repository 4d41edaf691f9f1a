import time
from datetime import date, timedelta

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.dates import certainly_during, parse_date, possibly_during
from coopgraph.errors import UsageError
from coopgraph.network.borne import DatedName, NamesBorne
from coopgraph.network.slices import Mode, at, between, slices

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


def network_with(*ties: tuple[str, str, str]) -> nx.MultiDiGraph:
    """Return a network of pairs of actors and the dates of their ties."""
    network = nx.MultiDiGraph()
    for source, target, edtf in ties:
        only = network_of(edtf)
        data = only.edges["a0", "b0", "0"]
        network.add_edge(source, target, key=edtf, **data)
    return network


@given(st.lists(st.sampled_from(EDTF), max_size=6), st.sampled_from(["possibly", "certainly"]))
def test_each_step_is_what_a_cut_at_that_period_gives(dates: list[str], mode: Mode) -> None:
    network = network_of(*dates)
    parts = list(slices(network, 1995, 2020, mode=mode))
    assert [part.first.year for part in parts] == list(range(1995, 2021))
    for part in parts:
        cut = between(network, part.first, part.last, mode=mode)
        assert keys(part.network()) == keys(cut) == {key for _, _, key, _ in part.edges}
        assert part.nodes == set(cut)


@given(st.lists(st.sampled_from(EDTF), max_size=6), st.sampled_from(["possibly", "certainly"]))
def test_a_growing_network_holds_all_that_held_until_the_step_ends(
    dates: list[str], mode: Mode
) -> None:
    network = network_of(*dates)
    for grown in slices(network, 1995, 2020, step=5, growing=True, mode=mode):
        assert keys(grown.network()) == keys(between(network, None, grown.last, mode=mode))


def test_a_growing_network_begins_with_what_ended_before_its_first_step() -> None:
    network = network_of("1970/1975", "2003", "2015")
    from_2000, from_1960 = (
        {part.last.year: keys(part.network()) for part in slices(network, year, 2009, growing=True)}
        for year in (2000, 1960)
    )
    assert from_2000[2000] == {"0"}
    assert from_2000[2009] == {"0", "1"}
    assert from_2000 == {year: from_1960[year] for year in from_2000}


def test_days_are_given_as_dates_years_or_words() -> None:
    network = network_of("2010-04", "2012")
    assert keys(at(network, "2010-04-15")) == keys(at(network, "avril 2010")) == {"0"}
    assert keys(at(network, 2010)) == keys(between(network, "2010", 2011)) == {"0"}
    assert keys(between(network, "2011/..", None)) == {"1"}
    assert [part.first.isoformat() for part in slices(network, "2010-04", 2011)] == [
        "2010-01-01",
        "2011-01-01",
    ]
    with pytest.raises(UsageError, match="no date"):
        at(network, "demain soir")
    with pytest.raises(UsageError, match="open on one side"):
        list(slices(network, 2010, "2011/.."))


def test_any_step_cuts_the_network() -> None:
    network = network_of("2010-04")
    days = [part.first.isoformat() for part in slices(network, "2010-02", 2010, step="quarter")]
    assert days == ["2010-01-01", "2010-04-01", "2010-07-01", "2010-10-01"]
    with pytest.raises(UsageError, match="fortnight"):
        list(slices(network, 2009, 2010, step="fortnight"))


def test_nodes_bear_the_name_of_the_time() -> None:
    network = network_with(("dune", "oasis", "2000/2020"))
    network.nodes["dune"]["label_fr"] = network.nodes["dune"]["label_en"] = "Technopole des Dunes"
    names = NamesBorne({"dune": (DatedName("Pépinière des Dunes", "", "2008-12-31"),)})
    early, late = slices(network, 2005, 2012, step=4, names=names)
    assert early.network().nodes["dune"]["label_fr"] == "Pépinière des Dunes"
    assert late.network().nodes["dune"]["label_en"] == "Technopole des Dunes"
    assert at(network, date(2005, 1, 1), names=names).nodes["dune"]["label_en"][0] == "P"
    assert network.nodes["dune"]["label_fr"] == "Technopole des Dunes"


def test_what_was_not_achieved_is_in_no_slice_and_what_is_discussed_is_possible() -> None:
    failed = network_of("2020", doubts="not-achieved")
    assert not keys(between(failed, None, None, undated=True))
    discussed = network_of("2020", doubts="in-discussion")
    assert keys(between(discussed, None, None))
    assert not keys(between(discussed, None, None, mode="certainly"))


def test_sixty_steps_cost_about_as_much_as_one_projection() -> None:
    """Each tie is looked at once: sixty years of 2,000 ties are no sixty cuts."""
    network = network_of(*["2010", "1960/2020", "1999/2004", "[1995..2001]"] * 500)
    begin = time.process_time()
    for year in range(1965, 2025):
        between(network, date(year, 1, 1), date(year, 12, 31))
    cuts = time.process_time() - begin
    begin = time.process_time()
    assert len(list(slices(network, 1965, 2024))) == 60
    assert time.process_time() - begin < cuts / 3
