"""The timeline: missions, sessions, agreements, projects and offices as bars on one axis of time.

A view of the timeline is the view of the network with one more set of data: which of its facts are
bars, of what kind, on which shore, and when an agreement was signed beside its time in force. Dates
are never rounded here: a bar has the four bounds of its fact, and the picture draws what lies
between two of them as doubt.

>>> TimelineItem("accord-dune", "agreement", "both").signed
()

An office has no title, so it is called by who holds it. Facts of other kinds (awards, outcomes,
relations …) are no bars; the panel tells them with their actors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, get_args

from coopgraph.network.rows import UNDATED, Bounds, read_bounds, read_text_rows
from coopgraph.views.alone import shown_alone
from coopgraph.views.asking import words_of
from coopgraph.views.model import View, Words
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Fact, Json

__all__ = [
    "ItemKind",
    "ItemSide",
    "TimelineItem",
    "TimelineMarks",
    "items_of",
    "read_timeline_marks",
    "timeline_extras",
    "timeline_items",
    "timeline_view",
]

ItemKind: TypeAlias = Literal["agreement", "mission", "session", "project", "role"]
"""What a bar stands for; a session is a mission in a series of numbered meetings."""
ItemSide: TypeAlias = Literal["both", "france", "quebec", "joint", "other"]

_SERIES: Final = """
SELECT ?mission { ?mission coop:series ?series }"""
_SIGNINGS: Final = """
SELECT ?agreement ?signing { ?signing a coop:Signing ; coop:signs ?agreement }"""
_OFFICES: Final = f"""
SELECT ?role ?who_fr ?who_en ?fr ?en {{
  ?role a coop:RoleHolding ; coop:hasPerson ?person .{words_of("?person", "who")}
  OPTIONAL {{ ?role coop:roleTitle ?fr FILTER (LANG(?fr) = "fr") }}
  OPTIONAL {{ ?role coop:roleTitle ?en FILTER (LANG(?en) = "en") }}
}}"""


class TimelineItem(NamedTuple):
    """One bar: the fact that it stands for, its lane, and the days of signing."""

    fact: str  # id of a fact of the view
    kind: ItemKind
    side: ItemSide
    label: Words = Words("", "")  # only where the fact has no title
    signed: tuple[Bounds, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineMarks:
    """What the timeline needs beyond the facts of a view, by id of the record."""

    sessions: frozenset[str] = frozenset()
    signings: Mapping[str, tuple[Bounds, ...]] = field(default_factory=lambda: MappingProxyType({}))
    offices: Mapping[str, Words] = field(default_factory=lambda: MappingProxyType({}))


def timeline_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the timeline of all that actors did together, and of their offices.

    Its ties, and so the rows of its table, are in the order of time, undated ones last.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    network = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    ties = tuple(sorted(network.ties, key=lambda tie: _in_time(network.facts[tie.fact])))
    ordered = replace(network, ties=ties)
    return shown_alone(ordered, "timeline", timeline_extras(graph, network))


def timeline_extras(graph: Queryable, view: View) -> Json:
    """Return the data of the pane for a view of the same graph, column by column.

    Raises:
        StoreError: the graph cannot be read.
    """
    items = timeline_items(view, marks=read_timeline_marks(graph))
    return {
        "fact": [item.fact for item in items],
        "kind": [item.kind for item in items],
        "side": [item.side for item in items],
        "labels": {item.fact: item.label for item in items if any(item.label)},
        "signed": {
            item.fact: [[day or None for day in bounds[1:5]] for bounds in item.signed]
            for item in items
            if item.signed
        },
    }


def timeline_items(view: View, *, marks: TimelineMarks | None = None) -> tuple[TimelineItem, ...]:
    """Return the bars of the timeline in the order of time; undated ones come last."""
    known = marks or TimelineMarks()
    sides = _sides(view)
    signed: set[str] = set()
    items = []
    for fact in sorted(view.facts.values(), key=_in_time):
        record = fact.iri.rpartition("/")[2]
        kind = "session" if record in known.sessions else fact.kind
        if kind not in get_args(ItemKind):
            continue
        own = known.signings.get(record, ()) if record not in signed else ()
        signed.add(record)  # of several terms, the first carries the signing
        label = known.offices.get(record, fact.title) if not any(fact.title) else Words("", "")
        items.append(TimelineItem(fact.id, kind, _side(sides[fact.id]), label, own))  # type: ignore[arg-type]  # checked above
    return tuple(items)


def items_of(view: View) -> tuple[TimelineItem, ...]:
    """Return the bars that a view of the timeline carries; those of any view where it carries none.

    >>> items_of(View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1"))
    ()
    """
    extras = view.extras.get("timeline")
    if not isinstance(extras, dict):
        return timeline_items(view)
    told: Any = extras  # as `timeline_extras` made it
    items = []
    for fact, kind, side in zip(told["fact"], told["kind"], told["side"], strict=True):
        days = told["signed"].get(fact, ())
        signed = tuple(_bounds(*(day or "" for day in bounds)) for bounds in days)
        label = Words(*told["labels"].get(fact, ("", "")))
        items.append(TimelineItem(fact, kind, side, label, signed))
    return tuple(items)


def read_timeline_marks(graph: Queryable) -> TimelineMarks:
    """Read from the graph which missions are sessions, when agreements were signed, who held what.

    Raises:
        StoreError: the graph cannot be read.
    """
    days = read_bounds(graph, "Signing")
    signings: dict[str, list[Bounds]] = defaultdict(list)
    for agreement, signing in sorted(read_text_rows(graph, _SIGNINGS)):
        if days.get(signing, UNDATED).edtf:
            signings[agreement].append(days[signing])
    offices = {
        role: Words(_office(who_fr, fr), _office(who_en or who_fr, en or fr))
        for role, who_fr, who_en, fr, en in sorted(read_text_rows(graph, _OFFICES))
    }
    return TimelineMarks(
        frozenset(row[0] for row in read_text_rows(graph, _SERIES)),
        {name: tuple(sorted(bounds, key=lambda one: one[1:])) for name, bounds in signings.items()},
        offices,
    )


def _bounds(begin: str, latest_begin: str, earliest_end: str, end: str) -> Bounds:
    return Bounds("", begin, latest_begin, earliest_end, end)


def _office(person: str, title: str) -> str:
    return ", ".join(filter(None, (person, title)))


def _in_time(fact: Fact) -> tuple[str, str]:
    known = (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end)
    return next(filter(None, known), "9999"), fact.id


def _sides(view: View) -> dict[str, set[str]]:
    """Return the shores of those whom each fact is about."""
    nodes = {node.id: node.side for node in view.nodes}
    sides: dict[str, set[str]] = defaultdict(set)
    for tie in view.ties:
        sides[tie.fact] |= {nodes[tie.source], nodes[tie.target]}
    for node in view.nodes:
        for name in node.facts:
            sides[name].add(node.side)
    return sides


def _side(sides: Iterable[str]) -> ItemSide:
    """Return the shore of a bar: both where both take part.

    >>> _side({"france", "other"}), _side({"france", "quebec"}), _side({"joint", "quebec"})
    ('france', 'both', 'quebec')
    """
    found = set(sides)
    if found >= {"france", "quebec"}:
        return "both"
    if "france" in found:
        return "france"
    if "quebec" in found:
        return "quebec"
    return "joint" if "joint" in found else "other"
