"""Views made by hand, with invented names, for the tests of the page."""

from __future__ import annotations

from math import cos, sin

from coopgraph.dates import parse_date
from coopgraph.views.model import Evidence, Fact, Node, Tie, View, Words

__all__ = [
    "dated_view",
    "doubtful_view",
    "hostile_view",
    "large_view",
    "make_fact",
    "make_node",
    "make_tie",
    "make_view",
    "one_tie_view",
]


def make_fact(key: str, edtf: str = "", **changes: object) -> Fact:
    """Return a fact whose bounds are those of `edtf`; an empty text is an undated fact."""
    bounds: list[str | None] = [None] * 4
    if edtf:
        date = parse_date(edtf)
        days = (date.earliest_begin, date.latest_begin, date.earliest_end, date.latest_end)
        bounds = [day.isoformat() if day else None for day in days]
    source = Evidence(
        "dune-gazette",
        "La Gazette de la Dune",
        "Mairie de Sableville",
        Words("3 mai 2019", "3 May 2019"),
        "§ 5",
        "https://exemple.example/gazette",
    )
    values: dict[str, object] = {
        "id": key,
        "iri": f"https://w3id.org/coopgraph/id/mission/{key}",
        "kind": "mission",
        "sentence": Words(f"La mission {key} a eu lieu.", f"The {key} mission took place."),
        "date": Words(f"le {edtf}" if edtf else "", f"on {edtf}" if edtf else ""),
        "edtf": edtf,
        "doubts": (),
        "evidence": (source,),
    }
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    values |= dict(zip(names, bounds, strict=True)) | changes
    return Fact(**values)  # type: ignore[arg-type]  # the values are those of the fields


def make_node(key: str, x: float, y: float, **changes: object) -> Node:
    """Return an organisation in France unless told otherwise."""
    values: dict[str, object] = {
        "id": key,
        "iri": f"https://w3id.org/coopgraph/id/actor/{key}",
        "label": Words(f"Acteur {key}", f"Actor {key}"),
        "kind": Words("entreprise", "company"),
        "shape": "organisation",
        "side": "france",
        "place": Words("Sableville", "Sandtown"),
        "x": x,
        "y": y,
        "facts": (),
    }
    return Node(**(values | changes))  # type: ignore[arg-type]  # the values are those of the fields


def make_view(
    nodes: tuple[Node, ...], ties: tuple[Tie, ...], facts: tuple[Fact, ...], **changes: object
) -> View:
    """Return a view of the years 2008 to 2020."""
    values: dict[str, object] = {
        "name": "dune",
        "title": Words("Réseau des dunes", "Network of dunes"),
        "description": Words("Qui a travaillé avec qui.", "Who worked with whom."),
        "nodes": nodes,
        "ties": ties,
        "facts": {fact.id: fact for fact in facts},
        "first_year": 2008,
        "last_year": 2020,
        "version": "0123456789abcdef",
        "kinds": {"mission": Words("mission", "mission"), "accord": Words("accord", "agreement")},
    }
    return View(**(values | changes))  # type: ignore[arg-type]  # the values are those of the fields


def make_tie(
    key: str, source: str, target: str, fact: str, kind: str = "mission", *, inferred: bool = False
) -> Tie:
    """Return a tie between two nodes."""
    words = Words("ont pris part à une mission", "took part in a mission")
    return Tie(key, source, target, kind, words, fact, inferred)


def one_tie_view(edtf: str = "2010-04", **changes: object) -> View:
    """Return two actors, one tie, one fact."""
    nodes = (make_node("a", 300, 500), make_node("b", 700, 500, side="quebec"))
    return make_view(nodes, (make_tie("t1", "a", "b", "f1"),), (make_fact("f1", edtf),), **changes)


def dated_view(dates: list[str]) -> View:
    """Return one pair of actors and one tie for each date."""
    nodes: list[Node] = []
    ties: list[Tie] = []
    facts: list[Fact] = []
    for number, edtf in enumerate(dates):
        nodes += [
            make_node(f"a{number}", 0, 40 * number),
            make_node(f"b{number}", 900, 40 * number),
        ]
        facts.append(make_fact(f"f{number}", edtf))
        ties.append(make_tie(f"t{number}", f"a{number}", f"b{number}", f"f{number}"))
    return make_view(tuple(nodes), tuple(ties), tuple(facts))


def large_view(number: int) -> View:
    """Return `number` actors on a spiral with two ties each, without chance."""
    nodes = tuple(
        make_node(
            f"n{i}",
            500 + 500 * (i / number) ** 0.5 * cos(i * 2.399963),
            500 + 500 * (i / number) ** 0.5 * sin(i * 2.399963),
            side=("france", "quebec", "joint", "other")[i % 4],
        )
        for i in range(number)
    )
    facts = tuple(make_fact(f"f{i}", str(2008 + i % 13)) for i in range(number))
    ties = tuple(
        make_tie(f"t{i}-{step}", f"n{i}", f"n{(i * step + 1) % number}", f"f{i}")
        for i in range(number)
        for step in (3, 7)
        if i != (i * step + 1) % number
    )
    return make_view(nodes, ties, facts)


def doubtful_view() -> View:
    """Return four actors whose ties show every doubt, two facts behind one of them."""
    nodes = (
        make_node("a", 100, 200, shape="authority", facts=("office",)),
        make_node("b", 800, 200, side="quebec"),
        make_node("c", 200, 700, shape="person"),
        make_node("d", 900, 700, side="joint", shape="programme"),
    )
    facts = (
        make_fact("held", "2010-04"),
        make_fact("vague", "[2012..]", doubts=("contested",)),
        make_fact("plan", "2018", doubts=("planned",)),
        make_fact("failed", "2015", doubts=("not-achieved", "inferred")),
        make_fact("talks", "", doubts=("in-discussion",)),
        make_fact("office", "2019-08-13", kind="role"),
    )
    ties = (
        make_tie("t1", "a", "b", "held"),
        make_tie("t2", "b", "a", "vague", "agreement"),
        make_tie("t3", "a", "c", "plan"),
        make_tie("t4", "c", "d", "failed", inferred=True),
        make_tie("t5", "b", "d", "talks"),
    )
    return make_view(nodes, ties, facts)


def partly_inferred_view() -> View:
    """Return a meeting of three of whom one is deduced, and a visit whose date is deduced."""
    nodes = tuple(make_node(key, x, 200) for key, x in (("a", 100), ("b", 500), ("c", 900)))
    facts = (
        make_fact("meeting", "2010-04", doubts=("inferred",)),
        make_fact("visit", "2012-05", doubts=("inferred",), date_inferred=True),
    )
    ties = (
        make_tie("sure", "a", "b", "meeting"),
        make_tie("deduced", "a", "c", "meeting", inferred=True),
        make_tie("dated", "b", "c", "visit"),
    )
    return make_view(nodes, ties, facts)


def hostile_view(text: str) -> View:
    """Return a view with `text` in every field that holds text of others."""
    both = Words(text, text)
    evidence = Evidence(text, text, text, both, text, text)
    fact = make_fact("f1", "2010")._replace(
        iri=text,
        kind=text,
        sentence=both,
        date=both,
        edtf=text,
        evidence=(evidence,),
    )
    node = make_node("a", 300, 500, iri=text, label=both, kind=both, side=text, place=both)
    other = node._replace(id=f"b {text}", x=700)
    tie = Tie(text, "a", other.id, text, both, "f1")
    return make_view(
        (node._replace(facts=("f1",)), other),
        (tie,),
        (fact,),
        name=text,
        title=both,
        description=both,
        version=text,
        kinds={text: both},
    )
