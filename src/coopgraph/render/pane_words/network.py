"""The words of the network, beside those of every page: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "network.hint": (
        "Cliquez sur un lien pour voir comment nous le savons.",
        "Click a tie to see how we know.",
    ),
    "network.keys": (
        "Au clavier : flèches d’un acteur à l’autre, Entrée pour lire les faits, N pour ne voir que"
        " ses voisins, P pour épingler son nom, H pour le masquer, Ctrl+Z pour annuler un pas,"
        " U pour tout revoir.",
        "By keyboard: arrows from actor to actor, Enter to read the facts, N for its neighbours"
        " only, P to pin its name, H to hide it, Ctrl+Z to undo a step, U for everything again.",
    ),
    "network.without": (
        "Ce navigateur ne peut pas dessiner un réseau de cette taille : il lui manque WebGL. Le"
        " tableau, la recherche et la période fonctionnent ; le menu donne l’image en SVG.",
        "This browser cannot draw a network of this size: it lacks WebGL. The table, the search and"
        " the period work; the menu gives the picture as SVG.",
    ),
}
