"""Both accounts of one cooperation side by side: what agrees, what differs, what one alone says.

`read_mirror` compares what French and Québec sources say about each record; `tell_account` sums an
account up in a few sentences. Nothing is decided here: where the accounts differ, both stand, with
what the curators made of them.

>>> from pyoxigraph import Store
>>> read_mirror(Store()).accounts
()
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.views.mirror.sayings import read_sayings
from coopgraph.views.mirror.shores import SHORES, read_witnesses
from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.mirror.sayings import Saying
    from coopgraph.views.mirror.shores import Witness
    from coopgraph.views.sentences.grammar import Language

__all__ = ["Account", "Line", "Mirror", "read_mirror", "tell_account"]

_ONE_VALUE: Final = frozenset({"date", "claim"})
"""Facets of which one value alone can be right: two different ones differ."""


class Line(NamedTuple):
    """One value, and the sources that give it on each shore."""

    facet: str
    question: Words
    value: Words
    france: tuple[str, ...]  # ids of sources
    quebec: tuple[str, ...]
    elsewhere: int  # sources of neither shore, or of a shore that is not known
    standing: str
    differs: bool  # the other shore gives another value


class Account(NamedTuple):
    """One record as both shores tell it."""

    iri: str
    france: tuple[str, ...]  # ids of all sources of this shore
    quebec: tuple[str, ...]
    elsewhere: int
    lines: tuple[Line, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the shores contradict each other anywhere."""
        return any(line.differs for line in self.lines)


@dataclass(frozen=True, slots=True)
class Mirror:
    """All accounts, and what only one shore tells."""

    accounts: tuple[Account, ...]  # of the records that sources of both shores tell
    one_sided: Mapping[str, tuple[str, ...]]  # shore -> IRIs of the records that it alone tells
    unplaced: int  # records told only by sources of which no shore is known
    sources: Mapping[str, int]  # shore -> number of sources; "": shore not known
    witnesses: Mapping[str, Witness]


def read_mirror(graph: Queryable) -> Mirror:
    """Compare what the sources of both shores say about each record.

    Raises:
        StoreError: the graph cannot be read.
    """
    witnesses = read_witnesses(graph)
    accounts: list[Account] = []
    alone: dict[str, list[str]] = {shore: [] for shore in SHORES}
    unplaced = 0
    for iri, (sayings, sources) in read_sayings(graph).items():
        told = {shore: _on(sources, shore, witnesses) for shore in SHORES}
        if all(told.values()):
            accounts.append(_account(iri, told, len(sources), sayings, witnesses))
        elif not any(told.values()):
            unplaced += 1
        for shore in SHORES:
            if told[shore] and sum(map(bool, told.values())) == 1:
                alone[shore].append(iri)
    return Mirror(
        accounts=tuple(accounts),
        one_sided={shore: tuple(iris) for shore, iris in alone.items()},
        unplaced=unplaced,
        sources=Counter(witness.shore for witness in witnesses.values()),
        witnesses=witnesses,
    )


def _on(sources: Iterable[str], shore: str, witnesses: Mapping[str, Witness]) -> tuple[str, ...]:
    found = (one for one in sources if one in witnesses and witnesses[one].shore == shore)
    return tuple(sorted(found))


def _account(
    iri: str,
    told: Mapping[str, tuple[str, ...]],
    number: int,
    sayings: Iterable[Saying],
    witnesses: Mapping[str, Witness],
) -> Account:
    lines = [_line(saying, witnesses) for saying in sayings]
    marked = tuple(line._replace(differs=_differs(line, lines)) for line in lines)
    elsewhere = number - len(told["france"]) - len(told["quebec"])
    return Account(iri, told["france"], told["quebec"], elsewhere, marked)


def _line(saying: Saying, witnesses: Mapping[str, Witness]) -> Line:
    france, quebec = (_on(saying.sources, shore, witnesses) for shore in SHORES)
    elsewhere = len(saying.sources) - len(france) - len(quebec)
    return Line(
        saying.facet, saying.question, saying.value, france, quebec, elsewhere, saying.standing,
        differs=False,
    )  # fmt: skip


