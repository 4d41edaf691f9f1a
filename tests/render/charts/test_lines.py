import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgraph.render.charts.lines import Panel, draw_chart

QUICK = settings(deadline=None, max_examples=50)
SVG = "{http://www.w3.org/2000/svg}"
YEARS = ("2030", "2031", "2032", "2033")
FIGURES = st.lists(
    st.none() | st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 6)),
    min_size=4,
    max_size=4,
)


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # ours


def test_letters_are_text_in_both_languages() -> None:
    panel = Panel("Densité", (0.0, 0.25, 0.5, 0.5), (0.5, 0.5, 1.0, 1.0))
    french = texts(draw_chart("Dunes", YEARS, [panel], language="fr"))
    english = texts(draw_chart("Dunes", YEARS, [panel], language="en"))
    assert {"Dunes", "Densité", "réseau certain", "0,50", *YEARS} <= set(french)
    assert {"Dunes", "certain network", "possible network", "0.50"} <= set(english)


def test_a_line_for_each_network_and_a_band_between() -> None:
    svg = draw_chart("Dunes", YEARS, [Panel("n", (0, 1, 2, 3), (4, 5, 6, 7))])
    assert (svg.count("<polyline"), svg.count("<polygon")) == (2, 1)
    [band] = re.findall(r'<polygon points="([^"]+)"', svg)
    heights = [float(point.split(",")[1]) for point in band.split()]
    assert len(heights) == 8
    assert heights[0] < heights[-1], "the possible figure lies above the certain one"


def test_the_line_stops_where_a_figure_cannot_be_told() -> None:
    svg = draw_chart("Dunes", YEARS, [Panel("n", (0, None, 2, 3), (4, None, 6, 7))])
    assert (svg.count("<polyline"), svg.count("<polygon"), svg.count("<circle")) == (2, 1, 2)
    assert svg.count('fill="#FFFFFF" stroke') == 1, "what is only possible is hollow"


def test_years_thin_out_where_there_are_many() -> None:
    years = [str(year) for year in range(1960, 2027)]
    panel = Panel("n", [1.0] * len(years), [2.0] * len(years))
    shown = [text for text in texts(draw_chart("Dunes", years, [panel])) if text in years]
    assert shown[0] == "1960"
    assert len(shown) <= 12


def test_hostile_labels_are_text() -> None:
    hostile = '</text><script>alert("1")</script>\u202e\x00'
    svg = draw_chart(hostile, [hostile] * 4, [Panel(hostile, (0, 0, 0, 0), (1, 1, 1, 1))])
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert texts(svg)[0].startswith('</text><script>alert("1")</script>')


@QUICK
@given(FIGURES, FIGURES)
def test_any_figures_stay_in_the_picture(certain: list[float], possible: list[float]) -> None:
    svg = draw_chart("Dunes", YEARS, [Panel("n", certain, possible)])
    assert svg == draw_chart("Dunes", YEARS, [Panel("n", certain, possible)])
    height = float(ET.fromstring(svg).get("height", ""))  # noqa: S314  # ours
    for points in re.findall(r'points="([^"]+)"', svg):
        for point in points.split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 720
            assert 0 <= y <= height


def test_panels_of_one_scale_can_be_compared() -> None:
    panels = [Panel("n", (0, 0, 0, 0), (1, 1, 1, 1)), Panel("m", (0, 0, 0, 0), (8, 8, 8, 8))]
    apart, alike = (draw_chart("Dunes", YEARS, panels, one_scale=one) for one in (False, True))
    assert texts(apart).count("8") == 1
    assert texts(alike).count("8") == 2


def test_one_period_and_none_are_pictures_too() -> None:
    one = draw_chart("Dunes", YEARS[:1], [Panel("n", (1,), (2,))], subtitle="2030")
    assert "2030" in texts(one)
    assert ET.fromstring(one).get("viewBox")  # noqa: S314  # ours
    assert "Nothing to show in this period." in texts(draw_chart("D", (), [], language="en"))


def test_a_panel_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="each period"):
        draw_chart("Dunes", YEARS, [Panel("n", (1,), (1,))])
