"""The matrix: how many facts tie each actor to each other, or to a place, a theme, a decade.

`count_cells` counts what a view holds, in a period, surely or possibly; `matrix_view` makes the
page, which counts in the same way while its slider moves.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "")
>>> count_cells(empty).cells
{}

A cell counts facts, not ties: a mission of three bodies of one town is one fact of that town. The
diagonal of places holds what binds actors of one and the same place. A fact stands in the decade in
which it may have begun first; undated ones have a column of their own. The strongest actors are
those with most facts over the whole period, whatever is shown, so that no row comes and goes; among
them (or among those of a shore) the rows with most facts in their cells come first.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.dates import UncertainDate, certainly_during, possibly_during
from coopgraph.network.rows import read_text_rows
from coopgraph.views.alone import shown_alone
from coopgraph.views.legend import SIDES
from coopgraph.views.model import Words
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Fact, Json, Node, View

__all__ = [
    "MOST_ROWS", "By", "Cell", "Heading", "Matrix", "Order", "Themes", "count_cells",
    "matrix_extras", "matrix_view", "read_themes",
]  # fmt: skip

By = Literal["actors", "places", "themes", "decades"]
"""What the columns are: the same actors, places (rows too), themes, decades."""
Order = Literal["shore", "strength", "name"]

MOST_ROWS: Final = 40
_UNDATED: Final = Words("sans date", "undated")
_SIDES: Final = tuple(SIDES)
_THEMES: Final = """
SELECT ?record ?theme ?fr ?en {
  ?record coop:hasTheme ?theme . ?theme skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
}"""


class Heading(NamedTuple):
    """One row or column."""

    key: str  # id of an actor or theme, French name of a place, first year of a decade
    label: Words
    side: str = ""  # of an actor or a place
    number: int = 0  # facts in its cells over the whole period


class Cell(NamedTuple):
    """What ties a row to a column in the period."""

    facts: tuple[str, ...]  # ids
    sure: bool  # one of them surely falls into the period
    contested: bool  # sources disagree about one of them


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows, the columns, and the cells that are not empty, by the places of both."""

    by: By
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[int, int], Cell]


class Themes(NamedTuple):
    """What records are about."""

    labels: Mapping[str, Words]  # id of a theme -> its name
    of: Mapping[str, tuple[str, ...]]  # id of a record -> ids of themes


def matrix_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the matrix as a view.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    view = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    return shown_alone(view, "matrix", matrix_extras(view, read_themes(graph)))


def matrix_extras(view: View, themes: Themes) -> dict[str, Json]:
    """Return the themes, and for each fact the places of its themes among them."""
    place = {theme: number for number, theme in enumerate(themes.labels)}
    of = {
        name: [place[theme] for theme in themes.of[record]]
        for name, record in _records(view).items()
        if record in themes.of
    }
    return {
        "most": MOST_ROWS,
        "themes": [[theme, words] for theme, words in themes.labels.items()],
        "of": of,
    }


def read_themes(graph: Queryable) -> Themes:
    """Read what each record is about.

    Raises:
        StoreError: the graph cannot be read.
    """
    labels: dict[str, Words] = {}
    of: dict[str, list[str]] = defaultdict(list)
    for record, theme, fr, en in sorted(set(read_text_rows(graph, _THEMES))):
        labels[theme] = Words(fr, en)
        of[record].append(theme)
    return Themes(
        dict(sorted(labels.items())), {record: tuple(found) for record, found in of.items()}
    )


def _records(view: View) -> dict[str, str]:
    """Return the id of the record behind each fact: a planned part has a fact of its own."""
    return {name: fact.iri.rpartition("/")[2] for name, fact in view.facts.items()}


def count_cells(
    view: View,
    *,
    by: By = "actors",
    order: Order = "shore",
    most: int = MOST_ROWS,
    themes: Themes | None = None,
    begin: datetime.date | None = None,
    end: datetime.date | None = None,
) -> Matrix:
    """Return the matrix of a view in a period; without `begin` and `end`, of the whole of it."""
    known = themes or Themes({}, {})
    pairs = _pairs(view, by, known)
    everything = {key: set(facts) for key, facts in pairs.items()}
    strong = _strongest(_facts_by(everything, 0), most)
    square = by in ("actors", "places")
    columns = () if square else _columns(by, everything, strong, known, most)
    filled = _filled(everything, strong, strong if square else {one.key for one in columns})
    rows = _headings(view, by, filled, order)
    columns = rows if square else columns
    shown = {name for name, fact in view.facts.items() if _in_period(fact, view.mode, begin, end)}
    place = {heading.key: number for number, heading in enumerate(rows)}
    across = {heading.key: number for number, heading in enumerate(columns)}
    cells = {}
    for (row, column), facts in pairs.items():
        here = sorted(set(facts) & shown)
        if row in place and column in across and here:
            cells[place[row], across[column]] = _cell(view, here, begin, end)
    return Matrix(by, rows, columns, dict(sorted(cells.items())))


