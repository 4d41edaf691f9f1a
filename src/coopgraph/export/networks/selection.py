"""What is asked for: a projection, a period, a mode, kinds of ties, with or without deductions.

`select` makes the network once; every format then writes the same nodes and ties. Positions belong
to the whole projection: a node stands where it stands in the page, whatever period is chosen.

As in the pictures, persons whom nothing ties to anybody are left out (`Selected.apart` counts
them), and a period keeps only what it ties. Without a period everything is there, undated and
cancelled ties included; they say so in their attributes.

>>> read_period("avril 2010", None)
(datetime.date(2010, 4, 1), None)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.network.layout import lay_out
from coopgraph.network.project import persons_without_ties
from coopgraph.network.projections import PROJECTIONS, project
from coopgraph.network.slices import between
from coopgraph.phrases import read_phrase
from coopgraph.spelling import spell_date

if TYPE_CHECKING:
    import networkx as nx

    from coopgraph.network.layout import Position
    from coopgraph.network.slices import Mode
    from coopgraph.sparql import Queryable

__all__ = ["Selected", "Selection", "check_period", "read_period", "select"]

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; the default is all actors and all their ties."""

    projection: str = "actors"
    first: date | None = None
    last: date | None = None
    mode: Mode = "possibly"
    kinds: frozenset[str] | None = None  # kinds of ties; None for all
    inferred: bool = True

    @property
    def whole(self) -> bool:
        """Tell whether no period and no mode limits it."""
        return self.first is None and self.last is None and self.mode == "possibly"

    def period(self, language: str) -> str:
        """Return the period in words, empty where there is none.

        >>> Selection(first=date(2010, 4, 1)).period("fr")
        'depuis le 1er avril 2010'
        >>> Selection(first=date(2010, 1, 1), last=date(2015, 12, 31)).period("fr")
        '2010 – 2015'
        """
        first = self.first.isoformat() if self.first else ""
        last = self.last.isoformat() if self.last else ""
        if first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4] if first[:4] == last[:4] else f"{first[:4]} – {last[:4]}"
        begin, end = (spell_date(day, language) if day else "" for day in (first, last))
        if first and last:
            return begin if first == last else f"{begin} – {end}"
        if not begin and not end:
            return ""
        if language == "fr":
            return f"depuis le {begin}" if begin else f"jusqu’au {end}"
        return f"since {begin}" if begin else f"until {end}"

    def told(self, language: str) -> str:
        """Return a title: what the network is, of when, and what was left out."""
        known = PROJECTIONS[self.projection]
        surely = "sûrement" if language == "fr" else "surely"
        without = "sans ce qui est déduit" if language == "fr" else "without what was inferred"
        parts = [
            known.title_fr if language == "fr" else known.title_en,
            self.period(language),
            surely if self.mode == "certainly" else "",
            ", ".join(sorted(self.kinds or ())),
            "" if self.inferred else without,
        ]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Selected:
    """A network with all that the formats need; `apart` counts the persons left out."""

    graph: Queryable
    selection: Selection
    network: nx.MultiDiGraph
    positions: dict[str, Position]
    apart: int


def select(graph: Queryable, selection: Selection) -> Selected:
    """Return the network that is asked for, with its positions.

    Raises:
        UsageError: there is no such projection or kind, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    check_period(selection)
    if selection.projection not in PROJECTIONS:
        known = ", ".join(PROJECTIONS)
        raise UsageError(
            f"There is no projection {selection.projection}. Known: {known}.",
            f"La projection {selection.projection} n’existe pas. Projections connues{_NO_BREAK}:"
            f" {known}.",
        )
    whole = project(graph, selection.projection, inferred=selection.inferred)
    hidden = persons_without_ties(whole)
    positions = lay_out(whole, without=hidden)
    network = whole
    if not selection.whole:
        network = between(whole, selection.first, selection.last, mode=selection.mode)
    if selection.kinds is not None:
        network = _of_kinds(network, selection.kinds, _kinds_of(whole))
    if hidden:
        network = network.copy()
        network.remove_nodes_from(hidden)
    return Selected(graph, selection, network, positions, len(hidden))


def read_period(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period given in EDTF or in words.

    Raises:
        UsageError: one of them is no date, or has no day on that side.
    """
    return _day(first, "earliest_begin"), _day(last, "latest_end")


def check_period(selection: Selection) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        UsageError: it does.
    """
    if selection.first and selection.last and selection.last < selection.first:
        raise UsageError(
            f"The period ends ({selection.last}) before it begins ({selection.first}):"
            " give the earlier date first.",
            f"La période finit ({selection.last}) avant de commencer ({selection.first})"
            f"{_NO_BREAK}: donner d’abord la date la plus ancienne.",
        )


def _kinds_of(network: nx.MultiDiGraph) -> set[str]:
    return {str(data["kind"]) for _, _, data in network.edges(data=True) if "kind" in data}


def _of_kinds(network: nx.MultiDiGraph, kinds: frozenset[str], known: set[str]) -> nx.MultiDiGraph:
    if unknown := sorted(kinds - known):
        there = ", ".join(sorted(known)) or "–"
        raise UsageError(
            f"No tie is of the kind {', '.join(unknown)}. Kinds here: {there}.",
            f"Aucun lien n’est du genre {', '.join(unknown)}. Genres présents{_NO_BREAK}: {there}.",
        )
    part = network.copy()
    part.remove_edges_from(
        [
            (source, target, key)
            for source, target, key, data in network.edges(keys=True, data=True)
            if data.get("kind") not in kinds
        ]
    )
    part.remove_nodes_from([node for node, ties in list(part.degree) if not ties])
    return part


def _day(text: str | None, bound: str) -> date | None:
    if text is None:
        return None
    try:
        day: date | None = getattr(parse_date(read_phrase(text).edtf), bound)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» n’est pas une date{_NO_BREAK}: {problem.reason_fr}",
        ) from problem
    if day is None:
        raise UsageError(
            f"“{text}” has no day on that side: give a year, a month or a day.",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» n’a pas de jour de ce côté{_NO_BREAK}:"
            " donner une année, un mois ou un jour.",
        )
    return day
