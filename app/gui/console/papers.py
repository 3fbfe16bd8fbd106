"""The facilitator's private papers of one exercise: texts of notes, and drafts.

A draft is kept as it is typed: in the record a moment after the last key, at once when the field
is left. What cannot be kept is said by `failed`, and tried again with the next key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.values import Note
from app.errors import ParasolError
from app.gui.console.panel import RoomPainter
from app.session.exercise import Exercise

_PAUSE_MS = 400


class Papers(QObject):
    """A `Desk` on an exercise.

    Signals:
        failed(object): a `ParasolError`: a draft could not be kept.
    """

    failed = Signal(object)

    def __init__(
        self,
        exercise: Exercise,
        painter: RoomPainter,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercise = exercise
        self._painter = painter
        self._clock = clock
        self._texts: Mapping[str, str] = {}
        self._texts_of: tuple[Note, ...] | None = None
        self._drafts = dict(exercise.drafts())
        self._unkept: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def painter(self) -> RoomPainter:
        """The painter of the room."""
        return self._painter

    def now(self) -> float:
        """The time, in seconds of the epoch."""
        return self._clock()

    def text(self, note: str) -> str:
        """The text of a note; empty where there is none."""
        notes = self._exercise.state.notes
        if notes is not self._texts_of:
            self._texts, self._texts_of = self._exercise.note_texts(), notes
        return self._texts.get(note, "")

    def draft(self, place: str) -> str:
        """What was typed into a field and not saved."""
        return self._drafts.get(place, "")

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is being typed; an empty text forgets it."""
        if text == self._drafts.get(place, ""):
            return
        self._drafts[place] = text
        self._unkept[place] = text
        if text:
            self._pause.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Write down every draft that waits."""
        self._pause.stop()
        try:
            for place, text in tuple(self._unkept.items()):
                self._exercise.save_draft(place, text)
                del self._unkept[place]
        except ParasolError as problem:
            self.failed.emit(problem)
