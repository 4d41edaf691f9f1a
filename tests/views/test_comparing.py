"""Two moments in words: sentences of both languages, grouped, cut and complete on demand."""

import networkx as nx
import pytest
from pyoxigraph import Store

from coopgraph.network.comparison import Comparison, compare
from coopgraph.network.projections import project
from coopgraph.views.comparing import comparison_view, spell_comparison, tell_comparison

DAY = {
    "earliest_begin": "2020-05-01",
    "latest_begin": "2020-05-01",
    "earliest_end": "2020-05-01",
    "latest_end": "2020-05-01",
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def agreements(dune: Store) -> Comparison:
    return compare(project(dune, "actors-by-agreement"), 2013, 2019)


def test_it_is_told_in_french(agreements: Comparison) -> None:
    text = plain(spell_comparison(agreements, "fr"))
    assert text.startswith("Les acteurs, par les accords : 2013 et 2019\n")
    assert "En 2013, 4 acteurs et 2 liens ; en 2019, 4 acteurs et 2 liens." in text
    assert "1 acteur entre dans le réseau, sûrement." in text
    assert "- Le Centre Exemple entre dans le réseau, avec 1 lien." in text
    assert "L’Institut Exemple quitte le réseau" in text
    assert (
        "- Le Centre Exemple et le Technopôle des Dunes, par « Second accord des Dunes »." in text
    )
    assert "Aucun lien n’est renouvelé." in text
    assert "1 lien s’éteint, sûrement." in text
    assert "toujours par « Déclaration de Havre-Exemple »" in text


def test_it_is_told_in_english(agreements: Comparison) -> None:
    text = plain(spell_comparison(agreements, "en"))
    assert text.startswith("Actors, by agreements: 2013 and 2019\n")
    assert "In 2013, 4 actors and 2 ties; in 2019, 4 actors and 2 ties." in text
    assert "1 tie begins, surely." in text
    assert "formerly through “Dunes agreement”." in text
    assert "No tie is renewed." in text


def test_a_renewal_names_what_follows_what(dune: Store) -> None:
    found = compare(project(dune, "territories"), 2013, 2019)
    assert "“Second Dunes agreement” follows “Dunes agreement”" in spell_comparison(found, "en")
    assert "« Second accord des Dunes » fait suite à « Accord des Dunes »" in plain(
        spell_comparison(found, "fr")
    )


def test_titles_are_quoted_and_a_record_that_is_an_end_is_not_named_twice(dune: Store) -> None:
    found = compare(project(dune, "agreements"), 2013, 2019)
    text = plain(spell_comparison(found, "fr"))
    assert "« Second accord des Dunes » → « Accord des Dunes » : renouvellement" in text
    found = compare(project(dune, "person-organisation"), 2013, 2019)
    assert "Ada Exemple → le Technopôle des Dunes, naguère par « directrice »" in plain(
        spell_comparison(found, "fr")
    )


def crowd(count: int) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for number in range(count):
        network.add_edge(
            "dune", f"oasis-{number:02}", key=f"visit-{number:02}", kind="mission",
            record=f"visit-{number:02}", label_fr=f"Visite {number}", label_en=f"Visit {number}",
            **DAY,
        )  # fmt: skip
    return network


def test_many_lines_are_cut_and_counted_unless_all_are_asked_for() -> None:
    found = compare(crowd(30), 2000, 2020)
    text = spell_comparison(found, "fr", most=5)
    assert text.count("Visite") == 5
    assert "- et 25 autres lignes" in text
    whole = spell_comparison(found, "fr", most=None)
    assert whole.count("Visite") == 30
    assert "autres lignes" not in whole


def test_pairs_of_one_record_are_one_line_and_what_is_sure_comes_first() -> None:
    network = nx.MultiDiGraph()
    data = {"kind": "mission", "record": "visit", "label_fr": "Visite", "label_en": "Visit", **DAY}
    for pair in (("a", "b"), ("a", "c"), ("b", "c")):
        network.add_edge(*pair, key="visit", **data)
    vague = {"earliest_begin": "2015-01-01", "latest_end": "2025-12-31", "record": "trip"}
    for target in "bcdefg":
        network.add_edge("A", target, key="trip", kind="mission", **vague)
    section = {one.name: one for one in tell_comparison(compare(network, 2000, 2020))}["began"]
    assert [line.en for line in section.lines] == [
        "A, b and c, through “Visit” (3 ties).",
        "A, b, c, d, e, f and g: mission (6 ties, possibly).",
    ]
    assert section.counted.fr == "9 liens apparaissent, dont 3 sûrement."


def test_markdown_has_headings(agreements: Comparison) -> None:
    lines = spell_comparison(agreements, "en", style="markdown").splitlines()
    assert lines[0].startswith("# Actors")
    assert {"## Entries", "## New ties", "## Lasting ties"} <= set(lines)


def test_the_picture_has_a_kind_of_tie_for_each_outcome(
    dune: Store, agreements: Comparison
) -> None:
    view = comparison_view(dune, project(dune, "actors-by-agreement"), agreements)
    assert {tie.kind for tie in view.ties} == {"began", "lapsed", "stayed"}
    assert view.kinds["lapsed"].fr == "lien éteint"
    assert len(view.ties) == 3
    assert len(view.nodes) == 5
    assert all(view.facts[tie.fact].evidence for tie in view.ties)


def test_what_has_no_known_begin_is_told_in_both_languages() -> None:
    network = crowd(2)
    seen = {"kind": "mission", "latest_begin": "2010-05-01", "latest_end": "2010-05-01"}
    network.add_edge("sel", "puits", key="seen", record="seen", **seen)
    later = {"kind": "mission", "latest_begin": "2031-05-01", "latest_end": "2031-05-01"}
    network.add_edge("sel", "oasis-00", key="later", record="later", **later)
    found = compare(network, 2000, 2020)
    english, french = spell_comparison(found, "en"), plain(spell_comparison(found, "fr"))
    assert "In 2000, 2 actors and 1 tie more are possible: no source says" in english
    assert "without a known begin or any source until the second date: 1 record." in english
    assert "1 tie lapses, possibly. No source says when it began." in english
    assert "Sel and puits: mission (possibly, begin unknown)." in english
    assert "2 acteurs et 1 lien de plus sont possibles : aucune source" in french
    assert "Laissé de côté, faute de début connu et de source jusqu’à la seconde date" in french
    assert "(peut-être, début inconnu)" in french


def test_ties_without_a_date_are_told_in_words_and_in_the_picture(
    dune: Store, agreements: Comparison
) -> None:
    """The plan of 2020 is agreed in principle and has no date."""
    assert [tie.record for tie in agreements.undated] == ["plan-dune-2020"]
    english = "1 tie without a date (1 record) is in neither moment."
    assert english in spell_comparison(agreements, "en")
    assert "1 lien sans date (1 fiche) n’est à aucun des deux moments." in plain(
        spell_comparison(agreements, "fr")
    )
    view = comparison_view(dune, project(dune, "actors-by-agreement"), agreements)
    assert english in view.description.en
    told = view.extras["comparison"]
    assert isinstance(told, dict)
    assert told["undated"] == 1
    assert "in neither moment: 1 tie without a date" in str(told["told"])
