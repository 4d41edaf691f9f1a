"""The little HTML that notebooks need: escaped by construction, in the reader's own colours.

>>> html_table([], [["<script>"]])
'<table><thead><tr></tr></thead><tbody><tr><td>&lt;script&gt;</td></tr></tbody></table>'

No style sheet, no script, no colour: a notebook has its own, light or dark.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.views.model import Evidence, Words

__all__ = ["html_block", "html_link", "html_table", "quoted", "source_line", "worded"]


def html_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of texts; every text is escaped."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def html_block(content: str, *, language: str) -> str:
    """Wrap HTML in a block that says its language, so that it is read out right.

    >>> html_block("<p>Brest</p>", language="fr")
    '<div lang="fr"><p>Brest</p></div>'
    """
    return f'<div lang="{escape(language)}">{content}</div>'


def html_link(url: str, text: str) -> str:
    """Return a link; where the address is neither http nor https, the text alone.

    >>> html_link("javascript:alert(1)", "x")
    'x'
    """
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(url)}" rel="noreferrer" target="_blank">{escape(text)}</a>'


def worded(words: Words, language: str) -> str:
    """Return the text in a language."""
    return words.fr if language == "fr" else words.en


def quoted(text: str, language: str) -> str:
    """Return the text between the quotation marks of a language.

    >>> quoted("Dune", "en")
    '“Dune”'
    """
    return f"«\u00a0{text}\u00a0»" if language == "fr" else f"“{text}”"


def source_line(evidence: Evidence, language: str) -> str:
    """Return publisher, date, title and the place in the source as one line."""
    parts = (
        evidence.publisher,
        worded(evidence.published, language),
        quoted(evidence.title, language) if evidence.title else "",
        evidence.locator,
    )
    return ", ".join(part for part in parts if part)
