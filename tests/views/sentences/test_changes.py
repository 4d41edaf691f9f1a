import pytest

from coopgraph.views.sentences.changes import TIE, counted, noun_for


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
