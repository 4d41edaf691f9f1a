"""Money and figures in words: kinds, qualifiers, periods, sides, in each language."""

import pytest
from tests.views.sentences.telling import OASIS, POLE, PORT, SAND, record, shares

from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars, Share
from coopgraph.views.sentences import tell
from coopgraph.views.sentences.amounts import PERIODS, QUALIFIERS
from coopgraph.vocabulary import read_schemes

FUND = Words("Fonds des Dunes", "Dunes fund")
OF_SAND = Share(SAND, "about", is_actor=False)
OF_FUND = Share(FUND, "about", is_actor=False)


def money(concept: str, *of: Share, **more: object) -> Particulars:
    return record("budget", concept, shares=of, amount="200000", currency="EUR", **more)  # type: ignore[arg-type]  # checked by the dataclass


def count(*of: Share, **more: object) -> Particulars:
    return record("figure", shares=of, **more)  # type: ignore[arg-type]  # checked by the dataclass


def told(particulars: Particulars) -> tuple[str, str]:
    french, english = tell(particulars)
    return french.replace("\N{NO-BREAK SPACE}", " "), english.replace("\N{NO-BREAK SPACE}", " ")


TOLD = {
    "a fund each year, on one side": (
        money("budget", OF_FUND, qualifier="approximate", per="year", side="france", edtf="2014"),
        "Le Fonds des Dunes disposait d’environ 200 000 EUR par an, côté français, en 2014.",
        "“Dunes fund” had about EUR 200,000 a year, on the French side, in 2014.",
    ),
    "a budget with a funder": (
        money("budget", OF_SAND, *shares((PORT, "funder"))),
        "La Ville de Port-Dune a réservé 200 000 EUR pour « Projet Sable ».",
        "The Port-Dune City Council set aside EUR 200,000 for “Sand project”.",
    ),
    "a budget of a project": (
        money("budget", OF_SAND, qualifier="at-most"),
        "Le budget de « Projet Sable » était d’au plus 200 000 EUR.",
        "The budget of “Sand project” was at most EUR 200,000.",
    ),
    "a cost that is part of another": (
        money("cost", OF_SAND, part_of_total=True),
        "Le coût de « Projet Sable » était de 200 000 EUR (part d’un total donné par ailleurs).",
        "The cost of “Sand project” was EUR 200,000 (part of a given total).",
    ),
    "the value of a contract": (
        money("value", Share(Words("Contrat", "Contract"), "about", is_actor=False)),
        "La valeur de « Contrat » était de 200 000 EUR.",
        "“Contract” was worth EUR 200,000.",
    ),
    "a loan to a body": (
        money("loan", *shares((POLE, "about"), (PORT, "funder")), currency_certain=False),
        "La Ville de Port-Dune a accordé un prêt de 200 000 EUR au Technopôle des Dunes"
        " (monnaie incertaine).",
        "The Port-Dune City Council granted a loan of EUR 200,000 to Technopôle des Dunes"
        " (currency uncertain).",
    ),
    "money that was asked for": (
        money("requested", OF_SAND, *shares((POLE, "funder"))),
        "Une somme de 200 000 EUR a été demandée au Technopôle des Dunes pour « Projet Sable ».",
        "EUR 200,000 was requested from Technopôle des Dunes for “Sand project”.",
    ),
    "money announced for a relation, which has no title": (
        money("announced", Share(Words("", ""), "about", is_actor=False)),
        "Une somme de 200 000 EUR a été annoncée pour une relation.",
        "EUR 200,000 was announced for a relation.",
    ),
    "a kind that a historian added": (
        money("gift-of-sand", OF_SAND),
        "Une somme de 200 000 EUR concerne « Projet Sable ».",
        "EUR 200,000 concerns “Sand project”.",
    ),
    "an award of about so much, within a total": (
        record(
            "award",
            shares=shares((PORT, "funder"), (OASIS, "recipient")),
            amount="12000",
            currency="CAD",
            qualifier="approximate",
            part_of_total=True,
        ),
        "La Ville de Port-Dune a accordé une aide d’environ 12 000 CAD à Oasis & Filles"
        " (part d’un total donné par ailleurs).",
        "The Port-Dune City Council gave an award of about CAD 12,000 to Oasis & Filles"
        " (part of a given total).",
    ),
    "a count of people": (
        count(
            OF_SAND,
            measure=Words("participants", "participants"),
            value="1200",
            unit="persons",
            qualifier="at-least",
            edtf="2014-12-10",
        ),
        "Chiffre donné pour « Projet Sable », le 10 décembre 2014 : au moins 1 200 participants.",
        "Figure given for “Sand project”, on 10 December 2014: at least 1,200 participants.",
    ),
    "a figure that was foretold, in one language": (
        count(
            *shares((POLE, "about")),
            measure=Words("", "jobs in the Dunes"),
            value="30",
            announced=True,
            side="quebec",
        ),
        "Chiffre annoncé pour le Technopôle des Dunes, côté québécois : 30 « jobs in the Dunes ».",
        "Figure announced for Technopôle des Dunes, on the Québec side: 30 jobs in the Dunes.",
    ),
    "a running total": (
        count(OF_FUND, measure=Words("projets", "projects"), value="7", qualifier="since-start"),
        "Chiffre donné pour le Fonds des Dunes : 7 projets depuis l’origine.",
        "Figure given for “Dunes fund”: 7 projects since the start.",
    ),
    "a size with its unit": (
        count(OF_SAND, measure=Words("surface", "area"), value="12.5", unit="ha"),
        "Chiffre donné pour « Projet Sable » : surface, 12,5 ha.",
        "Figure given for “Sand project”: area, 12.5 ha.",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_money_and_figures_are_told(name: str) -> None:
    particulars, french, english = TOLD[name]
    assert told(particulars) == (french, english)


def test_every_kind_of_money_has_words_of_its_own() -> None:
    both = (OF_SAND, *shares((PORT, "funder")))
    for giving in ((OF_SAND,), both):
        plain = [told(money(kind, *giving)) for kind in sorted(read_schemes()["money-kind"])]
        assert len(set(plain)) == len(plain)
        assert all("concern" not in fr + en and "apporté 200" not in fr for fr, en in plain)


def test_every_qualifier_and_period_has_words() -> None:
    assert set(QUALIFIERS) == set(read_schemes()["figure-qualifier"])
    assert set(PERIODS) == set(read_schemes()["budget-period"])


def test_what_a_historian_adds_is_told_by_its_id() -> None:
    french, english = told(money("cost", OF_SAND, qualifier="rounded", per="season"))
    assert french == "Le coût de « Projet Sable » était de 200 000 EUR (rounded) (season)."
    assert english == "The cost of “Sand project” was EUR 200,000 (rounded) (season)."
