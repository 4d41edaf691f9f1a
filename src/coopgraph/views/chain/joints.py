"""The joints of chains: which record leads to which, follows which, or stands under which.

A joint goes in the direction of time: from the mission to what it led to, from an agreement to what
was done under it, from a call to what it funds, from a whole to its parts. `read_joints` reads all
of them in three questions; where several join the same two records, the most telling one is kept:

>>> from pyoxigraph import Store
>>> read_joints(Store())
[]
>>> MOST_TELLING[0], MOST_TELLING[-1]
('led-to', 'part')

Only ``led-to`` is causal, and only because a source says so. Nothing is concluded here: what no
source joins has no joint (`coopgraph.views.chain.gaps`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.sparql import Queryable

__all__ = ["MOST_TELLING", "Joint", "read_joints"]

MOST_TELLING: Final = (
    "led-to", "realises", "postponed", "followed-by", "renews", "replaces", "amends", "result",
    "award", "funded", "under", "part",
)  # fmt: skip
"""The kinds of joints; of several between the same two records, the first of these stands."""

_KIND_OF_PREDICATE: Final = {
    "led-to": "led-to",
    "followed-by": "followed-by",
    "realises": "realises",
    "postponed-from": "postponed",
}
_BACKWARDS: Final = frozenset({"realises", "postponed"})
_KIND_OF_PROPERTY: Final = {
    "resultsFrom": "result",
    "underAgreement": "under",
    "fundedBy": "funded",
    "renews": "renews",
    "replaces": "replaces",
    "amends": "amends",
    "partOf": "part",
}
_WORKS: Final = """
  VALUES ?work { coop:Agreement coop:Mission coop:Project coop:Programme coop:Outcome }
  VALUES ?other_work { coop:Agreement coop:Mission coop:Project coop:Programme coop:Outcome }
  ?later a ?work . ?earlier a ?other_work ."""
_SEQUENCES: Final = f"""
SELECT (STR(?earlier) AS ?from) (STR(?later) AS ?to) ?predicate (STR(?said) AS ?by) ?deduced {{
  ?said a coop:Sequence ; coop:hasSubject ?earlier ; coop:hasObject ?later ;
        coop:hasPredicate ?predicate .
  {_WORKS}
  BIND (EXISTS {{ ?said coop:inferred true }} AS ?deduced)
}}"""
_FRAMES: Final = f"""
SELECT (STR(?earlier) AS ?from) (STR(?later) AS ?to) (STRAFTER(STR(?property), "#") AS ?name)
       ?deduced {{
  VALUES ?property {{ {" ".join(f"coop:{name}" for name in _KIND_OF_PROPERTY)} }}
  ?later ?property ?earlier .
  {_WORKS}
  BIND (EXISTS {{ ?later coop:inferredProperty ?property }} AS ?deduced)
}}"""
_AWARDS: Final = """
SELECT (STR(?programme) AS ?from) (STR(?activity) AS ?to) (STR(?award) AS ?by) ?deduced {
  ?award a coop:Award ; coop:inProgramme ?programme ; coop:inActivity ?activity .
  BIND (EXISTS { ?award coop:inferred true } AS ?deduced)
}"""


class Joint(NamedTuple):
    """One record joined to the next one, both by IRI."""

    earlier: str
    later: str
    kind: str  # one of MOST_TELLING
    inferred: bool = False  # the curator concluded it
    said: tuple[str, ...] = ()  # IRIs of the records that say so; empty: the later one does


def read_joints(graph: Queryable, *, inferred: bool = True) -> list[Joint]:
    """Return all joints in a fixed order, one for each two records.

    Raises:
        StoreError: the graph cannot be read.
    """
    found = [*_sequences(graph), *_frames(graph), *_awards(graph)]
    return _least(joint for joint in found if inferred or not joint.inferred)


def _sequences(graph: Queryable) -> list[Joint]:
    joints = []
    for subject, other, predicate, said, deduced in read_text_rows(graph, _SEQUENCES):
        kind = _KIND_OF_PREDICATE[predicate]
        ends = (other, subject) if kind in _BACKWARDS else (subject, other)
        joints.append(Joint(*ends, kind, deduced == "true", (said,)))
    return joints


def _frames(graph: Queryable) -> list[Joint]:
    return [
        Joint(earlier, later, _KIND_OF_PROPERTY[name], deduced == "true")
        for earlier, later, name, deduced in read_text_rows(graph, _FRAMES)
    ]


def _awards(graph: Queryable) -> list[Joint]:
    return [
        Joint(programme, activity, "award", deduced == "true", (award,))
        for programme, activity, award, deduced in read_text_rows(graph, _AWARDS)
    ]


def _least(joints: Iterable[Joint]) -> list[Joint]:
    """Keep one joint for each two records, and not that of a whole where its part has it too.

    >>> part = Joint("whole", "part", "part")
    >>> kept = _least([part, Joint("whole", "b", "led-to"), Joint("part", "b", "led-to")])
    >>> [joint[:2] for joint in kept]
    [('part', 'b'), ('whole', 'part')]
    """
    by_ends: dict[tuple[str, str], list[Joint]] = defaultdict(list)
    for joint in joints:
        if joint.earlier != joint.later:
            by_ends[joint.earlier, joint.later].append(joint)
    best = {ends: _best(several) for ends, several in by_ends.items()}
    parts = {ends for ends, joint in best.items() if joint.kind == "part"}
    doubled = {
        (whole, later)
        for whole, part in parts
        for earlier, later in best
        if earlier == part and (whole, later) in best
    }
    return [joint for ends, joint in sorted(best.items()) if ends not in doubled]


def _best(several: list[Joint]) -> Joint:
    """Return the most telling joint; all that say the same vouch for it."""
    first = min(several, key=lambda joint: (joint.inferred, MOST_TELLING.index(joint.kind)))
    same = [joint for joint in several if joint.kind == first.kind]
    said = sorted({record for joint in same for record in joint.said})
    return first._replace(said=tuple(said))
