"""How long work says how far it is: one kind of function for all stages.

>>> steps: list[str] = []
>>> def show(what: str, place: int, of: int) -> None:
...     steps.append(f"{what} {place}/{of}")
>>> show("missions", 1, 30)
>>> steps
['missions 1/30']
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done, its place in the order of work, and how many steps there are."""
