"""The catalogue of named questions: one ``.rq`` file each, in the folder ``bank`` beside this file.

>>> question = find_question("took-part")
>>> question.header.title.en
'Who took part in an activity'
>>> [parameter.name for parameter in question.header.parameters]
['activity', 'inferred']

The id of a question is the name of its file. The folder is the catalogue: a new file is a new
question, with no other place to tell. Asking one is the work of `coopgraph.queries.run`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz import process

from coopgraph.errors import DataError, UnknownQuery
from coopgraph.findings import Finding
from coopgraph.queries.header import Header, HeaderError, read_header

__all__ = ["BANK", "Question", "find_question", "read_catalogue", "read_question"]

BANK: Final = Path(__file__).resolve().parent / "bank"


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its header and its SPARQL, header included."""

    id: str
    header: Header
    sparql: str


def read_question(path: Path) -> Question:
    """Return the question of one ``.rq`` file.

    Raises:
        DataError: its header is broken; the finding says where.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return Question(path.stem, read_header(text), text)
    except HeaderError as error:
        finding = Finding(
            file=path.name,
            line=error.line,
            column="",
            code="E801",
            value="",
            text_en=error.text_en,
            text_fr=error.text_fr,
            remedy_en="see the module coopgraph.queries.header",
            remedy_fr="voir le module coopgraph.queries.header",
        )
        raise DataError(
            f"{path.name}:{error.line}: {error.text_en}",
            f"{path.name}:{error.line} : {error.text_fr}",
            [finding],
        ) from error


@cache
def read_catalogue(folder: Path = BANK) -> dict[str, Question]:
    """Return the questions of a folder by id, sorted.

    Raises:
        DataError: a header is broken.
    """
    return {path.stem: read_question(path) for path in sorted(folder.glob("*.rq"))}


def find_question(identifier: str, folder: Path = BANK) -> Question:
    """Return the question of this id.

    Raises:
        UnknownQuery: there is none; the nearest ids are named.
        DataError: a header is broken.

    >>> find_question("took-part").header.competency
    1
    """
    catalogue = read_catalogue(folder)
    if identifier in catalogue:
        return catalogue[identifier]
    near = ", ".join(name for name, _, _ in process.extract(identifier, list(catalogue), limit=3))
    raise UnknownQuery(
        f"No question is called “{identifier}”; nearest: {near}. “query --list” shows all.",
        f"Aucune question ne s’appelle « {identifier} » ; proches : {near}."
        " « query --list » les montre toutes.",
    )
