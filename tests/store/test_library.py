"""Opening a library: whatever lies at the path, a sentence and a way on, never a traceback."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.core import actions as do
from app.core.evolve import fold
from app.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryForeign,
    LibraryLocked,
    LibraryReadOnly,
    LibraryTooNew,
    LibraryUnwritable,
)
from app.session.exercise import Accepted, Exercise
from app.store import schema
from app.store.library import Library
from app.store.record import LibraryRecord
from app.store.sessions import Sessions
from tests.store.conftest import play

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The database as another program would open it."""
    with closing(sqlite3.connect(path)) as conn:
        yield conn
        conn.commit()


def pragma(conn: sqlite3.Connection, name: str) -> object:
    return conn.execute(f"PRAGMA {name}").fetchone()[0]


def session_of(path: Path) -> str:
    with Library.open(path, read_only=True) as library:
        return Sessions(library).all()[0].id


@pytest.fixture
def played(path: Path, exercise: Exercise, library: Library) -> Path:
    """A library with a session, closed."""
    play(exercise)
    library.close()
    return path


# --- Settings ----------------------------------------------------------------------------------


def test_the_settings_are_those_that_lose_nothing(library: Library) -> None:
    with library.reading() as conn:
        found = {
            name: pragma(conn, name)
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "trusted_schema",
                "cell_size_check",
                "busy_timeout",
            )
        }
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
    }


def test_every_table_is_strict_and_the_file_says_whose_it_is(path: Path, library: Library) -> None:
    with raw(path) as conn:
        tables = conn.execute("PRAGMA table_list").fetchall()
        assert pragma(conn, "application_id") == schema.APPLICATION_ID
        assert pragma(conn, "user_version") == schema.VERSION
    strict = {name: bool(is_strict) for _, name, kind, _, _, is_strict in tables if kind == "table"}
    assert all(is_strict for name, is_strict in strict.items() if not name.startswith("sqlite_"))


def test_one_action_is_one_transaction(exercise: Exercise, library: Library) -> None:
    said: list[str] = []
    with library.reading() as conn:
        conn.set_trace_callback(said.append)
        answer = exercise.submit(do.EnterNextPhase())
        conn.set_trace_callback(None)
    assert isinstance(answer, Accepted)
    assert len(answer.entries) > 1
    assert [word for word in said if word in {"BEGIN", "COMMIT"}] == ["BEGIN", "COMMIT"]


def test_reading_a_library_loads_neither_sqlite_utils_nor_numpy(played: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from app.store.library import Library;"
        "from app.store.sessions import Sessions;"
        "library = Library.open(Path(sys.argv[1])); assert Sessions(library).all();"
        "print(*{'sqlite_utils', 'numpy', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(played)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stdout.strip() == ""


# --- What may lie at the path ------------------------------------------------------------------


def test_a_library_opens_as_it_was_left(played: Path) -> None:
    with Library.open(played) as library:
        assert not library.is_read_only
        assert library.notice == ""
        assert [listed.title for listed in Sessions(library).all()] == ["Monday group"]


def test_an_empty_file_becomes_a_new_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    with Library.open(path) as library:
        assert Sessions(library).all() == []


def test_a_missing_library_is_not_made_by_looking(tmp_path: Path) -> None:
    for path in (tmp_path / "none.db", tmp_path / "empty.db"):
        (tmp_path / "empty.db").touch()
        with pytest.raises(LibraryError, match="no library here yet"):
            Library.open(path, read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(LibraryForeign, match="folder"):
        Library.open(tmp_path)


def test_a_file_where_its_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryReadOnly, match="folder"):
        Library.open(tmp_path / "file" / "library.db")


@pytest.mark.parametrize(
    "content", [b"deck:\n  title: no database\n" * 100, b"PK\x03\x04" * 500, b"x", b"\0" * 4096]
)
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(LibraryForeign, match="not a Parasol library"):
        Library.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with raw(path) as conn:
        conn.execute("CREATE TABLE places (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(LibraryForeign, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM notes; END",
        "CREATE VIEW v AS SELECT * FROM people",
        "CREATE TABLE extra (x)",
        "CREATE INDEX i ON people (name)",
    ],
)
def test_what_was_added_to_the_schema_is_refused_by_name(played: Path, statement: str) -> None:
    with raw(played) as conn:
        conn.execute(statement)
    name = statement.removeprefix("CREATE ").split()[1]
    with pytest.raises(LibraryForeign, match=name):
        Library.open(played)


