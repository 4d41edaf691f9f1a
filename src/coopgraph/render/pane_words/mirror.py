"""The words of the mirror: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "mirror.hint": (
        "Cliquez sur un titre pour voir comment nous le savons.",
        "Click a title to see how we know.",
    ),
    "mirror.keys": (
        "Au clavier : flèches d’un titre à l’autre, Entrée pour voir les faits.",
        "By keyboard: arrows from title to title, Enter to see the facts.",
    ),
    "mirror.france": ("Sources de France", "Sources in France"),
    "mirror.quebec": ("Sources du Québec", "Sources in Québec"),
    "mirror.told.one": (
        "{n} fiche que les deux rives racontent",
        "{n} record that both shores tell",
    ),
    "mirror.told.many": (
        "{n} fiches que les deux rives racontent",
        "{n} records that both shores tell",
    ),
    "mirror.differ": (
        "{told}, sur {all} ; leurs récits diffèrent sur {differ}.",
        "{told}, of {all}; their accounts differ on {differ}.",
    ),
    "mirror.agree": (
        "{told}, sur {all} ; leurs récits concordent.",
        "{told}, of {all}; their accounts agree.",
    ),
    "mirror.nothing": ("{told}, sur {all}.", "{told}, of {all}."),
    "mirror.drawn": ("Les {n} premières sont ici.", "The first {n} are here."),
    "mirror.among": ("{n} sur {all}", "{n} of {all}"),
    "mirror.records.one": ("{n} fiche", "{n} record"),
    "mirror.records.many": ("{n} fiches", "{n} records"),
    "mirror.first": (
        "{name} : {records} en tête, et {alone} qu’une seule rive raconte.",
        "{name}: {records} first, and {alone} that one shore alone tells.",
    ),
    "mirror.first.none": (
        "{name} : aucune fiche que les deux rives racontent, et {alone} qu’une seule raconte.",
        "{name}: no record that both shores tell, and {alone} that one alone tells.",
    ),
    "mirror.others": ("Les autres fiches", "The other records"),
    "mirror.sources": (
        "Sources : {france} de France, {quebec} du Québec, {neither} d’organismes communs ou"
        " d’ailleurs, {unknown} dont rien ne dit la rive.",
        "Sources: {france} in France, {quebec} in Québec, {neither} of joint bodies or elsewhere,"
        " {unknown} of which nothing tells the shore.",
    ),
    "mirror.only": ("Seulement les différences", "Only the differences"),
    "mirror.differs": ("les rives diffèrent", "the shores differ"),
    "mirror.date": ("Date", "Date"),
    "mirror.partner": ("Partenaires", "Partners"),
    "mirror.amount": ("Montant", "Amount"),
    "mirror.name": ("Nom employé", "Name used"),
    "mirror.claim": ("Point contesté", "Contested point"),
    "mirror.silent": ("rien de relevé", "nothing noted"),
    "mirror.retained": ("retenu", "retained"),
    "mirror.not-retained": ("non retenu", "not retained"),
    "mirror.undecided": ("indécis", "undecided"),
    "mirror.elsewhere.one": ("{n} autre source", "{n} other source"),
    "mirror.elsewhere.many": ("{n} autres sources", "{n} other sources"),
    "mirror.alone.france": (
        "Ce que seules des sources de France racontent ({n})",
        "What only sources in France tell ({n})",
    ),
    "mirror.alone.quebec": (
        "Ce que seules des sources du Québec racontent ({n})",
        "What only sources in Québec tell ({n})",
    ),
    "mirror.unplaced.one": (
        "{n} fiche n’a que des sources dont rien ne dit la rive.",
        "{n} record has only sources of which nothing tells the shore.",
    ),
    "mirror.unplaced.many": (
        "{n} fiches n’ont que des sources dont rien ne dit la rive.",
        "{n} records have only sources of which nothing tells the shore.",
    ),
    "mirror.none": (
        "Avec ces choix, aucune fiche n’est racontée par les deux rives. Élargir la période,"
        " montrer plus d’acteurs, ou aussi ce qui concorde.",
        "With these choices, no record is told by both shores. Widen the period, show more"
        " actors, or also what agrees.",
    ),
}
