"""Which writer a format of the graph has, told who publishes and where, for those that say so.

>>> exporter_of("turtle").extension
'ttl'
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coopgraph.errors import UnknownFormat, UsageError
from coopgraph.export import EXPORTERS, dcat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.export import Exporter

__all__ = ["exporter_of"]

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_NO_BREAK = "\u00a0"


def exporter_of(
    name: str,
    publisher: str | None = None,
    publisher_name: str = "",
    downloads: str = "",
    *,
    also: Iterable[str] = (),
) -> Exporter:
    """Return the exporter of this name, told who publishes where it says so.

    `also` names the formats that are known elsewhere, for whoever asks for one that is not.

    Raises:
        UnknownFormat: there is no such format.
        UsageError: a publisher or downloads where none are written, or no IRI.
    """
    if name not in EXPORTERS:
        known = ", ".join((*EXPORTERS, *also))
        raise UnknownFormat(
            f"There is no format {name}. Known: {known}.",
            f"Le format {name} n’existe pas. Formats connus{_NO_BREAK}: {known}.",
        )
    named = publisher is not None or publisher_name
    if not named and not downloads:
        return EXPORTERS[name]
    if name != "dcat" or (named and not _ADDRESS.fullmatch(publisher or "")):
        raise UsageError(
            "A publisher goes with dcat, and is an IRI: --publisher https://…",
            f"L’éditeur va avec dcat, et c’est une IRI{_NO_BREAK}: --publisher https://…",
        )
    if downloads and not _ADDRESS.fullmatch(downloads):
        raise UsageError(
            "--downloads is a web address: --downloads https://…",
            f"--downloads est une adresse web{_NO_BREAK}: --downloads https://…",
        )
    write = partial(
        dcat.write, publisher=publisher, publisher_name=publisher_name, downloads=downloads
    )
    return replace(EXPORTERS[name], write=write)
