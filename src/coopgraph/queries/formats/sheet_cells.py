"""What a spreadsheet program is given for a term: a number, or a text that no program runs.

>>> from pyoxigraph import Literal
>>> sheet_value(Literal("=2+3"), "en"), sheet_value(Literal(-5), "en")
('=2+3', Decimal('-5'))
>>> begins_formula("=2+3"), begins_formula("2+3")
(True, False)

IRIs and dates stay as written (a date in words sorts badly); yes and no are words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from coopgraph.queries.formats.cells import cell_text
from coopgraph.queries.result import Result
from coopgraph.sparql import Term
from coopgraph.vocabulary import PREFIXES, XSD

__all__ = ["begins_formula", "sheet_headings", "sheet_value"]

_NUMBERS: Final = {
    XSD.integer.value,
    XSD.decimal.value,
    PREFIXES["xsd"] + "double",
    PREFIXES["xsd"] + "float",
}
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
_DIGITS: Final = 15  # that a spreadsheet program keeps
# the last four are what = + - @ are typed as with an East Asian keyboard
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# not allowed in XML 1.0, thus in no workbook; a spreadsheet program shows them as nothing
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def sheet_value(term: Term | None, language: str) -> str | Decimal:
    """Return the number where the term is one that a sheet can hold exactly, else the text.

    Control characters become U+FFFD.
    """
    if term is None:
        return ""
    if isinstance(term, Literal):
        if term.datatype == XSD.boolean:
            return cell_text(term, language)
        if term.datatype.value in _NUMBERS and _NUMBER.fullmatch(term.value):
            number = Decimal(term.value)
            if len(number.as_tuple().digits) <= _DIGITS:
                return number
    text = term.value if isinstance(term, NamedNode | Literal) else str(term)
    return _CONTROL.sub("\ufffd", text)


def begins_formula(text: str) -> bool:
    """Tell whether a program might take the text for a formula, also behind blanks."""
    return text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)


def sheet_headings(result: Result, language: str) -> list[str]:
    """Return the words above the columns, or the name of the variable; each once."""
    headings: list[str] = []
    for name in result.variables:
        words = result.columns[name].text(language) if name in result.columns else name
        headings.append(f"{words} ({name})" if words in headings else words)
    return headings
