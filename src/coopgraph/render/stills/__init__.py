"""Stills: each view as one SVG document for print, slides and previews, or as a PDF.

`STILLS` names, for each view, the module and the function ``draw(view, language) -> str`` that
returns the whole SVG; the module is imported when it is asked for. A new still is one module and
one line. `write_still` writes a file and takes its form from the name: ``.svg`` or ``.pdf``.

>>> STILLS["network"]
'coopgraph.render.stills.network:draw_network'

Stills are drawn on the sheet of `coopgraph.render.stills.sheet` with the elements of
`coopgraph.render.stills.drawing`: paths, shapes, groups and texts with attributes, no style sheet,
no clip, no script, so that the PDF (`coopgraph.render.stills.pdf`) draws the same.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from coopgraph.errors import UsageError
from coopgraph.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopgraph.views.model import View

__all__ = ["STILLS", "STILL_SUFFIXES", "draw_still", "is_still", "write_picture", "write_still"]

STILLS: Final[dict[str, str]] = {
    "network": "coopgraph.render.stills.network:draw_network",
    "timeline": "coopgraph.render.stills.timeline:draw_timeline",
    "map": "coopgraph.render.stills.places_map:draw_map",
    "chain": "coopgraph.render.stills.chain:draw_chain",
    "matrix": "coopgraph.render.stills.matrix:draw_matrix",
    "mirror": "coopgraph.render.stills.mirror:draw_mirror",
    "comparison": "coopgraph.render.stills.comparing:draw_comparison",
}
"""For each view, where its still is drawn; a view without a line here is drawn as a network.

A comparison bears the name of its projection before its own: "territories-comparison".
"""

STILL_SUFFIXES: Final = (".svg", ".pdf")


def is_still(path: Path) -> bool:
    """Tell whether a file of this name is a still and not a page.

    >>> from pathlib import Path
    >>> is_still(Path("reseau.SVG")), is_still(Path("reseau.html"))
    (True, False)
    """
    return path.suffix.lower() in STILL_SUFFIXES


def draw_still(view: View, language: str = "fr") -> str:
    """Return the still of a view as SVG."""
    module, _, name = STILLS.get(view.name.rpartition("-")[2], STILLS["network"]).partition(":")
    draw: Callable[[View, str], str] = getattr(import_module(module), name)
    return draw(view, language)


def write_still(view: View, path: Path, language: str = "fr") -> int:
    """Write the still of a view to `path`, whole or not at all; return the number of bytes.

    Raises:
        UsageError: the name ends neither in .svg nor in .pdf.
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    if not is_still(path):
        raise UsageError(
            f"A still is an SVG or a PDF, not {path.name}: end the name in .svg or .pdf.",
            f"Une image fixe est un SVG ou un PDF, pas {path.name}\u00a0: finir le nom par .svg"
            " ou .pdf.",
        )
    return write_picture(view, path, language, form=path.suffix.lower()[1:])


def write_picture(view: View, path: Path, language: str = "fr", *, form: str = "svg") -> int:
    """Write the still as `form`, svg or pdf, under any name; return the number of bytes.

    Raises:
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    data = draw_still(view, language).encode()
    if form == "pdf":
        from coopgraph.render.stills.pdf import make_pdf

        data = make_pdf(data.decode(), language=language)
    with replacing(path) as stream:
        stream.write(data)
    return len(data)
