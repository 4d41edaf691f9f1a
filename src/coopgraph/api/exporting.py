"""A graph or a network in a file for other tools: what `coopgraph.api.KnowledgeGraph.export` does.

The formats and the refusals are those of ``coopgraph export``; the options are spelled as keywords.

>>> from pyoxigraph import Store
>>> export_to(Store(), "parchment", "never.txt", Choices(), language="en")  # doctest: +ELLIPSIS
Traceback (most recent call last):
coopgraph.errors.UnknownFormat: There is no format parchment. Known: turtle, ...
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from coopgraph.api.choices import refuse_unless
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    import os
    from collections.abc import Collection

    from coopgraph.export.networks import Choice
    from coopgraph.network.moments import When
    from coopgraph.sparql import Queryable

__all__ = ["Choices", "Exported", "export_to"]

_SPELLED = {"without_inferred": "inferred", "sides": "side"}


class Choices(TypedDict, total=False):
    """The keywords of `KnowledgeGraph.export`; what is left out, or None, limits nothing.

    A network is chosen by `projection`, by `at` or `first` and `last` (a year, a day, a date in
    EDTF or in words), `mode` (possibly, certainly), `kinds` of ties and `inferred`. It is narrowed
    to a node and its neighbours (`of`, with `steps` 1 or 2), to a `side` (france, quebec), a
    `theme`, a `place`; names are written as people write them, or as ids. The last three
    are for dcat.
    """

    projection: str | None
    at: When | None
    first: When | None
    last: When | None
    mode: str | None
    kinds: str | Collection[str] | None
    inferred: bool
    of: str | None
    steps: int | None
    side: str | Collection[str] | None
    theme: str | None
    place: str | None
    publisher: str | None
    publisher_name: str
    downloads: str


_KNOWN = frozenset(Choices.__annotations__)


class Exported(NamedTuple):
    """What was written: the file, its size and checksum, how much is in it, what is worth knowing.

    `remarks` say, in the language of the graph, that nothing lies in the selection, how many nodes
    have no place on a map, how many persons nothing ties.
    """

    path: Path
    bytes: int
    sha256: str
    counts: dict[str, int]
    remarks: tuple[str, ...] = ()


def export_to(
    graph: Queryable,
    format_: str,
    path: str | os.PathLike[str],
    chosen: Choices,
    *,
    language: str,
) -> Exported:
    """Write the graph, or a network of it, in a format of ``coopgraph export``.

    Raises:
        UnknownFormat: there is no such format.
        UsageError: a choice goes not with the format, or names what is not there.
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    from coopgraph.export.networks import NETWORK_EXPORTERS, PICTURES

    refuse_unless(chosen.keys() <= _KNOWN, chosen.keys() - _KNOWN, _KNOWN)
    choice, target = _choice(chosen), Path(path)
    formats = (*NETWORK_EXPORTERS, *PICTURES)
    if format_ in formats:
        _refuse_publisher(chosen)
        choice.check(format_, spelled=_keyword)
        return _write_network(graph, format_, choice, target, language)
    return _write_graph(graph, format_, choice, chosen, target, formats)


def _write_graph(
    graph: Queryable,
    format_: str,
    choice: Choice,
    chosen: Choices,
    target: Path,
    formats: Collection[str],
) -> Exported:
    from pyoxigraph import Store

    from coopgraph.export.files import write_checked
    from coopgraph.export.publishing import exporter_of

    exporter = exporter_of(
        format_,
        chosen.get("publisher"),
        chosen.get("publisher_name", ""),
        chosen.get("downloads", ""),
        also=formats,
    )
    choice.refuse_for(format_, formats, spelled=_keyword)
    if not isinstance(graph, Store):
        raise UsageError(
            "An endpoint is not copied: export a network of it, or ask it for its own dump.",
            "Un point d’accès ne se copie pas\u00a0: en exporter un réseau, ou lui demander sa"
            " propre copie.",
        )
    written = write_checked(graph, exporter, target)
    return Exported(target, written.bytes, written.sha256, {"triples": written.quads})


def _write_network(
    graph: Queryable, format_: str, choice: Choice, target: Path, language: str
) -> Exported:
    from coopgraph.export.networks import PICTURES, select_for, write_network
    from coopgraph.export.networks.saying import Counted, remarks_on
    from coopgraph.render.stills.projected import write_network_picture

    selected = select_for(format_, graph, choice.selection())
    if format_ in PICTURES:
        size = write_network_picture(
            selected.network, selected.positions, target, form=format_, language=language,
            **selected.sheet,
        )  # fmt: skip
        sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
        counted = Counted(len(selected.network), selected.network.number_of_edges())
    else:
        written = write_network(selected, format_, target, language=language)
        size, sha256, counted = written.bytes, written.sha256, written.counted
    names = ("events",) if format_ == "ical" else ("nodes", "ties")
    if format_ == "geojson":
        counts = {"places": counted.nodes, "arcs": counted.ties, "unplaced": counted.unplaced}
    else:
        counts = {name: getattr(counted, name) for name in names}
    remarks = remarks_on(format_, selected, counted)
    said = tuple(str(getattr(remark, language)) for remark in remarks)
    return Exported(target, size, sha256, counts, said)


def _choice(chosen: Choices) -> Choice:
    from coopgraph.export.networks import Choice

    return Choice(
        projection=chosen.get("projection"),
        first=_day(chosen.get("first")),
        last=_day(chosen.get("last")),
        at=_day(chosen.get("at")),
        mode=chosen.get("mode"),
        kinds=_list(chosen.get("kinds")),
        of=chosen.get("of"),
        steps=chosen.get("steps"),
        sides=_list(chosen.get("side")),
        theme=chosen.get("theme"),
        place=chosen.get("place"),
        without_inferred=not chosen.get("inferred", True),
    )


def _day(when: When | None) -> str | None:
    """Return a moment as it is typed; a number is a year.

    >>> _day(2010), _day(date(2010, 4, 1)), _day("avril 2010"), _day(None) is None
    ('2010', '2010-04-01', 'avril 2010', True)
    """
    if when is None or isinstance(when, str):
        return when
    if isinstance(when, date):
        return when.isoformat()
    return f"{when:04}" if isinstance(when, int) else "/".join(when)


def _list(names: str | Collection[str] | None) -> str | None:
    if names is None or isinstance(names, str):
        return names
    return ",".join(names) or None


def _keyword(field: str) -> str:
    return _SPELLED.get(field, field)


def _refuse_publisher(chosen: Choices) -> None:
    if chosen.get("publisher") is not None or any(
        chosen.get(name) for name in ("publisher_name", "downloads")
    ):
        raise UsageError(
            "A publisher and downloads go with dcat, not with a network.",
            "L’éditeur et les téléchargements vont avec dcat, pas avec un réseau.",
        )
