"""The words of the matrix: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "matrix.hint": (
        "Cliquez sur une case ou sur un nom pour voir comment nous le savons.",
        "Click a cell or a name to see how we know.",
    ),
    "matrix.keys": (
        "Au clavier : flèches d’une case à l’autre, Entrée pour voir les faits.",
        "By keyboard: arrows from cell to cell, Enter to see the facts.",
    ),
    "matrix.by": ("Croiser", "Cross"),
    "matrix.by.actors": ("acteurs × acteurs", "actors × actors"),
    "matrix.by.places": ("lieux × lieux", "places × places"),
    "matrix.by.themes": ("acteurs × thèmes", "actors × themes"),
    "matrix.by.decades": ("acteurs × décennies", "actors × decades"),
    "matrix.order": ("Ordre", "Order"),
    "matrix.order.shore": ("par rive", "by shore"),
    "matrix.order.strength": ("par nombre de faits", "by number of facts"),
    "matrix.order.name": ("par nom", "by name"),
    "matrix.caption": (
        "{by}, lignes montrées : {rows} sur {all} ; nombre de faits pendant la période",
        "{by}, rows shown: {rows} of {all}; number of facts in the period",
    ),
    "matrix.undated": ("sans date", "undated"),
    "matrix.decade": ("{year}–", "{year}s"),
    "matrix.cell": ("{row} – {column} : {facts}", "{row} – {column}: {facts}"),
    "matrix.help": (
        "Plus la case est foncée, plus il y a de faits. Tirets : tous peut-être ; pointillé :"
        " prévus ; contour ambre : contestés. Flèches pour se déplacer, Entrée pour voir les"
        " faits.",
        "The darker the cell, the more facts. Dashes: all of them possible; dots: planned; amber"
        " outline: contested. Arrows to move, Enter to see the facts.",
    ),
}
