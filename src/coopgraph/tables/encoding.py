r"""What the bytes of a table file say before its text is read.

Spreadsheets save CSV in many ways. One fast pass over the bytes tells a byte-order mark, UTF-16, a
workbook saved under the wrong name, bytes that are not UTF-8 and where they stand:

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "places.csv")
...     _ = path.write_bytes("id,name_fr\nile,Île\n".encode("cp1252"))
...     inspect_bytes(path).foreign_lines
(2,)

It does not guess an encoding: what is not UTF-8 is told, and read as cp1252 only if that is asked.
"""

from __future__ import annotations

import codecs
import errno
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

__all__ = ["ByteFacts", "inspect_bytes", "repair_foreign"]

ForeignKind = Literal["", "utf-16", "workbook"]

_BLOCK: Final = 1 << 20
_MANY_NULS: Final = 8
_LONGEST_LINE: Final = 8  # blocks without any end of line
_NOT_TEXT: Final[tuple[tuple[bytes, ForeignKind], ...]] = (
    (b"PK\x03\x04", "workbook"),
    (b"\xd0\xcf\x11\xe0", "workbook"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that are not UTF-8 arrive as lone surrogates U+DC80 to U+DCFF ("surrogateescape").
_CP1252: Final = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}


@dataclass(frozen=True, slots=True)
class ByteFacts:
    """What was found in the bytes; `foreign_lines` are the lines that are not UTF-8."""

    empty: bool = False
    not_text: ForeignKind = ""
    bom: bool = False
    has_nul: bool = False
    endless_line: bool = False
    foreign_lines: tuple[int, ...] = field(default=())


def inspect_bytes(path: Path) -> ByteFacts:
    """Read the file once and return what its bytes say.

    Raises:
        OSError: the file cannot be read.
    """
    if path.exists() and not path.is_file():
        raise IsADirectoryError(
            errno.EISDIR, ""
        )  # or a pipe, which would be waited for without end
    with path.open("rb") as stream:
        start = stream.read(_BLOCK)
        not_text = _foreign_kind(start)
        if not_text or not start:
            return ByteFacts(empty=not start, not_text=not_text)
        nul = endless = foreign = False
        without_end = 0
        decoder = codecs.getincrementaldecoder("utf-8")()
        block = start
        while block and not endless:
            nul = nul or b"\0" in block
            without_end = 0 if b"\n" in block or b"\r" in block else without_end + 1
            endless = without_end >= _LONGEST_LINE
            foreign = foreign or not _decodes(decoder, block)
            block = stream.read(_BLOCK)
        foreign = foreign or not _decodes(decoder, b"")
    return ByteFacts(
        bom=start.startswith(codecs.BOM_UTF8),
        has_nul=nul,
        endless_line=endless,
        foreign_lines=_foreign_lines(path) if foreign and not endless else (),
    )


def repair_foreign(text: str) -> str:
    r"""Return the text with its undecoded bytes read as cp1252.

    >>> repair_foreign(b"\xcele".decode("utf-8", "surrogateescape"))
    'Île'
    """
    return text.translate(_CP1252)


def _foreign_kind(start: bytes) -> ForeignKind:
    """Tell whether the file begins as a workbook or as UTF-16, also where no mark says so."""
    for mark, what in _NOT_TEXT:
        if start.startswith(mark):
            return what
    every_second = max(start[:64:2].count(0), start[1:64:2].count(0))
    return "utf-16" if every_second >= _MANY_NULS else ""


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    """Tell whether the next block is UTF-8; an empty block ends the text."""
    try:
        decoder.decode(block, not block)
    except UnicodeDecodeError:
        return False
    return True


def _foreign_lines(path: Path) -> tuple[int, ...]:
    """Return the numbers of the lines that are not UTF-8, counting every kind of end of line."""
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as stream:
        return tuple(
            number
            for number, line in enumerate(stream, 1)
            if not line.isascii() and any("\udc80" <= c <= "\udcff" for c in line)
        )
