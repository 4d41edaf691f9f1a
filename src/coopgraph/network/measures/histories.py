"""Communities followed from one period to the next, under ids that stay.

A community goes on as the one of the next period with which it shares most: pairs are taken from
the greatest Jaccard index down (members in both / members in either; Greene, Doyle and Cunningham
2010), as long as it reaches `LEAST_ALIKE`. Of those that have no partner:

- **split**: more than half of its members who were there before come from one community;
- **born**: no such community;
- **absorbed**: more than half of its members who are still there are now in one community, which is
  **merged**;
- **died**: no such community. What comes back after a period without it is born again.

>>> before, after = {"a": 0, "b": 0, "c": 1, "d": 1}, {"a": 0, "b": 0, "c": 0, "d": 0}
>>> [(chapter.period, chapter.community, chapter.event) for chapter in follow([before, after])]
[(0, 0, 'born'), (0, 1, 'born'), (1, 0, 'merged'), (1, 1, 'absorbed')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["EVENTS", "LEAST_ALIKE", "Chapter", "follow"]

EVENTS: Final = ("born", "lasting", "merged", "split", "absorbed", "died")
LEAST_ALIKE: Final = 0.3
"""Least Jaccard index of a community and what it became."""

_Group = frozenset[str]


class Chapter(NamedTuple):
    """One community in one period.

    `community` is its id through all periods; `partners` are the ids of those that it took in, came
    out of or went into. A community that is gone has no members.
    """

    period: int
    community: int
    event: str
    members: tuple[str, ...]
    partners: tuple[int, ...]


def follow(periods: Sequence[Mapping[str, int]]) -> list[Chapter]:
    """Return what became of each community, period by period, in the order of the ids.

    Each period says of each node in which community it is; nodes by themselves are no community.
    """
    chapters: list[Chapter] = []
    before: dict[int, _Group] = {}
    used = 0
    for period, numbers in enumerate(periods):
        groups = _groups(numbers)
        went_on = _matched(before, groups)
        now: dict[int, _Group] = {}
        for place, group in enumerate(groups):
            if place in went_on:
                now[went_on[place]] = group
            else:
                now[used] = group
                used += 1
        chapters += sorted(_told(period, before, now))
        before = now
    return chapters


def _groups(numbers: Mapping[str, int]) -> list[_Group]:
    """Return the communities of two or more, the largest first."""
    members: dict[int, list[str]] = {}
    for node in sorted(numbers):
        members.setdefault(numbers[node], []).append(node)
    found = sorted((m for m in members.values() if len(m) > 1), key=lambda m: (-len(m), m))
    return [frozenset(group) for group in found]


def _matched(before: Mapping[int, _Group], groups: Sequence[_Group]) -> dict[int, int]:
    """Return the id of the community that each group continues, by the place of the group."""
    alike = sorted(
        (-len(old & group) / len(old | group), name, place)
        for name, old in before.items()
        for place, group in enumerate(groups)
        if old & group
    )
    found: dict[int, int] = {}
    for likeness, name, place in alike:
        if -likeness >= LEAST_ALIKE and place not in found and name not in found.values():
            found[place] = name
    return found


def _told(
    period: int, before: Mapping[int, _Group], now: Mapping[int, _Group]
) -> Iterator[Chapter]:
    into = {name: _most_of(group, now) for name, group in before.items() if name not in now}
    for name, group in now.items():
        members = tuple(sorted(group))
        absorbed = tuple(sorted(gone for gone, taker in into.items() if taker == name))
        if name in before:
            event = "merged" if absorbed else "lasting"
            yield Chapter(period, name, event, members, absorbed)
        else:
            origin = _most_of(group, before)
            partners = absorbed if origin is None else (origin,)
            event = "split" if origin is not None else "merged" if absorbed else "born"
            yield Chapter(period, name, event, members, partners)
    for name, taker in into.items():
        if taker is None:
            yield Chapter(period, name, "died", (), ())
        else:
            yield Chapter(period, name, "absorbed", (), (taker,))


def _most_of(group: _Group, others: Mapping[int, _Group]) -> int | None:
    """Return which of the others holds more than half of those members who are in any of them."""
    shared = {name: len(group & other) for name, other in sorted(others.items())}
    there = sum(shared.values())
    best = max(shared, key=lambda name: shared[name], default=None)
    return best if best is not None and 2 * shared[best] > there else None
