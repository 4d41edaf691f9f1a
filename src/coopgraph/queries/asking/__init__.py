"""From a person's question, in French or English, to the nearest questions of the bank.

`find_questions` reads the text (`reading`: names and their variants, dates, kinds, doubt), ranks
the bank by its headers (`ranking`), gives what was recognised to the parameters (`fitting`) and
returns the questions with their score and the reasons, best first. Nothing runs.

>>> from pyoxigraph import Store
>>> asked = find_questions("Which agreements were in force on 31 December 2015?", Store())
>>> asked.suggestions[0].question.id, asked.suggestions[0].parameters
('agreements-in-force', {'day': '2015-12-31'})
>>> find_questions("How do I bake bread?", Store()).suggestions
()

The search is lexical and deterministic: equal words give equal answers, offline, and there is
nothing in it about any one question. It says so when nothing fits; it never makes up a query.
"""

from __future__ import annotations

from coopgraph.queries.asking.search import Asked, Suggestion, find_questions

__all__ = ["Asked", "Suggestion", "find_questions"]
