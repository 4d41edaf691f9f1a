r"""Read the rows of one table, each with the physical line on which it begins.

>>> import pathlib, tempfile
>>> from coopgraph.tables.column_map import TABLES
>>> found = []
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "venues.csv")
...     text = "id,activity,place,note_fr,note_en,inferred\nv.1,m,p,,,\nv.2,m\n"
...     _ = path.write_text(text, encoding="utf-8")
...     rows = list(read_rows(path, TABLES["venues"], report=found.append))
>>> rows[0]["place"], rows[0].line
('p', 2)
>>> [(finding.line, finding.code) for finding in found]
[(3, 'E111')]

Rows stream: only a few hundred are held at a time. What is wrong with the file (encoding,
separator, quotation marks, header, number of cells) is reported and never raised; a row whose cells
cannot be told apart is reported and left out, all others are still read. Columns may stand in any
order; empty cells beyond the header and blank lines do not count. It does not look at what cells
mean: `coopgraph.tables.check` does.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from coopgraph.findings import Finding
from coopgraph.os_reasons import explain_os_error
from coopgraph.tables.batches import ROWS_AT_ONCE, Batch, Row
from coopgraph.tables.codes import make_finding
from coopgraph.tables.columns import Table
from coopgraph.tables.encoding import ByteFacts, inspect_bytes, repair_foreign
from coopgraph.tables.header import Header, cell_address, find_separator, read_header

__all__ = ["Report", "Row", "read_batches", "read_rows"]

Report = Callable[[Finding], None]
Record = tuple[int, int, list[str]]  # physical line, row in a spreadsheet, cells

_SEPARATOR_NAMES: Final = {
    ";": ("semicolons", "des points-virgules"),
    "\t": ("tabs", "des tabulations"),
}
# Each one costs a new start; a file with more is no table.
_MOST_BROKEN: Final = 100
_SHOWN: Final = 200


class _Opening(NamedTuple):
    """Where a quotation opens: line of the record from 1, cell of the record from 0."""

    line: int
    cell: int


def read_rows(
    path: Path, table: Table, *, report: Report, encoding: str | None = None
) -> Iterator[Row]:
    """Yield the rows of a table file; report what is wrong with the file."""
    for batch in read_batches(path, table, report=report, encoding=encoding):
        yield from batch.rows()


def read_batches(
    path: Path, table: Table, *, report: Report, encoding: str | None = None
) -> Iterator[Batch]:
    """Yield the rows of a table file, many at once; report what is wrong with the file.

    Bytes that are not UTF-8 are an error, unless ``encoding="cp1252"`` declares them. A file that
    is valid UTF-8 is read as such, whatever was declared.
    """
    try:
        facts = inspect_bytes(path)
        if _is_text(path.name, table, facts, report, cp1252=encoding == "cp1252"):
            separator = _take_separator(path, table, facts, report)
            records = _records(path, facts, separator, report)
            yield from _batches(records, path.name, table, report, has_nul=facts.has_nul)
    except OSError as problem:
        english, french = explain_os_error(problem)
        report(make_finding("E101", path.name, 0, reason_en=english, reason_fr=french))


def _is_text(file: str, table: Table, facts: ByteFacts, report: Report, *, cp1252: bool) -> bool:
    """Report what the bytes say; tell whether there is anything to read as CSV."""
    if facts.empty:
        report(make_finding("E102", file, 1, header=",".join(table.header)))
    elif facts.not_text:
        report(make_finding("E103" if facts.not_text == "workbook" else "E104", file, 1))
    elif facts.endless_line:
        report(make_finding("E117", file, 0))
    else:
        if facts.bom:
            report(make_finding("W101", file, 1))
        if facts.foreign_lines:
            code, count = "W103" if cp1252 else "E105", len(facts.foreign_lines)
            english = f"{count} line{'s' if count > 1 else ''} concerned"
            french = "1 ligne concernée" if count == 1 else f"{count} lignes concernées"
            first = facts.foreign_lines[0]
            report(make_finding(code, file, first, lines_en=english, lines_fr=french))
        return True
    return False


@contextmanager
def _lines(path: Path, facts: ByteFacts, first: int = 0) -> Iterator[Iterable[str]]:
    """Open the physical lines after the `first` ones, undecodable bytes read as cp1252."""
    encoding = "utf-8-sig" if facts.bom else "utf-8"
    with path.open(encoding=encoding, errors="surrogateescape", newline="") as stream:
        lines = itertools.islice(stream, first, None)
        yield map(repair_foreign, lines) if facts.foreign_lines else lines


def _take_separator(path: Path, table: Table, facts: ByteFacts, report: Report) -> str:
    with _lines(path, facts) as lines:
        header = next((line for line in lines if line.strip()), "")
    separator = find_separator(header, table)
    if separator != ",":
        english, french = _SEPARATOR_NAMES[separator]
        report(make_finding("W102", path.name, 1, found_en=english, found_fr=french))
    return separator


def _records(path: Path, facts: ByteFacts, separator: str, report: Report) -> Iterator[Record]:
    """Yield every record with its place; after a broken quotation go on with the next line."""
    line = number = 0  # lines and rows that are behind us
    names: list[str] = []
    for _ in range(_MOST_BROKEN):
        start = line
        with _lines(path, facts, start) as lines:
            reader = csv.reader(lines, delimiter=separator, strict=True)
            try:
                for cells in reader:
                    number += 1
                    yield line + 1, number, cells
                    line = start + reader.line_num
                    names = names or cells
                return
            except csv.Error as refusal:
                problem, last = refusal, start + reader.line_num
        with _lines(path, facts, line) as lines:
            broken = list(itertools.islice(lines, last - line))
        opening = _find_opening(broken, separator)
        number += opening.line
        code = _broken_code(problem, len(broken))
        report(_broken_finding(code, path.name, line, broken, opening, names, separator))
        line += opening.line
    report(make_finding("E118", path.name, line + 1, limit=_MOST_BROKEN))


def _broken_finding(
    code: str,
    file: str,
    line: int,
    broken: list[str],
    opening: _Opening,
    names: list[str],
    separator: str,
) -> Finding:
    text = broken[opening.line - 1].strip()
    # told with the id of its row, if that can be read: nobody has to look for it
    record = broken[0].split(separator)[0].strip('" ') if opening.line == 1 else ""
    column = names[opening.cell] if opening.cell < len(names) else ""
    place = file, line + opening.line
    return make_finding(code, *place, column=column, value=text[:_SHOWN], record=record)


def _broken_code(problem: csv.Error, lines: int) -> str:
    """Return the code of what the csv module refused; it tells its reasons only in words."""
    if "field limit" in str(problem):
        return "E109"
    return "E107" if lines > 1 or "unexpected end" in str(problem) else "E108"


def _find_opening(lines: Iterable[str], separator: str) -> _Opening:
    """Return where, within the record, its last quotation opens."""
    opening, cell, quoted, fresh, closed = _Opening(1, 0), 0, False, True, False
    for number, line in enumerate(lines, 1):
        for character in line:
            if character == '"' and quoted:
                quoted, closed = False, True
                continue
            if character == '"' and (fresh or closed):
                # straight after a closing mark it is a doubled one, and the cell goes on
                opening = opening if closed else _Opening(number, cell)
                quoted = True
            fresh = not quoted and character in (separator, "\n", "\r")
            cell += not quoted and character == separator
            closed = False
    return opening


def _batches(
    records: Iterator[Record], file: str, table: Table, report: Report, *, has_nul: bool
) -> Iterator[Batch]:
    """Yield the rows under the header, those whose cells cannot be told apart left out."""
    header: Header | None = None
    batch = Batch((), [], [])
    width = 0
    for line, number, cells in records:
        if not cells or (not cells[0] and not any(cells)):
            continue
        if header is None:
            header = read_header(cells, table, file=file, line=line, report=report)
            batch, width = Batch((*header.names, *header.missing), [], []), len(header.names)
            continue
        if len(cells) != width and not _fits(cells, header.names, file, (line, number), report):
            continue
        batch.places.append((line, number))
        batch.cells.append(cells + [""] * len(header.missing) if header.missing else cells)
        if len(batch.cells) == ROWS_AT_ONCE:
            yield _without_nul(batch, file, report) if has_nul else batch
            batch = Batch(batch.names, [], [])
    if batch.cells:
        yield _without_nul(batch, file, report) if has_nul else batch


def _fits(
    cells: list[str], names: tuple[str, ...], file: str, place: tuple[int, int], report: Report
) -> bool:
    """Tell whether the row has the header's cells once empty ones at its end are dropped."""
    found, width = len(cells), len(names)
    if found > width and not any(cells[width:]):
        del cells[width:]
        return True
    code = "E110" if found > width else "E111"
    value = next((cell for cell in cells[width:] if cell), "")
    finding = make_finding(
        code,
        file,
        place[0],
        column=names[found] if found < width else "",
        value=value,
        cell=cell_address(min(found, width), place[1]),
        record=dict(zip(names, cells, strict=False)).get("id", ""),
        found=found,
        wanted=width,
    )
    report(finding)
    return False


def _without_nul(batch: Batch, file: str, report: Report) -> Batch:
    """Report the cells that hold NUL characters, and drop those."""
    for row in batch.rows():
        for name, cell in row.items():
            if "\0" in cell:
                place = row.address(name)
                report(make_finding("E106", file, row.line, column=name, value=cell, cell=place))
    cells = [[cell.replace("\0", "") for cell in cells] for cells in batch.cells]
    return batch._replace(cells=cells)
