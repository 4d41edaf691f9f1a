"""What is missing: the questions of ``queries/gaps``, each with the next step for a curator.

A gap is a question file like those of the bank; the folder is the list. Its rows are the records
in which something is missing, and a detail where one helps.

>>> "plans-without-trace" in read_gaps()
True

The day as of which things are past is that of the latest source, unless another is given: nothing
here reads a clock, so the same corpus has the same gaps on every day.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.errors import UnknownQuery
from coopgraph.network.rows import read_text_rows
from coopgraph.queries.catalogue import BANK, Question, find_question, read_catalogue
from coopgraph.queries.run import run_question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopgraph.queries.result import Result
    from coopgraph.sparql import Queryable

__all__ = ["GAPS", "Gap", "find_gaps", "latest_source", "read_gaps"]

GAPS: Final[Path] = BANK.parent / "gaps"
_LATEST: Final = """
SELECT (MAX(?day) AS ?latest) { ?source a coop:Source ; coop:earliestBegin ?day }"""
_NO_SOURCE: Final = "0001-01-01"


class Gap(NamedTuple):
    """One kind of gap: the question, and the rows that it has in this graph."""

    question: Question
    result: Result


def read_gaps() -> Mapping[str, Question]:
    """Return the kinds of gap by id, sorted."""
    return read_catalogue(GAPS)


def latest_source(graph: Queryable) -> str:
    """Return the ISO day of the latest source, the first day of year 1 where none is dated."""
    rows = read_text_rows(graph, _LATEST)
    return rows[0][0] if rows and rows[0][0] else _NO_SOURCE


def find_gaps(
    graph: Queryable,
    names: Sequence[str] = (),
    *,
    language: str,
    as_of: str | None = None,
    years: int = 10,
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Gap]:
    """Ask for the gaps of these names (none: all), labels in `language`.

    `as_of` is an ISO day; what is silent has been so for more than `years` years by then.

    Raises:
        UnknownQuery: no kind of gap has this name.
        StoreError: the graph cannot be read.
    """
    questions = [_find(name) for name in names] or list(read_gaps().values())
    given = {"asof": as_of or latest_source(graph), "years": str(years)}
    found = []
    for place, question in enumerate(questions, 1):
        if progress is not None:
            progress(question.id, place, len(questions))
        wanted = {parameter.name for parameter in question.header.parameters}
        values = {name: value for name, value in given.items() if name in wanted}
        found.append(Gap(question, run_question(graph, question, values, language=language)))
    return found


def _find(name: str) -> Question:
    try:
        return find_question(name, GAPS)
    except UnknownQuery as unknown:
        known = ", ".join(read_gaps())
        raise UnknownQuery(
            f"No kind of gap is called “{name}”. There are: {known}.",
            f"Aucune sorte de lacune ne s’appelle « {name} ». Il y a : {known}.",
        ) from unknown
