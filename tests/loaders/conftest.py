"""Rows from a few cells, and what a loader makes of them, written short."""

from collections.abc import Callable

import pytest

from coopgraph.identifiers import BASE, NAMESPACE
from coopgraph.loaders import LOADERS, LoadContext
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import Row
from coopgraph.vocabulary import PREFIXES

RECORDS = {
    "technopole-dune": "actors",
    "ada-exemple": "actors",
    "port-dune": "places",
    "mer": "themes",
    "accord-dune": "agreements",
    "accord-dune.term.1": "terms",
    "mission-dune": "missions",
    "mission-dune.dispute.1": "disputes",
    "fonds-dune": "programmes",
    "contrat-dune": "outcomes",
    "gazette": "sources",
    "depeche": "sources",
}

Loaded = Callable[..., set[str]]


def shortened(text: str) -> str:
    """Write the IRIs of a statement as a reader of Turtle would."""
    text = text.replace(f"<{NAMESPACE}", "<coop:").replace(f"<{BASE}", "<")
    for prefix, base in PREFIXES.items():
        text = text.replace(f"<{base}", f"<{prefix}:")
    return text


def make_row(table: str, /, **cells: str) -> Row:
    """Return a row of the table; cells that are not given are empty."""
    header = TABLES[table].header
    assert set(cells) <= set(header), f"no such column: {set(cells) - set(header)}"
    row = Row({name: cells.get(name, "") for name in header})
    row.line = row.number = 2
    return row


@pytest.fixture
def context() -> LoadContext:
    return LoadContext(RECORDS)


@pytest.fixture
def loaded(context: LoadContext) -> Loaded:
    """Load one row and return its statements, shortened."""

    def load(table: str, /, **cells: str) -> set[str]:
        quads = LOADERS[table](iter([make_row(table, **cells)]), context)
        return {shortened(f"{quad.subject} {quad.predicate} {quad.object}") for quad in quads}

    return load
