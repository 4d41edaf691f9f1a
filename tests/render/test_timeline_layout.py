from itertools import pairwise

import pytest

from coopgraph.render.timeline_layout import (
    BAND,
    HEAD,
    ROW,
    Axis,
    Days,
    Entry,
    Lane,
    lay_out,
    place_bar,
    short_label,
)

AXIS = Axis("2000-01-01", "2009-12-31", 1000.0)
DAY = ("2005-01-01", "2005-01-01", "2005-01-01", "2005-01-01")


def _entry(key: str, days: Days, label: str = "Dune") -> Entry[str]:
    return Entry(key, key, label, place_bar(days, (), AXIS))


def test_the_certain_part_lies_within_the_possible_part() -> None:
    place = place_bar(("2001-01-01", "2002-01-01", "2005-12-31", "2006-12-31"), (), AXIS)
    assert place.solid is not None
    assert place.left < place.solid[0] < place.solid[1] < place.right
    assert (place.open_left, place.open_right) == (False, False)


def test_a_day_somewhere_in_a_year_has_no_certain_part() -> None:
    place = place_bar(("2005-01-01", "2005-12-31", "2005-01-01", "2005-12-31"), (), AXIS)
    assert place.solid is None
    assert place.sign == pytest.approx((place.left + place.right) / 2)


def test_open_ends_run_out_of_the_known_part() -> None:
    place = place_bar(("2005-01-01", "2005-01-01", "2006-01-01", None), (), AXIS)
    assert place.solid is not None
    assert place.open_right
    assert place.right == 1000  # no source gives an end: none is drawn
    place = place_bar((None, "2005-01-01", "2006-01-01", "2006-01-01"), (), AXIS)
    assert place.open_left
    assert place.solid is not None
    assert place.left == pytest.approx(place.solid[0] - 36)


def test_what_may_go_on_from_before_the_period_is_seen_at_its_edge() -> None:
    place = place_bar(("1990-01-01", "1990-01-01", "1991-01-01", None), (), AXIS)
    assert (place.left, place.right) == (0, 1000)


def test_what_knows_neither_beginning_nor_end_is_divided_at_the_day_it_knows() -> None:
    place = place_bar((None, "2004-12-31", None, None), (), AXIS)
    assert place.edge == pytest.approx(500, abs=1)
    assert place.left == pytest.approx(place.edge - 36, abs=1)
    assert place.right == 1000


def test_a_sign_is_a_day_of_the_period() -> None:
    outside = ("1996-05-01",) * 4
    term = ("1996-05-01", "1996-05-01", "2030-01-01", None)
    assert not place_bar(term, (outside,), AXIS).marked
    assert not place_bar(term, (("2020-01-01",) * 4,), AXIS).marked
    assert not place_bar(term, (), AXIS).marked
    assert place_bar(term, (outside, DAY), AXIS).marked
    assert place_bar(("2005-01-01", "2005-01-01", "2006-01-01", None), (), AXIS).marked
    assert not place_bar(("2005-01-01",) * 2 + ("2006-01-01", None), (outside,), AXIS).marked


def test_everything_stays_within_the_axis() -> None:
    place = place_bar(("1980-01-01", "1980-01-01", "2030-01-01", "2030-01-01"), (DAY,), AXIS)
    assert (place.left, place.right, place.solid) == (0, 1000, (0, 1000))
    assert place.sign == place.signed[0] == pytest.approx(500, abs=1)


def test_bars_never_overlap_in_a_row() -> None:
    entries = [
        _entry(f"f{number}", (f"200{number % 9}-0{1 + number % 7}-01",) * 4) for number in range(60)
    ]
    lanes = [Lane("Dunes", entries)]
    height = lay_out(lanes, AXIS, 100)
    rows: dict[float, list[Entry[str]]] = {}
    for entry in entries:
        rows.setdefault(entry.y, []).append(entry)
    for row in rows.values():
        row.sort(key=lambda entry: entry.place.start)
        for before, after in pairwise(row):
            assert before.place.stop <= after.place.start
    assert height == HEAD + len(rows) * ROW + 8


def test_labels_have_room_where_there_is_room_and_yield_where_not() -> None:
    few = [_entry("a", DAY), _entry("b", DAY)]
    lay_out([Lane("Dunes", few)], AXIS, 600)
    assert {entry.side for entry in few} == {"right"}
    many = [_entry(f"f{number}", (f"2005-0{1 + number % 9}-01",) * 4) for number in range(90)]
    lay_out([Lane("Dunes", many)], AXIS, 100)
    assert {entry.side for entry in many} == {"", "right", "left"}


def test_lanes_are_open_from_the_emptiest_as_long_as_all_fit() -> None:
    few, some, many = (
        Lane(f"{number}", [_entry(f"f{one}", DAY) for one in range(number)])
        for number in (2, 10, 40)
    )
    whole = lay_out([many, few, some], AXIS, 400)
    assert [lane.folded for lane in (few, some, many)] == [False, False, True]
    assert whole <= 408
    assert many.height == HEAD + BAND[1]
    assert few.height == HEAD + 2 * ROW
    assert lay_out([many, few, some], AXIS, 2000) == 3 * HEAD + 52 * ROW + 8
    assert not any(lane.folded for lane in (few, some, many))


def test_labels_yield_in_a_lane_that_would_be_higher_than_it_may() -> None:
    lane = Lane("Dunes", [_entry(f"f{one}", (f"200{one}-01-01",) * 4) for one in range(9)])
    lay_out([lane], AXIS, 400)
    assert all(entry.side for entry in lane.entries)
    rows = max(entry.row for entry in lane.entries)
    lay_out([lane], AXIS, 400, roomy=HEAD)
    assert max(entry.row for entry in lane.entries) <= rows


def test_a_label_stands_over_a_long_bar_and_left_of_one_at_the_end() -> None:
    long = _entry("a", ("2001-01-01", "2001-01-01", "2008-12-31", "2008-12-31"))
    late = _entry("b", ("2009-12-01",) * 4, "Un long nom de dune")
    lay_out([Lane("Dunes", [long, late])], AXIS, 600)
    assert (long.side, late.side) == ("over", "left")


def test_labels_are_cut_at_28_letters() -> None:
    assert short_label("x" * 28) == "x" * 28
    assert len(short_label("x" * 29)) == 28
