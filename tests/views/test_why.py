import pytest
from pyoxigraph import Store

from coopgraph.errors import UnknownEntity
from coopgraph.views.why import why


def ids(graph: Store, *names: str) -> set[str]:
    return {fact.id for fact in why(graph, *names)}


def test_two_actors_of_two_parts_meet_in_the_whole(dune: Store) -> None:
    facts = ids(dune, "leo-modele", "societe-sablier")
    assert "mission-hiver-2014" in facts
    assert not facts & {"mission-hiver-2014-atelier", "mission-hiver-2014-visite"}


def test_two_actors_of_one_part_meet_there_only(dune: Store) -> None:
    facts = ids(dune, "ministere-exemple", "societe-sablier")
    assert "mission-hiver-2014-visite" in facts
    assert "mission-hiver-2014" not in facts


def test_thanks_are_told_in_both_directions(dune: Store) -> None:
    for pair in (
        ("societe-sablier", "ministere-exemple"),
        ("ministere-exemple", "societe-sablier"),
    ):
        assert "societe-sablier.thanks.1" in ids(dune, *pair)


def test_agreements_offices_and_signatures_tie(dune: Store) -> None:
    assert "accord-dune-2012" in ids(dune, "technopole-dune", "institut-exemple")
    person = ids(dune, "ada-exemple", "technopole-dune")
    assert {"role-ada-technopole", "accord-dune-2012.signing.1.person.1"} <= person


def test_one_record_alone_tells_what_names_it(dune: Store) -> None:
    facts = ids(dune, "mission-hiver-2014")
    assert {"mission-hiver-2014", "partenariat-phare", "mission-hiver-2014.award.1"} <= facts


def test_every_fact_has_a_sentence_and_a_source_with_its_place(dune: Store) -> None:
    for fact in why(dune, "technopole-dune"):
        assert fact.sentence.fr.endswith(".")
        assert fact.evidence, fact.id
        assert all(piece.title and piece.locator for piece in fact.evidence)


def test_dated_facts_come_first_in_order(dune: Store) -> None:
    facts = why(dune, "technopole-dune")
    begins = [fact.earliest_begin or fact.latest_end or "" for fact in facts if fact.dated]
    assert begins == sorted(begins)
    assert [fact.dated for fact in facts] == sorted((fact.dated for fact in facts), reverse=True)


@pytest.mark.parametrize("name", ["Technopôle des Dunes", "technopole des dunes", "TDD"])
def test_a_name_will_do_whatever_its_accents(dune: Store, name: str) -> None:
    assert ids(dune, name) == ids(dune, "technopole-dune")


def test_an_unknown_name_is_refused_with_the_nearest(dune: Store) -> None:
    with pytest.raises(UnknownEntity, match="technopole-dune") as refusal:
        why(dune, "technopole-dun")
    assert "technopole-dune" in refusal.value.text_fr


@pytest.mark.parametrize("name", ["", "   ", '"', "}", "\\", "zzzzqqqq", "a" * 5000])
def test_nonsense_is_refused_and_never_runs(dune: Store, name: str) -> None:
    with pytest.raises(UnknownEntity):
        why(dune, name)


def test_a_name_borne_twice_is_refused_with_the_candidates() -> None:
    store = Store()
    store.update("""
    PREFIX coop: <https://w3id.org/coopgraph/ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX a: <https://w3id.org/coopgraph/id/actor/>
    INSERT DATA { a:sel-nord a coop:Actor ; skos:prefLabel "Sel"@fr .
                  a:sel-sud a coop:Actor ; skos:altLabel "SEL" }""")
    with pytest.raises(UnknownEntity, match="sel-nord, sel-sud"):
        why(store, "sel")


def test_money_is_told_of_what_has_it_and_a_fund_by_what_its_calls_gave(dune: Store) -> None:
    facts = {fact.id: fact for fact in why(dune, "fonds-dune")}
    assert {fact.kind for fact in facts.values()} >= {"budget", "figure", "award", "project"}
    assert facts["fonds-dune.budget.1"].sentence.fr.replace("\N{NO-BREAK SPACE}", " ") == (
        "Le Fonds des Dunes disposait de 100 000 EUR par an, côté français, en 2014."
    )
    assert {"projet-sable.award.1", "mission-hiver-2014"} <= set(facts)


def test_a_figure_is_told_of_its_record(dune: Store) -> None:
    facts = {fact.id: fact for fact in why(dune, "antenne-dune")}
    assert facts["antenne-dune.figure.1"].doubts == ("planned",)


@pytest.mark.parametrize("name", ["port-dune", "Port-Dune"])
def test_a_place_tells_what_took_place_there(dune: Store, name: str) -> None:
    opening, *facts = why(dune, name)
    assert opening.kind == "place"
    assert opening.evidence
    assert opening.sentence.fr == (
        "Port-Dune (ville, Pays-Dune, depuis 1901) compte 1 mission ou projet, 1 accord signé sur"
        " place et 3 acteurs établis dans ces données."
    )
    assert {"session-dune-2", "accord-dune-2012"} <= {fact.id for fact in facts}


def test_a_larger_place_tells_what_took_place_within_it(dune: Store) -> None:
    assert {"session-dune-2", "accord-dune-2012"} <= ids(dune, "pays-dune")


def test_a_source_tells_how_many_rows_cite_it_and_the_first_facts(dune: Store) -> None:
    opening, *facts = why(dune, "bulletin-2019")
    assert (opening.kind, len(facts)) == ("source", 20)
    assert "is cited for 51 rows of data, 4 missions, 2 projects," in opening.sentence.en
    assert "The first 20 of " in opening.sentence.en
    assert all("bulletin-2019" in {piece.source for piece in fact.evidence} for fact in facts)


def test_a_source_that_little_cites_is_told_whole(dune: Store) -> None:
    opening, *facts = why(dune, "registre-2012")
    assert "The first" not in opening.sentence.en
    assert facts
