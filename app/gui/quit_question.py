"""The one question before the program is left: while the room sees something."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


def quit_question(parent: QWidget) -> QMessageBox:
    """A dialog that asks whether to quit; `accepted` is emitted for *Quit*, Escape stays."""
    box = QMessageBox(parent)
    box.setObjectName("quit_question")
    box.setWindowTitle("Parasol")
    box.setText("The room display is open. Quit?")
    leave = box.addButton("Quit", QMessageBox.ButtonRole.AcceptRole)
    leave.setObjectName("quit_leave")
    leave.clicked.connect(box.accept)
    stay = box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
    stay.setObjectName("quit_stay")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
