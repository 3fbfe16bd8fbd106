"""The recorded exercise through the real windows: it ends as the script's own play does, says
nothing private to the room, and opens no window that is not meant.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.bootstrap import make_record
from app.config import paths
from app.core.compile import compile_deck
from app.core.display import DisplayState, plain_text
from app.core.events import ItemShown
from app.deck.catalog import Catalog
from app.deck.read import read_deck
from app.deck.script import read_script
from app.gui.demo import play_demo
from app.gui.demo.camera import Camera
from app.session.exercise import Exercise
from app.session.recording import play, start_recording
from app.session.verify import verify
from app.store.library import Library
from app.store.sessions import Sessions

TUTORIAL = paths.scenarios() / "tutorial"
FLAGSHIP = paths.scenarios() / "lengthening-shadow"
MEANT = {"main_window", "room_window"}


class Looker(Camera):
    """Looks at what it is asked to picture, and keeps what the room saw."""

    seen: list[DisplayState]

    def __init__(self, folder: Path, look: object, window: QWidget) -> None:
        super().__init__(folder, look, window)  # type: ignore[arg-type]
        type(self).seen = []

    def console(self, name: str, *, compact: bool = False, always: bool = False) -> None:
        """Only the window's text is of interest, and other tests read that."""

    def room(self, name: str, display: DisplayState, *, always: bool = False) -> None:  # noqa: ARG002 -- the camera names
        self.seen.append(display)


class Windows(QObject):
    """Notes every top-level window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and watched.objectName() not in MEANT:
            self.shown.add(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture(scope="module")
def played(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory):
    """The demo, played once: its folder, what the room saw, which windows opened."""
    folder = tmp_path_factory.mktemp("demo")
    windows = Windows()
    qapp.installEventFilter(windows)

    def open_record():
        library = Library.open(folder / "library.db")
        return library, make_record(library)

    play_demo(Catalog((TUTORIAL.parent,)), "tutorial", folder, open_record, time.time, Looker)
    qapp.removeEventFilter(windows)
    return folder, Looker.seen, windows.shown


@pytest.fixture(scope="module")
def exercise(played):
    folder, _, _ = played
    with Library.open(folder / "library.db") as library:
        record = make_record(library)
        session = Sessions(library).all()[0].id
        assert verify(record, session).is_whole
        yield Exercise.resume(record, session, time.time)


def test_what_the_windows_played_is_what_the_script_says(exercise, tmp_path):
    read = read_script(TUTORIAL / "scripts" / "recorded.yaml")
    with Library.open(tmp_path / "other.db") as library:
        other = start_recording(
            read, compile_deck(read_deck(TUTORIAL)), make_record(library), time.time
        )
        play(read, other)
        by_hand, by_script = exercise.state, other.state
    assert [turn.ledger for turn in by_hand.turns] == [turn.ledger for turn in by_script.turns]
    assert [turn.after for turn in by_hand.turns] == [turn.after for turn in by_script.turns]
    assert [set(t.answers) for t in by_hand.turns] == [set(t.answers) for t in by_script.turns]
    assert by_hand.end_state == by_script.end_state
    assert len(by_hand.notes) == len(by_script.notes)
    assert by_hand.follow_ups == by_script.follow_ups


def test_the_room_never_read_a_private_word_before_its_own_reveal(played, exercise):
    _, seen, _ = played
    deck = exercise.book.deck
    private = [inject.text[:30] for inject in deck.injects if not inject.is_public]
    private += [turn.notes[:30] for turn in deck.turns]
    private += ["Share the radar", "F3"]
    for display in seen:
        text = plain_text(display)
        for secret in private:
            assert secret not in text, (secret, text)


def test_every_picture_that_the_room_saw_is_in_the_record(played, exercise):
    _, seen, _ = played
    shown = [e.event.display for e in exercise.entries if isinstance(e.event, ItemShown)]
    assert len(shown) >= 30
    assert {type(display.screen) for display in seen} >= {type(d.screen) for d in shown}


def test_the_report_is_written_and_closes_with_its_caveats(played):
    folder, _, _ = played
    (report,) = (folder / "report").glob("*.html")
    text = report.read_text(encoding="utf-8")
    assert re.search(r"<h1[^>]*>The Empty Berth", text)
    assert "not measured from the world" in text


def test_no_window_opens_that_is_not_meant(played):
    _, _, windows = played
    assert windows == set()
