"""The graph over HTTP, read-only: the SPARQL 1.1 Protocol, the question bank, and pages for people.

How a request goes::

    connections   a connection of the server: how slowly a client may write and read
    access_log    one line for each answer
    barriers      Host, sizes, rate of each client; headers of every answer
    app           the routes: endpoint, graph_store, questions, suggestions, pages, description
    operations    what a request of the SPARQL protocol asks for
    negotiation   which form of the answer the client likes best (`media` lists the forms)
    caching       ETag and 304
    described     the graphs that describe the graph: VoID, the question bank
    engine        a bounded queue before the child processes that run queries
    problems      what is said when something is wrong

`server` runs it. Nothing here writes to the graph; a query text runs in `coopgraph.queries` alone.
"""
