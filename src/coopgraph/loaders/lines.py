r"""Statements as lines of N-Triples: how they are written, and how they are read.

A Python object for each term costs more than its text, and the store reads text as fast as objects.
So loaders write lines:

>>> from coopgraph.vocabulary import COOP
>>> line = statement("<https://example.org/dune>", COOP.locator, quote('page "3"'))
>>> print(line, end="")
<https://example.org/dune> <https://w3id.org/coopgraph/ns#locator> "page \"3\"" .
>>> open_lines([line, line]).read().count(b"\n")
2

Only `quote` escapes: what was written in a cell becomes a literal through it and in no other way.
Ids and addresses stand in IRIs as they are, because no cell comes here that
`coopgraph.tables.check` has not found valid.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from json import JSONEncoder
from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["open_lines", "quote", "statement", "statements", "text_literal"]

_BUFFER: Final = 1 << 16
_encode: Final = JSONEncoder(ensure_ascii=False).encode


def statement(subject: str, predicate: NamedNode, object_: NamedNode | Literal | str) -> str:
    """Return the line that says this; a term that is given as text is in N-Triples already."""
    return f"{subject} {predicate} {object_} .\n"


def statements(
    subjects: Iterable[str], predicate: NamedNode, objects: Iterable[NamedNode | Literal | str]
) -> str:
    """Return the lines that say something of each subject, one object each.

    `objects` may go on, as `itertools.repeat` does.
    """
    verb = str(predicate)
    return "".join([f"{s} {verb} {o} .\n" for s, o in zip(subjects, objects, strict=False)])


def text_literal(text: str, language: str = "") -> str:
    """Return the text as a literal, in a language if one is given.

    >>> print(text_literal("mer", "fr"), text_literal("mer"))
    "mer"@fr "mer"
    """
    return f"{quote(text)}@{language}" if language else quote(text)


def quote(text: str) -> str:
    r"""Return the text as N-Triples writes it, without language or type.

    All escapes of JSON are known to N-Triples, and Python makes those in C.

    >>> print(quote('« Sel »\t"C:\\mer"'))
    "« Sel »\t\"C:\\mer\""
    """
    return _encode(text)


def open_lines(lines: Iterable[str]) -> IO[bytes]:
    """Open the lines like a file; they are made while they are read."""
    return io.BufferedReader(_Lines(iter(lines)), buffer_size=_BUFFER)


class _Lines(io.RawIOBase):
    """The bytes of an iterator of texts."""

    def __init__(self, lines: Iterator[str]) -> None:
        super().__init__()
        self._lines = lines
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as the next text goes; 0 means that there are no more."""
        while not self._rest:
            text = next(self._lines, None)
            if text is None:
                return 0
            self._rest = text.encode()
        room = memoryview(buffer)
        part = self._rest[: len(room)]
        room[: len(part)] = part
        self._rest = self._rest[len(part) :]
        return len(part)
