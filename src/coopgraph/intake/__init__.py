"""Other people's files into the tables: read, match with what is known, plan, apply.

`coopgraph.intake.incoming` says what a reader yields, `coopgraph.intake.plan` what becomes of it.
"""
