"""The view of the mirror: its facts are there, sources are named, counts are said."""

from typing import Any

from pyoxigraph import Store

from coopgraph.render.payload import check_references
from coopgraph.views.mirror import mirror_view


def test_the_extras_name_facts_and_publishers_of_the_view(dune: Store) -> None:
    view = mirror_view(dune)
    check_references(view)
    extras: Any = view.extras["mirror"]
    assert [account["fact"] for account in extras["accounts"]] == ["accord-dune-2012"]
    assert set(extras["alone"]["quebec"]) <= view.facts.keys()
    assert extras["sources"] == {"france": 1, "quebec": 1, "neither": 0, "unknown": 3}
    for line in extras["accounts"][0]["lines"]:
        assert all(extras["publishers"][place] for place in (*line["france"], *line["quebec"]))
