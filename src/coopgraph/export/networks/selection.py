"""What is asked for: a projection, a period, a mode, kinds of ties, one node and what is around it.

`select` makes the network once; every format then writes the same nodes and ties. Positions belong
to the whole projection, or the whole neighbourhood, side, theme or place: no period moves a node;
a format that writes none lays nothing out.

As in the pictures, persons whom nothing ties to anybody are left out (`Selected.apart` counts
them, where nothing else is), and whatever limits the ties keeps only what they tie. Without a
period everything is there, undated and cancelled ties included; they say so in their attributes.
With one, actors are called as they were then. `coopgraph.export.networks.narrowing` tells what a
theme, a side, a place and a neighbourhood keep.

>>> read_period("avril 2010", None)
(datetime.date(2010, 4, 1), None)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from pyoxigraph import Store

from coopgraph.canonical import hash_store
from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.export.networks.narrowing import name_chosen, narrow
from coopgraph.export.networks.positions import Positions
from coopgraph.network.borne import read_names_borne
from coopgraph.network.kinds import only_kinds
from coopgraph.network.project import persons_without_ties
from coopgraph.network.projections import PROJECTIONS, project
from coopgraph.network.slices import between
from coopgraph.phrases import read_phrase
from coopgraph.views.legend import SIDES
from coopgraph.views.model import Words
from coopgraph.views.spelled_period import spell_period
from coopgraph.views.tie_kinds import tie_mark

if TYPE_CHECKING:
    import networkx as nx

    from coopgraph.network.layout import Position
    from coopgraph.network.slices import Mode
    from coopgraph.sparql import Queryable

__all__ = ["Selected", "Selection", "Sheet", "check_period", "read_period", "select"]

_NO_BREAK = "\u00a0"
_KIND_WORDS: Mapping[str, Words] = {"call": Words("appel", "call")}  # of a calendar alone


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; the default is all actors and all their ties.

    `of`, `theme` and `place` are ids, or names as people write them; `select` turns them into ids
    and keeps their words in `called`.
    """

    projection: str = "actors"
    first: date | None = None
    last: date | None = None
    mode: Mode = "possibly"
    kinds: frozenset[str] | None = None  # kinds of ties; None for all
    inferred: bool = True
    of: str = ""
    steps: int = 1
    sides: frozenset[str] | None = None  # None for all
    theme: str = ""
    place: str = ""
    called: Mapping[str, Words] = field(default_factory=dict, hash=False)

    @property
    def whole(self) -> bool:
        """Tell whether no period and no mode limits it."""
        return self.first is None and self.last is None and self.mode == "possibly"

    @property
    def narrowed(self) -> bool:
        """Tell whether a theme, a side, a place or a node limits it."""
        return bool(self.of or self.theme or self.place) or self.sides is not None

    @property
    def window(self) -> tuple[str, str] | None:
        """The first and the last day, ISO, empty where it is open; None without a period."""
        if self.first is None and self.last is None:
            return None
        return (
            self.first.isoformat() if self.first else "",
            self.last.isoformat() if self.last else "",
        )

    def period(self, language: str) -> str:
        """Return the period in words, empty where there is none.

        >>> Selection(first=date(2010, 4, 1), last=date(2010, 5, 31)).period("fr")
        'avril 2010 – mai 2010'
        >>> Selection(first=date(2010, 1, 1), last=date(2015, 12, 31)).period("fr")
        '2010 – 2015'
        """
        return spell_period(*(self.window or ("", "")), language)

    def told(self, language: str) -> str:
        """Return a title: what the network is, of when, and what was left out."""
        surely = "sûrement" if language == "fr" else "surely"
        parts = [
            self.title(language),
            self.period(language),
            surely if self.mode == "certainly" else "",
            *self.limits(language),
        ]
        return " · ".join(part for part in parts if part)

    def calendar_title(self, language: str) -> str:
        """Return the name of a calendar: of when and of what, what was left out.

        >>> Selection(mode="certainly").calendar_title("en")
        'France–Québec cooperation · surely'
        """
        french = language == "fr"
        surely = "sûrement" if french else "surely"
        parts = [
            "Coopération France–Québec" if french else "France–Québec cooperation",
            self._called("of", language),
            self.period(language),
            surely if self.mode == "certainly" else "",
            *self.limits(language),
        ]
        return " · ".join(part for part in parts if part)

    def title(self, language: str) -> str:
        """Return what the network is, and around what."""
        known = PROJECTIONS[self.projection]
        title = known.title_fr if language == "fr" else known.title_en
        if not self.of:
            return title
        return f"{title}{_NO_BREAK if language == 'fr' else ''}: {self._called('of', language)}"

    def heading(self, language: str) -> str:
        """Return the title of a picture, which says period and mode by itself."""
        return " · ".join([self.title(language), *self.limits(language)])

    def limits(self, language: str) -> list[str]:
        r"""Return in words what was left out, but for the period and the mode.

        >>> Selection(kinds=frozenset({"project"}), inferred=False).limits("fr")
        ['genres\xa0: projet', 'sans ce qui est déduit']
        """
        french = language == "fr"
        colon = f"{_NO_BREAK}: " if french else ": "
        kinds = sorted(_kind(kind, language) for kind in self.kinds or ())
        sides = [_side(side, language) for side in sorted(self.sides or ())]
        without = "sans ce qui est déduit" if french else "without what was inferred"
        said = (
            ("genres" if french else "kinds", ", ".join(kinds)),
            ("thème" if french else "theme", self._called("theme", language)),
            ("côté" if french else "side", ", ".join(sides)),
            ("lieu" if french else "place", self._called("place", language)),
        )
        told = [f"{name}{colon}{value}" for name, value in said if value]
        return [*told, *([] if self.inferred else [without])]

    def _called(self, what: str, language: str) -> str:
        words = self.called.get(what)
        return str(getattr(words, language)) if words else str(getattr(self, what))


