"""What a stranger may send: each text with the errors that it may end in.

``{canary}`` is a listener on loopback that must never be called, ``{secret}`` a file that must
never be read. An empty set of errors means that the text may be answered, in time.
"""

from typing import NamedTuple

__all__ = ["HOSTILE", "Hostile"]

REFUSED = frozenset({"QueryRefused"})
WRONG = frozenset({"QuerySyntaxError"})
STOPPED = frozenset({"QueryTimeout"})
BAD = REFUSED | WRONG
ANY = frozenset({"", "QueryTimeout"})


class Hostile(NamedTuple):
    """A text, and the names of the errors that it may end in; "" is an answer."""

    text: str
    ends: frozenset[str]


_PROLOGUE = "PREFIX s: <{canary}>\n"
_ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"


def _doubled(times: int) -> str:
    """Return BINDs of which each is twice as long as the one before."""
    return " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(times))


_OUTWARD = {
    "service": "SELECT * {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}",
    "service silent": "SELECT * {{ sErViCe SiLeNt <{canary}> {{ ?s ?p ?o }} }}",
    "service by prefix": _PROLOGUE + "SELECT * {{ SERVICE s:x {{ ?s ?p ?o }} }}",
    "service glued to a name": _PROLOGUE + "SELECT * {{ SERVICEs:x{{}} }}",
    "service glued to a number": _PROLOGUE + "SELECT * {{ ?s ?p 1SERVICE s:x {{}} }}",
    "service behind a comment": "SELECT * {{ #'\n SERVICE <{canary}> {{}} #'\n }}",
    "service behind CR": "SELECT * {{ #\rSERVICE <{canary}> {{}} }}",
    "service by escape": "SELECT * {{ \\u0053ERVICE <{canary}> {{}} }}",
    "service by long escape": "SELECT * {{ SERV\\U00000049CE <{canary}> {{}} }}",
    "service by variable": "SELECT * {{ VALUES ?u {{ <{canary}> }} SERVICE ?u {{ ?s ?p ?o }} }}",
    "service in subquery": "SELECT * {{ {{ SELECT * {{ SERVICE <{canary}> {{}} }} }} }}",
    "service in EXISTS": "ASK {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{canary}> {{}} }} }}",
    "service between signs": "SELECT * {{ ?a ?b ?c FILTER(?a<?b)SERVICE?s#>\n{{}} }}",
    "service by full-width letters": "ASK {{"
    " \uff33\uff25\uff32\uff36\uff29\uff23\uff25 <{canary}> {{}} }}",
    "from": "SELECT * FROM <{canary}> {{ ?s ?p ?o }}",
    "from named": "SELECT * FROM/**/NAMED <{canary}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "from a file": "SELECT * FROM <{secret}> {{ ?s ?p ?o }}",
    "from /etc": "SELECT * FROM <file:///etc/hostname> {{ ?s ?p ?o }}",
    "from relative": "BASE <file:///etc/>\nSELECT * FROM <hostname> {{ ?s ?p ?o }}",
    "describe from": "DESCRIBE <x:y> FROM <{canary}>",
    "construct from": "CONSTRUCT FROM <{canary}> WHERE {{ ?s ?p ?o }}",
}
_UPDATES = {
    "load": "LOAD <{canary}>",
    "load a file": "LOAD SILENT <{secret}> INTO GRAPH <x:g>",
    "load behind prologue": "#c\n" + _PROLOGUE + "lOaD s:x",
    "load after a query": "ASK {{}} ; LOAD <{canary}>",
    "insert": "INSERT DATA {{ <x:a> <x:b> 1 }}",
    "insert after prologue": "PREFIX ASK: <x:>\nINSERT DATA {{ <x:a> <x:b> 1 }}",
    "insert after version": 'VERSION "1.2" INSERT DATA {{ <x:a> <x:b> 1 }}',
    "insert by escape": "\\u0049NSERT DATA {{ <x:a> <x:b> 1 }}",
    "delete where": "DELETE WHERE {{ ?s ?p ?o }}",
    "with": "WITH <x:g> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    "clear": "CLEAR ALL",
    "drop after a query": "SELECT * {{}}\n;\nDROP ALL",
    "form that only begins well": "SELECTINSERT DATA {{ <x:a> <x:b> 1 }}",
}
_LARGE = {
    "50,000 values": "SELECT * {{ VALUES ?x {{ " + "1 " * 50_000 + "}} }}",
    "100 kB of blanks": "ASK {{" + " " * 100_000 + "}}",
    "huge literal": 'ASK {{ ?s ?p "' + "x" * 70_000 + '" }}',
    "5,000 braces": "SELECT * " + "{{" * 5000 + "}}" * 5000,
    "5,000 parentheses": "SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) {{}}",
    "5,000 brackets": "ASK {{ ?s ?p " + "[<x:p> " * 5000 + "1" + "]" * 5000 + " }}",
    "5,000 lists": "ASK {{ ?s ?p " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "5,000 deep path": "ASK {{ ?s " + "(" * 5000 + "<x:p>" + ")*" * 5000 + " ?o }}",
    "20,000 negations": "SELECT (" + "!" * 20_000 + "true AS ?x) {{}}",
    "20,000 inversions": "ASK {{ ?s " + "^" * 20_000 + "<x:p> ?o }}",
    "quotes that do not close": "ASK {{" + '"\\' * 30_000,
    "NUL and controls": "ASK {{ ?s ?p \x00\x07 }}",
    "lone surrogate": "ASK {{ ?s ?p '\ud800' }}",
}
_ENDLESS = {
    "cartesian count": f"SELECT (COUNT(*) AS ?n) {{{{ {_ALL} }}}}",
    "cartesian ask": f"ASK {{{{ {_ALL} FILTER(STR(?a) = CONCAT(STR(?d), STR(?g), 'x')) }}}}",
    "cartesian order": f"SELECT * {{{{ {_ALL} }}}} ORDER BY ?l ?i ?f",
    "group concat": "SELECT (GROUP_CONCAT(?x) AS ?y) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    " BIND(CONCAT(STR(?a), STR(?f), STR(?i)) AS ?x) }}",
    "doubling binds": "SELECT (STRLEN(?x40) AS ?n) {{ BIND('xxxxxxxx' AS ?x0) "
    + _doubled(40).replace("{", "{{")
    + " }}",
    "replace growth": "SELECT (STRLEN(?x) AS ?n) {{ BIND('"
    + "a" * 2000
    + "' AS ?a) BIND(REPLACE(?a, 'a', ?a) AS ?b) BIND(REPLACE(?b, 'a', ?b) AS ?x) }}",
    "path explosion": "SELECT (COUNT(*) AS ?n) {{ ?a (<x:p>|!<x:q>)* ?b . ?b (<x:p>|!<x:q>)* ?c ."
    " ?c (<x:p>|!<x:q>|^!<x:q>)* ?d . ?d (!<x:q>)* ?e }}",
    "filter not exists": f"ASK {{{{ {_ALL} FILTER NOT EXISTS {{{{ ?a ?x ?c . ?d ?y ?f }}}} }}}}",
    "optional chain": "SELECT (COUNT(*) AS ?n) {{ "
    + " ".join(f"OPTIONAL {{{{ ?a{n} ?b{n} ?c{n} }}}}" for n in range(8))
    + " }}",
    "minus": "SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f MINUS {{ ?d ?h ?c . ?x ?y ?f }} }}",
}
_HEAVY = {
    "5,000 unions": "SELECT * {{ {{}}" + " UNION {{}}" * 4500 + " }}",
    "10,000 sums": "SELECT (1" + "+1" * 10_000 + " AS ?x) {{}}",
    "long path": "ASK {{ ?s " + "/".join(["<x:p>"] * 9000) + " ?o }}",
    "long alternative": "ASK {{ ?s " + "|".join(["<x:p>"] * 9000) + " ?o }}",
    "3,000 filters": "SELECT * {{ ?s ?p ?o " + "FILTER(?s != ?o) " * 3000 + " }}",
    "regex of doubt": "SELECT * {{ BIND('"
    + "a" * 5000
    + "!' AS ?x) FILTER REGEX(?x, '^(a+)+$') }}",
    "large regex": "ASK {{ FILTER REGEX('a', '((((a{{0,99}}){{0,99}}){{0,99}}){{0,99}})') }}",
    "number with a huge exponent": "SELECT (1E+1000000000 * 2 AS ?x) {{}}",
    "decimal without end": "SELECT (" + "9" * 60_000 + ".0 * 2 AS ?x) {{}}",
    "cartesian distinct": "SELECT DISTINCT ?c ?f ?i {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}",
    "cartesian construct": "CONSTRUCT {{ ?a ?e ?i }} WHERE {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}",
    "all rows": "SELECT * {{ ?a ?b ?c . ?d ?e ?f }}",
}

HOSTILE: dict[str, Hostile] = {
    **{name: Hostile(text, BAD) for name, text in {**_OUTWARD, **_UPDATES, **_LARGE}.items()},
    **{name: Hostile(text, STOPPED) for name, text in _ENDLESS.items()},
    **{name: Hostile(text, ANY | BAD) for name, text in _HEAVY.items()},
}