@pytest.mark.parametrize("statement", ["DROP TABLE drafts", "DROP VIEW v_polls"])
def test_what_is_missing_from_the_schema_is_named(played: Path, statement: str) -> None:
    with raw(played) as conn:
        conn.execute(statement)
    with pytest.raises(LibraryDamaged, match=statement.rsplit(maxsplit=1)[-1]):
        Library.open(played)


@pytest.mark.parametrize("part", [0.9, 0.5, 0.1, 0.01])
def test_a_truncated_library_is_said_to_be_damaged_and_left_alone(
    played: Path, part: float
) -> None:
    content = played.read_bytes()
    cut = content[: int(len(content) * part)]
    played.write_bytes(cut)
    with pytest.raises(LibraryDamaged, match="damaged") as caught:
        Library.open(played)
    assert "backup" in caught.value.remedy
    assert played.read_bytes() == cut


def test_flipped_bytes_are_found_on_opening_or_by_the_chain(played: Path) -> None:
    content, session = played.read_bytes(), session_of(played)
    places = range(200, len(content), len(content) // 40)
    found = [p for p in places if not opens(played, content, p, session)]
    assert len(found) > 10


def opens(path: Path, content: bytes, flipped: int, session: str) -> bool:
    """Whether library and session still open with one byte flipped; only ours may be raised."""
    path.write_bytes(content[:flipped] + bytes([content[flipped] ^ 0x55]) + content[flipped + 1 :])
    try:
        with Library.open(path) as library:
            Exercise.resume(LibraryRecord(library, time.time), session, time.time)
    except LibraryError:
        return False
    return True


def test_a_newer_library_is_opened_to_read_with_a_sentence(played: Path) -> None:
    with raw(played) as conn:
        conn.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        conn.execute("CREATE TABLE of_tomorrow (x)")
    with Library.open(played) as library:
        assert library.is_read_only
        assert "newer" in library.notice
        assert len(Sessions(library).all()) == 1
        with pytest.raises(LibraryTooNew, match="newer"):
            Sessions(library).rename("x", "y")


def test_an_older_library_is_copied_then_brought_up_to_date(played: Path) -> None:
    with raw(played) as conn:
        views = conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        for (view,) in views:
            conn.execute(f"DROP VIEW {view}")
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'views'")
        conn.execute("PRAGMA user_version = 1")
    with Library.open(played, read_only=True) as library:
        assert len(Sessions(library).all()) == 1
    with Library.open(played) as library:
        assert len(Sessions(library).all()) == 1
    with raw(played) as conn:
        assert pragma(conn, "user_version") == schema.VERSION
        assert conn.execute("SELECT count(*) FROM v_timeline").fetchone()[0] > 0
    copies = list(played.with_name(played.name + ".backups").glob("before-version-2-*.db"))
    assert len(copies) == 1
    with raw(copies[0]) as conn:
        assert pragma(conn, "user_version") == 1


def test_a_locked_library_says_who_has_it_and_opens_when_let_go(played: Path) -> None:
    with raw(played) as conn:
        conn.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryLocked, match="Another program") as caught:
            Library.open(played, patience=0.1)
        assert caught.value.remedy
    with Library.open(played) as library:
        assert not library.is_read_only


