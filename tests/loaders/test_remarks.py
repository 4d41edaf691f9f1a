"""Claims name the property that sources contest."""

from collections.abc import Callable

Loaded = Callable[..., set[str]]


def test_a_claim_is_a_node_and_never_a_statement_about_its_record(loaded: Loaded) -> None:
    made = loaded(
        "claims",
        id="c",
        record="mission-dune",
        column="when",
        value="2031-08",
        standing="undecided",
        reason_fr="Deux dates.",
    )
    assert made == {
        "<id/claim/c> <rdf:type> <coop:Claim>",
        "<id/claim/c> <coop:describes> <id/mission/mission-dune>",
        "<id/claim/c> <coop:claimedProperty> <coop:when>",
        '<id/claim/c> <coop:claimedValue> "2031-08"',
        "<id/claim/c> <coop:hasStanding> <scheme/standing/undecided>",
        '<id/claim/c> <coop:reason> "Deux dates."@fr',
    }
