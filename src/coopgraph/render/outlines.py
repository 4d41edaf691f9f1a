"""Hold the outline of each shape of the legend as an SVG path of radius about one.

The same text draws the shape on the canvas (`Path2D`), in the still SVG and in the legend, so that
a shape cannot look different in two places. The areas are near each other: no kind of thing looks
weightier than another.

>>> OUTLINES["mission"]
'M0-1.1 1.08.82-1.08.82Z'

It knows neither colour nor size; those come from the legend and from the number of ties.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.views.model import Shape

__all__ = ["OUTLINES"]

OUTLINES: Final[Mapping[Shape, str]] = MappingProxyType(
    {
        "person": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z",
        "organisation": (
            "M-.6-.9H.6A.3.3 0 0 1 .9-.6V.6A.3.3 0 0 1 .6.9H-.6A.3.3 0 0 1-.9.6V-.6"
            "A.3.3 0 0 1-.6-.9Z"
        ),
        "authority": "M0-1.1.95-.55V.55L0 1.1-.95.55V-.55Z",
        "agreement": "M0-1.2 1.2 0 0 1.2-1.2 0Z",
        "mission": "M0-1.1 1.08.82-1.08.82Z",
        "project": "M-1.3-.62H1.3V.62H-1.3Z",
        "programme": "M0-1.1 1.05-.34.65.89-.65.89-1.05-.34Z",
        "outcome": (
            "M0-1.25.32-.44 1.19-.39.52.17.73 1.01 0 .54-.73 1.01-.52.17-1.19-.39-.32-.44Z"
        ),
        "place": "M0 1.3C-.55.65-.9.3-.9-.25A.9.9 0 1 1 .9-.25C.9.3.55.65 0 1.3Z",
        "theme": "M-.7-.8H.7L1.15.8H-1.15Z",
    }
)
"""One closed path for each `Shape`, centred on the origin, y downwards."""
