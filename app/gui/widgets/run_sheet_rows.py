"""What the rows of a run sheet say, and the model that holds them for a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Mark(StrEnum):
    """How an item stands to the room."""

    NONE = ""
    PRIVATE = "private"
    SHOWN = "was shown"
    ON_SCREEN = "on screen now"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading such as 'Turn 2', with a note such as '22 min' at the right."""

    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: `key` for the program, a Lucide icon, a title and its state in words."""

    key: str
    icon: str
    title: str
    detail: str = ""
    mark: Mark = Mark.NONE

    @property
    def label(self) -> str:
        """The row in words."""
        return ", ".join(part for part in (self.title, self.detail, str(self.mark)) if part)


Row: TypeAlias = Heading | Item


class RunSheetModel(QAbstractListModel):
    """Holds the rows. `ROW_ROLE` gives a `Heading` or an `Item`; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold other rows. Rows that only say something new keep their place and selection."""
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            old, self._rows = self._rows, rows
            for place, (before, after) in enumerate(zip(old, rows, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, key: str) -> int | None:
        """The row of the item `key`, None when there is no such item."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Item) and row.key == key:
                return place
        return None

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row.label if isinstance(row, Item) else f"{row.title}, {row.note}"
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Item):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _identity(row: Row) -> str:
    return row.key if isinstance(row, Item) else f"# {row.title}"
