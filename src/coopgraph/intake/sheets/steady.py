"""Save a workbook so that the same content gives the same bytes: no clock, no order by chance.

>>> import io
>>> from openpyxl import Workbook
>>> first, second = io.BytesIO(), io.BytesIO()
>>> for stream in (first, second):
...     save_steadily(Workbook(), stream)
>>> first.getvalue() == second.getvalue()
True
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["save_steadily"]

_CLOCK: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_NO_DAY: Final = b"2000-01-01T00:00:00Z"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def save_steadily(book: Workbook, stream: BinaryIO) -> None:
    """Write the workbook; days and times in it are always the same."""
    book.properties.creator = "coopgraph"
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _CLOCK.sub(rb"\g<1>" + _NO_DAY, content)
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
