import pytest
from pyoxigraph import Store

from coopgraph.network.rows import read_text_rows
from coopgraph.views import asking as asking_module
from coopgraph.views import sharing as sharing_module
from coopgraph.views.facts import gather_facts
from coopgraph.views.gathering import KINDS, gather
from coopgraph.views.sharing import parts_below


def all_records(graph: Store) -> list[str]:
    values = " ".join(f"coop:{name}" for name in KINDS)
    text = f"SELECT DISTINCT (STR(?r) AS ?iri) {{ VALUES ?class {{ {values} }} ?r a ?class }}"
    return sorted(row[0] for row in read_text_rows(graph, text))


def test_every_record_that_can_be_told_is_told_with_its_source(dune: Store) -> None:
    records = all_records(dune)
    facts = gather_facts(dune, records)
    assert [fact.iri for fact in facts.values()] == records
    assert {fact.kind for fact in facts.values()} == set(KINDS.values())
    assert all(fact.evidence for fact in facts.values())


def test_the_number_of_questions_does_not_grow_with_the_records(
    dune: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(graph: Store, text: str) -> list[tuple[str, ...]]:
        asked.append(text)
        return read_text_rows(graph, text)

    for module in (sharing_module, asking_module):
        monkeypatch.setattr(module, "read_text_rows", counted)
    gather_facts(dune, all_records(dune)[:1])
    few = len(asked)
    gather_facts(dune, all_records(dune))
    assert len(asked) == 2 * few


def test_doubts_follow_status_claims_and_inference(dune: Store) -> None:
    doubts = {name: fact.doubts for name, fact in gather_facts(dune, all_records(dune)).items()}
    assert doubts["mission-prevue-2021"] == ("planned",)
    assert doubts["session-dune-2-mai"] == ("cancelled",)
    assert doubts["sans-publication"] == ("not-achieved",)
    assert doubts["partenariat-phare"] == ("in-discussion",)
    assert "contested" in doubts["projet-balise"]
    assert "inferred" in doubts["mission-hiver-2014-visite"]
    assert doubts["contrat-sablier"] == ()


def test_evidence_names_source_place_and_day(dune: Store) -> None:
    (fact,) = gather_facts(dune, ["https://w3id.org/coopgraph/id/outcome/contrat-sablier"]).values()
    (piece,) = fact.evidence
    assert (piece.source, piece.locator) == ("gazette-2015", "§ 4")
    assert piece.published.fr
    assert piece.published.fr != piece.published.en


def test_a_whole_is_told_with_the_actors_of_its_parts(dune: Store) -> None:
    iri = "https://w3id.org/coopgraph/id/mission/mission-hiver-2014"
    whole = gather(dune, [iri], parts_below(dune, [iri]))["mission-hiver-2014"]
    assert {share.id for share in whole.shares} >= {
        "technopole-dune",
        "leo-modele",
        "societe-sablier",
    }


def test_a_mission_is_named_by_its_title_and_a_part_says_of_which_whole(dune: Store) -> None:
    iri = "https://w3id.org/coopgraph/id/mission/mission-hiver-2014-atelier"
    (fact,) = gather_facts(dune, [iri]).values()
    told = fact.sentence.fr.replace("\u00a0", " ")
    assert told.count("« Volet atelier de la mission d’hiver »") == 1
    assert "partie de « Mission d’hiver »" in told


def test_a_mission_says_where_it_was_held_and_an_agreement_on_which_side(dune: Store) -> None:
    base = "https://w3id.org/coopgraph/id"
    iris = (
        f"{base}/mission/mission-hiver-2014-atelier",
        f"{base}/mission/mission-hiver-2014-visite",
        f"{base}/agreement/accord-dune-2018",
    )
    workshop, visit, pact = (fact.sentence.fr for fact in gather_facts(dune, iris).values())
    assert "\u00a0», à Havre-Exemple" in workshop
    assert "lieu déduit" in visit
    assert "2018 (côté français)" in pact
    assert "2018 (côté québécois)" in pact


def test_what_is_no_record_gives_no_fact(dune: Store) -> None:
    assert gather_facts(dune, ["https://example.org/unknown"]) == {}
