"""Views of the timeline and of the map made by hand, for the tests of their panes and stills."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.render.views import make_fact, make_node, make_tie, make_view

from coopgraph.views.model import Words

if TYPE_CHECKING:
    from coopgraph.views.model import Fact, Json, View

__all__ = ["map_page", "timeline_page"]


def timeline_page(*, label: str = "") -> View:
    """Return six bars of every kind of date, one undated item, one office that ties nobody."""
    nodes = (
        make_node("a", 300, 500, facts=("office",)),
        make_node("b", 700, 500, side="quebec"),
        make_node("c", 500, 300, side="quebec"),
    )
    facts = (
        _called("treaty", "2010/2015", label, kind="agreement"),
        _called("visit", "2012-05-03", label),
        _called("vague", "2014", label, doubts=("contested",)),
        _called("plan", "2018-03", label, doubts=("planned",)),
        _called("since", "2016/..", label, kind="project"),
        _called("session", "2013-06-10", label),
        _called("never", "", label),
        make_fact("office", "2009/2011", kind="role"),
    )
    ties = (
        make_tie("t1", "a", "b", "treaty", "agreement"),
        *(
            make_tie(f"t-{fact.id}", "a", "c" if fact.id == "visit" else "b", fact.id)
            for fact in facts[1:7]
        ),
    )
    return make_view(nodes, ties, facts, panes=("timeline",), extras={"timeline": _bars(facts)})


def _called(key: str, edtf: str, label: str, **changes: object) -> Fact:
    title = label or f"Nom {key}"
    return make_fact(key, edtf, title=Words(title, label or f"Name {key}"), **changes)


def _bars(facts: tuple[Fact, ...]) -> Json:
    signing = ["2010-02-01", "2010-02-01", "2010-02-01", "2010-02-01"]
    return {
        "fact": [fact.id for fact in facts],
        "kind": ["session" if fact.id == "session" else fact.kind for fact in facts],
        "side": ["france" if fact.id == "office" else "both" for fact in facts],
        "labels": {"office": ["Ada Exemple, directrice", "Ada Exemple, director"]},
        "signed": {"treaty": [signing]},
    }


def map_page(*, label: str = "") -> View:
    """Return four places on the panels, one an area, one beside, and one actor without a place."""
    view = timeline_page(label=label)
    names = {"brest": "Brest", "paris": "Paris", "rimouski": "Rimouski", "loin": "Loin"}
    names |= {"pays": "Pays"}
    where = {"brest": (80.0, 800.0), "paris": (580.0, 800.0), "rimouski": (800.0, 900.0)}
    where |= {"pays": (580.0, 800.0)}
    actors = {"brest": ["a"], "rimouski": ["b"]}
    held = {"brest": ["visit"], "paris": ["session"], "loin": ["vague"], "pays": ["since"]}
    places: list[dict[str, Json]] = []
    for key, name in names.items():
        side = "quebec" if key == "rimouski" else "france"
        text = label or name
        place: dict[str, Json] = {"id": key, "name": [text, text], "side": side}
        if key in where:
            x, y = where[key]
            place |= {"panel": side, "x": x, "y": y}
        else:
            place |= {"far": False, "within": ["Pays", "Country"]}
        if key == "pays":
            place |= {"area": ["pays", "country"], "note": [text, text], "shares": "paris"}
        places.append(place | {"actors": actors.get(key, []), "held": held.get(key, [])})
    panels: Json = {
        "quebec": {"width": 1500.0, "height": 2100.0},
        "france": {"width": 1140.0, "height": 2100.0},
    }
    drawn = [place for place in places if place["id"] in where]
    beside = [place for place in places if place["id"] not in where]
    own: Json = {"panels": panels, "places": drawn, "beside": beside}
    return replace(view, panes=("map",), extras={"map": own})
