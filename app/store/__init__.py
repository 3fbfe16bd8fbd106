"""The library: SQLite, and the only user of sqlite_utils. Satisfies what `app.session` asks for.

Knows rows and text; what an event means is not its business.
"""
