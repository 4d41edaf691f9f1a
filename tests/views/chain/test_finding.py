"""Chains of the invented tables and of the corpus: what is joined, in which order, and by what."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.errors import UnknownEntity
from coopgraph.graph import build_graph
from coopgraph.identifiers import split_iri
from coopgraph.views.chain import Chain, chain_of, find_chains


def names(iris: tuple[str, ...]) -> list[str]:
    return [split_iri(iri)[1] for iri in iris]


@pytest.fixture(scope="module")
def corpus() -> tuple[Chain, ...]:
    return find_chains(build_graph(Path(__file__).parents[3] / "data").store)


def test_one_chain_goes_from_the_declaration_to_the_outcomes(dune: Store) -> None:
    (chain,) = find_chains(dune)
    assert chain.id == "declaration-exemple"
    (flow,) = chain.flows
    kinds = {
        (split_iri(joint.earlier)[1], split_iri(joint.later)[1]): joint.kind
        for joint in flow.joints
    }
    assert kinds["declaration-exemple", "accord-dune-2012"] == "followed-by"
    assert kinds["accord-dune-2012", "projet-sable"] == "realises"
    assert kinds["mission-hiver-2014-visite", "contrat-sablier"] == "led-to"
    assert kinds["mission-hiver-2014-atelier", "sans-publication"] == "result"
    assert kinds["appel-dune-1", "mission-hiver-2014"] == "award"
    assert kinds["accord-dune-2012", "accord-dune-2018"] == "renews"
    assert ("session-dune-2-mai", "session-dune-2") not in kinds  # two records are no chain


def test_what_leads_comes_before_what_follows_and_every_record_once(dune: Store) -> None:
    (chain,) = find_chains(dune)
    (flow,) = chain.flows
    place = {iri: number for number, iri in enumerate(flow.records)}
    rank = dict(zip(flow.records, flow.ranks, strict=True))
    assert len(place) == len(flow.records)
    for joint in flow.joints:
        assert place[joint.earlier] < place[joint.later]
        assert rank[joint.earlier] < rank[joint.later]


def test_without_what_is_inferred_the_deduced_joints_are_gone(dune: Store) -> None:
    whole = {joint for chain in find_chains(dune) for flow in chain.flows for joint in flow.joints}
    stated = {
        joint
        for chain in find_chains(dune, inferred=False)
        for flow in chain.flows
        for joint in flow.joints
    }
    assert any(joint.inferred for joint in whole)
    assert not any(joint.inferred for joint in stated)


def test_a_chain_is_found_by_a_record_by_its_name_and_by_an_actor(dune: Store) -> None:
    chains = find_chains(dune)
    assert chain_of(dune, chains, "contrat-sablier") is chains[0]
    assert chain_of(dune, chains, "Accord des Dunes") is chains[0]
    assert chain_of(dune, chains, "societe-sablier") is chains[0]
    with pytest.raises(UnknownEntity, match="stands in no chain"):
        chain_of(dune, chains, "mission-prevue-2021")
    with pytest.raises(UnknownEntity):
        chain_of(dune, chains, "nobody-at-all")


def test_no_fund_makes_one_chain_of_all_that_it_paid_for(corpus: tuple[Chain, ...]) -> None:
    paid = [chain.id for chain in corpus if any("ffqcd" in iri for iri in chain.records)]
    assert len(paid) > 2
    assert max(len(chain.records) for chain in corpus) < 100


def test_every_record_of_the_corpus_stands_in_one_chain_but_for_programmes(
    corpus: tuple[Chain, ...],
) -> None:
    seen: dict[str, str] = {}
    for chain in corpus:
        assert len(chain.records) >= 3
        for iri in chain.records:
            if chain.facts[iri].kind != "programme":
                assert iri not in seen, (iri, seen.get(iri), chain.id)
                seen[iri] = chain.id


def test_the_brest_rimouski_axis_comes_out_whole_with_its_gaps(corpus: tuple[Chain, ...]) -> None:
    chain = corpus[0]
    assert chain.id == "mission-prospection-quebec-2010-04"
    gaps = [(*names((gap.earlier,)), *names((gap.later,))) for gap in chain.gaps]
    assert gaps == [
        ("accord-tmq-tbi-2010", "soft-landing-quebec-2018"),
        ("soft-landing-quebec-2018", "missions-collectives-quebec-2019"),
        ("soft-landing-quebec-2018", "soft-landing-rimouski-2023"),
    ]
    together = [names(flow.records) for flow in chain.flows]
    assert {"mission-prospection-quebec-2010-04", "accord-tmq-tbi-2010"} <= set(together[0])
    assert {
        "ffqcd-appel-4-selon-article",
        "soft-landing-quebec-2018",
        "contrat-quiet-oceans-premier",
        "anaximandre-sans-contrat",
        "anaximandre-partenariats-en-discussion",
    } <= set(together[1])
    assert "missions-collectives-brest-2020" in together[2]


def test_a_gap_says_whether_its_bodies_are_stated_or_deduced(corpus: tuple[Chain, ...]) -> None:
    gaps = {chain.id: chain.gaps for chain in corpus if chain.gaps}
    assert all(gap.inferred for gap in gaps["mission-prospection-quebec-2010-04"])
    assert not any(gap.inferred for gap in gaps["accord-ingenieurs-2006"])
