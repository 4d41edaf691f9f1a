"""Build the graph: tables → checked rows → lines → a store, then the ties that follow.

::

    built = build_graph(Path("data"))
    built.store  # a pyoxigraph.Store; coopgraph.store.as_rdflib wraps it
    built.counts["missions"]  # rows of each table
    built.findings  # warnings; errors are raised

Everything streams: a few hundred rows are read, checked, turned into lines of N-Triples and handed
to the store before the next ones are read. The default graph holds the facts and the ontology; what
the CONSTRUCT files of ``ontology/derived/`` compute from them goes to the graph named
`DERIVED_GRAPH`. If any table has an error, all errors are raised together and the store stays
empty.

It does not validate the graph as a whole (`coopgraph.validate`) and keeps nothing on disk
(`coopgraph.store`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from coopgraph.canonical import hash_store
from coopgraph.errors import DataError
from coopgraph.findings import Finding, has_errors, sort_findings
from coopgraph.identifiers import DERIVED_GRAPH
from coopgraph.loaders import LOADERS
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import open_lines
from coopgraph.shipped import shipped_folder
from coopgraph.sparql import construct
from coopgraph.tables.batches import Columns
from coopgraph.tables.check import check_files, checked_batches
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.frozen import check_frozen
from coopgraph.tables.index import RecordIndex, index_records
from coopgraph.tables.pending import refuse_interrupted
from coopgraph.vocabulary import read_schemes

__all__ = ["BuiltGraph", "Progress", "build_graph"]

Progress = Callable[[str, int, int], None]
"""Called with the name of a table, its place in the order of work, and how many there are."""

Schemes = Mapping[str, Collection[str]]

_TERMS: Final = "coopgraph.ttl"
_KINDS: Final = "kinds.ttl"
_DERIVED: Final = NamedNode(DERIVED_GRAPH)


@dataclass(frozen=True, slots=True)
class BuiltGraph:
    """A graph in its store, with what the build has to say of it.

    `counts` gives the rows of each table, `findings` the warnings, `seconds` the time of each
    stage (``index``, ``tables``, ``derived``), `index` which table holds which id.
    """

    store: Store
    counts: Mapping[str, int]
    findings: tuple[Finding, ...]
    seconds: Mapping[str, float]
    index: RecordIndex

    def content_hash(self) -> str:
        """Return the SHA-256 of the graph in canonical order: equal graphs have equal hashes."""
        return hash_store(self.store)


def build_graph(
    folder: Path,
    *,
    store: Store | None = None,
    ontology: Path | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> BuiltGraph:
    """Build the graph of a folder of tables, in memory or in the (empty) store that is given.

    `ontology` is the folder of the ontology (the one that comes with coopgraph unless given);
    ``encoding="cp1252"`` declares that tables that are not UTF-8 are cp1252.

    Raises:
        DataError: the tables have errors, and it carries all findings, or an import into them was
            interrupted; nothing was stored.
    """
    refuse_interrupted(folder)
    # One transaction is the leaner way in memory, and by far the slower one on disk.
    memory = Store()
    store, load = (store, store.bulk_load) if store is not None else (memory, memory.load)
    ontology = ontology or shipped_folder("ontology")
    clock = _Clock()
    report = _Report(check_files(folder))
    if not folder.is_dir():
        raise report.refusal()
    index = index_records(folder, encoding=encoding)
    report.failed = report.failed or index.has_faulty_ids  # no IRI can be made of such an id
    clock.stop("index")
    facts = _facts(folder, index, read_schemes(ontology / _KINDS), report, encoding, progress)
    lines = open_lines(chain(_ontology(ontology), facts))
    # Lenient means that terms are not looked at a second time: those of the tables were checked.
    load(lines, RdfFormat.N_TRIPLES, lenient=True)
    clock.stop("tables")
    _derive(store, ontology)
    clock.stop("derived")
    held = Counter(index.tables().values())
    counts = {name: held[name] for name in TABLES}
    return BuiltGraph(store, counts, tuple(sort_findings(report)), clock.seconds, index)


class _Report(list[Finding]):
    """The findings so far; `failed` says whether an error is among them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.failed = has_errors(findings)

    def __call__(self, finding: Finding) -> None:
        self.append(finding)
        self.failed = self.failed or finding.severity == "error"

    def sound(self, batches: Iterator[Columns]) -> Iterator[Columns]:
        """Pass rows on until the first error; read and check the rest all the same."""
        for columns in batches:
            if not self.failed:
                yield columns

    def refusal(self) -> DataError:
        """Return the error that says how many errors there are, and carries all findings."""
        number = sum(finding.severity == "error" for finding in self)
        return DataError(
            f"The tables have {number} error(s): no graph was built.",
            f"Les tables contiennent {number} erreur(s) : aucun graphe n’a été construit.",
            sort_findings(self),
        )


def _ontology(ontology: Path) -> Iterator[str]:
    for name in (_TERMS, _KINDS):
        quads = parse(path=ontology / name, format=RdfFormat.TURTLE)
        yield (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()


def _facts(
    folder: Path,
    index: RecordIndex,
    schemes: Schemes,
    report: _Report,
    encoding: str | None,
    progress: Progress | None,
) -> Iterator[str]:
    """Yield what table after table says, in lines; raise at the end if there were errors.

    Raising while the store reads makes it take back everything.
    """
    context = LoadContext(index.tables())
    # Tables without a loader are checked all the same.
    names = [*LOADERS, *(name for name in TABLES if name not in LOADERS)]
    for place, name in enumerate(names, start=1):
        path = folder / f"{name}.csv"
        if progress:
            progress(name, place, len(names))
        if path.is_file():
            batches = checked_batches(
                path, TABLES[name], index, schemes, report=report, encoding=encoding
            )
            load = LOADERS[name].lines if name in LOADERS else _load_nothing
            yield from load(report.sound(batches), context)
    for finding in check_frozen(folder, index):
        report(finding)
    if report.failed:
        raise report.refusal()


def _load_nothing(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    for _ in batches:
        pass
    return iter(())


def _derive(store: Store, ontology: Path) -> None:
    """Add what the CONSTRUCT files compute, each seeing the ties of those before it."""
    for path in sorted((ontology / "derived").glob("*.rq")):
        triples = construct(store, path.read_text(encoding="utf-8"))
        store.bulk_extend(
            Quad(triple.subject, triple.predicate, triple.object, _DERIVED) for triple in triples
        )


@dataclass(slots=True)
class _Clock:
    """How long each stage took."""

    seconds: dict[str, float] = field(default_factory=dict)
    _since: float = field(default_factory=time.perf_counter)

    def stop(self, stage: str) -> None:
        """Note the time since the last stop under the name of the stage that is over."""
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._since, 3)
        self._since = now
