"""What the score says of pairs that are one thing, and of pairs that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.matching.conftest import Cells, Compare

from coopgraph.intake.matching import DOUBT, SURE, Entity, Label, Profiles, score_pair

TOWN = {"kind": "local-authority", "side": "quebec"}
BODY = {"kind": "association", "side": "quebec"}
PERSON = {"kind": "person", "side": "france"}


def named(name: str, **cells: str) -> Cells:
    return {"name_fr": name, **cells}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (named("Ville de Saint-Dune", **TOWN), named("Mairie de St-Dune", **TOWN)),
        (named("Technopôle des Dunes", **BODY), named("Technopole des dunes", **BODY)),
        (named("Institut du Sable d’Or", **BODY), named("Institut du sable d'or", **BODY)),
    ],
)
def test_one_body_under_two_spellings_is_sure(
    compare: Compare, first: Cells, second: Cells
) -> None:
    assert compare("actors", first, second).score >= SURE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (named("Ville de Dune", **TOWN), named("Métropole de Dune", **TOWN)),
        (named("Ville de Dune", **TOWN), named("MRC de Dune", **TOWN)),
        (named("Ville de Dune", **TOWN), named("Ville de Dune", **TOWN | {"side": "france"})),
        (
            named("Université Dune", kind="university", side="quebec"),
            named("Ville de Dune", **TOWN),
        ),
        (
            named("Communauté métropolitaine de Moulin (CMM)", **TOWN),
            named("Campus mondial de la marée (CMM)", **BODY),
        ),
        (
            named("Fonds du sable – Santé", **BODY),
            named("Fonds du sable – Société et culture", **BODY),
        ),
        (named("Ada Exemple", **PERSON), named("Léo Exemple", **PERSON)),
        (named("Ada Exemple", **PERSON), named("Exemple", **BODY | {"side": "france"})),
        (
            named("Ville de Dune", existence="../2001", **TOWN),
            named("Ville de Dune", existence="2015/..", **TOWN),
        ),
    ],
)
def test_bodies_that_only_look_alike_are_never_sure(
    compare: Compare, first: Cells, second: Cells
) -> None:
    assert compare("actors", first, second).score < SURE


def test_homonym_towns_are_left_alone(compare: Compare) -> None:
    first = {"kind": "city", "name_fr": "Saint-Dune", "side": "france", "within": "france"}
    second = first | {"side": "quebec", "within": "quebec"}
    assert compare("places", first, second).score < DOUBT


def test_the_name_of_a_person_alone_is_a_doubt_and_an_office_settles_it(compare: Compare) -> None:
    ada = named("Ada Exemple", **PERSON)
    offices = [
        {"id": f"office-{key}", "person": key, "organisation": "foule-1"} for key in ("a", "b")
    ]
    assert DOUBT <= compare("actors", ada, ada).score < SURE
    assert compare("actors", ada, ada, roles=offices).score >= SURE


def test_editions_and_days_tell_works_apart(compare: Compare) -> None:
    meeting = {"kind": "summit", "title_fr": "7e rencontre des Dunes", "when": "2031-03-06"}
    assert compare("missions", meeting, meeting).score >= SURE
    other = meeting | {"title_fr": "8e rencontre des Dunes"}
    assert compare("missions", meeting, other).score < DOUBT
    later = meeting | {"title_fr": "Rencontre des Dunes", "when": "2035-03-06"}
    assert compare("missions", meeting, later).score < DOUBT


def test_a_part_is_not_its_whole(compare: Compare) -> None:
    whole = {"kind": "summit", "title_fr": "Rencontre des Dunes", "when": "2031-03-06"}
    scored = compare("missions", whole, whole | {"part_of": "a"})
    assert scored.score < DOUBT
    assert "one is a part of the other" in [piece.reason_en for piece in scored.reasons]


def test_circumstances_without_a_name_do_not_decide(compare: Compare) -> None:
    visit = {"kind": "official-visit", "title_fr": "Visite du sablier", "when": "2031-03-06"}
    dinner = visit | {"title_fr": "Dîner chez Exemple"}
    links = [
        {"id": f"{key}{n}", "activity": key, "actor": f"foule-{n}"}
        for key in ("a", "b")
        for n in range(3)
    ]
    venues = [{"id": f"v{key}", "activity": key, "place": "port-dune"} for key in ("a", "b")]
    assert compare("missions", visit, dinner, participations=links, venues=venues).score < SURE


def test_two_ids_in_one_file_speak_against(compare: Compare) -> None:
    town = named("Ville de Dune", **TOWN)
    imports = [{"id": key, "origin": "gazette", "record": key} for key in ("a", "b")]
    assert compare("actors", town, town, imports=imports).score < SURE


def test_one_address_is_one_source_and_a_copy_elsewhere_is_another(compare: Compare) -> None:
    text = {"title": "Des nouvelles", "publisher": "Gazette", "published": "2031-08-13"}
    here = text | {"url": "https://example.org/1"}
    assert compare("sources", here, here | {"title": "Nouvelles"}).score >= SURE
    copy = text | {"url": "https://example.net/9", "publisher": "Bulletin"}
    assert compare("sources", here, copy).score < SURE


def test_every_reason_speaks_both_languages_and_the_weightiest_comes_first(
    compare: Compare,
) -> None:
    scored = compare("actors", named("Ville de Dune", **TOWN), named("MRC de Dune", **TOWN))
    weights = [abs(piece.weight) for piece in scored.reasons]
    assert weights == sorted(weights, reverse=True)
    assert scored.reasons[0].reason_fr.startswith("genres d’organisme différents")
    assert scored.reasons[0].reason_en.startswith("different kinds of body")


WORDS = st.sampled_from(["Dune", "Port", "Sablier", "Ville de", "MRC de", "7e", "2031", "(ABC)"])
DATES = st.lists(st.sampled_from(["2031", "2031-04", "[2010..2012]", "2001/..", "?"]), max_size=2)


@st.composite
def entities(draw: st.DrawFn, key: str) -> Entity:
    table = draw(st.sampled_from(["actors", "places", "agreements", "missions", "sources"]))
    texts = draw(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=2))
    return Entity(
        id=key,
        table=table,
        labels=tuple(Label(" ".join(words), "preferred") for words in texts),
        kind=draw(st.sampled_from(["", "person", "summit", "city"])),
        side=draw(st.sampled_from(["", "quebec", "france", "other"])),
        dates=tuple(draw(DATES)),
        parties=tuple(draw(st.lists(st.sampled_from(["x", "y", "z"]), max_size=3))),
        url=draw(st.sampled_from(["", "https://example.org/1", "https://example.org/2"])),
    )


@given(entities("a"), entities("b"))
def test_the_score_is_symmetric_and_lies_between_0_and_1(a: Entity, b: Entity) -> None:
    known = Profiles([a, b])
    one, other = known.profile(a), known.profile(b)
    assert score_pair(one, other, known) == score_pair(other, one, known)
    assert 0.0 <= score_pair(one, other, known).score <= 1.0


@pytest.mark.parametrize("table", ["actors", "places", "agreements", "missions", "programmes"])
def test_records_that_are_equal_in_all_that_is_known_score_1(table: str) -> None:
    def make(key: str) -> Entity:
        return Entity(
            key,
            table,
            (Label("Rencontre des sabliers de Dune", "preferred"),),
            kind="other",
            side="quebec",
            dates=("2031-04-05",),
            parties=("x", "y"),
            places=("port-dune",),
        )

    known = Profiles([make("a"), make("b")])
    a, b = map(known.profile, known.entities)
    assert score_pair(a, b, known).score == 1.0