def _differs(line: Line, lines: list[Line]) -> bool:
    """Tell whether one shore alone gives this value, and the other alone gives another one."""
    if line.facet not in _ONE_VALUE or bool(line.france) == bool(line.quebec):
        return False
    return any(
        bool(other.france) != bool(other.quebec) and bool(other.france) != bool(line.france)
        for other in lines
        if other.facet == line.facet and other.question == line.question
    )


def tell_account(account: Account) -> Words:
    """Sum up an account in sentences: who speaks, what agrees, what differs, what is missing."""
    return Words(_told(account, "fr"), _told(account, "en"))


def _told(account: Account, language: Language) -> str:
    parts = [_who_speaks(account, language)]
    for facet in ("date", "partner", "amount"):
        mine = [line for line in account.lines if line.facet == facet]
        if any(line.differs for line in mine):
            parts.append(_difference(mine, language, _ASKED[facet]))
        elif facet != "date" or not account.differs or any(map(_shared, mine)):
            parts += _shared_and_alone(mine, language, facet)
    questions = dict.fromkeys(line.question for line in account.lines if line.facet == "claim")
    for question in questions:
        mine = [line for line in account.lines if line.question == question]
        if any(line.differs for line in mine):
            parts.append(_difference(mine, language, question))
    return " ".join(parts)


_ASKED: Final = {
    "date": Words("date", "date"),
    "partner": Words("partenaires", "partners"),
    "amount": Words("montant", "amount"),
}
_SPOKEN: Final = {
    "fr": {
        "date": (
            "Les deux donnent la date\u00a0: {both}.",
            "{only} est citée pour la date\u00a0: {it}.",
        ),
        "partner": ("Les deux nomment {both}.", "{only} est citée pour {it}."),
        "amount": (
            "Les deux donnent le montant\u00a0: {both}.",
            "{only} est citée pour le montant\u00a0: {it}.",
        ),
        "france": "Seule la rive française",
        "quebec": "Seule la rive québécoise",
    },
    "en": {
        "date": ("Both give the date: {both}.", "{only} is cited for the date: {it}."),
        "partner": ("Both name {both}.", "{only} is cited for {it}."),
        "amount": ("Both give the amount: {both}.", "{only} is cited for the amount: {it}."),
        "france": "Only the French shore",
        "quebec": "Only the Québec shore",
    },
}


def _who_speaks(account: Account, language: Language) -> str:
    french, quebec = len(account.france), len(account.quebec)
    if language == "fr":
        return f"{french} source{'s' * (french > 1)} de France et {quebec} du Québec en parlent."
    return f"{french} source{'s' * (french > 1)} in France and {quebec} in Québec tell of it."


def _shared_and_alone(lines: list[Line], language: Language, facet: str) -> list[str]:
    words = _SPOKEN[language]
    both, only = words[facet]
    shared = [_value(line, language) for line in lines if _shared(line)]
    told = [both.format(both=listed(shared, language))] if shared else []
    for shore in SHORES:
        alone = [_value(line, language) for line in lines if _only(line) == shore]
        if alone and (facet != "date" or not shared):
            told.append(only.format(only=words[shore], it=listed(alone, language)))
    return told


def _shared(line: Line) -> bool:
    return bool(line.france and line.quebec)


def _only(line: Line) -> str:
    if bool(line.france) == bool(line.quebec):
        return ""
    return "france" if line.france else "quebec"


def _difference(lines: list[Line], language: Language, question: Words) -> str:
    values = {
        shore: listed(
            [quoted(_value(line, language), language) for line in lines if getattr(line, shore)],
            language,
        )
        for shore in SHORES
    }
    asked = getattr(question, language)
    if language == "fr":
        return (
            f"Les rives diffèrent ({asked})\u00a0: {values['france']} pour la française,"
            f" {values['quebec']} pour la québécoise."
        )
    return (
        f"The shores differ ({asked}): {values['france']} for the French,"
        f" {values['quebec']} for the Québec one."
    )


def _value(line: Line, language: Language) -> str:
    return line.value.fr if language == "fr" else line.value.en
