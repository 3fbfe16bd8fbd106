"""Every widget in both themes, drawn on one board.

`PARASOL_GALLERY=<folder>` keeps the pictures to look at; without it they go to a temporary one.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.gui.theme import Look, TextStyle, load_theme
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.buttons import (
    Button,
    Kind,
    ghost_button,
    icon_button,
    main_action_button,
    outline_button,
    show_button,
)
from app.gui.widgets.card import Card, Rule
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.count_stepper import CountStepper
from app.gui.widgets.effort_pips import Effort, EffortPips
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.hand_in_line import HandInLine
from app.gui.widgets.icon_text import IconText
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.mini_track import MiniTrack, Reading
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.painted import Painted
from app.gui.widgets.phase_stepper import PhaseStepper, Step
from app.gui.widgets.run_sheet import RunSheet
from app.gui.widgets.run_sheet_rows import Heading, Item, Mark
from app.gui.widgets.seat_label import SeatGlyph, SeatLabel
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.thumbnail import Thumbnail
from app.gui.widgets.timer_row import TimerRow, TimerView

KEEP = os.environ.get("PARASOL_GALLERY", "")  # read before the tests get a home of their own

PHASES = ("Brief", "Deliberate", "Consult", "Reveal", "Adjudicate", "Poll", "Discuss")
ROWS = (
    Heading("Turn 1", "26 of 22 min"),
    Item("i1", "megaphone", "I1 The empty ramp", "Public, shown 13:46", Mark.SHOWN),
    Item("p1", "mail", "P1 Readiness memo", "To the US, given 13:48", Mark.PRIVATE),
    Heading("Turn 2", "22 min"),
    Item("c2", "split", "C2 Tunnel four", "Optional, due: DPRK at 4", Mark.PRIVATE),
    Item("map", "map", "Map, Long reach", "Public, 3 places", Mark.PRIVATE),
    Item("timer", "timer", "Hand-in and timer", "On screen now, 1 of 4 in", Mark.ON_SCREEN),
    Item("poll", "vote", "Poll, items 1 and 4", "Sealed, 20 people", Mark.PRIVATE),
    Item("gauges", "chart-bar", "Gauges, turn 2", "Not before the poll closes", Mark.PRIVATE),
)


def steps(current: int) -> tuple[Step, ...]:
    states = ["done"] * current + ["current"] + ["future"] * (len(PHASES) - current - 1)
    details = {"done": "3 of 3 min", "current": "3 of 6 min", "future": "2 min"}
    return tuple(
        Step(name, details[state], state)  # type: ignore[arg-type]
        for name, state in zip(PHASES, states, strict=True)
    )


def row(*widgets: QWidget | int) -> QWidget:
    """Widgets side by side; a number is a space, the last may stretch."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            line.addSpacing(widget)
        else:
            line.addWidget(widget)
    line.addStretch(0)
    return holder


def paint_room(painter: QPainter) -> None:
    painter.fillRect(0, 0, 1920, 1080, QColor("#0F151D"))
    painter.fillRect(110, 112, 1700, 4, QColor("#2B3644"))
    painter.fillRect(110, 300, 900, 300, QColor("#F1EEE6"))


def top_bar(look: Look) -> QWidget:
    bar = Card("top", "Top bar")
    wide, narrow = PhaseStepper(look), PhaseStepper(look)
    wide.set_steps(steps(1))
    narrow.set_steps(steps(1))
    narrow.set_compact(True)
    bar.column.setContentsMargins(20, 0, 16, 0)
    line = QHBoxLayout()
    line.addWidget(TextLabel(look, "Lengthening Shadow", TextStyle.H2))
    line.addWidget(TextLabel(look, "Turn 2 of 6", TextStyle.BODY, "ink2"))
    line.addWidget(wide)
    line.addStretch(1)
    line.addWidget(narrow)
    bar.column.addLayout(line)
    return bar


