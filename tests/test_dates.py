"""Dates: every form of the tables, their bounds, what is refused, and how periods compare."""

import pickle
import timeit
import warnings
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.dates import (
    InvalidDate,
    UncertainDate,
    certainly_during,
    closed_on,
    parse_date,
    possibly_during,
)

# One example of every form that the collected sources use, digits aside.
FORMS = """
../2021 ../2019-06 ../2002-02-18 /2007 /1988-06 /2014-12-01 2021 2010-10 2018-23 2018-24 2014-03-24
1967-04-14/ 2016-01-01/.. 2017-01-01/2020 2016-01-29/2026-02 2021-05-28/2023-22
2016-01-01/2016-09-29 2016-08-22/2019-01~ 2017-05-05/2022~ 2023-06-14? 2023-02-09?/2023-02-15
2011-10-25?/2011-10-28? 1988-06/ 2016-10/.. 2011-05/2012-12 2021-05/2023-21 2010-04/2019-08-13
2023-11/2024-06~ 2024-10? 2019-06~ 2018-23~ 2018-24~ 2000/ 1965/.. 2000/2002 2021/2023-03
2017/2018-12-31 1984/2008~ 2016? 2014~ 2022~/ 1984~/.. 2006~/2012-04 199X 199X-05 XXXX-09-30
2010?-05-06 2011% [..2008-05-20] [..2018-11] [..2018] [2008-07-01..2008-07-07]
[2017-04-03..2017-08] [2023-09-05..] [2010-04..2019-08-13] [2011-05..2012-12] [2010-11..]
[2017..2018-03-16] [2005..2008-10] [2011..2012] [2017..] 2010-12/2011-24 2010-XX 2010-04-XX
"""

REFUSED = {
    "without spaces": [" 2010", "2010\n", "2010 / 2014", "avril 2010"],
    "empty": [""],
    "not in the calendar": ["2019-02-29", "199X-02-30", "XXXX-04-31", "2010-04-00"],
    "month must": ["2010-13", "2010-00", "2010-25-01", "XXXX-13"],
    "year must": ["0000", "000X", "9999-24"],
    "A season": ["2018-23-01", "199X-21"],
    "before the begin": ["2012/2010", "[2019..2010]", "2012~/2011-12-31"],
    "Nothing is known": ["/", "../..", "../", "/..", "[..]", "XXXX", "XXXX-XX-XX"],
    "known year": ["XXXX-09-30/2010", "[..XXXX-09]"],
}
JUNK = """２０１０ ٢٠١٠ 2010-4 10-04-2010 2010?~ 201 20100 2010-XX-15 2010X -0044 Y17000 [2010] [..
[2010.2012] [2010..2011..2012] [2010....] [2010..,..2010] .. 2010/2011/2012 2010; 2010/..2011 1X99
{2010..2012} 2010-04-30T10:00 unknown [/2016] [../2016]"""


def bounds(found: UncertainDate) -> str:
    four = (found.earliest_begin, found.latest_begin, found.earliest_end, found.latest_end)
    return " ".join(str(day) if day else "-" for day in four)


