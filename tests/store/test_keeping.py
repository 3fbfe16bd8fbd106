"""Lists, drafts, backups, names and files of their own: what is kept, and what must go."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core import actions as do
from app.core.values import Note, Phase
from app.errors import FileExists, LibraryDamaged, LibraryError, LibraryForeign, WrongUse
from app.session.chain import first_break
from app.session.exercise import Exercise
from app.session.verify import verify
from app.store.backups import Backups, restore
from app.store.decks import Decks
from app.store.library import Library
from app.store.notes import Notes
from app.store.people import FreeText, People
from app.store.record import LibraryRecord
from app.store.sessions import Sessions
from app.store.transfer import export_session, import_sessions
from tests.store.conftest import play

NOTE = Note("", "note", 0, Phase.OPENING, "", "")


class Clock:
    def __init__(self, at: str) -> None:
        self.time = datetime.fromisoformat(at).replace(tzinfo=UTC)

    def __call__(self) -> float:
        return self.time.timestamp()


# --- Lists -------------------------------------------------------------------------------------


def test_the_list_says_where_each_session_stands(exercise: Exercise, library: Library) -> None:
    exercise.submit(do.EnterNextPhase())
    exercise.submit(do.EnterNextPhase())
    exercise.undo()
    (listed,) = Sessions(library).all()
    assert (listed.turn, listed.phase) == (1, "brief")
    assert listed.events == len(exercise.entries)
    assert listed.deck_title == exercise.book.deck.about.title
    assert listed.started_at == exercise.entries[0].at
    assert listed.last_at == exercise.entries[-1].at
    assert not listed.is_rehearsal


def test_the_session_used_last_stands_first_and_trash_is_out_of_sight(
    exercise: Exercise, library: Library
) -> None:
    fork = exercise.fork(1)
    exercise.submit(do.EnterNextPhase())
    sessions = Sessions(library)
    assert [listed.id for listed in sessions.all()] == [exercise.session, fork.session]
    assert [listed.id for listed in sessions.all(most=1)] == [exercise.session]
    sessions.trash(exercise.session, "2027-01-01")
    assert [listed.id for listed in sessions.all()] == [fork.session]
    assert [listed.id for listed in sessions.all(trashed=True)] == [exercise.session]


def test_a_session_is_found_by_the_beginning_of_its_id(
    exercise: Exercise, library: Library
) -> None:
    sessions = Sessions(library)
    assert sessions.find(exercise.session[:8]) == exercise.session
    for wrong in ("nobody", "", "%"):
        with pytest.raises(WrongUse):
            sessions.find(wrong)


def test_an_unknown_session_is_said_to_be_unknown(library: Library) -> None:
    with pytest.raises(WrongUse, match="no session"):
        verify(LibraryRecord(library, time.time), "nobody")


def test_a_deleted_session_takes_everything_of_it_along(
    exercise: Exercise, library: Library
) -> None:
    play(exercise)
    exercise.save_draft("note", "draft")
    People(library).write(exercise.session, [("TAV", "Ms Example")])
    Sessions(library).delete(exercise.session)
    with library.reading() as conn:
        for table in ("events", "notes", "drafts", "people", "decks", "sessions"):
            assert conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table


def test_the_deck_as_played_is_kept_once_under_its_hash(
    exercise: Exercise, library: Library
) -> None:
    exercise.fork(1)
    with library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM decks").fetchone()[0] == 1
    assert Decks(library).of(exercise.session).hash == exercise.state.deck_hash
    assert Decks(library).changed() == []
    with library.writing() as db:
        db.execute("UPDATE decks SET content = replace(content, 'Tavia', 'Tivia')")
    assert Decks(library).changed() == [exercise.state.deck_hash]


# --- Backups -----------------------------------------------------------------------------------


def test_a_backup_is_a_library_of_its_own(exercise: Exercise, library: Library) -> None:
    play(exercise)
    made = Backups(library).make()
    with Library.open(made, read_only=True) as copy:
        assert verify(LibraryRecord(copy, time.time), exercise.session).is_whole


def test_the_newest_backup_of_each_hour_day_and_week_is_kept(library: Library) -> None:
    clock = Clock("2027-03-01T00:10")
    backups = Backups(library, clock)
    for _ in range(40 * 24 // 6):
        clock.time += timedelta(hours=6)
        backups.make()
    times = [path.stem[:16] for path in backups.all()]
    assert len(times) < 24 + 14 + 8
    assert times[0] == f"{clock.time:%Y-%m-%dT%H-%M}"
    assert times[:24] == [
        f"{clock.time - timedelta(hours=6 * i):%Y-%m-%dT%H-%M}" for i in range(24)
    ]
    assert len({time[:10] for time in times}) >= 14
    assert times[-1] < f"{clock.time - timedelta(days=30):%Y-%m-%d}"


def test_restoring_puts_the_replaced_library_aside(
    exercise: Exercise, library: Library, path: Path
) -> None:
    made = Backups(library).make()
    kept = len(exercise.entries)
    exercise.submit(do.StartTimer())
    library.close()
    aside = restore(path, made)
    with Library.open(path) as restored:
        assert Sessions(restored).all()[0].events == kept
    assert aside is not None
    with Library.open(aside, read_only=True) as replaced:
        assert Sessions(replaced).all()[0].events > kept


def test_a_hot_journal_goes_aside_with_the_library_that_it_mends(
    exercise: Exercise, library: Library, path: Path
) -> None:
    made = Backups(library).make()
    library.close()
    journal = path.with_name("library.db-journal")
    journal.write_bytes(b"what SQLite would roll back")
    aside = restore(path, made)
    assert aside is not None
    assert not journal.exists()
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"what SQLite would roll back"


def test_what_is_no_backup_is_not_restored(library: Library, path: Path, tmp_path: Path) -> None:
    library.close()
    before = path.read_bytes()
    (tmp_path / "wrong.db").write_text("not a library at all" * 100)
    with pytest.raises(LibraryForeign):
        restore(path, tmp_path / "wrong.db")
    assert path.read_bytes() == before


# --- Names -------------------------------------------------------------------------------------


def test_purged_names_are_in_no_file_any_more_and_what_cannot_be_reached_is_listed(
    exercise: Exercise, library: Library, path: Path, tmp_path: Path
) -> None:
    people = People(library)
    people.write(exercise.session, [("TAV", "Ms Okonkwo-Example"), ("CAL", "Mr Elsewhere")])
    exercise.submit(do.Observe(NOTE), "ms okonkwo-example disagreed")
    export = export_session(library, exercise.session, tmp_path / "stick.db")
    Backups(library).make()
    note = exercise.state.notes[0].id
    purged = people.purge(exercise.session)
    assert purged.names == 2
    assert purged.texts == (FreeText(exercise.session, "note", note),)
    assert purged.exports == (str(export),)
    assert purged.backups_left == ()
    Notes(library).overwrite(exercise.session, note, "somebody disagreed")
    library.close()
    for file in (path, *path.with_name(path.name + ".backups").iterdir(), export):
        assert b"Okonkwo-Example" not in file.read_bytes(), file


def test_an_edited_note_leaves_the_session_whole_and_is_named(
    exercise: Exercise, library: Library
) -> None:
    exercise.submit(do.Observe(NOTE), "Ms Example disagreed")
    note = exercise.state.notes[0].id
    Notes(library).overwrite(exercise.session, note, "Somebody disagreed")
    assert exercise.note_texts() == {note: "Somebody disagreed"}
    verdict = verify(LibraryRecord(library, time.time), exercise.session)
    assert verdict.is_whole
    assert verdict.edited_notes == (note,)


def test_names_are_kept_by_seat_and_never_in_the_log(exercise: Exercise, library: Library) -> None:
    people = People(library)
    people.write(exercise.session, [("TAV", "B"), ("TAV", "A"), ("CAL", "C")])
    people.write(exercise.session, [("TAV", "B"), ("TAV", "A"), ("TAV", "A")])
    assert people.of(exercise.session) == {"TAV": ("A", "B")}


# --- Files of their own ------------------------------------------------------------------------


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other" / "library.db"


def test_a_session_travels_in_a_file_with_deck_and_notes_but_without_names(
    exercise: Exercise, library: Library, tmp_path: Path, other: Path
) -> None:
    play(exercise)
    People(library).write(exercise.session, [("TAV", "Ms Okonkwo-Example")])
    file = export_session(library, exercise.session, tmp_path / "a b.parasol")
    assert b"Okonkwo" not in file.read_bytes()
    with Library.open(other) as target:
        assert import_sessions(target, file, first_break).new == (exercise.session,)
        there = Exercise.resume(LibraryRecord(target, time.time), exercise.session, time.time)
        assert there.entries[: len(exercise.entries)] == exercise.entries
        assert there.note_texts() == exercise.note_texts()


def test_a_session_that_is_known_grows_by_what_it_lacks(
    exercise: Exercise, library: Library, tmp_path: Path, other: Path
) -> None:
    early = export_session(library, exercise.session, tmp_path / "early.db")
    exercise.submit(do.Observe(NOTE), "later")
    late = export_session(library, exercise.session, tmp_path / "late.db")
    with Library.open(other) as target:
        import_sessions(target, early, first_break)
        assert import_sessions(target, late, first_break).grown == (exercise.session,)
        assert import_sessions(target, early, first_break).known == (exercise.session,)
        assert list(Sessions(target).events(exercise.session)) == list(
            Sessions(library).events(exercise.session)
        )
        assert [note.text for note in Notes(target).of(exercise.session)] == ["later"]


def test_sessions_that_went_different_ways_are_not_mixed(
    exercise: Exercise, library: Library, tmp_path: Path, other: Path
) -> None:
    file = export_session(library, exercise.session, tmp_path / "early.db")
    exercise.submit(do.EnterNextPhase())
    with Library.open(other) as target:
        import_sessions(target, file, first_break)
        there = Exercise.resume(LibraryRecord(target, time.time), exercise.session, time.time)
        there.submit(do.StartTimer())
        before = list(Sessions(target).events(exercise.session))
        late = export_session(library, exercise.session, tmp_path / "late.db")
        with pytest.raises(LibraryError, match="differently"):
            import_sessions(target, late, first_break)
        assert list(Sessions(target).events(exercise.session)) == before


def test_nothing_is_taken_from_a_file_with_a_changed_letter(
    exercise: Exercise, library: Library, tmp_path: Path, other: Path
) -> None:
    exercise.submit(do.EnterNextPhase())
    file = export_session(library, exercise.session, tmp_path / "file.db")
    with Library.open(file) as opened, opened.writing() as db:
        db.execute("UPDATE events SET payload = replace(payload, 'brief', 'brieg') WHERE seq = 3")
    with Library.open(other) as target:
        with pytest.raises(LibraryDamaged, match="event 3"):
            import_sessions(target, file, first_break)
        assert Sessions(target).all() == []


def test_an_export_replaces_no_file_unasked(
    exercise: Exercise, library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "kept.db"
    target.write_text("mine")
    with pytest.raises(FileExists):
        exercise.save_copy(target)
    assert target.read_text() == "mine"
    export_session(library, exercise.session, target, replace=True)
    assert target.stat().st_size > 1000
