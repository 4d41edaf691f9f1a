r"""What people decided about ids: which name the same thing, which do not (``matches.csv``).

``skos:exactMatch`` renames the subject into the object, one decision after another;
``owl:differentFrom`` says that two ids are not the same thing. A subject or object may be an
``id``, a ``table/id`` (only where it stands for a record of that table), or an ``origin:id`` (only
in the file of that name):

>>> decisions = Decisions()
>>> decisions.same("actors/fonds", "programmes/fonds-dune")
>>> decisions.same("gazette:port", "port-dune")
>>> decisions.resolve("fonds", table="actors"), decisions.resolve("fonds")
('fonds-dune', 'fonds')
>>> decisions.target("fonds", table="actors")
Target(id='fonds-dune', table='programmes')
>>> decisions.resolve("port", origin="gazette"), decisions.resolve("port", origin="bulletin")
('port-dune', 'port')
>>> decisions.different("port-dune", "port-sud")
>>> decisions.differ("port-sud", "port-dune"), decisions.decided("port-dune", "quai")
(True, False)

Matches with addresses elsewhere (an IRI as object) are none of its business.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from coopgraph.findings import Finding
from coopgraph.identifiers import is_identifier
from coopgraph.intake.codes import make_finding
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import read_rows

__all__ = ["Decisions", "Target", "read_decisions"]

_SAME: Final = "skos:exactMatch"
_DIFFERENT: Final = "owl:differentFrom"
_FILE: Final = "matches.csv"


class Target(NamedTuple):
    """What an id stands for; `table` is empty where no decision and no caller names it."""

    id: str
    table: str


class _Name(NamedTuple):
    origin: str
    table: str
    id: str


class Decisions:
    """The decisions of a folder; `findings` holds what could not be read."""

    def __init__(self) -> None:
        self._same: dict[_Name, _Name] = {}
        self._different: set[frozenset[str]] = set()
        self._resolved: set[frozenset[str]] | None = None
        self.findings: list[Finding] = []

    def same(self, subject: str, object_: str, *, line: int = 0) -> None:
        """Note that `subject` is `object_`; unreadable ids become a finding."""
        first, second = _read_name(subject), _read_name(object_)
        if first is None or second is None:
            if "://" not in f"{subject} {object_}":
                value = subject if first is None else object_
                self.findings.append(
                    make_finding("E920", _FILE, line, column="subject_id", value=value)
                )
            return
        self._resolved = None
        self._same[first] = second
        if self._circles(first):
            del self._same[first]
            self.findings.append(
                make_finding("E921", _FILE, line, column="subject_id", value=subject)
            )

    def different(self, first: str, second: str, *, line: int = 0) -> None:
        """Note that two ids do not name the same thing."""
        names = _read_name(first), _read_name(second)
        if names[0] is None or names[1] is None:
            if "://" not in f"{first} {second}":
                self.findings.append(
                    make_finding("E920", _FILE, line, column="subject_id", value=first)
                )
            return
        self._resolved = None
        self._different.add(frozenset((names[0].id, names[1].id)))

    def target(self, identifier: str, *, table: str = "", origin: str = "") -> Target:
        """Return the id and table that an id stands for, all decisions followed."""
        place = _Name(origin, table, identifier)
        seen = {place}
        while (following := self._next(place)) is not None and following not in seen:
            seen.add(following)
            place = following
        return Target(place.id, place.table)

    def resolve(self, identifier: str, table: str = "", origin: str = "") -> str:
        """Return the id that an id stands for, all decisions followed."""
        return self.target(identifier, table=table, origin=origin).id

    def names(self, identifier: str, *, table: str = "", origin: str = "") -> bool:
        """Tell whether a decision speaks of the id, also one that says it is what it is."""
        keys = (
            _Name(origin, table, identifier),
            _Name(origin, "", identifier),
            _Name("", table, identifier),
            _Name("", "", identifier),
        )
        return any(key in self._same for key in keys)

    def differ(self, first: str, second: str) -> bool:
        """Tell whether it was decided that two ids do not name the same thing."""
        if self._resolved is None:
            self._resolved = {frozenset(map(self.resolve, pair)) for pair in self._different}
        return (
            frozenset((first, second)) in self._different
            or frozenset((self.resolve(first), self.resolve(second))) in self._resolved
        )

    def decided(self, first: str, second: str) -> bool:
        """Tell whether anything was decided about two ids, the same or different."""
        return self.resolve(first) == self.resolve(second) or self.differ(first, second)

    def _next(self, name: _Name) -> _Name | None:
        """Return what the nearest decision makes of a name: file and table before all."""
        origin, table, identifier = name
        for key in (
            _Name(origin, table, identifier),
            _Name(origin, "", identifier),
            _Name("", table, identifier),
            _Name("", "", identifier),
        ):
            found = self._same.get(key)
            if found is not None:
                # what it became is an id of the tables: the file has no more say in it
                following = _Name("", found.table or table, found.id)
                return None if following == name else following
        return None

    def _circles(self, start: _Name) -> bool:
        """Tell whether following the decisions from a name comes back to one it has been at."""
        place, seen = start, {start}
        while (following := self._next(place)) is not None:
            if following in seen:
                return True
            seen.add(following)
            place = following
        return False


def read_decisions(folder: Path) -> Decisions:
    """Return the decisions in ``matches.csv`` of a folder of tables; none if it has no such file.

    What is wrong with the file as a table is left to ``coopgraph check``.
    """
    decisions = Decisions()
    path = folder / _FILE
    if not path.is_file():
        return decisions
    for row in read_rows(path, TABLES["matches"], report=lambda _: None):
        subject, object_ = row["subject_id"], row["object_id"]
        if row["predicate_id"] == _SAME:
            decisions.same(subject, object_, line=row.line)
        elif row["predicate_id"] == _DIFFERENT:
            decisions.different(subject, object_, line=row.line)
    return decisions


def _read_name(text: str) -> _Name | None:
    """Return the parts of ``id``, ``table/id``, ``origin:id`` or ``origin:table/id``."""
    scope, colon, rest = text.strip().rpartition(":")
    table, slash, identifier = rest.rpartition("/")
    if not is_identifier(identifier) or (slash and table not in TABLES):
        return None
    return None if colon and not is_identifier(scope) else _Name(scope, table, identifier)
