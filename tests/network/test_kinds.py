import networkx as nx
import pytest

from coopgraph.errors import UsageError
from coopgraph.network.kinds import only_kinds, read_kinds


def network() -> nx.MultiDiGraph:
    found = nx.MultiDiGraph()
    found.add_edge("dune", "oasis", key="visit", kind="mission")
    found.add_edge("dune", "sel", key="accord", kind="agreement")
    found.add_node("puits")
    return found


def test_only_ties_of_the_kind_are_left_and_the_network_stays_as_it_was() -> None:
    whole = network()
    assert set(only_kinds(whole, {"mission"})) == {"dune", "oasis"}
    assert len(whole) == 4


def test_a_kind_that_no_tie_has_is_refused_in_both_languages() -> None:
    with pytest.raises(UsageError, match="Kinds here: agreement, mission") as problem:
        only_kinds(network(), {"mission", "award"})
    assert "Aucun lien n’est du genre award" in problem.value.text("fr")


@pytest.mark.parametrize("text", ["", ",", " , "])
def test_a_list_that_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="names no kind of tie"):
        read_kinds(text)
