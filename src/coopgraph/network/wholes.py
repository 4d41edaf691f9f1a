"""Who takes part in what, through parts and wholes.

An activity has its own actors and those of its parts. `attend` works that out for every activity at
once, from the smallest parts up; `meetings` tells whether two of its actors meet in it, or already
in one of its parts.

>>> takings = [Taking("dinner", "ada", "l1", "host", False), Taking("talk", "leo", "l2", "", False)]
>>> present = attend(takings, [("dinner", "fair"), ("talk", "fair")])
>>> sorted(present["fair"]), meetings(present["fair"]["ada"], present["fair"]["leo"])
(['ada', 'leo'], True)

A part of itself, through however many steps, is no part: such links are not followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.rows import Taking

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

__all__ = ["Attendance", "attend", "meetings"]

_NONE: Final[frozenset[str]] = frozenset()


class Attendance(NamedTuple):
    """How one actor takes part in one activity.

    `direct`: the activity itself names the actor; `through`: the parts by which the actor comes in.
    `doubts` and `inferred` are those of the surest way of coming in.
    """

    direct: bool
    through: frozenset[str]
    roles: frozenset[str]
    links: frozenset[str]
    doubts: frozenset[str]
    inferred: bool


def attend(
    takings: Iterable[Taking],
    parts: Iterable[tuple[str, str]],
    *,
    doubts: Mapping[str, frozenset[str]] | None = None,
    contested: Collection[str] = (),
) -> dict[str, dict[str, Attendance]]:
    """Return for each activity its actors, those of its parts included.

    `parts` holds pairs of part and whole; `doubts` what is doubtful about an activity (it holds for
    whoever comes in by it); `contested` the links that a claim contests.
    """
    present: dict[str, dict[str, Attendance]] = {}
    for taking in takings:
        unsure = frozenset({"contested"}) if taking.link in contested else _NONE
        roles = frozenset({taking.role} if taking.role else ())
        links = frozenset({taking.link})
        here = Attendance(True, _NONE, roles, links, unsure, taking.inferred)
        _join(present.setdefault(taking.record, {}), taking.actor, here)
    for part, whole in _from_the_smallest(parts):
        for actor, found in present.get(part, {}).items():
            carried = found.doubts | (doubts or {}).get(part, _NONE)
            coming = found._replace(direct=False, through=frozenset({part}), doubts=carried)
            _join(present.setdefault(whole, {}), actor, coming)
    return present


def meetings(one: Attendance, other: Attendance) -> bool:
    """Tell whether two actors of an activity meet in it, not already in one part of it."""
    return (one.direct and other.direct) or not one.through & other.through


def _join(actors: dict[str, Attendance], actor: str, coming: Attendance) -> None:
    known = actors.get(actor)
    if known is None:
        actors[actor] = coming
        return
    surest = min(known, coming, key=_doubtfulness)
    actors[actor] = Attendance(
        known.direct or coming.direct,
        known.through | coming.through,
        known.roles | coming.roles,
        known.links | coming.links,
        surest.doubts,
        surest.inferred,
    )


def _doubtfulness(way: Attendance) -> tuple[int, bool, bool, list[str]]:
    return len(way.doubts), way.inferred, not way.direct, sorted(way.doubts)


def _from_the_smallest(parts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs of part and whole in such an order that each part is complete in time."""
    wholes: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for part, whole in sorted(set(parts)):
        wholes.setdefault(part, []).append(whole)
        waiting.setdefault(part, 0)
        waiting[whole] = waiting.get(whole, 0) + 1
    ready = sorted(record for record, count in waiting.items() if not count)
    ordered = []
    for part in ready:  # grows while it is walked
        for whole in wholes.get(part, ()):
            ordered.append((part, whole))
            waiting[whole] -= 1
            if not waiting[whole]:
                ready.append(whole)
    return ordered
