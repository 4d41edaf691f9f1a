"""``coopgraph export gexf|graphml|…``: a network, or a calendar, in a file for another tool.

The options that choose a network stand on the same command as those of the graph; `Choice` holds
them, refuses those that do not go with a format, and says in the end what was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.cli.bilingual import language_of, say
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import click
    from pyoxigraph import Store

    from coopgraph.export.networks import Selected, Selection

__all__ = ["NETWORK_FORMATS", "Choice", "write_chosen"]

_PICTURES: Final = ("svg", "pdf")
NETWORK_FORMATS: Final = (
    "gexf",
    "graphml",
    "cytoscape",
    "pajek",
    "csv",
    "geojson",
    "ical",
    *_PICTURES,
)
"""The formats that hold a network, or a calendar, and not the graph."""


class Choice(NamedTuple):
    """The options that choose a network, as they were typed."""

    projection: str | None
    first: str | None
    last: str | None
    mode: str | None
    kinds: str | None
    without_inferred: bool

    def _given(self) -> list[str]:
        names = ("--projection", "--from", "--to", "--mode", "--kinds", "--without-inferred")
        return [
            name
            for name, value in zip(names, self, strict=True)
            if value is not None and value is not False
        ]

    def refuse_for(self, format_: str) -> None:
        """Refuse every one of these options for a format of the whole graph.

        Raises:
            UsageError: one was given.
        """
        if given := self._given():
            formats = ", ".join(NETWORK_FORMATS)
            options = ", ".join(given)
            raise UsageError(
                f"{options}: only for a network ({formats}); {format_} holds the whole graph.",
                f"{options} : seulement pour un réseau ({formats}) ; {format_} contient le graphe"
                " entier.",
            )

    def check(self, format_: str) -> None:
        """Refuse what a network format cannot follow.

        Raises:
            UsageError: a projection was given for a calendar.
        """
        if format_ == "ical" and self.projection is not None:
            raise UsageError(
                "A calendar has no projection: choose with --kinds mission,call,agreement.",
                "Un calendrier n’a pas de projection : choisir avec --kinds"
                " mission,call,agreement.",
            )

    def selection(self) -> Selection:
        """Return what is asked for.

        Raises:
            UsageError: a date is none.
        """
        from coopgraph.export.networks import Selection, read_period

        first, last = read_period(self.first, self.last)
        kinds = [kind.strip() for kind in (self.kinds or "").split(",") if kind.strip()]
        return Selection(
            projection=self.projection or "actors",
            first=first,
            last=last,
            mode="certainly" if self.mode == "certainly" else "possibly",
            kinds=frozenset(kinds) if kinds else None,
            inferred=not self.without_inferred,
        )


def write_chosen(
    context: click.Context, format_: str, choice: Choice, graph: Store, output: Path
) -> None:
    """Write the chosen network to `output` and say what went into it."""
    from coopgraph.export.networks import select_for, write_network

    language = language_of(context)
    selected = select_for(format_, graph, choice.selection())
    if format_ in _PICTURES:
        size = _draw(selected, format_, output, language)
        nodes, ties, events = len(selected.network), selected.network.number_of_edges(), 0
    else:
        written = write_network(selected, format_, output, language=language)
        size, (nodes, ties, events) = written.bytes, written.counted
    if format_ == "ical":
        what = f"{events} événements", f"{events} events"
    else:
        what = f"{nodes} nœuds, {ties} liens", f"{nodes} nodes, {ties} ties"
    say(context, f"{output} : {what[0]}, {size} octets", f"{output}: {what[1]}, {size} bytes")
    if selected.apart:
        say(
            context,
            f"Sans les {selected.apart} personnes que rien ne relie ici.",
            f"Without the {selected.apart} persons whom nothing ties here.",
            err=True,
        )


def _draw(selected: Selected, format_: str, output: Path, language: str) -> int:
    """Draw the network as a still, whatever the file is called."""
    from pyoxigraph import Store

    from coopgraph.canonical import hash_store
    from coopgraph.network.projections import PROJECTIONS
    from coopgraph.render.stills import write_picture
    from coopgraph.render.stills.projected import view_of_network
    from coopgraph.views.model import Words

    chosen = selected.selection
    known = PROJECTIONS[chosen.projection]
    window = None
    if chosen.first or chosen.last:
        window = (
            chosen.first.isoformat() if chosen.first else "",
            chosen.last.isoformat() if chosen.last else "",
        )
    graph = selected.graph
    view = view_of_network(
        selected.network.nodes(data=True),
        selected.network.edges(keys=True, data=True),
        selected.positions,
        name=chosen.projection,
        title=Words(known.title_fr, known.title_en),
        description=Words(known.description_fr, known.description_en),
        window=window,
        mode=chosen.mode,
        version=hash_store(graph) if isinstance(graph, Store) else "",
    )
    return write_picture(view, output, language, form=format_)
