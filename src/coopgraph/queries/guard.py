r"""Read a stranger's SPARQL before any parser does, and refuse what must not run.

>>> check_text("SELECT ?s { ?s ?p 'SERVICE' } # SERVICE").warnings
()
>>> check_text("SELECT * { SERVICE <https://x.org/> { ?s ?p ?o } }")  # doctest: +ELLIPSIS
Traceback (most recent call last):
coopgraph.errors.QueryRefused: Line 1, column 12: SERVICE is switched off here: ...

The text is cut into tokens, so that words in strings, comments and IRIs do not count. Where the
engine might cut it differently, it is refused and the message says what to write instead: a word
glued to a number (``1SERVICE``), ``<`` glued to an expression (``?a<?b)…>`` looks like an IRI),
``\u0053`` for a letter. Length and nesting are limited, because depth alone kills the engine.

It does not know the grammar: what is only wrong is left to the engine (`coopgraph.queries.child`),
except for what can be said better here: brackets and quotes that do not close, a first word that is
no query, a prefix without PREFIX.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from coopgraph.bindings import read_tokens
from coopgraph.errors import QueryRefused
from coopgraph.queries.header import Bilingual
from coopgraph.queries.limits import MOST_NESTED, MOST_TEXT
from coopgraph.queries.syntax import locate, syntax_error
from coopgraph.queries.terms import check_terms

__all__ = ["ALLOWABLE", "CheckedText", "PlacedToken", "check_text", "place_tokens"]

ALLOWABLE: Final = ("service", "from", "unknown-terms")

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = (
    *("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"),
)
_ESCAPE: Final = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")
_ABSOLUTE: Final = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_UNARY: Final = frozenset("!+-^")
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
# the engine wants no blank after a keyword: 1SERVICE:x is a number, SERVICE and a name
_SERVICE: Final = re.compile(r"SERVICE(SILENT)?\Z")
_FROM: Final = re.compile(r"FROM(NAMED)?\Z")


class PlacedToken(NamedTuple):
    """A token of the text that is neither blank nor comment, and where it begins."""

    kind: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text that may run, as it is to be run; `names_graphs` tells that it says FROM."""

    text: str
    form: str  # SELECT, ASK, CONSTRUCT or DESCRIBE
    warnings: tuple[Bilingual, ...]
    names_graphs: bool


