r"""Rewrite the tables of a folder in canonical form: what ``coopgraph fmt`` does.

UTF-8, LF, commas, as few quotation marks as possible; columns in the order of the column map; rows
sorted by id; no spaces around cells; accents joined (NFC); ``true`` and ``false`` in small letters;
French in our own words typeset (« » and ’, spaces that do not break); dates in words turned into
EDTF, each one told:

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as name:
...     folder = pathlib.Path(name)
...     header = "id;record;when;note_fr;note_en;inferred"
...     text = f"{header}\nb;dune;automne 2018;;;\na;dune;2019;;;\n"
...     _ = (folder / "attestations.csv").write_text(text, encoding="utf-8")
...     done = format_folder(folder)
...     print((folder / "attestations.csv").read_text(encoding="utf-8"))
id,record,when,note_fr,note_en,inferred
a,dune,2019,,,
b,dune,2018-23,,,
<BLANKLINE>
>>> done.changed, done.understood[0].after, done.understood[0].line
(('attestations.csv',), '2018-23', 2)
>>> done.errors  # no table has the record “dune”: the ids are not frozen yet
2

A table whose cells cannot be told apart for certain (a broken quotation mark, a row with too many
cells, an unknown column, bytes that are not UTF-8) is left as it is, and told: nothing is ever
lost. Each file is replaced whole, and only if it changes. New ids are added to ``ids.lock``
(see `coopgraph.tables.frozen`) only when the tables have no errors: a typo is not frozen.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from coopgraph.dates import InvalidDate
from coopgraph.errors import DataError, WriteError
from coopgraph.files import replacing
from coopgraph.findings import Finding, sort_findings
from coopgraph.identifiers import is_identifier
from coopgraph.phrases import read_phrase
from coopgraph.tables.check import check_files, check_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Table
from coopgraph.tables.datapackage import PACKAGE_NAME, spell_datapackage
from coopgraph.tables.dictionary import GENERATED, spell_dictionary
from coopgraph.tables.frozen import FROZEN_FILE, read_frozen, spell_frozen
from coopgraph.tables.pending import refuse_interrupted
from coopgraph.tables.read import Row, read_rows
from coopgraph.tables.typography import is_ours, typeset_french
from coopgraph.vocabulary import read_schemes

__all__ = ["Formatted", "Understanding", "canonical_text", "format_folder"]

# A column that the header lacks is added, empty: nothing is lost by that.
_HARMLESS: Final = "E114"


# Descriptions of the tables that were written here before; anybody else's are not touched.
_DESCRIPTIONS: Final[Mapping[str, tuple[str, Callable[[], str]]]] = {
    "README.md": (GENERATED, spell_dictionary),
    "datapackage.json": (f'"name": "{PACKAGE_NAME}"', spell_datapackage),
}


class Understanding(NamedTuple):
    """How a date in words was read: place, words, EDTF, and the status if they told one."""

    file: str
    line: int
    column: str
    before: str
    after: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting did, or would do: files changed, dates understood, why a table was left.

    `errors` counts the errors that keep new ids from being frozen; 0 if no id waits.
    """

    changed: tuple[str, ...]
    understood: tuple[Understanding, ...]
    findings: tuple[Finding, ...]
    errors: int = 0


def format_folder(
    folder: Path,
    *,
    write: bool = True,
    encoding: str | None = None,
    tables: Mapping[str, Table] = TABLES,
    schemes: Mapping[str, Collection[str]] | None = None,
) -> Formatted:
    """Rewrite the tables that are not canonical; without `write` only tell which ones.

    ``encoding="cp1252"`` declares that files that are not UTF-8 are cp1252; `schemes` gives the
    concepts of each scheme, those that come with coopgraph if left out.

    Raises:
        DataError: there is no such folder, it holds no table, or an import was interrupted.
        WriteError: a file could not be written; it is as it was.
    """
    refuse_interrupted(folder)
    findings = check_files(folder, tables=tables)
    if findings and findings[0].code in ("E115", "E119"):
        raise DataError(findings[0].text_en, findings[0].text_fr, findings)
    new_texts: dict[Path, tuple[bytes, bytes]] = {}
    understood: list[Understanding] = []
    ids: dict[str, str] = {}
    for table in tables.values():
        path = folder / f"{table.name}.csv"
        if not path.exists():
            continue
        read = _read_table(path, table, encoding, findings)
        if read is None:
            continue
        rows, before = read
        understood += _clean_rows(rows, table, path.name)
        ids |= {row["id"]: table.name for row in rows if is_identifier(row["id"])}
        new_texts[path] = before, canonical_text(rows, table)
    lock = folder / FROZEN_FILE
    before = lock.read_bytes() if lock.exists() else b""
    frozen, errors = _frozen_text(lock, before, ids, findings), 0
    if frozen != before:
        options = _Checking(tables, read_schemes() if schemes is None else schemes, encoding)
        errors = _count_errors(folder, new_texts, findings, options)
    new_texts[lock] = before, before if errors else frozen
    new_texts |= _descriptions(folder)
    changed = {path: texts for path, texts in new_texts.items() if texts[0] != texts[1]}
    if write:
        for path, (before, after) in changed.items():
            _replace(path, before, after)
    names = tuple(path.name for path in changed)
    return Formatted(names, tuple(understood), tuple(sort_findings(findings)), errors)


