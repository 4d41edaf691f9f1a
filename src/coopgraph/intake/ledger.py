"""What was read before: ``imports.csv``, one row for each record of each file.

A record whose digest is listed is known, whatever curators did to its rows since; reading the file
again changes nothing. Rows that were held back or refused then are listed by their marks behind the
digest, and tried again:

>>> from coopgraph.intake.rows import Tables
>>> ledger = Ledger(Tables({}, ()))
>>> ledger.write("gazette", "missions/mission-dune", "ab12", "mission-dune", ["0f", "0a"])
True
>>> sorted(ledger.pending("gazette", "missions/mission-dune", "ab12") or ())
['0a', '0f']
>>> ledger.pending("gazette", "missions/mission-dune", "cd34") is None
True

A record in doubt is listed without the id of a record, with the ids that it may be and how sure
that is; it stays in doubt until people have decided, however the tables grow meanwhile:

>>> ledger.write_doubts("gazette", "missions/mission", "ef56", {"mission-dune": 0.8})
True
>>> ledger.doubts("gazette", "missions/mission", "ef56")
{'mission-dune': 0.8}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from coopgraph.identifiers import make_identifier
from coopgraph.intake.rows import Tables

__all__ = ["Ledger"]


class Ledger:
    """The rows of ``imports.csv``, by file and key."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows = {
            (row["origin"], row["key"]): name for name, row in tables.rows["imports"].items()
        }
        self._origins: defaultdict[str, set[str]] = defaultdict(set)
        for row in tables.rows["imports"].values():
            self._origins[row["record"]].add(row["origin"])

    def pending(self, origin: str, key: str, digest: str) -> frozenset[str] | None:
        """Return the marks of rows that did not enter then; None if this was never read so."""
        name = self._rows.get((origin, key))
        if name is None or not self._tables.row(name)["record"]:
            return None
        known, *marks = self._tables.row(name)["digest"].split()
        return frozenset(marks) if known == digest else None

    def doubts(self, origin: str, key: str, digest: str) -> dict[str, float]:
        """Return the ids that a record was held back for when it was read before, with scores."""
        name = self._rows.get((origin, key))
        if name is None or self._tables.row(name)["record"]:
            return {}
        known, *words = self._tables.row(name)["digest"].split()
        pairs = (word.split("=") for word in words)
        return {other: float(score) for other, score in pairs} if known == digest else {}

    def write_doubts(self, origin: str, key: str, digest: str, found: Mapping[str, float]) -> bool:
        """Note which ids a record may be; tell whether that is new."""
        words = (f"{other}={score}" for other, score in found.items())
        return self.write(origin, key, digest, "", words)

    def record(self, origin: str, key: str) -> str:
        """Return the id that a record ended in when it was read before, or the empty string."""
        name = self._rows.get((origin, key))
        return self._tables.row(name)["record"] if name else ""

    def origins(self, record: str) -> Collection[str]:
        """Return the files that a record came from."""
        return frozenset(self._origins.get(record, ()))

    def write(
        self, origin: str, key: str, digest: str, record: str, marks: Iterable[str] = ()
    ) -> bool:
        """Note what was read; tell whether that is new."""
        text = " ".join((digest, *sorted(set(marks))))
        name = self._rows.get((origin, key))
        if record:
            self._origins[record].add(origin)
        if name is None:
            cells = {"origin": origin, "key": key, "digest": text, "record": record}
            row = self._tables.add("imports", cells, identifier=self._new_id(origin, key))
            self._rows[origin, key] = row["id"]
            return True
        row = self._tables.row(name)
        if (row["digest"], row["record"]) == (text, record):
            return False
        self._tables.set(name, "digest", text)
        self._tables.set(name, "record", record)
        return True

    def _new_id(self, origin: str, key: str) -> str:
        """Return ``<origin>.<key>`` as an id, with a number if another row has it."""
        parts = [make_identifier(part) for part in (origin, *key.replace(".", "/").split("/"))]
        stem = ".".join(filter(None, parts)) or "import"
        name, number = stem, 1
        while name in self._tables.ids:
            number += 1
            name = f"{stem}.{number}"
        return name
