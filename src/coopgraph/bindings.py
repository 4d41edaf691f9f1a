r"""Put values in the place of variables of a SPARQL text, term by term.

A question has parameters: ``$actor`` in its text is meant to be one given term. The text is cut
into tokens, so that strings, comments and IRIs are never touched; the term is written by the
parser's own library. Nothing that a value holds can become syntax.

>>> from pyoxigraph import Literal
>>> print(bound_text("SELECT ?x { ?x ?p $name } # $name", {"name": Literal('Dune "2031"')}))
SELECT ?x { ?x ?p "Dune \"2031\"" } # $name

Every occurrence counts, in filters, in optional parts and in subqueries as well, and ``$name`` and
``?name`` are the same variable. Where SPARQL wants a variable, the value is named after it:
``SELECT $name`` gives ``SELECT (… AS ?name)``; ``BOUND($name)`` becomes ``(true)``. (The engine has
its own substitution, SEP-0007; it does not reach into subqueries, wants each variable among those
that are selected, and a remote endpoint does not have it.) A parameter without a value stays a
variable, so that ``BOUND($name)`` is false.

A text that gives such a variable a value itself (``AS``, ``VALUES``) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from coopgraph.errors import QueryRefused

__all__ = ["Bindings", "Token", "bound_text", "read_tokens"]

Bindings = Mapping[str, NamedNode | Literal]


class Token(NamedTuple):
    """One token of a SPARQL text: its kind (the name of the group below) and how it is written."""

    kind: str
    text: str


# SPARQL 1.1, section 19.8, as far as needed to tell variables from all else. An IRI has no
# blanks, so "<" as a comparison does not begin one.
_TOKEN: Final = re.compile(
    r"""(?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<comment>\#[^\n\r]*)
    |(?P<variable>[?$][\w\u00b7]+)
    |(?P<space>\s+)
    |(?P<word>@?[\w.\-%]*:(?:[\w.\-:%\u00b7]|\\[_~.\-!$&'()*+,;=/?\#@%])*|@?[\w.\-%]+)
    |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)


def read_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a SPARQL text; put together they are the text.

    >>> [token.text for token in read_tokens("ASK{?s a <a#b>}#c") if token.kind != "space"]
    ['ASK', '{', '?s', 'a', '<a#b>', '}', '#c']
    """
    for match in _TOKEN.finditer(text):
        yield Token(match.lastgroup or "mark", match[0])


def bound_text(text: str, bind: Bindings) -> str:
    """Return the text with each variable named in `bind` replaced by its term.

    Raises:
        QueryRefused: the text itself gives a value to such a variable.
    """
    return "".join(_Binder(bind).bound(list(read_tokens(text)))) if bind else text


class _Binder:
    """Walks through the tokens and knows in which clause of a query it is."""

    def __init__(self, bind: Bindings) -> None:
        self._terms = {name: str(term) for name, term in bind.items()}
        self._clause = ""
        self._depth = 0
        self._before = ("", "")

    def bound(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Yield the tokens as they are to be written."""
        for place, token in enumerate(tokens):
            if token.kind in ("space", "comment"):
                yield token.text
            elif self._is_bound(token):
                yield self._term(token.text[1:])
                self._follow(token)
            else:
                # BOUND(<term>) is no SPARQL: (true) takes its place.
                yield "" if self._asks_whether_bound(tokens, place) else token.text
                self._follow(token)

    def _asks_whether_bound(self, tokens: Sequence[Token], place: int) -> bool:
        if tokens[place].text.upper() != "BOUND":
            return False
        rest = (token for token in tokens[place + 1 :] if token.kind not in ("space", "comment"))
        next(rest, None)
        argument = next(rest, None)
        return argument is not None and self._is_bound(argument)

    def _is_bound(self, token: Token) -> bool:
        return token.kind == "variable" and token.text[1:] in self._terms

    def _follow(self, token: Token) -> None:
        """Take notice of where the token leads: into a clause, or out of it."""
        word = token.text.upper() if token.kind == "word" else token.text
        if word in ("SELECT", "GROUP", "ORDER", "VALUES", "HAVING", "DESCRIBE"):
            self._clause, self._depth = word, 0
        elif word in ("{", "}", "WHERE", "FROM", "LIMIT", "OFFSET"):
            self._clause = ""
        elif word in ("(", ")"):
            self._depth += 1 if word == "(" else -1
        self._before = (self._before[1], word)

    def _term(self, name: str) -> str:
        term = self._terms[name]
        if self._before[1] == "AS" or self._clause == "VALUES":
            raise QueryRefused(
                f"The query gives a value to ?{name} itself: bind another variable.",
                f"La requête donne elle-même une valeur à ?{name} : lier une autre variable.",
            )
        if self._before == ("BOUND", "("):
            return "true"
        if self._clause == "SELECT" and self._depth == 0:
            return f"({term} AS ?{name})"
        if self._clause in ("GROUP", "ORDER") and self._depth == 0:
            return f"({term})"
        return term
