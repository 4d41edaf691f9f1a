"""Where an activity was held: cities with their preposition, other places in brackets.

>>> from coopgraph.views.model import Words
>>> from coopgraph.views.particulars import Share
>>> held = (Share(Words("Le Port", "Le Port"), CITY), Share(Words("Dunes", "Dunes"), VENUE))
>>> record = Particulars(id="m", kind="mission", shares=held)
>>> where_held(record, "fr"), where_held(record, "en")
('au Port (Dunes)', 'in Le Port and Dunes')

Of regions and countries the French preposition is not known, so none is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.particulars import Particulars
from coopgraph.views.sentences.grammar import listed

if TYPE_CHECKING:
    from coopgraph.views.particulars import Share
    from coopgraph.views.sentences.grammar import Language

__all__ = ["CITY", "VENUE", "actors_of", "in_city", "where_held"]

CITY: Final = "venue-city"
"""Role of a city in which an activity was held."""

VENUE: Final = "venue"
"""Role of any other place in which an activity was held."""


# Tells a city from the region of its name; « à » does so already.
_BESIDE_REGION: Final = " (ville)"


def actors_of(record: Particulars) -> tuple[Share, ...]:
    """Return the shares of those who acted, without the places."""
    return tuple(share for share in record.shares if share.role not in (CITY, VENUE))


def where_held(record: Particulars, language: Language) -> str:
    """Return the places in which an activity was held; nothing where none is known."""
    if language == "en":
        names = [share.name.en for share in record.sharing(CITY, VENUE)]
        return f"in {listed(names, 'en')}" if names else ""
    cities = listed([in_city(share.name.fr) for share in record.sharing(CITY)], "fr")
    others = listed([share.name.fr for share in record.sharing(VENUE)], "fr")
    return " ".join(filter(None, (cities, f"({others})" if others else "")))


def in_city(name: str) -> str:
    """Return « à » and the French name of a city, contracted with its article.

    >>> in_city("Port-Dune"), in_city("Les Sables"), in_city("La Dune")
    ('à Port-Dune', 'aux Sables', 'à La Dune')
    >>> in_city("Dune (ville)")
    'à Dune'
    """
    name = name.removesuffix(_BESIDE_REGION)
    for article, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"à {name}"
