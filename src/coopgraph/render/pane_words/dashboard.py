"""The words of the dashboard: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "tabs": ("Images", "Pictures"),
    "tabs.all": ("Ensemble", "Together"),
    "tabs.network": ("Réseau", "Network"),
    "tabs.map": ("Carte", "Map"),
    "tabs.timeline": ("Fil du temps", "Timeline"),
    "tabs.chain": ("Chaînes", "Chains"),
    "tabs.matrix": ("Matrice", "Matrix"),
    "tabs.mirror": ("Miroir", "Mirror"),
}
