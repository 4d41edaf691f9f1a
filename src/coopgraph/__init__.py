"""A knowledge graph of Franco-Québécois cooperation, and the software that makes and asks it.

::

    import coopgraph as cg

    kg = cg.open()  # the corpus that comes with coopgraph
    kg.ask("took-part", activity="soft-landing-quebec-2018").to_pandas()
    kg.entity("quiet-oceans")
    kg.why("quiet-oceans", "technopole-maritime-du-quebec")

`open` takes a folder of tables, a built store, a file of RDF or the address of an endpoint as well;
`KnowledgeGraph` says what can be done with it. Everything else is in the modules, which are loaded
when they are first needed: ``import coopgraph`` alone loads none of them.

>>> import coopgraph as cg
>>> cg.open().language
'fr'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.errors import CoopgraphError

if TYPE_CHECKING:
    from coopgraph.api.entity import Entity
    from coopgraph.api.knowledge import KnowledgeGraph, open

__all__ = ["CoopgraphError", "Entity", "KnowledgeGraph", "open"]


def __getattr__(name: str) -> object:
    if name == "Entity":
        from coopgraph.api.entity import Entity

        return Entity
    if name in ("KnowledgeGraph", "open"):
        from coopgraph.api import knowledge

        return getattr(knowledge, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
