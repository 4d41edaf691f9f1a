"""The colours, shapes, signs and words of every picture: one legend for page, SVG and table.

Side is told by colour, kind by shape and letter, doubt by line and sign: never by colour alone.

>>> SIDES["quebec"].colour, SHAPES["agreement"].sign, DOUBTS["planned"].line
('#D55E00', '◆', 'dotted')
>>> SHAPES["mission"].letter.fr, TIE_KINDS["agreement"].words.en
('M', 'agreement')

A side or an actor kind that the legend does not name falls back to "other" and "organisation"
(`side_mark`, `shape_of_actor`). What it does not do: it draws nothing, and it knows no theme or
community palette.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from coopgraph.views.model import Shape, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ACCENT",
    "CONTESTED",
    "DARK",
    "DOUBTS",
    "FACT_KINDS",
    "LIGHT",
    "MAX_TIE_WIDTH",
    "SHAPES",
    "SIDES",
    "TIE_KINDS",
    "VIEW_WORDS",
    "DoubtMark",
    "Line",
    "ShapeMark",
    "SideMark",
    "TieMark",
    "shape_of_actor",
    "side_mark",
]

Line = Literal["solid", "dashed", "dotted"]

ACCENT: Final = "#B4005A"
"""The one colour of focus and selection."""
CONTESTED: Final = "#E69F00"
"""The amber of the second outline of what is contested."""
LIGHT: Final = "#FFFFFF"
DARK: Final = "#14171A"
MAX_TIE_WIDTH: Final = 6.0
"""A tie is never wider than this, in pixels, however many facts stand behind it."""


@dataclass(frozen=True, slots=True)
class SideMark:
    """How a shore of the ocean is shown."""

    colour: str
    words: Words


@dataclass(frozen=True, slots=True)
class ShapeMark:
    """How a kind of thing is shown: its sign in text, its letter beside the colour."""

    sign: str
    letter: Words
    words: Words
    plural: Words


@dataclass(frozen=True, slots=True)
class DoubtMark:
    """How a doubt is shown, alike in network, timeline, map, table and legend.

    `opacity` is that of line and fill; `hollow` leaves the inside empty; `outline` is the colour of
    a second outline or empty; `sign` is the small sign on the mark, or empty.
    """

    line: Line
    opacity: float
    hollow: bool
    outline: str
    sign: str
    words: Words
    help: Words


@dataclass(frozen=True, slots=True)
class TieMark:
    """How a kind of tie is shown; its colours are none of those of the sides."""

    colour: str
    sign: str
    words: Words
    plural: Words


SIDES: Final[Mapping[str, SideMark]] = MappingProxyType(
    {
        "france": SideMark("#0072B2", Words("France", "France")),
        "quebec": SideMark("#D55E00", Words("Québec", "Québec")),
        "joint": SideMark("#009E73", Words("Organismes communs", "Joint bodies")),
        "other": SideMark("#6B7280", Words("Autre", "Other")),
    }
)

SHAPES: Final[Mapping[Shape, ShapeMark]] = MappingProxyType(
    {
        "person": ShapeMark(
            "●", Words("P", "P"), Words("personne", "person"), Words("personnes", "persons")
        ),
        "organisation": ShapeMark(
            "■",
            Words("O", "O"),
            Words("organisation", "organisation"),
            Words("organisations", "organisations"),
        ),
        "authority": ShapeMark(
            "⬢",
            Words("A", "A"),
            Words("autorité publique", "public authority"),
            Words("autorités publiques", "public authorities"),
        ),
        "agreement": ShapeMark(
            "◆", Words("Ac", "Ag"), Words("accord", "agreement"), Words("accords", "agreements")
        ),
        "mission": ShapeMark(
            "▲", Words("M", "M"), Words("mission", "mission"), Words("missions", "missions")
        ),
        "project": ShapeMark(
            "▬", Words("Pj", "Pj"), Words("projet", "project"), Words("projets", "projects")
        ),
        "programme": ShapeMark(
            "⬟",
            Words("Pg", "Pg"),
            Words("programme ou fonds", "programme or fund"),
            Words("programmes et fonds", "programmes and funds"),
        ),
        "outcome": ShapeMark(
            "★", Words("R", "Ou"), Words("résultat", "outcome"), Words("résultats", "outcomes")
        ),
    }
)

DOUBTS: Final[Mapping[str, DoubtMark]] = MappingProxyType(
    {
        "certain": DoubtMark(
            "solid",
            1.0,
            False,
            "",
            "",
            Words("sûr", "sure"),
            Words("La source le dit, aux dates montrées.", "The source says so, on these dates."),
        ),
        "possible": DoubtMark(
            "dashed",
            0.75,
            False,
            "",
            "",
            Words("peut-être", "possible"),
            Words(
                "La date est vague : peut-être pendant la période montrée.",
                "The date is vague: possibly within the period shown.",
            ),
        ),
        "planned": DoubtMark(
            "dotted",
            0.8,
            True,
            "",
            "",
            Words("prévu", "planned"),
            Words(
                "Annoncé par la source ; rien ne dit que cela a eu lieu.",
                "Announced by the source; nothing says that it took place.",
            ),
        ),
        "cancelled": DoubtMark(
            "dotted",
            0.8,
            True,
            "",
            "×",
            Words("annulé", "cancelled"),
            Words("Prévu, puis annulé.", "Planned, then cancelled."),
        ),
        "not-achieved": DoubtMark(
            "solid",
            1.0,
            False,
            "",
            "×",
            Words("non abouti", "not achieved"),
            Words("La source dit que cela n’a pas abouti.", "The source says that it failed."),
        ),
        "in-discussion": DoubtMark(
            "solid",
            1.0,
            False,
            "",
            "…",
            Words("en discussion", "under discussion"),
            Words("Encore en discussion selon la source.", "Still discussed, the source says."),
        ),
        "contested": DoubtMark(
            "solid",
            1.0,
            False,
            CONTESTED,
            "",
            Words("contesté", "contested"),
            Words("Les sources ne sont pas d’accord.", "The sources disagree."),
        ),
        "inferred": DoubtMark(
            "solid",
            1.0,
            False,
            "",
            "∴",
            Words("déduit", "inferred"),
            Words(
                "Déduit par le curateur, non dit en toutes lettres.",
                "Inferred by the curator, not said in so many words.",
            ),
        ),
    }
)
"""The marks of doubt; "certain" and "possible" follow from dates, the rest is `model.Doubt`."""

TIE_KINDS: Final[Mapping[str, TieMark]] = MappingProxyType(
    {
        "agreement": TieMark(
            "#7A5CC0", "◆", Words("accord", "agreement"), Words("accords", "agreements")
        ),
        "mission": TieMark(
            "#64748B", "▲", Words("mission", "mission"), Words("missions", "missions")
        ),
        "project": TieMark(
            "#6B7A1F", "▬", Words("projet", "project"), Words("projets", "projects")
        ),
    }
)

FACT_KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "mission": Words("mission", "mission"),
        "project": Words("projet", "project"),
        "agreement": Words("accord", "agreement"),
        "signature": Words("signature", "signature"),
        "programme": Words("programme", "programme"),
        "award": Words("aide", "award"),
        "budget": Words("argent", "money"),
        "figure": Words("chiffre", "figure"),
        "dispute": Words("désaccord", "dispute"),
        "place": Words("lieu", "place"),
        "source": Words("source", "source"),
        "role": Words("fonction", "office"),
        "outcome": Words("résultat", "outcome"),
        "relation": Words("relation", "relation"),
        "sequence": Words("enchaînement", "sequence"),
        "succession": Words("succession", "succession"),
    }
)
"""The word for each `Fact.kind`."""

VIEW_WORDS: Final[Mapping[str, tuple[Words, Words]]] = MappingProxyType(
    {
        "network": (
            Words("Le réseau des acteurs", "The network of actors"),
            Words(
                "Qui a coopéré avec qui, par quelle mission, quel projet ou quel accord, et quand.",
                "Who worked with whom, through which mission, project or agreement, and when.",
            ),
        ),
    }
)
"""Title and description of each view."""

_AUTHORITIES: Final = frozenset(
    {"local-authority", "government", "ministry", "consulate", "delegation", "armed-forces"}
)


def side_mark(side: str) -> SideMark:
    """Return the mark of a side; a side that is not in the legend counts as other.

    >>> side_mark("canada").words.fr
    'Autre'
    """
    return SIDES.get(side, SIDES["other"])


def shape_of_actor(kind: str) -> Shape:
    """Return the shape of an actor of this kind, a concept of the scheme actor-kind.

    >>> shape_of_actor("ministry"), shape_of_actor("technopole"), shape_of_actor("person")
    ('authority', 'organisation', 'person')
    """
    if kind == "person":
        return "person"
    return "authority" if kind in _AUTHORITIES else "organisation"
