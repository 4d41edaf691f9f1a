"""Networks from Python: projections, kinds, and what changed between two moments."""

from __future__ import annotations

from pathlib import Path

import pytest

import coopgraph as cg
from coopgraph.errors import UsageError

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture(scope="module")
def kg() -> cg.KnowledgeGraph:
    return cg.open(DUNE, language="en")


def test_a_network_is_any_projection(kg: cg.KnowledgeGraph) -> None:
    actors, territories = kg.network(), kg.network("territories")
    assert {data["class"] for _, data in territories.nodes(data=True)} == {"Place"}
    assert actors.number_of_edges() > 0
    with pytest.raises(UsageError, match=r"known: .*territories"):
        kg.network("dunes")


def test_kinds_leave_only_those_and_whom_they_tie(kg: cg.KnowledgeGraph) -> None:
    network = kg.network(kinds=["agreement"])
    assert {kind for *_, kind in network.edges(data="kind")} == {"agreement"}
    assert all(ties for _, ties in network.degree)
    with pytest.raises(UsageError, match="known: agreement, mission, project"):
        kg.network(kinds="camel")


def test_two_moments_are_compared_in_words_and_as_data(kg: cg.KnowledgeGraph) -> None:
    years = sorted(
        data["earliest_begin"]
        for *_, data in kg.network().edges(data=True)
        if "earliest_begin" in data
    )
    difference = kg.compare(years[0][:4], years[-1][:4])
    changes = len(difference.data.began) + len(difference.data.lapsed) + len(difference.data.stayed)
    assert changes > 0
    assert years[-1][:4] in repr(difference)
    assert difference._repr_markdown_().startswith("#")
    with pytest.raises(UsageError):
        kg.compare("the other day", "2010")


def test_a_view_takes_its_own_options_and_no_others(kg: cg.KnowledgeGraph) -> None:
    assert kg.view(projection="territories").view.nodes
    with pytest.raises(UsageError, match="colour"):
        kg.view(colour="red")
