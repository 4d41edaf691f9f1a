"""A withdrawn row keeps the address that it had in its own table."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_withdrawn_record_is_deprecated_where_it_was(loaded: Loaded) -> None:
    made = loaded(
        "withdrawals",
        id="mission-vide",
        table="missions",
        replaced_by="mission-dune",
        reason_fr="Jamais eu lieu.",
    )
    assert made == {
        "<id/mission/mission-vide> <rdf:type> <coop:WithdrawnRecord>",
        '<id/mission/mission-vide> <owl:deprecated> "true"^^<xsd:boolean>',
        "<id/mission/mission-vide> <dct:isReplacedBy> <id/mission/mission-dune>",
        '<id/mission/mission-vide> <coop:reason> "Jamais eu lieu."@fr',
    }
