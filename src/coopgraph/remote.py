"""Ask a remote SPARQL endpoint, over the SPARQL 1.1 protocol.

>>> RemoteEndpoint("http://127.0.0.1:7878/query", timeout=5).url
'http://127.0.0.1:7878/query'

The text is sent as it is; which graphs a query sees is the endpoint's affair: it has to offer the
derived graph as part of its default graph (Oxigraph: ``--union-default-graph``), else the derived
ties are not seen. Only ``http`` and ``https`` are spoken; a redirect is not followed, since a query
is posted and would get lost on the way; an answer that is longer than the limit is refused.
Nothing is ever written to an endpoint.
"""

from __future__ import annotations

import http.client
import io
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final, NoReturn, cast

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from coopgraph.errors import QuerySyntaxError, QueryTimeout, StoreError

__all__ = ["RemoteEndpoint"]

_RESULTS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_BAD_REQUEST: Final = 400


@dataclass(frozen=True, slots=True)
class RemoteEndpoint:
    """The address of a SPARQL endpoint, and how long and how much it may answer.

    Raises:
        StoreError: the address is not that of an endpoint.
    """

    url: str
    timeout: float = 60.0
    most_bytes: int = 512 * 1024 * 1024

    def __post_init__(self) -> None:
        parts = urllib.parse.urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise StoreError(
                f"“{self.url}” is not the address of a SPARQL endpoint: "
                "write http:// or https://, a host and a path, without a password.",
                f"« {self.url} » n’est pas l’adresse d’un point d’accès SPARQL : "
                "écrire http:// ou https://, un hôte et un chemin, sans mot de passe.",
            )

    def rows(self, text: str) -> QuerySolutions | QueryBoolean:
        """Send a SELECT or ASK query and return its answer.

        Raises:
            QuerySyntaxError: the endpoint says that the query is wrong.
            QueryTimeout: no answer within the time limit.
            StoreError: the endpoint cannot be reached, or its answer cannot be read.
            SyntaxError: the answer is no SPARQL result, seen only while it is read.
        """
        return parse_query_results(self._post(text, _RESULTS), QueryResultsFormat.JSON)

    def triples(self, text: str) -> Iterator[Triple]:
        """Send a CONSTRUCT or DESCRIBE query and yield its triples; raises as `rows` does."""
        answer = self._post(text, _TRIPLES)
        return (quad.triple for quad in parse(answer, RdfFormat.N_TRIPLES))

    def _post(self, text: str, accept: str) -> IO[bytes]:
        request = urllib.request.Request(  # noqa: S310 — the scheme was looked at above
            self.url,
            data=urllib.parse.urlencode({"query": text}).encode(),
            headers={"Accept": accept, "User-Agent": "coopgraph"},
        )
        deadline = time.monotonic() + self.timeout
        try:
            answer = _opener().open(request, timeout=self.timeout)
        except urllib.error.HTTPError as problem:
            self._refused(problem)
        except TimeoutError as problem:
            raise self.late() from problem
        except (OSError, http.client.HTTPException, ValueError) as problem:
            if isinstance(getattr(problem, "reason", None), TimeoutError):
                raise self.late() from problem
            raise self.unreachable(str(problem)) from problem
        if answer.headers.get_content_type() != accept:
            answer.close()
            raise self.unreachable(f"Content-Type {answer.headers.get_content_type()}")
        # A RawIOBase is all that the parsers ask of an IO[bytes].
        return cast(IO[bytes], _Limited(answer, self, deadline))

    def _refused(self, problem: urllib.error.HTTPError) -> NoReturn:
        """Turn an answer of 300 and above into the error that it means."""
        with problem:
            said = _first_words(problem.read(2000))
        if problem.code == _BAD_REQUEST:
            raise QuerySyntaxError(
                f"The endpoint says that the query is wrong: {said}",
                f"Le point d’accès dit que la requête est mal formée : {said}",
            ) from problem
        where = problem.headers.get("Location", "")
        raise self.unreachable(f"HTTP {problem.code} {where or said}".rstrip()) from problem

    def late(self) -> QueryTimeout:
        """Return the error of an endpoint that takes too long."""
        return QueryTimeout(
            f"{self.url} did not answer within {self.timeout:g} s: ask for less, or wait longer.",
            f"{self.url} n’a pas répondu en {self.timeout:g} s : demander moins, ou attendre plus.",
        )

    def too_long(self) -> StoreError:
        """Return the error of an answer that is too long."""
        return StoreError(
            f"{self.url} sent more than {self.most_bytes} bytes: ask for less.",
            f"{self.url} a envoyé plus de {self.most_bytes} octets : demander moins.",
        )

    def unreachable(self, why: str) -> StoreError:
        """Return the error of an endpoint that is not there or is none."""
        return StoreError(
            f"{self.url} does not answer as a SPARQL endpoint ({why}): "
            "is it running, and is the address right?",
            f"{self.url} ne répond pas comme un point d’accès SPARQL ({why}) : "
            "est-il en marche, et l’adresse est-elle juste ?",
        )


class _Limited(io.RawIOBase):
    """The body of an answer: as much of it, and for as long, as the endpoint is allowed."""

    def __init__(
        self, answer: http.client.HTTPResponse, endpoint: RemoteEndpoint, deadline: float
    ) -> None:
        self._answer = answer
        self._endpoint = endpoint
        self._deadline = deadline
        self._left = endpoint.most_bytes

    def read(self, size: int = -1) -> bytes:
        """Read the next bytes; raise when there are too many of them, or too late."""
        if time.monotonic() > self._deadline:
            raise self._endpoint.late()
        try:
            part = self._answer.read1(size if size > 0 else 65_536)
        except TimeoutError as problem:
            raise self._endpoint.late() from problem
        except (OSError, http.client.HTTPException) as problem:
            raise self._endpoint.unreachable(str(problem)) from problem
        if not part and self._answer.length:
            raise self._endpoint.unreachable("the answer ends too soon")
        self._left -= len(part)
        if self._left < 0:
            raise self._endpoint.too_long()
        return part


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https only, and follows no redirect."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _first_words(body: bytes) -> str:
    """Return the beginning of a stranger's message on one line, without control characters."""
    text = " ".join(body.decode("utf-8", "replace").split())
    return "".join(character for character in text if character.isprintable())[:200]
