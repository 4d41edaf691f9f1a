"""The mirror as a still: both accounts side by side, those that differ first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from coopgraph.render.stills.drawing import element, words
from coopgraph.render.stills.sheet import (
    INK,
    QUIET,
    WIDTH,
    compose_sheet,
    fit,
    line_items,
    side_items,
    wrap,
)
from coopgraph.render.words import PAGE_WORDS, counted, filled
from coopgraph.views.legend import CONTESTED, side_mark

if TYPE_CHECKING:
    from coopgraph.views.model import View

__all__ = ["draw_mirror"]

_MOST: Final = 12
"""Accounts in a still; the page has them all, and the still says how many there are."""
_MOST_LINES: Final = 8
"""Lines of one value; what is longer is cut."""
_SHORES: Final = ("france", "quebec")
_HALF: Final = (WIDTH - 24) / 2
_SIZE: Final = 14.0
_LINE: Final = 19.0


def draw_mirror(view: View, language: str) -> str:
    """Return the still of the mirror as a whole SVG document."""
    extras: Any = view.extras["mirror"]  # JSON of `coopgraph.views.mirror.page.mirror_extras`
    accounts = extras["accounts"]
    drawn, top = [_shores(language)], 40.0
    for account in accounts[:_MOST]:
        text, top = _account(view, account, language, top)
        drawn.append(text)
    return compose_sheet(
        view,
        language=language,
        picture="\n".join(drawn),
        height=top,
        legend=[
            *side_items(_SHORES, language),
            *line_items([], contested=getattr(PAGE_WORDS["mirror.differs"], language)),
        ],
        counted=_counted(accounts, language),
    )


def _counted(accounts: Any, language: str) -> str:  # JSON, as above
    told = counted("mirror.told", len(accounts), language)
    differ = sum(account["differs"] for account in accounts)
    key = "mirror.differ" if differ else "mirror.agree" if accounts else "mirror.nothing"
    said = filled(key, language, told=told, all=len(accounts), differ=differ)
    if len(accounts) <= _MOST:
        return said
    return f"{said} {filled('mirror.drawn', language, n=_MOST)}"


def _shores(language: str) -> str:
    return "".join(
        words(getattr(PAGE_WORDS[f"mirror.{shore}"], language), x=place * (_HALF + 24) + 14, y=20,
              font_size=17, font_weight="700", fill=INK)
        for place, shore in enumerate(_SHORES)
    )  # fmt: skip


def _account(view: View, account: Any, language: str, top: float) -> tuple[str, float]:
    """Draw one account from `top`; return it and where it ends."""
    title = getattr(view.facts[account["fact"]].title, language)
    drawn = [words(fit(title, WIDTH, 18), y=top + 20, font_size=18, font_weight="700", fill=INK)]
    top += 32
    groups: dict[tuple[str, Any], list[Any]] = {}
    for line in account["lines"]:
        groups.setdefault((line["facet"], line["question"]), []).append(line)
    for (facet, question), lines in groups.items():
        label = getattr(question, language) or getattr(PAGE_WORDS[f"mirror.{facet}"], language)
        drawn.append(words(fit(label, WIDTH, 13), y=top + 14, font_size=13, fill=QUIET))
        top += 22
        cells = [_cell(lines, shore, language) for shore in _SHORES]
        height = max(len(texts) for texts, _ in cells) * _LINE + 14
        for place, (shore, (texts, differs)) in enumerate(zip(_SHORES, cells, strict=True)):
            x = place * (_HALF + 24)
            drawn.append(_box(shore, x, top, height, differs=differs))
            drawn += [
                words(text, x=x + 14, y=top + 20 + row * _LINE, font_size=_SIZE, fill=INK)
                for row, text in enumerate(texts)
            ]
        top += height + 8
    return "\n".join(drawn), top + 16


def _cell(lines: list[Any], shore: str, language: str) -> tuple[list[str], bool]:
    told = [line for line in lines if line[shore]]
    texts = [
        text
        for line in told
        for text in wrap(getattr(line["value"], language), _HALF - 32, _SIZE, most=_MOST_LINES)
    ]
    silent = getattr(PAGE_WORDS["mirror.silent"], language)
    return texts or [f"– {silent}"], any(line["differs"] for line in told)


def _box(shore: str, x: float, y: float, height: float, *, differs: bool) -> str:
    ground = element("rect", x=x, y=y, width=_HALF, height=height, fill="#f6f6f4",
                     stroke=CONTESTED if differs else "",
                     stroke_width=2 if differs else "")  # fmt: skip
    edge = element("rect", x=x, y=y, width=4, height=height, fill=side_mark(shore).colour)
    return ground + edge
