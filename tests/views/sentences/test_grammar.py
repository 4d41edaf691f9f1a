import pytest

from coopgraph.views.sentences.grammar import for_date, of, on_date, to, with_article

# EDTF, in French, in English
DATES = (
    ("2010", "en 2010", "in 2010"),
    ("2010-04", "en avril 2010", "in April 2010"),
    ("2019-08-01", "le 1er août 2019", "on 1 August 2019"),
    ("2018-21", "au printemps 2018", "in spring 2018"),
    ("2018-22", "à l’été 2018", "in summer 2018"),
    ("2018-24", "à l’hiver 2018-2019", "in winter 2018-2019"),
    ("199X", "dans les années 1990", "in the 1990s"),
    ("2011~", "vers 2011", "in about 2011"),
    ("2010-04/..", "depuis avril 2010", "since April 2010"),
    ("2010/2014", "de 2010 à 2014", "from 2010 to 2014"),
    ("../2016", "jusqu’en 2016", "until 2016"),
    (
        "[2010-04..2019-08-13]",
        "un jour entre avril 2010 et le 13 août 2019",
        "on some day between April 2010 and 13 August 2019",
    ),
    (
        "[..2018-11]",
        "au plus tard en novembre 2018 (jour inconnu)",
        "no later than November 2018 (day unknown)",
    ),
    ("XXXX-09-30", "le 30 septembre (année inconnue)", "on 30 September (year unknown)"),
    ("", "", ""),
    ("not a date", "en not a date", "in not a date"),
)
# name, inside a sentence, after de, after à
NAMES = (
    ("Marine des Dunes", "la Marine des Dunes", "de la Marine des Dunes", "à la Marine des Dunes"),
    ("Ministère", "le Ministère", "du Ministère", "au Ministère"),
    ("École du Sel", "l’École du Sel", "de l’École du Sel", "à l’École du Sel"),
    ("Acteurs du Sel", "les Acteurs du Sel", "des Acteurs du Sel", "aux Acteurs du Sel"),
    ("Oasis", "Oasis", "d’Oasis", "à Oasis"),
    ("Sablier", "Sablier", "de Sablier", "à Sablier"),
    ("Port-Dune", "Port-Dune", "de Port-Dune", "à Port-Dune"),
)


@pytest.mark.parametrize(("edtf", "french", "english"), DATES)
def test_dates_have_their_prepositions(edtf: str, french: str, english: str) -> None:
    assert (on_date(edtf, "fr"), on_date(edtf, "en")) == (french, english)


@pytest.mark.parametrize(("name", "inside", "after_de", "after_a"), NAMES)
def test_names_have_their_articles(name: str, inside: str, after_de: str, after_a: str) -> None:
    assert (with_article(name, "fr"), of(name), to(name)) == (inside, after_de, after_a)


def test_english_takes_the_article_where_the_name_asks_for_it() -> None:
    names = ("Dunes Navy", "University of Salt", "Salt University", "Oasis", "The Well")
    shown = [with_article(name, "en") for name in names]
    assert shown == [
        "the Dunes Navy",
        "the University of Salt",
        "Salt University",
        "Oasis",
        "The Well",
    ]


def test_plans_are_for_a_date() -> None:
    assert [for_date(edtf) for edtf in ("2019-08-13", "2019/2020", "")] == [
        "for 13 August 2019",
        "from 2019 to 2020",
        "",
    ]
