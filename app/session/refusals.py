"""What the session itself refuses, before the rules are asked."""

from __future__ import annotations

from app.core.actions import Refusal
from app.session.codec import NotReadBack, NotRecordable
from app.session.text import MOST_CHARACTERS, TextTooLong

NOTHING_TO_UNDO = Refusal("NothingToUndo", "There is nothing to undo.")
NOTHING_TO_REDO = Refusal("NothingToRedo", "There is nothing to redo.")
NOT_A_NUMBER = Refusal("NotANumber", "One of the values is not a number that can be kept.")
UNDONE_SINCE = Refusal(
    "UndoneSince",
    "What the room saw before has been undone since.",
    "Stage it anew and show it.",
)


def not_kept(problem: NotRecordable) -> Refusal:
    """The refusal of an action that the record could not be read back from."""
    if not isinstance(problem, NotReadBack):
        return NOT_A_NUMBER
    return Refusal(
        "NotRecordable",
        f"This cannot be recorded: {problem}.",
        "Choose one of the values that there are.",
    )


def too_long(problem: TextTooLong) -> Refusal:
    """The refusal of a text that is longer than can be kept."""
    return Refusal(
        "TextTooLong",
        f"A text has {problem.length:,} characters; {MOST_CHARACTERS:,} can be kept.",
        "Shorten it, or divide it.",
    )
