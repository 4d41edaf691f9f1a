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
    "map.beside.one": ("{n} lieu hors de la carte", "{n} place not on the map"),
    "map.beside.many": ("{n} lieux hors de la carte", "{n} places not on the map"),
    "map.homeless.one": ("{n} acteur sans lieu", "{n} actor without a place"),
    "map.homeless.many": ("{n} acteurs sans lieu", "{n} actors without a place"),
    "map.beside.help": (
        "Lieux sans coordonnées, ou loin des deux rives. Les acteurs dont les sources ne disent pas"
        " où ils sont ne figurent pas sur la carte.",
        "Places without coordinates, or far from both shores. Actors of whom the sources do not say"
        " where they are do not figure on the map.",
    ),
}
