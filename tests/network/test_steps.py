"""Steps of time: where each begins and ends, what is read as one, what is refused."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.errors import UsageError
from coopgraph.network.steps import AnyStep, Stride, periods, read_step


@pytest.mark.parametrize(
    ("step", "days"),
    [
        ("year", [("2009-01-01", "2009-12-31"), ("2010-01-01", "2010-12-31")]),
        ("decade", [("2000-01-01", "2009-12-31"), ("2010-01-01", "2019-12-31")]),
        (5, [("2009-01-01", "2013-12-31")]),
        ("month", [("2009-12-01", "2009-12-31"), ("2010-01-01", "2010-01-31")]),
        ("3 months", [("2009-12-01", "2010-02-28")]),
        ("trimestre", [("2009-10-01", "2009-12-31"), ("2010-01-01", "2010-03-31")]),
        ("2w", [("2009-12-14", "2009-12-27"), ("2009-12-28", "2010-01-10")]),
        ("15 jours", [("2009-12-15", "2009-12-29"), ("2009-12-30", "2010-01-13")]),
    ],
)
def test_steps_are_whole_days_weeks_months_and_years(
    step: AnyStep, days: list[tuple[str, str]]
) -> None:
    found = periods(date(2009, 12, 15), date(2010, 1, 3), step)
    assert [(one.isoformat(), other.isoformat()) for one, other in found] == days


@given(
    st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    st.integers(0, 400),
    st.integers(1, 20),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]),
)
def test_steps_follow_each_other_and_hold_the_whole_period(
    first: date, length: int, number: int, unit: str
) -> None:
    last = first + timedelta(days=length)
    found = list(periods(first, last, f"{number} {unit}"))
    assert found[0][0] <= first
    assert found[-1][0] <= last <= found[-1][1]
    for (_, end), (begin, _) in pairwise(found):
        assert begin - end == timedelta(days=1)


def test_the_calendar_has_an_end_and_a_beginning() -> None:
    assert list(periods(date(9995, 3, 1), date.max, "decade")) == [(date(9990, 1, 1), date.max)]
    assert next(periods(date.min, date.max, "decade")) == (date.min, date(9, 12, 31))
    assert next(periods(date.min, date.max, "week"))[0] == date.min


@pytest.mark.parametrize("text", ["3m", "3 months", "3 mois", " 3M "])
def test_a_step_is_read_as_people_write_it(text: str) -> None:
    assert read_step(text) == Stride(3, "month")


@pytest.mark.parametrize("step", ["fortnight", "", "0 months", 0, -1, "3 4", "y3", "1.5 years"])
def test_what_is_no_step_is_refused_in_both_languages(step: AnyStep) -> None:
    with pytest.raises(UsageError) as problem:
        read_step(step)
    assert "3 months" in problem.value.text("en")
    assert "3\u00a0mois" in problem.value.text("fr").replace(" mois", "\u00a0mois")
