"""Starting the app: one QApplication, the look, the windows. Returns when the last is closed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.config import paths
from app.config.settings import Settings, read_settings
from app.errors import SettingsError
from app.gui.desktop import Desktop, OpenRecord
from app.gui.theme import Look, load_theme

if TYPE_CHECKING:
    from app.deck.catalog import Catalog


def make_application() -> QApplication:
    """The one QApplication, made if there is none yet."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["parasol"])
    app.setApplicationName("Parasol")
    app.setApplicationDisplayName("Parasol")
    return app


def make_look(app: QApplication, settings: Settings) -> Look:
    """The look that the settings ask for, put in force."""
    name = settings.theme
    if name == "system":
        ground = app.palette().window().color()  # `colorScheme` would load all of `Qt`'s enums
        name = "dark" if ground.lightness() < 128 else "light"
    look = Look(load_theme(name), settings.text_size / 100)
    look.dress(app)
    return look


def run_app(
    make_catalog: Callable[[], Catalog], open_record: OpenRecord, clock: Callable[[], float]
) -> int:
    """Open the app's windows; the exit status once they are closed."""
    app = make_application()
    settings = _settings()
    desktop = Desktop(
        make_catalog,
        open_record,
        clock,
        make_look(app, settings),
        reduce_motion=settings.reduce_motion,
    )
    sys.excepthook = _on_unexpected
    desktop.show()
    status = app.exec()
    desktop.close()
    return status


def _settings() -> Settings:
    try:
        return read_settings(paths.settings_file())
    except SettingsError as problem:
        sys.stderr.write(problem.as_text() + "\n")
        return Settings()


def _on_unexpected(
    kind: type[BaseException], problem: BaseException, trace: TracebackType | None
) -> None:
    """An error in a slot: write a report without private text, keep the session, say so."""
    from PySide6.QtWidgets import QMessageBox

    from app.config.crash import write_crash_report

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    report = write_crash_report(problem.with_traceback(trace), paths.crash_folder())
    where = f"A report without private text: {report}" if report else ""
    QMessageBox.warning(
        QApplication.activeWindow(),
        "Parasol",
        f"Something went wrong that was not expected. Everything recorded is safe.\n\n{where}",
    )
