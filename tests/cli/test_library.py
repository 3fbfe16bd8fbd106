"""`parasol sessions` and `parasol verify`, and whichever library they are pointed to."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import RECORDED, Command, only_sentences


def session_of(parasol: Command, library: Path) -> str:
    (listed,) = parasol("sessions", "--json", "--library", library).document["sessions"]
    return str(listed["id"])


def change(library: Path, *statements: str) -> None:
    """What another program could do to the file."""
    with closing(sqlite3.connect(library)) as conn:
        for statement in statements:
            assert conn.execute(statement).rowcount
        conn.commit()


def test_on_a_fresh_machine_there_are_no_sessions_and_nothing_is_made(
    parasol: Command, data: Path
) -> None:
    assert parasol("sessions").out == "No sessions yet.\n"
    assert parasol("sessions", "--json").document == {"sessions": []}
    assert not data.exists()


def test_sessions_lists_id_time_place_and_title(parasol: Command, library: Path) -> None:
    answer = parasol("sessions", "--library", library)
    assert answer.code == 0
    line = r"[0-9a-f]{8}  \d{4}-\d\d-\d\dT\d\d:\d\d  turn 2, ended +The Empty Berth, recorded\n"
    assert re.fullmatch(line, answer.out)


def test_sessions_as_json_has_one_row_a_session(parasol: Command, library: Path) -> None:
    answer = parasol("sessions", "--library", library, "--json")
    (row,) = answer.document["sessions"]
    assert (row["deck"], row["turn"], row["phase"]) == ("tutorial", 2, "ended")
    assert row["is_rehearsal"] is False


COMMANDS = {
    "decks": ["decks"],
    "check": ["check", "tutorial"],
    "play": ["play", "tutorial", "--script", str(RECORDED)],
    "sessions": ["sessions"],
    "verify": ["verify"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_a_library_before_and_after(
    parasol: Command, library: Path, data: Path, name: str
) -> None:
    command = COMMANDS[name]
    for given in (["--library", library, *command], [*command, "--library", library]):
        assert parasol(*given).code == 0
    assert not (data / "library.db").exists()


def test_of_two_libraries_the_one_after_the_command_counts(
    parasol: Command, library: Path, tmp_path: Path
) -> None:
    answer = parasol("--library", tmp_path / "none.db", "sessions", "--library", library)
    assert answer.code == 0
    assert "The Empty Berth" in answer.out


def test_the_variable_names_a_library_and_the_option_wins(
    parasol: Command, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARASOL_LIBRARY", str(library))
    assert "The Empty Berth" in parasol("sessions").out
    assert parasol("sessions", "--library", tmp_path / "none.db").code == 2


# --- verify ------------------------------------------------------------------------------------


def test_verify_is_content_with_what_was_played(parasol: Command, library: Path) -> None:
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 0
    assert list(answer.document) == ["whole", "file", "sessions"]
    (row,) = answer.document["sessions"]
    assert list(row) == [
        "session",
        "events",
        "whole",
        "first_bad_event",
        "why",
        "edited_notes",
        "missing_notes",
    ]
    assert answer.document["whole"] is row["whole"] is True
    assert answer.document["file"] == []
    assert row["first_bad_event"] is None
    text = parasol("verify", "--library", library)
    assert text.code == 0
    assert text.out.endswith("Everything holds.\n")


def test_verify_writes_nothing(parasol: Command, library: Path) -> None:
    before = library.read_bytes()
    parasol("verify", "--library", library)
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.iterdir()] == [library.name]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET payload = replace(payload, 'CAL', 'TAV') WHERE seq = 40",
        "UPDATE events SET payload = 'no JSON' WHERE seq = 40",
        "UPDATE events SET at = '2001-01-01T00:00:00.000+00:00' WHERE seq = 40",
        "UPDATE events SET kind = 'Nonsense' WHERE seq = 40",
        "UPDATE events SET payload = CAST(X'7B22FF227D' AS TEXT) WHERE seq = 40",
        "DELETE FROM events WHERE seq = 40",
    ],
)
def test_verify_names_the_first_bad_event(parasol: Command, library: Path, statement: str) -> None:
    change(library, statement)
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    assert answer.document["whole"] is False
    (row,) = answer.document["sessions"]
    assert row["first_bad_event"] == 40
    assert row["events"] == 39
    text = parasol("verify", "--library", library)
    assert text.code == 1
    assert f"event 40: {row['why']}" in text.out


def test_verify_finds_a_session_whose_first_event_is_gone(parasol: Command, library: Path) -> None:
    change(library, "DELETE FROM events WHERE seq = 1")
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    assert answer.document["sessions"][0]["first_bad_event"] == 1


def test_verify_finds_a_changed_deck(parasol: Command, library: Path) -> None:
    change(library, "UPDATE decks SET content = replace(content, 'Tavia', 'Utopia')")
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    (fault,) = answer.document["file"]
    assert fault.startswith("deck ")
    assert answer.document["sessions"][0]["whole"] is False
    assert only_sentences(parasol("verify", "--library", library))


def test_verify_allows_an_edited_note_and_names_it(parasol: Command, library: Path) -> None:
    change(library, "UPDATE notes SET text = 'without the name' WHERE note = 't1n2'")
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 0
    assert answer.document["sessions"][0]["edited_notes"] == ["t1n2"]
    assert "; 1 note was edited\n" in parasol("verify", "--library", library).out


def test_verify_notices_that_texts_of_notes_are_gone(parasol: Command, library: Path) -> None:
    with closing(sqlite3.connect(library)) as conn:
        (notes,) = conn.execute("SELECT count(*) FROM notes").fetchone()
    change(library, "DELETE FROM notes")
    answer = parasol("verify", "--library", library, "--json")
    assert answer.code == 1
    (row,) = answer.document["sessions"]
    assert row["whole"] is False
    assert len(row["missing_notes"]) == notes
    text = parasol("verify", "--library", library)
    assert f"texts of {notes} notes are missing" in text.out


@pytest.mark.parametrize("table", ["notes SET text", "decks SET content"])
def test_a_text_that_is_no_utf8_is_found_too(parasol: Command, library: Path, table: str) -> None:
    change(library, f"UPDATE {table} = CAST(X'7B22FF227D' AS TEXT)")
    answer = parasol("verify", "--library", library, "--json")
    (row,) = answer.document["sessions"]
    assert row["edited_notes"] if table.startswith("notes") else row["why"]


def test_where_there_is_no_library_there_is_nothing_to_verify(
    parasol: Command, tmp_path: Path
) -> None:
    answer = parasol("verify", "--library", tmp_path / "none.db", "--json")
    assert answer.code == 2
    assert answer.document["error"] == "There is no library here yet."
    assert not (tmp_path / "none.db").exists()
