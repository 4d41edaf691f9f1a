"""Say which line of a query left nothing, when the answer is empty.

>>> from pyoxigraph import Literal, NamedNode, Quad, Store
>>> dune = NamedNode("https://example.org/dune")
>>> store = Store()
>>> store.add(Quad(dune, NamedNode("https://example.org/name"), Literal("Dune")))
>>> text = '''PREFIX e: <https://example.org/>
... SELECT * { ?s e:name ?n .
...   ?s e:nmae ?m }'''
>>> print(find_emptying(store, text)[0].text_en)
Line 3, column 3: this pattern gave no row (?s e:nmae ?m); with all before it there was 1 row.

The pattern of a SELECT or ASK is taken apart at its outermost braces, and asked step by step: first
its first part, then the first two, and so on. The first step without a row is the answer. All parts
before it are still there, so what is said is true of the pattern in the order in which it is
written; that another part taken away would also bring rows is not ruled out.

It says nothing rather than something wrong. OPTIONAL, MINUS, UNION, GRAPH, subqueries and FILTER
are one step each, and not looked into. Where the emptiness comes from HAVING, LIMIT 0, OFFSET or
VALUES behind the pattern, where a step takes too long or the text names graphs, nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coopgraph.errors import QuerySyntaxError, QueryTimeout
from coopgraph.queries.guard import PlacedToken, check_text, place_tokens
from coopgraph.queries.header import Bilingual
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import Result
from coopgraph.queries.run import run_text
from coopgraph.queries.syntax import locate
from coopgraph.sparql import Queryable

if TYPE_CHECKING:
    from coopgraph.queries.pool import QueryPool

__all__ = ["Emptying", "find_emptying"]

_MOST_STEPS: Final = 40
_MOST_COUNTED: Final = 10_000
_LONGEST: Final = 60
_LIMITS: Final = Limits(seconds=10)
_OPEN: Final = frozenset("([{")
_CLOSE: Final = frozenset(")]}")
_KEYWORDS: Final = frozenset(("FILTER", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "BIND", "VALUES"))


@dataclass(frozen=True, slots=True)
class Emptying:
    """The part of a query that left nothing, where it begins, and the rows there were before it.

    `rows` is None for the first part; `at_least` tells that counting stopped there.
    """

    pattern: str
    line: int
    column: int
    rows: int | None
    hint: Bilingual | None = None
    at_least: bool = False

    @property
    def text_en(self) -> str:
        """What to tell a reader, in English."""
        more = "more than " if self.at_least else ""
        verb = "was 1 row" if self.rows == 1 else f"were {more}{self.rows} rows"
        before = "" if self.rows is None else f"; with all before it there {verb}"
        hint = "" if self.hint is None else f" {self.hint.en}"
        return (
            f"Line {self.line}, column {self.column}: this pattern gave no row"
            f" ({_short(self.pattern)}){before}.{hint}"
        )

    @property
    def text_fr(self) -> str:
        """What to tell a reader, in French."""
        more = "plus de " if self.at_least else ""
        lines = "1 ligne" if self.rows in (0, 1) else f"{self.rows} lignes"
        before = (
            "" if self.rows is None else f" ; avec tout ce qui précède, il y avait {more}{lines}"
        )
        hint = "" if self.hint is None else f" {self.hint.fr}"
        return (
            f"Ligne {self.line}, colonne {self.column} : ce motif n’a donné aucune ligne"
            f" ({_short(self.pattern)}){before}.{hint}"
        )


def find_emptying(
    graph: Queryable,
    sparql: str,
    *,
    folder: Path | None = None,
    limits: Limits | None = None,
    pool: QueryPool | None = None,
    allow: Collection[str] = (),
) -> list[Emptying]:
    """Return the part that emptied the answer, or nothing where that cannot be told.

    The options are those of `coopgraph.queries.run.run_text`; each step has its own limits, and if
    one takes too long, nothing is said.

    Raises:
        QuerySyntaxError: the text does not parse.
        QueryRefused: it asks for what is switched off.
        StoreError: the store cannot be read.
    """
    checked = check_text(sparql, allow=allow)
    if checked.form not in ("SELECT", "ASK") or checked.names_graphs:
        return []
    text = checked.text
    tokens = list(place_tokens(text))
    parts = _parts(tokens)
    prologue = text[: _form_offset(tokens)]
    before: int | None = None
    try:
        for number, part in enumerate(parts):
            step = _step(prologue, text, parts[: number + 1])
            rows = run_text(
                graph,
                step,
                folder=folder,
                limits=limits or _LIMITS,
                pool=pool,
                allow=(*allow, "unknown-terms"),
            )
            count = len(rows.rows) if isinstance(rows, Result) else 0
            if count == 0:
                return [_emptying(text, tokens, part, before)]
            before = count
    except (QueryTimeout, QuerySyntaxError):  # too slow, or cut in the wrong place: nothing is said
        return []
    return []


def _step(prologue: str, text: str, parts: Sequence[_Part]) -> str:
    """Return the query that counts the rows of the parts."""
    statements = {part.statement: text[part.statement : part.end] for part in parts}
    inside = " .\n".join(statements.values())
    return f"{prologue}SELECT (1 AS ?{_free_name(text)}) {{ {inside}\n}} LIMIT {_MOST_COUNTED + 1}"


def _free_name(text: str) -> str:
    name = "one"
    while name in text:
        name += "_"
    return name


def _emptying(
    text: str, tokens: Sequence[PlacedToken], part: _Part, before: int | None
) -> Emptying:
    line, column = locate(text, part.start)
    at_least = before is not None and before > _MOST_COUNTED
    rows = _MOST_COUNTED if at_least else before
    inside = [token for token in tokens if part.start <= token.offset < part.end]
    pattern = " ".join(text[part.start : part.end].split()).rstrip(" .")
    return Emptying(pattern, line, column, rows, _hint(inside), at_least)


_LABELS: Final = Bilingual(
    "Les enregistrements ont skos:prefLabel (et skos:altLabel), rdfs:label est pour les classes et"
    " propriétés.",
    "Records have skos:prefLabel (and skos:altLabel); rdfs:label is for classes and properties.",
)
_NAMES: Final = ("rdfs:label", "<http://www.w3.org/2000/01/rdf-schema#label>")


def _hint(inside: Sequence[PlacedToken]) -> Bilingual | None:
    """Return what people who write this often want instead."""
    return _LABELS if any(token.text in _NAMES for token in inside) else None


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= _LONGEST else pattern[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Part:
    """One step: from where to where in the text, and where the statement begins it is part of."""

    statement: int
    start: int
    end: int
    is_filter: bool = False


def _form_offset(tokens: Sequence[PlacedToken]) -> int:
    """Return where the prologue ends."""
    place = 0
    while tokens[place].text.upper() in ("PREFIX", "BASE", "VERSION"):
        place += 3 if tokens[place].text.upper() == "PREFIX" else 2
    return tokens[place].offset


def _parts(tokens: Sequence[PlacedToken]) -> list[_Part]:
    """Return the parts of the outermost pattern, in the order in which they take effect.

    A FILTER holds for its whole group, wherever it stands in it: filters come last.
    """
    inside = _outermost(tokens)
    if not inside or inside[0].text.upper() == "SELECT":
        return []
    parts: list[_Part] = []
    place = 0
    while place < len(inside):
        token = inside[place]
        if token.text == "." and token.kind == "mark":
            place += 1
        elif _begins_block(token):
            end = _block_end(inside, place)
            is_filter = token.text.upper() == "FILTER"
            parts.append(_Part(token.offset, token.offset, _end(inside[end - 1]), is_filter))
            place = end
        else:
            end = _triples_end(inside, place)
            parts.extend(_triples(inside[place:end]))
            place = end
    # more than this is no query of a person
    return sorted(parts, key=lambda part: part.is_filter) if len(parts) <= _MOST_STEPS else []


def _end(token: PlacedToken) -> int:
    """Return where a token ends; a dot behind a name is read as part of it, and is none."""
    return token.offset + len(token.text.rstrip(".") if token.kind == "word" else token.text)


def _begins_block(token: PlacedToken) -> bool:
    if token.kind == "mark":
        return token.text == "{"
    return token.kind == "word" and token.text.upper() in _KEYWORDS


def _outermost(tokens: Sequence[PlacedToken]) -> Sequence[PlacedToken]:
    """Return what stands between the first brace outside of all brackets and its partner.

    Before it, only expressions in parentheses can have braces (EXISTS).
    """
    depth = 0
    for place, token in enumerate(tokens):
        if token.text == "{" and depth == 0 and token.kind == "mark":
            return tokens[place + 1 : _partner(tokens, place) - 1]
        depth += _step_of(token)
    return []


def _step_of(token: PlacedToken) -> int:
    """Return how much deeper a token leads."""
    if token.kind != "mark":
        return 0
    return (token.text in _OPEN) - (token.text in _CLOSE)


def _partner(tokens: Sequence[PlacedToken], place: int) -> int:
    """Return the place behind the bracket that closes the one here."""
    depth = 0
    for later in range(place, len(tokens)):
        depth += _step_of(tokens[later])
        if depth == 0:
            return later + 1
    return len(tokens)


def _block_end(inside: Sequence[PlacedToken], place: int) -> int:
    """Return the place behind FILTER (…), OPTIONAL {…}, {…} UNION {…}, VALUES … {…} and so on."""
    word = inside[place].text.upper()
    opening = _OPEN if word in ("FILTER", "BIND") else frozenset("{")
    while place < len(inside) and not (
        inside[place].kind == "mark" and inside[place].text in opening
    ):
        place += 1
    end = _partner(inside, place)
    if word == "{" and end < len(inside) and inside[end].text.upper() == "UNION":
        return _block_end(inside, end + 1) if end + 1 < len(inside) else end
    return end


def _triples_end(inside: Sequence[PlacedToken], place: int) -> int:
    """Return the place behind triples with one subject."""
    depth = 0
    for later in range(place, len(inside)):
        token = inside[later]
        if depth == 0 and (_begins_block(token) or (token.kind == "mark" and token.text == ".")):
            return later
        depth += _step_of(token)
        if depth == 0 and token.kind == "word" and token.text.endswith("."):
            return later + 1
    return len(inside)


def _triples(tokens: Sequence[PlacedToken]) -> Iterator[_Part]:
    """Cut triples with one subject at each semicolon and comma."""
    depth, start = 0, 0
    for place, token in enumerate(tokens):
        if depth == 0 and token.kind == "mark" and token.text in (";", ","):
            if place > start:
                yield _Part(tokens[0].offset, tokens[start].offset, _end(tokens[place - 1]))
            start = place + 1
        depth += _step_of(token)
    if start < len(tokens):
        yield _Part(tokens[0].offset, tokens[start].offset, _end(tokens[-1]))