@pytest.mark.parametrize("edtf", FORMS.split())
def test_every_form_in_use_is_read(edtf: str) -> None:
    assert parse_date(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "expected", "marks"),
    [
        ("2010-04", "2010-04-01 2010-04-30 2010-04-01 2010-04-30", ""),
        ("2012-02", "2012-02-01 2012-02-29 2012-02-01 2012-02-29", ""),
        ("2010-04-30", "2010-04-30 2010-04-30 2010-04-30 2010-04-30", ""),
        ("2018-22", "2018-06-01 2018-08-31 2018-06-01 2018-08-31", ""),
        ("2018-23", "2018-09-01 2018-11-30 2018-09-01 2018-11-30", ""),
        ("2018-24", "2018-12-01 2019-02-28 2018-12-01 2019-02-28", ""),
        ("2019-24~", "2019-12-01 2020-02-29 2019-12-01 2020-02-29", ""),
        ("199X", "1990-01-01 1999-12-31 1990-01-01 1999-12-31", ""),
        ("19XX", "1900-01-01 1999-12-31 1900-01-01 1999-12-31", ""),
        ("199X-05", "1990-05-01 1999-05-31 1990-05-01 1999-05-31", ""),
        ("199X-02-29", "1992-02-29 1996-02-29 1992-02-29 1996-02-29", ""),
        ("2010-02-XX", "2010-02-01 2010-02-28 2010-02-01 2010-02-28", ""),
        ("XXXX-09-30", "- - - -", ""),
        ("2010?-05-06", "2010-05-06 2010-05-06 2010-05-06 2010-05-06", ""),
        ("[2010-04..2019-08-13]", "2010-04-01 2019-08-13 2010-04-01 2019-08-13", "window"),
        ("[..2018-11]", "- 2018-11-30 - 2018-11-30", "window"),
        ("[2010-04..]", "2010-04-01 - 2010-04-01 -", "window"),
        ("2010/2014", "2010-01-01 2010-12-31 2014-01-01 2014-12-31", "duration"),
        ("2010-12/2011-24", "2010-12-01 2010-12-31 2011-12-01 2012-02-29", "duration"),
        ("2010/..", "2010-01-01 2010-12-31 - -", "duration open-end"),
        ("2010/", "2010-01-01 2010-12-31 2010-01-01 -", "duration unknown-end"),
        ("../2016", "- - 2016-01-01 2016-12-31", "duration open-begin"),
        ("/2016", "- 2016-12-31 2016-01-01 2016-12-31", "duration unknown-begin"),
    ],
)
def test_bounds_and_marks(edtf: str, expected: str, marks: str) -> None:
    found = parse_date(edtf)
    assert (bounds(found), found.marks) == (expected, tuple(marks.split()))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2010~", "approximate"),
        ("2010%", "approximate uncertain"),
        ("2010?-05-06", "uncertain"),
        ("2010-?05-06", "uncertain"),
        ("2010?-05~", "approximate uncertain"),
        ("1984~/2008?", "approximate uncertain"),
        ("[2010~..2012]", "approximate"),
    ],
)
def test_qualifiers_are_kept_and_move_no_bound(edtf: str, expected: str) -> None:
    found = parse_date(edtf)
    plain = "".join(sign for sign in edtf if sign not in "?~%")
    assert found.qualifiers == tuple(expected.split())
    assert bounds(found) == bounds(parse_date(plain))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, reason) for reason in REFUSED for text in REFUSED[reason]),
        *((text, "Unknown form") for text in JUNK.split()),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason) as caught:
        parse_date(text)
    assert caught.value.text == text
    assert caught.value.reason_fr.endswith(".")
    assert caught.value.reason_fr != caught.value.reason_en


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    with pytest.raises(InvalidDate) as caught:
        parse_date("2010-13")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (copy.text, str(copy)) == (caught.value.text, str(caught.value))


@pytest.mark.parametrize(
    ("edtf", "begin", "end", "possibly", "certainly"),
    [
        ("2010-04", "2010-04-10", "2010-12-31", True, False),
        ("2010-04", "2010-05-01", "2010-12-31", False, False),
        ("2010/2014", "2012-01-01", "2012-12-31", True, True),
        ("2010/2014", "2014-06-01", "2015-12-31", True, False),
        ("2010/..", "2012-01-01", "2012-12-31", True, False),
        ("2010/..", None, "2009-12-31", False, False),
        ("2010/", "2010-01-01", "2010-12-31", True, True),
        ("../2016", "2016-01-01", "2016-12-31", True, False),
        ("/2016", "2016-01-01", "2016-12-31", True, True),
        ("[2010-04..2019-08-13]", "2012-01-01", "2012-12-31", True, False),
        ("[2010-04..2019-08-13]", "2010-01-01", "2019-12-31", True, True),
        ("[2010-04..]", None, "2010-03-31", False, False),
        ("[..2016]", "2017-01-01", None, False, False),
        ("2010", None, None, True, True),
        ("XXXX-09-30", None, None, False, False),
    ],
)
def test_during(
    edtf: str, begin: str | None, end: str | None, possibly: bool, certainly: bool
) -> None:
    first = date.fromisoformat(begin) if begin else None
    last = date.fromisoformat(end) if end else None
    found = parse_date(edtf)
    assert possibly_during(found, first, last) is possibly
    assert certainly_during(found, first, last) is certainly


def test_an_open_end_lasts_until_the_source_spoke() -> None:
    seen = closed_on(parse_date("2010/.."), date(2019, 8, 13))
    assert bounds(seen) == "2010-01-01 2010-12-31 2019-08-13 -"
    assert certainly_during(seen, date(2015, 1, 1), date(2015, 12, 31))
    assert not certainly_during(seen, date(2019, 8, 14), None)
    # A source of June does not vouch for December of that year.
    assert closed_on(parse_date("2010/.."), date(2010, 6, 1)).earliest_end == date(2010, 6, 1)


@pytest.mark.parametrize("edtf", ["2010", "2010/", "../2016", "[2010..]"])
def test_what_is_not_open_is_not_closed(edtf: str) -> None:
    assert closed_on(parse_date(edtf), date(2019, 8, 13)) is parse_date(edtf)


