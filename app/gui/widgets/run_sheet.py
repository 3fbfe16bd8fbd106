"""The run sheet: every item of the exercise in its order, with headings for the turns.

Two things are marked, and they differ often: the selected row is the facilitator's place, the
vermilion dot is what the room sees.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from app.gui.theme import Look
from app.gui.widgets.run_sheet_delegate import RunSheetDelegate
from app.gui.widgets.run_sheet_rows import ROW_ROLE, Item, Row, RunSheetModel

_WIDE, _NARROW = 248, 64


class RunSheet(QListView):
    """Shows the rows, 248 wide or, compact, 64.

    Signals:
        place_changed(str): a person went to the item of this key.
        staged(str): Enter or a double click on an item: make it ready to show.
    """

    place_changed = Signal(str)
    staged = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = RunSheetModel(self)
        self._delegate = RunSheetDelegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Run sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._stage)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self._fit)
        self.set_compact(False)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the place is kept where it still exists. Says nothing."""
        key = self.place()
        self._rows.set_rows(rows)
        self.set_place(key)

    def place(self) -> str | None:
        """The key of the selected item."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.key if isinstance(row, Item) else None

    def set_place(self, key: str | None) -> None:
        """Select the item `key`, or nothing; says nothing."""
        row = None if key is None else self._rows.place_of(key)
        index = QModelIndex() if row is None else self._rows.index(row)
        if index == self.currentIndex():
            return
        model = self.selectionModel()
        blocked = self.blockSignals(True)
        model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
        self.blockSignals(blocked)
        self.scrollTo(index)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, or the whole rows."""
        self._delegate.compact = compact
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._stage(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # plain letters are keys of the window, not a search
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Take the width; large text gets some more, for what it cannot hold is shortened."""
        grown = round((self._look.factor - 1) * 120)
        self.setFixedWidth(_NARROW if self._delegate.compact else _WIDE + grown)
        self.doItemsLayout()

    def _stage(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Item):
            self.staged.emit(row.key)

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, Item):
            self.place_changed.emit(row.key)
