"""``/suggest``: records and concepts whose name begins with, or holds, what somebody types.

``/suggest?tables=actors,places&q=bre&lang=fr`` looks among records, ``?scheme=mission-kind`` among
concepts. Accents and case do not count; other names of a record are found, its own name is shown.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Final

from pyoxigraph import Literal, NamedNode, Store
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.identifiers import BASE, split_iri
from coopgraph.serve.barriers import preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.negotiation import language_of
from coopgraph.serve.problems import Problem
from coopgraph.serve.service import READ, Service
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import DCT, SKOS

__all__ = ["Named", "find_named", "folded", "read_names", "suggestion_routes"]

_MOST: Final = 20
_LONGEST: Final = 100


@dataclass(slots=True)
class Named:
    """Something with a name: `group` is the segment of its IRI, or ``scheme/`` and its scheme."""

    id: str
    iri: str
    group: str
    labels: dict[str, str] = field(default_factory=dict)
    spellings: set[str] = field(default_factory=set)
    order: dict[str, str] = field(default_factory=dict)  # by language, what it is sorted by

    def label(self, language: str) -> str:
        """Return the name in the language, or the one there is."""
        return self.labels.get(language) or next(iter(self.labels.values()), self.id)


def suggestion_routes(service: Service) -> list[Route]:
    """Return the route; the names are read when it is first asked."""
    return [Route("/suggest", partial(_suggest, service, _Names(service.store)), methods=READ)]


class _Names:
    """The names of a store, read once, whichever threads ask first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._found: dict[str, list[Named]] | None = None

    def groups(self) -> dict[str, list[Named]]:
        with self._lock:
            if self._found is None:
                self._found = read_names(self._store)
            return self._found

    def spell(self, wanted: Iterable[str], text: str, language: str) -> bytes:
        """Return the JSON of what fits; it goes through all names, hence in a thread."""
        groups = self.groups()
        among = [named for group in wanted for named in groups.get(group, ())]
        found = find_named(among, text, language=language)
        shown = [{"id": one.id, "iri": one.iri, "label": one.label(language)} for one in found]
        return json.dumps(shown, ensure_ascii=False).encode() + b"\n"


async def _suggest(service: Service, names: _Names, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    language = language_of(request)
    wanted, text = _wanted(request), request.query_params.get("q", "")[:_LONGEST]
    etag = make_etag(service.content_hash, wanted, text, language)
    headers = headers_with(etag, vary="Accept-Language")
    if fresh := fresh_response(request, headers):
        return fresh
    content = await run_in_threadpool(names.spell, wanted, text, language)
    return Response(content, headers=headers, media_type="application/json; charset=utf-8")


def _wanted(request: Request) -> tuple[str, ...]:
    """Return the groups to look in: those of the tables or of the scheme that are named."""
    scheme = request.query_params.get("scheme")
    if scheme is not None:
        return (f"scheme/{scheme[:_LONGEST]}",)
    names = [name for name in request.query_params.get("tables", "").split(",") if name]
    for name in names:
        if name not in TABLES:
            known = ", ".join(TABLES)
            raise Problem(
                400,
                "wrong-parameter",
                f"There is no such table; known: {known}.",
                f"Il n’y a pas de telle table ; connues : {known}.",
            )
    return tuple(
        "scheme/theme" if name == "themes" else TABLES[name].segment for name in names or TABLES
    )


def read_names(store: Store) -> dict[str, list[Named]]:
    """Return all records and concepts that have a name, by group."""
    found: dict[str, Named] = {}
    for predicate in (SKOS.prefLabel, DCT.title, SKOS.altLabel):
        for quad in store.quads_for_pattern(None, predicate, None, None):
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, Literal):
                continue
            iri, name = quad.subject.value, quad.object.value
            named = found.get(iri) or _named(iri)
            if named is None:
                continue
            found[iri] = named
            named.spellings.add(folded(name))
            if predicate != SKOS.altLabel:
                named.labels[quad.object.language or ""] = name
    groups: dict[str, list[Named]] = defaultdict(list)
    for named in found.values():
        named.order = {language: folded(named.label(language)) for language in ("fr", "en")}
        groups[named.group].append(named)
    return dict(groups)


def _named(iri: str) -> Named | None:
    try:
        group, identifier = split_iri(iri)
    except ValueError:
        return None
    prefix = "scheme/" if iri.startswith(BASE + "scheme/") else ""
    return Named(identifier, iri, prefix + group, spellings={folded(identifier)})


def find_named(among: Iterable[Named], text: str, *, language: str) -> list[Named]:
    """Return those that fit, the best first: begins with it, has a word that does, holds it."""
    wanted = folded(text)
    fitting: Iterator[tuple[int, str, str, Named]] = (
        (rank, named.order[language], named.id, named)
        for named in among
        if (rank := _rank(named.spellings, wanted)) < 3
    )
    return [named for *_, named in sorted(fitting, key=lambda one: one[:3])[:_MOST]]


def _rank(spellings: Iterable[str], wanted: str) -> int:
    best = 3
    for spelling in spellings:
        if spelling.startswith(wanted):
            return 0
        if wanted in spelling:
            best = min(best, 1 if f" {wanted}" in spelling else 2)
    return best


def folded(text: str) -> str:
    """Return the text without accents, case and punctuation.

    >>> folded("Technopôle-Brest  Iroise’")
    'technopole brest iroise'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())
