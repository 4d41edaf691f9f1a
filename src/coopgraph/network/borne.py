"""Which name a body bore at a date: « Communauté urbaine » in 1985, « Métropole » today.

A body that keeps its identity under a new name keeps its id, and `names` says when it bore which.
`NamesBorne` answers for any day or period:

>>> old = DatedName("Pépinière des Dunes", "2001-01-01", "2008-12-31")
>>> names = NamesBorne({"technopole-dune": (old,)})
>>> names.at("technopole-dune", "2003-04-01", "2003-04-30")
'Pépinière des Dunes'
>>> names.at("technopole-dune", "2012-01-01", "2012-12-31") is None
True

A name that a source shows in use on a day stands for the days nearest to it: in April 2010 a
ministry is called as in May 2010, and not as in 2017. Where no source tells, or several
names are possible, there is no answer, and the preferred name stands. Spelling variants and
acronyms are no names of a time.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable

__all__ = ["DatedName", "NamesBorne", "days_of", "read_names_borne"]

# A name is dated by its own term, or by the days on which a source shows it in use.
_DATED: Final = """
SELECT ?actor ?text (LANG(?text) AS ?language) ?begin ?end ?seen {
  ?name a coop:Name ; coop:describes ?actor ; coop:nameText ?text ; coop:hasKind ?kind .
  ?actor a coop:Actor .
  FILTER (?kind IN (<https://w3id.org/coopgraph/scheme/name-kind/former>,
                    <https://w3id.org/coopgraph/scheme/name-kind/official>))
  { ?name coop:when ?when .
    OPTIONAL { ?name coop:earliestBegin ?begin } OPTIONAL { ?name coop:latestEnd ?end }
  } UNION { ?seen a coop:Attestation ; coop:describes ?name ; coop:when ?when .
    OPTIONAL { ?seen coop:earliestBegin ?begin } OPTIONAL { ?seen coop:latestEnd ?end } }
}"""
_FIRST: Final = "0000-00-00"
_LAST: Final = "9999-99-99"


class DatedName(NamedTuple):
    """A name and the days, ISO, between which it may have been borne; empty: not known."""

    name: str
    begin: str
    end: str

    def may_cover(self, begin: str, end: str) -> bool:
        """Tell whether the name may have been borne at some time from `begin` to `end`."""
        return (self.begin or _FIRST) <= (end or _LAST) and (begin or _FIRST) <= (self.end or _LAST)


@dataclass(frozen=True, slots=True)
class NamesBorne:
    """The dated names of all actors, by the id of the actor."""

    by_actor: Mapping[str, tuple[DatedName, ...]]

    def at(self, actor: str, begin: str, end: str) -> str | None:
        """Return the one name that the actor may have borne from `begin` to `end` (ISO days)."""
        if not begin and not end:
            return None
        dated = self.by_actor.get(actor, ())
        possible = {known.name for known in dated if known.may_cover(begin, end)}
        return next(iter(possible)) if len(possible) == 1 else None


def read_names_borne(graph: Queryable) -> NamesBorne:
    """Read the dated names of all actors.

    Raises:
        StoreError: the graph cannot be read.
    """
    found: dict[str, list[tuple[DatedName, bool]]] = defaultdict(list)
    for actor, text, language, begin, end, seen in sorted(set(read_text_rows(graph, _DATED))):
        if language in ("", "fr", "en"):
            found[actor].append((DatedName(text, begin, end), bool(seen)))
    return NamesBorne({actor: _until_the_next(names) for actor, names in found.items()})


def _until_the_next(names: list[tuple[DatedName, bool]]) -> tuple[DatedName, ...]:
    """Let a name that was only seen on a day stand for the days that are nearest to it.

    Between two names that were seen on a day, each has the half that is nearer; a name with a term
    of its own ends the time of the one seen before. The first stands for the time before it, too.

    >>> old, new = DatedName("A", "2008-05-20", "2008-05-20"), "B"
    >>> later = DatedName(new, "2008-05-30", "2008-05-30")
    >>> [name[1:] for name in _until_the_next([(old, True), (later, True)])]
    [('', '2008-05-25'), ('2008-05-26', '2008-05-30')]
    """
    return tuple(_nearest_days(name, seen, names) for name, seen in names)


def _nearest_days(name: DatedName, seen: bool, names: list[tuple[DatedName, bool]]) -> DatedName:
    if not seen or not name.begin or not name.end:
        return name
    others = [(other, only_seen) for other, only_seen in names if other.name != name.name]
    after = [(o.begin, s) for o, s in others if o.begin and o.begin > name.end]
    before = [(o.end, s) for o, s in others if o.end and o.end < name.begin]
    begin, end = name.begin, name.end
    if after:
        day, only_seen = min(after)
        end = _middle(name.end, day) if only_seen else _day_before(day)
    if before:
        day, only_seen = max(before)
        begin = _day_after(_middle(day, name.begin) if only_seen else day)
    elif others and all(other.begin and other.begin > name.begin for other, _ in others):
        begin = ""
    return name._replace(begin=begin, end=end)


def _middle(first: str, last: str) -> str:
    days = datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)
    return (datetime.date.fromisoformat(first) + days // 2).isoformat()


def _day_after(day: str) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def _day_before(day: str) -> str:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def days_of(edtf: str) -> tuple[str, str]:
    """Return the first and the last day that a date may mean, empty where that side is unknown.

    >>> days_of("2014-03"), days_of("[..2016]"), days_of("")
    (('2014-03-01', '2014-03-31'), ('', '2016-12-31'), ('', ''))
    """
    try:
        date = parse_date(edtf)
    except InvalidDate:
        return "", ""
    return str(date.earliest_begin or ""), str(date.latest_end or "")
