"""Synthetic tables in the shape of ``data/``: seeded, so the same events every time.

Actors follow a Zipf-like law (a few are everywhere), dates are as vague as in the sources, a part
of the missions is planned, inferred, part of another one or under an agreement, and every row is
cited. All names are made of numbers.

>>> import tempfile
>>> counts = write_tables(Path(tempfile.mkdtemp()), events=10)
>>> counts["missions"] + counts["agreements"]
10
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from coopgraph.tables.column_map import TABLES

_MISSION_KINDS = ("official-visit", "exchange", "conference", "forum", "working-visit")
_AGREEMENT_KINDS = ("entente", "twinning", "cooperation-agreement", "declaration")
_ACTOR_KINDS = ("company", "university", "local-authority", "association", "research-centre")
_SIDES = ("france", "quebec")
_ROLES = ("organiser", "partner", "participant", "host", "speaker")
_Row = dict[str, str]


def write_tables(folder: Path, *, events: int, seed: int = 7) -> dict[str, int]:
    """Write tables with `events` events (7 missions to 3 agreements); return rows per table."""
    chance = random.Random(seed)  # noqa: S311 — synthetic data, no secret
    world = _World(chance, events)
    folder.mkdir(parents=True, exist_ok=True)
    writers, files, counts = {}, [], dict.fromkeys(TABLES, 0)
    for name, table in TABLES.items():
        file = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
        files.append(file)
        writers[name] = csv.DictWriter(file, table.header, restval="", lineterminator="\n")
        writers[name].writeheader()
    for name, row in world.rows():
        writers[name].writerow(row)
        counts[name] += 1
    for file in files:
        file.close()
    return counts


class _World:
    """The invented sources, places and actors, and the events that they take part in."""

    def __init__(self, chance: random.Random, events: int) -> None:
        self.chance = chance
        self.events = events
        self.sources = max(5, events // 20)
        self.places = max(4, events // 50)
        self.actors = max(6, events // 5)
        self.weights = list(accumulate(1 / (rank + 1) ** 0.8 for rank in range(self.actors)))
        self.missions: list[str] = []
        self.agreements: list[str] = []

    def rows(self) -> Iterator[tuple[str, _Row]]:
        """Yield every row as its table and its cells."""
        for number in range(self.sources):
            yield "sources", self._source(number)
        for number in range(self.places):
            yield from self._cited("places", self._place(number))
        for number in range(self.actors):
            yield from self._cited("actors", self._actor(number))
        for number in range(self.events):
            made = self._mission(number) if self.chance.random() < 0.7 else self._agreement(number)
            yield from made

    def _cited(self, table: str, row: _Row) -> Iterator[tuple[str, _Row]]:
        """Yield a row and one citation of it."""
        yield table, row
        yield (
            "citations",
            {
                "id": f"{row['id']}.source.1",
                "record": row["id"],
                "source": f"source-{self.chance.randrange(self.sources)}",
                "locator": f"§ {self.chance.randint(1, 40)}",
            },
        )

    def _source(self, number: int) -> _Row:
        return {
            "id": f"source-{number}",
            "title": f"Page {number}",
            "url": f"https://example.org/page/{number}",
            "publisher": f"Gazette {number % 40}",
            "published": f"{self.chance.randint(1965, 2024)}-0{self.chance.randint(1, 9)}-11",
            "language": "fr",
            "kind": "news",
        }

    def _place(self, number: int) -> _Row:
        return {
            "id": f"place-{number}",
            "kind": "city",
            "name_fr": f"Ville {number}",
            "name_en": f"Ville {number}",
            "side": _SIDES[number % 2],
        }

    def _actor(self, number: int) -> _Row:
        return {
            "id": f"actor-{number}",
            "kind": self.chance.choice(_ACTOR_KINDS),
            "name_fr": f"Organisme {number}",
            "name_en": f"Body {number}",
            "place": f"place-{self.chance.randrange(self.places)}",
            "side": _SIDES[number % 2],
        }

    def _some_actors(self) -> list[str]:
        size = min(self.actors, 2 + (self.chance.random() < 0.25) + (self.chance.random() < 0.08))
        picked: dict[int, None] = {}
        while len(picked) < size:
            picked[self.chance.choices(range(self.actors), cum_weights=self.weights)[0]] = None
        return [f"actor-{number}" for number in picked]

    def _earlier(self, names: list[str], *, share: float) -> str:
        """Return, in this share of all cases, one of the last names; else nothing."""
        if names and self.chance.random() < share:
            return self.chance.choice(names[-50:])
        return ""

    def _date(self) -> str:
        """Return a date that is exact, or vague in one of the ways of the sources."""
        year = self.chance.randint(1965, 2024)
        month = self.chance.randint(1, 12)
        day = f"{year}-{month:02}-{self.chance.randint(1, 28):02}"
        forms = (day, day, day, f"{year}-{month:02}", f"{year}-{month:02}", str(year))
        vague = (f"{year}-2{self.chance.randint(1, 4)}", f"{year}~", f"{year}/{year + 2}")
        return self.chance.choice((*forms, *vague, f"[{year}..{year + 1}-06]"))

    def _mission(self, number: int) -> Iterator[tuple[str, _Row]]:
        name = f"mission-{number}"
        planned = self.chance.random() < 0.05
        row = {
            "id": name,
            "kind": self.chance.choice(_MISSION_KINDS),
            "title_fr": f"Mission {number}",
            "title_en": f"Mission {number}",
            "when": self._date(),
            "status": "planned" if planned else "completed",
            "status_as_of": "2025-01-01",
            "part_of": self._earlier(self.missions, share=0.12),
            "under": self._earlier(self.agreements, share=0.2),
            "inferred": "when" if self.chance.random() < 0.1 else "",
        }
        self.missions.append(name)
        yield from self._cited("missions", row)
        for index, actor in enumerate(self._some_actors(), 1):
            link = {"id": f"{name}.actor.{index}", "activity": name, "actor": actor}
            yield from self._cited("participations", {**link, "role": self.chance.choice(_ROLES)})
        place = f"place-{self.chance.randrange(self.places)}"
        yield from self._cited(
            "venues", {"id": f"{name}.place.1", "activity": name, "place": place}
        )

    def _agreement(self, number: int) -> Iterator[tuple[str, _Row]]:
        name = f"agreement-{number}"
        row = {
            "id": name,
            "kind": self.chance.choice(_AGREEMENT_KINDS),
            "title_fr": f"Accord {number}",
            "title_en": f"Agreement {number}",
        }
        self.agreements.append(name)
        yield from self._cited("agreements", row)
        signing = {"id": f"{name}.signing.1", "agreement": name, "when": self._date()}
        yield from self._cited("signings", signing)
        for index, actor in enumerate(self._some_actors(), 1):
            link = {"id": f"{name}.party.{index}", "agreement": name, "actor": actor}
            yield from self._cited("parties", link)
