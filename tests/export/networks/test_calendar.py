"""iCalendar: whole days, doubt said in words, lines as the standard wants them."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from coopgraph.export.networks import Selected, Selection, calendar, occasions, select_for
from coopgraph.export.networks.occasions import Occasion
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[Selected, str], bytes]

Event = dict[str, Any]  # Any: each property of the library has a type of its own
YEAR = ("2018-01-01", "2018-12-31", "2018-01-01", "2018-12-31")


def one(**changes: object) -> Occasion:
    """Return a mission of one day unless told otherwise."""
    values: dict[str, object] = {
        "uid": "mission-dune",
        "iri": "https://w3id.org/coopgraph/id/mission/mission-dune",
        "role": "mission",
        "kind": "mission",
        "title": Words("Mission de la dune", "Dune mission"),
        "edtf": "2018-04-03",
        "days": ("2018-04-03",) * 4,
        "status": "completed",
        "doubts": (),
        "spoken": "2019-08-13",
    }
    return Occasion(**(values | changes))  # type: ignore[arg-type]  # the values are those of the fields


def events_of(data: bytes) -> list[Event]:
    read: Any = Calendar.from_ical(data)  # Any: see Event
    return list(read.walk("VEVENT"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, selected: Selected) -> Callable[..., list[Event]]:
    """Write occasions, read the file again and return its events."""

    def tell(*given: Occasion, language: str = "fr", **options: object) -> list[Event]:
        monkeypatch.setattr(calendar, "read_occasions", lambda *_, **__: list(given))
        stream = io.BytesIO()
        calendar.write(stream, graph=selected.graph, language=language, **options)  # type: ignore[arg-type]  # as given
        lines = stream.getvalue().split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert b"\n" not in stream.getvalue().replace(b"\r\n", b"")
        return events_of(stream.getvalue())

    return tell


def test_a_known_day_is_a_whole_day(told: Callable[..., list[Event]]) -> None:
    (event,) = told(one())
    assert event["DTSTART"].dt == dt.date(2018, 4, 3)
    assert event["DTEND"].dt == dt.date(2018, 4, 4)
    assert event["SUMMARY"] == "Mission de la dune"
    assert event["STATUS"] == "CONFIRMED"
    assert event["DTSTAMP"].dt == dt.datetime(2019, 8, 13, tzinfo=dt.UTC)
    assert event["UID"] == "mission-dune@coopgraph"


def test_a_vague_date_spans_what_is_possible_and_says_so(told: Callable[..., list[Event]]) -> None:
    (event,) = told(one(edtf="2018", days=YEAR), language="en")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2018, 1, 1), dt.date(2019, 1, 1))
    assert event["SUMMARY"] == "Dune mission (2018)"


def test_an_open_date_stands_on_its_first_day(told: Callable[..., list[Event]]) -> None:
    days = ("2010-01-01", "2010-12-31", "", "")
    (event,) = told(one(edtf="2010/..", days=days))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2010, 1, 1), dt.date(2010, 1, 2))
    assert event["SUMMARY"] == "Mission de la dune (depuis 2010)"
    assert told(one(edtf="", days=("", "", "", ""))) == []


def test_what_is_planned_or_cancelled_says_so(told: Callable[..., list[Event]]) -> None:
    planned, cancelled = told(one(status="planned"), one(status="cancelled", uid="other"))
    assert (planned["STATUS"], cancelled["STATUS"]) == ("TENTATIVE", "CANCELLED")
    assert "rien ne dit que cela a eu lieu" in planned["DESCRIPTION"]


def test_hostile_text_stays_in_its_property(told: Callable[..., list[Event]]) -> None:
    text = "a;b,c\\n\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00\x1b\ud800 " + "é" * 10_000
    (event,) = told(one(title=Words(text, text), uid="u\r\nEND:VCALENDAR", iri=text))
    assert event["SUMMARY"].startswith("a;b,c\\n\nEND:VEVENT\nBEGIN:VEVENT")
    assert event["SUMMARY"].endswith("é" * 10_000)
    assert "URL" not in event


def test_a_period_and_a_mode_choose(told: Callable[..., list[Event]]) -> None:
    vague = one(edtf="2018", days=YEAR, uid="vague")
    june = {"first": dt.date(2018, 6, 1), "last": dt.date(2018, 6, 30)}
    assert [event["UID"] for event in told(one(), vague, **june)] == ["vague@coopgraph"]
    assert told(one(), vague, mode="certainly", **june) == []
    assert len(told(one(), mode="certainly", first=dt.date(2018, 4, 1))) == 1
    assert told(one(), kinds=frozenset({"call"})) == []


def test_the_tables_make_a_calendar(selected: Selected, write: Write) -> None:
    data = write(select_for("ical", selected.graph, Selection()), "ical")
    events = events_of(data)
    expected = occasions.read_occasions(selected.graph)
    assert len(events) == len(expected) > 3
    assert len({event["UID"] for event in events}) == len(events)
    assert {"mission", "closes", "term-end"} <= {occasion.role for occasion in expected}
    for event in events:
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["DTEND"].dt > event["DTSTART"].dt
        assert event["TRANSP"] == "TRANSPARENT"


def test_without_what_was_inferred_there_is_no_more(selected: Selected) -> None:
    every = occasions.read_occasions(selected.graph)
    said = occasions.read_occasions(selected.graph, inferred=False)
    assert {occasion.uid for occasion in said} <= {occasion.uid for occasion in every}
    assert all("inferred" not in occasion.doubts for occasion in said)
