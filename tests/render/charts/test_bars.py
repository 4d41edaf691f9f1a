import re
from xml.etree import ElementTree as ET

from coopgraph.render.charts.bars import Bar, draw_bars

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # ours


def widths(svg: str, name: str) -> list[float]:
    return [float(w) for w in re.findall(rf'class="{name}"[^>]* width="([0-9.]+)"', svg)][1:]


def test_a_bar_for_each_network_and_both_figures_beside_it() -> None:
    bars = [Bar("Oasis", 20.0, 80.0), Bar("Sel", 40.0, 40.0)]
    french = draw_bars("Dunes", bars, measure="couples", subtitle="2030 – 2031", language="fr")
    assert {"Dunes", "2030 – 2031", "couples", "Oasis", "20–80", "40"} <= set(texts(french))
    assert {"réseau certain", "réseau possible"} <= set(texts(french))
    assert "certain network" in texts(draw_bars("Dunes", bars, measure="pairs", language="en"))
    certain, possible = widths(french, "certain"), widths(french, "possible")
    assert possible[0] == 4 * certain[0] == 2 * certain[1] == 2 * possible[1]


def test_the_certain_bar_shows_where_it_is_the_longer_one() -> None:
    svg = draw_bars("Dunes", [Bar("Oasis", 80.0, 20.0)], measure="couples")
    assert widths(svg, "certain")[0] > widths(svg, "possible")[0]
    assert svg.rindex('class="certain"') > svg.rindex('class="possible"'), "it lies on top"
    assert "80–20" in texts(svg)


def test_the_error_of_an_estimate_is_a_whisker_with_its_word() -> None:
    exact = draw_bars("Dunes", [Bar("Oasis", 20.0, 80.0)], measure="couples")
    estimate = draw_bars("Dunes", [Bar("Oasis", 20.0, 80.0, 0.0, 4.0)], measure="couples")
    assert "erreur type" in texts(estimate)
    assert "erreur type" not in texts(exact)


def test_nothing_to_show_is_said() -> None:
    for language, words in (("fr", "Rien à montrer"), ("en", "Nothing to show")):
        told = texts(draw_bars("Dunes", [], measure="couples", language=language))
        assert any(text.startswith(words) for text in told)


def test_long_and_hostile_names_are_cut_and_text() -> None:
    hostile = '</text><script>alert("1")</script>\u202e\x00'
    bars = [Bar(hostile, 1.0, 2.0), Bar("vent " * 400, 1.0, 2.0), Bar("a" * 99 + "\nsel", 1.0, 1.0)]
    svg = draw_bars(hostile, bars, measure=hostile)
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert all(len(text) < 80 for text in texts(svg))
    assert "sel" in texts(svg), "either name of a pair has a line of its own"
