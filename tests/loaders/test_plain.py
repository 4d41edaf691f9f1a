"""Link tables tie their two records directly, besides the node of the link."""

from collections.abc import Callable

import pytest

Loaded = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("table", "cells", "tie"),
    [
        (
            "parties",
            {"agreement": "accord-dune", "actor": "technopole-dune"},
            "<id/agreement/accord-dune> <coop:hasParty> <id/actor/technopole-dune>",
        ),
        (
            "subjects",
            {"record": "mission-dune", "theme": "mer"},
            "<id/mission/mission-dune> <coop:hasTheme> <scheme/theme/mer>",
        ),
        (
            "venues",
            {"activity": "mission-dune", "place": "port-dune"},
            "<id/mission/mission-dune> <coop:takesPlaceIn> <id/place/port-dune>",
        ),
        (
            "operators",
            {"programme": "fonds-dune", "actor": "technopole-dune"},
            "<id/programme/fonds-dune> <coop:operatedBy> <id/actor/technopole-dune>",
        ),
        (
            "beneficiaries",
            {"outcome": "contrat-dune", "actor": "technopole-dune"},
            "<id/outcome/contrat-dune> <coop:benefits> <id/actor/technopole-dune>",
        ),
    ],
)
def test_a_link_also_ties_directly(
    loaded: Loaded, table: str, cells: dict[str, str], tie: str
) -> None:
    assert tie in loaded(table, id="x", **cells)


def test_a_participation_ties_nothing_directly(loaded: Loaded) -> None:
    made = loaded(
        "participations", id="x", activity="mission-dune", actor="ada-exemple", role="organiser"
    )
    assert {statement.split()[0] for statement in made} == {"<id/participation/x>"}
