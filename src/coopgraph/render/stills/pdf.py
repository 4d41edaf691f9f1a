"""A still as PDF: one page of the size of the sheet, shapes as vectors, text as text.

fpdf2 draws the SVG of the still; the font is Fira Sans (SIL Open Font License 1.1), of which the
letters used are embedded, so that accents show everywhere. Both come with the extra ``pdf``. The
page bears no time of its making but the first moment of 1970: the same still, the same bytes.

It draws what `coopgraph.render.stills.drawing` writes, no more: the white rim of names becomes a
pale box, and a character that the font lacks shows as an empty box.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from coopgraph.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fpdf import FPDF

__all__ = ["make_pdf"]

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_NO_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)  # fpdf2 would write that of the making
_POINTS: Final = 0.75  # of a pixel
_FONTS: Final = {"": "FiraSans-Regular.ttf", "B": "FiraSans-Bold.ttf"}
_BEFORE: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}  # share of a text before its x
_NOT_IN_FONT: Final = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\u2060": ""})


def make_pdf(svg: str, *, language: str = "fr") -> bytes:
    """Return the still as PDF.

    Raises:
        MissingExtra: fpdf2 or the font is not installed.
    """
    try:
        from fpdf import FPDF
        from fpdf.svg import SVGObject

        fonts = files("fontpkg_fira_sans").joinpath("files")
    except ImportError as error:
        raise MissingExtra("PDF files", "Les fichiers PDF", extra="pdf") from error
    root = ElementTree.fromstring(svg)  # noqa: S314  # ours: a still, with no entity in it
    title = root.findtext(f"{_NAMESPACE}title") or ""
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    for name in ("width", "height"):  # the page gives the size
        root.attrib.pop(name, None)
    with _quiet("fpdf"), _quiet("fontTools"):
        page = FPDF(unit="pt", format=(width * _POINTS, height * _POINTS))
        for style, name in _FONTS.items():
            page.add_font("sans-serif", style, str(fonts.joinpath(name)))
        _describe(page, title, language)
        page.add_page()
        _simplify(root, page)
        picture = SVGObject(ElementTree.tostring(root, encoding="unicode"))
        picture.transform_to_page_viewport(page)
        picture.draw_to_page(page)
        return bytes(page.output())


def _describe(page: FPDF, title: str, language: str) -> None:
    page.set_margin(0)
    page.set_auto_page_break(auto=False)
    page.set_title(title)
    page.set_lang(language)
    page.set_creator("coopgraph")
    page.set_producer("coopgraph")
    page.set_creation_date(_NO_TIME)


def _simplify(root: ElementTree.Element, page: FPDF) -> None:
    """Leave out what is not drawn; put a pale ground behind names instead of their white rim."""
    for parent in root.iter():
        for child in list(parent):
            if child.tag in {f"{_NAMESPACE}title", f"{_NAMESPACE}desc"}:
                parent.remove(child)
        if parent.text:
            parent.text = parent.text.translate(_NOT_IN_FONT)
        if parent.attrib.pop("paint-order", ""):
            for name in [name for name in parent.attrib if name.startswith("stroke")]:
                del parent.attrib[name]
            _put_grounds(parent, page)


def _put_grounds(names: ElementTree.Element, page: FPDF) -> None:
    """Insert a pale box before each name of a group."""
    size = float(names.attrib.get("font-size", "12"))
    anchor = names.attrib.get("text-anchor", "start")
    page.set_font("sans-serif", size=size)
    for text in [child for child in names if child.tag == f"{_NAMESPACE}text"]:
        wide = page.get_string_width((text.text or "").translate(_NOT_IN_FONT))
        x, y = float(text.attrib.get("x", "0")), float(text.attrib.get("y", "0"))
        left = x - wide * _BEFORE[text.attrib.get("text-anchor", anchor)]
        box = {
            "x": f"{left - 1:.1f}",
            "y": f"{y - size * 0.85:.1f}",
            "width": f"{wide + 2:.1f}",
            "height": f"{size * 1.1:.1f}",
            "fill": "#ffffff",
            "fill-opacity": "0.7",
            "transform": text.attrib.get("transform", ""),
        }
        ground = {name: value for name, value in box.items() if value}
        names.insert(list(names).index(text), ElementTree.Element(f"{_NAMESPACE}rect", ground))


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a library from telling of every element and letter that it does not know."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
