"""A chain told: causal words only where a source says so, sources for each sentence, gaps said."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.views.chain import Chain, chain_of, chain_sentences, find_chains, tell_chain


@pytest.fixture(scope="module")
def axis() -> Chain:
    store = build_graph(Path(__file__).parents[3] / "data").store
    return chain_of(store, find_chains(store), "accord-tmq-tbi-2010")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_causal_words_stand_only_on_what_led_to(dune: Store) -> None:
    (chain,) = find_chains(dune)
    led = {joint.earlier for flow in chain.flows for joint in flow.joints if joint.kind == "led-to"}
    for told in chain_sentences(chain):
        if told.kind == "joint":
            causal = "a conduit à" in told.words.fr
            assert causal == ("led to" in told.words.en)
            assert not causal or told.records[0] in led
    text = plain(tell_chain(chain).fr)
    assert "Cette mission a conduit à « Contrat de Sablier & Filles »." in text
    assert "À cet accord a succédé « Accord des Dunes »." in text


def test_every_sentence_but_a_gap_has_its_sources(dune: Store, axis: Chain) -> None:
    for chain in (*find_chains(dune), axis):
        for told in chain_sentences(chain):
            assert bool(told.evidence) == (told.kind != "gap"), told.words.fr
            assert all(told.words)


def test_a_deduced_joint_says_so(dune: Store) -> None:
    (chain,) = find_chains(dune)
    deduced = [told for told in chain_sentences(chain) if told.inferred]
    assert [plain(told.words.fr) for told in deduced] == [
        "Cet accord sert de cadre à « Mission d’hiver » (déduit)."
    ]
    assert deduced[0].words.en == "This agreement is the frame of “Winter mission” (inferred)."


def test_each_record_is_told_once(axis: Chain) -> None:
    told = [one.records[0] for one in chain_sentences(axis) if one.kind == "record"]
    assert sorted(told) == sorted(axis.records)


def test_gaps_are_told_as_silence_with_the_call_and_what_both_sides_share(axis: Chain) -> None:
    gaps = [told.words for told in chain_sentences(axis) if told.kind == "gap"]
    assert len(gaps) == 3
    assert plain(gaps[0].fr).startswith(
        "Aucune source ne relie « Accord de coopération entre Technopole maritime du Québec et le"
        " Technopôle Brest-Iroise » à « Opération de soft landing au Québec, automne 2018 », ni à"
        " « 4e appel à projets du FFQCD"
    )
    assert (
        "(Technopôle Brest-Iroise et Technopole maritime du Québec, participations en partie"
        in (plain(gaps[0].fr))
    )
    assert "No source joins" in gaps[0].en
    assert "nor to “4th FFQCD call" in gaps[0].en
    paragraphs = tell_chain(axis).fr.split("\n\n")
    assert len(paragraphs) == 4
    assert "Aucun contrat n’a été conclu pour Anaximandre" in paragraphs[1]
    assert "Premier contrat gagné par Quiet-Oceans" in paragraphs[1]
    assert "prévoyaient d’organiser" in paragraphs[2]
