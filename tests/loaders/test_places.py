"""Places are named in both languages, like actors."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_place_without_an_english_name_keeps_the_french_one(loaded: Loaded) -> None:
    made = loaded("places", id="dune", name_fr="Port-Dune", within="port-dune")
    assert '<id/place/dune> <skos:prefLabel> "Port-Dune"@en' in made
    assert '<id/place/dune> <coop:untranslated> "true"^^<xsd:boolean>' in made
    assert "<id/place/dune> <coop:within> <id/place/port-dune>" in made


def test_the_existence_of_a_place_has_bounds(loaded: Loaded) -> None:
    made = loaded("places", id="dune", name_fr="Dune", existence="1901/2031")
    assert '<id/place/dune> <coop:when> "1901/2031"^^<edtf:EDTF>' in made
    assert '<id/place/dune> <coop:earliestBegin> "1901-01-01"^^<xsd:date>' in made
    assert '<id/place/dune> <coop:latestEnd> "2031-12-31"^^<xsd:date>' in made
