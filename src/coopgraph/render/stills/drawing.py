"""SVG as text: elements with escaped attributes and words, the same bytes every time.

>>> element("circle", cx=1.5, r=2, fill="#fff")
'<circle cx="1.5" r="2" fill="#fff"/>'
>>> words("a < b", x=1, y=2)
'<text x="1" y="2">a &lt; b</text>'

In the name of an attribute ``_`` stands for ``-``. A text is written on one line: characters that
XML forbids and those that turn the direction of what follows are left out of the picture.
"""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape  # it writes, it does not read

__all__ = ["element", "group", "number", "on_one_line", "words"]

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x7f-\x9f]")
_SPACES: Final = re.compile("[\t\n\r ]+")


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Return one element; `content` is SVG, attributes without value are left out."""
    parts = "".join(
        f' {key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{parts}>{content}</{name}>" if content else f"<{name}{parts}/>"


def group(content: str, /, **attributes: str | float | None) -> str:
    """Return a group, or nothing where it would be empty."""
    return element("g", content, **attributes) if content else ""


def words(text: str, /, **attributes: str | float | None) -> str:
    """Return a text as text."""
    return element("text", escape(on_one_line(text)), **attributes)


def on_one_line(text: str) -> str:
    r"""Return a text that can be drawn.

    >>> on_one_line("du\u202e vent\n et\x00 du sable")
    'du vent et du sable'
    """
    return _SPACES.sub(" ", _DIRECTION.sub("", _FORBIDDEN.sub("", text))).strip()


def number(value: float) -> str:
    """Return a number with one digit at most behind the point.

    >>> number(2.0), number(-0.04), number(1.25)
    ('2', '0', '1.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _value(value: str | float) -> str:
    if isinstance(value, int | float):
        return number(value)
    return escape(on_one_line(value), {'"': "&quot;"})
