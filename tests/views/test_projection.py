from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt

import pytest

from coopgraph.views.projection import PANELS, panel_of


def _great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    (x, y), (to_x, to_y) = ((radians(p), radians(q)) for p, q in (a, b))
    part = sin((to_y - y) / 2) ** 2 + cos(y) * cos(to_y) * sin((to_x - x) / 2) ** 2
    return 2 * 6371 * asin(sqrt(part))


@pytest.mark.parametrize(
    ("panel", "a", "b"),
    [
        ("france", (-4.49, 48.39), (7.75, 48.57)),
        ("france", (2.35, 48.86), (5.37, 43.3)),
        ("quebec", (-73.57, 45.5), (-68.52, 48.45)),
        ("quebec", (-75.7, 45.4), (-64.5, 48.8)),
    ],
)
def test_distances_are_those_of_the_globe_within_two_in_a_hundred(
    panel: str, a: tuple[float, float], b: tuple[float, float]
) -> None:
    (x, y), (to_x, to_y) = PANELS[panel].place(*a), PANELS[panel].place(*b)
    assert hypot(to_x - x, to_y - y) == pytest.approx(_great_circle(a, b), rel=0.02)


@pytest.mark.parametrize("name", list(PANELS))
def test_the_middle_is_in_the_middle_and_north_is_up(name: str) -> None:
    panel = PANELS[name]
    middle = panel.place(panel.longitude, panel.latitude)
    assert middle == pytest.approx((panel.width / 2, panel.height / 2))
    heights = [panel.place(panel.longitude, latitude)[1] for latitude in range(40, 56)]
    assert all(north < south for south, north in pairwise(heights))


def test_no_place_is_on_two_panels() -> None:
    for longitude in range(-180, 180, 5):
        for latitude in range(-85, 86, 5):
            holding = [name for name, one in PANELS.items() if one.holds(longitude, latitude)]
            assert len(holding) <= 1
            assert panel_of(longitude, latitude) == (holding[0] if holding else "")