class Sheet(TypedDict):
    """The title of a picture, its period, how sure what it shows is, the version of the data."""

    title: Words
    window: tuple[str, str] | None
    mode: Mode
    version: str


@dataclass(frozen=True, slots=True)
class Selected:
    """A network with all that the formats need; `apart` counts the persons left out."""

    graph: Queryable
    selection: Selection
    network: nx.MultiDiGraph
    positions: Mapping[str, Position]  # laid out when first asked for
    apart: int

    @property
    def sheet(self) -> Sheet:
        """What a picture of it says beside the network."""
        chosen, graph = self.selection, self.graph
        return Sheet(
            title=Words(chosen.heading("fr"), chosen.heading("en")),
            window=chosen.window,
            mode=chosen.mode,
            version=hash_store(graph) if isinstance(graph, Store) else "",
        )


def select(graph: Queryable, selection: Selection) -> Selected:
    """Return the network that is asked for; its positions are worked out when first asked for.

    Raises:
        UsageError: there is no such projection, kind, side, theme, place or node, or the period
            ends before it begins.
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
    names = read_names_borne(graph) if selection.window else None
    selection = name_chosen(graph, selection, whole, names=names)
    hidden = persons_without_ties(whole)
    network = whole if selection.kinds is None else only_kinds(whole, selection.kinds)
    standing = narrow(network, graph, selection) if selection.narrowed else whole
    positions = Positions(standing, without=hidden)
    if not selection.whole:
        network = between(
            network, selection.first, selection.last, mode=selection.mode, names=names
        )
    network = narrow(network, graph, selection)
    if apart := hidden.intersection(network):
        network = network.copy()
        network.remove_nodes_from(apart)
    limited = selection.narrowed or not selection.whole or selection.kinds is not None
    return Selected(graph, selection, network, positions, 0 if limited else len(hidden))


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


def _kind(kind: str, language: str) -> str:
    words = _KIND_WORDS.get(kind) or tie_mark(kind).words
    return str(getattr(words, language))


def _side(side: str, language: str) -> str:
    return str(getattr(SIDES[side].words, language)) if side in SIDES else side.capitalize()


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
