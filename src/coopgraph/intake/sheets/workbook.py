"""Open a workbook (.xlsx, .ods) that a stranger has sent, and read its sheets as grids of values.

Nothing is read before the file is known to be a workbook of a size that can be read: it is a
stranger's file, and a small one can unpack to gigabytes.

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "book.xlsx")
...     _ = path.write_bytes(b"no workbook")
...     try:
...         read_workbook(path)
...     except DataError as error:
...         print(error)
book.xlsx cannot be read: it is not a workbook.

Values come from calamine; which cells hold an error, and more, comes from
`coopgraph.intake.sheets.marks`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from coopgraph.errors import DataError, MissingExtra
from coopgraph.intake.sheets.cells import Value
from coopgraph.intake.sheets.codes import Place, sheet_finding
from coopgraph.intake.sheets.extent import count_cells
from coopgraph.intake.sheets.marks import Mark, errors_of, marks_of
from coopgraph.os_reasons import explain_os_error

__all__ = ["Sheet", "read_workbook", "refusal"]

_MOST_BYTES: Final = 100 * 2**20
_MOST_UNPACKED: Final = 200 * 2**20
_MOST_CELLS: Final = 5_000_000
_OLE: Final = b"\xd0\xcf\x11\xe0"
_NO_BOOK: Final = ("it is not a workbook", "ce n’est pas un classeur")
_DAMAGED: Final = ("it is damaged", "il est abîmé")
_TOO_LARGE: Final = ("it is too large once unpacked", "il est trop grand une fois décompressé")
_LOCKED: Final = ("it is protected by a password", "il est protégé par un mot de passe")
_OLD: Final = ("it is an old .xls workbook", "c’est un ancien classeur .xls")
_SAVE: Final = (
    "save it as “Excel workbook (.xlsx)” or as .ods",
    "l’enregistrer en « classeur Excel (.xlsx) » ou en .ods",
)
_CHECK: Final = ("check the path", "vérifier le chemin")
_UNLOCK: Final = (
    "save it again without the password",
    "l’enregistrer de nouveau sans le mot de passe",
)
_SPLIT: Final = (
    "divide it, or delete formats and cells far from the rows",
    "le diviser, ou supprimer formats et cellules loin des lignes",
)


class Sheet(NamedTuple):
    """One sheet: rows from the very first one on, merged ranges and marks by (row, column)."""

    name: str
    rows: list[list[Value]]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    marks: Mapping[tuple[int, int], Mark]


def read_workbook(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook.

    Raises:
        DataError: the file is no workbook, protected, of an old format, damaged or too large.
        MissingExtra: the libraries for workbooks are not installed.
    """
    try:
        import openpyxl  # noqa: F401 — both or neither: the marks need it
        import python_calamine as calamine
    except ImportError as error:
        raise MissingExtra("Workbooks", "Les classeurs", extra="intake") from error
    ending = _checked_kind(path)
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            marks = marks_of(path) if ending == "xlsx" else errors_of(path)
            return [_sheet(book.get_sheet_by_name(name), marks) for name in _worksheets(book)]
    except calamine.PasswordError as error:
        raise refusal(path, _LOCKED, _UNLOCK) from error
    except (calamine.CalamineError, ValueError, KeyError) as error:
        raise refusal(path, _DAMAGED, _SAVE) from error


def refusal(path: Path, reason: tuple[str, str], remedy: tuple[str, str] = _SAVE) -> DataError:
    """Return the error for a file that cannot be read, reason and remedy in English and French."""
    facts: dict[str, str | int] = {"reason_en": reason[0], "reason_fr": reason[1]}
    facts |= {"remedy_en": remedy[0], "remedy_fr": remedy[1]}
    return DataError(
        f"{path.name} cannot be read: {reason[0]}.",
        f"Impossible de lire {path.name} : {reason[1]}.",
        [sheet_finding("E910", Place(path.name), facts)],
    )


def _checked_kind(path: Path) -> str:
    """Return ``"xlsx"`` or ``"ods"`` for a file that can be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise refusal(path, _TOO_LARGE, _SPLIT)
        with path.open("rb") as stream:
            if stream.read(4) == _OLE:
                raise _old_or_locked(path)
        with zipfile.ZipFile(path) as archive:
            return _checked_archive(path, archive)
    except OSError as error:
        raise refusal(path, explain_os_error(error), _CHECK) from error
    except zipfile.BadZipFile as error:
        reason = _DAMAGED if path.read_bytes()[:2] == b"PK" else _NO_BOOK
        raise refusal(path, reason) from error
    except (RuntimeError, EOFError, zlib.error) as error:  # an unknown compression is one, too
        raise refusal(path, _DAMAGED) from error


def _old_or_locked(path: Path) -> DataError:
    """Tell an old .xls from an .xlsx under a password: both are OLE files."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return refusal(path, _LOCKED, _UNLOCK)
    return refusal(path, _OLD)


def _checked_archive(path: Path, archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
        raise refusal(path, _TOO_LARGE, _SPLIT)
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise refusal(path, _LOCKED, _UNLOCK)
    # sizes in the listing are what the sender says: reading everything once proves them
    if archive.testzip() is not None:
        raise refusal(path, _DAMAGED)
    if "xl/workbook.xml" in names:
        ending = "xlsx"
    elif "content.xml" in names and b"spreadsheet" in _read(archive, "mimetype"):
        ending = "ods"
    else:
        raise refusal(path, _NO_BOOK)
    if b"encryption-data" in _read(archive, "META-INF/manifest.xml"):
        raise refusal(path, _LOCKED, _UNLOCK)
    if count_cells(archive) > _MOST_CELLS:
        raise refusal(path, _TOO_LARGE, _SPLIT)
    return ending


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _worksheets(book: object) -> list[str]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    assert isinstance(book, CalamineWorkbook)  # noqa: S101 — narrows the type for mypy
    return [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]


def _sheet(sheet: object, marks: Mapping[str, Mapping[tuple[int, int], Mark]]) -> Sheet:
    from python_calamine import CalamineSheet

    assert isinstance(sheet, CalamineSheet)  # noqa: S101 — narrows the type for mypy
    rows: list[list[Value]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple(sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, rows, merged, marks.get(sheet.name, {}))
