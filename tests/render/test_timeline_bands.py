from coopgraph.render.timeline_bands import YearCount, count_years, fullest_year
from coopgraph.render.timeline_layout import Days

HELD: Days = ("2001-05-01", "2002-01-01", "2003-12-31", "2004-02-01")
DAY: Days = ("2002-06-01",) * 4


def _counts(*items: tuple[Days, bool]) -> list[tuple[int, int, int]]:
    return [count[1:] for count in count_years(items, 2000, 2005)]


def test_what_is_sure_is_not_counted_as_possible_too() -> None:
    assert _counts((HELD, True)) == [
        (0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 0),
    ]  # fmt: skip


def test_a_plan_is_counted_apart_and_never_sure() -> None:
    assert _counts((DAY, False), (DAY, True))[2] == (1, 0, 1)


def test_an_unknown_bound_may_be_any_year_of_the_period() -> None:
    assert _counts((("2004-01-01", "2004-01-01", None, None), True))[3:] == [
        (0, 0, 0), (0, 1, 0), (0, 1, 0),
    ]  # fmt: skip
    assert _counts(((None, None, "2001-01-01", "2001-01-01"), True))[:3] == [
        (0, 1, 0), (0, 1, 0), (0, 0, 0),
    ]  # fmt: skip


def test_what_lies_outside_the_period_is_not_counted() -> None:
    early, late, around = (("1990-01-01",) * 4, ("2010-01-01",) * 4, ("1990-01-01",) * 2)
    assert not any(map(any, _counts((early, True), (late, True))))
    assert _counts(((*around, "2010-01-01", "2010-01-01"), True)) == [(1, 0, 0)] * 6


def test_the_fullest_year_is_the_first_of_several() -> None:
    assert fullest_year(count_years([(HELD, True)], 2000, 2005)) == YearCount(2001, 0, 1, 0)
    assert fullest_year(count_years([], 2000, 2005)) is None
    assert fullest_year([]) is None
