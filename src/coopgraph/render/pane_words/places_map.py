"""The words of the map: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "map.keys": (
        "Au clavier : flèches d’un lieu à l’autre, Entrée pour lire ses faits.",
        "By keyboard: arrows from place to place, Enter to read its facts.",
    ),
    "map.view": ("Cadrage", "Frame"),
    "map.view.both": ("Les deux rives", "Both shores"),
    "map.view.quebec": ("Québec", "Québec"),
    "map.view.france": ("France", "France"),
    "map.help": (
        "Carte des lieux ; les deux rives sont à la même échelle. Flèches : aller au lieu voisin."
        " Entrée : lire ses faits. Plus et moins : zoom.",
        "Map of places; both shores are in the same scale. Arrows: go to the next place. Enter:"
        " read its facts. Plus and minus: zoom.",
    ),
    "map.hint": (
        "Cliquez sur un lieu ou sur un arc pour voir comment nous le savons.",
        "Click a place or an arc to see how we know.",
    ),
    "map.missing": (
        "Les contours manquent : les construire avec « python hatch_build.py ».",
        "The outlines are missing: build them by “python hatch_build.py”.",
    ),
    "map.key": (
        "pays, région, île… : un point pour tout le territoire",
        "country, region, island…: one point for the whole area",
    ),
    "map.area": ("{kind} (un seul point sur la carte)", "{kind} (one point on the map)"),
    "map.unplaced.one": (
        "{n} acteur ne peut être dessiné",
        "{n} actor cannot be drawn",
    ),
    "map.unplaced.many": (
        "{n} acteurs ne peuvent être dessinés",
        "{n} actors cannot be drawn",
    ),
    "map.homeless": ("{n} sans lieu dans les sources", "{n} without a place in the sources"),
    "map.pointless": (
        "{n} en un lieu sans point sur la carte",
        "{n} at a place that has no point on the map",
    ),
    "map.beside.help": (
        "Leurs liens restent dans le tableau.",
        "Their ties remain in the table.",
    ),
    "map.unplaced.find": ("Chercher parmi eux", "Find among them"),
    "map.unplaced.found": ("{n} sur {all}", "{n} of {all}"),
    "map.unplaced.more.one": ("Montrer {n} autre acteur", "Show {n} more actor"),
    "map.unplaced.more.many": ("Montrer {n} autres acteurs", "Show {n} more actors"),
    "map.unlocated": ("sans coordonnées", "no coordinates"),
    "map.far": ("loin des deux rives", "far from both shores"),
    "map.beside.one": ("{n} lieu hors de la carte", "{n} place not on the map"),
    "map.beside.many": ("{n} lieux hors de la carte", "{n} places not on the map"),
}
