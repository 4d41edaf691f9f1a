"""A chain as a still: cards from left to right, joints as lines, gaps broken and named.

It draws the chain at which the view opens. Places follow from the number of letters, not from a
browser, so that the same view gives the same bytes. Doubt is drawn as on the page: a record that no
date puts surely into the period is dashed, one only planned or cancelled dotted. The legend names
the marks that the picture bears, and no others.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coopgraph.network.slices import certainly, possibly
from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, words
from coopgraph.render.stills.sheet import (
    DASHES,
    INK,
    QUIET,
    WIDTH,
    LegendItem,
    compose_sheet,
    fit,
    line_items,
    wrap,
)
from coopgraph.render.words import PAGE_WORDS, counted
from coopgraph.views.legend import CONTESTED, DOUBTS, TIE_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.views.model import Fact, View

__all__ = ["draw_chain"]

_SIZE: Final = 14.0
_LINE: Final = 18.0
_MOST_LINES: Final = 8
"""Lines of the title on a card; what is longer is cut."""
_BETWEEN: Final = 56.0
_NARROWEST: Final = 150.0
_TOLD: Final = frozenset({"led-to", "followed-by", "realises", "postponed"})
_WEAK: Final = ("cancelled", "planned", "not-achieved", "in-discussion")
"""What a source says against a record, the weakest first: it is told before vague dates."""
_BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_BROKEN: Final = "0.1 7"


_CROSS: Final = element("path", d="M-4-4 4 4M-4 4 4-4", stroke=INK, stroke_width=2)
_DOTS: Final = "".join(element("circle", cx=x, r=1.5, fill=INK) for x in (-5, 0, 5))
"""Signs of the legend, drawn: not every font has them."""


class _Card(NamedTuple):
    """One record in its place; `standing` is its mark in `DOUBTS`."""

    fact: Fact
    standing: str
    x: float
    y: float
    width: float
    height: float
    title: list[str]
    date: list[str]


def draw_chain(view: View, language: str) -> str:
    """Return the still of the chain at which a view opens as a whole SVG document."""
    extras: Any = view.extras["chain"]  # JSON of `coopgraph.views.chain.page.chain_extras`
    chain = extras["chains"][extras["open"]] if extras["chains"] else None
    if chain is None:
        none = words(getattr(PAGE_WORDS["chain.none"], language), y=24, font_size=17, fill=QUIET)
        return compose_sheet(view, language=language, picture=none, height=48)
    heading = words(fit(getattr(chain["title"], language), WIDTH, 21), y=20, font_size=21, fill=INK)
    flows, tops, height = _place(view, chain, language)
    lines = [_joints(flow, cards) for flow, cards in zip(chain["flows"], flows, strict=True)]
    gaps = [_gap(gap, flows, tops, getattr(extras["gap"], language)) for gap in chain["gaps"]]
    cards = [_draw_card(card) for flow in flows for card in flow.values()]
    return compose_sheet(
        view,
        language=language,
        picture="\n".join([heading, *filter(None, lines), *gaps, *cards]),
        height=height,
        legend=_legend(chain, flows, extras, language),
        counted=_counted(chain, language),
    )


def _legend(
    chain: Any,
    flows: list[dict[str, _Card]],
    extras: Any,
    language: str,  # JSON, as above
) -> list[LegendItem]:
    """Name the marks that the picture bears: joints first, then cards."""
    joints = [joint for flow in chain["flows"] for joint in flow["joints"]]
    cards = [card for flow in flows for card in flow.values()]
    standings = {card.standing for card in cards}
    items = []
    if any(kind in _TOLD for _, _, kind, _ in joints):
        told = element("path", d="M-15 0H15", stroke=INK, stroke_width=2)
        items.append(LegendItem(told, getattr(extras["joints"]["led-to"], language)))
    if any(inferred for *_, inferred in joints):
        items += line_items([("dashed", _doubt("inferred", language))])
    if chain["gaps"]:
        items.append(LegendItem(_broken("M-15 0H15"), getattr(extras["gap"], language)))
    items += [_box(name, language) for name in DOUBTS if name in standings - {"certain"}]
    if any("contested" in card.fact.doubts for card in cards):
        items.append(_box("contested", language))
    return items


def _box(standing: str, language: str) -> LegendItem:
    """Return a small card with a mark of doubt, and its word."""
    mark = DOUBTS[standing]
    size: dict[str, float] = {"x": -12, "y": -8, "width": 24, "height": 16}
    outer: dict[str, float] = {"x": -15, "y": -11, "width": 30, "height": 22}
    drawn = [
        element("rect", **outer, rx=5, fill="none", stroke=mark.outline, stroke_width=2)
        if mark.outline
        else "",
        element("rect", **size, rx=3, fill="#ffffff", stroke=QUIET, stroke_width=1.5,
                stroke_dasharray=DASHES[mark.line]),
        _CROSS if mark.sign == "×" else _DOTS if mark.sign == "…" else "",
    ]  # fmt: skip
    return LegendItem("".join(drawn), _doubt(standing, language))


def _doubt(name: str, language: str) -> str:
    return str(getattr(DOUBTS[name].words, language))


def _standing(view: View, fact: Fact) -> str:
    """Return how a record stands in the period, by the rules of the page."""
    weak = next((doubt for doubt in _WEAK if doubt in fact.doubts), "")
    if weak:
        return weak
    held = {name: day for name in _BOUNDS if (day := getattr(fact, name))}
    first, last = view.window or ("", "")
    if not possibly(held, first, last):  # the still shows the whole chain, whatever the period
        first = last = ""
    return "certain" if certainly(held, first, last) else "possible"


def _counted(chain: Any, language: str) -> str:  # JSON, as above
    records = {name for flow in chain["flows"] for name in flow["records"]}
    said = [counted("chain.records", len(records), language)]
    if chain["gaps"]:
        said.append(counted("chain.gaps", len(chain["gaps"]), language))
    return ", ".join(said)


def _place(
    view: View, chain: Any, language: str
) -> tuple[list[dict[str, _Card]], dict[int, float], float]:
    """Return the cards of each flow by id, the height of the gap before each, and the height."""
    columns = max(len(set(flow["ranks"])) for flow in chain["flows"])
    step = max(_NARROWEST + _BETWEEN, min(420.0, (WIDTH + _BETWEEN) / columns))
    top, flows, tops = 48.0, [], {}
    for place, flow in enumerate(chain["flows"]):
        if any(later in flow["records"] for _, later in chain["gaps"]):
            tops[place] = top + 16
            top += 48
        after = {later for _, later in chain["gaps"]}
        cards, bottom = _place_flow(view, flow, language, top, step, after)
        flows.append(cards)
        top = bottom + 28
    return flows, tops, top


def _place_flow(
    view: View, flow: Any, language: str, top: float, step: float, after: set[str]
) -> tuple[dict[str, _Card], float]:
    """Put the cards in columns; what stands after a gap comes first, so that its line is short."""
    used = sorted(set(flow["ranks"]))
    bottoms: dict[int, float] = defaultdict(lambda: top)
    cards = {}
    ranked = zip(flow["records"], flow["ranks"], strict=True)
    for name, rank in sorted(ranked, key=lambda pair: pair[0] not in after):
        column = used.index(rank)
        card = _card(view, name, language, column * step, bottoms[column], step - _BETWEEN)
        bottoms[column] += card.height + 16
        cards[name] = card
    return cards, max(bottoms.values(), default=top)


def _card(view: View, name: str, language: str, x: float, y: float, width: float) -> _Card:
    fact = view.facts[name]
    title = wrap(getattr(fact.title, language), width - 36, _SIZE, most=_MOST_LINES)
    date = wrap(getattr(fact.date, language), width - 36, 12) if fact.date.fr else []
    height = 20 + len(title) * _LINE + len(date) * 16
    return _Card(fact, _standing(view, fact), x, y, width, height, title, date)


def _draw_card(card: _Card) -> str:
    fact = card.fact
    mark = DOUBTS[card.standing]
    kind = TIE_KINDS.get(fact.kind)
    colour = kind.colour if kind else QUIET
    box: dict[str, float] = {"x": card.x, "y": card.y, "width": card.width, "height": card.height}
    amber = "contested" in fact.doubts
    drawn = [
        element("rect", **{k: v + (-3 if k in "xy" else 6) for k, v in box.items()}, rx=8,
                fill="none", stroke=CONTESTED, stroke_width=2) if amber else "",
        element("rect", **box, rx=6, fill="#ffffff", stroke=colour, stroke_width=1.5,
                stroke_dasharray=DASHES[mark.line]),
        element("path", d=OUTLINES[_shape(fact.kind)], fill="none" if mark.hollow else colour,
                stroke=colour, stroke_width=0.2,
                transform=f"translate({number(card.x + 16)} {number(card.y + 20)}) scale(6)"),
    ]  # fmt: skip
    y = card.y + 25
    for text in card.title:
        drawn.append(words(text, x=card.x + 28, y=y, font_size=_SIZE, font_weight="700", fill=INK))
        y += _LINE
    for text in card.date:
        drawn.append(words(text, x=card.x + 28, y=y - 2, font_size=12, fill=QUIET))
        y += 16
    if mark.sign:
        at = {"x": card.x + card.width - 14, "y": card.y + 20}
        drawn.append(words(mark.sign, **at, font_size=16, font_weight="700", fill=INK))
    return group("".join(drawn))


def _shape(kind: str) -> Any:  # a Shape: the kinds of records of chains are shapes
    return kind if kind in OUTLINES else "project"


def _joints(flow: Any, cards: Mapping[str, _Card]) -> str:
    drawn = []
    for earlier, later, kind, inferred in flow["joints"]:
        a, b = cards[flow["records"][earlier]], cards[flow["records"][later]]
        x1, y1, x2, y2 = a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2
        path = (
            f"M{number(x1)} {number(y1)}C{number(x1 + 30)} {number(y1)}"
            f" {number(x2 - 30)} {number(y2)} {number(x2)} {number(y2)}"
        )
        told = kind in _TOLD
        drawn.append(
            element(
                "path",
                d=path,
                stroke=INK if told else "#9aa3ad",
                stroke_width=2 if told else 1.3,
                stroke_dasharray=DASHES["dashed"] if inferred else "",
            )
        )
    return group("\n".join(drawn), fill="none")


def _gap(
    gap: tuple[str, str],
    flows: list[dict[str, _Card]],
    tops: Mapping[int, float],
    label: str,
) -> str:
    """Draw the broken line: down between the columns to its words, then on to the record."""
    earlier, later = gap
    place = next(i for i, flow in enumerate(flows) if i in tops and later in flow)
    a = next(flow[earlier] for flow in flows if earlier in flow)
    b, y = flows[place][later], tops[place]
    wide = len(label) * 8.0
    out = a.x + a.width + _BETWEEN / 2
    side = b.x - 8 if out < b.x + wide / 2 else b.x + wide + 14
    path = (
        f"M{number(a.x + a.width)} {number(a.y + a.height - 10)}H{number(out)}V{number(y)}"
        f"H{number(side)}M{number(b.x + 20)} {number(y + 12)}V{number(b.y - 4)}"
    )
    return _broken(path) + words(
        label, x=b.x, y=y + 5, font_size=15, font_style="italic", fill=QUIET
    )


def _broken(path: str) -> str:
    return element("path", d=path, fill="none", stroke=QUIET, stroke_width=2.5,
                   stroke_dasharray=_BROKEN, stroke_linecap="round")  # fmt: skip
