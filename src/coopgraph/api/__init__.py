"""The graph from Python and in notebooks: what ``import coopgraph as cg`` offers.

``knowledge`` holds `cg.open` and its `KnowledgeGraph`, ``opening`` finds what a source is; what
comes back is in ``answer`` (rows of a question), ``entity``, ``facts``, ``catalogue`` (the list of
questions) and ``picture``. Each of them prints well in a terminal and in a notebook; ``markup`` is
the little HTML that this takes. Nothing here knows SPARQL or RDF that the stages below do not.
"""

__all__: list[str] = []
