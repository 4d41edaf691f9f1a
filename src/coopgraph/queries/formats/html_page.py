"""An HTML page with the answer as a table: one file, no script, nothing fetched.

Every text is escaped; only IRIs that begin with http:// or https:// are links. The page has its own
content policy: `POLICY` allows nothing but its style. Words are those of the table for a terminal.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from typing import BinaryIO, Final

from pyoxigraph import Literal, NamedNode

from coopgraph.queries.formats.cells import cell_text, heading, shown_columns
from coopgraph.queries.formats.form import only_rows
from coopgraph.queries.formats.remarks import remarks
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, Result, Verdict
from coopgraph.sparql import Term
from coopgraph.vocabulary import PREFIXES, XSD

__all__ = ["POLICY", "write_html"]

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #767676;
  --accent: #0b57a4 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #14161a; --line: #8a8a8a; --accent: #8ab4f8 }
}
body { font: 16px/1.5 system-ui, sans-serif; margin: 16px; color: var(--ink);
  background: var(--paper) }
h1 { font-size: 20px; margin: 0 0 8px }
div { overflow-x: auto }
div:focus-visible, a:focus-visible { outline: 2px solid #b4005a; outline-offset: 2px }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: start; padding: 4px 0 }
th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 4ch; max-width: 60ch }
td.n { text-align: end }
a { color: var(--accent) }
"""
_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of the page, for a server that sends it as a header as well."""

_LINK: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
_NUMBERS: Final = {XSD.integer.value, XSD.decimal.value, PREFIXES["xsd"] + "double"}
_TITLE: Final = Bilingual("Réponse", "Answer")
_COUNTS: Final = {True: Bilingual("1 ligne", "1 row"), False: Bilingual("{} lignes", "{} rows")}
_YES: Final = {True: Bilingual("oui", "yes"), False: Bilingual("non", "no")}


def write_html(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows, or yes and no, as a page; the width changes nothing.

    Raises:
        UnknownFormat: the answer is a graph.
    """
    rows = only_rows(answered, "html")
    language = "fr" if language == "fr" else "en"
    for line in (*_head(language), *_body(rows, language), "</main>", "</body>", "</html>"):
        stream.write(line.encode("utf-8", "replace") + b"\n")


def _head(language: str) -> Iterator[str]:
    title = escape(_TITLE.text(language))
    yield "<!doctype html>"
    yield f'<html lang="{language}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{title} – coopgraph</title>"
    yield f"<style>{_STYLE}</style>\n</head>"
    yield f'<body>\n<main>\n<h1 id="title">{title}</h1>'


def _body(rows: Result | Verdict, language: str) -> Iterator[str]:
    if isinstance(rows, Verdict):
        yield f"<p>{_YES[rows.value].text(language)}</p>"
    for remark in remarks(rows, language=language):
        yield f"<p>{escape(remark)}</p>"
    if isinstance(rows, Result) and rows.rows and rows.variables:
        yield from _table(rows, language)


def _table(result: Result, language: str) -> Iterator[str]:
    places = shown_columns(result)
    count = len(result.rows)
    number = f"{count:,}".replace(",", "\u202f" if language == "fr" else ",")
    # a table wider than the screen is scrolled by keyboard too
    yield '<div role="region" aria-labelledby="title" tabindex="0">\n<table>'
    yield f"<caption>{_COUNTS[count == 1].text(language).format(number)}</caption>"
    heads = (escape(heading(result, place, places, language)) for place in places)
    yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>"
    for row in result.rows:
        yield "<tr>" + "".join(_cell(row[place], language) for place in places) + "</tr>"
    yield "</tbody>\n</table>\n</div>"


def _cell(term: Term | None, language: str) -> str:
    text = escape(cell_text(term, language))
    if isinstance(term, NamedNode) and _LINK.fullmatch(term.value):
        return f'<td><a href="{escape(term.value)}" rel="noreferrer">{text}</a></td>'
    if isinstance(term, Literal):
        if term.language:
            return f'<td lang="{escape(term.language)}" dir="auto">{text}</td>'
        if term.datatype.value in _NUMBERS:
            return f'<td class="n">{text}</td>'
        if term.datatype == XSD.string:
            return f'<td dir="auto">{text}</td>'
    return f"<td>{text}</td>"
