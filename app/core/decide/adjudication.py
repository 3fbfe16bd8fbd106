"""Adjudication: rulings on lines, added lines, the challenge."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import RULED_STEPS, Book
from app.core.decide.door import Decision, answer, no_such_seat, not_now, short_reason
from app.core.decide.matrix import Outcome, argument_refused, result, thrown
from app.core.proposal import added_values, change_allowed, proposed_ledger
from app.core.state import State
from app.core.values import AddedLine, Argument, LedgerLine, Phase, Ruling
from app.core.why import signed


@answer.register
def _(action: do.RuleLine, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.ADJUDICATE, what="Ruling on a line")
    if refusal:
        return refusal
    refusal = _challenge_stands(state, action.ruling.line)
    if refusal:
        return refusal
    line = _line(book, state, action.ruling.line)
    if line is None:
        return Refusal("NoSuchLine", f"This turn has no line {action.ruling.line}.")
    allowed = change_allowed(state, line)
    if action.ruling.value not in allowed.values:
        may = " or ".join(signed(value) for value in allowed.values)
        way_on = f"It may be set to {may}." if may else ""
        return Refusal("NotARuling", f"{allowed.words}", way_on)
    return short_reason(action.ruling.reason) or (ev.LineRuled(action.ruling),)


@answer.register
def _(action: do.WithdrawRuling, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.ADJUDICATE, what="Withdrawing a ruling")
    if refusal is None and not any(r.line == action.line for r in state.now.rulings):
        refusal = Refusal("NotRuled", "There is no ruling on this line.")
    refusal = refusal or _challenge_stands(state, action.line)
    return refusal or (ev.RulingWithdrawn(action.line),)


@answer.register
def _(action: do.AddLine, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.ADJUDICATE, what="Adding a line")
    refusal = refusal or _added_refused(book, state, action.line)
    return refusal or (ev.LineAdded(action.line),)


@answer.register
def _(action: do.Challenge, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.ADJUDICATE, what="A challenge")
    if refusal is None and state.now.challenge is not None:
        refusal = Refusal("ChallengedAlready", "This turn's challenge has been used.")
    if refusal:
        return refusal
    line = _line(book, state, action.line)
    if line is None or not _may_be_challenged(line, action.value):
        return Refusal(
            "NotAChallenge", "A challenge changes one printed line by one step, or cancels it."
        )
    argument = thrown(state, action.argument)
    refusal = no_such_seat(book, argument.seat) or argument_refused(argument)
    if refusal:
        return refusal
    total, outcome = result(argument)
    if outcome == "catch" and action.catch is None:
        return Refusal("CatchMissing", f"{total}: it succeeds with a catch.", "Name the catch.")
    if action.catch is not None and outcome == "catch":
        refusal = _catch_refused(book, action.catch)
    return refusal or (_settled(line, action, argument, total, outcome),)


def _settled(
    line: LedgerLine, action: do.Challenge, argument: Argument, total: int, outcome: Outcome
) -> ev.ChallengeSettled:
    value = {
        "full": action.value,
        "catch": action.value,
        "backfires": line.made - (1 if action.value > line.made else -1),
    }.get(outcome)
    reason = f"Challenge: {argument.action}"
    ruling = None if value is None else Ruling(line.key, value, reason)
    catch = action.catch if outcome == "catch" else None
    return ev.ChallengeSettled(line.key, argument, total, outcome, ruling, catch)


def _may_be_challenged(line: LedgerLine, value: int) -> bool:
    is_ruled_step = line.step in RULED_STEPS
    return is_ruled_step and value != line.made and (value == 0 or abs(value - line.made) == 1)


def _line(book: Book, state: State, key: str) -> LedgerLine | None:
    return next((x for x in proposed_ledger(book, state).lines if x.key == key), None)


def _challenge_stands(state: State, line: str) -> Refusal | None:
    """A refusal where this turn's challenge has settled the line."""
    challenge = state.now.challenge
    if challenge is None or challenge.ruling is None or challenge.ruling.line != line:
        return None
    return Refusal(
        "ChallengeStands",
        "This line was settled by the turn's challenge, and stays as it was settled.",
        "Undo the challenge, or add a line with a reason.",
    )


def _catch_refused(book: Book, catch: AddedLine) -> Refusal | None:
    """A catch is one unwanted step, in every adjudication mode."""
    refusal = _no_such_gauge(book, catch)
    if refusal is None and abs(catch.change) != 1:
        refusal = Refusal("NotARuling", "A catch is one step, up or down.")
    return refusal or short_reason(catch.reason)


def _no_such_gauge(book: Book, line: AddedLine) -> Refusal | None:
    known = [gauge.id for gauge in book.deck.gauges]
    if line.gauge in known:
        return None
    words = f"The deck has no gauge {line.gauge}."
    return Refusal("NoSuchGauge", words, f"Its gauges: {', '.join(known)}.")


def _added_refused(book: Book, state: State, line: AddedLine) -> Refusal | None:
    refusal = _no_such_gauge(book, line)
    if refusal:
        return refusal
    values = added_values(state)
    if line.change not in values:
        may = " or ".join(signed(value) for value in values)
        if len(values) > 2:
            may = f"a whole step from {signed(values[0])} to {signed(values[-1])}, and not 0"
        words = f"An added line is {may}." if values else "Rigid adjudication: no added lines."
        return Refusal("NotARuling", words)
    return short_reason(line.reason)
