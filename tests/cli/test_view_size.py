"""Each view is listed by what it shows, and told by what it draws."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.cli.conftest import Run
from tests.render.pane_views import chain_page, matrix_page, mirror_page
from tests.render.panes import timeline_page
from tests.render.views import make_node, make_view

from coopgraph.cli.view_size import size_of
from coopgraph.views import VIEWS
from coopgraph.views.model import View, Words

PLACES = make_view((), (), (), panes=("map",), extras={"map": {"places": [1], "beside": [2, 3]}})


@pytest.mark.parametrize(
    ("view", "fr", "en"),
    [
        (timeline_page(), "8 éléments, dont 1 sans date", "8 items, 1 of them undated"),
        (PLACES, "1 lieu, et 2 hors de la carte", "1 place, and 2 not on the map"),
        (chain_page(), "2 chaînes, avec 1 lacune", "2 chains, with 1 gap"),
        (matrix_page(), "3 acteurs, sur 3 qui ont des liens", "3 actors, of 3 with ties"),
        (
            mirror_page(),
            "2 fiches que les deux rives racontent, dont 1 où elles diffèrent",
            "2 records that both shores tell, 1 on which they differ",
        ),
    ],
    ids=["timeline", "map", "chain", "matrix", "mirror"],
)
def test_each_view_is_told_by_what_it_draws(view: View, fr: str, en: str) -> None:
    assert size_of(replace(view, name=view.panes[0])) == Words(fr, en)


def test_who_is_not_drawn_is_not_counted() -> None:
    nodes = (make_node("a", 0, 0), make_node("b", 1, 1, drawn=False))
    assert size_of(make_view(nodes, (), ())).en == "1 actor, 0 ties over the whole period"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_views_are_listed_by_what_they_show(run: Run, language: str) -> None:
    lines = run("view", "--list", "--lang", language).out.splitlines()
    assert [line.split()[0] for line in lines] == [*VIEWS]
    told = [line.split(maxsplit=1)[1] for line in lines]
    assert told == [getattr(entry.description, language) for entry in VIEWS.values()]
    assert len(set(told)) == len(VIEWS)
    shown = run("view", "--help", "--lang", language).out
    assert re.findall(r"^    (\w+)  +\S", shown, re.MULTILINE) == [*VIEWS]
    assert max(map(len, shown.splitlines())) <= 80
