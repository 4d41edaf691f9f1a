"""Writing one export: beside the target, read back, then renamed.

What was written is parsed again by pyoxigraph and must hold the very same quads; a file of moderate
size must also be read by rdflib, with the same number of triples, before it gets its name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

from pyoxigraph import Quad, RdfFormat, Triple, parse

from coopgraph.errors import WriteError
from coopgraph.export.quads import Graph
from coopgraph.files import replacing

__all__ = ["Digest", "Exporter", "Written", "write_checked"]

# rdflib reads about 30,000 triples a second: beyond this the second reading would take minutes.
_RDFLIB_LIMIT = 100_000

_Item = TypeVar("_Item", Quad, Triple)


class Digest:
    """A fingerprint of quads that does not depend on their order, and their number."""

    def __init__(self) -> None:
        self.count = 0
        self._sum = 0

    def over(self, quads: Iterable[_Item]) -> Iterator[_Item]:
        """Yield the quads unchanged, counting each."""
        for quad in quads:
            self.add(quad)
            yield quad

    def add(self, quad: Quad | Triple) -> None:
        """Count one quad."""
        text = str(quad)
        self._sum += int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "big")
        self.count += 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Digest) and (self.count, self._sum) == (other.count, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it changes while it counts


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: how it is written, and what a catalogue says of it.

    `write` puts the graph on a binary stream and returns the quads it wrote, as a digest.
    """

    name: str
    write: Callable[[Graph, IO[bytes]], Digest]
    format: RdfFormat
    rdflib_name: str
    extension: str
    media_type: str
    title_fr: str
    title_en: str


class Written(NamedTuple):
    """What was written: quads, bytes, and the SHA-256 of the file."""

    path: Path
    quads: int
    bytes: int
    sha256: str


def write_checked(graph: Graph, exporter: Exporter, path: Path) -> Written:
    """Write `graph` to `path`, read it back, and only then give it its name.

    Raises:
        WriteError: the file could not be written or did not read back; nothing was left behind.
    """
    digest = Digest()

    def read_back(partial: Path) -> None:
        _compare(partial, exporter, digest)

    with replacing(path, check=read_back) as stream:
        digest = exporter.write(graph, stream)
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return Written(path, digest.count, path.stat().st_size, sha256)


def _compare(partial: Path, exporter: Exporter, expected: Digest) -> None:
    """Read a finished file with both parsers and compare it with what was meant."""
    found = Digest()
    with partial.open("rb") as stream:
        for quad in parse(stream, format=exporter.format):
            found.add(quad)
    same = found == expected
    if same and expected.count <= _RDFLIB_LIMIT:
        same = _count_with_rdflib(partial, exporter) == expected.count
    if not same:
        raise WriteError(
            f"{partial.name} did not read back as it was meant: nothing was written. "
            "Run coopgraph check on the tables.",
            f"{partial.name} ne se relit pas comme prévu : rien n’a été écrit. "
            "Lancer coopgraph check sur les tables.",
        )


def _count_with_rdflib(partial: Path, exporter: Exporter) -> int:
    """Count the triples that rdflib finds in all graphs of the file."""
    import rdflib

    # Without this rdflib rewrites literals while reading, and warns of dates it cannot hold.
    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.Dataset()
    dataset.parse(partial, format=exporter.rdflib_name)
    return sum(1 for _ in dataset.quads())
