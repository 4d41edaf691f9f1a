r"""An aligned table for a terminal, with words for headings.

>>> from coopgraph.queries.result import make_result
>>> from pyoxigraph import Literal
>>> result = make_result(("name", "n"), [(Literal("Dunes"), Literal(2)), (Literal("Île"), None)])
>>> print("\n".join(table_lines(result, language="en", width=None)))
name   n
─────  ─
Dunes  2
Île
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import BinaryIO, Final

from coopgraph.queries.formats.cells import cell_text, display_width, heading, shown_columns
from coopgraph.queries.formats.form import only_rows
from coopgraph.queries.formats.remarks import remarks
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, Result, Verdict

__all__ = ["table_lines", "write_table"]

_GAP: Final = "  "
_NARROWEST: Final = 6
_NO_IDS: Final = Bilingual(
    "(Sans les identifiants, faute de place : ils sont dans les formats csv, tsv et json.)",
    "(Without the ids, for lack of room: csv, tsv and json have them.)",
)


def write_table(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows, or yes and no, for people; long cells are wrapped to fit `width` columns.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    rows = only_rows(answered, "table")
    if isinstance(rows, Verdict):
        words = ("oui", "non") if language == "fr" else ("yes", "no")
        lines = [words[0] if rows.value else words[1]]
    else:
        lines = list(table_lines(rows, language=language, width=width)) if rows.rows else []
    for line in (*lines, *remarks(answered, language=language)):
        stream.write(line.encode("utf-8", "replace") + b"\n")


def table_lines(result: Result, *, language: str, width: int | None) -> Iterator[str]:
    """Yield the lines of the table: headings, a rule, the rows.

    Where the table does not fit, the ids of records that have a label give way first, and a last
    line says so; then the widest columns are wrapped.
    """
    rows = _rows(result, language, ids=True)
    without = _rows(result, language, ids=False)
    cramped = _too_wide(_widths(rows), width) and len(without[0]) < len(rows[0])
    rows = without if cramped else rows
    widths = _fitted(_widths(rows), width)
    for place, row in enumerate(rows):
        yield from _row(row, widths)
        if place == 0:
            yield _GAP.join("─" * column for column in widths)
    if cramped:
        yield _NO_IDS.text(language)


def _rows(result: Result, language: str, *, ids: bool) -> list[list[str]]:
    """Return headings and cells as text."""
    places = shown_columns(result, ids=ids)
    heads = [heading(result, place, places, language) for place in places]
    return [heads, *([cell_text(row[place], language) for place in places] for row in result.rows)]


def _widths(rows: list[list[str]]) -> list[int]:
    return [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]


def _too_wide(widths: list[int], width: int | None) -> bool:
    return width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width


def _fitted(widths: list[int], width: int | None) -> list[int]:
    """Return the widths of the columns; the widest give way until the table fits."""
    while _too_wide(widths, width) and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (
            part + " " * (width - display_width(part))
            for part, width in zip(parts, widths, strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` columns, broken at blanks where possible."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if display_width(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _chopped(word, width)
        lines.extend(full)
    return [*lines, line]


def _chopped(word: str, width: int) -> list[str]:
    """Return a word in pieces of at most `width` columns."""
    pieces = [""]
    for character in word:
        if pieces[-1] and display_width(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
