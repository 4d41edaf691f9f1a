"""Find the questions of the bank that a text asks.

The score of a question is the nearness of its words plus what its parameters take of the text; a
question below the threshold is not offered. See the package for the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coopgraph.queries.asking.fitting import Fit, fit_parameters
from coopgraph.queries.asking.names import Names, read_names
from coopgraph.queries.asking.ranking import Nearness, read_bank
from coopgraph.queries.asking.reading import Mention, Reading, read_text
from coopgraph.queries.asking.words import guess_language
from coopgraph.queries.catalogue import Question, read_catalogue
from coopgraph.sparql import Queryable

__all__ = ["Asked", "Suggestion", "find_questions"]

THRESHOLD: Final = 0.30


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the text may mean: its score (0 to 1), its values, and why.

    `missing` names required parameters that the text does not give; `left` what it names and the
    question does not use.
    """

    question: Question
    score: float
    parameters: dict[str, str]
    given: tuple[tuple[str, Mention], ...]
    missing: tuple[str, ...]
    left: tuple[Mention, ...]
    shared: tuple[str, ...]

    @property
    def why(self) -> dict[str, str]:
        """Return what speaks for the question: the shared words, and each value's origin."""
        found = {"words": ", ".join(self.shared)} if self.shared else {}
        return found | {name: mention.label for name, mention in self.given}


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, what was understood of it, and the questions it may mean, best first."""

    language: str
    reading: Reading
    suggestions: tuple[Suggestion, ...]
    nearest: dict[str, tuple[str, ...]]


def find_questions(
    text: str,
    graph: Queryable,
    *,
    language: str | None = None,
    otherwise: str = "fr",
    names: Names | None = None,
    catalogue: Mapping[str, Question] | None = None,
    limit: int = 3,
) -> Asked:
    """Return the nearest questions of the bank, with the parameters that the text gives.

    `language` is guessed from the words unless given; `otherwise` decides where they do not tell.
    `names` is the index of `read_names`, for a caller that asks many times.

    Raises:
        StoreError: the graph cannot be read.
    """
    bank_of = dict(catalogue if catalogue is not None else read_catalogue())
    language = language or guess_language(text[:1000], otherwise=otherwise)
    names = read_names(graph) if names is None else names
    bank = read_bank(bank_of, language)
    schemes = {
        parameter.targets[0]
        for question in bank_of.values()
        for parameter in question.header.parameters
        if parameter.kind == "concept"
    }
    reading = read_text(text, names, language=language, schemes=schemes, known=bank.known)
    ranked = [
        _suggestion(question, near, fit_parameters(question.header.parameters, reading, names))
        for name, near in bank.rank(reading).items()
        for question in (bank_of[name],)
    ]
    fitting = [s for s in ranked if s.score >= THRESHOLD and (s.shared or s.given)]
    fitting.sort(key=lambda s: (-s.score, s.question.id))
    nearest = {
        word: tuple(dict.fromkeys(name.label for _, name in names.nearest(word, least=60)))[:3]
        for word in reading.unknown[:5]
    }
    return Asked(language, reading, tuple(fitting[:limit]), nearest)


def _suggestion(question: Question, near: Nearness, fit: Fit) -> Suggestion:
    score = max(0.0, min(1.0, near.score + fit.score))
    return Suggestion(
        question, round(score, 3), fit.values, fit.given, fit.missing, fit.left, near.shared
    )
