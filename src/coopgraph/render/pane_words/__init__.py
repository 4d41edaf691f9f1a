"""The words of each pane, one module a pane; `coopgraph.render.words` puts them together.

A key begins with the name of its pane (``timeline.lanes``), so that none is used twice.

>>> all(fr and en for texts in PANE_TEXTS for fr, en in texts.values())
True
"""

from __future__ import annotations

from typing import Final

from coopgraph.render.pane_words import (
    chain,
    dashboard,
    matrix,
    mirror,
    network,
    places_map,
    timeline,
)

__all__ = ["PANE_TEXTS"]

PANE_TEXTS: Final = (
    network.TEXTS,
    timeline.TEXTS,
    places_map.TEXTS,
    chain.TEXTS,
    matrix.TEXTS,
    mirror.TEXTS,
    dashboard.TEXTS,
)
