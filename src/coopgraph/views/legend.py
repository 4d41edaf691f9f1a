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
from coopgraph.views.tie_kinds import TIE_KINDS, TieMark

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
        "place": ShapeMark("▼", Words("L", "Pl"), Words("lieu", "place"), Words("lieux", "places")),
        "theme": ShapeMark(
            "⏢", Words("T", "T"), Words("thème", "theme"), Words("thèmes", "themes")
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
        "timeline": (
            Words("Le fil du temps", "The timeline"),
            Words(
                "Accords, missions, sessions, projets et fonctions sur un seul axe du temps ; ce"
                " que les sources ne datent pas au jour près est dessiné comme tel.",
                "Agreements, missions, sessions, projects and offices on one axis of time; what the"
                " sources do not date to the day is drawn so.",
            ),
        ),
        "dashboard": (
            Words("Le tableau de bord", "The dashboard"),
            Words(
                "Réseau, carte, fil du temps, chaînes, matrice et miroir : une seule période et une"
                " seule sélection pour tous.",
                "Network, map, timeline, chains, matrix and mirror: one period and one selection"
                " for all.",
            ),
        ),
        "chain": (
            Words("Les chaînes, de la mission au résultat", "The chains, from mission to outcome"),
            Words(
                "Ce qui a conduit à quoi, aussi loin que vont les sources ; où elles se taisent, la"
                " lacune est dessinée et dite.",
                "What led to what, as far as the sources go; where they are silent, the gap is"
                " drawn and said.",
            ),
        ),
        "matrix": (
            Words("La matrice : qui avec qui", "The matrix: who with whom"),
            Words(
                "Combien de faits lient chaque acteur, lieu, thème ou décennie à chaque autre.",
                "How many facts tie each actor, place, theme or decade to each other.",
            ),
        ),
        "mirror": (
            Words("Le miroir des deux rives", "The mirror of both shores"),
            Words(
                "La même coopération, racontée par les sources françaises et par les sources"
                " québécoises : ce qui concorde, ce qui diffère, ce qu’une rive est seule à dire.",
                "The same cooperation as the French and the Québec sources tell it: what agrees,"
                " what differs, what one shore alone says.",
            ),
        ),
        "map": (
            Words("La carte des deux rives", "The map of both shores"),
            Words(
                "Où sont les acteurs, où ils se sont rencontrés, et quels lieux leurs liens"
                " unissent.",
                "Where the actors are, where they met, and which places their ties join.",
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
