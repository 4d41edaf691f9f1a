from itertools import combinations
from typing import get_args

import pytest

from coopgraph.views.legend import (
    DARK,
    DOUBTS,
    FACT_KINDS,
    LIGHT,
    SHAPES,
    SIDES,
    TIE_KINDS,
    shape_of_actor,
)
from coopgraph.views.model import Doubt, Shape
from coopgraph.views.sentences import SENTENCES
from coopgraph.vocabulary import read_schemes


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_sides_have_the_colours_of_the_atlas() -> None:
    assert {side: mark.colour for side, mark in SIDES.items()} == {
        "france": "#0072B2",
        "quebec": "#D55E00",
        "joint": "#009E73",
        "other": "#6B7280",
    }


@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_marks_stand_out_from_the_ground(ground: str) -> None:
    colours = [mark.colour for mark in SIDES.values()]
    colours += [mark.colour for mark in TIE_KINDS.values()]
    for colour in colours:
        assert contrast(colour, ground) >= 3, colour


def test_ties_never_have_the_colour_of_a_side() -> None:
    assert not {mark.colour for mark in TIE_KINDS.values()} & {m.colour for m in SIDES.values()}


def test_every_shape_and_doubt_of_the_model_has_its_mark() -> None:
    assert set(SHAPES) == set(get_args(Shape))
    assert set(DOUBTS) == {*get_args(Doubt), "certain", "possible"}


def test_no_two_shapes_share_sign_or_letter() -> None:
    for one, other in combinations(SHAPES.values(), 2):
        assert one.sign != other.sign
        assert one.letter.fr != other.letter.fr
        assert one.letter.en != other.letter.en


def test_no_two_doubts_look_alike() -> None:
    looks = [(m.line, m.opacity, m.hollow, m.outline, m.sign) for m in DOUBTS.values()]
    assert len(set(looks)) == len(looks)


def test_every_fact_has_a_word_for_its_kind() -> None:
    assert set(FACT_KINDS) == {*SENTENCES, "dispute", "place", "source"}


def test_authorities_are_kinds_of_actor() -> None:
    shapes = {kind: shape_of_actor(kind) for kind in read_schemes()["actor-kind"]}
    assert {kind for kind, shape in shapes.items() if shape == "authority"} == {
        "local-authority",
        "government",
        "ministry",
        "consulate",
        "delegation",
        "armed-forces",
    }
