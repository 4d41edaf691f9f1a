"""The questions on offer, as a mapping that prints itself.

>>> from coopgraph.queries.catalogue import read_catalogue
>>> questions = Questions(read_catalogue(), language="en")
>>> questions["took-part"].header.title.en
'Who took part in an activity'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from coopgraph.api.markup import html_block, html_table

if TYPE_CHECKING:
    from coopgraph.queries.catalogue import Question

__all__ = ["Questions"]


class Questions(Mapping[str, "Question"]):
    """The named questions by id; each has a `header` (title, parameters …) and its `sparql`."""

    def __init__(self, questions: Mapping[str, Question], *, language: str = "fr") -> None:
        self._questions = dict(questions)
        self.language = language

    def __getitem__(self, identifier: str) -> Question:
        """Return the question of this id.

        Raises:
            UnknownQuery: there is none; the nearest ids are named.
        """
        if identifier not in self._questions:
            from coopgraph.queries.catalogue import find_question

            return find_question(identifier)
        return self._questions[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._questions

    def __repr__(self) -> str:
        width = max(map(len, self), default=0)
        titles = (
            f"{name:<{width}}  {question.header.title.text(self.language)}"
            for name, question in self._questions.items()
        )
        return "\n".join(titles)

    def _repr_html_(self) -> str:
        french = self.language == "fr"
        headings = ("id", "question", "paramètres" if french else "parameters")
        rows = (
            (
                name,
                question.header.question.text(self.language),
                ", ".join(
                    f"{parameter.name}={parameter.example}"
                    for parameter in question.header.parameters
                ),
            )
            for name, question in self._questions.items()
        )
        return html_block(html_table(headings, rows), language=self.language)
