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
}
