"""A view in a file: a page or a still, as the name of the file says.

>>> from pathlib import Path
>>> refuse_other_endings(Path("a.png"))
Traceback (most recent call last):
coopgraph.errors.UsageError: a.png: end the name in .html (page; its menu saves a PNG), .svg or
.pdf (still).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.errors import UsageError
from coopgraph.render.stills import is_still, write_still

if TYPE_CHECKING:
    from pathlib import Path

    from coopgraph.views.model import View

__all__ = ["refuse_other_endings", "save_view"]

_PAGES: Final = (".html", ".htm")


def refuse_other_endings(path: Path) -> None:
    """Refuse a name from which no form follows: a page under a wrong name opens nowhere.

    Raises:
        UsageError: the name ends in none of the forms.
    """
    if not is_still(path) and path.suffix.lower() not in _PAGES:
        raise UsageError(
            f"{path.name}: end the name in .html (page; its menu saves a PNG), .svg or .pdf"
            " (still).",
            f"{path.name}\u00a0: finir le nom par .html (page\u00a0; son menu enregistre un PNG),"
            " .svg ou .pdf (image fixe).",
        )


def save_view(view: View, path: Path, language: str = "fr") -> None:
    """Write a view as a page or as a still, whole or not at all.

    Raises:
        UsageError: the name ends in none of the forms.
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    refuse_other_endings(path)
    if is_still(path):
        write_still(view, path, language)
        return
    from coopgraph.render.html import write_page

    write_page(view, path, language=language)
