"""How near the words of a text are to each question of the bank.

The words of a question are those of its header: title, question, keywords, parameters, columns. A
word of the text counts by how few questions hold it, and by the field that does; a near word of the
thesaurus counts for less. The score is the part of the text that the question answers to, with
a share for the part of the title that the text names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from rapidfuzz import fuzz, process

from coopgraph.queries.asking.reading import Reading
from coopgraph.queries.asking.words import (
    STOP_WORDS,
    content_stems,
    known_stems,
    near_stems,
    phrase_groups,
    stem,
)
from coopgraph.queries.catalogue import Question

__all__ = ["Bank", "Nearness", "read_bank"]

_FIELDS: Final = {"title": 1.0, "keywords": 0.9, "question": 0.85, "note": 0.3, "columns": 0.35}
_NEAR: Final = 0.6
_PHRASE: Final = 0.8
_SPELT: Final = 0.8
_TITLE_SHARE: Final = 0.3
_BARE: Final = 0.2
_IN_NAME: Final = 0.2  # what a word inside a recognised name still counts


@dataclass(frozen=True, slots=True)
class Nearness:
    """The score of one question (0 to 1), and the words that it shares with the text."""

    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Bank:
    """The words of all questions in one language, by stem."""

    language: str
    questions: dict[str, Question]
    held: dict[str, dict[str, float]]
    titles: dict[str, frozenset[str]]
    count: dict[str, int]

    @cached_property
    def choices(self) -> list[str]:
        """Return every stem that a misspelt one may stand for."""
        return sorted(self.known | known_stems(self.language))

    @cached_property
    def known(self) -> frozenset[str]:
        """Return every stem that some question holds."""
        return frozenset(self.count)

    def weight(self, stemmed: str) -> float:
        """Return how telling a stem is: what few questions hold says much."""
        return log(1 + len(self.questions) / (0.5 + self.count.get(stemmed, 0)))

    def rank(self, reading: Reading) -> dict[str, Nearness]:
        """Return how near each question is to the words of a text."""
        terms = self._terms(reading)
        whole = sum(weight for _, weight, counts, _ in terms if counts)
        return {name: self._nearness(name, terms, whole) for name in self.questions}

    def _terms(self, reading: Reading) -> list[tuple[str, float, bool, dict[str, float]]]:
        """Return each word of the text: written, its weight, whether its absence counts, stems."""
        terms, seen = [], set()
        stems = [stem(word.written, self.language) for word in reading.words]
        for word, stemmed in zip(reading.words, stems, strict=True):
            stop = word.folded in STOP_WORDS[self.language]
            near = self._near(stemmed, stop=stop)
            if stemmed in seen or not near:
                continue
            seen.add(stemmed)
            counts = not stop and not reading.in_mention(word)
            weight = max(self.weight(s) * share for s, share in near.items())
            if not counts:
                weight *= 0.5 if stop or not reading.in_name(word) else _IN_NAME
            terms.append((word.written, weight, counts, near))
        phrases = {s: _PHRASE for s in phrase_groups(stems, self.language) if s in self.count}
        if phrases:
            terms.append(("", max(map(self.weight, phrases)) * _PHRASE, False, phrases))
        return terms

    def _near(self, stemmed: str, *, stop: bool) -> dict[str, float]:
        """Return the stems that count for this one, with their share."""
        near = {s: _NEAR for s in near_stems(stemmed, self.language) if s in self.count}
        if stop:
            return {s: share * 0.6 for s, share in near.items()}
        near[stemmed] = 1.0
        if not self._knows(stemmed) and len(stemmed) > 3:
            other = self._spelt(stemmed)
            if other:
                near |= {s: _SPELT * share for s, share in self._near(other, stop=False).items()}
        return near

    def _knows(self, stemmed: str) -> bool:
        return stemmed in self.count or stemmed in known_stems(self.language)

    def _spelt(self, stemmed: str) -> str:
        """Return the known stem spelt most nearly so, or that begins with the same six letters."""
        choices = self.choices
        found = process.extractOne(stemmed, choices, scorer=fuzz.ratio, score_cutoff=84)
        if found:
            return found[0]
        return next((choice for choice in choices if choice[:6] == stemmed[:6]), "")

    def _nearness(
        self, name: str, terms: list[tuple[str, float, bool, dict[str, float]]], whole: float
    ) -> Nearness:
        held, got, shared = self.held[name], 0.0, []
        touched: dict[str, float] = {}
        for written, weight, _, near in terms:
            best = max((share * held.get(s, 0.0) for s, share in near.items()), default=0.0)
            got += weight * best
            if best > _FIELDS["columns"] / 2 and written:
                shared.append(written)
            for s, share in near.items():
                touched[s] = max(touched.get(s, 0.0), share)
        title = self.titles[name]
        mass = sum(map(self.weight, title))
        named = sum(self.weight(s) * touched.get(s, 0.0) for s in title) / mass if mass else 0.0
        covered = min(got / whole, 1.0) if whole else min(got / 4, 0.5)
        score = (1 - _TITLE_SHARE) * covered + _TITLE_SHARE * named
        if not whole:  # a name or a date alone: what it fits decides
            score = max(score, _BARE)
        return Nearness(score, tuple(shared))


def _fields(question: Question, language: str) -> Iterable[tuple[str, str]]:
    header = question.header
    yield "title", header.title.text(language)
    yield "keywords", header.keywords.text(language)
    yield "question", header.question.text(language)
    yield "note", header.note.text(language)
    yield "columns", " ".join(words.text(language) for words in header.columns.values())
    yield (
        "columns",
        " ".join(
            parameter.words.text(language)
            for parameter in header.parameters
            if parameter.kind not in ("mode", "yesno")
        ),
    )


def read_bank(catalogue: dict[str, Question], language: str) -> Bank:
    """Return the words of a catalogue's questions in one language."""
    held: dict[str, dict[str, float]] = {}
    count: dict[str, int] = defaultdict(int)
    titles = {}
    for question in catalogue.values():
        stems: dict[str, float] = {}
        for field, text in _fields(question, language):
            for stemmed in content_stems(text, language):
                stems[stemmed] = max(stems.get(stemmed, 0.0), _FIELDS[field])
        held[question.id] = stems
        titles[question.id] = frozenset(
            content_stems(question.header.title.text(language), language)
        )
        for stemmed, share in stems.items():
            count[stemmed] += share > _FIELDS["columns"]
    return Bank(language, catalogue, held, titles, {s: c for s, c in count.items() if c})
