"""The file's health: what opening does not look at is found when it is asked for."""

from __future__ import annotations

from app.session.exercise import Exercise
from app.store.health import faults
from app.store.library import Library


def test_a_sound_library_has_no_faults(exercise: Exercise, library: Library) -> None:
    exercise.fork(1)
    assert faults(library) == []


def test_a_changed_deck_and_a_row_without_its_session_are_named(
    exercise: Exercise, library: Library
) -> None:
    with library.reading() as conn:
        conn.execute("PRAGMA foreign_keys = OFF")
    with library.writing() as db:
        db.execute("UPDATE decks SET content = content || ' '")
        db.execute("INSERT INTO drafts VALUES ('nobody', 'note', 'x', '')")
    named = faults(library)
    assert len(named) == 2
    assert exercise.state.deck_hash[:12] in named[1]
    assert "sessions" in named[0]
