"""Ask one question of many records at once, so many at a time as one query takes.

A query says with ``$records``, once in each of its branches, where it is held to the records asked
for; `ask_records` puts them there. Answers are rows of text (`coopgraph.network.rows`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.sparql import Queryable

__all__ = ["ask_records", "ordered", "words_of"]

_AT_ONCE: Final = 400


def ask_records(graph: Queryable, text: str, iris: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the rows that the query has for the records of these IRIs.

    Each branch of the query names ``$records`` itself, or the engine would work that branch out
    for the whole graph first.

    Raises:
        StoreError: the graph cannot be read.
    """
    wanted = list(dict.fromkeys(iris))
    rows: list[tuple[str, ...]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        values = " ".join(f"<{iri}>" for iri in wanted[start : start + _AT_ONCE])
        rows += read_text_rows(graph, text.replace("$records", f"VALUES ?record {{ {values} }}"))
    return rows


def words_of(subject: str, name: str) -> str:
    """Return the part of a query that fetches the names of something, as ?name_fr and ?name_en."""
    return f"""
  OPTIONAL {{ {subject} skos:prefLabel ?{name}_fr FILTER (LANG(?{name}_fr) = "fr") }}
  OPTIONAL {{ {subject} skos:prefLabel ?{name}_en FILTER (LANG(?{name}_en) = "en") }}"""


def ordered(identifier: str) -> list[tuple[int, str]]:
    """Return a key that sorts ids as people do.

    >>> sorted(["m.actor.10", "m.actor.2"], key=ordered)
    ['m.actor.2', 'm.actor.10']
    """
    parts = re.split(r"(\d+)", identifier)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts if part]
