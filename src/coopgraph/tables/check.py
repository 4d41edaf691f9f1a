r"""Check the tables of a folder: what each cell holds, ids, references.

The core is `checked_batches`, which checks while it reads, so that a graph can be built and its
tables checked in one pass. It first goes down the columns of a batch, where a value that comes back
costs nothing; only the rows of a batch in which something is wrong are looked at one by one, to say
what and where. `check_folder` does nothing but run it over all tables:

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as name:
...     folder = pathlib.Path(name)
...     header = "id,record,theme,note_fr,note_en,inferred"
...     _ = (folder / "subjects.csv").write_text(f"{header}\ns.1,dune,mer,,,\n", encoding="utf-8")
...     found = check_folder(folder, schemes={})
>>> [(finding.column, finding.code, finding.cell) for finding in found]
[('record', 'E303', 'B2'), ('theme', 'E303', 'C2')]

A table without a file counts as empty. It does not judge rules that join several rows (a cycle of
themes, a row without a source): the gates of `coopgraph.validate` do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from coopgraph.findings import Finding, sort_findings
from coopgraph.progress import Progress
from coopgraph.tables.batches import Columns
from coopgraph.tables.cells import CellCheck, CellFault, cell_check, remembered
from coopgraph.tables.codes import make_finding
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Table
from coopgraph.tables.frozen import check_frozen
from coopgraph.tables.index import RecordIndex, index_records
from coopgraph.tables.nearest import nearest_names
from coopgraph.tables.pending import refuse_interrupted
from coopgraph.tables.read import Report, Row, read_batches
from coopgraph.tables.references import Reference

__all__ = ["check_files", "check_folder", "checked_batches"]

Schemes = Mapping[str, Collection[str]]


def check_folder(
    folder: Path,
    *,
    schemes: Schemes,
    tables: Mapping[str, Table] = TABLES,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Return everything that is wrong in the tables of a folder, in file order.

    `schemes` gives the concepts of each scheme; ``encoding="cp1252"`` declares that files that
    are not UTF-8 are cp1252; `progress` is told the name of each table and how far it is.

    Raises:
        DataError: an import into the folder was interrupted and has to be finished first.
    """
    refuse_interrupted(folder)
    findings: list[Finding] = check_files(folder, tables=tables)
    if findings and findings[0].code in ("E115", "E119"):
        return findings
    index = index_records(folder, tables=tables, encoding=encoding)
    for place, table in enumerate(tables.values(), start=1):
        path = folder / f"{table.name}.csv"
        if not path.exists():
            continue
        report = findings.append
        batches = checked_batches(path, table, index, schemes, report=report, encoding=encoding)
        for _ in batches:
            pass
        if progress is not None:
            progress(table.name, place, len(tables))
    findings += check_frozen(folder, index)
    return sort_findings(findings)


def check_files(folder: Path, *, tables: Mapping[str, Table] = TABLES) -> list[Finding]:
    """Return what is wrong with the folder itself: absent, without tables, unknown tables."""
    if not folder.is_dir():
        return [make_finding("E115", str(folder), 0)]
    names = sorted(path.stem for path in folder.iterdir() if path.suffix.lower() == ".csv")
    unknown = [name for name in names if name not in tables]
    if len(unknown) == len(names):
        return [make_finding("E119", str(folder), 0)]
    return [
        make_finding("E116", f"{name}.csv", 0, near=nearest_names(name, tables)) for name in unknown
    ]


def checked_batches(
    path: Path,
    table: Table,
    index: RecordIndex,
    schemes: Schemes,
    *,
    report: Report,
    encoding: str | None = None,
) -> Iterator[Columns]:
    """Yield the rows of a table, column by column, while checking them; also those with faults."""
    plan = _Plan(table, index, schemes)
    for batch in read_batches(path, table, report=report, encoding=encoding):
        columns = batch.columns()
        if not plan.is_sound(columns):
            for row in batch.rows():
                plan.check(path.name, row, report)
        yield columns