days = st.dates(min_value=date(1500, 1, 1), max_value=date(2500, 12, 31))
units = st.one_of(
    days.map(str),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    st.tuples(days, st.integers(21, 24)).map(lambda pair: f"{pair[0]:%Y}-{pair[1]}"),
    days.map(lambda day: f"{day.year // 10}X"),
    days.map(lambda day: f"{day.year // 10}X-{day:%m}"),
)
qualified = st.tuples(units, st.sampled_from(["", "", "~", "?", "%"])).map("".join)


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    first, last = sorted((draw(qualified), draw(qualified)), key=_first_day)
    shapes = (
        "{a}",
        "{a}/{b}",
        "{a}/..",
        "{a}/",
        "../{a}",
        "/{a}",
        "[{a}..{b}]",
        "[{a}..]",
        "[..{a}]",
    )
    return draw(st.sampled_from(shapes)).format(a=first, b=last)


def _first_day(unit: str) -> date:
    return parse_date(unit).earliest_begin or date.min


@given(edtf_dates())
def test_bounds_are_in_order(edtf: str) -> None:
    found = parse_date(edtf)
    pairs = (
        (found.earliest_begin, found.latest_begin),
        (found.earliest_end, found.latest_end),
        (found.earliest_begin, found.latest_end),
    )
    assert all(low <= high for low, high in pairs if low and high)


@given(edtf_dates())
def test_reading_what_was_read_changes_nothing(edtf: str) -> None:
    assert parse_date(parse_date(edtf).edtf) == parse_date.__wrapped__(edtf)


@given(edtf_dates(), st.none() | days, st.none() | days, days)
def test_certain_is_possible(edtf: str, begin: date | None, end: date | None, spoken: date) -> None:
    found = closed_on(parse_date(edtf), spoken)
    if certainly_during(found, begin, end):
        assert possibly_during(found, begin, end)


@given(days, st.integers(0, 4000), days, st.integers(0, 4000))
def test_known_spans_touch_as_sets_of_days_do(a: date, m: int, b: date, n: int) -> None:
    last, end = a + timedelta(m), b + timedelta(n)
    touch = a <= end and b <= last
    found = parse_date(f"{a}/{last}")
    assert possibly_during(found, b, end) is certainly_during(found, b, end) is touch


@given(st.text(alphabet="0129X-/.[]?~% ٣é", max_size=24))
def test_junk_raises_invalid_date_and_nothing_else(text: str) -> None:
    with suppress(InvalidDate):
        assert parse_date(text).edtf == text


def test_reading_is_fast() -> None:
    read = parse_date.__wrapped__
    best = min(timeit.repeat(lambda: read("2010-04-30"), number=2_000)) / 2_000
    assert best < 15e-6


# What edtf 5.0.2 gets wrong or cannot read, so that it is no judge of these forms.
KNOWN_ERRORS = {
    "2018-24": "ends winter on 31 December of the same year",
    "2018-23~": "reads no qualified season",
    "[2010-04..2019-08-13]": "reads no window between months or days",
    "2010/": "ends an unknown end after ten years",
    "/2016": "begins an unknown begin ten years before",
    "XXXX-09-30": "spreads it over the years 0 to 9999",
    "199X-02-29": "takes 29 February for a day of every year",
    "2019-02-29": "takes it for a day",
    "2012/2010": "takes it for a span",
    "0000": "has a year 0",
}
SHARED = """
2010 2010-04 2012-02 2010-04-30 2018-21 2018-22 2018-23 199X 19XX 199X-05 2010~ 2010? 2010%
2010-04~ 2010-04-30? 2010?-05-06 2010/2014 2010-04/2019-08-13 2018-22/2018-23 2010/.. ../2016
1984~/.. 1984/2008~ [..2016] [..2018-11] [2010..] [2010-04..] 2010-XX 2010-04-XX
"""


def _outer_days_by_edtf(edtf: str) -> list[str]:
    """Return the first and last day by the edtf package; its infinities are no bound."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its parser uses names that pyparsing has deprecated
        from edtf import parse_edtf

        theirs = parse_edtf(edtf, fail_silently=True)
        if theirs is None:
            return ["refused", "refused"]
        days = (theirs.lower_strict(), theirs.upper_strict())
    return ["-" if isinstance(day, float) else "{:04}-{:02}-{:02}".format(*day) for day in days]


@pytest.mark.parametrize("edtf", SHARED.split())
def test_the_edtf_package_agrees_on_the_outer_days(edtf: str) -> None:
    ours = bounds(parse_date(edtf)).split()
    assert _outer_days_by_edtf(edtf) == [ours[0], ours[3]]


@pytest.mark.parametrize("edtf", KNOWN_ERRORS)
def test_the_known_errors_of_the_edtf_package_are_still_there(edtf: str) -> None:
    try:
        ours = bounds(parse_date(edtf)).split()
    except InvalidDate:
        ours = ["not a date"] * 4
    assert _outer_days_by_edtf(edtf) != [ours[0], ours[3]], KNOWN_ERRORS[edtf]
