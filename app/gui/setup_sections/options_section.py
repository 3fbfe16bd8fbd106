"""Section 5: minutes by phase, how effects are ruled on, when the poll is opened, dice."""

from __future__ import annotations

import re
from typing import Literal, cast

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from app.core.values import TURN_PHASES, Mode, Policy, Setup
from app.deck.model import Deck, PhaseMinutes
from app.gui.home_rows import length
from app.gui.layouts import column, holding, name_parts, row
from app.gui.setup_sections.section import Section
from app.gui.theme import Look, TextStyle
from app.gui.widgets.line_edit import LineEdit
from app.gui.widgets.segmented import Segment, SegmentedSwitch
from app.gui.widgets.text_label import TextLabel

Order = Literal["one seat at a time", "all at once"]
Dice = Literal["thrown", "program", "none"]

_MODES = (Segment("rigid", "Rigid"), Segment("semi-rigid", "Semi-rigid"), Segment("free", "Free"))
_POLICIES = (
    Segment("after turn 3 and at the end", "After turn 3, and at the end"),
    Segment("every turn", "Every turn"),
    Segment("at the end", "At the end"),
)
_ORDERS = (
    Segment("one seat at a time", "One seat at a time"),
    Segment("all at once", "All at once"),
)
_DICE = (
    Segment("thrown", "Thrown on the table"),
    Segment("program", "By program"),
    Segment("none", "None"),
)
_MOST_MINUTES = 240
_BREAK_AFTER = 3
"""The turn after which the poll may be opened half-way."""
_TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


class OptionsSection(Section):
    """How the exercise is run."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 5, "Options")
        self.remark.setText("A change to a printed effect always needs a reason")
        self._deck: Deck | None = None
        self._fields = {phase.value: self._minutes_field(phase.value) for phase in TURN_PHASES}
        self._minutes = {name: self._titled(name, field) for name, field in self._fields.items()}
        self.column.addLayout(row(*self._minutes.values(), None, spacing=12))
        self.total = TextLabel(look, "", TextStyle.SMALL, "ink2", wrap=True)
        self.column.addWidget(self.total)
        self._mode = self._switch("Adjudication", "setup_mode", _MODES, "semi-rigid")
        self._policy = self._switch("Open the poll", "setup_policy", _POLICIES, _POLICIES[0].key)
        self._order = self._switch("Reveal moves", "setup_order", _ORDERS, _ORDERS[0].key)
        self.seed = LineEdit(look, "Seed of the program's dice")
        self.seed.setObjectName("setup_seed")
        self.seed.setValidator(QIntValidator(0, 2**31 - 1, self.seed))
        self.seed.setFixedWidth(110)
        self.seed.setToolTip("The same seed throws the same dice.")
        self._seed_label = self.label("Seed")
        self._dice = self._switch(
            "Dice", "setup_dice", _DICE, "thrown", self._seed_label, self.seed
        )
        self._dice.chosen.connect(self._show_seed)
        self._show_seed()

    def set_deck(self, deck: Deck, proposed: Setup) -> None:
        """Show the minutes of a deck's first turn unless others are proposed; a phase that the
        deck leaves out has no field.
        """
        self._deck = deck
        self.seed.setText(str(proposed.seed))
        self._mode.set_chosen(proposed.mode)
        self._offer_policies(len(deck.turns), proposed.reveal_policy)
        self._order.set_chosen(proposed.reveal_order)
        self._dice.set_chosen(proposed.dice)
        self._show_seed()
        own = dict(proposed.minutes)
        for name, field in self._fields.items():
            planned = getattr(deck.turns[0].minutes, name)
            field.setText("" if planned is None else str(own.get(name, planned)))
            self._minutes[name].setVisible(planned is not None)
        self.set_start("")

    def _offer_policies(self, turns: int, proposed: Policy) -> None:
        """Where the game ends with the break, or before it, the end is the break."""
        half_way = _POLICIES[0].key
        keys = [part.key for part in _POLICIES if part.key != half_way or turns > _BREAK_AFTER]
        self._policy.offer(*keys)
        self._policy.set_chosen(proposed if proposed in keys else "at the end")

    def set_start(self, start: str) -> None:
        """Say how long it takes, and when it ends if the start is a time of day."""
        if self._deck is None:
            return
        about, turns = self._deck.about, self._deck.turns
        around = about.turn_zero_minutes + about.hot_wash_minutes
        whole = around + sum(self._length(turn.minutes) for turn in turns)
        each = self._length(turns[0].minutes)
        ends = ends_at(start, whole)
        self.total.setText(
            f"{each} minutes a turn, {len(turns)} turns, {about.turn_zero_minutes} before and "
            f"{about.hot_wash_minutes} after: {length(whole)}{f', ends {ends}' if ends else ''}."
        )

    def minutes(self) -> tuple[tuple[str, int], ...]:
        """The minutes that differ from the deck's, by phase; they then hold for every turn."""
        if self._deck is None:
            return ()
        planned = self._deck.turns[0].minutes
        typed = ((name, field.text()) for name, field in self._fields.items())
        return tuple(
            (name, int(text))
            for name, text in typed
            if text and int(text) != getattr(planned, name)
        )

    @property
    def mode(self) -> Mode:
        """The adjudication mode."""
        return cast("Mode", self._mode.chosen_key())

    @property
    def policy(self) -> Policy:
        """When the poll is opened."""
        return cast("Policy", self._policy.chosen_key())

    @property
    def order(self) -> Order:
        """How moves are turned over."""
        return cast("Order", self._order.chosen_key())

    @property
    def dice(self) -> Dice:
        """Who throws the dice."""
        return cast("Dice", self._dice.chosen_key())

    def _length(self, planned: PhaseMinutes) -> int:
        changed = dict(self.minutes())
        return sum(
            changed.get(name, getattr(planned, name) or 0)
            for name in self._fields
            if getattr(planned, name) is not None
        )

    def _titled(self, name: str, field: LineEdit) -> QWidget:
        return holding(column(self.label(name.capitalize()), field, spacing=3))

    def _minutes_field(self, name: str) -> LineEdit:
        field = LineEdit(self.look, f"Minutes for {name.capitalize()}")
        field.setObjectName(f"setup_minutes_{name}")
        field.setValidator(QIntValidator(0, _MOST_MINUTES, field))
        field.setFixedWidth(66)
        field.textChanged.connect(self.tell)
        return field

    def _switch(
        self,
        label: str,
        object_name: str,
        segments: tuple[Segment, ...],
        chosen: str,
        *beside: QWidget,
    ) -> SegmentedSwitch:
        switch = SegmentedSwitch(self.look, label, segments)
        switch.set_chosen(chosen)
        name_parts(switch, object_name)
        switch.chosen.connect(self.tell)
        self.field_row(label, switch, *beside, None, width=100)
        return switch

    def _show_seed(self, *_: object) -> None:
        by_program = self.dice == "program"
        self.seed.setVisible(by_program)
        self._seed_label.setVisible(by_program)


def is_time_of_day(text: str) -> bool:
    """Whether this is a time such as '13:30'."""
    return _TIME_OF_DAY.fullmatch(text.strip()) is not None


def ends_at(start: str, minutes: int) -> str:
    """The time of day so many minutes after another ('13:30'); empty where that is none."""
    if not is_time_of_day(start):
        return ""
    hours, _, rest = start.strip().partition(":")
    end = int(hours) * 60 + int(rest) + minutes
    return f"{end // 60 % 24}:{end % 60:02d}"
