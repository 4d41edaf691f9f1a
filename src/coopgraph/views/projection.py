"""Where a place lies on the map: two panels, one a shore, in the same scale and projection.

At the scale of the ocean all of France and all of southern Québec are two small heaps; so each
shore has a panel of its own, beside the other, and the Atlantic between them is cut out. Each panel
is an equal-area conic (Albers) with its own parallels, in kilometres from its upper left corner: a
kilometre is as long in both.

>>> x, y = PANELS["france"].place(2.35, 48.86)
>>> round(x), round(y)
(581, 787)
>>> PANELS["quebec"].holds(2.35, 48.86)
False

It knows no country and no outline (`coopgraph.render.land` does).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PANELS", "Panel", "panel_of"]

_EARTH: Final = 6371.0


@dataclass(frozen=True)
class Panel:
    """One shore on the map: the middle, the standard parallels, the size in kilometres."""

    longitude: float
    latitude: float
    parallels: tuple[float, float]
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place lies, in kilometres right of and below the upper left corner."""
        n, c = self._cone
        middle = sqrt(c - 2 * n * sin(radians(self.latitude))) / n
        reach = sqrt(max(0.0, c - 2 * n * sin(radians(latitude)))) / n
        angle = n * radians(longitude - self.longitude)
        x = _EARTH * reach * sin(angle)
        y = _EARTH * (reach * cos(angle) - middle)
        return self.width / 2 + x, self.height / 2 + y

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a place lies within the panel."""
        if abs(longitude - self.longitude) > 60:
            return False
        x, y = self.place(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @cached_property
    def _cone(self) -> tuple[float, float]:
        first, second = (radians(parallel) for parallel in self.parallels)
        n = (sin(first) + sin(second)) / 2
        return n, cos(first) ** 2 + 2 * n * sin(first)


PANELS: Final[Mapping[str, Panel]] = MappingProxyType(
    {
        "quebec": Panel(-70.3, 47.6, (45.5, 50.5), 1500.0, 2100.0),
        "france": Panel(2.2, 46.5, (43.5, 49.5), 1140.0, 2100.0),
    }
)
"""The panels from left to right."""


def panel_of(longitude: float, latitude: float) -> str:
    """Return the name of the panel that holds a place; empty where none does.

    >>> panel_of(-71.2, 46.8), panel_of(-4.5, 48.4), panel_of(55.5, -21.1)
    ('quebec', 'france', '')
    """
    return next((name for name, panel in PANELS.items() if panel.holds(longitude, latitude)), "")
