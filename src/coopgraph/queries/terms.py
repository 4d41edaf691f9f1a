"""Find terms in a SPARQL text that the ontology does not have, and prefixes nobody declared.

A query about ``coop:tookPartInn`` parses, runs and finds nothing: the worst of errors. So each name
in our namespace and each concept in one of our schemes is looked up, and the nearest ones are
named. Records (``id/…``) are not looked up: that an id is not there is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rapidfuzz import process

from coopgraph.errors import QueryRefused
from coopgraph.identifiers import BASE, NAMESPACE
from coopgraph.queries.header import Bilingual
from coopgraph.queries.syntax import locate, syntax_error
from coopgraph.vocabulary import COOP, PREFIXES, read_schemes

__all__ = ["check_terms"]


class _Token(Protocol):
    """What is needed of a token here."""

    @property
    def kind(self) -> str: ...  # pragma: no cover
    @property
    def text(self) -> str: ...  # pragma: no cover
    @property
    def offset(self) -> int: ...  # pragma: no cover


def check_terms(text: str, tokens: Sequence[_Token], *, refuse: bool) -> tuple[Bilingual, ...]:
    """Return a warning for each unknown term, or refuse the first.

    Raises:
        QueryRefused: a term is unknown and `refuse` is true.
        QuerySyntaxError: a prefix has no PREFIX.
    """
    prefixes = _declared(tokens)
    warnings = []
    for token, iri in _iris(text, tokens, prefixes):
        near = _nearest(iri)
        if near is None:
            continue
        line, column = locate(text, token.offset)
        told = Bilingual(
            f"Ligne {line}, colonne {column} : l’ontologie n’a pas de terme {token.text} ;"
            f" proches : {near}.",
            f"Line {line}, column {column}: the ontology has no term {token.text};"
            f" nearest: {near}.",
        )
        if refuse:
            raise QueryRefused(told.en, told.fr)
        warnings.append(told)
    return tuple(dict.fromkeys(warnings))


def _declared(tokens: Sequence[_Token]) -> dict[str, str]:
    """Return the prefixes of the text with their namespaces."""
    return {
        name.text.removesuffix(":"): iri.text[1:-1]
        for word, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if word.text.upper() == "PREFIX" and word.kind == "word" and iri.kind == "iri"
    }


def _iris(
    text: str, tokens: Sequence[_Token], prefixes: dict[str, str]
) -> Iterator[tuple[_Token, str]]:
    """Yield the IRIs of the text in full, those of PREFIX and BASE left out."""
    before: _Token | None = None
    earlier = ""
    for token in tokens:
        follows = before.text.upper() if before is not None else ""
        if token.kind == "iri" and follows != "BASE" and earlier != "PREFIX":
            yield token, token.text[1:-1]
        elif token.kind == "word" and ":" in token.text and follows != "PREFIX":
            prefix, _, local = token.text.partition(":")
            if prefix in prefixes:
                yield token, prefixes[prefix] + local.rstrip(".")
            elif prefix != "_":
                raise _undeclared(text, token, prefix)
        before, earlier = token, follows


def _undeclared(text: str, token: _Token, prefix: str) -> Exception:
    known = PREFIXES.get(prefix)
    add = f"PREFIX {prefix}: <{known}>" if known else f"PREFIX {prefix}: <…>"
    return syntax_error(
        text,
        token.offset,
        f"no PREFIX for “{prefix}:”; add at the top: {add}",
        f"il manque PREFIX pour « {prefix}: » ; ajouter en tête : {add}",
    )


def _nearest(iri: str) -> str | None:
    """Return the nearest terms if the IRI is one of ours and unknown; else None."""
    if iri.startswith(NAMESPACE):
        name = iri.removeprefix(NAMESPACE)
        if not name or name in COOP or "\\" in name or "%" in name:
            return None
        return _three(name, COOP, "coop:")
    start = BASE + "scheme/"
    if not iri.startswith(start):
        return None
    scheme, _, concept = iri.removeprefix(start).partition("/")
    schemes = read_schemes()
    if scheme not in schemes:
        return _three(scheme, schemes, start)
    if not concept or scheme == "theme" or concept in schemes[scheme]:
        return None
    return _three(concept, schemes[scheme], "")


def _three(name: str, choices: Iterable[str], before: str) -> str:
    found = process.extract(name, list(choices), limit=3)
    return ", ".join(before + choice for choice, _, _ in found)
