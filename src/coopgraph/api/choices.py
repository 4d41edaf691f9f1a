"""Refuse what is none of the choices, and name them.

>>> refuse_unless(False, ["dune"], ["network", "map"])
Traceback (most recent call last):
coopgraph.errors.UsageError: There is no “dune” here; known: map, network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["refuse_unless"]


def refuse_unless(fits: bool, given: Iterable[str], known: Iterable[str]) -> None:
    """Raise an error that names what was given and what is known.

    Raises:
        UsageError: it does not fit.
    """
    if not fits:
        what, choice = ", ".join(sorted(map(str, given))), ", ".join(sorted(known))
        raise UsageError(
            f"There is no “{what}” here; known: {choice}.",
            f"Il n’y a pas de « {what} » ici ; connus : {choice}.",
        )
