"""Places are named in both languages, like actors."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_place_without_an_english_name_keeps_the_french_one(loaded: Loaded) -> None:
    made = loaded("places", id="dune", name_fr="Port-Dune", within="port-dune")
    assert '<id/place/dune> <skos:prefLabel> "Port-Dune"@en' in made
    assert '<id/place/dune> <coop:untranslated> "true"^^<xsd:boolean>' in made
    assert "<id/place/dune> <coop:within> <id/place/port-dune>" in made