class _Plan:
    """How the rows of one table are checked, made once."""

    def __init__(self, table: Table, index: RecordIndex, schemes: Schemes) -> None:
        self.table = table
        self.index = index
        self.required = [column.name for column in table.columns if column.required]
        self.checks: list[tuple[str, CellCheck]] = []
        self.references: list[Reference] = []
        self.cited = ""
        # every id of an index without duplicates is unique: nothing to remember
        self.seen: dict[str, int] | None = {} if index.has_duplicates else None
        self.columns_of: dict[str, CellCheck] = {}
        for column in table.columns:
            if column.kind == "column":
                self.cited = column.name
            elif column.kind == "ref":
                self.references.append(Reference(column, table, index))
            elif column.kind == "table":
                self.checks.append((column.name, remembered(_check_table)))
            else:
                check = cell_check(column, schemes=schemes, header=table.header)
                self.checks.append((column.name, check))

    def is_sound(self, columns: Columns) -> bool:
        """Tell whether `check` would find nothing in any of these rows."""
        table_of = self.index.tables().get
        return (
            not self.index.has_faulty_ids
            and self.seen is None
            and all("" not in columns[name] for name in self.required)
            and all(
                reference.allowed.issuperset(map(table_of, filter(None, columns[reference.name])))
                for reference in self.references
            )
            and not any(
                any(map(check, filter(None, set(columns[name]))))
                for name, check in self.checks
                if name != "id"
            )
            and not (self.cited and self._has_cited_fault(columns))
        )

    def _has_cited_fault(self, columns: Columns) -> bool:
        records, cited = columns["record"], columns[self.cited]
        if "" in records and any(cited[row] for row, record in enumerate(records) if not record):
            return True
        pairs = set(zip(map(self.index.table_of, records), cited, strict=True))
        return any(value and self._cited_fault(holder, value) for holder, value in pairs)

    def check(self, file: str, row: Row, report: Report) -> None:
        """Report everything that is wrong in a row."""
        for name, check in self.checks:
            if row[name] and (fault := check(row[name])) is not None:
                report(_finding(file, row, name, fault))
        table_of = self.index.table_of
        for reference in self.references:
            value = row[reference.name]
            if value and table_of(value) not in reference.allowed:
                report(_finding(file, row, reference.name, reference.fault(value)))
        self.check_required(file, row, report)
        if self.cited and row[self.cited]:
            holder = table_of(row["record"]) if row["record"] else ""
            fault = self._cited_fault(holder, row[self.cited])
            if fault is not None:
                report(_finding(file, row, self.cited, fault))
        self.check_unique(file, row, report)

    def check_required(self, file: str, row: Row, report: Report) -> None:
        """Report the empty cells of columns that may not be empty."""
        for name in self.required:
            if not row[name]:
                column = self.table.column(name)
                english = column.help_en or column.label_en
                french = column.help_fr or column.label_fr
                fault = CellFault("E200", {"help_en": english, "help_fr": french})
                report(_finding(file, row, name, fault))

    def _cited_fault(self, holder: str | None, value: str) -> CellFault | None:
        """Check the name of a column of the record, held by that table, that a row speaks of.

        The table is empty where the row names no record, and None where no table has it.
        """
        if holder == "":
            return CellFault("E219")
        if holder is None or holder not in TABLES:
            return None  # the reference itself is in error
        if holder not in self.columns_of:
            self.columns_of[holder] = remembered(partial(_check_cited, TABLES[holder]))
        return self.columns_of[holder](value)

    def check_unique(self, file: str, row: Row, report: Report) -> None:
        """Check that no other row, of this table or another, has the id."""
        identifier, name = row["id"], self.table.name
        if not identifier or self.seen is None:
            return
        fault = None
        holder = self.index.table_of(identifier)
        if identifier in self.seen:
            fault = CellFault("E301", {"other": str(self.seen[identifier])})
        elif holder != name and name == "withdrawals":
            fault = CellFault("E306", {"table": str(holder)})
        elif holder != name:
            place = self.index.place(identifier) or ("?", 0)
            fault = CellFault("E302", {"place": f"{place[0]}:{place[1]}"})
        self.seen.setdefault(identifier, row.line)
        if fault is not None:
            report(_finding(file, row, "id", fault))


def _finding(file: str, row: Row, column: str, fault: CellFault) -> Finding:
    facts = dict(fault.facts)
    return make_finding(
        fault.code,
        file,
        row.line,
        column=column,
        value=facts.pop("value", row[column]),
        cell=row.address(column),
        record=row["id"],
        near=fault.near,
        **facts,
    )


def _check_table(value: str) -> CellFault | None:
    return None if value in TABLES else CellFault("E213", near=nearest_names(value, TABLES))


def _check_cited(table: Table, value: str) -> CellFault | None:
    if value in table.header:
        return None
    return CellFault("E212", {"table": table.name}, nearest_names(value, table.header))
