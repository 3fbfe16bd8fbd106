"""Keys never fire an action of the window while somebody types (principle P8)."""

from __future__ import annotations

import string

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.gui.theme import Look, load_theme
from app.gui.widgets.hand_in_line import HandInLine
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.note_edit import NoteEdit

TYPED = string.ascii_letters + string.digits + "+-.,?!@#/ "
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
FIELDS = [NoteEdit, LineEdit, HandInLine]


class Desk(QMainWindow):
    """A window with an action on every key that a field might let through."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.fired: list[str] = []
        self.field = field
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(field)
        self.setCentralWidget(holder)
        for key in [*string.ascii_uppercase, *string.digits, "+", "-", ".", "?", "Space"]:
            self.act_on(key)

    def act_on(self, *keys: str) -> None:
        for key in keys:
            action = QAction(key, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, key=key: self.fired.append(key))
            self.addAction(action)


@pytest.fixture(params=FIELDS, ids=[kind.__name__ for kind in FIELDS])
def desk(request, qapp, qtbot):
    look = Look(load_theme("light"))
    look.dress(qapp)
    window = Desk(request.param(look, "Field"))
    window.look = look
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    return window


def content(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, NoteEdit) else field.text()


def test_every_character_is_typed_and_fires_nothing(desk):
    QTest.keyClicks(desk.field, TYPED)
    assert content(desk.field) == TYPED
    assert desk.fired == []


def test_the_same_keys_fire_outside_the_field(desk, qtbot):
    desk.field.clearFocus()
    QTest.keyClick(desk, Qt.Key.Key_B)
    assert desk.fired == ["B"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_and_fires_nothing(desk, qtbot, key):
    desk.act_on("Ctrl+Return", "Ctrl+Enter")
    QTest.keyClicks(desk.field, " a note ")
    with qtbot.waitSignal(desk.field.saved) as saved:
        QTest.keyClick(desk.field, key, CTRL)
    assert saved.args == ["a note"]
    assert desk.fired == []
    assert content(desk.field) == " a note "


def test_escape_leaves_the_field_and_fires_nothing(desk, qtbot):
    desk.act_on("Esc")
    with qtbot.waitSignal(desk.field.left):
        QTest.keyClick(desk.field, Qt.Key.Key_Escape)
    assert not desk.field.hasFocus()
    assert desk.fired == []


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_a_clicker_pages_nothing_while_typing(desk, key):
    desk.act_on("PgUp", "PgDown")
    QTest.keyClick(desk.field, key)
    assert desk.fired == []


@pytest.mark.parametrize(
    ("keys", "key", "modifiers"),
    [
        ("Ctrl+N", Qt.Key.Key_N, CTRL),
        ("Ctrl+K", Qt.Key.Key_K, CTRL),
        ("Ctrl+.", Qt.Key.Key_Period, CTRL),
        ("Alt+Right", Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
        ("Ctrl+Shift+Return", Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier),
        ("Ctrl+Shift+Backspace", Qt.Key.Key_Backspace, CTRL | Qt.KeyboardModifier.ShiftModifier),
        ("F6", Qt.Key.Key_F6, NONE),
        ("F1", Qt.Key.Key_F1, NONE),
    ],
)
def test_keys_that_work_while_typing_do(desk, keys, key, modifiers):
    desk.act_on(keys)
    QTest.keyClicks(desk.field, "kept")
    QTest.keyClick(desk.field, key, modifiers)
    assert desk.fired == [keys]
    assert content(desk.field) == "kept"


def test_undo_is_the_texts_first_and_then_the_windows(desk):
    desk.act_on("Ctrl+Z")
    QTest.keyClicks(desk.field, "word")
    while content(desk.field):
        QTest.keyClick(desk.field, Qt.Key.Key_Z, CTRL)
    assert desk.fired == []
    QTest.keyClick(desk.field, Qt.Key.Key_Z, CTRL)
    assert desk.fired == ["Ctrl+Z"]


def test_copying_belongs_to_the_text(desk):
    desk.act_on("Ctrl+A", "Ctrl+C")
    QTest.keyClicks(desk.field, "word")
    QTest.keyClick(desk.field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(desk.field, Qt.Key.Key_C, CTRL)
    assert desk.fired == []


def test_note_takes_enter_as_a_new_line(qapp, qtbot):
    note = NoteEdit(Look(load_theme("light")), "Note")
    qtbot.addWidget(note)
    QTest.keyClicks(note, "one")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "two")
    assert note.text() == "one\ntwo"


def test_tab_moves_on_and_types_nothing(desk, qtbot):
    following = LineEdit(desk.look, "Following")
    desk.centralWidget().layout().addWidget(following)
    following.show()
    QTest.keyClick(desk.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(following.hasFocus)
    assert content(desk.field) == ""


def test_line_adds_by_enter_and_hands_in_by_ctrl_enter(qapp, qtbot):
    line = HandInLine(Look(load_theme("light")), "Hand-in")
    qtbot.addWidget(line)
    QTest.keyClicks(line, "u01 joint jpn")
    with qtbot.waitSignal(line.entered) as entered, qtbot.assertNotEmitted(line.handed_in):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert entered.args == ["u01 joint jpn"]
    with qtbot.waitSignal(line.handed_in), qtbot.assertNotEmitted(line.entered):
        QTest.keyClick(line, Qt.Key.Key_Return, CTRL)


def test_line_steps_a_list_by_up_and_down(qapp, qtbot):
    line = LineEdit(Look(load_theme("light")), "Line")
    qtbot.addWidget(line)
    steps = []
    line.stepped.connect(steps.append)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert steps == [1, -1]
