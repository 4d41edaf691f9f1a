"""What measures are called: no two headings of one table are the same."""

import pytest

from coopgraph.cli.network.headings import measure_title
from coopgraph.network.measures.actors import NODE_MEASURES
from coopgraph.network.measures.shape import SHAPE_MEASURES
from coopgraph.network.projections import PROJECTIONS
from coopgraph.views.sentences.changes import noun_for


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_no_two_measures_have_the_same_heading(projection: str) -> None:
    noun = noun_for(projection)
    for measures in (tuple(SHAPE_MEASURES), NODE_MEASURES):
        for language in (0, 1):
            titles = [measure_title(noun, name)[language] for name in measures]
            first = ("période", "period")[language], (noun.fr, noun.en)[language]
            assert len({*titles, *first}) == len(titles) + 2


def test_nodes_are_called_what_they_are() -> None:
    assert measure_title(noun_for("territories"), "actors") == ("lieux", "places")
    assert measure_title(noun_for("funding"), "actors") == ("nœuds (fiches)", "nodes (records)")
