"""The demo as a whole: home, set-up, the turns, the hot wash, the report."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.config.settings import Settings
from app.deck.catalog import Catalog
from app.deck.script import Script, read_script
from app.errors import FileNotWritten, LibraryReadOnly, WrongUse
from app.gui.application import make_application, make_look
from app.gui.demo.camera import Camera
from app.gui.demo.hands import DemoStopped, Hands
from app.gui.demo.walk import Walk
from app.gui.demo.wash import Wash
from app.gui.desktop import Desktop, OpenRecord
from app.gui.layouts import slug
from app.gui.sitting import Sitting
from app.gui.theme import Look

RECORDED = Path("scripts") / "recorded.yaml"
_PLATFORM = "QT_QPA_PLATFORM"
_SCREENS = {
    "screens": [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1440, "height": 900, "dpr": 1},
        {"name": "Projector", "x": 1440, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
    ]
}


def play_demo(
    catalog: Catalog,
    deck: str,
    folder: Path,
    open_record: OpenRecord,
    clock: Callable[[], float],
    make_camera: Callable[[Path, Look, QWidget], Camera] = Camera,
) -> Path:
    """Play a deck's recorded exercise; the folder with library, report and pictures.

    `make_camera` may bring another camera, such as one that only looks.

    Raises WrongUse where the deck has no recording, FileNotWritten or a LibraryError where nothing
    can be kept, DemoStopped where the windows do not follow.
    """
    recording = catalog.find(deck) / RECORDED
    if not recording.is_file():
        raise WrongUse(f"The deck {deck} has no recorded exercise.", f"Looked for {recording}.")
    script = read_script(recording).script
    _make_folder(folder / "pictures")
    _try_library(open_record)
    look = make_look(_application(), Settings(theme="light"))
    desktop = Desktop(
        lambda: catalog,
        open_record,
        clock,
        look,
        reduce_motion=True,
        report_folder=folder / "report",
    )
    camera = make_camera(folder / "pictures", look, desktop.window)
    try:
        with _errors_in_slots():
            _play(desktop, camera, script)
    except DemoStopped:
        camera.console("stopped")
        raise
    finally:
        desktop.close()
    return folder


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as problem:
        raise FileNotWritten(
            "The demo's folder cannot be made or written to.",
            f"{folder}: {problem.strerror or type(problem).__name__}",
            "Choose another: --out DIR.",
        ) from problem


def _try_library(open_record: OpenRecord) -> None:
    """Say at once why a library cannot be played into; the windows would say it on a banner."""
    library, _ = open_record()
    with library:
        if library.is_read_only:
            raise LibraryReadOnly(
                library.notice or "The library can be read, but not written.",
                str(library.path),
                "Name another: --library FILE.",
            )


def _play(desktop: Desktop, camera: Camera, script: Script) -> None:
    hands = Hands(desktop.window)
    desktop.show()
    hands.wait_until(lambda: hands.has(f"home_use_{script.deck}"), "the deck is not on the shelf")
    camera.console("home", compact=True)
    hands.click(f"home_use_{script.deck}")
    _set_up(hands, camera, script)
    sitting = _sitting(desktop)
    walk = Walk(sitting, hands, camera)
    walk.opening()
    for turn in script.turns:
        walk.turn(turn)
    Wash(sitting, hands, camera).play(script.hot_wash)
    hands.click("main_action")
    hands.click("report_export")
    hands.wait_until(lambda: hands.has("report_open_folder"), "the report was not written")
    camera.console("report")
    hands.click("report_home")
    camera.console("home-after")


def _set_up(hands: Hands, camera: Camera, script: Script) -> None:
    """Fill in the set-up page as the script asks, and start."""
    hands.type_into("setup_title", script.title or "Recorded exercise", replace=True)
    if script.variant:
        hands.click(f"setup_variant_{slug(script.variant)}")
    options = script.options
    for name, text in (
        ("setup_place", options.place),
        ("setup_start_time", options.planned_start),
        ("setup_purpose", options.purpose),
    ):
        if text:
            hands.type_into(name, text, replace=True)
    for seat, heads in script.people.items():
        hands.set_count(f"setup_heads_{seat}", heads)
    camera.console("set-up", compact=True)
    hands.click("setup_start")


def _sitting(desktop: Desktop) -> Sitting:
    if desktop.sitting is None:
        raise DemoStopped("The session did not start.")
    return desktop.sitting


def _application() -> QApplication:
    """The application; without a display, with a laptop and a projector that Qt pretends.

    Qt takes the name of the file that says so for Latin-1 and ends it at a colon: so it is a bare
    name, in a folder that is left again.
    """
    if QGuiApplication.instance() is not None or os.environ.get(_PLATFORM) != "offscreen":
        return make_application()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("screens.json").write_text(json.dumps(_SCREENS), encoding="utf-8")
        os.environ[_PLATFORM] = "offscreen:configfile=screens.json"
        try:
            return make_application()
        finally:
            os.environ[_PLATFORM] = "offscreen"


@contextlib.contextmanager
def _errors_in_slots() -> Iterator[None]:
    """Raise what goes wrong in a slot once the block is left: Qt only has it printed."""
    met: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _, problem, __: met.append(problem)
    try:
        yield
    except DemoStopped:
        if not met:
            raise
    finally:
        sys.excepthook = before
    if met:
        raise met[0]
