"""A sequence ties its two records by the property of its predicate."""

from collections.abc import Callable

import pytest

from coopgraph.vocabulary import read_schemes

Loaded = Callable[..., set[str]]
PROPERTIES = {
    "led-to": "ledTo",
    "followed-by": "followedBy",
    "realises": "realises",
    "postponed-from": "postponedFrom",
}


def test_these_are_all_predicates_of_sequences() -> None:
    assert set(read_schemes()["sequence"]) == set(PROPERTIES)


@pytest.mark.parametrize("predicate", PROPERTIES)
def test_a_sequence_ties_directly(loaded: Loaded, predicate: str) -> None:
    made = loaded(
        "sequences", id="s", subject="mission-dune", predicate=predicate, object="contrat-dune"
    )
    tie = f"<coop:{PROPERTIES[predicate]}> <id/outcome/contrat-dune>"
    assert f"<id/mission/mission-dune> {tie}" in made
    assert f"<id/sequence/s> <coop:hasPredicate> <scheme/sequence/{predicate}>" in made
