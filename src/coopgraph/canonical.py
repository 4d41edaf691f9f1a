"""The graph in canonical order: sorted N-Quads lines, and the hash over them.

Our facts have no blank nodes, so two graphs are equal if and only if their sorted N-Quads lines
are. Sorted exports and the content hash both come from here.

>>> from pyoxigraph import NamedNode, Quad, Store
>>> store = Store()
>>> for name in ("b", "a"):
...     store.add(
...         Quad(NamedNode(f"https://example.org/{name}"), NamedNode("a:p"), NamedNode("a:o"))
...     )
>>> for line in sorted_lines(store):
...     print(line.decode(), end="")
<https://example.org/a> <a:p> <a:o> .
<https://example.org/b> <a:p> <a:o> .

Lines are sorted as bytes, in pieces that fit in memory; beyond one piece, the pieces wait in
temporary files and are merged. Locale, hash seed and order of loading have no say.
"""

from __future__ import annotations

import hashlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO, Final

from pyoxigraph import Quad, RdfFormat, Store, serialize

__all__ = ["hash_lines", "hash_store", "sorted_lines"]

_LINES_AT_ONCE: Final = 500_000


def sorted_lines(
    quads: Iterable[Quad], *, format: RdfFormat = RdfFormat.N_QUADS, at_once: int = _LINES_AT_ONCE
) -> Iterator[bytes]:
    """Yield the quads (a store is one, too) as lines of N-Quads or N-Triples, sorted, none twice.

    `at_once` is how many lines are held in memory.
    """
    with ExitStack() as stack:
        pieces: list[Iterable[bytes]] = []
        rest = iter(quads)
        while piece := _sorted_piece(rest, format, at_once):
            if len(piece) == at_once:
                pieces.append(_put_aside(piece, stack))
            else:
                pieces.append(piece)
                break
        before = b""
        for line in heapq.merge(*pieces):
            if line != before:
                yield line
            before = line


def hash_lines(lines: Iterable[bytes]) -> str:
    """Return the SHA-256 over the lines, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line)
    return digest.hexdigest()


def hash_store(store: Store) -> str:
    """Return the hash over all quads of the store in canonical order."""
    return hash_lines(sorted_lines(store))


def _sorted_piece(quads: Iterator[Quad], format: RdfFormat, at_once: int) -> list[bytes]:
    written = serialize(islice(quads, at_once), format=format) or b""
    # Not splitlines: it would also cut at characters that a literal may hold.
    return sorted(line + b"\n" for line in written.split(b"\n") if line)


def _put_aside(piece: list[bytes], stack: ExitStack) -> IO[bytes]:
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 — the stack closes it
    file.writelines(piece)
    file.seek(0)
    return file
