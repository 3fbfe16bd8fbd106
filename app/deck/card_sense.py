"""Does a card make sense? Its cost and channels, who is told of it, what is chosen on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.deck.faults import listed, verb
from app.deck.known import Known
from app.deck.model import Choice, Move
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.signing_sense import check_signing


def check_card(at: int, move: Move, known: Known, report: Report) -> None:
    """All checks of sense on one card."""
    _card(at, move, known, report)
    _told(("moves", at, "addressee"), move, known, report)
    check_signing(("moves", at), move, known, report)
    _choices(at, move, known, report)
    _reminder(("moves", at, "remind"), move, known, report)


def _told(path: Path, move: Move, known: Known, report: Report) -> None:
    """Who may be told of it when it is quiet."""
    if not move.addressee:
        return
    if "quiet" not in move.channels:
        message = "Nobody is told of a card that cannot be played quietly."
        report.advice(path, "channel", message, "Add quiet to its channels, or leave this out.")
    elif known.is_whole("seats", "adversaries", "moves"):
        told = known.people(move.addressee, move)
        for choice in move.choices:
            if choice.id in move.addressee:
                told |= known.people(choice.of, move)
        if told == {move.seat}:
            message = f"Nobody can be told of it: '{move.seat}' plays it."
            report.fault(path, "channel", message, "Name another seat, or leave quiet out.")


def _reminder(path: Path, move: Move, known: Known, report: Report) -> None:
    """A sentence that the facilitator reads some turns later."""
    if move.remind is None:
        return
    phase = move.remind.phase
    if move.remind.turns < 1:
        message = "A reminder comes in a later turn than its card."
        report.fault((*path, "turns"), "never", message, "Write 1 for the next turn.")
    elif known.turns and move.remind.turns >= known.turns:
        message = f"There are only {known.turns} turns, so it is never read."
        report.fault((*path, "turns"), "never", message)
    plan = [turn.minutes for turn in known.deck.turns]
    if known.turns and all(getattr(minutes, phase) is None for minutes in plan):
        message = f"Every turn leaves out the phase '{phase}', so it is never read."
        report.fault((*path, "phase"), "never", message, "Choose another phase.")


def _card(at: int, move: Move, known: Known, report: Report) -> None:
    path: Path = ("moves", at)
    seat = known.seat.get(move.seat)
    if seat is not None and known.is_whole("moves"):
        most = seat.effort + known.deck.economy.carry + known.most_bonus
        if move.cost > most:
            message = f"Nobody can ever pay this: {seat.id} never has more than {most} effort."
            report.fault((*path, "cost"), "never", message)
    repeated = [name for name, number in Counter(move.channels).items() if number > 1]
    if repeated:
        said = verb(repeated, "is", "are")
        message = f"{listed(repeated, 'and')} {said} said more than once."
        report.advice((*path, "channels"), "repeated", message)
    check_quiet((*path, "channels"), move.channels, known, report)


def check_quiet(path: Path, channels: Sequence[str], known: Known, report: Report) -> None:
    """Somebody else is there to be told of a quiet move."""
    if "quiet" in channels and known.is_whole("seats") and len(known.deck.seats) < 2:
        message = "A quiet move needs an addressee, and there is no other seat."
        report.fault(path, "channel", message, "Leave quiet out.")


def _choices(at: int, move: Move, known: Known, report: Report) -> None:
    for number, choice in enumerate(move.choices):
        path: Path = ("moves", at, "choices", number)
        if bool(choice.of) == bool(choice.options):
            message = "A choice is either `of` somebody or has `options`."
            report.fault(path, "choice", message, "Write one of the two.")
            continue
        if choice.id in {"host", "target"} and choice.options:
            message = f"'{choice.id}' is a role: it is chosen `of` seats, adversaries or groups."
            report.fault((*path, "options"), "choice", message)
        elif choice.id in {"host", "target"} and max(choice.count, choice.at_most or 0) > 1:
            word = "count" if choice.count > 1 else "at_most"
            message = f"A move has one {choice.id}, not {getattr(choice, word)}."
            hint = "Give a choice of several another id."
            report.fault((*path, word), "choice", message, hint)
            continue
        _number(path, choice, len(known.people(choice.of, move) or choice.options), known, report)
    _asked_in_a_circle(("moves", at, "choices"), move, report)


def _number(path: Path, choice: Choice, offered: int, known: Known, report: Report) -> None:
    """How many are to be named, out of those who are offered."""
    sure = known.is_whole("seats", "adversaries")
    most = choice.at_most
    if choice.count < 1 or (sure and choice.count > offered):
        message = f"{choice.count} are to be named, out of {offered}."
        report.fault((*path, "count"), "choice", message)
    elif most is not None and most < choice.count:
        message = f"At most {most} is less than {choice.count}, which are to be named."
        report.fault((*path, "at_most"), "choice", message, "Write a larger number.")
    elif most is not None and sure and most > offered:
        message = f"At most {most} are to be named, out of {offered}."
        report.fault((*path, "at_most"), "choice", message, f"Write {offered}, or leave it out.")


def _asked_in_a_circle(path: Path, move: Move, report: Report) -> None:
    """Choices that wait for each other's answers are never asked for."""
    waits = {choice.id: frozenset(choice.when) for choice in move.choices}
    for number, choice in enumerate(move.choices):
        seen: set[str] = set()
        ahead = set(choice.when)
        while ahead and choice.id not in seen:
            seen |= ahead
            ahead = {name for one in ahead for name in waits.get(one, ())} - seen
        if choice.id in seen and choice.id not in choice.when:
            message = f"'{choice.id}' is never asked for: it waits for its own answer."
            report.fault((*path, number, "when"), "cycle", message)
