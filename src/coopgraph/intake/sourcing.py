"""Every record and every row that ties records needs a source, and the place in it.

A row without one takes those of the row above it; where that has none either, it stays out. Tables
of sources, themes, questions and of the history of the data need none: see `NEEDS_SOURCE`.

>>> "missions" in NEEDS_SOURCE, "themes" in NEEDS_SOURCE
(True, False)

Whether the sources that are named can be named is for `coopgraph.intake.screening`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coopgraph.findings import Finding
from coopgraph.intake.codes import make_finding
from coopgraph.intake.drafts import Draft, Part, Problem
from coopgraph.intake.rows import Tables
from coopgraph.tables.column_map import TABLES

__all__ = ["NEEDS_SOURCE", "count_inherited", "screen_sources"]

NEEDS_SOURCE: Final = frozenset(TABLES) - {
    *("sources", "citations", "themes", "disputes", "concerns"),
    *("matches", "imports", "withdrawals"),
}


def screen_sources(draft: Draft, tables: Tables) -> None:
    """Note in the rows of a draft that no source is named for them, or no place in it."""
    _screen(draft, draft.root, tables, above=False)


def _screen(draft: Draft, part: Part, tables: Tables, *, above: bool) -> None:
    """Look at a row and those below it; `above` tells that it may take the source above it."""
    cited = [child for child in part.children if child.table == "citations"]
    if cited:
        lacking = [_lacking(citation) for citation in cited]
        if all(lacking):
            code = "E937" if "source" in lacking else "E938"
            _note(draft, part, cited[0], code)
            for citation in cited:
                citation.problems.clear()  # said once, where it matters
    elif part.table in NEEDS_SOURCE and not above and not _is_known(draft, part, tables):
        _note(draft, part, part, "E937")
        above = True  # once the record has a source, so have its rows
    for child in part.children:
        if child.table != "citations":
            _screen(draft, child, tables, above=above or bool(cited))


def _lacking(citation: Part) -> str:
    """Return which cell of a citation is empty, the source before the place in it."""
    return next((name for name in ("source", "locator") if not citation.cells.get(name)), "")


def _is_known(draft: Draft, part: Part, tables: Tables) -> bool:
    """Tell whether the tables have the row already and it says nothing beyond that."""
    identifier = draft.target.id if part is draft.root else part.cells.get("id", "")
    if identifier not in tables or tables.table_of(identifier) != part.table:
        return False
    row = tables.row(identifier)
    cells = ((name, cell) for name, cell in part.cells.items() if cell and name != "id")
    return all(row.get(name, "") == cell for name, cell in cells)


def _note(draft: Draft, part: Part, at: Part, code: str) -> None:
    column = "source" if code == "E937" else "locator"
    finding = _finding(draft, at, code, column)
    part.problems.append(Problem("refused", finding))


def count_inherited(draft: Draft) -> None:
    """Remark in a draft how many of its rows take the source of their record."""
    converted = draft.target.table != draft.record.root.table
    if converted or not any(child.table == "citations" for child in draft.root.children):
        return
    rows = list(_inheriting(draft.root))
    if not rows:
        return
    count = len(rows)
    facts = {
        "count_en": "1 row" if count == 1 else f"{count} rows",
        "count_fr": "1 ligne" if count == 1 else f"{count} lignes",
        "own_en": "its own was" if count == 1 else "their own were",
        "own_fr": "a reçu" if count == 1 else "ont reçu",
    }
    draft.notes.append(_finding(draft, rows[0], "W939", "source", **facts))


def _inheriting(part: Part) -> Iterable[Part]:
    for child in part.children:
        if child.table not in NEEDS_SOURCE or child.problems:
            continue
        if not any(below.table == "citations" for below in child.children):
            yield child
            yield from _inheriting(child)


def _finding(draft: Draft, part: Part, code: str, column: str, **facts: str) -> Finding:
    place = draft.place(part, column)
    record = draft.target.id or draft.record.key
    return make_finding(
        code,
        place.file,
        place.line,
        cell=place.cell,
        column=column,
        record=record,
        near=(),
        **facts,
    )
