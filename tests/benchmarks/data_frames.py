"""The tasks of the fourth workload: an answer of many rows as a data frame.

One store in one process is asked in turn by all but rdflib: ours (`coopgraph.queries.frames`), bare
pyoxigraph whose rows are only read into tuples, and pyoxigraph whose values are put into a pandas
data frame in a Python loop, as one writes it without us. rdflib holds the same triples in memory in
a process of its own. Every time includes the query itself: six variables, one of them without a
value in every third row, an IRI, a text with a language, a date, an integer and a decimal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize
from tests.benchmarks.runs import Run, digest_lines, measure

from coopgraph.queries.frames import to_arrow, to_pandas, to_polars
from coopgraph.vocabulary import XSD

__all__ = ["frames", "rdflib_rows"]

_BASE = "http://example.org/"
_TEXT = """PREFIX e: <http://example.org/>
SELECT ?visit ?title ?place ?begin ?people ?cost {
  ?visit e:title ?title ; e:place ?place ; e:begin ?begin ; e:people ?people .
  OPTIONAL { ?visit e:cost ?cost }
}"""


def frames(rows: int, repeat: int) -> Iterator[Run]:
    """Ask in turn; yield the runs with the number and the digest of the rows."""
    store = Store()
    store.bulk_extend(_quads(rows))
    ways: dict[str, Callable[[QuerySolutions], Any]] = {  # Any: each way has its own kind of table
        "ours": to_arrow,
        "ours, pandas": to_pandas,
        "ours, polars": to_polars,
        "pyoxigraph rows": lambda found: [tuple(row) for row in found],
        "pyoxigraph values, pandas": _loop,
    }
    digests = {name: _digest(_lines(way(_ask(store)))) for name, way in ways.items()}
    for _ in range(repeat):
        for name, way in ways.items():
            run, _ = measure(name, lambda: way(_ask(store)))  # noqa: B023 — called at once
            number, digest = digests[name]
            yield run._replace(found=number, digest=digest)


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


def _ask(store: Store) -> QuerySolutions:
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
