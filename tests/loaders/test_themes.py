"""Themes are concepts of a scheme that is data."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_theme_is_a_concept_in_the_scheme_of_themes(loaded: Loaded) -> None:
    assert loaded("themes", id="sel", label_fr="Sel", label_en="Salt") == {
        "<scheme/theme/sel> <rdf:type> <skos:Concept>",
        "<scheme/theme/sel> <skos:inScheme> <scheme/theme>",
        '<scheme/theme/sel> <skos:prefLabel> "Sel"@fr',
        '<scheme/theme/sel> <skos:prefLabel> "Salt"@en',
    }
