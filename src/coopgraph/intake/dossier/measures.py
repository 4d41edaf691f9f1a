"""What is commonly counted, in both languages: of figures whose words a dossier gives in one.

>>> read_measure("funded-projects")
Measure(fr='projets financés', en='projects funded', unit='projects', side='')
>>> read_measure("speakers-quebec")
Measure(fr='conférenciers du Québec', en='speakers from Québec', unit='persons', side='quebec')
>>> read_measure("sand castles")
Measure(fr='', en='sand castles', unit='', side='')

General words only: what one dossier alone counts stays in its own language.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from coopgraph.intake.dossier.language import language_of

__all__ = ["Measure", "read_measure"]


class Measure(NamedTuple):
    """What is counted, in French and English (empty where not known), in what unit, of whom."""

    fr: str
    en: str
    unit: str = ""
    side: str = ""


_PERSONS: Final = "persons"
_MEASURES: Final = (
    Measure("participants", "participants", _PERSONS),
    Measure("participants des deux sections", "participants, both sections", _PERSONS),
    Measure("conférenciers", "speakers", _PERSONS),
    Measure("auteurs", "authors", _PERSONS),
    Measure("ministres", "ministers", _PERSONS),
    Measure("invités", "guests", _PERSONS),
    Measure("jeunes soutenus", "young people supported", _PERSONS),
    Measure("jeunes Québécois soutenus", "young Québécois supported", _PERSONS),
    Measure("candidatures reçues", "CVs received", "CVs"),
    Measure("projets", "projects", "projects"),
    Measure("projets financés", "projects funded", "projects"),
    Measure("projets de partenariat lancés", "partnership projects launched", "projects"),
    Measure("entreprises", "companies", "companies"),
    Measure("entreprises françaises", "French companies", "companies"),
    Measure("entreprises québécoises", "Québec companies", "companies"),
    Measure("entreprises françaises établies", "French companies established", "companies"),
    Measure("entreprises québécoises établies", "Québec companies established", "companies"),
    Measure("filiales d’entreprises françaises", "subsidiaries of French companies", "companies"),
    Measure("éditeurs", "publishers", "companies"),
    Measure("maisons d’édition", "publishing houses", "companies"),
    Measure(
        "petites et moyennes entreprises",
        "small and medium-sized companies among them",
        "companies",
    ),
    Measure(
        "entreprises et organismes de recherche",
        "companies and research bodies",
        "organisations",
    ),
    Measure("emplois", "jobs", "jobs"),
    Measure("emplois dans les filiales françaises", "jobs in French subsidiaries", "jobs"),
    Measure("postes offerts", "posts offered", "jobs"),
    Measure("employeurs", "employers", "organisations"),
    Measure("organisations", "organisations", "organisations"),
    Measure("établissements signataires", "signatory institutions", "organisations"),
    Measure("pôles de compétitivité", "clusters", "clusters"),
    Measure("pôles français", "French clusters", "clusters"),
    Measure("musées membres", "member museums", "museums"),
    Measure("pays", "countries", "countries"),
    Measure("nationalités", "nationalities", "nationalities"),
    Measure("colloques", "colloquia", "events"),
    Measure("festivals", "festivals", "events"),
    Measure("rencontres d’affaires", "business meetings", "meetings"),
    Measure("accords", "agreements", "agreements"),
    Measure("arrangements conclus", "arrangements concluded", "arrangements"),
    Measure("métiers visés", "trades covered", "trades"),
    Measure("professions visées", "professions covered", "professions"),
    Measure("œuvres prêtées", "works on loan", "works"),
    Measure("œuvres exposées", "works on show", "works"),
    Measure("anniversaire fêté", "anniversary years", "years"),
    Measure("vélos", "bicycles", "bicycles"),
    Measure("films", "films", "films"),
    Measure("villes", "towns", "towns"),
)
# the words that English prefers, where a dossier has others
_OTHERWISE: Final = {
    "funded projects": "projects funded",
    "projects financed": "projects funded",
    "conferences": "colloquia",
}
# what the table says in English → what stands in the table of figures
_ENGLISH: Final = {
    "clusters": "competitiveness clusters",
    "small and medium-sized companies among them": "small and medium-sized companies",
    "anniversary years": "anniversary celebrated",
}
# endings in English and French, and the side that they tell
_ENDINGS: Final = (
    (" from France", " de France", "france"),
    (" from Québec", " du Québec", "quebec"),
    (" in France", " en France", ""),
    (" in Québec", " au Québec", ""),
    (", all countries", ", tous pays", ""),
    (" in all", " en tout", ""),
    ("", "", ""),
)
_SLUG: Final = re.compile(r"[a-zà-ÿ0-9]+(?:-[a-zà-ÿ0-9]+)+")
_SLUG_SIDES: Final = (("france", " from France"), ("quebec", " from Québec"))
_KNOWN: Final = {name: one for one in _MEASURES for name in (one.fr, one.en)}


def read_measure(what: str) -> Measure:
    """Return what a text or slug says is counted, in both languages where it is known."""
    said = _words(what)
    for ends_en, ends_fr, side in _ENDINGS:
        for ending in (ends_en, ends_fr):
            base = said.removesuffix(ending)
            known = _KNOWN.get(_OTHERWISE.get(base, base))
            if said.endswith(ending) and known:
                english = _ENGLISH.get(known.en, known.en)
                return Measure(known.fr + ends_fr, english + ends_en, known.unit, side)
    side = next((side for en, _, side in _ENDINGS if side and said.endswith(en)), "")
    fr = language_of(said, "en") == "fr"
    return Measure(said if fr else "", "" if fr else said, "", side)


def _words(what: str) -> str:
    """Return a slug as words; other text as it is.

    >>> _words("horse-shows-france"), _words("member museums")
    ('horse shows from France', 'member museums')
    """
    if not _SLUG.fullmatch(what):
        return what
    *words, last = what.split("-")
    for slug, ending in _SLUG_SIDES:
        if last == slug:
            return " ".join(words) + ending
    return " ".join([*words, last])