def test_a_library_in_the_other_journal_mode_is_brought_back(played: Path) -> None:
    with raw(played) as conn:
        assert pragma(conn, "journal_mode = WAL") == "wal"
    with Library.open(played) as library, library.reading() as conn:
        assert pragma(conn, "journal_mode") == "delete"
        assert len(Sessions(library).all()) == 1


AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.errors import LibraryReadOnly
from app.store.library import Library
from app.store.sessions import Sessions
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
with Library.open(Path(sys.argv[2])) as library:
    assert library.is_read_only and "not written" in library.notice, library.notice
    assert len(Sessions(library).all()) == 1
    try:
        Sessions(library).rename("x", "y")
    except LibraryReadOnly as problem:
        print(problem.remedy)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
@pytest.mark.parametrize(
    ("of_file", "of_folder"), [(0o444, 0o777), (0o666, 0o555)], ids=["file", "folder"]
)
def test_a_library_that_cannot_be_written_is_opened_to_read(
    played: Path, of_file: int, of_folder: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:  # not below the tests' own, which is private
        copy = Path(shutil.copy(played, folder))
        copy.chmod(of_file)
        copy.parent.chmod(of_folder)
        done = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY_ELSE, str(ROOT), str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )
        copy.parent.chmod(0o700)
    assert "save a copy" in done.stdout, done.stderr


# --- While it is open --------------------------------------------------------------------------


def test_a_full_disk_leaves_the_exercise_where_it_was_and_later_actions_retry(
    exercise: Exercise, library: Library, path: Path
) -> None:
    play(exercise, actions=20)
    with library.reading() as conn:
        conn.execute(f"PRAGMA max_page_count = {pragma(conn, 'page_count')}")
    with pytest.raises(LibraryUnwritable, match="full") as caught:
        fill(exercise)
    entries = exercise.entries
    assert exercise.state == fold(entries)
    assert "Save a copy elsewhere" in caught.value.remedy
    copy = exercise.save_copy(path.with_name("stick.db"))
    with library.reading() as conn:
        conn.execute("PRAGMA max_page_count = 1000000")
    assert isinstance(exercise.submit(do.AdjustTimer(60)), Accepted)
    with Library.open(copy) as saved:
        resumed = Exercise.resume(LibraryRecord(saved, time.time), exercise.session, time.time)
        assert resumed.entries[: len(entries)] == entries


def fill(exercise: Exercise) -> None:
    for _ in range(500):
        exercise.submit(do.AdjustTimer(60))


def test_a_library_that_was_moved_while_open_takes_no_more_writes(
    exercise: Exercise, path: Path
) -> None:
    exercise.submit(do.EnterNextPhase())
    path.rename(path.with_name("elsewhere.db"))
    before = exercise.state
    with pytest.raises(LibraryError, match="moved or deleted"):
        exercise.submit(do.EnterNextPhase())
    assert exercise.state == before
    path.with_name("elsewhere.db").rename(path)
    assert isinstance(exercise.submit(do.EnterNextPhase()), Accepted)


def test_a_library_that_another_program_is_writing_to_says_so_and_later_actions_retry(
    exercise: Exercise, library: Library, path: Path
) -> None:
    with library.reading() as conn:
        conn.execute("PRAGMA busy_timeout = 50")
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryLocked):
            exercise.submit(do.EnterNextPhase())
    assert isinstance(exercise.submit(do.EnterNextPhase()), Accepted)


def test_two_programs_on_one_session_never_write_the_same_event_twice(
    exercise: Exercise, path: Path
) -> None:
    with Library.open(path) as second:
        other = Exercise.resume(LibraryRecord(second, time.time), exercise.session, time.time)
        assert isinstance(other.submit(do.EnterNextPhase()), Accepted)
        with pytest.raises(LibraryLocked, match="in the meantime"):
            exercise.submit(do.StartTimer())
        assert isinstance(exercise.submit(do.StartTimer()), Accepted)
        assert exercise.state.phase == other.state.phase
