"""The first line of a table: which separator it uses and which columns it names.

>>> from coopgraph.tables.column_map import TABLES
>>> find_separator("id;activity;place;note_fr", TABLES["venues"])
';'
>>> cell_address(2, 14), cell_address(26, 1)
('C14', 'AA1')
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopgraph.findings import Finding
from coopgraph.tables.codes import make_finding
from coopgraph.tables.columns import Table
from coopgraph.tables.nearest import nearest_names

__all__ = ["Header", "cell_address", "find_separator", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns in the order of the file, and those that it lacks."""

    names: tuple[str, ...]
    missing: tuple[str, ...] = ()


def find_separator(line: str, table: Table) -> str:
    """Return the character under which the line names the most columns of the table."""
    known = set(table.header)

    def count(separator: str) -> int:
        return sum(_plain(name) in known for name in line.split(separator))

    return max(",;\t", key=count)  # the comma comes first, so it wins where nothing decides


def read_header(
    cells: Sequence[str], table: Table, *, file: str, line: int, report: Callable[[Finding], None]
) -> Header:
    """Return the columns that the header names; report unknown, missing and repeated ones."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    for position, name in enumerate(names):
        cell = cell_address(position, line)
        if name in names[:position]:
            report(make_finding("E112", file, line, column=name, value=name, cell=cell))
            names[position] = f"{name} ({position + 1})"  # keeps the first one's cells apart
        elif name not in table.header:
            near = nearest_names(name, [known for known in table.header if known not in names])
            report(make_finding("E113", file, line, column=name, value=name, cell=cell, near=near))
    missing = tuple(name for name in table.header if name not in names)
    for name in missing:
        report(make_finding("E114", file, line, column=name))
    return Header(tuple(names), missing)


def cell_address(position: int, row: int) -> str:
    """Return the address of a cell in a spreadsheet; `position` counts columns from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _plain(name: str) -> str:
    return name.strip().strip('"\ufeff').strip()
