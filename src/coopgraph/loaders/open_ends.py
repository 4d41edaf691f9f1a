"""Until when is a thing known to have gone on, if its source only says "since 2010"?

Until the day on which the source spoke. A row with a ``status_as_of`` says that day itself. For
any other open-ended date it is the publication date of the latest source that the row cites for
the whole row or for its date: a source that is cited for a name says nothing about the end.

Citations and sources are read after all other tables, so the few open-ended rows wait here:

>>> ends = OpenEnds()
>>> ends.wait("terme-dune", "<https://example.org/terme-dune>", "2010/..", "when")
>>> ends.cite("terme-dune", "gazette", "")
>>> ends.publish("gazette", "2019-08")
>>> print(*ends.statements(), end="")
<https://example.org/terme-dune> <https://w3id.org/coopgraph/ns#earliestEnd> \
"2019-08-01"^^<http://www.w3.org/2001/XMLSchema#date> .
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coopgraph.dates import closed_on, parse_date
from coopgraph.loaders.bounds import day_literal
from coopgraph.loaders.lines import statement
from coopgraph.vocabulary import COOP

__all__ = ["OpenEnds"]


class OpenEnds:
    """The open-ended rows, what they cite, and the days on which those sources spoke."""

    __slots__ = ("_sources", "_spoken", "_waiting")

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, str, str]] = {}
        self._sources: dict[str, list[str]] = {}
        self._spoken: dict[str, date] = {}

    def wait(self, record: str, subject: str, edtf: str, column: str) -> None:
        """Keep a row whose date, in `column`, has an open end."""
        self._waiting[record] = (subject, edtf, column)

    def cite(self, record: str, source: str, column: str) -> None:
        """Take notice of a citation (`column` is empty if it is for the whole row)."""
        waiting = self._waiting.get(record)
        if waiting and column in ("", waiting[2]):
            self._sources.setdefault(source, []).append(record)

    def publish(self, source: str, edtf: str) -> None:
        """Take notice of the date on which a source was published."""
        if source not in self._sources:
            return
        day = parse_date(edtf).earliest_begin
        for record in self._sources[source]:
            if day and day > self._spoken.get(record, date.min):
                self._spoken[record] = day

    def statements(self) -> Iterator[str]:
        """Yield the earliest end of every row whose sources say when they spoke."""
        for record, (subject, edtf, _) in self._waiting.items():
            if record in self._spoken:
                closed = closed_on(parse_date(edtf), self._spoken[record])
                if closed.earliest_end:
                    yield statement(subject, COOP.earliestEnd, day_literal(closed.earliest_end))
