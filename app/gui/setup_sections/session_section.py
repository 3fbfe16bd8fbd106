"""Section 1: what the session is called, where and when it takes place, and what for."""

from __future__ import annotations

from app.core.values import Setup
from app.gui.layouts import name_parts
from app.gui.setup_sections.section import Section
from app.gui.theme import Look
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch

_KINDS = (Segment("real", "Real"), Segment("rehearsal", "Rehearsal"))


class SessionSection(Section):
    """Title (required), place, start, purpose, and whether this is a rehearsal."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 1, "Session")
        self.title = _field(look, "Title", "setup_title")
        self.place = _field(look, "Place", "setup_place", "Where you meet")
        self.start = _field(look, "Planned start", "setup_start_time", "13:30")
        self.start.setFixedWidth(72)
        self.purpose = _field(look, "Purpose", "setup_purpose", "What this group should take home")
        self.kind = SegmentedSwitch(look, "Real or rehearsal", _KINDS)
        self.kind.set_chosen("real")
        name_parts(self.kind, "setup_kind")
        self.field_row("Title", (self.title, 1), self.kind)
        self.field_row("Place", (self.place, 1), self.label("Start"), self.start)
        self.field_row("Purpose", (self.purpose, 1))
        for field in (self.title, self.place, self.start, self.purpose):
            field.textChanged.connect(self.tell)
        self.kind.chosen.connect(self.tell)

    def set_setup(self, proposed: Setup) -> None:
        """Fill in what is proposed."""
        self.title.setText(proposed.title)
        self.place.setText(proposed.place)
        self.start.setText(proposed.planned_start)
        self.purpose.setText(proposed.purpose)
        self.kind.set_chosen("rehearsal" if proposed.rehearsal else "real")

    @property
    def is_rehearsal(self) -> bool:
        """Whether it is marked as a rehearsal."""
        return self.kind.chosen_key() == "rehearsal"


def _field(look: Look, name: str, object_name: str, placeholder: str = "") -> LineEdit:
    field = LineEdit(look, name, placeholder)
    field.setObjectName(object_name)
    return field
