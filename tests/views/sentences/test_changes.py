import pytest

from coopgraph.views.sentences.changes import TIE, counted, noun_for, without_any_date


@pytest.mark.parametrize(
    ("name", "count", "sure", "fr", "en"),
    [
        ("entered", 0, 0, "Aucun acteur n’entre dans le réseau.", "No actor enters the network."),
        ("left", 1, 0, "1 acteur quitte le réseau, peut-être.",
         "1 actor leaves the network, possibly."),
        ("entered", 3, 3, "3 acteurs entrent dans le réseau, tous sûrement.",
         "3 actors enter the network, all of them surely."),
        ("left", 2, 0, "2 acteurs quittent le réseau, aucun sûrement.",
         "2 actors leave the network, none of them surely."),
    ],
)  # fmt: skip
def test_changes_are_counted_in_sentences(
    name: str, count: int, sure: int, fr: str, en: str
) -> None:
    assert counted(name, noun_for("actors"), count, sure) == (fr, en)


def test_records_are_feminine_in_french() -> None:
    assert counted("left", noun_for("chains"), 0, 0).fr.startswith("Aucune fiche ne quitte")
    assert "toutes sûrement" in counted("left", noun_for("chains"), 2, 2).fr
    assert counted("renewed", TIE, 0, 0).fr == "Aucun lien n’est renouvelé."


def test_ties_without_a_date_are_counted_with_their_records() -> None:
    told = without_any_date(1200, 2)
    assert told.en == "1,200 ties without a date (2 records) are in neither moment"
    assert told.fr.endswith("liens sans date (2 fiches) ne sont à aucun des deux moments")
    assert without_any_date(0, 0) == ("", "")
