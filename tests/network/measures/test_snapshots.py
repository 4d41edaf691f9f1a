from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.measures.conftest import QUICK, networks

from coopgraph.network.measures.pairs import simple_weighted
from coopgraph.network.measures.snapshots import snapshots
from coopgraph.network.slices import between


@QUICK
@given(networks(), st.sampled_from(("possibly", "certainly")))
def test_pairs_and_records_are_those_of_the_slice(network: nx.MultiDiGraph, mode: str) -> None:
    for part in snapshots(network, 2009, 2016, step=2, mode=mode):  # type: ignore[arg-type]  # a mode
        days = date.fromisoformat(part.first), date.fromisoformat(part.last)
        cut = between(network, *days, mode=mode)  # type: ignore[arg-type]  # a mode
        cut.remove_edges_from([edge for edge in cut.edges(keys=True) if edge[0] == edge[1]])
        graph = simple_weighted(cut)
        told = {(part.wiring.nodes[a], part.wiring.nodes[b]): w for a, b, w in part.wiring.pairs()}
        assert told == {tuple(sorted(pair)): w for *pair, w in graph.edges(data="weight")}
        assert list(part.wiring.nodes) == sorted({node for pair in told for node in pair})
        assert part.records == len({tie["record"] for _, _, tie in cut.edges(data=True)})
        assert all(row == sorted(row) for row in part.wiring.neighbours)


def test_a_record_of_two_ties_counts_once_while_either_lasts() -> None:
    network = nx.MultiDiGraph()
    for key, begin, end in (("k", "2010", "2011"), ("l", "2011", "2012"), ("m", "2014", "2014")):
        days = {"earliest_begin": f"{begin}-01-01", "latest_end": f"{end}-12-31"}
        network.add_edge("a", "b", key=key, record="term", **days)
    parts = list(snapshots(network, 2010, 2014))
    assert [list(part.wiring.pairs()) for part in parts] == [
        *[[(0, 1, 1)]] * 3, [], [(0, 1, 1)],
    ]  # fmt: skip
    assert [part.records for part in parts] == [1, 1, 1, 0, 1]


def test_a_tie_may_come_back_and_take_over_from_another() -> None:
    network = nx.MultiDiGraph()
    for pair, record, begin, end in (
        *(("ab", "r", 2010, 2010), ("ab", "r", 2013, 2013), ("ab", "s", 2011, 2011)),
        *(("bc", "t", 2010, 2013), ("ac", "u", 2012, 2012)),
    ):
        days = {"earliest_begin": f"{begin}-01-01", "latest_end": f"{end}-12-31"}
        network.add_edge(*pair, key=f"{record}{begin}", record=record, **days)
    parts = list(snapshots(network, 2010, 2014))
    assert [list(part.wiring.pairs()) for part in parts] == [
        *[[(0, 1, 1), (1, 2, 1)]] * 2, [(0, 2, 1), (1, 2, 1)], [(0, 1, 1), (1, 2, 1)], [],
    ]  # fmt: skip
    assert [part.records for part in parts] == [2, 2, 2, 2, 0]


def test_a_growing_network_forgets_nothing() -> None:
    network = nx.MultiDiGraph()
    network.add_edge("a", "b", record="r", earliest_begin="2010-01-01", latest_end="2010-01-01")
    counts = [part.wiring.pair_count for part in snapshots(network, 2009, 2011, growing=True)]
    assert counts == [0, 1, 1]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        list(snapshots(nx.MultiDiGraph(), 2012, 2010))
