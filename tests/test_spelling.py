"""Dates in words: both languages, French articles and elisions, and no date without words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.spelling import MONTHS, SEASONS, spell_date


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2010", "2010", "2010"),
        ("2010-04", "avril 2010", "April 2010"),
        ("2019-08-13", "13 août 2019", "13 August 2019"),
        ("2019-08-01", "1er août 2019", "1 August 2019"),
        ("2018-21", "printemps 2018", "spring 2018"),
        ("2018-23", "automne 2018", "autumn 2018"),
        ("2018-24", "hiver 2018-2019", "winter 2018-2019"),
        ("2011~", "vers 2011", "about 2011"),
        ("2018-24~", "vers l’hiver 2018-2019", "about winter 2018-2019"),
        ("2019-08-13~", "vers le 13 août 2019", "about 13 August 2019"),
        ("2010?", "2010 (incertain)", "2010 (uncertain)"),
        ("2010%", "vers 2010 (incertain)", "about 2010 (uncertain)"),
        ("?2010", "2010 (incertain)", "2010 (uncertain)"),
        ("2010?-05-06", "6 mai 2010 (en partie incertain)", "6 May 2010 (partly uncertain)"),
        ("2010-05~-06", "6 mai 2010 (en partie approximatif)", "6 May 2010 (partly approximate)"),
        (
            "2010~-05?",
            "mai 2010 (en partie approximatif et incertain)",
            "May 2010 (partly approximate and uncertain)",
        ),
        ("199X", "années 1990", "1990s"),
        ("199X~", "vers les années 1990", "about the 1990s"),
        ("19XX", "années 1900 à 1999", "years 1900 to 1999"),
        ("199X-05", "mai, années 1990", "May, 1990s"),
        ("XXXX-09-30", "30 septembre (année inconnue)", "30 September (year unknown)"),
        ("XXXX-09-XX", "septembre (année et jour inconnus)", "September (year and day unknown)"),
        ("2010-XX", "2010 (mois inconnu)", "2010 (month unknown)"),
        ("2010-04-XX", "avril 2010 (jour inconnu)", "April 2010 (day unknown)"),
    ],
)
def test_one_date(edtf: str, french: str, english: str) -> None:
    assert (spell_date(edtf, "fr"), spell_date(edtf, "en")) == (french, english)


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2010/..", "depuis 2010", "since 2010"),
        ("2016-09-30/..", "depuis le 30 septembre 2016", "since 30 September 2016"),
        ("2018-23/..", "depuis l’automne 2018", "since autumn 2018"),
        ("1984~/..", "depuis 1984 environ", "since about 1984"),
        ("199X/..", "depuis les années 1990", "since the 1990s"),
        ("2019/", "2019 et après, fin inconnue", "2019 and after, end unknown"),
        ("2022~/", "2022 environ et après, fin inconnue", "about 2022 and after, end unknown"),
        ("/2007", "2007 et avant, début inconnu", "2007 and before, beginning unknown"),
        ("../2021", "jusqu’en 2021", "until 2021"),
        ("../2015-12-31", "jusqu’au 31 décembre 2015", "until 31 December 2015"),
        ("../2018-22", "jusqu’à l’été 2018", "until summer 2018"),
        ("../199X", "jusqu’aux années 1990", "until the 1990s"),
        ("2010/2014", "de 2010 à 2014", "from 2010 to 2014"),
        ("2010-04/2010-08", "d’avril 2010 à août 2010", "from April 2010 to August 2010"),
        ("2018-21/2018-22", "du printemps 2018 à l’été 2018", "from spring 2018 to summer 2018"),
        ("199X/2005", "des années 1990 à 2005", "from the 1990s to 2005"),
        (
            "2011-10-25?/2011-10-28",
            "du 25 octobre 2011 (incertain) au 28 octobre 2011",
            "from 25 October 2011 (uncertain) to 28 October 2011",
        ),
        ("1984/2008~", "de 1984 à 2008 environ", "from 1984 to about 2008"),
    ],
)
def test_what_lasted(edtf: str, french: str, english: str) -> None:
    assert (spell_date(edtf, "fr"), spell_date(edtf, "en")) == (french, english)


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        (
            "[2010-04..2019-08-13]",
            "un jour entre avril 2010 et le 13 août 2019",
            "some day between April 2010 and 13 August 2019",
        ),
        ("[2010-04..]", "à partir d’avril 2010 (jour inconnu)", "from April 2010 on (day unknown)"),
        ("[2018-23..]", "à partir de l’automne 2018 (jour inconnu)", None),
        ("[2018-21..]", "à partir du printemps 2018 (jour inconnu)", None),
        ("[..2016]", "au plus tard en 2016 (jour inconnu)", "no later than 2016 (day unknown)"),
        ("[..2008-05-20]", "au plus tard le 20 mai 2008 (jour inconnu)", None),
        ("[..2018-22]", "au plus tard à l’été 2018 (jour inconnu)", None),
        ("[..2018-21]", "au plus tard au printemps 2018 (jour inconnu)", None),
    ],
)
def test_one_unknown_day(edtf: str, french: str, english: str | None) -> None:
    assert spell_date(edtf, "fr") == french
    assert english is None or spell_date(edtf, "en") == english


def test_french_elides_before_vowels_only() -> None:
    starts = [spell_date(f"2010-{month:02}/2011", "fr")[:3] for month in range(1, 13)]
    elided = [name for name, start in zip(MONTHS["fr"], starts, strict=True) if start[1] == "’"]
    assert elided == ["avril", "août", "octobre"]


def test_months_and_seasons_are_complete() -> None:
    assert {len(names) for names in MONTHS.values()} == {12}
    assert {len(names) for names in SEASONS.values()} == {4}


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="'fr' or 'en'"):
        spell_date("2010", "de")


def test_what_is_no_date_has_no_words() -> None:
    with pytest.raises(InvalidDate):
        spell_date("2019-02-29", "fr")


marks = st.sampled_from(["", "", "", "?", "~", "%"])
years = st.sampled_from(["2010", "2011", "0987", "199X", "19XX", "XXXX"])
months = st.sampled_from(["", "-01", "-02", "-04", "-12", "-21", "-24", "-XX"])
days_of_month = st.sampled_from(["", "", "-01", "-08", "-29", "-XX"])
units = st.tuples(marks, years, marks, months, marks, days_of_month, marks).map("".join)
shapes = st.sampled_from(
    ["{}", "{}/{}", "{}/..", "{}/", "../{}", "/{}", "[{}..{}]", "[{}..]", "[..{}]"]
)


@given(shapes, units, units, st.sampled_from(["fr", "en"]))
def test_every_date_has_words(shape: str, first: str, last: str, language: str) -> None:
    edtf = shape.format(first, last)
    try:
        parse_date(edtf)
    except InvalidDate:
        return
    words = spell_date(edtf, language)
    assert words == " ".join(words.split())
    assert "X" not in words
