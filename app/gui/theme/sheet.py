"""The one style sheet, driven by dynamic properties: `kind` of a button, `card` of a frame,
`role` of a label.

It holds colours and shapes, no fonts (those are set as fonts). A focus ring is wider than the
border it replaces, and padding and height shrink by as much, so nothing moves.
"""

from __future__ import annotations

from string import Template

from app.config import paths
from app.gui.theme.tokens import Theme

_SHEET = Template("""
QMainWindow, QDialog, QWidget[card="page"] { background: $bg; }
QToolTip { background: $ink; color: $surface; border: 1px solid $ink; padding: 4px 6px; }
QLabel[role="ink2"] { color: $ink2; }
QLabel[role="ink3"] { color: $ink3; }
QLabel[role="live"] { color: $live; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="tag"] { color: $ink2; background: $sunken; border-radius: 5px; padding: 2px 6px; }

QFrame[card="surface"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[card="raised"] { background: $raised; border: 1px solid $line; border-radius: 10px; }
QFrame[card="sunken"] { background: $sunken; border: 1px solid $line; border-radius: 10px; }
QFrame[card="bounded"] { background: $surface; border: 1px solid $line2; border-radius: 9px; }
QFrame[card="selected"] { background: $surface; border: 2px solid $focus; border-radius: 9px; }
QFrame[card="warn"] { background: $warn_ground; border: none; border-radius: 9px; }
QFrame[card="ok"] { background: $ok_ground; border: none; border-radius: 9px; }
QFrame[card="live"] { background: $live_ground; border: none; border-radius: 9px; }
QFrame[card="top"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[card="bottom"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[card="left"] { background: $raised; border: none; border-right: 1px solid $line; }
QFrame[card="right"] { background: $raised; border: none; border-left: 1px solid $line; }
QFrame[card="row"] { background: transparent; border: none; border-top: 1px solid $line; }
QFrame[card="typed"] { background: $sunken; border: none; border-top: 1px solid $line; }
QFrame[card="rule"] { background: $line; border: none; min-height: 1px; max-height: 1px; }

QPushButton { background: $surface; color: $ink; border: 1px solid $line2; border-radius: 7px;
  padding: 0 13px; min-height: 34px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed, QPushButton:checked { background: $sel; }
QPushButton[kind="ink"] { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[kind="tight"] { padding: 0 9px; }
QPushButton[kind="show"] { background: $live; color: $on_live; border-color: $live; }
QPushButton[kind="show-outline"] { color: $live; border-color: $live; }
QPushButton[kind="main"], QPushButton[kind="main-show"] { background: $primary;
  color: $on_primary; border: 3px solid $primary; border-radius: 8px; padding: 0 22px;
  min-height: 46px; min-width: 190px; }
QPushButton[kind="main-show"] { background: $live; color: $on_live; border-color: $live; }
QPushButton[kind="ghost"], QPushButton[kind="link"] { background: transparent; color: $ink2;
  border-color: transparent; padding: 0 7px; }
QPushButton[kind="link"] { color: $ink; }
QPushButton[kind="icon"], QPushButton[kind="step"] { padding: 0; min-width: 34px;
  max-width: 34px; }
QPushButton[kind="icon"] { background: transparent; border-color: transparent; }
QPushButton[kind="nav"] { background: transparent; color: $ink2; border-color: transparent;
  padding: 0 11px; min-height: 38px; text-align: left; }
QPushButton[kind="nav"]:checked { background: $sel; color: $ink; }
QPushButton[kind="tab"] { background: transparent; color: $ink2; border: none;
  border-bottom: 3px solid transparent; border-radius: 0; padding: 0; min-height: 36px; }
QPushButton[kind="tab"]:checked { color: $ink; border-bottom-color: $ink; }
QPushButton[kind="chip"] { color: $ink2; border-radius: 14px; padding: 0 11px;
  min-height: 26px; }
QPushButton[kind="chip"]:checked { background: $primary; color: $on_primary;
  border-color: $primary; }
QPushButton[kind="ghost"]:hover, QPushButton[kind="link"]:hover, QPushButton[kind="icon"]:hover,
QPushButton[kind="nav"]:hover { background: $sel; color: $ink; }
QPushButton:disabled, QPushButton[kind]:disabled { background: $sunken; color: $ink3;
  border-color: $line; }
QPushButton[kind="main"]:disabled, QPushButton[kind="main-show"]:disabled { border-width: 1px;
  padding: 0 24px; min-height: 50px; }
QPushButton[kind="ghost"]:disabled, QPushButton[kind="link"]:disabled,
QPushButton[kind="icon"]:disabled { background: transparent; border-color: transparent; }
QPushButton:focus, QPushButton[kind]:focus { border: 2px solid $focus; padding: 0 12px;
  min-height: 32px; }
QPushButton[kind="main"]:focus, QPushButton[kind="main-show"]:focus { border-width: 3px;
  padding: 0 22px; min-height: 46px; }
QPushButton[kind="ghost"]:focus, QPushButton[kind="link"]:focus { padding: 0 6px; }
QPushButton[kind="icon"]:focus, QPushButton[kind="step"]:focus { padding: 0; min-width: 32px;
  max-width: 32px; }
QPushButton[kind="tight"]:focus { padding: 0 8px; }
QPushButton[kind="nav"]:focus { padding: 0 10px; min-height: 36px; }
QPushButton[kind="chip"]:focus { padding: 0 10px; min-height: 24px; }
QPushButton[kind="tab"]:focus { border: none; border-bottom: 3px solid $focus; padding: 0;
  min-height: 36px; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $surface;
  color: $ink; border: 1px solid $line2; border-radius: 7px; padding: 0 9px; min-height: 34px;
  selection-background-color: $focus; selection-color: $surface;
  placeholder-text-color: $ink3; }
QPlainTextEdit, QTextEdit { padding: 2px 8px; min-height: 0; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus;
  padding: 0 8px; min-height: 32px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 1px 7px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled,
QAbstractSpinBox:disabled { background: $sunken; color: $ink3; border-color: $line; }
QLineEdit[role="cell"] { padding: 0; }
QLineEdit[role="bare"] { background: transparent; border: none; padding: 0; min-height: 0; }
QComboBox[kind="ghost"] { background: transparent; border-color: transparent; color: $ink2; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$marks/chevron-down.svg"); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox QAbstractItemView, QMenu { background: $surface; color: $ink; outline: 0;
  border: 1px solid $line2; padding: 4px; selection-background-color: $sel;
  selection-color: $ink; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 5px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $ink3; }

QCheckBox, QRadioButton { color: $ink; spacing: 8px; min-height: 28px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  border: 1px solid $line2; border-radius: 4px; background: $surface; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary;
  image: url("$marks/check.svg"); }
QRadioButton::indicator:checked { border-color: $primary; background: qradialgradient(cx: 0.5,
  cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $primary, stop: 0.5 $primary,
  stop: 0.58 $surface, stop: 1 $surface); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { width: 14px; height: 14px;
  border: 2px solid $focus; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line;
  background: $sunken; }

QListView, QTreeView, QTableView { background: transparent; border: none; outline: 0; }
QHeaderView::section { background: $raised; color: $ink2; border: none; padding: 6px 8px;
  border-bottom: 1px solid $line; }
QScrollArea, QScrollArea > QWidget > QWidget[card="page"] { background: transparent;
  border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet of a theme. Its pictures are read from the theme's own folder."""
    marks = (paths.assets() / "themes" / theme.name).as_posix()
    return _SHEET.substitute(theme.colors._asdict(), marks=marks)
