"""Copies of a deck, each broken in another way, and the fault that must follow.

A copy is made by replacing a snippet; the line that the fault must name is found by looking for
`at` (or the new text) in the broken file, so that the deck may be edited freely.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.deck.read import check_deck


@dataclass(frozen=True)
class Break:
    """What is replaced by what, and the fault that must follow: code, place, words said.

    The snippet is looked for after `after`, where that is said.
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    says: str
    at: str = ""
    after: str = ""


def break_deck(folder: Path, case: Break) -> int:
    """Break a copy; the line of the fault that must follow."""
    path = folder / case.file
    text = path.read_text("utf-8")
    assert case.after in text, f"{case.file} no longer says {case.after!r}"
    start = text.find(case.old, text.index(case.after))
    assert start >= 0, f"{case.file} no longer says {case.old!r}"
    broken = text[:start] + case.new + text[start + len(case.old) :]
    path.write_text(broken, "utf-8", newline="")
    found = broken.index(case.at, max(0, start - 400)) if case.at else _first_change(case, start)
    return broken.count("\n", 0, found) + 1


def _first_change(case: Break, start: int) -> int:
    """Where the first new line begins that is not as before, so far as whole lines are the same."""
    same = 0
    for old, new in zip(case.old.splitlines(True), case.new.splitlines(True), strict=False):
        if old != new:
            break
        same += len(old)
    return start + same


def faults_of(folder: Path) -> list[tuple[str, int | None, str, str]]:
    """File, line, code and all that is said of every fault."""
    return [
        (fault.file, fault.line, fault.code, f"{fault.message} {fault.hint}")
        for fault in check_deck(folder).faults
        if fault.severity == "fault"
    ]
