"""What each widget shows, says and announces."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.gui.theme import Look, TextStyle, load_theme
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.buttons import (
    Button,
    Kind,
    icon_button,
    main_action_button,
    outline_button,
    set_main_action,
    show_button,
)
from app.gui.widgets.card import Card
from app.gui.widgets.chips import Chip, ChipGroup
from app.gui.widgets.count_stepper import CountStepper
from app.gui.widgets.effort_pips import Effort, EffortPips
from app.gui.widgets.elided_label import ElidedLabel
from app.gui.widgets.hand_in_line import HandInLine
from app.gui.widgets.mini_track import MiniTrack, Reading
from app.gui.widgets.note_edit import NoteEdit
from app.gui.widgets.phase_stepper import PhaseStepper, Step
from app.gui.widgets.seat_glyph import SHAPES, paint_seat_glyph, seat_caption, shape_name
from app.gui.widgets.seat_label import SeatLabel
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel
from app.gui.widgets.thumbnail import Thumbnail
from app.gui.widgets.timer_row import TimerRow, TimerView, clock_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def look(qapp):
    made = Look(load_theme("light"))
    made.dress(qapp)
    return made


@pytest.fixture
def shown(qtbot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def color_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def part(widget: QWidget, name: str) -> QAbstractButton:
    """The button that somebody would find by this name."""
    found = widget.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name)


# --- Seats ------------------------------------------------------------------------------------


def glyph(index: int, side: int = 40) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_seat_glyph(painter, picture.rect().toRectF(), index, QColor("#000000"))
    painter.end()
    return picture


def test_all_eight_glyphs_differ(qapp):
    pictures = [glyph(index) for index in range(8)]
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


@pytest.mark.parametrize("index", range(8))
def test_glyph_is_flush_with_its_left_edge(qapp, index):
    picture = glyph(index)
    inked = [x for x in range(40) for y in range(40) if picture.pixelColor(x, y).red() < 128]
    assert min(inked) <= 3


@pytest.mark.parametrize("index", range(4, 8))
def test_small_hollow_glyph_leaves_its_number_to_the_name(qapp, index):
    assert glyph(index, 14).pixelColor(7, 8).red() > 200
    assert seat_caption(index, "Norway") == f"{index + 1} Norway"


def test_painter_is_left_as_it_was(qapp):
    picture = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    before = (painter.pen(), painter.brush(), painter.renderHints(), painter.font())
    paint_seat_glyph(painter, picture.rect().toRectF(), 6, "#FF0000")
    assert (painter.pen(), painter.brush(), painter.renderHints(), painter.font()) == before
    painter.end()


def test_seat_label_says_name_and_shape(look, shown):
    label = shown(SeatLabel(look, 2, "Republic of Korea"))
    assert label.accessibleName() == "Republic of Korea"
    assert label.accessibleDescription() == "triangle"
    label.set_seat(7, "Norway")
    assert label.accessibleName() == "8 Norway"
    assert [shape_name(index) for index in range(4)] == list(SHAPES)


# --- Meters -----------------------------------------------------------------------------------


def test_pips_show_left_then_typed_then_spent(look, shown):
    pips = shown(EffortPips(look, Effort(total=7, spent=2, typed=2)))
    pips.resize(pips.sizeHint())
    middle = pips.height() // 2
    assert [color_at(pips, 12 * place + 4, middle) == look.colors.ink for place in range(7)] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert color_at(pips, 12 * 3 + 4, middle - 4) == look.colors.focus
    assert pips.accessibleDescription() == "3 of 7 effort left, 2 typed and not added"


def test_pips_survive_too_much_typed(look, shown):
    pips = shown(EffortPips(look, Effort(total=3, spent=2, typed=4)))
    assert "−3 of 3" in pips.accessibleDescription()


@pytest.mark.parametrize(
    ("reading", "last", "words"),
    [
        (Reading(6, 4), "warn", "6 of 10, was 4"),
        (Reading(4, 4), "line", "4 of 10, unchanged"),
    ],
)
def test_track_shows_what_was_gained(look, shown, reading, last, words):
    track = shown(MiniTrack(look, "Escalation", reading))
    assert color_at(track, 14 * 3 + 5, 5) == look.colors.ink
    assert color_at(track, 14 * 5 + 5, 5) == look.value(last)
    assert track.accessibleDescription() == words


def test_track_shows_what_was_lost_as_outline(look, shown):
    track = shown(MiniTrack(look, "Pressure", Reading(2, 4)))
    assert color_at(track, 14 * 2 + 5, 5) not in {look.colors.ink, look.colors.line}
    assert color_at(track, 14 * 2 + 5, 0) == look.colors.ink


def test_track_follows_the_theme(look, shown, qapp):
    track = shown(MiniTrack(look, "Escalation", Reading(6, 6)))
    look.set_theme(load_theme("dark"))
    assert color_at(track, 5, 5) == look.colors.ink


# --- Timer and phases -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(192, "3:12"), (0, "0:00"), (-41, "−0:41"), (3723, "1:02:03"), (-3600, "−1:00:00")],
)
def test_clock_reads_as_people_write_it(seconds, text):
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (TimerView(192, 360, "14:20", "running"), "of 6:00, ends 14:20"),
        (TimerView(192, 360, "14:20", "paused"), "of 6:00, paused"),
        (TimerView(360, 360), "of 6:00, not started"),
        (TimerView(100, 360, "14:20", "running"), "Under 2 minutes, ends 14:20"),
        (TimerView(66, 120, "14:30", "running"), "of 2:00, ends 14:30"),
        (TimerView(-5, 360, "14:20", "running"), "Time, of 6:00"),
    ],
)
def test_timer_says_how_it_stands(view, words):
    assert view.words == words


def test_timer_asks_for_changes(look, shown, qtbot):
    timer = shown(TimerRow(look))
    timer.set_view(TimerView(192, 360, "14:20", "running"))
    steps = []
    timer.adjusted.connect(steps.append)
    QTest.mouseClick(part(timer, "One minute less"), LEFT)
    QTest.mouseClick(part(timer, "One minute more"), LEFT)
    assert steps == [-60, 60]
    with qtbot.waitSignal(timer.toggled):
        QTest.mouseClick(part(timer, "Pause"), LEFT)
    with qtbot.waitSignal(timer.reset_requested):
        QTest.mouseClick(part(timer, "Reset the timer"), LEFT)


def test_timer_speaks_at_five_two_one_and_zero_only(look, shown):
    timer = shown(TimerRow(look))
    said = []
    for left in range(400, -10, -1):
        timer.set_view(TimerView(left, 600, "14:20", "running"))
        words = timer.accessibleDescription()
        if not said or said[-1] != words:
            said.append(words)
    assert said[1:] == ["5:00 left", "2:00 left", "1:00 left", "Time"]


def test_running_digits_move_nothing(look, shown):
    timer = shown(TimerRow(look))
    timer.resize(640, 52)
    places = set()
    for left in (191, 188, 177, 111):
        timer.set_view(TimerView(left, 600, "14:20", "running"))
        timer.layout().activate()
        places.add(part(timer, "Pause").pos().toTuple())
    assert len(places) == 1


def test_short_of_room_the_timer_keeps_whole_words(look, shown):
    timer = shown(TimerRow(look))
    timer.set_view(TimerView(100, 360, "14:20", "running"))
    label = timer.findChild(ElidedLabel)
    label.setFixedWidth(110)
    assert label._shortened() == "Under 2 minutes"


STEPS = (
    Step("Brief", "3 of 3 min", "done"),
    Step("Deliberate", "3 of 6 min", "current"),
    Step("Consult", "6 min"),
)


def test_stepper_says_where_we_are(look, shown):
    stepper = shown(PhaseStepper(look))
    stepper.set_steps(STEPS)
    assert stepper.accessibleDescription() == "Deliberate, 2 of 3, 3 of 6 min"


def test_compact_stepper_is_narrower_and_has_tooltips(look, shown):
    stepper = shown(PhaseStepper(look))
    stepper.set_steps(STEPS)
    wide = stepper.sizeHint().width()
    stepper.set_compact(True)
    assert stepper.sizeHint().width() < wide
    last = QPointF(stepper.sizeHint().width() - 5, 29)
    assert stepper.words_at(last) == "Consult, 6 min, to come"
    assert stepper.words_at(QPointF(7, 29)) == "Brief, 3 of 3 min, done"


# --- Buttons and switches ---------------------------------------------------------------------


def test_main_action_is_the_largest_and_says_when_it_shows(look, shown):
    button = shown(main_action_button(look, "Close hand-in"))
    assert button.sizeHint() == QSize(240, 52)
    assert color_at(button, 120, 5) == look.colors.primary
    set_main_action(button, "Show the moves", shows=True)
    assert color_at(button, 120, 5) == look.colors.live
    assert button.accessibleName() == "Show the moves"


@pytest.mark.parametrize("filled", [True, False])
def test_show_is_vermilion(look, shown, filled):
    button = shown(show_button(look, filled=filled))
    ground = color_at(button, 6, 6)
    assert ground == (look.colors.live if filled else look.colors.surface)


def test_ampersand_is_text(look, shown):
    button = shown(outline_button(look, "Moves & gauges"))
    assert button.label == "Moves & gauges"
    assert button.accessibleName() == "Moves & gauges"
    assert button.shortcut().isEmpty()


def test_icon_alone_has_a_name_and_a_tooltip(look, shown):
    button = shown(icon_button(look, "undo-2", "Undo"))
    assert (button.accessibleName(), button.toolTip()) == ("Undo", "Undo")
    assert button.sizeHint() == QSize(36, 36)


def test_chips_choose_one(look, shown):
    group = shown(ChipGroup(look, "Kind", (Chip("n", "Note"), Chip("q", "Quote"))))
    group.set_selected("n")
    chosen = []
    group.chosen.connect(chosen.append)
    QTest.mouseClick(part(group, "Quote"), LEFT)
    QTest.mouseClick(part(group, "Quote"), LEFT)
    assert group.selected() == ("q",)
    assert chosen == ["q", "q"]
    assert part(group, "Note").height() >= 28


def test_chips_choose_several(look, shown):
    chips = tuple(Chip(name, name, place) for place, name in enumerate(("US", "Japan", "ROK")))
    group = shown(ChipGroup(look, "Seats", chips, several=True))
    for name in ("ROK", "US"):
        QTest.mouseClick(part(group, name), LEFT)
    assert group.selected() == ("US", "ROK")
    assert part(group, "ROK").accessibleDescription() == "triangle"


ANSWERS = (Segment("s", "Supports"), Segment("a", "Accepts"), Segment("o", "Objects"))


def test_switch_starts_open_and_takes_one_answer(look, shown):
    switch = shown(SegmentedSwitch(look, "Answer", ANSWERS, answers=True))
    assert switch.chosen_key() is None
    chosen = []
    switch.chosen.connect(chosen.append)
    QTest.mouseClick(part(switch, "Objects"), LEFT)
    QTest.mouseClick(part(switch, "Objects"), LEFT)
    QTest.mouseClick(part(switch, "Accepts"), LEFT)
    assert chosen == ["o", "a"]
    assert switch.accessibleDescription() == "Accepts"
    assert color_at(part(switch, "Accepts"), 5, 18) == look.colors.primary


def test_switch_can_be_set_and_opened_again_in_silence(look, shown, qtbot):
    switch = shown(SegmentedSwitch(look, "Answer", ANSWERS))
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_chosen("s")
        switch.set_chosen(None)
    assert switch.chosen_key() is None


def test_switch_works_by_keys(look, shown, qtbot):
    switch = shown(SegmentedSwitch(look, "Answer", ANSWERS, answers=True))
    first = part(switch, "Supports")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = QApplication.focusWidget()
    assert second.accessibleName() == "Accepts"
    assert switch.chosen_key() is None
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert switch.chosen_key() == "a"


def test_stepper_stays_within_its_bounds(look, shown):
    stepper = shown(CountStepper(look, "Change", low=-1, high=1, signed=True))
    stepper.set_value(0)
    values = []
    stepper.value_changed.connect(values.append)
    for _ in range(3):
        QTest.mouseClick(part(stepper, "Change: one less"), LEFT)
    assert values == [-1]
    assert stepper.accessibleDescription() == "−1"


# --- Text, notices, pictures ------------------------------------------------------------------


def test_label_takes_no_markup(look, shown):
    label = shown(TextLabel(look, "<b>bold</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_elided_label_has_the_whole_text_as_tooltip(look, shown):
    label = shown(ElidedLabel(look, "A07 Coercion relief, joint, and more"))
    label.resize(60, 20)
    assert label.is_shortened()
    assert label.toolTip() == "A07 Coercion relief, joint, and more"
    label.resize(600, 20)
    assert not label.is_shortened()
    assert label.toolTip() == ""


def test_banner_shows_one_notice_and_asks(look, shown, qtbot):
    banner = shown(Banner(look))
    banner.set_notice(Notice("Room display disconnected.", "warn", "Put it back"))
    assert banner.isVisible()
    assert banner.accessibleDescription() == "Room display disconnected."
    with qtbot.waitSignal(banner.action_requested):
        QTest.mouseClick(part(banner, "Put it back"), LEFT)
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(part(banner, "Close this notice"), LEFT)
    assert not banner.isVisible()


def test_live_thumbnail_is_large_enough_and_framed(look, shown):
    picture = shown(Thumbnail(look, "On screen", live=True))
    picture.resize(picture.minimumSize())
    assert picture.width() - 6 >= 324
    assert picture.height() - 6 >= 182
    assert picture.heightForWidth(332) == 189
    assert color_at(picture, 100, 1) == look.colors.live


def test_blank_thumbnail_is_black(look, shown):
    picture = shown(Thumbnail(look, "On screen", live=True))
    picture.set_blank()
    assert color_at(picture, 160, 90) == "#000000"
    assert picture.accessibleDescription() == "The screen is blank."


def test_thumbnail_scales_the_painters_room(look, shown):
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 1920, 1080, QColor("#123456"))

    picture = shown(Thumbnail(look, "On screen", live=True))
    picture.set_picture(paint, "A colour")
    corners = ((8, 8), (321, 8), (8, 179), (321, 179))
    assert {color_at(picture, *corner) for corner in corners} == {"#123456"}


def test_thumbnail_fills_its_frame_whatever_the_picture(look, shown):
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    picture = shown(Thumbnail(look, "Ready to show", live=False))
    picture.set_picture(image, "A square")
    assert {color_at(picture, x, 50) for x in (6, 92, 177)} == {"#123456"}


def test_absent_display_is_said_in_words(look, shown):
    picture = shown(Thumbnail(look, "On screen", live=True))
    picture.set_absent()
    assert picture.accessibleDescription() == "No room display"


def test_note_grows_with_its_text(look, shown):
    note = shown(NoteEdit(look, "Note", lines=(2, 4)))
    low = note.height()
    note.set_text("\n".join("one line" for _ in range(4)))
    grown = note.height()
    note.set_text("\n".join("one line" for _ in range(40)))
    assert low < grown == note.height()


def test_note_grows_when_it_is_made_narrow(look, shown):
    note = shown(NoteEdit(look, "Note", lines=(2, 6)))
    note.set_text("We need an answer that our own voters can repeat, and soon.")
    note.setFixedWidth(160)
    QApplication.processEvents()
    assert note.verticalScrollBar().maximum() == 0


def test_note_set_by_the_program_is_no_edit(look, shown, qtbot):
    note = shown(NoteEdit(look, "Note"))
    with qtbot.assertNotEmitted(note.edited):
        note.set_text("A draft")
    with qtbot.waitSignal(note.edited):
        QTest.keyClicks(note, "!")
    assert note.text() == "A draft!"


def test_hint_gives_way_to_a_long_line(look, shown):
    line = shown(HandInLine(look, "Hand-in"))
    line.resize(500, 42)
    assert line.hint_is_shown()
    line.setText("bomber visit, host Japan, target PRC, joint with Japan")
    assert not line.hint_is_shown()


# --- All together -----------------------------------------------------------------------------


def test_a_dead_widget_does_not_hear_of_a_new_theme(look, qapp):
    for made in (Card(), TimerRow(look), SegmentedSwitch(look, "A", ANSWERS), NoteEdit(look, "N")):
        made.deleteLater()
    del made
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.set_theme(load_theme("dark"))


def test_text_size_reaches_every_label(look, shown):
    label = shown(TextLabel(look, "Text", TextStyle.BODY))
    button = shown(Button(look, "Save", Kind.OUTLINE))
    look.set_factor(1.5)
    assert label.font().pixelSize() == 21
    assert button.font().pixelSize() == 21
