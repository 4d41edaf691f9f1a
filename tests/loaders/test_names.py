"""Names are nodes with dates, and alternative labels of their record."""

from collections.abc import Callable

import pytest

Loaded = Callable[..., set[str]]


@pytest.mark.parametrize(("language", "literal"), [("fr", '"TD"@fr'), ("", '"TD"')])
def test_a_name_is_also_an_alternative_label(loaded: Loaded, language: str, literal: str) -> None:
    made = loaded("names", id="n", record="technopole-dune", name="TD", language=language)
    assert f"<id/name/n> <coop:nameText> {literal}" in made
    assert f"<id/actor/technopole-dune> <skos:altLabel> {literal}" in made


def test_an_identifier_stays_a_node_of_its_own(loaded: Loaded) -> None:
    made = loaded("identifiers", id="i", record="technopole-dune", scheme="wikidata", value="Q0")
    assert "<id/identifier/i> <coop:identifierScheme> <scheme/identifier-scheme/wikidata>" in made
    assert '<id/identifier/i> <coop:value> "Q0"' in made
