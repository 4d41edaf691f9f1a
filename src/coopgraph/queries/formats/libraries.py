"""Say which libraries a form needs, where they are missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from coopgraph.errors import UsageError

__all__ = ["needing"]


@contextmanager
def needing(*libraries: str, install: str = "'coopgraph[tables]'") -> Iterator[None]:
    """Turn the absence of one of the libraries into an error that says what to install.

    Raises:
        UsageError: one is not installed.

    >>> with needing("sandworm", install="sandworm"):
    ...     import sandworm
    Traceback (most recent call last):
    coopgraph.errors.UsageError: This form needs the library sandworm: pip install sandworm
    """
    try:
        yield
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in libraries:
            raise
        raise UsageError(
            f"This form needs the library {missing}: pip install {install}",
            f"Cette forme demande la bibliothèque {missing} : pip install {install}",
        ) from error
