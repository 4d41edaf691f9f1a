"""The tasks of the second workload that ask a pyoxigraph store: ours, and bare pyoxigraph.

Both ask the same store in the same process in turn, so that a ratio near 1 can be told at all:
`coopgraph.sparql.select` (rows as tuples) against ``Store.query`` with its cells read into tuples:
an answer whose cells nobody reads is no answer. Each question is first asked once, unmeasured, and
the answers compared.

`guard` times what `coopgraph.queries.run.run_text` puts around a reader's own text: the checks and
the child process that can be stopped. Named questions run without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import QuerySolutions, QueryTriples, Store, Triple
from tests.benchmarks.questions import BIGGEST_WHOLE, QUESTIONS, Question, question_text
from tests.benchmarks.runs import Run, digest_lines, measure

from coopgraph.queries.run import run_text
from coopgraph.sparql import Term, construct, select

__all__ = ["ask", "guard", "whole"]

_SHORT = 0.02  # seconds; what is shorter is asked ten times as often


def whole(folder: str) -> list[Run]:
    """Return the mission with the most parts, as the digest of a run."""
    [[found, parts]] = select(_store(folder), BIGGEST_WHOLE).rows
    assert found is not None
    return [Run("whole", 0, 0, int(str(parts).split('"')[1]), str(found).strip("<>"))]


def ask(folder: str, mission: str, repeat: int) -> Iterator[Run]:
    """Ask all questions of both, in turn; yield the runs with number and digest of the rows."""
    store = _store(folder)
    for question in QUESTIONS:
        text = question_text(question, whole=mission)
        digests = {
            "ours": _digest(_ask_ours(store, question, text)),
            "pyoxigraph": _digest(_ask_bare(store, text)),
        }
        first, _ = measure("", lambda text=text: _ask_bare(store, text))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        for _ in range(repeat * 10 if first.wall < _SHORT else repeat):
            ours, _ = measure("ours", lambda: _ask_ours(store, question, text))  # noqa: B023 — called at once
            bare, _ = measure("pyoxigraph", lambda: _ask_bare(store, text))  # noqa: B023 — called at once
            for run in (ours, bare):
                number, digest = digests[run.name]
                yield run._replace(name=f"{question.name}|{run.name}", found=number, digest=digest)


def guard(folder: str, repeat: int) -> Iterator[Run]:
    """Time the first question as named questions run and as a reader's own text runs."""
    store, text = _store(folder), question_text(QUESTIONS[0], whole="")
    run_text(store, text)
    for _ in range(repeat):
        yield measure("select", lambda: select(store, text))[0]
        yield measure("run_text", lambda: run_text(store, text))[0]


def _store(folder: str) -> Store:
    store = Store()
    store.bulk_load(path=str(Path(folder) / "whole.nq"))
    return store


def _ask_ours(
    store: Store, question: Question, text: str
) -> list[tuple[Term | None, ...]] | list[Triple]:
    if question.form == "CONSTRUCT":
        return list(construct(store, text))
    return select(store, text).rows


def _ask_bare(store: Store, text: str) -> list[tuple[Term | None, ...]] | list[Triple]:
    found = store.query(text, use_default_graph_as_union=True)
    if isinstance(found, QueryTriples):
        return list(found)
    assert isinstance(found, QuerySolutions)
    return [tuple(solution) for solution in found]


def _digest(rows: Iterable[Iterable[Term | None]]) -> tuple[int, str]:
    """Return the number of rows and the digest of their multiset."""
    lines = [" ".join("" if term is None else str(term) for term in row) for row in rows]
    return len(lines), digest_lines(lines)
