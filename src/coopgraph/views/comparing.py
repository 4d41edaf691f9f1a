"""Two moments of a network in words, in French and in English, and as a picture.

`tell_comparison` makes sections of sentences from a `Comparison`: who enters, who leaves, which
ties are new, renewed, lasting, lapsed. Ties that rest on the same records are told together, what
is sure comes before what is possible, and the largest first; `spell_comparison` writes the first
lines of each section, or all of them. `comparison_view` is the same as a picture.

It works nothing out (`coopgraph.network.comparison` does).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.network.projections import PROJECTIONS
from coopgraph.views.model import View, Words
from coopgraph.views.projected import view_of
from coopgraph.views.sentences.changes import (
    RECORD,
    TIE,
    Thing,
    counted,
    in_number,
    noun_for,
    tell_node,
    tell_ties,
    without_any_date,
    without_begin,
)
from coopgraph.views.sentences.grammar import NO_BREAK, Language, date_words, on_date, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopgraph.network.comparison import Comparison, NodeChange, TieChange
    from coopgraph.network.moments import Moment
    from coopgraph.network.projections.edges import Network
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Json

__all__ = ["MOST_LINES", "Section", "comparison_view", "spell_comparison", "tell_comparison"]


MOST_LINES: Final = 8
"""So many lines of a section are written, unless more are asked for."""


class Section(NamedTuple):
    """One kind of change: its heading, how many there are in a sentence, and a line for each."""

    name: str
    heading: Words
    counted: Words
    lines: tuple[Words, ...]


_OF_NODES: Final = ("entered", "left", "remained")
_OF_TIES: Final = ("began", "renewed", "lapsed", "stayed")
_HEADINGS: Final[Mapping[str, Words]] = {
    "entered": Words("Entrées", "Entries"),
    "left": Words("Sorties", "Exits"),
    "began": Words("Liens nouveaux", "New ties"),
    "renewed": Words("Liens renouvelés", "Renewed ties"),
    "lapsed": Words("Liens éteints", "Lapsed ties"),
    "stayed": Words("Liens qui durent", "Lasting ties"),
}


def tell_comparison(comparison: Comparison) -> tuple[Section, ...]:
    """Return the sections of a comparison, those without a change included."""
    node = noun_for(comparison.projection)
    sections = []
    for name in _OF_NODES[:2]:
        changes: Sequence[NodeChange] = getattr(comparison, name)
        lines = [tell_node(name, change) for change in sorted(changes, key=_weight_of_node)]
        sections.append(_section(name, node, changes, lines))
    for name in _OF_TIES:
        ties: Sequence[TieChange] = getattr(comparison, name)
        groups = sorted(_grouped(ties), key=_weight_of_group)
        sections.append(
            _section(name, TIE, ties, [tell_ties(name, group, comparison) for group in groups])
        )
    return tuple(sections)


def spell_comparison(
    comparison: Comparison,
    language: Language,
    *,
    style: Literal["text", "markdown"] = "text",
    most: int | None = MOST_LINES,
) -> str:
    """Return the comparison as text; `most` lines a section, None for all of them."""
    at = 0 if language == "fr" else 1
    mark = "#" if style == "markdown" else ""
    blocks = [f"{mark} {_title(comparison)[at]}".strip(), _opening(comparison)[at]]
    for section in tell_comparison(comparison):
        heading = f"{mark * 2} {section.heading[at]}".strip()
        shown = section.lines[:most]
        lines = [f"- {line[at]}" for line in shown]
        hidden = len(section.lines) - len(shown)
        if hidden:
            lines.append(f"- {_more(hidden)[at]}")
        paragraph = [section.counted[at], *([""] if mark and lines else []), *lines]
        blocks.append("\n".join([heading, *([""] if mark else []), *paragraph]))
    return "\n\n".join(blocks) + "\n"


def comparison_view(
    graph: Queryable, network: Network, comparison: Comparison, *, inferred: bool = True
) -> View:
    """Return the picture of a comparison: every tie of either moment, by what became of it.

    `View.extras` says under "comparison" how sure that is of each pair and node, for the still.

    Raises:
        StoreError: the graph cannot be read.
    """
    became = {
        (change.source, change.target): (name, {*change.before, *change.after})
        for name in _OF_TIES
        for change in getattr(comparison, name)
    }
    shown = network.edge_subgraph(
        [
            (source, target, key)
            for source, target, key, data in network.edges(keys=True, data=True)
            if data["record"] in became.get((source, target), ("", ()))[1]
        ]
    ).copy()
    for source, target, data in shown.edges(data=True):
        data["became"] = became[source, target][0]
    changes = (*comparison.entered, *comparison.left, *comparison.remained)
    view = view_of(
        graph,
        shown,
        name=f"{comparison.projection}-comparison",
        title=_title(comparison),
        description=_opening(comparison),
        mode=comparison.mode,
        inferred=inferred,
        kind_of=lambda data: str(data["became"]),
        named={change.node: Words(change.label.fr, change.label.en) for change in changes},
    )
    return replace(view, extras={"comparison": _extras(comparison)})


def _extras(comparison: Comparison) -> dict[str, Json]:
    """Return what became of each pair and node, whether surely, and whether its begin is unknown.

    Pairs and nodes are lists: their ids, the outcome, sure, begin unknown. The rest is the same in
    numbers and in words.
    """
    nodes: list[Json] = [
        [one.node, name, one.certain, one.begin_unknown]
        for name in _OF_NODES
        for one in getattr(comparison, name)
    ]
    pairs: list[Json] = [
        [one.source, one.target, name, one.certain, one.begin_unknown]
        for name in _OF_TIES
        for one in getattr(comparison, name)
    ]
    counts: dict[str, Json] = {
        name: [len(found), sum(one.certain for one in found)]
        for name in (*_OF_NODES, *_OF_TIES)
        for found in [getattr(comparison, name)]
    }
    return {
        "projection": comparison.projection,
        "directed": comparison.directed,
        "nodes": nodes,
        "pairs": pairs,
        "counted": counts,
        "begin_unknown": list(_unknown(comparison)),
        "undated": len(comparison.undated),
        "told": [list(told(comparison)) for told in (_sizes, _without_begin, _in_neither)],
    }


def _title(comparison: Comparison) -> Words:
    known = PROJECTIONS.get(comparison.projection)
    earlier, later = _edtf(comparison.earlier), _edtf(comparison.later)
    return Words(
        f"{known.title_fr if known else 'Le réseau'}{NO_BREAK}: "
        f"{date_words(earlier, 'fr')} et {date_words(later, 'fr')}",
        f"{known.title_en if known else 'The network'}: "
        f"{date_words(earlier, 'en')} and {date_words(later, 'en')}",
    )


def _opening(comparison: Comparison) -> Words:
    """Say how large the network is at both moments, and what sure and possible mean."""
    surely = comparison.mode == "certainly"
    sizes, *others = (
        told(comparison) for told in (_sizes, _without_begin, _left_out, _without_date)
    )
    return Words(
        sentence(sizes.fr)
        + (
            " On ne compte que ce que les sources assurent."
            if surely
            else " On compte aussi ce qui n’est que possible, faute de date précise."
        )
        + " Un changement est sûr si aucune lecture des dates ne le défait."
        + "".join(f" {sentence(told.fr)}" for told in others if told.fr),
        sentence(sizes.en)
        + (
            " Only what the sources make sure counts."
            if surely
            else " What is only possible, for want of an exact date, counts too."
        )
        + " A change is sure if no reading of the dates undoes it."
        + "".join(f" {sentence(told.en)}" for told in others if told.en),
    )


def _sizes(comparison: Comparison) -> Words:
    """Say how large the network is at both moments.

    What stands at the earlier one for want of a begin alone is told apart (`_without_begin`): so
    one date has the same size whichever it is compared with.
    """
    lasting = len(comparison.renewed) + len(comparison.stayed)
    remained = len(comparison.remained)
    nodes, ties = _unknown(comparison)
    sizes = [
        (
            comparison.earlier,
            remained + len(comparison.left) - nodes,
            lasting + len(comparison.lapsed) - ties,
        ),
        (comparison.later, remained + len(comparison.entered), lasting + len(comparison.began)),
    ]
    node = noun_for(comparison.projection)
    fr = [_size(_edtf(when), nodes, node, ties, "fr") for when, nodes, ties in sizes]
    en = [_size(_edtf(when), nodes, node, ties, "en") for when, nodes, ties in sizes]
    return Words(f"{NO_BREAK}; ".join(fr), "; ".join(en))


def _size(edtf: str, nodes: int, node: Thing, ties: int, language: Language) -> str:
    both = "et" if language == "fr" else "and"
    counted_ = f"{in_number(nodes, node, language)} {both} {in_number(ties, TIE, language)}"
    return f"{on_date(edtf, language)}, {counted_}"


def _without_begin(comparison: Comparison) -> Words:
    """Say how much more is possible at the earlier moment, as no source tells its begin."""
    nodes, ties = _unknown(comparison)
    if not ties:
        return Words("", "")
    edtf, node = _edtf(comparison.earlier), noun_for(comparison.projection)
    return Words(
        f"{_size(edtf, nodes, node, ties, 'fr')} de plus sont possibles{NO_BREAK}: aucune source"
        " n’en dit le début",
        f"{_size(edtf, nodes, node, ties, 'en')} more are possible: no source says when they began",
    )


def _unknown(comparison: Comparison) -> tuple[int, int]:
    """Return how many nodes and pairs there are at the earlier moment for want of a begin alone."""
    nodes = (*comparison.left, *comparison.remained)
    pairs = (*comparison.renewed, *comparison.stayed, *comparison.lapsed)
    return sum(one.begin_unknown for one in nodes), sum(one.begin_unknown for one in pairs)


def _left_out(comparison: Comparison) -> Words:
    """Say how many records are left out, of which nothing is known until the second date."""
    if not comparison.only_later:
        return Words("", "")
    number = len(comparison.only_later)
    return Words(
        "laissé de côté, faute de début connu et de source jusqu’à la seconde date"
        f"{NO_BREAK}: {in_number(number, RECORD, 'fr')}",
        "left out, without a known begin or any source until the second date:"
        f" {in_number(number, RECORD, 'en')}",
    )


def _without_date(comparison: Comparison) -> Words:
    """Say how many ties are in neither moment because they have no date at all."""
    undated = comparison.undated
    return without_any_date(len(undated), len({tie.record for tie in undated}))


def _in_neither(comparison: Comparison) -> Words:
    """Say what is in neither moment, in a line short enough for a still."""
    undated, later = len(comparison.undated), len(comparison.only_later)
    if not undated:
        return _left_out(comparison)
    fr, en = in_number(undated, TIE, "fr"), in_number(undated, TIE, "en")
    told = Words(
        f"à aucun des deux moments{NO_BREAK}: {fr} sans date",
        f"in neither moment: {en} without a date",
    )
    if not later:
        return told
    fr, en = in_number(later, RECORD, "fr"), in_number(later, RECORD, "en")
    return Words(f"{told.fr}, {fr} au début inconnu", f"{told.en}, {en} of unknown begin")


def _section(
    name: str,
    noun: Thing,
    changes: Sequence[NodeChange] | Sequence[TieChange],
    lines: Iterable[Words],
) -> Section:
    told = counted(name, noun, len(changes), sum(change.certain for change in changes))
    unknown = without_begin(noun, len(changes), sum(one.begin_unknown for one in changes))
    both = Words(f"{told.fr} {unknown.fr}".strip(), f"{told.en} {unknown.en}".strip())
    return Section(name, _HEADINGS[name], both, tuple(lines))


def _more(hidden: int) -> Words:
    if hidden == 1:
        return Words("et 1 autre ligne", "and 1 more line")
    return Words(f"et {hidden} autres lignes", f"and {hidden} more lines")


def _weight_of_node(change: NodeChange) -> tuple[bool, bool, int, str]:
    return change.begin_unknown, not change.certain, -change.ties, change.node


def _grouped(ties: Iterable[TieChange]) -> list[list[TieChange]]:
    """Put together the pairs that the same records tie, as surely."""
    groups: dict[tuple[object, ...], list[TieChange]] = defaultdict(list)
    for tie in ties:
        groups[tie.before, tie.after, tie.kinds, tie.certain, tie.begin_unknown].append(tie)
    return list(groups.values())


def _weight_of_group(group: Sequence[TieChange]) -> tuple[bool, bool, int, str, str]:
    first = group[0]
    return first.begin_unknown, not first.certain, -len(group), first.source, first.target


def _edtf(moment: Moment) -> str:
    """Return the moment as one date where it is a day, a month or a year.

    >>> from coopgraph.network.moments import Moment
    >>> _edtf(Moment("2000-01-01", "2000-12-31")), _edtf(Moment("2010-04-01", "2010-04-30"))
    ('2000', '2010-04')
    """
    first, last = moment
    if first == last:
        return first
    if first[:4] == last[:4] and first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4]
    after = date.fromisoformat(last) + timedelta(days=1)
    if first[:7] == last[:7] and first.endswith("-01") and after.day == 1:
        return first[:7]
    return f"{first}/{last}"
