"""What a request of the SPARQL 1.1 Protocol asks for (W3C, 2013, section 2.1).

A query comes by GET, as a form, or as the body itself. Whatever else comes is refused with the
status that the standards have for it; an update is refused by name, whichever way it comes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from coopgraph.queries.limits import MOST_TEXT
from coopgraph.serve.problems import Problem

__all__ = ["Operation", "read_operation", "read_pairs"]

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_GRAPHS: Final = ("default-graph-uri", "named-graph-uri")
_MOST_FIELDS: Final = 100


@dataclass(frozen=True, slots=True)
class Operation:
    """A query, and the graphs that it is to see (none: all of them).

    `format` is what ``?format=`` asks for, empty if nothing.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""


async def read_operation(request: Request, *, seconds: float, most: int) -> Operation | None:
    """Return the query of a request; None where a GET asks for nothing.

    `seconds` is how long the body may take to come, `most` how long it may be.

    Raises:
        Problem: it is no query, or none that can be read.
    """
    pairs = read_pairs(request.scope["query_string"])
    if request.method != "POST":
        asked = any(name in ("query", "update") or name in _GRAPHS for name, _ in pairs)
        return _operation(pairs) if asked else None
    kind = _kind_of_body(request)
    body = await _read_body(request, seconds, most)
    if kind == _QUERY:
        if any(name == "query" for name, _ in pairs):
            raise _wrong("the query comes twice.", "la requête vient deux fois.")
        return _operation([*pairs, ("query", _decode(body))])
    return _operation([*pairs, *read_pairs(body)])


def _kind_of_body(request: Request) -> str:
    given = request.headers.get("content-type", "")
    kind, _, parameters = given.partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise _read_only()
    if kind not in (_FORM, _QUERY):
        raise _unsupported(
            f"Content-Type must be {_FORM} or {_QUERY}.",
            f"Content-Type doit être {_FORM} ou {_QUERY}.",
        )
    charset = parameters.lower().replace(" ", "").replace('"', "")
    if "charset=" in charset and not charset.partition("charset=")[2].startswith(("utf-8", "utf8")):
        raise _unsupported("the text must be UTF-8.", "le texte doit être en UTF-8.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise _unsupported("a compressed body is not read.", "un corps comprimé n’est pas lu.")
    return kind


async def _read_body(request: Request, seconds: float, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                parts.append(part)
                size += len(part)
                if size > most:
                    raise _too_large(most)
    except TimeoutError as error:
        raise Problem(
            408,
            "slow-request",
            f"The body did not come within {seconds:g} s.",
            f"Le corps n’est pas arrivé en {seconds:g} s.",
        ) from error
    return b"".join(parts)


def read_pairs(data: bytes) -> list[tuple[str, str]]:
    """Return the fields of a form or of the query part of an address.

    Raises:
        Problem: there are too many, or they are not UTF-8.
    """
    try:
        return parse_qsl(
            data.decode("ascii", "surrogateescape"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise _wrong(
            "the fields cannot be read as UTF-8, or are too many.",
            "les champs ne se lisent pas en UTF-8, ou sont trop nombreux.",
        ) from error


def _operation(pairs: Sequence[tuple[str, str]]) -> Operation:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    if values("update"):
        raise _read_only()
    queries = values("query")
    if len(queries) != 1:
        raise _wrong(
            "exactly one parameter “query” is needed.",
            "il faut un paramètre « query », et un seul.",
        )
    if len(queries[0].encode("utf-8", "replace")) > MOST_TEXT:
        raise _too_large(MOST_TEXT)
    form = (*values("format"), "")[0]
    return Operation(queries[0], values("default-graph-uri"), values("named-graph-uri"), form)


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong("the query is not UTF-8.", "la requête n’est pas en UTF-8.") from error


def _wrong(en: str, fr: str) -> Problem:
    return Problem(400, "wrong-request", f"Not a query: {en}", f"Ce n’est pas une requête : {fr}")


def _unsupported(en: str, fr: str) -> Problem:
    return Problem(415, "unsupported-media-type", f"Not read: {en}", f"Corps non lu : {fr}")


def _too_large(most: int) -> Problem:
    return Problem(
        413,
        "too-large",
        f"More than {most} bytes: shorten the query.",
        f"Plus de {most} octets : raccourcir la requête.",
    )


def _read_only() -> Problem:
    return Problem(
        403,
        "read-only",
        "The graph is only read here: there is no update over HTTP.",
        "Ici, on ne fait que lire le graphe : aucune mise à jour par HTTP.",
    )