def _pairs(view: View, by: By, themes: Themes) -> dict[tuple[str, str], list[str]]:
    """Return the facts of each row and column, both by key."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    if by in ("actors", "places"):
        keys = {node.id: node.id if by == "actors" else node.place.fr for node in view.nodes}
        for tie in view.ties:
            a, b = keys[tie.source], keys[tie.target]
            if a and b:
                pairs[a, b].append(tie.fact)
                pairs[b, a].append(tie.fact)
        return pairs
    records = _records(view)
    for actor, facts in _about(view).items():
        for name in facts:
            columns: Iterable[str] = (
                themes.of.get(records[name], ()) if by == "themes" else (_decade(view.facts[name]),)
            )
            for column in columns:
                pairs[actor, column].append(name)
    return pairs


def _about(view: View) -> dict[str, set[str]]:
    """Return the facts about each actor: its own, and those of its ties."""
    about = {node.id: set(node.facts) & view.facts.keys() for node in view.nodes if node.drawn}
    for tie in view.ties:
        for actor in (tie.source, tie.target):
            if actor in about:
                about[actor].add(tie.fact)
    return about


def _decade(fact: Fact) -> str:
    """Return the decade in which a fact may have begun first; empty for an undated one."""
    day = fact.earliest_begin or fact.latest_begin or fact.earliest_end or fact.latest_end
    return f"{day[:3]}0" if day else ""


def _facts_by(pairs: Mapping[tuple[str, str], set[str]], side: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, facts in pairs.items():
        found[key[side]] |= facts
    return found


def _strongest(facts: Mapping[str, set[str]], most: int) -> dict[str, int]:
    """Return the keys with most facts, and how many these are."""
    ordered = sorted(facts, key=lambda key: (-len(facts[key]), key))
    return {key: len(facts[key]) for key in ordered[:most]}


def _filled(
    pairs: Mapping[tuple[str, str], set[str]], rows: Iterable[str], columns: Collection[str]
) -> dict[str, int]:
    """Return how many facts stand in the cells of each row, the fullest first."""
    inside = _facts_by({key: told for key, told in pairs.items() if key[1] in columns}, 0)
    return {key: len(inside[key]) for key in sorted(rows, key=lambda key: -len(inside[key]))}


def _headings(view: View, by: By, strong: Mapping[str, int], order: Order) -> tuple[Heading, ...]:
    nodes: dict[str, Node] = {}
    for node in view.nodes:
        nodes.setdefault(node.place.fr if by == "places" else node.id, node)
    found = [
        Heading(
            key, nodes[key].place if by == "places" else nodes[key].label, nodes[key].side, number
        )
        for key, number in strong.items()
    ]
    if order == "name":
        found.sort(key=lambda heading: heading.label.fr.casefold())
    elif order == "shore":
        found.sort(key=lambda heading: _SIDES.index(heading.side) if heading.side in _SIDES else 9)
    return tuple(found)


def _columns(
    by: By,
    pairs: Mapping[tuple[str, str], set[str]],
    rows: Mapping[str, int],
    themes: Themes,
    most: int,
) -> tuple[Heading, ...]:
    facts = _facts_by({key: told for key, told in pairs.items() if key[0] in rows}, 1)
    if by == "themes":
        strong = _strongest(facts, most)
        return tuple(Heading(key, themes.labels[key], "", n) for key, n in strong.items())
    decades = sorted(facts, key=lambda key: key or "9")
    return tuple(
        Heading(key, Words(f"{key}–", f"{key}s") if key else _UNDATED, "", len(facts[key]))
        for key in decades
    )


def _in_period(
    fact: Fact,
    mode: str,
    begin: datetime.date | None,
    end: datetime.date | None,
) -> bool:
    """Tell as the page does whether a fact is shown."""
    if mode == "certainly" and {"planned", "cancelled"} & set(fact.doubts):
        return False
    if not fact.dated:
        return mode == "possibly" and begin is None and end is None
    during = possibly_during if mode == "possibly" else certainly_during
    return during(_date(fact), begin, end)


def _date(fact: Fact) -> UncertainDate:
    def day(text: str | None) -> datetime.date | None:
        return datetime.date.fromisoformat(text) if text else None

    return UncertainDate(
        edtf=fact.edtf,
        earliest_begin=day(fact.earliest_begin),
        latest_begin=day(fact.latest_begin),
        earliest_end=day(fact.earliest_end),
        latest_end=day(fact.latest_end),
        marks=(),
        qualifiers=(),
    )


def _cell(
    view: View, names: list[str], begin: datetime.date | None, end: datetime.date | None
) -> Cell:
    facts = [view.facts[name] for name in names]
    return Cell(
        tuple(names),
        any(
            fact.dated
            and not {"planned", "cancelled"} & set(fact.doubts)
            and certainly_during(_date(fact), begin, end)
            for fact in facts
        ),
        any("contested" in fact.doubts for fact in facts),
    )
