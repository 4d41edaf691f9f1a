"""Invented records to compare, and the score of two of them among all."""

from collections.abc import Callable

import pytest

from coopgraph.intake.matching import Profiles, entities_of, score_pair
from coopgraph.intake.matching.score import Scored

Cells = dict[str, str]
Compare = Callable[..., Scored]

CROWD: dict[str, list[Cells]] = {
    "actors": [
        {
            "id": f"foule-{n}",
            "kind": "local-authority",
            "side": "quebec",
            "name_fr": f"Ville de X{n}",
        }
        for n in range(20)
    ],
    "places": [
        {"id": "france", "kind": "country", "name_fr": "France", "side": "france"},
        {"id": "quebec", "kind": "region", "name_fr": "Québec", "side": "quebec"},
        {"id": "port-dune", "kind": "city", "name_fr": "Port-Dune", "within": "france"},
        {"id": "havre-dune", "kind": "city", "name_fr": "Havre-Dune", "within": "quebec"},
    ],
}


@pytest.fixture
def compare() -> Compare:
    """Return a function that scores two rows of one table, beside invented others."""

    def score(table: str, first: Cells, second: Cells, **links: list[Cells]) -> Scored:
        rows = {name: list(crowd) for name, crowd in CROWD.items()}
        rows.setdefault(table, []).extend([{"id": "a", **first}, {"id": "b", **second}])
        for name, more in links.items():
            rows.setdefault(name, []).extend(more)
        known = Profiles(entities_of(rows))
        pair = [entity for entity in known.entities if entity.id in ("a", "b")]
        a, b = map(known.profile, pair)
        return score_pair(a, b, known)

    return score
