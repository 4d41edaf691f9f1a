from datetime import date

import pytest

from coopgraph.errors import UsageError
from coopgraph.network.moments import Moment, When, moment_of, period_of


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (2000, ("2000-01-01", "2000-12-31")),
        (date(2010, 4, 3), ("2010-04-03", "2010-04-03")),
        ("avril 2010", ("2010-04-01", "2010-04-30")),
        ("2010/2014", ("2010-01-01", "2014-12-31")),
        (Moment("2010-01-01", "2010-06-30"), ("2010-01-01", "2010-06-30")),
    ],
)
def test_a_moment_is_the_days_that_are_meant(when: When, days: tuple[str, str]) -> None:
    assert tuple(moment_of(when)) == days


def test_what_is_no_date_or_has_no_end_is_refused_in_both_languages() -> None:
    with pytest.raises(UsageError) as problem:
        moment_of("hier matin au port")
    assert "n’est pas une date" in problem.value.text("fr")
    with pytest.raises(UsageError) as problem:
        moment_of("2010/..")
    assert "open on one side" in problem.value.text("en")


def test_a_year_is_one_of_the_calendar_and_a_period_may_be_open() -> None:
    assert period_of(2010) == period_of("2010") == (date(2010, 1, 1), date(2010, 12, 31))
    assert period_of("../2010") == (None, date(2010, 12, 31))
    for year in (0, 10000, True):
        with pytest.raises(UsageError, match="no year"):
            moment_of(year)
