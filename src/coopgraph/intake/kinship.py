"""When two rows of a link table are the same row: which columns tell.

>>> SAMENESS["parties"].exact, SAMENESS["signings"].contested
(('actor',), 'when')

Columns in `exact` are equal; in those of `loose` one may be empty or, for a date, the more exact;
where all these agree and `contested` differs, sources contradict each other about one thing, unless
the file or the tables have several such rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from coopgraph.intake.exactness import compare_dates
from coopgraph.intake.folding import fold_locator, same_words
from coopgraph.tables.column_map import COLUMNS

__all__ = ["SAMENESS", "Sameness", "agree", "alike", "equal_values"]


class Sameness(NamedTuple):
    """The columns, besides the one that names the parent, that make two rows the same."""

    exact: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    contested: str = ""


SAMENESS: Final[Mapping[str, Sameness]] = {
    "citations": Sameness(("source", "locator", "column")),
    "names": Sameness(("name",), ("kind", "when")),
    "identifiers": Sameness(("scheme", "value")),
    "subjects": Sameness(("theme",)),
    "signings": Sameness(("kind",), (), "when"),
    "signatories": Sameness(("person",)),
    "terms": Sameness(("side",), (), "when"),
    "parties": Sameness(("actor",)),
    "participations": Sameness(("actor",), ("role",)),
    "venues": Sameness(("place",)),
    "operators": Sameness(("actor",)),
    "awards": Sameness(
        ("activity", "recipient", "amount", "currency", "side", "kind"),
        ("programme", "funder", "when", "qualifier"),
    ),
    "budgets": Sameness(
        ("currency", "side", "funder", "part_of_total", "when"), ("kind", "per"), "amount"
    ),
    "attestations": Sameness(("when",)),
    "beneficiaries": Sameness(("actor",)),
    "figures": Sameness(
        ("what", "unit", "side", "announced", "part_of_total", "when"), (), "value"
    ),
    "sequences": Sameness(("subject", "predicate", "object")),
    "relations": Sameness(("subject", "predicate", "object"), ("when",)),
    "successions": Sameness(("former", "latter"), ("kind", "when")),
    "concerns": Sameness(("dispute", "record")),
    "claims": Sameness(("record", "dispute", "column", "value")),
}

_NUMBERS: Final = ("decimal", "integer")
# What one row says vaguely and another exactly: the vague word gives way.
_VAGUE: Final = {"names": ("kind", "alternative"), "participations": ("role", "participant")}


def equal_values(column: str, one: str, other: str) -> bool:
    """Tell whether two cells say the same.

    >>> equal_values("amount", "12000", "12000.00"), equal_values("actor", "port", "quai")
    (True, False)
    """
    if one == other:
        return True
    kind = COLUMNS[column].kind
    if kind in _NUMBERS and one and other:
        try:
            return Decimal(one) == Decimal(other)
        except InvalidOperation:
            return False
    if kind == "edtf" and one and other:
        return compare_dates(one, other) == "same"
    return kind == "boolean" and {one, other} == {"", "false"} and column != "currency_certain"


def alike(table: str, known: Mapping[str, str], other: Mapping[str, str], parent: str) -> bool:
    """Tell whether two rows speak of the same thing, `contested` left aside."""
    rule = SAMENESS[table]
    return all(
        _same_exact(table, column, known, other) for column in rule.exact if column != parent
    ) and all(_same_loose(table, column, known, other) for column in rule.loose)


def agree(table: str, known: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two rows that are alike do not contradict each other."""
    column = SAMENESS[table].contested
    if not column or not known.get(column) or not other.get(column):
        return True
    if COLUMNS[column].kind == "edtf":
        return compare_dates(known[column], other[column]) != "different"
    return equal_values(column, known[column], other[column])


def _same_exact(
    table: str, column: str, known: Mapping[str, str], other: Mapping[str, str]
) -> bool:
    if column == "what":
        return any(
            known.get(name) and known.get(name, "").casefold() == other.get(name, "").casefold()
            for name in ("what_fr", "what_en")
        )
    one, two = known.get(column, ""), other.get(column, "")
    if table == "names":
        return same_words(one, two)
    if column == "locator":
        return fold_locator(one) == fold_locator(two)
    if table == "sequences" and column == "predicate":
        return one == two or {one, two} == {"followed-by", "led-to"}
    if table == "signings" and column == "kind":
        return (one or "signed") == (two or "signed")
    return equal_values(column, one, two)


def _same_loose(
    table: str, column: str, known: Mapping[str, str], other: Mapping[str, str]
) -> bool:
    one, two = known.get(column, ""), other.get(column, "")
    if not one or not two or one == two:
        return True
    if COLUMNS[column].kind == "edtf":
        return compare_dates(one, two) != "different"
    if table == "budgets":
        return {one, two} == {"budget", "cost"}
    vague = _VAGUE.get(table)
    return vague is not None and vague[0] == column and vague[1] in (one, two)
