"""Invented actors, and records made by hand, of which the sentences are told."""

from coopgraph.network.rows import Bounds
from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars, Share

PORT = Words("Ville de Port-Dune", "Port-Dune City Council")
NAVY = Words("Marine des Dunes", "Dunes Navy")
OASIS = Words("Oasis & Filles", "Oasis & Filles")
POLE = Words("Technopôle des Dunes", "Technopôle des Dunes")
ACTORS = Words("Acteurs économiques des Dunes", "Unnamed economic actors of the Dunes")
ADA = Words("Ada Exemple", "Ada Exemple")
WHOLE = Words("Mission d’hiver", "Winter mission")
SAND = Words("Projet Sable", "Sand project")


def record(kind: str, concept: str = "", *, edtf: str = "", **more: object) -> Particulars:
    marks = ("duration", "open-end") if edtf.endswith("/..") else ()
    bounds = Bounds(edtf, marks=marks)
    return Particulars(id="x", kind=kind, concept=concept, bounds=bounds, **more)  # type: ignore[arg-type]  # checked by the dataclass


def shares(*pairs: tuple[Words, str]) -> tuple[Share, ...]:
    return tuple(Share(name, role) for name, role in pairs)