def canonical_text(rows: Iterable[Mapping[str, str]], table: Table) -> bytes:
    """Return the bytes of a table: header, then the rows sorted by id, plain line ends in cells."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.header)
    ordered = sorted(rows, key=lambda row: row["id"])
    # csv.writer leaves a lone carriage return without quotation marks, and it would end the row
    writer.writerows([_plain_ends(row[name]) for name in table.header] for row in ordered)
    return buffer.getvalue().encode("utf-8")


def _read_table(
    path: Path, table: Table, encoding: str | None, findings: list[Finding]
) -> tuple[list[Row], bytes] | None:
    """Return rows and bytes of a table, or None if it has to be left as it is."""
    told: list[Finding] = []
    rows = list(read_rows(path, table, report=told.append, encoding=encoding))
    blocking = [f for f in told if f.severity == "error" and f.code != _HARMLESS]
    findings += blocking
    return None if blocking else (rows, path.read_bytes())


def _clean_rows(rows: Iterable[Row], table: Table, file: str) -> list[Understanding]:
    """Bring every cell into canonical form; return the dates in words that were understood."""
    understood = []
    for row in rows:
        for name, cell in row.items():
            if cell and not (cell.isascii() and cell.isalnum()):
                row[name] = _clean(cell)
        for column in table.columns:
            cell = row[column.name]
            if cell and is_ours(column):
                row[column.name] = typeset_french(cell)
            elif column.kind == "boolean" and cell.lower() in ("true", "false"):
                row[column.name] = cell.lower()
            elif column.kind == "edtf" and cell:
                reading = _read_words(row, column.name, file)
                if reading is not None:
                    understood.append(reading)
    return understood


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", _plain_ends(cell)).strip()


def _plain_ends(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _read_words(row: Row, column: str, file: str) -> Understanding | None:
    """Turn a date in words into EDTF, in the row; a status that the words tell goes with it.

    Words that say “planned” stay as they are where the row has no room for that, or says otherwise.
    """
    words = row[column]
    try:
        edtf, status = read_phrase(words)
    except InvalidDate:
        return None
    if edtf == words or (status and row.get("status") not in ("", status)):
        return None
    row[column] = edtf
    if status:
        row["status"] = status
    return Understanding(file, row.line, column, words, edtf, status or "")


def _frozen_text(
    lock: Path, before: bytes, ids: Mapping[str, str], findings: list[Finding]
) -> bytes:
    """Return the frozen ids with the new ones; a lock that has wrong lines is left as it is."""
    frozen, wrong = read_frozen(lock.name, before.decode("utf-8", "replace"))
    if wrong:
        findings += wrong
        return before
    known = {identifier: table for identifier, (table, _) in frozen.items()}
    # a withdrawn id is frozen already, in the table where it stood
    return spell_frozen(
        {i: t for i, t in ids.items() if t != "withdrawals" and i not in known} | known
    ).encode()


class _Checking(NamedTuple):
    tables: Mapping[str, Table]
    schemes: Mapping[str, Collection[str]]
    encoding: str | None


def _count_errors(
    folder: Path,
    new_texts: Mapping[Path, tuple[bytes, bytes]],
    findings: Iterable[Finding],
    options: _Checking,
) -> int:
    """Return how many errors the tables have once they are rewritten, without writing them here."""
    with TemporaryDirectory() as name:
        trial = Path(name)
        for file in (*(f"{table}.csv" for table in options.tables), FROZEN_FILE):
            path = folder / file
            if path in new_texts:
                (trial / file).write_bytes(new_texts[path][1])
            elif path.is_file():
                copyfile(path, trial / file)
        tables, schemes, encoding = options
        found = check_folder(trial, schemes=schemes, tables=tables, encoding=encoding)
    left = [finding for finding in found if finding.code not in ("E115", "E119")]
    told = {(f.file, f.line, f.column, f.code) for f in (*findings, *left) if f.severity == "error"}
    return len(told)


def _descriptions(folder: Path) -> dict[Path, tuple[bytes, bytes]]:
    """Return the old and new texts of the descriptions of the tables that are ours to rewrite."""
    texts = {}
    for name, (mark, spell) in _DESCRIPTIONS.items():
        path = folder / name
        before = path.read_bytes() if path.is_file() else b""
        if mark.encode() in before[:500]:
            texts[path] = before, spell().encode()
    return texts


def _replace(path: Path, before: bytes, after: bytes) -> None:
    """Replace the file, unless somebody else changed it since it was read."""
    if path.exists() and path.read_bytes() != before:
        raise WriteError(
            f"{path} was changed by another program meanwhile: format again.",
            f"{path} a été modifié entre-temps par un autre programme : relancer fmt.",
        )
    with replacing(path.resolve()) as stream:  # a link stays a link
        stream.write(after)
