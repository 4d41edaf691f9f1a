"""Charts of brokers, of bridges, of communities: what stands on them, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coopgraph.cli.network.headings import asked_words, first_words, span_words
from coopgraph.cli.network.measuring import Opened, labels_of

if TYPE_CHECKING:
    from datetime import date

    from coopgraph.network.measures.brokers import Bridge, Broker
    from coopgraph.network.measures.communities import Community
    from coopgraph.network.measures.histories import Chapter
    from coopgraph.network.slices import Mode
    from coopgraph.render.charts import Layer, Passage

__all__ = ["draw_bridges", "draw_brokers", "draw_chapters", "draw_communities"]

_NAMED = 2
_Period = tuple["date | None", "date | None"]
_MODES = {
    "possibly": ("possible network", "réseau possible"),
    "certainly": ("certain network", "réseau certain"),
}


def draw_brokers(opened: Opened, brokers: Sequence[Broker], period: _Period, language: str) -> str:
    """Return the brokers as bars: how many pairs of both shores each stands between."""
    from coopgraph.render.charts import Bar, draw_bars

    labels, french = labels_of(opened), language == "fr"
    bars = [Bar(getattr(labels[one.actor], language), *one.between, *one.errors) for one in brokers]
    it = "elle" if opened.noun.feminine else "il"
    return draw_bars(
        "Qui se tient entre les deux rives" if french else "Who stands between the two shores",
        bars,
        measure=f"couples des deux rives entre lesquels {it} se tient"
        if french
        else "pairs of both shores that it lies between",
        subtitle=_subtitle(opened, asked_words(period, language), language),
        language=language,
    )


def draw_bridges(opened: Opened, bridges: Sequence[Bridge], period: _Period, language: str) -> str:
    """Return the bridges as bars: how many pairs of both shores hang on each."""
    from coopgraph.render.charts import Bar, draw_bars

    labels, french = labels_of(opened), language == "fr"
    bars = []
    for bridge in bridges:
        ends = (getattr(labels[end], language) for end in (bridge.source, bridge.target))
        bars.append(Bar("\n".join(ends), *bridge.shore_pairs))
    return draw_bars(
        "Les liens dont tout dépend" if french else "The ties that all hangs on",
        bars,
        measure="couples des deux rives coupés sans ce lien"
        if french
        else "pairs of both shores cut off without this tie",
        subtitle=_subtitle(opened, asked_words(period, language), language),
        language=language,
    )


def draw_communities(
    opened: Opened, found: Sequence[Community], period: _Period, language: str
) -> str:
    """Return the communities as bars: how many members each has."""
    from coopgraph.render.charts import Bar, draw_bars

    french = language == "fr"
    bars = [
        Bar(f"{one.number} · {_named(opened, one.members, language)}", *one.size) for one in found
    ]
    return draw_bars(
        "Les communautés" if french else "Communities",
        bars,
        measure=_members(opened, language),
        subtitle=_subtitle(opened, asked_words(period, language), language),
        language=language,
    )


def draw_chapters(
    opened: Opened,
    chapters: Sequence[Chapter],
    others: Sequence[Chapter],
    periods: Sequence[tuple[str, str]],
    mode: Mode,
    language: str,
) -> str:
    """Return the sizes of communities, period by period, and what became of each.

    `others` are told together: how many members they have in each period.
    """
    from coopgraph.render.charts import Layer, draw_stacks

    french = language == "fr"
    sizes: dict[int, list[int]] = {}
    largest: dict[int, tuple[str, ...]] = {}
    for chapter in chapters:
        sizes.setdefault(chapter.community, [0] * len(periods))
        sizes[chapter.community][chapter.period] = len(chapter.members)
        if len(chapter.members) > len(largest.get(chapter.community, ())):
            largest[chapter.community] = chapter.members
    order = _most_tied(opened)
    layers = []
    for name in sorted(sizes):
        members = sorted(largest[name], key=lambda node: (-order.get(node, 0), node))
        layers.append(Layer(name, _named(opened, members, language), sizes[name]))
    layers += _rest(others, len(periods), french=french)
    span = span_words(periods[0][0], periods[-1][1], language)
    return draw_stacks(
        "Les communautés dans le temps" if french else "Communities over time",
        [first_words(*days) for days in periods],
        layers,
        _passages(chapters),
        measure=_members(opened, language),
        subtitle=_subtitle(opened, f"{_MODES[mode][french]} · {span}", language),
        language=language,
    )


def _rest(others: Sequence[Chapter], places: int, *, french: bool) -> list[Layer]:
    """Return all other communities as one layer, none if there is no other."""
    from coopgraph.render.charts import REST, Layer

    sizes = [0] * places
    for chapter in others:
        sizes[chapter.period] += len(chapter.members)
    count = len({chapter.community for chapter in others})
    if not count:
        return []
    words = "les autres communautés" if french else "the other communities"
    return [Layer(REST, f"{words} ({count})", sizes)]


def _passages(chapters: Sequence[Chapter]) -> list[Passage]:
    """Return who split from whom, and who was absorbed by whom."""
    from coopgraph.render.charts import Passage

    found = []
    for chapter in chapters:
        before, now = chapter.period - 1, chapter.period
        for other in chapter.partners:
            if chapter.event == "split":
                found.append(Passage(before, other, now, chapter.community))
            elif chapter.event == "absorbed":
                found.append(Passage(before, chapter.community, now, other))
    return found


def _most_tied(opened: Opened) -> Mapping[str, int]:
    """Return how many records tie each node in the whole network."""
    from coopgraph.network.measures.pairs import wire_network

    wiring = wire_network(opened.network)
    return {node: sum(own) for node, own in zip(wiring.nodes, wiring.weights, strict=True)}


def _named(opened: Opened, members: Sequence[str], language: str) -> str:
    """Return the names of the first members."""
    labels = labels_of(opened)
    shown = [getattr(labels[name], language) for name in members[:_NAMED]]
    return ", ".join([*shown, "…"] if len(members) > _NAMED else shown)


def _members(opened: Opened, language: str) -> str:
    if language == "fr":
        return f"membres ({opened.noun.plural_fr})"
    return f"members ({opened.noun.plural_en})"


def _subtitle(opened: Opened, words: str, language: str) -> str:
    return f"{opened.title_fr if language == 'fr' else opened.title_en} · {words}"
