"""What several pictures of one graph rest on, read and worked out once for all of them.

A page holds the network and further projections of the same graph. They tell many of the same
facts, with the same names and themes; `Ground` reads each of these when it is first asked for.

>>> from pyoxigraph import Store
>>> ground = Ground(Store())
>>> ground.told([]), ground.known_until
({}, '')

A ground is for one making of one page: it does not notice that the graph has changed since.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

from coopgraph.canonical import hash_store
from coopgraph.network.borne import read_names_borne
from coopgraph.network.projections.items import Material
from coopgraph.network.rows import read_text_rows
from coopgraph.views.facts import gather_facts
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.network.borne import NamesBorne
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Fact

__all__ = ["Ground"]

_KINDS: Final = """
SELECT (REPLACE(STR(?scheme), "^.*/", "") AS ?of) ?kind ?fr ?en {
  ?kind skos:inScheme ?scheme ; skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en" && STRENDS(STR(?scheme), "-kind"))
}"""
_RECORDS: Final = """
SELECT ?record (STR(?record) AS ?iri) {
  VALUES ?class { coop:Agreement coop:Mission coop:Project coop:Programme coop:Outcome }
  ?record a ?class .
}"""
_THEMES: Final = """
SELECT ?theme ?fr ?en ?broader {
  ?theme skos:inScheme <https://w3id.org/coopgraph/scheme/theme> ; skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
  OPTIONAL { ?theme skos:broader ?broader }
}"""
_ABOUT: Final = "SELECT (STR(?record) AS ?iri) ?theme { ?record coop:hasTheme ?theme }"
_PUBLISHED: Final = """
SELECT (STR(MAX(?day)) AS ?last) { ?source a coop:Source ; coop:earliestBegin ?day }"""


@dataclass
class Ground:
    """A graph, and what was read of it so far; without `inferred`, what was deduced is left out."""

    graph: Queryable
    inferred: bool = True
    facts: dict[str, Fact | None] = field(default_factory=dict)  # by IRI; None: not to be told

    def told(self, iris: Iterable[str]) -> dict[str, Fact]:
        """Return the facts of these records, by id, in the order given.

        Raises:
            StoreError: the graph cannot be read.
        """
        wanted = list(dict.fromkeys(iris))
        missing = [iri for iri in wanted if iri not in self.facts]
        if missing:
            gathered = gather_facts(self.graph, missing, inferred=self.inferred)
            by_iri = {fact.iri: fact for fact in gathered.values()}
            self.facts |= {iri: by_iri.get(iri) for iri in missing}
        found = (self.facts[iri] for iri in wanted)
        return {fact.id: fact for fact in found if fact is not None}

    @cached_property
    def material(self) -> Material:
        """What projections are made of."""
        return Material(self.graph, self.inferred)

    @cached_property
    def version(self) -> str:
        """The hash of the content; empty where the graph is an endpoint."""
        return hash_store(self.graph) if isinstance(self.graph, Store) else ""

    @cached_property
    def borne(self) -> NamesBorne:
        """The dated names of all actors."""
        return read_names_borne(self.graph)

    @cached_property
    def kinds(self) -> Mapping[tuple[str, str], Words]:
        """The words of every kind, by what it is a kind of (`actor-kind`) and its own name."""
        rows = read_text_rows(self.graph, _KINDS)
        return {(of_, kind): Words(fr, en) for of_, kind, fr, en in rows}

    @cached_property
    def iris(self) -> Mapping[str, str]:
        """The IRIs of all records of what people do together, by id."""
        return {
            record: iri
            for iri, record in sorted(row[::-1] for row in read_text_rows(self.graph, _RECORDS))
        }

    @cached_property
    def themes(self) -> tuple[dict[str, Words], Mapping[str, tuple[str, ...]]]:
        """The names of the themes, and the widest themes of each record by IRI."""
        words: dict[str, Words] = {}
        above: dict[str, str] = {}
        for theme, fr, en, broader in sorted(read_text_rows(self.graph, _THEMES)):
            words[theme] = Words(fr, en)
            if broader:
                above.setdefault(theme, broader)
        found: dict[str, dict[str, None]] = {}
        for record, theme in sorted(read_text_rows(self.graph, _ABOUT)):
            found.setdefault(record, {})[_widest(theme, above)] = None
        return words, {
            record: tuple(theme for theme in themes if theme in words)
            for record, themes in found.items()
        }

    @cached_property
    def known_until(self) -> str:
        """The latest day before which no newer source surely is; empty where none is dated."""
        rows = read_text_rows(self.graph, _PUBLISHED)
        return rows[0][0] if rows else ""


def _widest(theme: str, above: Mapping[str, str]) -> str:
    """Follow the broader themes up; themes that are above each other stop where they began.

    >>> _widest("sonnets", {"sonnets": "poems", "poems": "books"})
    'books'
    """
    passed = {theme}
    while theme in above and above[theme] not in passed:
        theme = above[theme]
        passed.add(theme)
    return theme
