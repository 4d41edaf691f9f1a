"""The view of the chains: all its facts are there, and the pane's data name nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from coopgraph.errors import UnknownEntity
from coopgraph.graph import build_graph
from coopgraph.render.payload import check_references
from coopgraph.views import VIEWS
from coopgraph.views.chain import chain_sentences, chain_view, find_chains
from coopgraph.views.chain.page import chain_extras


def test_the_extras_name_facts_of_the_view(dune: Store) -> None:
    view = chain_view(dune)
    check_references(view)
    assert (view.name, view.panes, view.also) == ("chain", ("chain",), ())
    extras: Any = view.extras["chain"]
    for chain in extras["chains"]:
        for flow in chain["flows"]:
            assert set(flow["records"]) <= view.facts.keys()
            assert len(flow["records"]) == len(flow["ranks"])
            assert {joint[2] for joint in flow["joints"]} <= extras["joints"].keys()
        for told in chain["told"]:
            assert {*told["records"], *told["said"]} <= view.facts.keys()
            assert bool(told["said"]) == (told["kind"] != "gap")
    assert all(name == fact.id for name, fact in view.facts.items())


def test_each_gap_has_the_sentence_that_the_command_line_prints() -> None:
    graph = build_graph(Path(__file__).parents[3] / "data").store
    chains = find_chains(graph)
    extras: Any = chain_extras(chains)
    for chain, told in zip(chains, extras["chains"], strict=True):
        said = [one.words for one in chain_sentences(chain) if one.kind == "gap"]
        gaps = {tuple(one["records"]): one["words"] for one in told["told"] if one["kind"] == "gap"}
        assert set(gaps) == {tuple(pair) for pair in told["gaps"]}
        assert list(gaps.values()) == said
    assert any(chain.gaps for chain in chains)


def test_an_agreement_that_ties_nobody_has_the_days_of_its_signing(dune: Store) -> None:
    fact = chain_view(dune).facts["avenants-dune"]
    assert (fact.earliest_begin, fact.latest_end) == ("2013-01-01", "2014-12-31")


def test_the_view_opens_at_what_was_asked_for(dune: Store) -> None:
    extras: Any = VIEWS["chain"].make(dune, of="societe-sablier").extras["chain"]
    assert extras["open"] == 0
    with pytest.raises(UnknownEntity):
        chain_view(dune, of="nobody-at-all")