def buttons(look: Look) -> QWidget:
    disabled = outline_button(look, "Hand in", "check")
    disabled.setEnabled(False)
    chosen = Button(look, "Home", Kind.NAV, "library")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    tab = Button(look, "1 Would they?", Kind.TAB)
    tab.setCheckable(True)
    tab.setChecked(True)
    off = main_action_button(look, "Export")
    off.setEnabled(False)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(
        row(
            main_action_button(look, "Open consultations"),
            main_action_button(look, "Show the moves", shows=True),
            off,
            show_button(look),
            show_button(look, filled=False),
        )
    )
    column.addWidget(
        row(
            outline_button(look, "Pause", "pause"),
            outline_button(look, "Save"),
            disabled,
            Button(look, "New session", Kind.INK, "plus"),
            ghost_button(look, "Add a move", "plus"),
            Button(look, "Take back", Kind.LINK),
            icon_button(look, "undo-2", "Undo"),
            chosen,
            tab,
            CountStepper(look, "People", low=0, high=9),
        )
    )
    return holder


def switches(look: Look) -> QWidget:
    answer = SegmentedSwitch(
        look,
        "Answer",
        (Segment("s", "Supports"), Segment("a", "Accepts"), Segment("o", "Objects")),
        answers=True,
    )
    answer.set_chosen("s")
    choice = SegmentedSwitch(
        look, "Reveal", (Segment("one", "One seat at a time"), Segment("all", "All at once"))
    )
    choice.set_chosen("one")
    kinds = ChipGroup(look, "Kind", (Chip("n", "Note"), Chip("q", "Quote"), Chip("i", "Insight")))
    kinds.set_selected("q")
    names = ("US", "Japan", "ROK", "Australia", "Norway")
    seats = ChipGroup(look, "Seats", tuple(Chip(n, n, i) for i, n in enumerate(names)))
    seats.set_selected("ROK")
    return row(answer, choice, kinds, seats)


def seats(look: Look) -> QWidget:
    names = ("United States", "Japan", "Republic of Korea", "Australia", "Norway", "Poland")
    small = [SeatLabel(look, place, name) for place, name in enumerate(names)]
    large = [SeatGlyph(look, place, "Seat", 26) for place in range(8)]
    return row(*small, *large)


def meters(look: Look) -> QWidget:
    readings = (Reading(6, 5), Reading(5, 6), Reading(2, 4), Reading(5, 5))
    tracks = [MiniTrack(look, f"Gauge {place}", one) for place, one in enumerate(readings)]
    pips = EffortPips(look, Effort(7, 2, 2))
    return row(*tracks, pips, TextLabel(look, "3 left", TextStyle.SMALL_STRONG))


def timers(look: Look) -> QWidget:
    views = (
        TimerView(192, 360, "14:20", "running"),
        TimerView(-41, 360, "14:20", "running"),
    )
    rows = []
    for view in views:
        timer = TimerRow(look)
        timer.set_view(view)
        rows.append(timer)
    return row(*rows)


def fields(look: Look) -> QWidget:
    line = HandInLine(look, "Hand-in line", "Open a consultation: aus us a08")
    line.set_seat(0)
    line.setText("u01 joint jpn prc")
    empty = HandInLine(look, "Second line", "Open a consultation: aus us a08")
    quote = NoteEdit(look, "Quote", "What they said, word for word")
    quote.set_text("“We need an answer that our own voters can repeat.”")
    hint = NoteEdit(look, "Note", "Who, what, in their words")
    title = LineEdit(look, "Title", "Public wording, optional")
    stock = QLineEdit("Canberra, seminar room 2")
    stock.setAccessibleName("Place")
    played = QComboBox()
    played.setAccessibleName("Played by")
    played.addItems(["Played by people", "Played by facilitator"])
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(line)
    column.addWidget(empty)
    two = QHBoxLayout()
    two.addWidget(quote)
    two.addWidget(hint)
    column.addLayout(two)
    ticks = []
    for kind, words in ((QCheckBox, "Keep names"), (QRadioButton, "Not attributed")):
        for on in (True, False):
            tick = kind(f"{words} {on}")
            tick.setAutoExclusive(False)
            tick.setChecked(on)
            ticks.append(tick)
    column.addWidget(row(title, stock, played, *ticks))
    return holder


