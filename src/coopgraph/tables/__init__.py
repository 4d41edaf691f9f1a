"""The curated tables of ``data/``: one row is one node of the graph.

::

    column_map.py   what every table and column is: the one place to edit
    read.py         file → rows with their lines        encoding.py, header.py, batches.py
    index.py        which table holds which id
    check.py        rows → findings                     cells.py, references.py, frozen.py
    form.py         canonical form (coopgraph fmt)
    codes.py        every code of a finding
    datapackage.py, dictionary.py                       → data/datapackage.json, data/README.md

What the rows mean as triples is said by `coopgraph.loaders`. Import from the modules themselves:
this package loads none of them.
"""

__all__: list[str] = []
