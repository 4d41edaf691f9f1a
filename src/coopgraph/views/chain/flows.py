"""Put joints together into flows, and put the records of a flow in order.

The order is that of time, as far as the joints allow: what leads to something comes before it, even
where it has no date. The rank of a record is the length of the longest way to it, its column in the
picture. Joints that go round in a circle are followed once.

>>> from coopgraph.views.chain.joints import Joint
>>> joints = [Joint("mission", "accord", "led-to"), Joint("fund", "mission", "funded")]
>>> group(joints, programmes={"fund"})
[['accord', 'fund', 'mission']]
>>> in_order(["accord", "fund", "mission"], joints, {"mission": "2010-04-01"})
{'fund': 0, 'mission': 1, 'accord': 2}

A record with nothing before it stands just before the first that comes after it:

>>> ranks_close({"a": 0, "b": 1, "c": 2, "fund": 0}, [*joints[:0], Joint("fund", "c", "funded")])
{'a': 0, 'b': 1, 'c': 2, 'fund': 1}
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coopgraph.views.chain.joints import Joint

__all__ = ["group", "in_order", "ranks_close", "way"]

_LATEST: Final = "9999"
_LEAST: Final = 2


def group(joints: Sequence[Joint], programmes: Collection[str]) -> list[list[str]]:
    """Return the records of each flow; a programme stands in each flow that it is the frame of."""
    heads: dict[str, str] = {}

    def head(record: str) -> str:
        while heads.setdefault(record, record) != record:
            record = heads[record]
        return record

    for joint in joints:
        if joint.earlier not in programmes:
            first, second = sorted((head(joint.earlier), head(joint.later)))
            heads[second] = first
    members: dict[str, set[str]] = defaultdict(set)
    for record in list(heads):
        members[head(record)].add(record)
    flows = [flow for flow in members.values() if len(flow - set(programmes)) >= _LEAST]
    return sorted(sorted(flow | _frames(flow, joints, programmes)) for flow in flows)


def _frames(flow: set[str], joints: Sequence[Joint], programmes: Collection[str]) -> set[str]:
    """Return the programmes that are directly the frame of a record of the flow."""
    return {
        joint.earlier for joint in joints if joint.earlier in programmes and joint.later in flow
    }


def in_order(
    records: Collection[str], joints: Sequence[Joint], begins: Mapping[str, str]
) -> dict[str, int]:
    """Return the rank of each record, in the order in which they are told."""
    after: dict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(records, 0)
    for joint in joints:
        if joint.earlier in waiting and joint.later in waiting:
            after[joint.earlier].append(joint.later)
            waiting[joint.later] += 1
    ranks: dict[str, int] = {}
    rank = dict.fromkeys(records, 0)
    ready = [(begins.get(record, ""), record) for record in records if not waiting[record]]
    heapify(ready)
    while len(ranks) < len(waiting):
        if not ready:  # a circle: go on with the earliest that is left
            left = (one for one in waiting if one not in ranks)
            heappush(ready, min((begins.get(one, _LATEST), one) for one in left))
        begin, record = heappop(ready)
        if record in ranks:
            continue
        ranks[record] = rank[record]
        for later in after[record]:
            waiting[later] -= 1
            rank[later] = max(rank[later], rank[record] + 1)
            if not waiting[later]:
                heappush(ready, (begins.get(later) or begin, later))
    return ranks


def ranks_close(ranks: Mapping[str, int], joints: Sequence[Joint]) -> dict[str, int]:
    """Return the ranks, with frames moved next to what they frame."""
    led = {joint.later for joint in joints}
    after: dict[str, list[int]] = defaultdict(list)
    for joint in joints:
        if joint.later in ranks:
            after[joint.earlier].append(ranks[joint.later])
    return {
        record: max(rank, min(after[record]) - 1) if after[record] and record not in led else rank
        for record, rank in ranks.items()
    }


def way(ranks: Mapping[str, int]) -> int:
    """Return the number of joints on the longest way through a flow.

    >>> way({"fund": 0, "mission": 1})
    1
    """
    return max(ranks.values(), default=0)
