"""One object over the graph: ask, query, look up, tell why, draw.

>>> with open() as kg:  # cg.open() in your own code
...     answer = kg.ask("took-part", activity="soft-landing-quebec-2018")
...     quiet_oceans = kg.entity("Quiet-Oceans")
...     network = kg.network(at="2018")
>>> "quiet-oceans" in [row.actor.rpartition("/")[2] for row in answer]
True
>>> quiet_oceans.id, "quiet-oceans" in network
('quiet-oceans', True)

The graph is built or opened when it is first asked. It is only read, so one object may be used from
several threads; what they share is built once. A reader's own SPARQL (`KnowledgeGraph.query`) runs
in processes of its own, within limits, and calls nothing outside: ``with`` or `close` ends them.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from coopgraph.api.choices import refuse_unless
from coopgraph.api.opening import Opened, find_source
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    import os

    import networkx as nx
    import rdflib

    from coopgraph.api.answer import Answer
    from coopgraph.api.catalogue import Questions
    from coopgraph.api.difference import Difference
    from coopgraph.api.entity import Entity
    from coopgraph.api.exporting import Choices, Exported
    from coopgraph.api.facts import Facts
    from coopgraph.api.networks import Mode
    from coopgraph.api.opening import Source
    from coopgraph.api.picture import Picture
    from coopgraph.network.moments import When
    from coopgraph.network.slices import Slice
    from coopgraph.network.steps import AnyStep
    from coopgraph.queries.asking import Asked
    from coopgraph.queries.asking.names import Names
    from coopgraph.queries.bearers import Bearers
    from coopgraph.queries.limits import Limits
    from coopgraph.queries.pool import QueryPool
    from coopgraph.sparql import Queryable
    from coopgraph.views.names import RecordNames

__all__ = ["KnowledgeGraph", "open"]


def open(
    source: str | os.PathLike[str] | None = None, *, language: str = "fr", timeout: float = 60.0
) -> KnowledgeGraph:
    """Open a graph: the corpus that comes with coopgraph, or the one that is named.

    `source` is a folder of tables, the folder of a built store, a file of RDF (``.ttl``, ``.nt``,
    ``.trig``, ``.nq``) or the address of a SPARQL endpoint. `language` (``"fr"`` or ``"en"``) is
    that of labels and sentences; `timeout` is for an endpoint, in seconds.

    Raises:
        DataError: there is no such file or folder.
        UsageError: the file or the language is none that is known here.

    >>> open("nowhere")
    Traceback (most recent call last):
    coopgraph.errors.DataError: There is no file or folder nowhere.
    """
    return KnowledgeGraph(find_source(source, timeout=timeout), language=language)


class KnowledgeGraph:
    """A graph that can be asked; `open` makes it.

    Every method may raise `DataError` (the tables have errors) and `StoreError` (the store or the
    endpoint cannot be read) beside what it says itself.
    """

    def __init__(self, source: Source, *, language: str = "fr") -> None:
        self.source = source
        self.language = _known_language(language)
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._pool: QueryPool | None = None

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes that run queries; the graph itself can still be asked."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    @property
    def graph(self) -> Queryable:
        """The graph below: a `pyoxigraph.Store`, or a `coopgraph.remote.RemoteEndpoint`."""
        return self._open().graph

    def ask(self, question: str, **parameters: object) -> Answer:
        """Ask a named question (see `questions`); its parameters by name, as people write them.

        A parameter that takes a record takes its id, its IRI, or a name that it alone bears.

        Raises:
            UnknownQuery: no question has this id; the nearest are named.
            UsageError: a parameter is unknown, missing or cannot be read.
        """
        from coopgraph.api.answer import Answer
        from coopgraph.queries.catalogue import find_question
        from coopgraph.queries.run import run_question

        given = {name: _written(value) for name, value in parameters.items() if value is not None}
        found = find_question(question)
        result = run_question(
            self.graph, found, given, language=self.language, bearers=self._bearers
        )
        return Answer(result, language=self.language)

    def find_questions(self, text: str) -> Asked:
        """Return the named questions nearest to what somebody asks in their own words.

        Each suggestion has the question, the parameters that the text gives, and a score; where
        nothing fits there is none. The names of the graph are read once.

        Raises:
            StoreError: the graph cannot be read.
        """
        from coopgraph.queries.asking import find_questions

        return find_questions(text, self.graph, otherwise=self.language, names=self._asked_names)

    def query(
        self, sparql: str, *, limits: Limits | None = None, allow: Collection[str] = ()
    ) -> Answer:
        """Run SPARQL of your own: read-only, within limits, without any call to the outside.

        `limits` is a `coopgraph.queries.limits.Limits` (60 s and 100,000 rows unless given);
        `allow` names what is refused otherwise: ``"service"``, ``"from"``, ``"unknown-terms"``.

        Raises:
            QuerySyntaxError: the text does not parse; line and column.
            QueryRefused: it asks for what is switched off, or names a term that does not exist.
            QueryTimeout: it was stopped at a limit.
        """
        from coopgraph.api.answer import Answer

        answered = self._query_pool().run(sparql, limits=limits, allow=allow)
        return Answer(answered, language=self.language)

    def questions(self) -> Questions:
        """Return the named questions by id; they print as a list."""
        from coopgraph.api.catalogue import Questions
        from coopgraph.queries.catalogue import read_catalogue

        return Questions(read_catalogue(), language=self.language)

    def entity(self, text: str) -> Entity:
        """Return the record that has this id or IRI, or bears this name.

        Raises:
            UnknownEntity: no record has it, or several bear it; the candidates are named.
        """
        from coopgraph.api.entity import read_entity

        return read_entity(self.graph, text, language=self.language, names=self._record_names)

    def why(self, a: str, b: str | None = None) -> Facts:
        """Tell how we know: the facts about `a`, or those that tie `a` and `b`, with sources.

        Raises:
            UnknownEntity: no record has the id or name, or several bear it.
        """
        from coopgraph.api.facts import Facts
        from coopgraph.views.why import why

        return Facts(why(self.graph, a, b, names=self._record_names), language=self.language)

    def network(
        self,
        projection: str = "actors",
        *,
        at: When | None = None,
        mode: Mode = "possibly",
        kinds: Collection[str] = (),
        inferred: bool = True,
    ) -> nx.MultiDiGraph:
        """Return a network, whole or as it was `at` a day or in a period, under the names of then.

        `projection` says who is tied to whom and by what: actors, territories, funding, themes …
        (`coopgraph.network.projections.PROJECTIONS`). `at` is a year, a day, or a date in EDTF or
        in words (2015, ``"2010/2015"``, ``"mai 2010"``). `mode` keeps what *possibly* or what
        *certainly* held then; without `at` it has no effect. `kinds` leaves only some kinds of tie
        (``"mission"``, ``"project"``, ``"agreement"``), and whom they tie; without `inferred`, what
        the curator deduced is left out. What nodes and ties carry is told in
        `coopgraph.network.project`.

        Raises:
            UsageError: `at` is no date, the projection or the mode is unknown, or no tie is of one
                of the kinds.
        """
        from coopgraph.api.networks import make_network

        return make_network(
            self.graph, projection, at=at, mode=mode, kinds=kinds, inferred=inferred
        )

    def slices(
        self,
        first: When,
        last: When,
        projection: str = "actors",
        *,
        step: AnyStep = "year",
        growing: bool = False,
        mode: Mode = "possibly",
        kinds: Collection[str] = (),
        inferred: bool = True,
    ) -> list[Slice]:
        """Return a network step by step, from the step of `first` to that of `last`.

        A step is a text (``"quarter"``, ``"3 months"``, ``"2 weeks"``, ``"10y"``) or a number of
        years. Each slice has its `first` and `last` day, its `nodes` and `edges`, and `network()`,
        under the names of then. A `growing` network keeps all that held before.

        Raises:
            UsageError: a date or the step is none, or the projection, the mode or a kind unknown.
            ValueError: `last` lies before `first`.
        """
        from coopgraph.api.networks import cut_network

        return cut_network(
            self.graph, projection, first, last,
            step=step, growing=growing, mode=mode, kinds=kinds, inferred=inferred,
        )  # fmt: skip

    def compare(
        self,
        a: When,
        b: When,
        *,
        projection: str = "actors",
        mode: Mode = "possibly",
        inferred: bool = True,
    ) -> Difference:
        """Tell what changed in a network between two moments: who came, what began, what lapsed.

        `a` and `b` are years, months, days or periods, in EDTF or in words. The result prints
        itself in sentences; its `data` holds every change, `picture()` draws them, and `save`
        writes the picture (.html, .svg, .pdf).

        Raises:
            UsageError: `a` or `b` is no date, or the projection or the mode is unknown.
        """
        from coopgraph.api.networks import compare_networks

        return compare_networks(
            self.graph, a, b, projection, mode=mode, inferred=inferred, language=self.language
        )

    def amounts(
        self, *, at: When | None = None, mode: Mode = "possibly", inferred: bool = True
    ) -> Answer:
        """Add up what each funder gave to each recipient, one sum for each currency.

        Awards alone count: no budgets, nothing planned or cancelled. `at` limits them to a day or a
        period; awards without a date are then left out.

        Raises:
            UsageError: `at` is no date, or the mode is unknown.
        """
        from coopgraph.api.networks import sum_amounts

        return sum_amounts(self.graph, at=at, mode=mode, inferred=inferred, language=self.language)

    def view(
        self,
        name: str = "network",
        *,
        first: str | None = None,
        last: str | None = None,
        mode: Mode = "possibly",
        inferred: bool = True,
        height: int = 640,
        **options: str,
    ) -> Picture:
        """Draw a view; a notebook shows it in a frame, `Picture.save` writes the page to a file.

        `name` is one of `coopgraph.views.VIEWS`: network, timeline, map, chain, matrix, mirror …
        `first` and `last` say which period is open when the page opens; `options` are those of the
        view: ``projection="territories"`` of the network, ``of="quiet-oceans"`` of the chain.

        Raises:
            UsageError: there is no such view or option, or `first` or `last` is no date.
        """
        from coopgraph.api.picture import Picture
        from coopgraph.views import VIEWS, options_of

        refuse_unless(name in VIEWS, [name], VIEWS)
        known = options_of(VIEWS[name])
        refuse_unless(options.keys() <= known, options.keys() - known, known)
        view = VIEWS[name].make(
            self.graph, first=first, last=last, mode=mode, inferred=inferred, **options
        )
        return Picture(view, language=self.language, height=height)

    def export(self, format: str, path: str | os.PathLike[str], **how: Unpack[Choices]) -> Exported:
        """Write the graph or a network to a file for other tools; `how` is told in `Choices`.

        Raises:
            UsageError: there is no such format, or a choice does not go with it.
        """
        from coopgraph.api.exporting import export_to

        return export_to(self.graph, format, path, how, language=self.language)

    def rdflib(self) -> rdflib.Dataset:
        """Return an `rdflib.Dataset` over the same store: nothing is copied.

        SPARQL that runs there has no limits and may call the outside: it is for your own texts.

        Raises:
            UsageError: the graph is an endpoint elsewhere.
        """
        from pyoxigraph import Store

        from coopgraph.store import as_rdflib

        if not isinstance(self.graph, Store):
            raise UsageError(
                "An endpoint has no store to hand over: rdflib asks it by its own SPARQLStore.",
                "Un point d’accès n’a pas de graphe à remettre : rdflib l’interroge par son propre"
                " SPARQLStore.",
            )
        return as_rdflib(self.graph)

    @cached_property
    def _bearers(self) -> Bearers:
        from coopgraph.queries.bearers import Bearers

        return Bearers(self.graph)

    @cached_property
    def _record_names(self) -> RecordNames:
        from coopgraph.views.names import RecordNames

        return RecordNames(self.graph)

    @cached_property
    def _asked_names(self) -> Names:
        from coopgraph.queries.asking.names import read_names

        return read_names(self.graph)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.source.kind} {self.source.place}>"

    def _open(self) -> Opened:
        with self._lock:
            if self._opened is None:
                self._opened = self.source.open()
            return self._opened

    def _query_pool(self) -> QueryPool:
        from coopgraph.queries.pool import QueryPool

        opened = self._open()
        with self._lock:
            if self._pool is None:
                self._pool = QueryPool(opened.folder or opened.graph, workers=1)
                weakref.finalize(self, self._pool.close)
            return self._pool


def _known_language(language: str) -> str:
    refuse_unless(language in ("fr", "en"), [language], ("fr", "en"))
    return language


def _written(value: object) -> str:
    """Return a value as the readers of parameters want it: True is yes, a day is in ISO.

    >>> _written(True), _written(date(2018, 9, 1)), _written(3)
    ('yes', '2018-09-01', '3')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
