"""Reports: of which session, into which folder, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import ParasolError

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.gui.report_screen import ExportWish
    from app.session.exercise import Exercise


class Reports(QObject):
    """Offers the report of one session at a time, and writes it where a person wants it."""

    def __init__(self, window: MainWindow, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._folder = str(folder)
        self._exercise: Exercise | None = None
        window.export_requested.connect(self._export)

    def offer(self, exercise: Exercise) -> None:
        """Show the report's screen for a session."""
        self._exercise = exercise
        notes = len(exercise.state.notes)
        count = "1 note" if notes == 1 else f"{notes} notes"
        words = f"{exercise.book.deck.about.title}, {count}"
        self._window.show_report(exercise.state.setup.title, words, self._folder)

    def _export(self, wish: ExportWish) -> None:
        from app.report.write import write_report

        exercise = self._exercise
        if exercise is None:
            return
        self._folder = wish.folder
        try:
            written = write_report(
                exercise.book,
                exercise.entries,
                exercise.note_texts(),
                Path(wish.folder).expanduser(),
                audience=wish.audience,
            )
        except ParasolError as problem:
            self._window.report.set_refused(problem.as_text().replace("\n", " "))
            return
        self._window.report.set_written(str(written.path))
