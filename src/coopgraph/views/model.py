"""What a picture shows: nodes, ties, the facts behind them, and every word, in both languages.

A `View` is all that `coopgraph.render` receives: a page, an SVG and a table made of the same view
say the same. It holds no HTML, no colour and no library object. Every fact carries its four bounds
as ISO days (or None), so that a page can filter by time without knowing about EDTF. The records of
which there are thousands are named tuples, three times as quick to make as frozen dataclasses.

>>> Words("acteur", "actor").fr
'acteur'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Doubt", "Evidence", "Fact", "Json", "Node", "Shape", "Tie", "View", "Words"]

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say."""


class Words(NamedTuple):
    """One text in French and in English."""

    fr: str
    en: str


Shape = Literal[
    "person",
    "organisation",
    "authority",
    "agreement",
    "mission",
    "project",
    "programme",
    "outcome",
    "place",
    "theme",
]
"""The shapes of the legend (`coopgraph.views.legend`)."""

Doubt = Literal["planned", "cancelled", "not-achieved", "in-discussion", "contested", "inferred"]
"""Why a fact is not simply so; doubt about its date follows from its bounds."""


class Evidence(NamedTuple):
    """Where a fact is said: one citation."""

    source: str  # id of the source
    title: str
    publisher: str
    published: Words  # the date as people say it; empty where unknown
    locator: str
    url: str  # http(s) or empty


class Fact(NamedTuple):
    """One record in words, with its dates, its doubts and its sources."""

    id: str  # id of the record
    iri: str
    kind: str  # mission, project, agreement, role, outcome, relation …
    sentence: Words  # a full sentence, date included, source left out
    date: Words  # the date as people say it; empty where undated
    edtf: str
    earliest_begin: str | None
    latest_begin: str | None
    earliest_end: str | None
    latest_end: str | None
    doubts: tuple[Doubt, ...]
    evidence: tuple[Evidence, ...]
    date_inferred: bool = False  # the curator deduced the date: without it, the fact is undated
    title: Words = Words("", "")  # what the record is called, where it is called anything
    themes: tuple[str, ...] = ()  # ids of what it is about, in `View.themes`

    @property
    def dated(self) -> bool:
        """Tell whether any of the four bounds is known."""
        return any((self.earliest_begin, self.latest_begin, self.earliest_end, self.latest_end))


class Node(NamedTuple):
    """One thing drawn: an actor, in most views."""

    id: str
    iri: str
    label: Words
    kind: Words  # "entreprise" / "company"
    shape: Shape
    side: str  # france, quebec, joint, other
    place: Words
    x: float  # position in the layout, 0 … 1000, computed beforehand
    y: float
    facts: tuple[str, ...]  # ids of facts about the node itself (offices, outcomes)
    names: tuple[tuple[str, str, Words], ...] = ()  # borne from, to (ISO days, empty: not known)
    aliases: tuple[str, ...] = ()  # other names and acronyms, for the search
    drawn: bool = True  # without: found by the search, listed beside the picture, not in it
    community: int = -1  # 0 is the largest; -1: in none
    measures: tuple[tuple[str, float], ...] = ()  # name of the measure, figure


class Tie(NamedTuple):
    """One edge: two nodes and the one fact that ties them. Parallel ties are all kept."""

    id: str
    source: str  # id of a node
    target: str
    kind: str  # mission, agreement, project
    label: Words  # "ont pris part à" …: short, for the table
    fact: str  # id of the fact
    inferred: bool = False  # that one of the two took part was deduced: without it, no tie

    def doubts(self, fact: Fact) -> tuple[Doubt, ...]:
        """Return the doubts of the tie: those of its fact, deduced only if its end or date is."""
        deduced = self.inferred or fact.date_inferred
        stated = fact.doubts
        if "inferred" in stated:
            stated = tuple(doubt for doubt in stated if doubt != "inferred")
        return (*stated, "inferred") if deduced else stated


@dataclass(frozen=True, slots=True)
class View:
    """One picture with everything that it says."""

    name: str
    title: Words
    description: Words
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    facts: dict[str, Fact]
    first_year: int
    last_year: int
    version: str  # of the data: its content hash, shown in "cite this view"
    window: tuple[str, str] | None = None  # opening window, ISO days; None for the whole period
    mode: Literal["possibly", "certainly"] = "possibly"
    kinds: dict[str, Words] = field(default_factory=dict)  # kind of tie -> its word
    panes: tuple[str, ...] = ("network",)  # the pictures on the page, in their order
    extras: Mapping[str, Json] = field(default_factory=dict)  # pane -> the data that it alone reads
    themes: Mapping[str, Words] = field(default_factory=dict)  # theme of facts -> its name
    known_until: str = ""  # the latest day on which a source was published: what follows is future
    also: tuple[View, ...] = ()  # further projections of the same graph, to choose on the page
