"""Is the library's file sound? More than what is looked at on every opening, and slower."""

from __future__ import annotations

from app.store.decks import Decks
from app.store.library import Library

MOST = 20


def faults(library: Library) -> list[str]:
    """What is wrong with the file, a line each, at most so many of a kind; empty where it is sound.

    Looks at every page and index, at what points to what, and at the decks' hashes. Whether a
    session's log holds is for `app.session.verify` to say.
    """
    with library.reading() as conn:
        said = [line for (line,) in conn.execute(f"PRAGMA integrity_check({MOST})")]
        lost = conn.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    pages = [f"file: {line}" for line in said if line != "ok"]
    ends = [f"table {table}: a row points to nothing in {parent}" for table, _, parent, _ in lost]
    decks = [f"deck {kept[:12]}: its content was changed" for kept in Decks(library).changed()]
    return [*pages, *ends, *decks[:MOST]]
