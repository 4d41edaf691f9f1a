"""Actors: persons and organisations, with a name in both languages."""

from collections.abc import Callable

import pytest

Loaded = Callable[..., set[str]]
ACTOR = "<id/actor/dune>"


@pytest.mark.parametrize(
    ("kind", "class_"),
    [("person", "Person"), ("company", "Organisation"), ("fund", "Organisation")],
)
def test_an_actor_is_a_person_or_an_organisation(loaded: Loaded, kind: str, class_: str) -> None:
    made = loaded("actors", id="dune", kind=kind, name_fr="Dune", name_en="Dune")
    types = {statement for statement in made if "rdf:type" in statement}
    assert types == {f"{ACTOR} <rdf:type> <coop:Actor>", f"{ACTOR} <rdf:type> <coop:{class_}>"}


def test_a_missing_english_name_is_the_french_one_and_says_so(loaded: Loaded) -> None:
    made = loaded("actors", id="dune", name_fr="Technopole")
    assert f'{ACTOR} <skos:prefLabel> "Technopole"@fr' in made
    assert f'{ACTOR} <skos:prefLabel> "Technopole"@en' in made
    assert f'{ACTOR} <coop:untranslated> "true"^^<xsd:boolean>' in made


def test_an_english_name_is_taken_as_it_is(loaded: Loaded) -> None:
    made = loaded("actors", id="dune", name_fr="Technopole", name_en="Technopole Park")
    assert f'{ACTOR} <skos:prefLabel> "Technopole"@en' not in made
    assert not any("untranslated" in statement for statement in made)


def test_existence_is_the_date_of_an_actor(loaded: Loaded) -> None:
    made = loaded("actors", id="dune", name_fr="D", existence="1999/2004")
    assert f'{ACTOR} <coop:when> "1999/2004"^^<edtf:EDTF>' in made
    assert f'{ACTOR} <coop:latestEnd> "2004-12-31"^^<xsd:date>' in made
    assert f"{ACTOR} <coop:dateMark> <scheme/date-mark/duration>" in made
