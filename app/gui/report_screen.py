"""The report's screen: for whom, into which folder, and where it went.

It knows no report and writes no file; it asks for an export and shows what came of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.gui.layouts import column, name_parts, row
from app.gui.theme import Look, TextStyle
from app.gui.widgets.buttons import Button, Kind, ghost_button, outline_button
from app.gui.widgets.card import Card
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

Audience = Literal["participants", "reviewers", "internal"]

_AUDIENCES = (
    Segment("participants", "Participants"),
    Segment("reviewers", "Reviewers"),
    Segment("internal", "Internal"),
)
_HOLDS = {
    "participants": "Only what every seat may see: no private injects, no quiet moves, no digits "
    "of hidden gauges.",
    "reviewers": "Also rulings with their reasons and the full ledger. No private items.",
    "internal": "Everything that was recorded, except people's names.",
}
_WIDTH = 720


@dataclass(frozen=True, slots=True)
class ExportWish:
    """A report that a person wants: for whom, and the folder to write it to."""

    audience: Audience
    folder: str


class ReportScreen(QWidget):
    """Shows the choice of readers and folder, then the file that was written.

    Signals:
        export_requested(object): an `ExportWish`.
        home_requested: back to the home screen.
    """

    export_requested = Signal(object)
    home_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._written = ""
        self._title = TextLabel(look, "", TextStyle.H1, wrap=True)
        self._state = TextLabel(look, "", TextStyle.BODY, "ink2", wrap=True)
        self._build_choice()
        self._build_result()
        self._lay_out()
        self.setProperty("card", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def set_session(self, title: str, state: str, folder: str) -> None:
        """Offer the report of a session; `folder` is where reports go if nothing is changed."""
        self._title.setText(title)
        self._state.setText(state)
        self._folder.setText(folder)
        self.set_written("")

    def set_written(self, path: str) -> None:
        """Say where the report was written; empty: nothing was written yet."""
        self._written = path
        self._said.set_all("circle-check", _breakable(path), "ok")
        self._show_result(bool(path), can_open=True)

    def set_refused(self, sentence: str) -> None:
        """Say why nothing was written, and what to do."""
        self._said.set_all("triangle-alert", _breakable(sentence), "warn")
        self._show_result(True, can_open=False)

    def focus_first(self) -> None:
        """Put the keyboard on *Export*."""
        self._export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_result(self, shown: bool, *, can_open: bool) -> None:
        self._result.setVisible(shown)
        self._result.set_ground("ok" if can_open else "warn")
        self._open.setVisible(can_open)

    def _build_choice(self) -> None:
        look = self._look
        self._audience = SegmentedSwitch(look, "Readers", _AUDIENCES)
        name_parts(self._audience, "report_audience")
        self._audience.set_chosen("participants")
        self._audience.chosen.connect(self._on_audience)
        self._holds = TextLabel(look, _HOLDS["participants"], TextStyle.SMALL, "ink2", wrap=True)
        self._folder = LineEdit(look, "Folder")
        self._folder.setObjectName("report_folder")
        self._folder.textChanged.connect(self._on_folder)
        self._choose = outline_button(look, "Choose", "folder-open")
        self._choose.setObjectName("report_choose_folder")
        self._choose.setAccessibleName("Choose a folder")
        self._choose.clicked.connect(self._ask_folder)
        self._export = Button(look, "Export", Kind.INK, "download")
        self._export.setObjectName("report_export")
        self._export.clicked.connect(self._on_export)

    def _build_result(self) -> None:
        look = self._look
        self._said = IconText(look, "circle-check", "", "ok", wrap=True)
        self._open = outline_button(look, "Open folder", "folder-open")
        self._open.setObjectName("report_open_folder")
        self._open.clicked.connect(self._open_folder)
        self._result = Card("ok", "Export")
        self._result.column.setContentsMargins(16, 10, 10, 10)
        line = row(spacing=12)
        line.addWidget(self._said, 1)
        line.addWidget(self._open)
        self._result.column.addLayout(line)

    def _lay_out(self) -> None:
        look = self._look
        home = ghost_button(look, "Home", "arrow-left")
        home.setObjectName("report_home")
        home.clicked.connect(self.home_requested)
        form = Card("surface", "Report")
        form.column.addWidget(TextLabel(look, "Who reads it", TextStyle.STRONG))
        form.column.addLayout(column(row(self._audience, None), self._holds, spacing=6))
        form.column.addWidget(TextLabel(look, "Where it goes", TextStyle.STRONG))
        form.column.addLayout(row((self._folder, 1), self._choose))
        form.column.addLayout(row(None, self._export))
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        head = column(self._title, self._state, spacing=2)
        middle.setLayout(column(head, 6, form, self._result, None, spacing=12))
        centred = row(None, (middle, 8), None)
        self.setLayout(column(row(home, None), 12, centred, spacing=0, margins=(44, 18, 44, 18)))
        self._result.hide()

    def _on_audience(self, key: str) -> None:
        self._holds.setText(_HOLDS[key])
        self.set_written("")

    def _on_folder(self, text: str) -> None:
        self._export.setEnabled(bool(text.strip()))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Folder for the report", self._folder.text()
        )
        if chosen:
            self._folder.setText(chosen)

    def _on_export(self) -> None:
        audience = cast("Audience", self._audience.chosen_key())
        self.export_requested.emit(ExportWish(audience, self._folder.text().strip()))

    def _open_folder(self) -> None:
        from pathlib import Path

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._written).parent)))


def _breakable(text: str) -> str:
    """The text with places where a long path may go on in the next line."""
    return re.sub(r"([/\\_-])", "\\1\u200b", text)
