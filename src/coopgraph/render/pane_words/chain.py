"""The words of the chains: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "chain.hint": (
        "Cliquez sur une fiche pour voir comment nous le savons.",
        "Click a record to see how we know.",
    ),
    "chain.choose": ("Chaîne", "Chain"),
    "chain.all": ("Toutes les chaînes montrées", "All chains shown"),
    "chain.of": ("Avec {name}", "With {name}"),
    "chain.others": ("Les autres chaînes", "The other chains"),
    "chain.left": ("Hors de ce qui est montré", "Not among what is shown"),
    "chain.number.one": ("{n} chaîne", "{n} chain"),
    "chain.number.many": ("{n} chaînes", "{n} chains"),
    "chain.among": ("choix : {n} sur {all}", "choice: {n} of {all}"),
    "chain.none.here": (
        "Aucun acteur montré n’a part à cette chaîne.",
        "No actor that is shown takes part in this chain.",
    ),
    "chain.part": ("{name} : {records} de cette chaîne.", "{name}: {records} of this chain."),
    "chain.elsewhere.one": ("Une autre chaîne en parle.", "One other chain tells of it."),
    "chain.elsewhere.many": ("{n} autres chaînes en parlent.", "{n} other chains tell of it."),
    "chain.next": ("La suivante", "Next one"),
    "chain.records.one": ("{n} fiche", "{n} record"),
    "chain.records.many": ("{n} fiches", "{n} records"),
    "chain.gaps.one": ("{n} lacune", "{n} gap"),
    "chain.gaps.many": ("{n} lacunes", "{n} gaps"),
    "chain.flow": ("La chaîne, de gauche à droite", "The chain, from left to right"),
    "chain.keys": (
        "Flèches : passer d’une fiche à l’autre. Entrée : voir comment nous le savons.",
        "Arrows: move from record to record. Enter: see how we know.",
    ),
    "chain.told": ("La chaîne racontée", "The chain told"),
    "chain.silence": ("lacune", "gap"),
    "chain.sources": ("Sources : {sources}", "Sources: {sources}"),
    "chain.none": (
        "Aucune chaîne dans ces données : aucune source n’y relie trois fiches.",
        "No chain in these data: no source joins three records in them.",
    ),
    "chain.legend": (
        "Trait plein : une source le dit. Tirets : déduit. Pointillé rompu : aucune source ne relie"
        " ces fiches, qui ont seulement les mêmes acteurs et le même objet.",
        "Solid line: a source says so. Dashes: inferred. Broken dots: no source joins these"
        " records, which only share actors and subject.",
    ),
    "chain.beside": (
        "En gris : fiches où n’a part aucun acteur montré.",
        "Grey: records in which no actor that is shown takes part.",
    ),
}
