"""Read one file of RDF under limits: the child process of `coopgraph.validate.rdf_files`.

It sets its own limits of time and memory, reads the file to its end, and prints one line of JSON
for each trouble: code, line, column (0: unknown), and what was found.

>>> find_deep_nesting('{"a": ' * 300)
(1, 1201)
>>> prolog_has_doctype(b'<?xml version="1.0"?><!-- x --><!DOCTYPE y><rdf:RDF/>')
True
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Final, NamedTuple, cast
from xml.parsers import expat

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from coopgraph.identifiers import BASE, NAMESPACE
from coopgraph.tables.encoding import inspect_bytes
from coopgraph.vocabulary import COOP

__all__ = [
    "BUNDLED_CONTEXT",
    "FORMATS",
    "MOST_NESTED",
    "Trouble",
    "find_deep_nesting",
    "main",
    "prolog_has_doctype",
    "read_troubles",
]

FORMATS: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
BUNDLED_CONTEXT: Final = BASE + "context.jsonld"
MOST_NESTED: Final = 200
_MOST_TROUBLES: Final = 100
_PROLOG: Final = 1 << 20
_BOM: Final = b"\xef\xbb\xbf"


class Trouble(NamedTuple):
    """One thing that is wrong; the fields that its code does not need stay empty."""

    code: str
    line: int = 0
    column: int = 0
    value: str = ""
    reason: str = ""


def main() -> None:
    """Read the file named on the command line within its limits and print its troubles."""
    import resource  # POSIX only: not needed by those who import the names above

    path, context, seconds, memory = sys.argv[1:]
    limit = int(memory)
    processor = max(1, round(float(seconds)) + 1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for trouble in islice(read_troubles(Path(path), Path(context)), _MOST_TROUBLES):
        sys.stdout.write(json.dumps(trouble._asdict()) + "\n")


def read_troubles(path: Path, context: Path) -> Iterator[Trouble]:
    """Yield what is wrong with the file; `context` is the JSON-LD context that may be named."""
    facts = inspect_bytes(path)
    if facts.not_text or facts.foreign_lines:
        yield Trouble("E710", facts.foreign_lines[0] if facts.foreign_lines else 1)
        return
    format_ = FORMATS[path.suffix.lower()]
    unknown: dict[str, None] = {}  # a set that keeps the order
    if format_ == RdfFormat.JSON_LD:
        yield from _read_json(path, context, unknown)
    elif format_ == RdfFormat.RDF_XML:
        yield from _read_xml(path, unknown)
    else:
        with path.open("rb") as stream:
            _skip_mark(stream)
            yield from _syntax(parse(stream, format=format_, base_iri=BASE), unknown)
    for name in islice(unknown, _MOST_TROUBLES):
        line, column = _find_term(path, name)
        yield Trouble("E707", line, column, name)


def find_deep_nesting(text: str) -> tuple[int, int] | None:
    """Return line and column where JSON is nested deeper than `MOST_NESTED`, or None."""
    depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*+"|[{\[]|[}\]]', text, re.DOTALL):
        if match[0] in "{[":
            depth += 1
        elif match[0] in "}]":
            depth -= 1
        if depth > MOST_NESTED:
            start = match.start()
            return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return None


def prolog_has_doctype(start: bytes) -> bool:
    """Tell whether an XML text declares a document type before its first element."""
    bare = re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", start.removeprefix(_BOM), flags=re.DOTALL)
    # whatever stands before the root element and is not blank is refused with the DOCTYPE
    return bare.lstrip().startswith(b"<!")


def _syntax(triples: Iterator[Quad | Triple], unknown: dict[str, None]) -> Iterator[Trouble]:
    """Yield the syntax errors of a text; collect the terms of ours that do not exist."""
    last = echoes = 0
    while echoes < _MOST_TROUBLES:
        try:
            _collect_unknown(triples, unknown)
        except SyntaxError as problem:
            line = problem.lineno or 0
            if line and line == last:
                echoes += 1  # a second error on a line comes of the first
                continue
            yield Trouble("E701", line, problem.offset or 0, reason=_reason(problem))
            if not line:
                return
            last = line
        else:
            return


def _reason(problem: SyntaxError) -> str:
    """Return what the parser said, without the place, which the finding has already."""
    return re.sub(r"^Parser error (?:at|between) line .*?: ", "", str(problem.msg))


def _collect_unknown(triples: Iterable[Quad | Triple], unknown: dict[str, None]) -> None:
    known: set[str] = set()
    for triple in triples:
        for term in (triple.predicate, triple.object):
            if isinstance(term, NamedNode) and (iri := term.value) not in known:
                if iri.startswith(NAMESPACE) and iri.removeprefix(NAMESPACE) not in COOP:
                    unknown[iri.removeprefix(NAMESPACE)] = None
                elif len(known) < 10_000:
                    known.add(iri)


def _find_term(path: Path, name: str) -> tuple[int, int]:
    """Return the line and column where a term of ours first stands, or zeros."""
    spelt = re.compile(f"(?<=[:#]){re.escape(name)}(?![\\w-])")
    with path.open(encoding="utf-8", errors="replace") as stream:
        for number, line in enumerate(stream, 1):
            match = spelt.search(line)
            if match:
                return number, match.start() + 1
    return 0, 0


def _skip_mark(stream: IO[bytes]) -> None:
    """Step over a byte-order mark, which some editors put there."""
    if stream.read(len(_BOM)) != _BOM:
        stream.seek(0)


class _Lines(io.RawIOBase):
    """A stream that hands out one line at a time, so that a parser's place is known."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self.line = 0
        self.text = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next line, or the next piece of a very long one."""
        if not self.text or self.text.endswith(b"\n"):
            self.line += 1
        self.text = self._stream.readline(size)
        return self.text


def _read_xml(path: Path, unknown: dict[str, None]) -> Iterator[Trouble]:
    with path.open("rb") as stream:
        if prolog_has_doctype(stream.read(_PROLOG)):
            yield Trouble("E702", *_find_doctype(path))
            return
        stream.seek(0)
        lines = _Lines(stream)
        for trouble in _syntax(
            parse(cast(IO[bytes], lines), format=RdfFormat.RDF_XML, base_iri=BASE), unknown
        ):
            # this parser does not tell its place; XML's own does, if the XML is at fault
            line, column = _find_xml_error(path) or (lines.line, _first_letter(lines.text))
            yield trouble._replace(line=line, column=column)


def _find_doctype(path: Path) -> tuple[int, int]:
    with path.open(encoding="utf-8", errors="replace") as stream:
        for number, line in enumerate(stream, 1):
            if "<!DOCTYPE" in line.upper():
                return number, line.upper().index("<!DOCTYPE") + 1
    return 1, 0


def _first_letter(line: bytes) -> int:
    return len(line) - len(line.lstrip()) + 1


def _find_xml_error(path: Path) -> tuple[int, int] | None:
    """Return line and column where the file stops being well-formed XML, if it does."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        with path.open("rb") as stream:
            parser.ParseFile(stream)
    except expat.ExpatError as problem:
        return problem.lineno, problem.offset + 1
    return None


