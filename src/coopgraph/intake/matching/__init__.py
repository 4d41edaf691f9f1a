"""Which records may be the same thing, with a score and its reasons.

`match_entities` finds candidates among records that came in and those that are known; `score_pair`
says why two records are or are not alike:

>>> town = {"kind": "local-authority", "side": "quebec"}
>>> known = entities_of({"actors": [{"id": "port-dune", "name_fr": "Ville de Port-Dune", **town}]})
>>> new = entities_of({"actors": [{"id": "pd", "name_fr": "Mairie de Port Dune", **town}]})
>>> found = match_entities(known, new)[0]
>>> found.first.id, found.second.id, found.score >= SURE, found.reasons[0].reason_en
('port-dune', 'pd', True, 'same name (mairie de port dune)')

Nothing is merged here: decisions stand in ``data/matches.csv``, and the plan of an import obeys
them. `coopgraph.intake.matching.gold` measures how far the score can be trusted, on pairs that were
decided by hand.
"""

from coopgraph.intake.matching.candidates import Candidate, match_entities
from coopgraph.intake.matching.entities import Entity, Label, entities_of, rows_of
from coopgraph.intake.matching.evidence import Evidence
from coopgraph.intake.matching.profiles import Profiles
from coopgraph.intake.matching.score import DOUBT, SURE, score_pair

__all__ = [
    "DOUBT",
    "SURE",
    "Candidate",
    "Entity",
    "Evidence",
    "Label",
    "Profiles",
    "entities_of",
    "match_entities",
    "rows_of",
    "score_pair",
]
