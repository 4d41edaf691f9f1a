"""Spellings of one name that must agree, and names that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.intake.matching.normal import fold, initials, normalise, normalise_url

SAME = [
    ("Ville de Dune", "Mairie de Dune"),
    ("Ville de Dune", "Municipalité de DUNE"),
    ("Ville de Dune", "Commune de Dune"),
    ("Ville d’Exemple", "Ville d'Exemple"),
    ("Commune du Sablier", "Le Sablier (commune)"),
    ("Saint-Dune", "St-Dune"),
    ("Sainte-Dune", "Ste Dune"),
    ("Région Dune", "Conseil régional de la Dune"),
    ("Département des Dunes", "Conseil départemental des Dunes"),
    ("Ministère de l'Œuvre", "MINISTÈRE DE L’OEUVRE"),
    ("Université de Dune-Occidentale", "Université de Dune occidentale"),
    ("Technopôle des Dunes", "Technopole de Dunes"),
    ("5e plan d'action", "Cinquième plan d’action"),
    ("XIe rencontre", "11e Rencontre"),
    ("First workshop", "1st workshop"),
    ("Exemple & Filles inc.", "Exemple et filles"),
]
DIFFERENT = [
    ("Ville de Dune", "Métropole de Dune"),
    ("Ville de Dune", "Communauté urbaine de Dune"),
    ("Ville de Dune", "Dune Métropole"),
    ("Ville de Dune", "Grand Dune"),
    ("Ville de Dune", "MRC de Dune"),
    ("Ville de Dune", "Région de Dune"),
    ("Université Dune", "Dune"),
    ("Consulat général à Dune", "Délégation générale à Dune"),
    ("Ministère de l’Œuvre (France)", "Ministère de l’Œuvre (Québec)"),
    ("7e session", "8e session"),
    ("Assises 2031", "Assises 2033"),
    ("Première rencontre", "Deuxième rencontre"),
    ("Municipalité de Dune", "Municipalité régionale de comté de Dune"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_agree(a: str, b: str) -> None:
    assert normalise(a).identity == normalise(b).identity


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_things_do_not_agree(a: str, b: str) -> None:
    assert normalise(a).identity != normalise(b).identity


def test_a_prime_minister_is_no_first_thing() -> None:
    assert normalise("Rencontre des premiers ministres").numbers == frozenset()
    assert normalise("Première rencontre des ministres").numbers == {"1"}


def test_acronyms_come_from_brackets_and_capitals() -> None:
    assert normalise("Technopole maritime (T.M.D.)").acronyms == {"tmd"}
    assert normalise("Entente ABC – Dune").acronyms == {"abc"}
    assert initials(normalise("Université de la Dune à l’Exemple")) == "ude"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://www.example.org/a/", "http://example.org/a#top", True),
        ("https://example.org/a?utm_source=x&id=7", "https://example.org/a?id=7", True),
        ("https://example.org/a/amp", "https://example.org/a", True),
        (
            "https://web.archive.org/web/20160921/http://example.org/a",
            "https://example.org/a",
            True,
        ),
        ("https://example.org/a?id=7", "https://example.org/a?id=8", False),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/A", "https://example.org/a", False),
    ],
)
def test_addresses_of_one_page_agree(a: str, b: str, same: bool) -> None:
    assert (normalise_url(a) == normalise_url(b)) is same


@given(st.text(max_size=60))
def test_folding_and_taking_apart_never_fail_and_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert normalise(text) == normalise(text)
