"""Which of the citations of a record a row takes over, and which speak of one column only.

A hint such as ``(name of 2015)`` says that a source knows the body under the name that it had then:
the other names do not cite it.

>>> cited = [Cited("gazette", Locator("§ 1", (), "2015")), Cited("echo", Locator("§ 2"))]
>>> rows = [IncomingRow("names", {"name": "Dune", "when": "2015/.."}) for _ in "a"]
>>> rows.append(IncomingRow("names", {"name": "Sable", "when": "2011"}))
>>> [[one.source for one in cited_by_name(row, cited, rows)] for row in rows]
[['gazette', 'echo'], ['echo']]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coopgraph.intake.dossier.locators import Locator
from coopgraph.intake.incoming import IncomingRow

__all__ = ["Cited", "citation", "cited_by_name", "cited_of_year"]


class Cited(NamedTuple):
    """A source that a record cites, and where."""

    source: str
    locator: Locator


def citation(cited: Cited, row: IncomingRow, column: str = "") -> IncomingRow:
    """Return the row that lets `row`, or one column of it, cite a source."""
    cells = {"source": cited.source, "locator": cited.locator.text}
    if column:
        cells["column"] = column
    return IncomingRow("citations", cells, "record", row.line)


def cited_by_name(
    row: IncomingRow, cited: Sequence[Cited], names: Iterable[IncomingRow]
) -> list[Cited]:
    """Return what a row of a name cites: not what names the year of another of `names`."""
    own = _years(row)
    others = set().union(*map(_years, names)) - own
    return [one for one in cited if one.locator.name not in others] or list(cited)


def cited_of_year(row: IncomingRow, cited: Sequence[Cited]) -> list[Cited]:
    """Return what shows the name in the year of an attestation, else all that the name cites."""
    years = _years(row)
    return [one for one in cited if one.locator.name in years] or list(cited)


def _years(row: IncomingRow) -> set[str]:
    days = [part.cells.get("when", "") for part in row.walk()]
    return {year for day in days for year in re.findall(r"(?<!\d)[0-9]{4}(?!\d)", day)}
