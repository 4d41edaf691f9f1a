"""The names and meanings of all measures, in words: for headings, charts and docs/measures.md.

>>> MEASURES["density"].title_fr, MEASURES["density"].grows
('densité', False)

`grows` tells that the figure of the possible network is never below that of the certain one:
counts. What does not grow may move either way when a tie is added.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MEASURES", "Measure"]


class Measure(NamedTuple):
    """One measure: its title, what it says, and whether a tie more can only raise it."""

    title_fr: str
    title_en: str
    definition_fr: str
    definition_en: str
    grows: bool


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "actors": Measure(
            "acteurs",
            "actors",
            "Nombre d’acteurs liés à au moins un autre.",
            "Number of actors tied to at least one other.",
            True,
        ),
        "pairs": Measure(
            "couples liés",
            "tied pairs",
            "Nombre de couples d’acteurs qu’au moins une fiche lie.",
            "Number of pairs of actors that at least one record ties.",
            True,
        ),
        "records": Measure(
            "fiches",
            "records",
            "Nombre de fiches distinctes (missions, projets, accords…) derrière ces liens.",
            "Number of distinct records (missions, projects, agreements …) behind these ties.",
            True,
        ),
        "density": Measure(
            "densité",
            "density",
            "Part des couples possibles qui sont liés, de 0 à 1.",
            "Share of all possible pairs that are tied, from 0 to 1.",
            False,
        ),
        "components": Measure(
            "composantes",
            "components",
            "Nombre d’ensembles d’acteurs que rien ne relie entre eux.",
            "Number of sets of actors that nothing joins to each other.",
            False,
        ),
        "largest-component": Measure(
            "plus grande composante",
            "largest component",
            "Nombre d’acteurs du plus grand de ces ensembles.",
            "Number of actors in the largest of these sets.",
            True,
        ),
        "mean-degree": Measure(
            "degré moyen",
            "mean degree",
            "Nombre moyen d’acteurs auxquels un acteur est lié.",
            "Mean number of actors that an actor is tied to.",
            False,
        ),
        "mean-strength": Measure(
            "force moyenne",
            "mean strength",
            "Nombre moyen de fiches par acteur, comptées une fois par partenaire.",
            "Mean number of records of an actor, each counted once for each partner.",
            False,
        ),
        "highest-core": Measure(
            "cœur le plus profond",
            "highest core",
            "Plus grand k pour lequel il existe un groupe où chacun a k liens.",
            "Greatest k for which there is a group in which each has k ties.",
            True,
        ),
        "betweenness-centralisation": Measure(
            "centralisation",
            "centralisation",
            "Écart entre l’acteur le plus intermédiaire et les autres : 1 pour une étoile, 0 si"
            " tous se valent.",
            "How far the actor most between stands out: 1 for a star, 0 where all are equal.",
            False,
        ),
        "highest-pagerank": Measure(
            "PageRank le plus élevé",
            "highest PageRank",
            "Part de l’acteur où passe le plus souvent une marche au hasard le long des liens.",
            "Share of the actor that a random walk along ties visits most.",
            False,
        ),
        "communities": Measure(
            "communautés",
            "communities",
            "Nombre de groupes de deux acteurs ou plus, liés entre eux plus qu’au hasard.",
            "Number of groups of two actors or more, tied within more than by chance.",
            False,
        ),
        "modularity": Measure(
            "modularité",
            "modularity",
            "Part du poids des liens qui reste dans les communautés, au-delà du hasard.",
            "Share of the weight of ties that stays within communities, beyond chance.",
            False,
        ),
        "bridges": Measure(
            "ponts",
            "bridges",
            "Nombre de couples liés sans lesquels un ensemble se défait.",
            "Number of tied pairs without which a set falls apart.",
            False,
        ),
        "shore-pairs": Measure(
            "couples des deux rives",
            "pairs across the shores",
            "Nombre de couples liés dont un acteur est en France et l’autre au Québec.",
            "Number of tied pairs with one actor in France and one in Québec.",
            True,
        ),
        "side-assortativity": Measure(
            "assortativité par rive",
            "assortativity by side",
            "Tendance à rester entre soi : 1 toujours, 0 comme au hasard, négatif si l’on va"
            " surtout vers l’autre rive.",
            "Tendency to stay on one’s shore: 1 always, 0 as by chance, negative where ties mostly"
            " cross.",
            False,
        ),
        "degree": Measure(
            "degré",
            "degree",
            "Nombre d’acteurs auxquels l’acteur est lié.",
            "Number of actors that the actor is tied to.",
            True,
        ),
        "strength": Measure(
            "force",
            "strength",
            "Nombre de ses fiches, comptées une fois par partenaire.",
            "Number of its records, each counted once for each partner.",
            True,
        ),
        "betweenness": Measure(
            "intermédiarité",
            "betweenness",
            "Part des couples d’autres acteurs dont le plus court chemin passe par lui.",
            "Share of the pairs of other actors whose shortest way leads through it.",
            False,
        ),
        "pagerank": Measure(
            "PageRank",
            "PageRank",
            "Part du temps qu’une marche au hasard le long des liens passe chez lui.",
            "Share of its time that a random walk along ties spends at it.",
            False,
        ),
        "core": Measure(
            "cœur",
            "core",
            "Plus grand k d’un groupe dont il est, où chacun a k liens.",
            "Greatest k of a group to which it belongs, in which each has k ties.",
            True,
        ),
    }
)
"""Every measure by its name: those of a network, then those of one actor."""
