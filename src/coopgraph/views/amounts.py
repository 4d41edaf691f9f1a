"""What funders gave to recipients, summed up by currency, as rows with words for their columns.

>>> from pyoxigraph import Store
>>> from coopgraph.network.projections import project
>>> amounts_result(project(Store(), "funding"), "fr").columns["amount"].fr
'montant'
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from coopgraph.network.projections.funding import amounts_given
from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import make_result
from coopgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.network.projections.edges import Network
    from coopgraph.queries.result import Result

__all__ = ["COLUMNS", "AmountRow", "amount_rows", "amounts_result", "money", "totals"]

COLUMNS: Final[Mapping[str, Bilingual]] = {
    "funder": Bilingual("identifiant du financeur", "id of the funder"),
    "funder_label": Bilingual("financeur", "funder"),
    "recipient": Bilingual("identifiant du bénéficiaire", "id of the recipient"),
    "recipient_label": Bilingual("bénéficiaire", "recipient"),
    "amount": Bilingual("montant", "amount"),
    "currency": Bilingual("monnaie", "currency"),
    "currency_certain": Bilingual("monnaie sûre", "currency certain"),
    "awards": Bilingual("aides", "awards"),
    "kinds": Bilingual("sorte", "kind"),
    "records": Bilingual("fiches", "records"),
}
"""The columns of the sums, with their headings."""
_DECIMAL: Final = NamedNode(PREFIXES["xsd"] + "decimal")


class AmountRow(NamedTuple):
    """What a funder gave to a recipient in one currency; `kinds` and `records` have spaces."""

    funder: str
    funder_label: str
    recipient: str
    recipient_label: str
    amount: Decimal
    currency: str
    currency_certain: bool
    awards: int
    kinds: str
    records: str


def amount_rows(network: Network, language: str) -> list[AmountRow]:
    """Return the sums of a network of funding, names in a language; the largest come first."""
    called = {
        node: str(data.get(f"label_{language}") or data.get("label_fr") or node)
        for node, data in network.nodes(data=True)
    }
    given = sorted(amounts_given(network), key=lambda one: (one.currency, -one.amount, one))
    return [
        AmountRow(
            one.funder,
            called[one.funder],
            one.recipient,
            called[one.recipient],
            one.amount,
            one.currency,
            one.currency_certain,
            one.awards,
            " ".join(one.kinds),
            " ".join(one.records),
        )
        for one in given
    ]


def amounts_result(network: Network, language: str) -> Result:
    """Return the same rows as a result, which knows the words for its columns."""
    rows = [
        tuple(
            Literal(f"{value:f}", datatype=_DECIMAL)
            if isinstance(value, Decimal)
            else Literal(value)
            for value in row
        )
        for row in amount_rows(network, language)
    ]
    return make_result(AmountRow._fields, rows, COLUMNS)


def totals(network: Network) -> dict[str, Decimal]:
    """Return the sum of all awards in each currency."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for given in amounts_given(network):
        found[given.currency] += given.amount
    return dict(sorted(found.items()))


def money(amount: Decimal | float, language: str) -> str:
    """Return an amount as people write it.

    >>> money(1250000, "en"), money(Decimal("8600.50"), "en")
    ('1,250,000', '8,600.50')
    """
    number = Decimal(str(amount))
    whole = number == number.to_integral_value()
    text = f"{number:,.0f}" if whole else f"{number:,.2f}"
    if language == "fr":
        return text.replace(",", "\u00a0").replace(".", ",")
    return text
