"""Themes: with the actors that work on them, and with each other.

An actor works on a theme through every record that is about it and names the actor: missions,
projects and agreements in which it takes part (those of the parts included), programmes that it
operates, outcomes that benefit it. Two themes are tied by each record that is about both, and by
each actor that works on both, but not in one such record: from the day on which it works on the
second to the last day on which it still works on one of the two.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.projections.edges import Edge, Made, Tied, assemble, why_not
from coopgraph.network.projections.items import WORKS, identity
from coopgraph.network.rows import UNDATED, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coopgraph.network.projections.items import Item, Material

__all__ = ["actors_and_themes", "themes_and_themes"]

_UNSURE: Final = frozenset({"planned", "cancelled", "not-achieved", "in-discussion"})


class _Subject(NamedTuple):
    """That a record is about a theme."""

    row: str
    theme: str
    inferred: bool


class _Work(NamedTuple):
    """One way in which an actor works on a theme."""

    record: Item
    bounds: Bounds
    doubts: frozenset[str]
    inferred: bool
    row: str


def actors_and_themes(material: Material) -> Made:
    """Return the network of actors and themes, from the actor to the theme."""
    nodes = _nodes(material, "Actor", "Theme")
    left_out: dict[str, str] = {}
    edges = [
        Edge(
            actor, theme, f"{work.row}.{key}" if key != work.record.id else work.row,
            work.record.class_.lower(), work.record, bounds, work.doubts, work.inferred,
            (work.record.id,), (work.row,),
        )
        for actor, themes in _works(material, left_out).items()
        for theme, works in themes.items()
        for work in works
        for key, bounds in material.periods(work.record)
    ]  # fmt: skip
    return assemble(Tied(nodes, edges, left_out), directed=True)


def themes_and_themes(material: Material) -> Made:
    """Return the network of themes."""
    left_out: dict[str, str] = {}
    works = _works(material, left_out)
    edges = [*_by_records(material), *_by_actors(material, works)]
    for subjects in _subjects(material, left_out).values():
        for subject in subjects:
            left_out.setdefault(subject.row, "only-theme")
    for row, reason in left_out.items():
        if reason == "no-actor":
            left_out[row] = "only-theme"
    return assemble(Tied(_nodes(material, "Theme"), edges, left_out))


def _nodes(material: Material, *classes: str) -> dict[str, dict[str, str | float]]:
    places = material.items("Place")
    return {name: identity(item, places) for name, item in material.items(*classes).items()}


def _subjects(material: Material, left_out: dict[str, str]) -> dict[str, list[_Subject]]:
    """Return the themes of each record."""
    works, themes = material.items(*WORKS), material.items("Theme")
    found: dict[str, list[_Subject]] = defaultdict(list)
    for link in material.items("Subject").values():
        record, theme = link.one("describes"), link.one("hasTheme")
        if record in works and theme in themes:
            deduced = bool(link.deduced & {"describes", "hasTheme"})
            found[record].append(_Subject(link.id, theme, deduced))
        else:
            left_out[link.id] = why_not(link, ["describes", "hasTheme"], "other-end")
    return found


def _works(material: Material, left_out: dict[str, str]) -> dict[str, dict[str, list[_Work]]]:
    """Return how each actor works on which theme."""
    items, present = material.items(*WORKS), _actors_of(material)
    found: dict[str, dict[str, list[_Work]]] = defaultdict(lambda: defaultdict(list))
    for record, subjects in _subjects(material, left_out).items():
        item = items[record]
        own = material.doubts(item)
        for subject in subjects:
            if not present.get(record):
                left_out[subject.row] = "no-actor"
            for actor, (doubts, inferred) in present.get(record, {}).items():
                deduced = inferred or subject.inferred
                all_doubts = own | doubts | ({"inferred"} if deduced else set())
                work = _Work(item, material.first_period(item), all_doubts, deduced, subject.row)
                found[actor][subject.theme].append(work)
    return found


def _actors_of(material: Material) -> dict[str, dict[str, tuple[frozenset[str], bool]]]:
    """Return the actors of each record, with what is doubtful about each."""
    found = {
        record: {actor: (way.doubts, way.inferred) for actor, way in present.items()}
        for record, present in material.present.items()
    }
    actors = material.items("Actor")
    for class_, record in (("Operation", "inProgramme"), ("Benefit", "inOutcome")):
        for link in material.items(class_).values():
            if link.one("hasActor") in actors and link.one(record):
                deduced = bool(link.deduced & {"hasActor", record})
                way = frozenset[str](), deduced
                found.setdefault(link.one(record), {}).setdefault(link.one("hasActor"), way)
    return found


def _by_records(material: Material) -> Iterator[Edge]:
    items = material.items(*WORKS)
    for record, subjects in _subjects(material, {}).items():
        item = items[record]
        for one, other in combinations(subjects, 2):
            inferred = one.inferred or other.inferred
            for key, bounds in material.periods(item):
                yield Edge(
                    one.theme, other.theme, key, item.class_.lower(), item, bounds,
                    material.doubts(item) | ({"inferred"} if inferred else set()), inferred,
                    (record,), (one.row, other.row),
                )  # fmt: skip


def _by_actors(
    material: Material, works: Mapping[str, Mapping[str, list[_Work]]]
) -> Iterator[Edge]:
    actors = material.items("Actor")
    for actor, themes in works.items():
        for one, other in combinations(sorted(themes), 2):
            shared = {work.record.id for work in themes[one]} & {
                work.record.id for work in themes[other]
            }
            sides = [
                [work for work in themes[theme] if work.record.id not in shared]
                for theme in (one, other)
            ]
            if all(sides):
                yield _edge_by_actor(actors[actor], one, other, *map(_surest, sides))


def _surest(works: list[_Work]) -> list[_Work]:
    """Leave out what is planned or came to nothing, where there is something else."""
    return [work for work in works if not work.doubts & _UNSURE] or works


def _edge_by_actor(
    actor: Item, one: str, other: str, ones: list[_Work], others: list[_Work]
) -> Edge:
    sides = ones, others
    doubts = frozenset().union(
        *(frozenset.intersection(*(work.doubts for work in side)) for side in sides)
    )
    works = [*ones, *others]
    inferred = any(all(work.inferred for work in side) for side in sides)
    return Edge(
        one, other, actor.id, "actor", actor, _on_both(ones, others), doubts, inferred,
        tuple(sorted({work.record.id for work in works})),
        tuple(sorted({work.row for work in works})),
    )  # fmt: skip


def _on_both(ones: Iterable[_Work], others: Iterable[_Work]) -> Bounds:
    """Return the time from the later first beginning to the later last end.

    What has no date counts only where there is nothing else.
    """
    sides = [_dated(ones), _dated(others)]
    if not all(sides):
        return UNDATED
    every = [bounds for side in sides for bounds in side]
    return Bounds(
        "",
        max(min(bounds.earliest_begin for bounds in side) for side in sides),
        max(_first_known(bounds.latest_begin for bounds in side) for side in sides)
        if all(any(bounds.latest_begin for bounds in side) for side in sides)
        else "",
        max(bounds.earliest_end for bounds in every),
        "" if any(not bounds.latest_end for bounds in every)
        else max(bounds.latest_end for bounds in every),
        ("duration",),
    )  # fmt: skip


def _dated(works: Iterable[_Work]) -> list[Bounds]:
    return [work.bounds for work in works if work.bounds != UNDATED]


def _first_known(days: Iterable[str]) -> str:
    return min(day for day in days if day)
