"""Questions to the graph: a catalogue of named ones, and a reader's own SPARQL.

``catalogue`` and ``header`` read the ``.rq`` files of ``bank/``; ``parameters`` turns what a person
writes into terms; ``run`` asks; ``guard``, ``terms``, ``limits``, ``child`` and ``wire`` let a
stranger's text run safely; ``result`` is what comes back and ``formats`` writes it.
"""
