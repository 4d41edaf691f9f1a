"""The common nouns of sentences: each kind with its gender, its plural, its article in English.

Kinds are data: a kind that a historian adds has no line here, and is then named by its label after
a general word (« une activité (retraite) »). The test of the sentences compares these tables with
the kinds of the ontology.

>>> noun_of("mission", "prospecting-mission", Words("", "")).one_fr
'une mission de prospection'
>>> noun_of("mission", "retreat", Words("retraite", "retreat")).one_en
'an activity (retreat)'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AGREEMENTS", "MISSIONS", "OUTCOMES", "PROGRAMMES", "Noun", "noun_of"]


class Noun(NamedTuple):
    """A kind in words. `done_fr` and `done_en` are the verbs of an outcome that came about."""

    fr: str
    plural_fr: str
    en: str
    plural_en: str
    feminine: bool = False
    done_fr: str = ""
    done_en: str = ""

    @property
    def one_fr(self) -> str:
        """Return the noun with « un » or « une »."""
        return f"{'une' if self.feminine else 'un'} {self.fr}"

    @property
    def one_en(self) -> str:
        """Return the noun with "a" or "an"."""
        return f"{'an' if self.en[:1] in 'aeiou' else 'a'} {self.en}"

    @property
    def ending(self) -> str:
        """Return what a participle takes in French: "e" or nothing."""
        return "e" if self.feminine else ""


MISSIONS: Final[Mapping[str, Noun]] = {
    "official-visit": Noun(
        "visite officielle", "visites officielles", "official visit", "official visits", True
    ),
    "exchange": Noun("échange", "échanges", "exchange", "exchanges"),
    "conference": Noun("colloque", "colloques", "conference", "conferences"),
    "forum": Noun("forum", "forums", "forum", "forums"),
    "working-visit": Noun(
        "visite de travail", "visites de travail", "working visit", "working visits", True
    ),
    "collective-mission": Noun(
        *("mission collective", "missions collectives"),
        *("collective mission", "collective missions"),
        feminine=True,
    ),
    "commission-session": Noun(
        *("session de commission", "sessions de commission"),
        *("commission session", "commission sessions"),
        feminine=True,
    ),
    "summit": Noun("sommet", "sommets", "summit", "summits"),
    "soft-landing": Noun(
        "soft landing", "soft landings", "soft-landing operation", "soft-landing operations"
    ),
    "prospecting-mission": Noun(
        *("mission de prospection", "missions de prospection"),
        *("prospecting mission", "prospecting missions"),
        feminine=True,
    ),
    "residency": Noun("résidence", "résidences", "residency", "residencies", True),
    "board-meeting": Noun(
        "réunion du conseil", "réunions du conseil", "board meeting", "board meetings", True
    ),
    "ceremony": Noun("cérémonie", "cérémonies", "ceremony", "ceremonies", True),
    "exhibition": Noun("exposition", "expositions", "exhibition", "exhibitions", True),
}

AGREEMENTS: Final[Mapping[str, Noun]] = {
    "cooperation-agreement": Noun(
        *("accord de coopération", "accords de coopération"),
        *("cooperation agreement", "cooperation agreements"),
    ),
    "entente": Noun("entente", "ententes", "entente", "ententes", True),
    "twinning": Noun(
        "accord de jumelage", "accords de jumelage", "twinning agreement", "twinning agreements"
    ),
    "convention": Noun("convention", "conventions", "convention", "conventions", True),
    "declaration": Noun("déclaration", "déclarations", "declaration", "declarations", True),
    "plan": Noun("plan d’action", "plans d’action", "plan of action", "plans of action"),
    "letter-of-intent": Noun(
        "lettre d’intention", "lettres d’intention", "letter of intent", "letters of intent", True
    ),
    "memorandum": Noun(
        *("protocole d’entente", "protocoles d’entente"),
        *("memorandum of understanding", "memoranda of understanding"),
    ),
    "framework-agreement": Noun(
        "accord-cadre", "accords-cadres", "framework agreement", "framework agreements"
    ),
}


def _outcome(
    fr: str, plural_fr: str, en: str, verb: str, verb_en: str, *, feminine: bool = False
) -> Noun:
    return Noun(fr, plural_fr, en, f"{en}s", feminine, verb, verb_en)


OUTCOMES: Final[Mapping[str, Noun]] = {
    "event": _outcome("événement", "événements", "event", "a eu lieu", "took place"),
    "creation": _outcome(
        "création", "créations", "creation", "a eu lieu", "took place", feminine=True
    ),
    "agreement": _outcome("accord", "accords", "agreement", "a été conclu", "was concluded"),
    "interruption": _outcome(
        "interruption", "interruptions", "interruption", "a eu lieu", "occurred", feminine=True
    ),
    "partnership": _outcome(
        "partenariat", "partenariats", "partnership", "a été conclu", "was concluded"
    ),
    "contract": _outcome("contrat", "contrats", "contract", "a été conclu", "was concluded"),
    "publication": _outcome(
        "publication", "publications", "publication", "a paru", "came out", feminine=True
    ),
    "product": _outcome("produit", "produits", "product", "a vu le jour", "was brought out"),
    "tender-won": _outcome(
        "appel d’offres", "appels d’offres", "tender", "a été remporté", "was won"
    ),
    "prize": _outcome("prix", "prix", "prize", "a été décerné", "was given"),
    "label": _outcome("label", "labels", "label", "a été décerné", "was given"),
    "grant": _outcome(
        "subvention", "subventions", "grant", "a été accordée", "was given", feminine=True
    ),
    "funding-round": _outcome(
        "levée de fonds",
        "levées de fonds",
        "funding round",
        "a abouti",
        "was closed",
        feminine=True,
    ),
}

PROGRAMMES: Final[Mapping[str, Noun]] = {
    "fund": Noun("fonds", "fonds", "fund", "funds"),
    "programme": Noun("programme", "programmes", "programme", "programmes"),
    "call": Noun("appel à projets", "appels à projets", "call for projects", "calls for projects"),
}

_TABLES: Final[Mapping[str, tuple[Mapping[str, Noun], Noun]]] = {
    "mission": (MISSIONS, Noun("activité", "activités", "activity", "activities", True)),
    "project": ({}, Noun("projet", "projets", "project", "projects")),
    "agreement": (AGREEMENTS, Noun("accord", "accords", "agreement", "agreements")),
    "outcome": (
        OUTCOMES,
        Noun("résultat", "résultats", "outcome", "outcomes", False, "a été obtenu", "was achieved"),
    ),
    "programme": (PROGRAMMES, Noun("programme", "programmes", "programme", "programmes")),
}


def noun_of(kind: str, concept: str, label: Words) -> Noun:
    """Return the noun for a record of this kind and concept."""
    table, general = _TABLES[kind]
    known = table.get(concept)
    if known or not label.fr:
        return known or general
    return general._replace(
        fr=f"{general.fr} ({label.fr})",
        plural_fr=f"{general.plural_fr} ({label.fr})",
        en=f"{general.en} ({label.en})",
        plural_en=f"{general.plural_en} ({label.en})",
    )
