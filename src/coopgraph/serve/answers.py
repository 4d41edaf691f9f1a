"""Run a text, and give its answer in the form that the client likes: what query routes share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Event
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from coopgraph.bindings import Token, read_tokens
from coopgraph.errors import QueryRefused, QuerySyntaxError
from coopgraph.identifiers import BASE
from coopgraph.queries.guard import CheckedText, check_text
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, Result, Verdict
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.media import headers_of, offers_for, write_answered
from coopgraph.serve.negotiation import Offer, choose, language_of
from coopgraph.serve.problems import Problem
from coopgraph.serve.service import Service

__all__ = ["Ask", "answer", "choose_form"]

_RELATIVE: Final = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)")
_CHANGING: Final = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
_FIRST_LINE: Final = re.compile(r"\b(Line|Ligne) ([0-9]+)")
_NO_NOTE: Final = Bilingual("", "")
_SHORT: Final = 1024
_VARY: Final = "Accept, Accept-Language"


@dataclass(frozen=True, slots=True)
class Ask:
    """A text to run: on which graphs (none: all), with which words for its columns."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""
    columns: Mapping[str, Bilingual] | None = None
    note: Bilingual = _NO_NOTE


async def answer(service: Service, request: Request, ask: Ask) -> Response:
    """Return the answer to a text.

    Raises:
        Problem: the graphs or the form are not on offer, the queue is full.
        CoopgraphError: the text is wrong, refused or was stopped.
    """
    service.check_graphs((*ask.default_graphs, *ask.named_graphs))
    # the dataset of the protocol goes before that of the text, which then names nothing
    allow = ("from",) if ask.default_graphs or ask.named_graphs else ()
    if len(ask.text) > _SHORT:  # a long one would hold up everybody
        prepared = await run_in_threadpool(_prepare, ask.text, allow)
    else:
        prepared = _prepare(ask.text, allow)
    text, changing, checked = prepared
    offer, media_type = choose_form(request, offers_for(checked.form), ask.format)
    language = language_of(request)
    graphs = (ask.default_graphs, ask.named_graphs)
    parts = (service.content_hash, service.settings.limits, text, graphs, offer, media_type)
    headers = headers_with(make_etag(*parts, language), vary=_VARY)
    if not changing and (fresh := fresh_response(request, headers)):
        return fresh

    def work(stop: Event) -> tuple[bytes, Answered]:
        with _own_lines(text != ask.text):
            answered = service.engine.runner.run(
                text, allow=allow, default_graphs=graphs[0], named_graphs=graphs[1], stop=stop
            )
        if isinstance(answered, Result) and ask.columns is not None:
            answered = replace(answered, columns=ask.columns, note=ask.note)
        return write_answered(answered, offer.name, language=language), answered

    content, answered = await service.engine.do(work, request=request)
    if changing:
        headers = {"Vary": _VARY, "Cache-Control": "no-store"}
    if not isinstance(answered, Verdict) and answered.truncated:
        items = answered.rows if isinstance(answered, Result) else answered.triples
        headers["Coopgraph-Truncated"] = str(len(items))
    return Response(content, headers=headers | headers_of(offer, media_type))


def choose_form(request: Request, offers: tuple[Offer, ...], asked: str) -> tuple[Offer, str]:
    """Return the form of the answer: by ``?format=`` if given, else by Accept.

    Raises:
        Problem: the client likes none of those that are offered (406).
    """
    if asked:
        named = [offer for offer in offers if asked in offer or asked in offer.others]
        if named:
            return named[0], named[0].media_type
    elif found := choose(",".join(request.headers.getlist("accept")) or None, offers):
        return found
    known = ", ".join(offer.media_type for offer in offers)
    raise Problem(
        406,
        "not-acceptable",
        f"The answer can be: {known}.",
        f"La réponse peut être : {known}.",
        details={"available": [offer.media_type for offer in offers]},
    )


def _prepare(written: str, allow: Collection[str]) -> tuple[str, bool, CheckedText]:
    """Return the text to run, whether its answer changes from one time to the next, its check."""
    tokens = [token for token in read_tokens(written) if token.kind in ("word", "iri")]
    text = _with_base(written, tokens)
    with _own_lines(text != written):
        checked = check_text(text, allow=allow)
    return text, any(token.text.upper() in _CHANGING for token in tokens), checked


def _with_base(text: str, tokens: list[Token]) -> str:
    """Put the base of the graph before a text that has relative IRIs and no BASE of its own."""
    relative = any(token.kind == "iri" and _RELATIVE.match(token.text) for token in tokens)
    if not relative or any(token.text.upper() == "BASE" for token in tokens):
        return text
    return f"BASE <{BASE}>\n{text}"


@contextmanager
def _own_lines(based: bool) -> Iterator[None]:
    """Count the lines of an error without the one that `_with_base` has added."""
    try:
        yield
    except QuerySyntaxError as error:
        if not based:
            raise
        texts = _line_less(error.text_en), _line_less(error.text_fr)
        raise QuerySyntaxError(*texts, line=error.line - 1, column=error.column) from error
    except QueryRefused as error:
        if not based:
            raise
        raise QueryRefused(_line_less(error.text_en), _line_less(error.text_fr)) from error


def _line_less(text: str) -> str:
    return _FIRST_LINE.sub(lambda found: f"{found[1]} {int(found[2]) - 1}", text, count=1)