def _read_json(path: Path, context: Path, unknown: dict[str, None]) -> Iterator[Trouble]:
    text = path.read_text(encoding="utf-8-sig")
    document: object = None
    deep = None
    try:
        document = json.loads(text)
    except json.JSONDecodeError as problem:
        yield Trouble("E701", problem.lineno, problem.colno, reason=problem.msg)
        return
    except RecursionError:
        deep = find_deep_nesting(text) or (0, 0)
    except ValueError:
        pass  # a number too long for Python: the parser below says what it thinks of it
    deep = deep or find_deep_nesting(text)
    if deep:
        yield Trouble("E709", *deep)
        return
    contexts = _Contexts(context)
    document = contexts.put_in(document)
    for address in contexts.remote:
        yield Trouble("E703", *_find_text(text, json.dumps(address)), address)
    if not contexts.remote:
        whole = json.dumps(document) if contexts.used else text
        yield from _syntax(parse(whole, format=RdfFormat.JSON_LD, base_iri=BASE), unknown)


class _Contexts:
    """The contexts that a JSON-LD document names: ours is put in, all others are collected."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.used = False
        self.remote: dict[str, None] = {}

    def put_in(self, node: object) -> object:
        """Return the document with the bundled context in the place of its name."""
        if isinstance(node, list):
            return [self.put_in(item) for item in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("@import"), str):
            self.remote[node["@import"]] = None
        return {
            key: self._context(value) if key == "@context" else self.put_in(value)
            for key, value in node.items()
        }

    def _context(self, named: object) -> object:
        if isinstance(named, list):
            return [self._context(item) for item in named]
        if not isinstance(named, str):
            return self.put_in(named)
        if named == BUNDLED_CONTEXT and self._path.is_file():
            self.used = True
            bundled: object = json.loads(self._path.read_text(encoding="utf-8"))["@context"]
            return bundled
        self.remote[named] = None
        return None


def _find_text(text: str, wanted: str) -> tuple[int, int]:
    start = text.find(wanted)
    if start < 0:
        return 0, 0
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
