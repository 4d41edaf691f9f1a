"""Title, places and tense of an activity, in each language, letter by letter."""

from dataclasses import replace

import pytest
from tests.views.sentences.telling import NAVY, OASIS, POLE, PORT, SAND, WHOLE, record, shares

from coopgraph.network.rows import Bounds
from coopgraph.views.facts import doubts_of
from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars, Share
from coopgraph.views.sentences import tell

TITLE = Words("De Dune à Havre", "From Dune to Haven")
DUNE = Share(Words("Le Dune (ville)", "Dune City"), "venue-city", is_actor=False)
HAVEN = Share(Words("Havre-Exemple", "Haven"), "venue-city", is_actor=False)
SHORE = Share(Words("Rive", "Shore"), "venue", inferred=True, is_actor=False)
ORGANISERS = shares((PORT, "organiser"), (POLE, "organiser"))
PLACES = (DUNE, HAVEN, SHORE)

TOLD = {
    "title and cities, then the whole and the date": (
        record(
            "mission",
            "working-visit",
            title=TITLE,
            edtf="2014",
            shares=(*ORGANISERS, DUNE, HAVEN, *shares((NAVY, "supporter"))),
            related={"whole": WHOLE},
        ),
        "La Ville de Port-Dune et le Technopôle des Dunes ont organisé une visite de travail,"
        " « De Dune à Havre », au Dune et à Havre-Exemple, avec le soutien de la Marine des Dunes,"
        " partie de « Mission d’hiver », en 2014.",
        "The Port-Dune City Council and Technopôle des Dunes organised a working visit, “From Dune"
        " to Haven”, in Dune City and Haven, supported by the Dunes Navy, part of “Winter mission”,"
        " in 2014.",
    ),
    "a place that is no city, inferred": (
        record(
            "mission",
            "forum",
            title=TITLE,
            edtf="2014",
            shares=(SHORE, *shares((OASIS, "speaker"))),
        ),
        "Oasis & Filles a pris part à un forum, « De Dune à Havre » (Rive), en 2014 (lieu déduit).",
        "Oasis & Filles took part in a forum, “From Dune to Haven”, in Shore, in 2014 (place"
        " inferred).",
    ),
    "places without a title, for one who benefits": (
        record(
            "mission", "soft-landing", edtf="2014", shares=(*shares((OASIS, "beneficiary")), DUNE)
        ),
        "Oasis & Filles a bénéficié d’un soft landing au Dune en 2014.",
        "Oasis & Filles benefited from a soft-landing operation in Dune City in 2014.",
    ),
    "of a series, with nobody": (
        record("mission", "forum", title=TITLE, number="1", edtf="2014", shares=(HAVEN,)),
        "Le 1er forum, « De Dune à Havre », a eu lieu à Havre-Exemple en 2014.",
        "The 1st forum, “From Dune to Haven”, took place in Haven in 2014.",
    ),
    "cancelled, with nobody": (
        record(
            "mission",
            "forum",
            title=TITLE,
            edtf="2014",
            shares=(HAVEN,),
            status="cancelled",
            status_as_of="2014-01-01",
        ),
        "Un forum, « De Dune à Havre », à Havre-Exemple, a été annulé en 2014 (au 1er janvier"
        " 2014).",
        "A forum, “From Dune to Haven”, in Haven, was cancelled in 2014 (as of 1 January 2014).",
    ),
    "a project keeps its title at the verb": (
        record("project", title=SAND, edtf="2014", shares=(*ORGANISERS, HAVEN)),
        "La Ville de Port-Dune et le Technopôle des Dunes ont mené ensemble le projet « Projet"
        " Sable » à Havre-Exemple en 2014.",
        "The Port-Dune City Council and Technopôle des Dunes carried out the project “Sand project”"
        " together in Haven in 2014.",
    ),
    "an organiser who hosts is named once, another host is named": (
        record("mission", "forum", shares=(*ORGANISERS, *shares((PORT, "host"), (NAVY, "host")))),
        "La Ville de Port-Dune et le Technopôle des Dunes ont organisé un forum, accueilli par la"
        " Marine des Dunes.",
        "The Port-Dune City Council and Technopôle des Dunes organised a forum, hosted by the Dunes"
        " Navy.",
    ),
    "doubt of both days is told once": (
        record(
            "mission",
            "forum",
            edtf="2014-05-08?/2014-05-09?",
            shares=ORGANISERS[:1],
            inferred=frozenset({"when"}),
        ),
        "La Ville de Port-Dune a organisé un forum du 8 mai 2014 au 9 mai 2014 (dates incertaines,"
        " date déduite).",
        "The Port-Dune City Council organised a forum from 8 May 2014 to 9 May 2014 (dates"
        " uncertain, date inferred).",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_sentence_is_right_letter_by_letter(name: str) -> None:
    particulars, french, english = TOLD[name]
    told = tell(particulars)
    assert told.fr.replace("\u00a0", " ") == french
    assert told.en.replace("\u00a0", " ") == english


def test_a_place_takes_no_part() -> None:
    alone = tell(record("mission", "forum", edtf="2014", shares=PLACES))
    assert alone.fr.startswith("Un forum a eu lieu au Dune et à Havre-Exemple (Rive) en 2014")
    assert doubts_of(record("mission", "forum", shares=PLACES)) == ("inferred",)


def going_on(edtf: str, end: str, day: str, *shares: Share) -> Particulars:
    found = record("mission", "forum", status="ongoing", status_as_of=day, shares=shares)
    return replace(found, bounds=Bounds(edtf, latest_end=end))


@pytest.mark.parametrize(
    ("day", "french", "english", "alone"),
    [
        ("2014-05-12", "a organisé", "organised", "a eu lieu"),
        ("2014-05-13", "a organisé", "organised", "a eu lieu"),
        ("2014-05-09", "organisait", "was organising", "était en cours"),
        ("", "organisait", "was organising", "était en cours"),
    ],
)
def test_what_has_an_end_is_told_in_the_past(
    day: str, french: str, english: str, alone: str
) -> None:
    dates = ("2014-05-08/2014-05-12", "2014-05-12", day)
    told = tell(going_on(*dates, *ORGANISERS[:1]))
    assert f"Port-Dune {french} un forum du 8 mai" in told.fr
    assert f"Council {english} a forum from 8 May" in told.en
    assert tell(going_on(*dates)).fr.startswith(f"Un forum {alone} du 8 mai")


def test_the_present_stands_where_no_end_is_known_and_with_its_day() -> None:
    assert tell(going_on("", "", "2014-05-09", *ORGANISERS)).fr.endswith(
        "organisent un forum (en cours au 9 mai 2014)."
    )
    assert (
        tell(going_on("", "", "2014-05-09")).en == "A forum is under way (ongoing on 9 May 2014)."
    )
