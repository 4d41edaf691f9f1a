"""One sentence of each other kind of record, in each language, letter by letter."""

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
from coopgraph.views.sentences import SENTENCES, tell

TOLD = {
    "an agreement with a window and a term": (
        record(
            "agreement",
            "cooperation-agreement",
            title=Words("Accord des Dunes", "Dunes agreement"),
            shares=shares((PORT, "party"), (POLE, "party")),
            signed="[2010-04..2019-08-13]",
            in_force=("2012/2017",),
        ),
        "La Ville de Port-Dune et le Technopôle des Dunes ont signé un accord de coopération,"
        " « Accord des Dunes », un jour entre avril 2010 et le 13 août 2019, en vigueur de 2012 à"
        " 2017.",
        "The Port-Dune City Council and Technopôle des Dunes signed a cooperation agreement, “Dunes"
        " agreement”, on some day between April 2010 and 13 August 2019, in force from 2012 to"
        " 2017.",
    ),
    "an agreement in principle": (
        record(
            "agreement",
            "plan",
            status="agreed-in-principle",
            status_as_of="2019-10-01",
            shares=shares((PORT, "party"), (OASIS, "party")),
        ),
        "La Ville de Port-Dune et Oasis & Filles ont convenu du principe d’un plan d’action (au 1er"
        " octobre 2019).",
        "The Port-Dune City Council and Oasis & Filles agreed in principle on a plan of action (as"
        " of 1 October 2019).",
    ),
    "a batch of agreements without parties": (
        record("agreement", "convention", signed="2013", batch=True, count="3"),
        "3 conventions ont été signées en 2013.",
        "3 conventions were signed in 2013.",
    ),
    "a signature": (
        record(
            "signature",
            role_title=Words("directrice", "director"),
            related={"agreement": Words("Accord des Dunes", "Dunes agreement")},
            shares=shares((ADA, "person"), (POLE, "behalf")),
            signed="2012-03-05",
        ),
        "Ada Exemple (directrice) a signé « Accord des Dunes » pour le Technopôle des Dunes le 5"
        " mars 2012.",
        "Ada Exemple (director) signed “Dunes agreement” for Technopôle des Dunes on 5 March 2012.",
    ),
    "a fund": (
        record(
            "programme",
            "fund",
            title=Words("Fonds des Dunes", "Dunes fund"),
            shares=shares((NAVY, "operator")),
            edtf="[..2018-11]",
            inferred=frozenset({"when"}),
        ),
        "« Fonds des Dunes » est un fonds géré par la Marine des Dunes, au plus tard en novembre"
        " 2018 (jour inconnu, date déduite).",
        "“Dunes fund” is a fund run by the Dunes Navy, no later than November 2018 (day unknown,"
        " date inferred).",
    ),
    "an award": (
        record(
            "award",
            "committed",
            edtf="2014",
            amount="12000.5",
            currency="CAD",
            currency_certain=False,
            shares=shares((NAVY, "funder"), (POLE, "recipient")),
            related={"programme": Words("Appel", "Call"), "activity": SAND},
        ),
        "La Marine des Dunes, au titre de « Appel », a engagé une aide de 12 000,50 CAD au"
        " Technopôle des Dunes pour « Projet Sable », en 2014 (monnaie incertaine).",
        "The Dunes Navy, under “Call”, committed an award of CAD 12,000.50 to Technopôle des Dunes"
        " for “Sand project”, in 2014 (currency uncertain).",
    ),
    "an office, attested": (
        record(
            "role",
            role_title=Words("Adjointe", "Deputy mayor"),
            shares=shares((ADA, "person"), (PORT, "organisation")),
            attested=("2012-03-05", "2014"),
        ),
        "Ada Exemple exerçait la fonction d’adjointe au sein de la Ville de Port-Dune (attesté le 5"
        " mars 2012 et en 2014).",
        "Ada Exemple was deputy mayor of the Port-Dune City Council (attested on 5 March 2012 and"
        " in 2014).",
    ),
    "an office, still held": (
        record(
            "role",
            role_title=Words("directrice", "director"),
            shares=shares((ADA, "person"), (OASIS, "organisation")),
            edtf="2010/..",
        ),
        "Ada Exemple exerce la fonction de directrice au sein d’Oasis & Filles depuis 2010.",
        "Ada Exemple has been director of Oasis & Filles since 2010.",
    ),
    "an outcome, achieved": (
        record(
            "outcome",
            "contract",
            title=Words("Premier contrat", "First contract"),
            status="achieved",
            edtf="[2018-09..2019-08-13]",
            shares=shares((OASIS, "beneficiary")),
            related={"origin": WHOLE},
        ),
        "Un contrat, « Premier contrat », a été conclu pour Oasis & Filles, à la suite de « Mission"
        " d’hiver », un jour entre septembre 2018 et le 13 août 2019.",
        "A contract, “First contract”, was concluded for Oasis & Filles, after “Winter mission”, on"
        " some day between September 2018 and 13 August 2019.",
    ),
    "an outcome, not achieved": (
        record(
            "outcome",
            "publication",
            status="not-achieved",
            status_as_of="2019-08-13",
            shares=shares((POLE, "beneficiary")),
        ),
        "Aucune publication n’a paru pour le Technopôle des Dunes (au 13 août 2019).",
        "No publication came out for Technopôle des Dunes (as of 13 August 2019).",
    ),
    "an outcome, in discussion": (
        record(
            "outcome",
            "partnership",
            title=Words("Phare", "Lighthouse"),
            status="in-discussion",
            status_as_of="2015-03-20",
            shares=shares((OASIS, "beneficiary"), (ACTORS, "beneficiary")),
        ),
        "Un partenariat, « Phare », était en discussion pour Oasis & Filles et les Acteurs"
        " économiques des Dunes (au 20 mars 2015).",
        "A partnership, “Lighthouse”, was under discussion for Oasis & Filles and Unnamed economic"
        " actors of the Dunes (as of 20 March 2015).",
    ),
    "an outcome, announced": (
        record("outcome", "creation", status="announced", edtf="2020", status_as_of="2019-10-01"),
        "Une création était annoncée pour 2020 (au 1er octobre 2019).",
        "A creation was announced for 2020 (as of 1 October 2019).",
    ),
    "a relation": (
        record(
            "relation",
            "hosted-by",
            label=Words("est hébergé par", "is hosted by"),
            shares=shares((NAVY, "subject"), (POLE, "object")),
            edtf="[..2019-08-13]",
        ),
        "La Marine des Dunes est hébergée par le Technopôle des Dunes, au plus tard le 13 août 2019"
        " (jour inconnu).",
        "The Dunes Navy is hosted by Technopôle des Dunes, no later than 13 August 2019 (day"
        " unknown).",
    ),
    "a relation whose verb ends in de": (
        record(
            "relation",
            "partner-of",
            label=Words("est partenaire de", "is a partner of"),
            shares=shares((OASIS, "subject"), (POLE, "object")),
            contested=True,
        ),
        "Oasis & Filles est partenaire du Technopôle des Dunes (les sources divergent).",
        "Oasis & Filles is a partner of Technopôle des Dunes (sources disagree).",
    ),
    "a sequence": (
        record(
            "sequence",
            "followed-by",
            label=Words("a été suivi de", "was followed by"),
            shares=(
                Share(WHOLE, "subject", is_actor=False),
                Share(SAND, "object", is_actor=False),
            ),
        ),
        "« Mission d’hiver » a précédé « Projet Sable ».",
        "“Winter mission” came before “Sand project”.",
    ),
    "a succession": (
        record(
            "succession",
            "renamed",
            edtf="2016-01-01",
            shares=shares((POLE, "former"), (OASIS, "latter")),
        ),
        "Le Technopôle des Dunes a pris le nom d’Oasis & Filles le 1er janvier 2016.",
        "Technopôle des Dunes took the name Oasis & Filles on 1 January 2016.",
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


def test_every_kind_of_record_is_told_here_or_in_the_tests_beside() -> None:
    told = {particulars.kind for particulars, _, _ in TOLD.values()}
    assert told | {"mission", "project", "budget", "figure"} == set(SENTENCES)
