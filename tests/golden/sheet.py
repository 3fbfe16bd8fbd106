"""The sheet that a transcript is written on: titles, paragraphs, and what the room could see."""

from __future__ import annotations

import re
import textwrap

from app.core.actions import Refusal
from app.core.book import Book
from app.core.display import plain_text
from app.core.room import picture
from app.core.values import Item
from app.session.exercise import Exercise

WIDTH = 100


class Sheet:
    """Lines of text about an exercise. `state` is what is being told of."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.lines: list[str] = []
        self.state = exercise.state

    @property
    def book(self) -> Book:
        """The deck as it is played, with the session's own cards."""
        return self.exercise.book

    def text(self) -> str:
        """The page as it stands, never two empty lines in a row."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip() + "\n"

    # --- Writing ---------------------------------------------------------------------------------

    def title(self, text: str, under: str) -> None:
        self.lines += ["", text, under * len(text)]

    def say(self, text: str, indent: int = 0) -> None:
        """A paragraph; lines after the first stand four further in."""
        first, rest = " " * indent, " " * (indent + 4)
        self.lines += textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)

    def room(self, *items: Item) -> None:
        """What the room could be shown now, or why not."""
        for item in items:
            shown = picture(self.book, self.state, item, self.exercise.entries[-1].seq)
            name = " ".join(str(part) for part in (item.kind, item.turn, item.ref) if part)
            if isinstance(shown, Refusal):
                self.say(f"[The room cannot be shown {name}: {shown.sentence}]")
                continue
            self.lines += ["", f"    In the room ({name}):"]
            for line in plain_text(shown).splitlines():
                bar = "    | "
                self.lines += textwrap.wrap(
                    line, WIDTH - 12, initial_indent=bar, subsequent_indent=bar + "  "
                )
            self.lines.append("")

    def who(self, seat: str) -> str:
        return self.book.name(seat)

    def gauges(self, values: dict[str, int]) -> str:
        return " · ".join(
            f"{self.book.gauge(g).name} {value} {self.book.band(g, value)}"
            for g, value in values.items()
        )
