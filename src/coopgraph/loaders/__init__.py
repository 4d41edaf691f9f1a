"""Rows to triples: one loader for each table, in the order in which they run.

A loader takes the checked rows of its table, a few hundred at a time and column by column, and
writes lines of N-Triples for the store; called with rows, it yields the same as pyoxigraph quads
(`coopgraph.loaders.loader`). Nothing holds a whole table. What is the same for every table (a cell
becomes the property that the column map names) stands in `coopgraph.loaders.nodes`; a loader says
what is special in its table. To follow one fact: ``data/missions.csv`` →
`coopgraph.loaders.activities` → the graph.

Sources come last: an open-ended date is vouched for by the sources that its row cites
(`coopgraph.loaders.open_ends`), and those are known only after the citations. The tables of matches
and imports have no loader: which records are the same and what was read from which file are for
curators and are not in the graph.

It does not check: `coopgraph.tables.check` did, and `coopgraph.graph` joins the two.
"""

from __future__ import annotations

from coopgraph.loaders.activities import (
    load_missions,
    load_participations,
    load_projects,
    load_venues,
)
from coopgraph.loaders.actors import load_actors, load_roles, load_successions
from coopgraph.loaders.agreements import (
    load_agreements,
    load_parties,
    load_signatories,
    load_signings,
    load_terms,
)
from coopgraph.loaders.citations import load_citations
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.disputes import load_claims, load_concerns, load_disputes
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.names import load_identifiers, load_names
from coopgraph.loaders.outcomes import load_beneficiaries, load_outcomes
from coopgraph.loaders.places import load_places
from coopgraph.loaders.programmes import load_awards, load_budgets, load_operators, load_programmes
from coopgraph.loaders.remarks import load_attestations, load_figures, load_relations
from coopgraph.loaders.sequences import load_sequences
from coopgraph.loaders.sources import load_sources
from coopgraph.loaders.themes import load_subjects, load_themes
from coopgraph.loaders.withdrawals import load_withdrawals

__all__ = ["LOADERS", "LoadContext", "Loader"]

LOADERS: dict[str, Loader] = {
    "places": load_places,
    "actors": load_actors,
    "names": load_names,
    "identifiers": load_identifiers,
    "themes": load_themes,
    "subjects": load_subjects,
    "agreements": load_agreements,
    "signings": load_signings,
    "signatories": load_signatories,
    "terms": load_terms,
    "parties": load_parties,
    "missions": load_missions,
    "projects": load_projects,
    "participations": load_participations,
    "venues": load_venues,
    "programmes": load_programmes,
    "operators": load_operators,
    "awards": load_awards,
    "budgets": load_budgets,
    "roles": load_roles,
    "attestations": load_attestations,
    "outcomes": load_outcomes,
    "beneficiaries": load_beneficiaries,
    "sequences": load_sequences,
    "successions": load_successions,
    "figures": load_figures,
    "relations": load_relations,
    "disputes": load_disputes,
    "concerns": load_concerns,
    "claims": load_claims,
    "withdrawals": load_withdrawals,
    "citations": load_citations,
    "sources": load_sources,
}
