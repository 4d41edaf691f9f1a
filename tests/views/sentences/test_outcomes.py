"""Outcomes with a place, a day of announcement or a number of them; sessions with their number."""

import pytest
from tests.views.sentences.telling import PORT, record, shares

from coopgraph.views.model import Words
from coopgraph.views.sentences import tell

HAVEN = Words("Havre-Exemple", "Exemple Haven")
SOUTH = Words("Sud-Exemple", "South Exemple")

TOLD = {
    "announced on a day, for another": (
        record(
            "outcome",
            "creation",
            status="announced",
            announced_on="2019-09",
            related={"place": HAVEN, "city": HAVEN},
            edtf="2020",
        ),
        "Une création a été annoncée en septembre 2019 à Havre-Exemple, pour 2020.",
        "A creation was announced in September 2019 in Exemple Haven, for 2020.",
    ),
    "achieved, announced before, in a region": (
        record(
            "outcome",
            "contract",
            status="achieved",
            announced_on="2019-09-02",
            related={"place": SOUTH},
        ),
        "Un contrat a été conclu (Sud-Exemple) (annoncé le 2 septembre 2019).",
        "A contract was concluded in South Exemple (announced on 2 September 2019).",
    ),
    "several": (
        record("outcome", "contract", status="achieved", batch=True, count="3", edtf="2015"),
        "3 contrats ont été conclus en 2015.",
        "3 contracts were concluded in 2015.",
    ),
    "an unknown number, discussed": (
        record("outcome", "grant", status="in-discussion", batch=True),
        "Plusieurs subventions étaient en discussion.",
        "Several grants were under discussion.",
    ),
    "a town with an article": (
        record(
            "outcome",
            "event",
            status="achieved",
            related={"place": Words("Le Sable", "Le Sable"), "city": Words("Le Sable", "Le Sable")},
        ),
        "Un événement a eu lieu au Sable.",
        "An event took place in Le Sable.",
    ),
    "a numbered session": (
        record(
            "mission",
            "commission-session",
            shares=shares((PORT, "organiser")),
            number="62",
            status="completed",
        ),
        "La Ville de Port-Dune a organisé la 62e session de commission.",
        "The Port-Dune City Council organised the 62nd commission session.",
    ),
    "the first one of which nobody is named": (
        record("mission", "forum", number="1", status="unknown"),
        "Les sources parlent du 1er forum (état inconnu).",
        "The sources speak of the 1st forum (status unknown).",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_outcomes_and_sessions_are_told(name: str) -> None:
    particulars, french, english = TOLD[name]
    assert tell(particulars) == (french, english)
