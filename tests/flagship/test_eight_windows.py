"""A deck of eight seats through the real windows: all phases, with no word from Qt, and everything
fits in both sizes of window.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import make_record
from app.core.compile import compile_deck
from app.core.display import DisplayState, plain_text
from app.core.values import Phase
from app.deck.catalog import Catalog
from app.deck.read import read_deck
from app.deck.script import read_script
from app.gui.demo import play_demo
from app.gui.demo.camera import COMPACT, Camera
from app.session.exercise import Exercise
from app.store.library import Library
from app.store.sessions import Sessions
from tests.golden.transcript import played
from tests.gui.console.walk import faults_of

HERE = Path(__file__).parent
EIGHT = HERE / "eight_seats"


class Checker(Camera):
    """Looks at the window in both sizes instead of picturing it, and at what the room reads."""

    faults: list[str]
    rooms: list[str]

    def __init__(self, folder: Path, look: object, window: QWidget) -> None:
        super().__init__(folder, look, window)  # type: ignore[arg-type]
        type(self).faults, type(self).rooms = [], []

    def console(self, name: str, *, compact: bool = False, always: bool = False) -> None:
        del compact, always
        usual = self._window.size()
        for size in (COMPACT, usual):
            self._window.resize(size)
            for _ in range(4):
                QApplication.processEvents()
            self.look_at(name, size)

    def look_at(self, name: str, size: QSize) -> None:
        where = f"{name} at {size.width()}"
        if self._window.size() != size:
            self.faults.append(f"{where}: the window grew to {self._window.size().toTuple()}")
        self.faults.extend(f"{where}: {fault}" for fault in faults_of(self._window))

    def room(self, name: str, display: DisplayState, *, always: bool = False) -> None:
        del name, always
        self.rooms.append(plain_text(display))


@pytest.fixture(scope="module")
def demo(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory):
    """The recording, played once through the windows: its folder and all that Qt said."""
    folder, said = tmp_path_factory.mktemp("eight"), list[str]()

    def open_record():
        library = Library.open(folder / "library.db")
        return library, make_record(library)

    def hear(kind: QtMsgType, _context: object, message: str | None) -> None:
        said.append(f"{kind.name}: {message}")

    before = qInstallMessageHandler(hear)
    try:
        play_demo(Catalog((HERE,)), "eight-harbours", folder, open_record, time.time, Checker)
    finally:
        qInstallMessageHandler(before)
    return folder, said


def test_the_windows_play_to_the_end_as_the_script_does(demo):
    folder, _ = demo
    with Library.open(folder / "library.db") as library:
        session = Sessions(library).all()[0].id
        state = Exercise.resume(make_record(library), session, time.time).state
    script = read_script(EIGHT / "scripts" / "recorded.yaml")
    other = played(script, compile_deck(read_deck(EIGHT))).state
    assert state.phase is Phase.ENDED
    assert [turn.ledger for turn in state.turns] == [turn.ledger for turn in other.turns]
    assert state.end_state == other.end_state


def test_qt_says_nothing(demo):
    _, said = demo
    assert said == []


def test_everything_fits_in_both_sizes(demo):
    assert Checker.faults == []


def test_the_room_speaks_of_no_allies_where_there_are_none(demo):
    assert len(Checker.rooms) > 40
    assert [text for text in Checker.rooms if "Allies" in text] == []
