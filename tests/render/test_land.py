import re
from collections.abc import Iterator

import pytest

from coopgraph.render import land
from coopgraph.render.land import clip_ring, draw_panel, with_land
from coopgraph.views.projection import PANELS


@pytest.fixture
def outlines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put one square island in each panel in the place of the built outlines."""
    rings = [[[0, 45], [4, 45], [4, 48], [0, 48]], [[-72, 46], [-68, 46], [-68, 48], [-72, 48]]]
    far = [[100, 0], [110, 0], [110, 10], [100, 10]]
    data = {
        "land": [*rings, far],
        "borders": [[[1, 45], [1, 46]]],
        "credit": {"fr": "Merci", "en": "Thanks"},
    }
    monkeypatch.setattr(land, "_outlines", lambda: data)
    draw_panel.cache_clear()
    yield
    draw_panel.cache_clear()


def test_a_ring_is_cut_at_the_frame() -> None:
    ring = [(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)]
    assert set(clip_ring(ring, 0, 0, 10, 10)) == {(0, 0), (10, 0), (10, 10), (0, 10)}
    assert clip_ring(ring, 20, 20, 30, 30) == []
    assert clip_ring([(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)], 0, 0, 10, 10) == [
        (1.0, 1.0),
        (2.0, 1.0),
        (2.0, 2.0),
    ]


@pytest.mark.usefixtures("outlines")
@pytest.mark.parametrize("name", list(PANELS))
def test_each_panel_has_its_own_land_and_nothing_from_far_away(name: str) -> None:
    panel = PANELS[name]
    paths = draw_panel(name, (0.0, 0.0, panel.width, panel.height))
    assert paths.land.count("M") == paths.land.count("Z") == 1
    numbers = [float(text) for text in re.findall(r"-?\d+", paths.land)]
    assert min(numbers) >= 0
    assert max(numbers) <= max(panel.width, panel.height)
    assert paths.graticule.startswith("M")
    assert bool(paths.borders) == (name == "france")


@pytest.mark.usefixtures("outlines")
def test_only_a_map_gets_outlines() -> None:
    assert with_land({"timeline": {"fact": []}}) == {"timeline": {"fact": []}}
    found = with_land({"map": {"places": []}})["map"]
    assert isinstance(found, dict)
    assert found["places"] == []
    assert found["land"]["known"] is True
    assert tuple(found["land"]["credit"]) == ("Merci", "Thanks")


def test_without_outlines_there_is_a_graticule_and_no_credit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(land, "_outlines", dict)
    draw_panel.cache_clear()
    found = with_land({"map": {}})["map"]
    draw_panel.cache_clear()
    assert isinstance(found, dict)
    assert found["land"]["known"] is False
    france = found["land"]["panels"]["france"]
    assert (france["land"], france["borders"]) == ("", "")
    assert france["graticule"]
