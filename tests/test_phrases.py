"""Phrases: the closed list in both languages, what is refused, and the way back from spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.phrases import Understood, read_phrase
from coopgraph.spelling import spell_date


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("2010", "2010"),
        ("en 2010", "2010"),
        ("avril 2010", "2010-04"),
        ("en Avril  2010 ", "2010-04"),
        ("août 2019", "2019-08"),
        ("aout 2019", "2019-08"),
        ("AOÛT 2019", "2019-08"),
        ("13/08/2019", "2019-08-13"),
        ("3/8/2019", "2019-08-03"),
        ("le 13/08/2019", "2019-08-13"),
        ("13 août 2019", "2019-08-13"),
        ("le 1er août 2019", "2019-08-01"),
        ("oct. 2018", "2018-10"),
        ("Déc. 2018", "2018-12"),
        ("févr. 2010", "2010-02"),
        ("le 3 juil. 2010", "2010-07-03"),
        ("de janv. 2010 à sept. 2011", "2010-01/2011-09"),
        ("depuis avr 2010", "2010-04/.."),
        ("automne 2018", "2018-23"),
        ("à l’automne 2018", "2018-23"),
        ("à l'été 2018", "2018-22"),
        ("au printemps 2018", "2018-21"),
        ("hiver 2018", "2018-24"),
        ("hiver 2018-2019", "2018-24"),
        ("hiver 2018–2019", "2018-24"),
        ("dans les années 1990", "199X"),
        ("depuis 2010", "2010/.."),
        ("depuis le 13 août 2019", "2019-08-13/.."),
        ("depuis l’automne 2018", "2018-23/.."),
        ("vers 2011", "2011~"),
        ("environ 2011", "2011~"),
        ("vers le 13 août 2019", "2019-08-13~"),
        ("vers l’hiver 2018-2019", "2018-24~"),
        ("2010 (incertaine)", "2010?"),
        ("vers 2010 (incertain)", "2010%"),
        ("depuis vers 1984", "1984~/.."),
        ("de 2010 à 2014", "2010/2014"),
        ("d’avril 2010 au 13 août 2019", "2010-04/2019-08-13"),
        ("du 13 août 2019 à l’automne 2019", "2019-08-13/2019-23"),
        ("un jour entre avril 2010 et le 13 août 2019", "[2010-04..2019-08-13]"),
        ("à partir d’avril 2010 (jour inconnu)", "[2010-04..]"),
        ("au plus tard le 13/08/2019 (jour inconnu)", "[..2019-08-13]"),
    ],
)
def test_french(phrase: str, edtf: str) -> None:
    assert read_phrase(phrase) == Understood(edtf, None)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("April 2010", "2010-04"),
        ("in april 2010", "2010-04"),
        ("13 August 2019", "2019-08-13"),
        ("on August 13, 2019", "2019-08-13"),
        ("Jan. 2010", "2010-01"),
        ("13 Feb. 2019", "2019-02-13"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("since Aug 2019", "2019-08/.."),
        ("autumn 2018", "2018-23"),
        ("in the fall 2018", "2018-23"),
        ("winter 2018-2019", "2018-24"),
        ("the 1990s", "199X"),
        ("since 2010", "2010/.."),
        ("since the 1990s", "199X/.."),
        ("about 2011", "2011~"),
        ("circa April 2011", "2011-04~"),
        ("2010 (uncertain)", "2010?"),
        ("from 2010 to 2014", "2010/2014"),
        ("2019 and after, end unknown", "2019/"),
        ("some day between April 2010 and 13 August 2019", "[2010-04..2019-08-13]"),
        ("from April 2010 on (day unknown)", "[2010-04..]"),
        ("no later than 2016 (day unknown)", "[..2016]"),
    ],
)
def test_english(phrase: str, edtf: str) -> None:
    assert read_phrase(phrase) == Understood(edtf, None)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("prévu 2020", "2020"),
        ("prévu en 2020", "2020"),
        ("prévue pour avril 2020", "2020-04"),
        ("Prévus pour l’automne 2020", "2020-23"),
        ("planned for 2020", "2020"),
        ("planned in April 2020", "2020-04"),
        ("planned for about 2020", "2020~"),
    ],
)
def test_planned(phrase: str, edtf: str) -> None:
    assert read_phrase(phrase) == Understood(edtf, "planned")


@pytest.mark.parametrize("edtf", ["2010-04~", "199X", "[..2018-11]", "XXXX-09-30", "2010?/.."])
def test_edtf_is_its_own_phrase(edtf: str) -> None:
    assert read_phrase(edtf) == Understood(edtf, None)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "empty"),
        ("early 2015", "which months"),
        ("fin 2031", "2031-10/2031-12"),
        ("fin mai 2031", "2031-05"),
        ("jusqu’en 2032", "[..2032]"),
        ("après 2031", "2031/.."),
        ("entre 2031 et 2033", "[2031..2033]"),
        ("vers le milieu", "YYYY-05/YYYY-08"),
        ("le lendemain de 2031", "about 2031"),
        ("mid-2015", "which months"),
        ("début 2015", "which months"),
        ("fin mai 2015", "which months"),
        ("planned for early 2020", "which months"),
        ("jusqu’en 2016", "begin unknown"),
        ("until 2016", "begin unknown"),
        ("avant 2016", "begin unknown"),
        ("à partir de 2010", "end unknown"),
        ("après 2010", "end unknown"),
        ("entre 2010 et 2014", "lasted"),
        ("between 2010 and 2014", "lasted"),
        ("30 février 2019", "not in the calendar"),
        ("31/11/2019", "not in the calendar"),
        ("08/13/2019", "month must"),
        ("2019-02-29", "not in the calendar"),
        ("de 2014 à 2010", "before the begin"),
        ("avril", "not on the list"),
        ("avril 10", "not on the list"),
        ("avril. 2010", "not on the list"),
        ("oct.. 2010", "not on the list"),
        ("oct.-18", "not on the list"),
        ("1er Aug. 2019", "not on the list"),
        ("avril 2010 ou mai 2010", "not on the list"),
        ("1er August 2019", "not on the list"),
        ("hiver 2018-2020", "not on the list"),
        ("été 2018-2019", "not on the list"),
        ("prévu depuis 2010", "not on the list"),
        ("13 Ventôse 1799", "not on the list"),
        ("lundi 12 mai 2010", "not on the list"),
        ("il y a longtemps", "not on the list"),
        ("avril ٢٠١٠", "not on the list"),
    ],
)
def test_nothing_is_guessed(phrase: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason) as caught:
        read_phrase(phrase)
    assert caught.value.text == phrase
    assert caught.value.reason_fr.endswith(".")


# "Until 2016" does not say whether the begin is open or unknown, so it is not read back.
days = st.dates()
units = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day)[:4]),
    st.builds("{:04}-{}".format, st.integers(1, 9998), st.integers(21, 24)),
    st.integers(1, 999).map("{:03}X".format),
)
qualified = st.builds("{}{}".format, units, st.sampled_from(["", "~", "?", "%"]))
shapes = st.sampled_from(["{}", "{}/{}", "{}/..", "{}/", "/{}", "[{}..{}]", "[{}..]", "[..{}]"])


@given(shapes, qualified, qualified, st.sampled_from(["fr", "en"]))
def test_what_is_spelled_can_be_read(shape: str, first: str, last: str, language: str) -> None:
    edtf = shape.format(first, last)
    try:
        parse_date(edtf)
    except InvalidDate:
        edtf = first
    assert read_phrase(spell_date(edtf, language)) == Understood(edtf, None)


WORDS = """de à en le depuis vers since from to about prévu planned entre et avril April été fall
2010 2018-2019 13 1er 13/08/2019 (incertain) (uncertain) [ ] / .. environ 1990s années"""
words = st.sampled_from(WORDS.split())


@given(st.lists(words | st.text(max_size=4), max_size=6).map(" ".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        edtf = read_phrase(text).edtf
    except InvalidDate:
        return
    assert parse_date(edtf).edtf == edtf
