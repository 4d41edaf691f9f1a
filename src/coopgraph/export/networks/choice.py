"""What people type to choose a network, read and checked: `Choice`.

The command line and `coopgraph.api.KnowledgeGraph.export` both fill one; what goes with no network,
or not with a calendar, is refused here, and `Choice.selection` gives what `select` takes.

>>> Choice(at="avril 2010", kinds="mission, project").selection().period("fr")
'avril 2010'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from coopgraph.errors import UsageError
from coopgraph.export.networks.narrowing import STEPS
from coopgraph.export.networks.selection import Selection, read_period
from coopgraph.network.kinds import read_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

__all__ = ["PICTURES", "Choice"]

PICTURES: Final = ("svg", "pdf")
"""The formats that draw a network; `coopgraph.render.stills` makes them."""
_OPTIONS: Final = {
    "first": "--from",
    "last": "--to",
    "without_inferred": "--without-inferred",
    "sides": "--side",
}
_NO_BREAK: Final = "\u00a0"


def _option(field: str) -> str:
    return _OPTIONS.get(field, f"--{field}")


class Choice(NamedTuple):
    """The options that choose a network, as they were typed; what was not typed is None."""

    projection: str | None = None
    first: str | None = None
    last: str | None = None
    at: str | None = None
    mode: str | None = None
    kinds: str | None = None
    of: str | None = None
    steps: int | None = None
    sides: str | None = None
    theme: str | None = None
    place: str | None = None
    without_inferred: bool = False

    def refuse_for(
        self,
        format_: str,
        formats: Collection[str],
        *,
        spelled: Callable[[str], str] = _option,
    ) -> None:
        """Refuse every one of these options for a format of the whole graph.

        `formats` are those of networks; `spelled` says how the reader wrote an option.

        Raises:
            UsageError: one was given.
        """
        given = [
            spelled(name)
            for name, value in self._asdict().items()
            if value is not None and value is not False
        ]
        if given:
            known, options = ", ".join(formats), ", ".join(given)
            raise UsageError(
                f"{options}: only for a network ({known}); {format_} holds the whole graph.",
                f"{options}{_NO_BREAK}: seulement pour un réseau ({known})"
                f"{_NO_BREAK}; {format_} contient le graphe entier.",
            )

    def check(self, format_: str, *, spelled: Callable[[str], str] = _option) -> None:
        """Refuse what a network format cannot follow, and what contradicts itself.

        Raises:
            UsageError: a projection was given for a calendar, `at` beside `first` or `last`, steps
                without a node, or a mode or a number of steps that is none.
        """
        if format_ == "ical" and self.projection is not None:
            raise UsageError(
                f"A calendar has no projection: choose with {spelled('kinds')}"
                " mission,call,agreement.",
                f"Un calendrier n’a pas de projection{_NO_BREAK}: choisir avec {spelled('kinds')}"
                " mission,call,agreement.",
            )
        if self.at is not None and (self.first is not None or self.last is not None):
            at, first, last = (spelled(name) for name in ("at", "first", "last"))
            raise UsageError(
                f"Give {at}, or {first} and {last}, not both.",
                f"Donner {at}, ou bien {first} et {last}, mais pas les deux.",
            )
        if self.steps is not None and self.of is None:
            raise UsageError(
                f"{spelled('steps')} goes with {spelled('of')}: name the node in the middle.",
                f"{spelled('steps')} va avec {spelled('of')}{_NO_BREAK}: nommer le nœud du milieu.",
            )
        _check_among(spelled("mode"), self.mode or "possibly", ("possibly", "certainly"))
        _check_among(spelled("steps"), 1 if self.steps is None else self.steps, STEPS)

    def selection(self) -> Selection:
        """Return what is asked for.

        Raises:
            UsageError: a date is none, or a list of kinds or sides names none.
        """
        first, last = read_period(self.at or self.first, self.at or self.last)
        return Selection(
            projection=self.projection or "actors",
            first=first,
            last=last,
            mode=cast("Literal['possibly', 'certainly']", self.mode or "possibly"),
            kinds=None if self.kinds is None else read_kinds(self.kinds),
            inferred=not self.without_inferred,
            of=_said(self.of),
            steps=self.steps or 1,
            sides=None if self.sides is None else _read_sides(self.sides),
            theme=_said(self.theme),
            place=_said(self.place),
        )


def _check_among(option: str, value: object, known: Collection[object]) -> None:
    if value not in known:
        choice = ", ".join(map(str, known))
        raise UsageError(
            f"{option} is one of {choice}, not {value}.",
            f"{option} est l’un de {choice}, et non {value}.",
        )


def _said(text: str | None) -> str:
    if text is not None and not text.strip():
        raise UsageError(
            f"“{text}” names nothing: give an id or a name.",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» ne nomme rien{_NO_BREAK}: donner un identifiant ou un"
            " nom.",
        )
    return (text or "").strip()


def _read_sides(text: str) -> frozenset[str]:
    sides = frozenset(side.strip() for side in text.split(",") if side.strip())
    if not sides:
        raise UsageError(
            f"“{text}” names no side: write france, quebec, or both with a comma.",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» ne nomme aucun côté{_NO_BREAK}: écrire france, quebec,"
            " ou les deux avec une virgule.",
        )
    return sides