def words(look: Look) -> QWidget:
    long = ElidedLabel(look, "A07 Coercion relief, joint. A08 Parliamentary inquiry, solo.")
    long.setFixedWidth(220)
    notice = Banner(look)
    notice.set_notice(
        Notice("Room display disconnected. The room sees nothing.", "warn", "Put it back")
    )
    live = Banner(look)
    live.set_notice(Notice("Everything is saved.", "ok"))
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(
        row(
            IconText(look, "circle-check", "Legal. The US has 3 left.", "ok"),
            IconText(look, "ban", "Not legal: needs U08.", "warn"),
            IconText(look, "monitor-play", "On screen", "live", style=TextStyle.STRONG),
            TextLabel(look, "T08", TextStyle.MICRO, "tag"),
            long,
        )
    )
    column.addWidget(notice)
    column.addWidget(live)
    styles = [TextLabel(look, style.value, style) for style in TextStyle]
    column.addWidget(row(*styles[:8]))
    column.addWidget(row(*styles[8:]))
    return holder


def side(look: Look) -> QWidget:
    panel = Card("right", "Side")
    panel.setFixedWidth(364)
    live = Thumbnail(look, "On screen", live=True)
    live.set_picture(paint_room, "A time of 3:12.")
    staged = Thumbnail(look, "Ready to show", live=False)
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#13202C"))
    staged.set_picture(picture, "A map.")
    absent = Thumbnail(look, "On screen", live=True)
    absent.set_absent()
    for widget in (live, row(staged, show_button(look)), Rule(), absent):
        panel.column.addWidget(widget)
    panel.column.addStretch(1)
    return panel


def board(look: Look) -> QWidget:
    """One window with every widget in it."""
    page = QFrame()
    page.setProperty("card", "page")
    page.setAccessibleName("Gallery")
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(top_bar(look))
    parts = QHBoxLayout()
    left = Card("left", "Run sheet")
    left.column.setContentsMargins(0, 9, 0, 0)
    sheets = QHBoxLayout()
    for compact in (False, True):
        sheet = RunSheet(look)
        sheet.set_rows(ROWS)
        sheet.set_place("map")
        sheet.set_compact(compact)
        sheets.addWidget(sheet)
    left.column.addLayout(sheets)
    centre = QVBoxLayout()
    centre.setContentsMargins(24, 16, 24, 16)
    for part in (buttons, switches, seats, meters, timers, fields, words):
        centre.addWidget(part(look))
    centre.addStretch(1)
    parts.addWidget(left)
    parts.addLayout(centre, 1)
    parts.addWidget(side(look))
    whole.addLayout(parts, 1)
    return page


@pytest.mark.parametrize("factor", [1.0, 1.5])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_board_is_drawn(qapp, qtbot, tmp_path, name, factor):
    look = Look(load_theme(name), factor)
    look.dress(qapp)
    page = board(look)
    qtbot.addWidget(page)
    page.resize(1720, 980)
    page.show()
    qtbot.waitExposed(page)
    folder = Path(KEEP or tmp_path)
    picture = page.grab()
    assert picture.save(str(folder / f"widgets_{name}_{round(factor * 100)}.png"))
    assert picture.toImage().pixelColor(700, 970) == look.color("bg")


@pytest.fixture
def page(qapp, qtbot):
    look = Look(load_theme("light"))
    look.dress(qapp)
    made = board(look)
    made.look = look
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_that_takes_focus_has_a_name(page):
    reachable = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
    ]
    nameless = [
        widget
        for widget in reachable
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert len(reachable) > 30
    assert nameless == []


def test_everything_painted_by_us_says_what_it_shows(page):
    silent = [
        widget
        for widget in page.findChildren(Painted)
        if not widget.accessibleName() or not widget.accessibleDescription()
    ]
    assert silent == []


def test_nothing_is_set_below_twelve_pixels(page):
    small = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit, QTextEdit))
        and 0 < widget.font().pixelSize() < 12
    ]
    assert small == []


def test_buttons_are_large_enough_to_hit(page):
    small = [
        (button.accessibleName(), button.height())
        for button in page.findChildren(QPushButton)
        if button.height() < (28 if button.property("kind") == "chip" else 36)
    ]
    assert small == []
