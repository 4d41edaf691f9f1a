"""The one exact day that the tables want for a status, from the vague date that a dossier gives.

It is the last day that the date can mean; of a window or span without end, its known bound. A plan
was a plan from the first day on that the date can mean: later it may have been carried out.

>>> last_day("2023~"), last_day("[2011..2012]"), last_day("[2025-10..]")
(('2023-12-31', False), ('2012-12-31', False), ('2025-10-31', False))
>>> last_day("2031-08-13")
('2031-08-13', True)
"""

from __future__ import annotations

import re

from coopgraph.dates import parse_date

__all__ = ["first_day", "last_day"]


def first_day(edtf: str) -> tuple[str, bool]:
    """Return the first day that the date can mean, and whether it said exactly this day.

    >>> first_day("2023~"), first_day("[..2016]")
    (('2023-01-01', False), ('2016-12-31', False))

    Raises:
        InvalidDate: the text is no date.
    """
    known = parse_date(edtf).earliest_begin
    day, exact = last_day(edtf)
    return (known.isoformat(), exact) if known else (day, exact)


def last_day(edtf: str) -> tuple[str, bool]:
    """Return the day, and whether the date said exactly this day; nothing if it has no bound.

    Raises:
        InvalidDate: the text is no date.
    """
    date = parse_date(edtf)
    if edtf.startswith("[") and edtf.endswith("..]"):
        return last_day(edtf[1:-3])[0], False
    # a span that is still open is known from its begin only
    known = date.latest_end or date.latest_begin or date.earliest_end or date.earliest_begin
    if date.latest_end is None and date.earliest_end is None and date.earliest_begin:
        known = date.earliest_begin
    exact = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf) is not None
    return (known.isoformat() if known else "", exact)
