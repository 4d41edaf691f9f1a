"""Networks of every kind that the records make, declared in one table: `PROJECTIONS`.

A projection says what its nodes are, what ties them and what one tie weighs, in words. `project`
makes the network, a `networkx.MultiDiGraph`:

- **nodes** have ``iri``, ``label_fr``, ``label_en``, ``kind``, ``side``, ``place_fr``,
  ``place_en``, ``class`` (Actor, Place, Theme, Agreement, Mission, Project, Programme, Outcome),
  and places ``lat`` and ``lon``;
- **edges** have ``id``, ``kind``, ``record``, ``iri``, ``label_fr``, ``label_en``, ``edtf``,
  ``earliest_begin``, ``latest_begin``, ``earliest_end``, ``latest_end`` (ISO days), ``marks``,
  ``doubts``, ``inferred``, ``weight`` and ``records`` (ids of what stands behind it), those of
  agreements ``continues`` (what it renews or replaces); ``marks``, ``doubts``, ``records`` and
  ``continues`` are words with spaces between;
- **graph** has ``projection`` (the name) and ``directed``: of an undirected projection each edge
  is stored once, from the id that comes first to the other.

What is not known is left out; nothing is None or a list. Parallel edges are never merged, so that
`coopgraph.network.slices` can cut any day or period out of any projection. `account_for` tells for
every row of the tables whether it is in an edge, or why not.

>>> from pyoxigraph import Store
>>> project(Store(), "territories").graph
{'projection': 'territories', 'directed': False}

A new projection is a function from `Material` to `Made`, and a line in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from coopgraph.errors import UsageError
from coopgraph.network.projections.actors import actors, actors_by
from coopgraph.network.projections.agreements import agreements_and_agreements
from coopgraph.network.projections.chains import chains
from coopgraph.network.projections.funding import funding
from coopgraph.network.projections.items import Material
from coopgraph.network.projections.persons import persons_and_organisations
from coopgraph.network.projections.territories import territories
from coopgraph.network.projections.themes import actors_and_themes, themes_and_themes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx

    from coopgraph.network.projections.edges import Account, Made
    from coopgraph.sparql import Queryable

__all__ = ["PROJECTIONS", "Projection", "account_for", "project"]


@dataclass(frozen=True, slots=True)
class Projection:
    """One way of making a network of the records, with its words."""

    name: str
    make: Callable[[Material], Made]
    node_class: str  # classes of its nodes, spaces between
    directed: bool
    title_fr: str
    title_en: str
    description_fr: str
    description_en: str
    weight_fr: str
    weight_en: str

    def project(self, graph: Queryable, *, inferred: bool = True) -> nx.MultiDiGraph:
        """Return the network; without `inferred`, leave out what the curator deduced.

        Raises:
            StoreError: the graph cannot be read.
        """
        return self.make_of(Material(graph, inferred))

    def make_of(self, material: Material) -> nx.MultiDiGraph:
        """Return the network of what was read, maybe for other projections before.

        Raises:
            StoreError: the graph cannot be read.
        """
        network = self.make(material).network
        network.graph |= {"projection": self.name, "directed": self.directed}
        return network


_WORKS: Final = "Agreement Programme Mission Project Outcome Actor"

_DECLARED: Final = (
    Projection(
        "actors", actors, "Actor", False,
        "Les acteurs", "Actors",
        "Qui a coopéré avec qui, par quelle mission, quel projet ou quel accord.",
        "Who worked with whom, through which mission, project or agreement.",
        "un par mission, par projet et par période de vigueur d’un accord que les deux partagent",
        "one for each mission, project and period of force of an agreement that both share",
    ),
    Projection(
        "actors-by-mission", actors_by("mission"), "Actor", False,
        "Les acteurs, par les missions", "Actors, by missions",
        "Qui a pris part à la même mission.",
        "Who took part in the same mission.",
        "un par mission où les deux se retrouvent",
        "one for each mission that both share",
    ),
    Projection(
        "actors-by-project", actors_by("project"), "Actor", False,
        "Les acteurs, par les projets", "Actors, by projects",
        "Qui a travaillé au même projet.",
        "Who worked on the same project.",
        "un par projet où les deux se retrouvent",
        "one for each project that both share",
    ),
    Projection(
        "actors-by-agreement", actors_by("agreement"), "Actor", False,
        "Les acteurs, par les accords", "Actors, by agreements",
        "Qui est lié par le même accord, tant qu’il est en vigueur.",
        "Who is bound by the same agreement, as long as it is in force.",
        "un par période de vigueur d’un accord qui lie les deux",
        "one for each period of force of an agreement that binds both",
    ),
    Projection(
        "territories", territories, "Place", False,
        "Les territoires", "Territories",
        "Quels lieux coopèrent, par leurs acteurs ou par ce qui s’y tient, jumelés ou non.",
        "Which places work together, through their actors or what is held there, twinned or not.",
        "un par mission, projet, période d’accord ou jumelage qui relie les deux lieux, quel que"
        " soit le nombre d’acteurs",
        "one for each mission, project, period of an agreement or twinning that ties the two"
        " places, however many actors",
    ),
    Projection(
        "person-organisation", persons_and_organisations, "Actor", True,
        "Les personnes et leurs organismes", "Persons and their organisations",
        "Qui exerce une fonction où, et qui a signé pour qui ; deux personnes se rejoignent par"
        " l’organisme.",
        "Who holds which office where, and who signed for whom; two persons meet through the"
        " organisation.",
        "un par fonction et par signature",
        "one for each office and each signature",
    ),
    Projection(
        "funding", funding, _WORKS, True,
        "Qui finance quoi", "Who funds what",
        "Du financeur au bénéficiaire : aides, budgets, programmes et résultats, chaque montant"
        " dans sa monnaie.",
        "From the funder to the beneficiary: awards, budgets, programmes and outcomes, each amount"
        " in its own currency.",
        "un par aide, budget, financement ou bénéfice ; les montants sont à part, monnaie par"
        " monnaie",
        "one for each award, budget, funding or benefit; amounts stand apart, currency by currency",
    ),
    Projection(
        "themes", themes_and_themes, "Theme", False,
        "Les thèmes", "Themes",
        "Quels thèmes vont ensemble : la même fiche, ou le même acteur, porte sur les deux.",
        "Which themes go together: the same record, or the same actor, is about both.",
        "un par fiche qui porte sur les deux thèmes, et un par acteur qui travaille aux deux par"
        " des fiches différentes",
        "one for each record that is about both themes, and one for each actor that works on both"
        " through different records",
    ),
    Projection(
        "agreements", agreements_and_agreements, "Agreement", True,
        "Les accords entre eux", "Agreements and agreements",
        "Quel accord modifie, renouvelle, remplace ou complète quel autre ; du plus récent au plus"
        " ancien.",
        "Which agreement amends, renews, replaces or completes which; from the later to the"
        " earlier.",
        "un par lien entre deux accords",
        "one for each link between two agreements",
    ),
    Projection(
        "actor-theme", actors_and_themes, "Actor Theme", True,
        "Les acteurs et leurs thèmes", "Actors and their themes",
        "Qui travaille à quel thème, par quelle fiche.",
        "Who works on which theme, through which record.",
        "un par fiche qui porte sur le thème et nomme l’acteur",
        "one for each record that is about the theme and names the actor",
    ),
    Projection(
        "chains", chains, _WORKS, True,
        "Les enchaînements", "Chains",
        "Ce qui a conduit à quoi, ou n’a fait que suivre : accords, programmes, missions, projets,"
        " résultats.",
        "What led to what, or only followed: agreements, programmes, missions, projects, outcomes.",
        "un par lien entre les deux fiches",
        "one for each link between the two records",
    ),
)  # fmt: skip

PROJECTIONS: Final[Mapping[str, Projection]] = MappingProxyType(
    {projection.name: projection for projection in _DECLARED}
)
"""Every projection by name, in the order in which lists show them."""


def project(
    graph: Queryable, name: str, *, inferred: bool = True, material: Material | None = None
) -> nx.MultiDiGraph:
    """Return the network of one projection.

    `material` is what was read of the graph for another projection, with or without what the
    curator deduced; then nothing is read twice.

    Raises:
        UsageError: there is no projection of this name.
        StoreError: the graph cannot be read.
    """
    projection = _named(name)
    return (
        projection.make_of(material) if material else projection.project(graph, inferred=inferred)
    )


def account_for(graph: Queryable, name: str, *, inferred: bool = True) -> Account:
    """Return which rows of the tables are in an edge, and for each other the reason why not.

    The reasons are the keys of `coopgraph.network.projections.edges.REASONS`.

    Raises:
        UsageError: there is no projection of this name.
        StoreError: the graph cannot be read.
    """
    return _named(name).make(Material(graph, inferred)).account


def _named(name: str) -> Projection:
    if name not in PROJECTIONS:
        known = ", ".join(PROJECTIONS)
        raise UsageError(
            f"There is no projection “{name}”. There are: {known}.",
            f"La projection «\u00a0{name}\u00a0» n’existe pas. Il y a\u00a0: {known}.",
        )
    return PROJECTIONS[name]
