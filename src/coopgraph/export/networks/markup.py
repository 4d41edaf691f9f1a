r"""XML as text: elements with escaped attributes, for the writers of GEXF and GraphML.

>>> element("node", id='"a"', label="", closed=True)
'<node id="&quot;a&quot;"/>\n'

An attribute without value is left out; ``for_`` is written ``for``. Line breaks and tabs inside
attributes are written as references: a reader would turn them into spaces otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape  # it writes, it does not read

from coopgraph.export.networks.plain import clean_text

if TYPE_CHECKING:
    from coopgraph.export.networks.plain import Value

__all__ = ["element", "escaped", "typed"]

_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def element(name: str, /, *, closed: bool = False, **attributes: str) -> str:
    """Return the opening tag, or the whole element where it is `closed`, and a line break."""
    parts = [
        f' {key.rstrip("_")}="{escape(clean_text(value), _IN_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value
    ]
    return f"<{name}{''.join(parts)}{'/' if closed else ''}>\n"


def escaped(text: str) -> str:
    """Return text as the content of an element."""
    return escape(clean_text(text), {"\r": "&#13;"})


def typed(value: Value, *, as_float: bool = False) -> str:
    """Return a value as XML Schema writes it.

    >>> typed(True), typed(2, as_float=True), typed(1e-7)
    ('true', '2.0', '1e-07')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(float(value)) if as_float else repr(value)
    return value
