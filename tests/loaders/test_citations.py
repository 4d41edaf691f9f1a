"""A record is derived from its citations, and a citation may mean one property."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_citation_of_a_whole_row(loaded: Loaded) -> None:
    assert loaded("citations", id="c", record="mission-dune", source="gazette", locator="§ 5") == {
        "<id/citation/c> <rdf:type> <coop:Citation>",
        "<id/citation/c> <dct:source> <id/source/gazette>",
        '<id/citation/c> <coop:locator> "§ 5"',
        "<id/mission/mission-dune> <prov:wasDerivedFrom> <id/citation/c>",
    }


def test_a_citation_of_one_column_names_the_property_that_it_has_in_that_table(
    loaded: Loaded,
) -> None:
    actor = loaded("citations", id="c", record="technopole-dune", source="gazette", column="place")
    assert "<id/citation/c> <coop:citedProperty> <coop:locatedIn>" in actor
    source = loaded("citations", id="c", record="gazette", source="depeche", column="published")
    assert "<id/citation/c> <coop:citedProperty> <coop:when>" in source
