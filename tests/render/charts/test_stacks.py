from xml.etree import ElementTree as ET

import pytest

from coopgraph.render.charts.stacks import REST, Layer, Passage, draw_stacks

SVG = "{http://www.w3.org/2000/svg}"
YEARS = ("2030", "2031", "2032")


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # ours


def test_sizes_lie_on_each_other_with_number_and_name() -> None:
    layers = [Layer(3, "Oasis", (3, 3, 0)), Layer(7, "Sel", (1, 0, 2))]
    svg = draw_stacks("Dunes", YEARS, layers, measure="membres", subtitle="2030 – 2032")
    assert svg.count('class="size"') == 4
    assert svg.count('class="band"') == 1, "only the first goes on from one year to the next"
    told = texts(svg)
    assert {"Dunes", "membres", "2030 – 2032", "Oasis", "Sel", *YEARS} <= set(told)
    assert told.count("3") >= 3, "on both sizes of it and beside its name"
    english = draw_stacks("Dunes", YEARS, layers, measure="members", language="en")
    assert "goes on under its number" in texts(english)


def test_a_passage_joins_two_that_are_there() -> None:
    layers = [Layer(0, "Oasis", (4, 4, 0)), Layer(1, "Sel", (0, 2, 2))]
    passages = [Passage(0, 0, 1, 1), Passage(0, 9, 1, 1), Passage(1, 0, 2, 0)]
    svg = draw_stacks("Dunes", YEARS, layers, passages, measure="membres")
    assert svg.count('class="passage"') == 1


def test_the_others_are_one_grey_layer_without_number() -> None:
    layers = [Layer(0, "Oasis", (4, 4, 4)), Layer(REST, "les autres (5)", (9, 9, 9))]
    svg = draw_stacks("Dunes", YEARS, layers, measure="membres")
    assert svg.count('class="band"') == 2
    assert str(REST) not in texts(svg)
    assert "les autres (5)" in texts(svg)


def test_nothing_and_one_period_are_pictures_too() -> None:
    none = draw_stacks("Dunes", YEARS, [], measure="membres", language="en")
    assert "Nothing to show in this period." in texts(none)
    one = draw_stacks("Dunes", YEARS[:1], [Layer(0, "Oasis", (1,))], measure="membres")
    assert one.count('class="size"') == 1


def test_hostile_names_are_text() -> None:
    hostile = '</text><script>alert("1")</script>\u202e\x00'
    svg = draw_stacks(hostile, [hostile], [Layer(0, hostile * 9, (1,))], measure=hostile)
    assert "<script" not in svg
    assert "\u202e" not in svg


def test_a_layer_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="each period"):
        draw_stacks("Dunes", YEARS, [Layer(0, "Oasis", (1,))], measure="membres")
