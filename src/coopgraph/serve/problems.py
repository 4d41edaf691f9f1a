"""What is said when something is wrong: problem+json (RFC 9457) for programs, text for people.

>>> Problem(503, "busy", "Busy.", "Occupé.", retry_after=2).headers()
{'Retry-After': '2', 'Cache-Control': 'no-store'}

Each problem has a name that does not change, a status, and its text in both languages; a query
that does not parse also has line and column. Nothing of a request is ever repeated as markup.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response

from coopgraph.errors import (
    CoopgraphError,
    QueryBusy,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreError,
    UnknownFormat,
    UnknownQuery,
    UsageError,
)
from coopgraph.identifiers import BASE
from coopgraph.serve.negotiation import Offer, choose, language_of

__all__ = ["Problem", "as_problem", "problem_response"]

_TYPES: Final = BASE + "problem/"
_OFFERS: Final = (
    Offer("json", "application/problem+json", ("application/json",)),
    Offer("text", "text/plain", ("text/html",)),
)
# The first class that fits; an error that is none of them is our own fault.
_STATUSES: Final[Mapping[type[CoopgraphError], tuple[int, str]]] = {
    QuerySyntaxError: (400, "query-syntax"),
    QueryRefused: (400, "query-refused"),
    QueryTimeout: (504, "query-stopped"),
    QueryBusy: (503, "busy"),
    UnknownQuery: (404, "unknown-question"),
    UnknownFormat: (406, "not-acceptable"),
    UsageError: (400, "wrong-parameter"),
    StoreError: (503, "store"),
}


class Problem(Exception):
    """An answer that is no answer; `details` are members of the JSON of their own."""

    def __init__(
        self,
        status: int,
        name: str,
        text_en: str,
        text_fr: str,
        *,
        retry_after: int | None = None,
        allow: str = "",
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(text_en)
        self.status = status
        self.name = name
        self.text_en = text_en
        self.text_fr = text_fr
        self.retry_after = retry_after
        self.allow = allow
        self.details = dict(details or {})

    def headers(self) -> dict[str, str]:
        """Return the headers that go with it."""
        headers = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        if self.allow:
            headers["Allow"] = self.allow
        return {**headers, "Cache-Control": "no-store"}


def as_problem(error: CoopgraphError) -> Problem:
    """Return the problem that an error of ours is for a client."""
    status, name = next(
        (found for kind, found in _STATUSES.items() if isinstance(error, kind)), (500, "internal")
    )
    details: dict[str, object] = {}
    if isinstance(error, QuerySyntaxError) and error.line:
        details = {"line": error.line, "column": error.column}
    retry_after = 5 if isinstance(error, StoreError | QueryBusy) else None
    return Problem(
        status, name, error.text_en, error.text_fr, retry_after=retry_after, details=details
    )


def problem_response(request: HTTPConnection, problem: Problem) -> Response:
    """Return the answer that says the problem, in the language and form that the client likes."""
    language = language_of(request)
    chosen = choose(request.headers.get("accept"), _OFFERS)
    headers = {
        **problem.headers(),
        "Content-Language": language,
        "Vary": "Accept, Accept-Language",
    }
    text = problem.text_fr if language == "fr" else problem.text_en
    if chosen is not None and chosen[0].name == "text":
        media_type = "text/plain; charset=utf-8"
        return Response(
            text + "\n", status_code=problem.status, headers=headers, media_type=media_type
        )
    members = {
        "type": _TYPES + problem.name,
        "title": problem.name.replace("-", " "),
        "status": problem.status,
        "detail": text,
        "detail_en": problem.text_en,
        "detail_fr": problem.text_fr,
        **problem.details,
    }
    if problem.retry_after is not None:
        members["retry_after"] = problem.retry_after
    content = json.dumps(members, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    return Response(
        content,
        status_code=problem.status,
        headers=headers,
        media_type="application/problem+json",
    )
