"""How an agreement came about: signed, issued, by letters, or agreed in principle and no more."""

import pytest
from tests.views.sentences.telling import ADA, POLE, PORT, record, shares

from coopgraph.views.facts import doubts_of
from coopgraph.views.model import Words
from coopgraph.views.sentences import tell

PARTIES = shares((PORT, "party"), (POLE, "party"))
TITLE = Words("Texte des Dunes", "Dunes text")

TOLD = {
    "letters": (
        record("agreement", "entente", shares=PARTIES, signed="2012", signing="exchanged-letters"),
        "La Ville de Port-Dune et le Technopôle des Dunes ont conclu une entente par échange de"
        " lettres en 2012.",
        "The Port-Dune City Council and Technopôle des Dunes concluded an entente by an exchange of"
        " letters in 2012.",
    ),
    "letters of nobody named": (
        record("agreement", "entente", title=TITLE, signing="exchanged-letters"),
        "Une entente, « Texte des Dunes », a été conclue par échange de lettres.",
        "An entente, “Dunes text”, was concluded by an exchange of letters.",
    ),
    "issued by one": (
        record("agreement", "declaration", shares=PARTIES[:1], signed="2012", signing="issued"),
        "La Ville de Port-Dune a rendu publique une déclaration en 2012.",
        "The Port-Dune City Council issued a declaration in 2012.",
    ),
    "issued, with several bound": (
        record("agreement", "plan", title=TITLE, shares=PARTIES, signed="2012", signing="issued"),
        "Un plan d’action, « Texte des Dunes », qui lie la Ville de Port-Dune et le Technopôle des"
        " Dunes, a été rendu public en 2012.",
        "A plan of action, “Dunes text”, which binds the Port-Dune City Council and Technopôle des"
        " Dunes, was issued in 2012.",
    ),
    "a batch that was issued": (
        record("agreement", "convention", signed="2013", signing="issued", batch=True, count="3"),
        "3 conventions ont été rendues publiques en 2013.",
        "3 conventions were issued in 2013.",
    ),
    "in principle only": (
        record("agreement", "plan", shares=PARTIES, signed="2012", signing="agreed-in-principle"),
        "La Ville de Port-Dune et le Technopôle des Dunes ont convenu du principe d’un plan"
        " d’action en 2012.",
        "The Port-Dune City Council and Technopôle des Dunes agreed in principle on a plan of"
        " action in 2012.",
    ),
    "in principle, by nobody named": (
        record("agreement", "entente", signed="2012", signing="agreed-in-principle"),
        "Une entente a été convenue en principe en 2012.",
        "An entente was agreed in principle in 2012.",
    ),
    "in principle first, then signed": (
        record("agreement", "entente", signed="2012", signing="signed", agreed_on=("2011-05",)),
        "Une entente a été signée en 2012 (accord de principe en mai 2011).",
        "An entente was signed in 2012 (agreed in principle in May 2011).",
    ),
    "one who issued": (
        record(
            "signature",
            shares=shares((ADA, "person")),
            related={"agreement": TITLE},
            signing="issued",
        ),
        "Ada Exemple a rendu public le texte « Texte des Dunes ».",
        "Ada Exemple issued “Dunes text”.",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_only_what_was_signed_is_told_as_signed(name: str) -> None:
    particulars, french, english = TOLD[name]
    told = tell(particulars)
    assert told.fr.replace("\N{NO-BREAK SPACE}", " ") == french
    assert told.en == english


def test_what_is_agreed_in_principle_is_planned() -> None:
    by_signing, *_ = TOLD["in principle only"]
    assert doubts_of(by_signing) == ("planned",)
    signed, *_ = TOLD["in principle first, then signed"]
    assert doubts_of(signed) == ()