def check_text(text: str, *, allow: Collection[str] = ()) -> CheckedText:
    """Return the text if it may run; `allow` takes names of `ALLOWABLE`.

    Raises:
        QueryRefused: it is too long or deep, an update, or asks for what is switched off.
        QuerySyntaxError: it cannot be a query; line and column.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_TEXT:
        raise QueryRefused(
            f"The query is longer than {MOST_TEXT // 1024} KiB.",
            f"La requête dépasse {MOST_TEXT // 1024} Kio.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    _refuse_surrogates(text)
    _refuse_escapes(text)
    tokens = list(place_tokens(text))
    _check_characters(text, tokens)
    _check_nesting(text, tokens)
    form = _check_form(text, tokens)
    names_graphs = _check_keywords(text, tokens, allow)
    warnings = check_terms(text, tokens, refuse="unknown-terms" not in allow)
    return CheckedText(text, form, warnings, names_graphs)


def place_tokens(text: str) -> Iterator[PlacedToken]:
    """Yield the tokens; end at a quote that does not close.

    To go on from there would try every later quote to the end of the text: 64 KiB of them take 20
    seconds, in the program itself.

    Raises:
        QuerySyntaxError: there is such a quote.
    """
    offset = 0
    for token in read_tokens(text):
        if token.kind == "mark" and token.text in "\"'":
            raise syntax_error(
                text,
                offset,
                "this quotation mark does not close.",
                "ce guillemet ne se ferme pas.",
            )
        if token.kind not in ("space", "comment"):
            yield PlacedToken(token.kind, token.text, offset)
        offset += len(token.text)


def _refused(text: str, offset: int, why_en: str, why_fr: str) -> QueryRefused:
    line, column = locate(text, offset)
    return QueryRefused(
        f"Line {line}, column {column}: {why_en}", f"Ligne {line}, colonne {column} : {why_fr}"
    )


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise syntax_error(
            text,
            problem.start,
            "half a character, which no file can hold, stands here.",
            "il y a ici une moitié de caractère, qu’aucun fichier ne peut contenir.",
        ) from None


def _refuse_escapes(text: str) -> None:
    match = _ESCAPE.search(text)
    if match is not None:
        raise _refused(
            text,
            match.start(),
            f"write the character itself instead of {match[0]}.",
            f"écrire le caractère lui-même au lieu de {match[0]}.",
        )


def _check_characters(text: str, tokens: list[PlacedToken]) -> None:
    """Refuse what may be an IRI or a comparison."""
    for token in tokens:
        ambiguous = token.kind == "iri" and _ABSOLUTE.match(token.text) is None
        if ambiguous and any(c in token.text for c in "()'#"):
            raise _refused(
                text,
                token.offset,
                "put a blank after “<” if it compares, or write the IRI in full.",
                "mettre une espace après « < » s’il compare, ou écrire l’IRI en entier.",
            )


def _check_nesting(text: str, tokens: list[PlacedToken]) -> None:
    """Refuse brackets that are too deep or do not match, and long runs of signs."""
    open_: list[PlacedToken] = []
    signs = 0
    for token in tokens:
        mark = token.text if token.kind == "mark" else ""
        signs = signs + 1 if mark and (mark in _UNARY or mark == "<") else 0
        if mark and mark in "([{":
            open_.append(token)
        elif mark in _PAIRS and (not open_ or open_.pop().text != _PAIRS[mark]):
            raise syntax_error(
                text,
                token.offset,
                f"this “{mark}” closes nothing that is open.",
                f"ce « {mark} » ne ferme rien d’ouvert.",
            )
        if len(open_) > MOST_NESTED or signs > MOST_NESTED:
            raise _refused(
                text,
                token.offset,
                f"more than {MOST_NESTED} levels within one another.",
                f"plus de {MOST_NESTED} niveaux emboîtés.",
            )
    if open_:
        mark = open_[-1].text
        raise syntax_error(
            text,
            open_[-1].offset,
            f"this “{mark}” is never closed.",
            f"ce « {mark} » n’est jamais fermé.",
        )


def _check_form(text: str, tokens: list[PlacedToken]) -> str:
    """Return the form; refuse an update, and a text whose first word begins no query."""
    words = _after_prologue(tokens)
    if words is None:
        raise syntax_error(text, len(text), "there is no query.", "il n’y a pas de requête.")
    word = words.text.upper()
    if word in _UPDATES:
        raise _refused(
            text,
            words.offset,
            f"{word} would change the graph: it is only read here.",
            f"{word} modifierait le graphe : ici, on ne fait que le lire.",
        )
    form = next((form for form in _FORMS if word.startswith(form)), None)
    if form is None:
        raise syntax_error(
            text,
            words.offset,
            f"“{words.text[:30]}” begins no query: SELECT, ASK, CONSTRUCT or DESCRIBE does.",
            f"« {words.text[:30]} » ne commence pas une requête : il faut SELECT, ASK, CONSTRUCT"
            " ou DESCRIBE.",
        )
    return form


def _after_prologue(tokens: list[PlacedToken]) -> PlacedToken | None:
    """Return the first token after BASE <…>, PREFIX x: <…> and VERSION "…"."""
    place = 0
    while place < len(tokens):
        word = tokens[place].text.upper()
        if word not in ("PREFIX", "BASE", "VERSION"):
            return tokens[place]
        place += 3 if word == "PREFIX" else 2
    return None


def _check_keywords(text: str, tokens: list[PlacedToken], allow: Collection[str]) -> bool:
    """Refuse SERVICE and FROM unless allowed; tell whether FROM is there."""
    names_graphs = False
    for token in tokens:
        if token.kind != "word" or token.text.startswith("@"):
            continue
        word = token.text.partition(":")[0].upper()
        if _SERVICE.search(word) and "service" not in allow:
            raise _refused(
                text,
                token.offset,
                "SERVICE is switched off here: this graph is asked alone.",
                "SERVICE est désactivé ici : seul ce graphe est interrogé.",
            )
        if _FROM.search(word):
            names_graphs = True
            if "from" not in allow:
                raise _refused(
                    text,
                    token.offset,
                    "FROM is switched off here: leave it out, the whole graph is asked.",
                    "FROM est désactivé ici : l’enlever, tout le graphe est interrogé.",
                )
    return names_graphs
