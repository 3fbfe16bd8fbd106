"""Checks of conditions on the record: who was in touch, marks, lists, texts that were signed."""

from __future__ import annotations

from app.deck.faults import listed
from app.deck.known import Known
from app.deck.model import Condition, GapTest, LineTest
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.scope import Scope, WhoCheck


class RecordCheck:
    """Checks the names in such conditions; `tested_marks` are the marks that it has seen."""

    def __init__(self, known: Known, report: Report, who: WhoCheck) -> None:
        self._known = known
        self._report = report
        self._who = who
        self.tested_marks: set[str] = set()

    def check(self, path: Path, condition: Condition, scope: Scope) -> None:
        """What a condition asks of the record, what is inside it left aside."""
        known = self._known
        for word in ("in_touch", "member", "signed", "gap"):
            test = getattr(condition, word)
            if test is not None:
                self._who.check((*path, word, "seat"), test.seat, scope, only_seats=True)
        if condition.mark is not None:
            self.tested_marks.add(condition.mark.mark)
            self._report.one_of((*path, "mark", "mark"), known.marks, condition.mark.mark)
        if condition.member is not None:
            self._report.one_of((*path, "member", "of"), known.lists, condition.member.of)
        if condition.signed is not None:
            self._report.one_of((*path, "signed", "of"), known.procedures, condition.signed.of)
        if condition.line is not None:
            self._line((*path, "line"), condition.line)
        if condition.gap is not None:
            self._gap((*path, "gap"), condition.gap, scope)

    def _line(self, path: Path, test: LineTest) -> None:
        """A line of a known text, settled as one of its options."""
        self._report.one_of((*path, "of"), self._known.procedures, test.of)
        text = self._known.text.get(test.of)
        if text is None:
            return
        lines = {line.id: line for line in reversed(text.lines)}
        if test.line not in lines:
            self._report.unknown((*path, "line"), f"line of '{text.id}'", test.line, lines)
            return
        options = lines[test.line].options
        for at, option in enumerate(test.which):
            if option not in options:
                kind = f"option of the line '{test.line}'"
                self._report.unknown((*path, "is", at), kind, option, options)

    def _gap(self, path: Path, test: GapTest, scope: Scope) -> None:
        """The gap is known once the last poll is in, and only where the deck measures one."""
        if not scope.at_end:
            message = "The perception gap is known at the end of an exercise, not here."
            hint = "Only objectives and end states can ask for it."
            self._report.fault(path, "gap", message, hint)
        elif self._known.deck.gap is None and self._known.is_whole("polls"):
            message = "This deck does not say which poll item makes the perception gap."
            self._report.fault(path, "gap", message, "Add `gap:` to polls.yaml.")
        else:
            self._measured((*path, "seat"), test, scope)
        if test.at_least > test.at_most:
            message = f"No gap is at least {test.at_least:g} and at most {test.at_most:g}."
            self._report.fault((*path, "at_least"), "never", message)

    def _measured(self, path: Path, test: GapTest, scope: Scope) -> None:
        """Each of the seats is asked what it feels, so that its gap is measured."""
        known = self._known
        if not known.is_whole("polls", "seats", "adversaries") or not known.measured:
            return
        words = {"all": frozenset(known.seats.names), "self": frozenset({scope.holder} - {""})}
        for at, name in enumerate(test.seat):
            seats = words.get(name, known.members(name) & known.seats.names.keys())
            without = sorted(seats - known.measured)
            if without:
                message = f"No gap is measured for {listed(without, 'and')}."
                gap = known.deck.gap
                hint = f"Name a seat that '{gap.felt}' asks, or let it ask this one." if gap else ""
                self._report.fault((*path, at), "gap", message, hint)
