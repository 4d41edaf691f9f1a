"""Turn the words in which a dossier says what someone did in an activity into a role.

>>> role_of("project owner"), role_of("coprésident, sous-ministre")
(('project-owner', False), ('co-chair', True))
>>> role_of("maire de Dune")
('participant', True)

An office (mayor, minister) is no part in the activity: it stays as text beside ``participant``.
"""

from __future__ import annotations

from typing import Final

from coopgraph.vocabulary import read_schemes

__all__ = ["role_of"]

# words that say exactly what the concept says
_SAME: Final = {
    "organisateur": "organiser",
    "organisatrice": "organiser",
    "organizer": "organiser",
    "coorganisateur": "co-organiser",
    "coorganisatrice": "co-organiser",
    "hôte": "host",
    "hôtesse": "host",
    "invité": "guest",
    "invitée": "guest",
    "head": "head-of-delegation",
    "chef de délégation": "head-of-delegation",
    "cheffe de délégation": "head-of-delegation",
    "président de séance": "chair",
    "présidente de séance": "chair",
    "coprésident": "co-chair",
    "coprésidente": "co-chair",
    "conférencier": "speaker",
    "conférencière": "speaker",
    "porteur": "lead",
    "chef de file": "lead",
    "partenaire": "partner",
    "financeur": "funder",
    "bénéficiaire": "beneficiary",
    "délégué": "delegate",
    "déléguée": "delegate",
    "maître d’ouvrage": "project-owner",
    "témoin": "witness",
    "participante": "participant",
    "exposant": "exhibitor",
    "visiteur": "visitor",
    "addressee": "recipient",
    "destinataire": "recipient",
}
# words that say the concept and more
_MORE: Final = {
    "head of mission": "head-of-delegation",
    "chef de mission": "head-of-delegation",
    "mandating ministry": "mandating-body",
    "donor": "supporter",
}
# beginnings after which the text goes on to say more
_BEGINNINGS: Final = {
    "coprésident ": "co-chair",
    "coprésidente ": "co-chair",
    "hôte ": "host",
    "hôtesse ": "host",
    "accueil ": "host",
    "témoin ": "witness",
    "conférencier ": "speaker",
    "conférencière ": "speaker",
    "head of delegation ": "head-of-delegation",
    "chef de délégation ": "head-of-delegation",
    "organiser ": "organiser",
    "organisateur ": "organiser",
    "organisatrice ": "organiser",
}


def role_of(text: str) -> tuple[str, bool]:
    """Return the role, and whether the text says more than the role and is to be kept."""
    lower = " ".join(text.lower().replace("'", "’").split())
    slug = lower.replace(" ", "-")
    if slug in read_schemes()["participation-role"]:
        return slug, False
    if lower in _SAME:
        return _SAME[lower], False
    if lower in _MORE:
        return _MORE[lower], True
    words = lower.replace(",", " ").replace("(", " ").replace(";", " ")
    for beginning, role in _BEGINNINGS.items():
        if words.startswith(beginning):
            return role, True
    return "participant", True
