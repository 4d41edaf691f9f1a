"""Dates and names in a text."""

import pytest
from pyoxigraph import Store

from coopgraph.queries.asking.moments import find_moments
from coopgraph.queries.asking.names import Names
from coopgraph.queries.asking.reading import read_text
from coopgraph.queries.asking.words import guess_language


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "missions en 2018 ?", ["2018"]),
        ("fr", "depuis 2010", ["2010/.."]),
        ("en", "between 2005 and 2010", ["2005/2010"]),
        ("fr", "au 31 décembre 2015", ["2015-12-31"]),
        ("fr", "à l’été 2019", ["2019-22"]),
        ("en", "in the 1990s", ["199X"]),
        ("fr", "dans les années 1990", ["199X"]),
        ("fr", "avant 1990", ["../1990"]),
        ("fr", "de 2005 à 2010 puis en avril 2012", ["2005/2010", "2012-04"]),
        ("en", "August 13, 2019", ["2019-08-13"]),
        ("fr", "le 31/12/2015", ["2015-12-31"]),
        ("fr", "la 66e session", []),
        ("fr", "le 31 février 2015", ["2015-02"]),
        ("en", "between 2010 and 2005", ["2010", "2005"]),
    ],
)
def test_dates_are_found(language: str, text: str, edtf: list[str]) -> None:
    assert [moment.edtf for moment in find_moments(text, language)] == edtf


@pytest.mark.parametrize(
    ("text", "language"),
    [("qui a signé", "fr"), ("who signed", "en"), ("accords signés", "fr"), ("treaties", "en")],
)
def test_the_language_shows_in_small_words(text: str, language: str) -> None:
    assert guess_language(text, otherwise="fr" if language == "en" else "en") == language


def records(text: str, names: Names) -> set[str]:
    reading = read_text(text, names, language="fr", schemes=(), known=frozenset())
    return {m.value for m in reading.mentions if m.kind == "record" and m.strength > 0.8}


def test_the_longest_name_wins(names: Names) -> None:
    assert "technopole-maritime-du-quebec" in records(
        "Que fait le technopole maritime du québec ?", names
    )
    assert records("Que fait le Technopole maritime du Québec ?", names) == {
        "technopole-maritime-du-quebec"
    }


def test_a_small_word_is_no_acronym_unless_in_capitals(names: Names) -> None:
    assert "ets" not in records("ils ont été à Brest", names)
    assert "cpcfq" in records("les sessions de la CPCFQ", names)


def test_a_town_may_stand_for_its_council(names: Names, corpus: Store) -> None:
    reading = read_text(
        "les accords de Bordeaux", names, language="fr", schemes=(), known=frozenset()
    )
    strengths = {m.value: m.strength for m in reading.mentions if m.kind == "record"}
    assert strengths["bordeaux"] > strengths["ville-bordeaux"] > 0.5
