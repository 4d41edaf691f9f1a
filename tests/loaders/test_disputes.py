"""Claims name the property that sources contest; disputes are tied to what they are about."""

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


def test_a_claim_without_a_record_answers_its_dispute(loaded: Loaded) -> None:
    assert loaded("claims", id="c", dispute="mission-dune.dispute.1", value="la ville") == {
        "<id/claim/c> <rdf:type> <coop:Claim>",
        "<id/claim/c> <coop:inDispute> <id/dispute/mission-dune.dispute.1>",
        '<id/claim/c> <coop:claimedValue> "la ville"',
    }


def test_a_dispute_asks_its_question_in_both_languages(loaded: Loaded) -> None:
    assert loaded("disputes", id="d", question_fr="Qui ?", question_en="Who?") == {
        "<id/dispute/d> <rdf:type> <coop:Dispute>",
        '<id/dispute/d> <coop:question> "Qui ?"@fr',
        '<id/dispute/d> <coop:question> "Who?"@en',
    }


def test_a_concern_ties_the_dispute_to_its_record_directly_too(loaded: Loaded) -> None:
    made = loaded("concerns", id="x", dispute="mission-dune.dispute.1", record="port-dune")
    assert made == {
        "<id/concern/x> <rdf:type> <coop:Concern>",
        "<id/concern/x> <coop:inDispute> <id/dispute/mission-dune.dispute.1>",
        "<id/concern/x> <coop:describes> <id/place/port-dune>",
        "<id/dispute/mission-dune.dispute.1> <coop:concernsRecord> <id/place/port-dune>",
    }
