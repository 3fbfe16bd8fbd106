"""Use cases of an exercise: decide, record, evolve, tell; undo, amend, fork, resume, verify.

Knows the rules (`app.core`) and what it needs of a record (`ports.Record`), never a database.
"""
