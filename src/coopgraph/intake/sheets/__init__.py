r"""Workbooks (.xlsx, .ods) and folders of CSV files, read as records for the intake.

A workbook has one sheet a table, named as the table or its label, in French or English;
``coopgraph template`` makes an empty one. A folder holds CSV files in the shape of ``data/``.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as name:
...     folder = Path(name, "envoi-dune")
...     folder.mkdir()
...     _ = (folder / "themes.csv").write_text("id,label_fr\n,Sable\n", encoding="utf-8")
...     told = []
...     [record] = read_sheets(folder, report=told.append)
>>> record.origin, record.key, [(finding.line, finding.code) for finding in told]
('envoi-dune', 'themes/sable', [(2, 'W914')])

Nothing is guessed: dates and words that were understood are told, what cannot be read is a finding
with its sheet and cell. Whether the records fit what is known is for `coopgraph.intake.plan`.
"""

from __future__ import annotations

from pathlib import Path

from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.sheets.codes import Report
from coopgraph.intake.sheets.grid import take_folder, take_sheet
from coopgraph.intake.sheets.trees import plant_trees
from coopgraph.intake.sheets.workbook import read_workbook

__all__ = ["read_sheets"]


def read_sheets(path: Path, *, report: Report) -> list[IncomingRecord]:
    """Return the records of a workbook or of a folder of CSV; report what was found.

    Raises:
        DataError: the file is no workbook, protected, of an old format, damaged or too large.
        MissingExtra: the libraries for workbooks are not installed.
    """
    if path.is_dir():
        return plant_trees(take_folder(path, report=report), path.name, report=report)
    rows = []
    for sheet in read_workbook(path):
        rows += take_sheet(sheet, path.name, report=report)
    return plant_trees(rows, path.stem, report=report)
