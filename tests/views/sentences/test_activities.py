"""Sentences on missions and projects, in each language, letter by letter."""

import pytest
from tests.views.sentences.telling import (
    ACTORS,
    ADA,
    NAVY,
    OASIS,
    POLE,
    PORT,
    SAND,
    WHOLE,
    record,
    shares,
)

from coopgraph.views.model import Words
from coopgraph.views.particulars import Share
from coopgraph.views.sentences import tell

TOLD = {
    "a mission, with a supporter and an inferred date": (
        record(
            "mission",
            "prospecting-mission",
            edtf="2010-04",
            shares=shares((PORT, "organiser"), (NAVY, "supporter")),
            inferred=frozenset({"when"}),
        ),
        "La Ville de Port-Dune a organisé une mission de prospection, avec le soutien de la Marine"
        " des Dunes, en avril 2010 (date déduite).",
        "The Port-Dune City Council organised a prospecting mission, supported by the Dunes Navy,"
        " in April 2010 (date inferred).",
    ),
    "a mission hosted for somebody, organisers inferred": (
        record(
            "mission",
            "soft-landing",
            edtf="2018-23",
            shares=(
                Share(POLE, "organiser", inferred=True),
                Share(PORT, "organiser", inferred=True),
                Share(NAVY, "host"),
                Share(OASIS, "beneficiary"),
                Share(ADA, "speaker", Words("conférencière", "speaker")),
            ),
        ),
        "Le Technopôle des Dunes et la Ville de Port-Dune ont organisé un soft landing, accueilli"
        " par la Marine des Dunes, au bénéfice d’Oasis & Filles, avec la participation d’Ada"
        " Exemple (conférencière), à l’automne 2018 (organisateurs déduits).",
        "Technopôle des Dunes and the Port-Dune City Council organised a soft-landing operation,"
        " hosted by the Dunes Navy, for the benefit of Oasis & Filles, with Ada Exemple (speaker)"
        " taking part, in autumn 2018 (organisers inferred).",
    ),
    "a part of a whole": (
        record(
            "mission",
            "soft-landing",
            edtf="2018-24",
            shares=shares((OASIS, "beneficiary")),
            related={"whole": WHOLE},
        ),
        "Oasis & Filles a bénéficié d’un soft landing, partie de « Mission d’hiver », à l’hiver"
        " 2018-2019.",
        "Oasis & Filles benefited from a soft-landing operation, part of “Winter mission”, in"
        " winter 2018-2019.",
    ),
    "several took part, one of them many": (
        record(
            "mission",
            "exchange",
            edtf="2016",
            shares=shares((ACTORS, "participant")),
        ),
        "Les Acteurs économiques des Dunes ont pris part à un échange en 2016.",
        "Unnamed economic actors of the Dunes took part in an exchange in 2016.",
    ),
    "planned, by somebody": (
        record(
            "mission",
            "collective-mission",
            edtf="2021",
            status="planned",
            status_as_of="2019-10-01",
            shares=shares((PORT, "organiser")),
        ),
        "La Ville de Port-Dune prévoyait d’organiser une mission collective en 2021 (au 1er octobre"
        " 2019).",
        "The Port-Dune City Council planned to organise a collective mission in 2021 (as of 1"
        " October 2019).",
    ),
    "a planned batch, by nobody": (
        record(
            "mission",
            "collective-mission",
            edtf="2020",
            status="planned",
            status_as_of="2019-08-13",
            batch=True,
            title=Words("Missions vers les Dunes", "Missions to the Dunes"),
        ),
        "Plusieurs missions collectives, « Missions vers les Dunes », étaient prévues en 2020 (au"
        " 13 août 2019).",
        "Several collective missions, “Missions to the Dunes”, were planned for 2020 (as of 13"
        " August 2019).",
    ),
    "cancelled": (
        record(
            "mission",
            "commission-session",
            edtf="2016-05",
            status="cancelled",
            status_as_of="2019-10-01",
            shares=shares((POLE, "organiser")),
        ),
        "Le Technopôle des Dunes devait organiser une session de commission en mai 2016, qui a été"
        " annulée (au 1er octobre 2019).",
        "Technopôle des Dunes was to organise a commission session in May 2016, which was cancelled"
        " (as of 1 October 2019).",
    ),
    "a kind that no table knows": (
        record(
            "mission", "retreat", label=Words("retraite", "retreat"), shares=shares((OASIS, "lead"))
        ),
        "Oasis & Filles a organisé une activité (retraite).",
        "Oasis & Filles organised an activity (retreat).",
    ),
    "a project with an open end": (
        record(
            "project",
            title=SAND,
            edtf="2010-04/..",
            status="ongoing",
            status_as_of="2019-08-13",
            shares=shares((PORT, "partner"), (POLE, "partner")),
        ),
        "La Ville de Port-Dune et le Technopôle des Dunes mènent ensemble le projet « Projet"
        " Sable » depuis avril 2010 (en cours au 13 août 2019).",
        "The Port-Dune City Council and Technopôle des Dunes have been carrying out the project"
        " “Sand project” together since April 2010 (ongoing on 13 August 2019).",
    ),
    "projects of which nothing is known": (
        record("project", title=SAND, status="unknown", status_as_of="2019-08-13", batch=True),
        "Les sources parlent de plusieurs projets, « Projet Sable » (état inconnu au 13 août"
        " 2019).",
        "The sources speak of several projects, “Sand project” (status unknown on 13 August 2019).",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_sentence_is_right_letter_by_letter(name: str) -> None:
    particulars, french, english = TOLD[name]
    told = tell(particulars)
    assert told.fr.replace("\u00a0", " ") == french
    assert told.en.replace("\u00a0", " ") == english


@pytest.mark.parametrize("name", TOLD)
def test_french_marks_keep_their_no_break_space(name: str) -> None:
    told = tell(TOLD[name][0]).fr
    assert "« " not in told
    assert " »" not in told
