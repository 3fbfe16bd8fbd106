"""What went wrong, said on the home screen, with a way on where there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import LibraryDamaged, ParasolError

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.store.record import LibraryRecord

AGAIN = "Try again"
PART_BEFORE = "Continue with the part before it"


class HomeTrouble(QObject):
    """Says one problem at a time; its button does what it says."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._way_on: Callable[[], None] | None = None
        window.way_on_requested.connect(self._go_on)

    def say(
        self, problem: ParasolError, action: str = "", way_on: Callable[[], None] | None = None
    ) -> None:
        """Say a problem; where there is a way on, its button stands for the remedy."""
        from app.gui.widgets.banner import Notice

        self._way_on = way_on
        parts = (problem.message, problem.detail) if action else (problem.as_text(),)
        words = " ".join(part for part in parts if part).replace("\n", " ")
        self._window.home.set_notice(Notice(words, action=action))

    def say_of_session(
        self,
        problem: ParasolError,
        record: LibraryRecord,
        session: str,
        clock: Callable[[], float],
        resume: Callable[[str], None],
    ) -> None:
        """Say why a session cannot be opened; offer what holds of it, where something does."""
        from app.session.branch import branch

        def go_on() -> None:
            try:
                resume(branch(record, session, held, clock()))
            except ParasolError as another:
                self.say(another)
            except ValueError:
                self.say(LibraryDamaged("Nothing whole is left of this session."))

        held = part_that_holds(record, session) if isinstance(problem, LibraryDamaged) else 0
        if held:
            self.say(problem, PART_BEFORE, go_on)
        else:
            self.say(problem)

    def _go_on(self) -> None:
        way_on, self._way_on = self._way_on, None
        self._window.home.set_notice(None)
        if way_on is not None:
            way_on()


def part_that_holds(record: LibraryRecord, session: str) -> int:
    """How many events of a session hold; 0 where none do, or it cannot be said."""
    from app.session.verify import verify

    try:
        verdict = verify(record, session)
    except ParasolError:
        return 0
    return verdict.events if verdict.fault is None or verdict.fault.seq else 0
