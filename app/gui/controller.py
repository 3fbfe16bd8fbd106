"""Between the windows and an exercise: wishes go in, snapshots come out.

Windows ask by slots and hear by signals; none of them touches the exercise. What is *staged* is
kept here and nowhere else, for it is a preparation and no part of the record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.actions import (
    Action,
    BlankRoom,
    PauseTimer,
    Refusal,
    Show,
    StartTimer,
    TurnPage,
    UnblankRoom,
    UndoShow,
)
from app.core.book import Book
from app.core.display import DisplayState
from app.core.room import live, picture
from app.core.runsheet import next_item
from app.core.state import State
from app.core.values import Item
from app.errors import ParasolError
from app.gui.current_book import CurrentBook
from app.session.exercise import Accepted, Exercise, Step

TICK_MS = 250


@dataclass(frozen=True, slots=True)
class Staged:
    """What is ready to show: an item with its picture, or why it has none."""

    item: Item | None
    display: DisplayState | None = None
    refusal: Refusal | None = None


class ExerciseController(QObject):
    """One exercise, as the windows see it. A timer asks for the time; it decides nothing.

    Signals:
        state_changed(object): the new `State`, after every change and once by `start`.
        room_changed(object): the `DisplayState` that the room sees now.
        staged_changed(object): `Staged`, what is ready to show now.
        ticked(float): the time, in seconds of the epoch, four times a second.
        refused(object): a `Refusal`: an action was not taken.
        failed(object): a `ParasolError`: it could not be recorded, and has not happened.
    """

    state_changed = Signal(object)
    room_changed = Signal(object)
    staged_changed = Signal(object)
    ticked = Signal(float)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self, exercise: Exercise, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self._clock = clock
        self._book = CurrentBook.of(exercise.book)
        self._room = self._room_now(exercise.state)
        self._chosen: Item | None = None
        self._staged = Staged(None)
        self._told_room = self._exercise.state.room
        self._place = (exercise.state.turn, exercise.state.phase)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._stop_listening: Callable[[], None] | None = exercise.listen(self._on_told)
        self._restage(exercise.state)

    # --- what is -------------------------------------------------------------------------------

    @property
    def book(self) -> Book:
        """The deck as it is played. The same object for as long as the exercise is open."""
        return self._book

    @property
    def state(self) -> State:
        """The exercise as it stands."""
        return self._exercise.state

    @property
    def room(self) -> DisplayState:
        """What the room sees."""
        return self._room

    @property
    def staged(self) -> Staged:
        """What is ready to show."""
        return self._staged

    @property
    def undo_step(self) -> Step | None:
        """What *Undo* would take back."""
        return self._exercise.undo_step

    @property
    def redo_step(self) -> Step | None:
        """What *Redo* would bring back."""
        return self._exercise.redo_step

    def start(self) -> None:
        """Tell everything once, and keep the time from now on."""
        self.state_changed.emit(self.state)
        self.room_changed.emit(self._room)
        self.staged_changed.emit(self._staged)
        self.tick()
        self._tick.start()

    def stop(self) -> None:
        """Keep no more time and listen no more; the windows are closing."""
        self._tick.stop()
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None

    # --- wishes --------------------------------------------------------------------------------

    def submit(self, action: Action) -> bool:
        """Take an action; whether it was taken. A refusal or an error is told by signal."""
        return self._try(lambda: self._exercise.submit(action))

    def submit_note(self, action: Action, text: str) -> bool:
        """Take an observation with its text; whether it was taken."""
        return self._try(lambda: self._exercise.submit(action, note_text=text))

    def undo(self) -> None:
        """Take back the last action."""
        self._try(self._exercise.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._try(self._exercise.redo)

    def stage(self, item: Item) -> None:
        """Make an item ready to show. It stays private until it is shown."""
        found = picture(self.book, self.state, item, self._clock())
        if isinstance(found, Refusal):
            self.refused.emit(found)
            return
        self._chosen = item
        self._restage(self.state)

    def show(self, item: Item) -> None:
        """Show an item in the room: the one door."""
        self._chosen = None if item == self._chosen else self._chosen
        self.submit(Show(item))

    def show_staged(self) -> None:
        """Show what is ready; the next that fits is then made ready."""
        if self._staged.item is None:
            self.refused.emit(Refusal("NothingStaged", "Nothing is ready to show.", _CHOOSE))
            return
        item, self._chosen = self._staged.item, None
        self.submit(Show(item))

    def undo_show(self) -> None:
        """Give the room back what it saw before."""
        self.submit(UndoShow())

    def hold(self) -> None:
        """Show the hold card."""
        self.show(Item("hold"))

    def toggle_blank(self) -> None:
        """Make the room black, or give it back what is under the black."""
        self.submit(UnblankRoom() if self.state.room.is_blank else BlankRoom())

    def toggle_timer(self) -> None:
        """Start the timer, or pause it."""
        running = self.state.timer.deadline is not None
        self.submit(PauseTimer() if running else StartTimer())

    def turn_page(self, page: int, pages: int) -> None:
        """Turn to a page of what is shown; at the ends nothing happens."""
        room = self.state.room
        if room.is_blank or room.top is None or not 0 <= page < pages:
            return
        if page != room.top.display.page:
            self.submit(TurnPage(page))

    # --- inside --------------------------------------------------------------------------------

    def _try(self, attempt: Callable[[], Accepted | Refusal]) -> bool:
        try:
            answer = attempt()
        except ParasolError as problem:
            self.failed.emit(problem)
            return False
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
            return False
        return True

    def _on_told(self, state: State, _entries: object) -> None:
        self._book.follow(self._exercise.book)
        if (state.turn, state.phase) != self._place:
            self._place, self._chosen = (state.turn, state.phase), None
        self.state_changed.emit(state)
        self._refresh_room(state)
        self._restage(state)

    def tick(self) -> None:
        """Tell the time now."""
        self._refresh_room(self.state)
        self.ticked.emit(self._clock())

    def _refresh_room(self, state: State) -> None:
        room = self._room_now(state)
        if room != self._room:
            self._room = room
            self.room_changed.emit(room)

    def _room_now(self, state: State) -> DisplayState:
        if state.room.is_blank:
            return state.room.display
        return live(state.room.display, self.book, state, self._clock())

    def _restage(self, state: State) -> None:
        item = self._chosen or next_item(self.book, state)
        staged = Staged(None)
        if item is not None:
            found = picture(self.book, state, item, self._clock())
            if isinstance(found, Refusal):
                staged = Staged(item, refusal=found)
            else:
                staged = Staged(item, found)
        if staged != self._staged or state.room is not self._told_room:
            self._staged, self._told_room = staged, state.room  # what is up stands in its words
            self.staged_changed.emit(staged)


_CHOOSE = "Choose a row of the run sheet and press Enter."
