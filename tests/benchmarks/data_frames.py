"""The tasks of the fourth workload: an answer of many rows as a data frame.

One store in one process is asked in turn by all but rdflib: ours (`coopgraph.queries.frames`), bare
pyoxigraph whose rows are only read into tuples, and pyoxigraph whose values are put into a pandas
data frame in a Python loop, as one writes it without us. `kg.query` asks a process of its own
within limits, warm, with the graph in memory or on disk, and has its answer as bytes. rdflib holds
the same triples in memory in a process of its own. Every time includes the query itself: six
variables, one of them without a value in every third row, an IRI, a text with a language, a date,
an integer and a decimal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize
from tests.benchmarks.runs import Run, digest_lines, measure

from coopgraph.api.knowledge import KnowledgeGraph
from coopgraph.api.opening import Opened, Source
from coopgraph.queries.frames import to_arrow, to_pandas, to_polars
from coopgraph.queries.limits import Limits
from coopgraph.sparql import Queryable
from coopgraph.vocabulary import XSD

__all__ = ["frames", "rdflib_rows"]

_BASE = "http://example.org/"
_LIMITS = Limits(seconds=600, rows=10_000_000)
_TEXT = """PREFIX e: <http://example.org/>
SELECT ?visit ?title ?place ?begin ?people ?cost {
  ?visit e:title ?title ; e:place ?place ; e:begin ?begin ; e:people ?people .
  OPTIONAL { ?visit e:cost ?cost }
}"""


def frames(rows: int, repeat: int) -> Iterator[Run]:
    """Ask in turn; yield the runs with the number and the digest of the rows."""
    store = Store()
    store.bulk_extend(_quads(rows))
    with TemporaryDirectory() as place, _on_disk(store, Path(place)) as disk, _kg(store) as kg:
        # Any: each way has its own kind of table
        ways: dict[str, Callable[[], Any]] = {
            "ours": lambda: to_arrow(_ask(store)),
            "ours, pandas": lambda: to_pandas(_ask(store)),
            "ours, polars": lambda: to_polars(_ask(store)),
            "kg.query, pandas": lambda: kg.query(_TEXT, limits=_LIMITS).to_pandas(),
            "kg.query, polars": lambda: kg.query(_TEXT, limits=_LIMITS).to_polars(),
            "kg.query on disk, pandas": lambda: disk.query(_TEXT, limits=_LIMITS).to_pandas(),
            "pyoxigraph rows": lambda: [tuple(row) for row in _ask(store)],
            "pyoxigraph on disk rows": lambda: [tuple(row) for row in _ask(disk.graph)],
            "pyoxigraph values, pandas": lambda: _loop(_ask(store)),
        }
        digests = {name: _digest(_lines(way())) for name, way in ways.items()}
        for _ in range(repeat):
            for name, way in ways.items():
                run, _ = measure(name, way)
                number, digest = digests[name]
                yield run._replace(found=number, digest=digest)


@dataclass(frozen=True, slots=True)
class _Made(Source):
    """A graph that is open already."""

    opened: Opened | None = None

    def open(self) -> Opened:
        assert self.opened is not None
        return self.opened


def _kg(store: Store, folder: Path | None = None) -> KnowledgeGraph:
    return KnowledgeGraph(_Made("store", str(folder), opened=Opened(store, folder)))


def _on_disk(store: Store, place: Path) -> KnowledgeGraph:
    """Return the same graph in a folder."""
    written = Store(str(place))
    written.bulk_extend(store)
    written.flush()
    del written
    return _kg(Store.read_only(str(place)), place)


def rdflib_rows(rows: int, repeat: int) -> Iterator[Run]:
    """Ask rdflib, whose rows are read into a list."""
    from rdflib import Graph

    data = serialize((quad.triple for quad in _quads(rows)), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=data or b"", format="nt")
    for _ in range(repeat):
        run, found = measure("rdflib rows", lambda: list(graph.query(_TEXT)))
        lines = ((_plain(cell) for cell in row) for row in found)  # type: ignore[union-attr]  # SELECT gives rows
        number, digest = _digest(lines)
        yield run._replace(found=number, digest=digest)


def _quads(rows: int) -> Iterator[Quad]:
    place, people, cost = (NamedNode(_BASE + name) for name in ("place", "people", "cost"))
    title, begin = NamedNode(_BASE + "title"), NamedNode(_BASE + "begin")
    for number in range(rows):
        visit = NamedNode(f"{_BASE}visit/{number}")
        yield Quad(visit, title, Literal(f"Visite « {number} »", language="fr"))
        yield Quad(visit, place, NamedNode(f"{_BASE}place/{number % 97}"))
        day = f"{1965 + number % 60}-0{1 + number % 9}-{10 + number % 19}"
        yield Quad(visit, begin, Literal(day, datatype=XSD.date))
        yield Quad(visit, people, Literal(number % 500))
        if number % 3:
            yield Quad(visit, cost, Literal(f"{number}.5", datatype=XSD.decimal))


def _ask(store: Queryable) -> QuerySolutions:
    assert isinstance(store, Store)
    found = store.query(_TEXT)
    assert isinstance(found, QuerySolutions)
    return found


def _loop(found: QuerySolutions) -> Any:  # pandas comes without types
    import pandas

    names = [variable.value for variable in found.variables]
    rows = [
        [None if term is None else getattr(term, "value", None) for term in row] for row in found
    ]
    return pandas.DataFrame(rows, columns=names)


def _lines(table: Any) -> Iterable[Iterable[str]]:  # each way has its own kind of table
    """Return the cells of any of the tables as text."""
    if hasattr(table, "to_pylist"):
        rows: Iterable[Iterable[object]] = (row.values() for row in table.to_pylist())
    elif hasattr(table, "itertuples"):
        rows = table.astype(object).where(table.notna(), None).itertuples(index=False)
    else:
        rows = table.rows() if hasattr(table, "rows") else table
    return ((_plain(cell) for cell in row) for row in rows)


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    return str(cell.value if isinstance(cell, NamedNode | Literal) else cell)


def _digest(rows: Iterable[Iterable[str]]) -> tuple[int, str]:
    lines = ["\t".join(row) for row in rows]
    return len(lines), digest_lines(lines)
