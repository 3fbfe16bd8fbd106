"""All gauges in one line for the facilitator; open, a row each. Never for the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.core.book import Book
from app.core.state import State
from app.gui.layouts import holding, scrolled
from app.gui.theme import Look, TextStyle
from app.gui.widgets.card import Card
from app.gui.widgets.mini_track import MiniTrack, Reading
from app.gui.widgets.text_label import TextLabel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_OPEN = 150
Family = tuple[str, tuple[tuple[str, int], ...]]


def by_family(book: Book, state: State) -> tuple[Family, ...]:
    """Each family with its gauges' owners and values; a gauge without an owner has no name."""
    shorts = {seat.id: seat.short for seat in book.deck.seats}
    found: list[Family] = []
    for family in book.deck.families:
        gauges = [gauge for gauge in book.deck.gauges if gauge.family == family.id]
        if len(gauges) == 1 or any(gauge.of is None for gauge in gauges):
            found += [(g.name, (("", state.gauges[g.id]),)) for g in gauges]
            continue
        named = [
            (shorts.get(g.of or "") or book.name(g.of or ""), state.gauges[g.id]) for g in gauges
        ]
        found.append((family.name, tuple(named)))
    return tuple(found)


class _Strip(QAbstractButton):
    """The line itself: family above its values; compact, all in one row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._families: tuple[Family, ...] = ()
        self._compact = False
        self.setCheckable(True)
        self.setAccessibleName("Gauges")
        self.setObjectName("gauges")
        self.setToolTip("Open the gauges. They are private.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_families(self, families: tuple[Family, ...]) -> None:
        """Show other values."""
        self._families = families
        words = [f"{name} " + ", ".join(f"{o} {v}".strip() for o, v in g) for name, g in families]
        self.setAccessibleDescription(". ".join(words))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """One row of text in place of two."""
        self._compact = compact
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, round((36 if self._compact else 46) * self._look.factor))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - 44.0
        left = 14.0
        if self._compact:
            left = self._word(painter, left, 0, self.height(), TextStyle.SMALL_STRONG, "Gauges")
            left += 16
        for place, (name, gauges) in enumerate(self._families):
            width = self._width(name, gauges)
            rest = sum(len(g) for _, g in self._families[place:])
            more = f"{rest} more"
            if left + width + (60 if place < len(self._families) - 1 else 0) > room:
                y, height = (0, self.height()) if self._compact else (8, self.height() - 16)
                self._word(painter, room - 44, y, height, TextStyle.SMALL, more)
                break
            self._family(painter, left, name, gauges)
            left += width + (22 if self._compact else 30)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        area = QRectF(self.width() - 32, self.height() / 2 - 9, 18, 18)
        self._look.icons.paint(painter, area, chevron, self._look.colors.ink2)
        if self.hasFocus():
            painter.setPen(self._look.color("focus"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)
        painter.end()

    def _family(
        self, painter: QPainter, left: float, name: str, gauges: tuple[tuple[str, int], ...]
    ) -> None:
        if self._compact:
            box = (0.0, float(self.height()))
            left = self._word(painter, left, *box, TextStyle.SMALL, name) + 5
        else:
            box = (self.height() / 2, self.height() / 2 - 5)
            self._word(painter, left, 5, self.height() / 2 - 5, TextStyle.MICRO, name)
        for place, (owner, value) in enumerate(gauges):
            if owner:
                left = self._word(painter, left, *box, TextStyle.SMALL, owner) + 4
            left = self._word(painter, left, *box, TextStyle.SMALL_STRONG, str(value), "ink")
            left += (6 if self._compact else 10) if place < len(gauges) - 1 else 0

    def _word(
        self,
        painter: QPainter,
        left: float,
        top: float,
        height: float,
        style: TextStyle,
        text: str,
        role: str = "ink2",
    ) -> float:
        font = self._look.font(style)
        painter.setFont(font)
        painter.setPen(self._look.color(role))
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QRectF(left, top, width + 2, height), _LEFT, text)
        return left + width

    def _width(self, name: str, gauges: tuple[tuple[str, int], ...]) -> float:
        small = QFontMetricsF(self._look.font(TextStyle.SMALL))
        strong = QFontMetricsF(self._look.font(TextStyle.SMALL_STRONG))
        values = sum(
            (small.horizontalAdvance(o) + 4 if o else 0) + strong.horizontalAdvance(str(v))
            for o, v in gauges
        ) + (6 if self._compact else 10) * (len(gauges) - 1)
        named = QFontMetricsF(
            self._look.font(TextStyle.SMALL if self._compact else TextStyle.MICRO)
        ).horizontalAdvance(name)
        return named + 5 + values if self._compact else max(named, values)


class GaugeStrip(Card):
    """Shows the line; pressed, a row for each gauge below it."""

    def __init__(self, book: Book, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("surface", "Gauges", parent)
        self._book, self._look = book, look
        self._strip = _Strip(look)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(14, 0, 14, 8)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(3, 1)
        self._tracks: dict[str, tuple[MiniTrack, TextLabel]] = {}
        for place, gauge in enumerate(book.deck.gauges):
            track = MiniTrack(look, gauge.name, Reading(0, 0))
            value = TextLabel(look, "", TextStyle.SMALL, even_digits=True)
            self._rows.addWidget(TextLabel(look, gauge.name, TextStyle.SMALL), place, 0)
            self._rows.addWidget(track, place, 1)
            self._rows.addWidget(value, place, 2)
            self._tracks[gauge.id] = (track, value)
        self._body = scrolled(holding(self._rows), "gauge_rows")
        self._body.setMaximumHeight(_OPEN)
        self._body.hide()
        self._strip.toggled.connect(self._body.setVisible)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._strip)
        self.column.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_view(self, state: State) -> None:
        """Show the gauges as they stand."""
        self._strip.set_families(by_family(self._book, state))
        for gauge, (track, value) in self._tracks.items():
            now, was = state.gauges[gauge], state.now.opening.get(gauge, state.gauges[gauge])
            track.set_reading(Reading(now, was))
            value.setText(f"{now}, {self._book.band(gauge, now)}")

    def set_compact(self, compact: bool) -> None:
        """One row of text in place of two."""
        self._strip.set_compact(compact)
