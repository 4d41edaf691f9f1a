"""Give what a text names to the parameters of a question.

Each parameter takes the surest mention of its kind that no other took; of two that need the same
kind (a place, another place) the first takes the one named first. What is left over, and what is
required but missing, counts against the question.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from coopgraph.queries.asking.names import Names
from coopgraph.queries.asking.reading import Mention, Reading
from coopgraph.queries.asking.words import content_stems, stem
from coopgraph.queries.header import Parameter

__all__ = ["Fit", "fit_parameters"]

_GAIN: Final = 0.16  # what one parameter given by the text adds
_LOSS: Final = 0.14  # what one required but missing, or one thing named in vain, takes away


class Fit(NamedTuple):
    """The values for a question's parameters, and how well text and parameters go together.

    `given` is each parameter with the mention it took; `missing` the required ones without.
    """

    values: dict[str, str]
    given: tuple[tuple[str, Mention], ...]
    missing: tuple[str, ...]
    left: tuple[Mention, ...]
    score: float


def fit_parameters(parameters: tuple[Parameter, ...], reading: Reading, names: Names) -> Fit:
    """Return the best filling of a question's parameters by what a text names."""
    values: dict[str, str] = {}
    given: list[tuple[str, Mention]] = []
    order = sorted(parameters, key=lambda p: not p.required)
    days = [p for p in parameters if p.kind == "day"]
    for parameter in order:
        used = [mention for _, mention in given if mention.kind != "mode"]
        taken = _take(parameter, reading, used, names, days)
        if taken is not None:
            mention, value = taken
            values[parameter.name] = value
            given.append((parameter.name, mention))
    missing = tuple(p.name for p in parameters if p.required and p.name not in values)
    left = _left(reading, [mention for _, mention in given])
    kinds = {parameter.name: parameter.kind for parameter in parameters}
    score = sum(
        _GAIN * _aptness(kinds[name], m) for name, m in given if m.kind not in ("mode", "number")
    )
    score += sum(0.04 for _, m in given if m.kind == "mode")
    score -= _LOSS * (len(missing) + len(left))
    return Fit(values, tuple(given), missing, left, score)


def _aptness(kind: str, mention: Mention) -> float:
    """Return how well a mention suits a parameter that takes it, 0 to 1."""
    if mention.kind != "moment":
        return max(mention.strength, 0.5)
    whole_day = re.fullmatch(r"[0-9]{4}-[01][0-9]-[0-9]{2}", mention.value) is not None
    if kind == "day":
        return 1.0 if whole_day or mention.group else 0.2 if "/" in mention.value else 0.5
    return 0.6 if whole_day or mention.group == "before" else 1.0


def _left(reading: Reading, used: list[Mention]) -> tuple[Mention, ...]:
    """Return what is surely named, yet went to no parameter: one mention for each place."""
    left: dict[tuple[int, int], Mention] = {}
    for mention in reading.mentions:
        sure = mention.kind == "moment" or (
            mention.kind == "record" and mention.strength > 0.75 and mention.group != "themes"
        )
        if sure and not any(_overlap(mention, other) for other in used):
            left.setdefault((mention.start, mention.end), mention)
    return tuple(left.values())


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _take(
    parameter: Parameter,
    reading: Reading,
    used: list[Mention],
    names: Names,
    days: list[Parameter],
) -> tuple[Mention, str] | None:
    """Return the mention that a parameter takes, and its value as `bind_parameters` reads it."""
    found = []
    for mention in reading.mentions:
        if any(_overlap(mention, other) for other in used) and not _splits(
            parameter, days, mention
        ):
            continue
        value = _value(parameter, mention, reading, names, days)
        if value is not None:
            found.append((mention, value))
    if not found:
        return None
    best = max(mention.strength for mention, _ in found)
    sure = [pair for pair in found if pair[0].strength >= min(best, 0.75)]
    sure = _of_one_kind(sure)
    return min(sure, key=lambda pair: (pair[0].start, -pair[0].strength, pair[1]))


def _of_one_kind(found: list[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
    """Of several records of one name, keep for each place in the text the surest."""
    best = {m.start: max(o.strength for o, _ in found if o.start == m.start) for m, _ in found}
    return [pair for pair in found if pair[0].strength == best[pair[0].start]]


def _splits(parameter: Parameter, days: list[Parameter], mention: Mention) -> bool:
    """Tell whether a span is shared by the two days of a question."""
    return len(days) == 2 and parameter is days[1] and "/" in mention.value


def _value(
    parameter: Parameter,
    mention: Mention,
    reading: Reading,
    names: Names,
    days: list[Parameter],
) -> str | None:
    if parameter.kind == "record" and mention.kind == "record":
        fits = not parameter.targets or mention.group in parameter.targets
        return mention.value if fits and _suits(parameter, mention, names) else None
    if parameter.kind == "concept":
        if mention.kind == "concept" and mention.group == parameter.targets[0]:
            return mention.value
        theme = parameter.targets[0] == "theme" and mention.group == "themes"
        return mention.value if theme else None
    if mention.kind == "moment":
        return _moment(parameter, mention, reading, names, days)
    if parameter.kind == "mode" and mention.kind == "mode":
        return mention.value
    if parameter.kind == "yesno" and mention.kind == "without":
        stems = content_stems(parameter.words.text(reading.language), reading.language)
        return "no" if stem(mention.value, reading.language) in stems else None
    if parameter.kind == "integer" and mention.kind == "number":
        return mention.value
    return None


def _suits(parameter: Parameter, mention: Mention, names: Names) -> bool:
    """Tell whether an actor is of the sort that the parameter's words ask for."""
    if mention.group != "actors":
        return True
    words = set(parameter.words.en.lower().split())
    if "person" in words and "body" not in words:
        return mention.value in names.persons
    return not words & {"body", "organisation"} or mention.value not in names.persons


def _moment(
    parameter: Parameter,
    mention: Mention,
    reading: Reading,
    names: Names,
    days: list[Parameter],
) -> str | None:
    moment = next(m for m in reading.moments if m.start == mention.start)
    date = moment.date
    first = date.earliest_begin.isoformat() if date.earliest_begin else names.span[0]
    last = date.latest_end.isoformat() if date.latest_end else names.span[1]
    if parameter.kind == "integer":
        a_year = "year" in parameter.words.en.lower().split()
        return mention.value if a_year and mention.value.isdigit() else None
    if not first or not last:
        return None
    if parameter.kind == "day":
        if len(days) > 1 and "/" in moment.edtf and not moment.bound:
            return first if parameter is days[0] else last
        return _day(moment.bound, moment.edtf, first, last)
    if parameter.kind != "period":
        return None
    if not moment.bound:
        return moment.edtf if moment.date.marks != ("window",) else None
    return f"{first}/{last}" if first <= last else None


def _day(bound: str, edtf: str, first: str, last: str) -> str:
    """Return one day for a date: the first for "before 1990", else the last."""
    if bound == "before":
        end = edtf.removeprefix("../")
        return {4: f"{end}-01-01", 7: f"{end}-01"}.get(len(end), last)
    return first if bound == "after" else last
