"""Does a card make sense? Its cost and channels, who signs it, what is chosen on it."""

from __future__ import annotations

from collections import Counter

from app.deck.faults import listed
from app.deck.known import Known
from app.deck.model import Choice, Move, Names
from app.deck.positions import Path
from app.deck.report import Report


def check_card(at: int, move: Move, known: Known, report: Report) -> None:
    """All checks of sense on one card."""
    _card(at, move, known, report)
    _told(("moves", at, "addressee"), move, known, report)
    _signing(at, move, known, report)
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
        people = _people(move.addressee, move, known)
        for choice in move.choices:
            if choice.id in move.addressee:
                people |= _people(choice.of, move, known)
        if people == {move.seat}:
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
        message = f"{listed(repeated, 'and')} is said more than once."
        report.advice((*path, "channels"), "repeated", message)
    if "quiet" in move.channels and known.is_whole("seats") and len(known.deck.seats) < 2:
        message = "A quiet move needs an addressee, and there is no other seat."
        report.fault((*path, "channels"), "channel", message, "Leave quiet out.")


def _signing(at: int, move: Move, known: Known, report: Report) -> None:
    path: Path = ("moves", at)
    signing = move.signing
    if "joint" not in move.channels:
        if "signing" in move.model_fields_set:
            message = "Nobody signs a card that cannot be played jointly."
            report.advice((*path, "signing"), "signing", message, "Add joint to its channels.")
        return
    if not known.is_whole("seats", "adversaries"):
        return
    possible = _people(signing.of, move, known) & known.seats.names.keys() - {move.seat}
    if not signing.of:
        possible = known.seats.names.keys() - {move.seat}
    if not possible:
        message = "There is nobody who could sign this card."
        report.fault((*path, "channels"), "signing", message, "Leave joint out, or say who may.")
    among = _people(signing.among, move, known)
    counted = possible & among if among else possible
    if possible and signing.at_least > len(counted):
        message = f"{signing.at_least} have to sign, but only {len(counted)} can be asked."
        word = "among" if among else "at_least"
        report.fault((*path, "signing", word), "signing", message)
    if signing.at_least < 1:
        message = "A joint move needs at least one signature."
        report.fault((*path, "signing", "at_least"), "signing", message)
    if signing.at_most is not None and signing.at_most < signing.at_least:
        message = f"At most {signing.at_most} is less than at least {signing.at_least}."
        report.fault((*path, "signing", "at_most"), "signing", message)
    for number, name in enumerate(signing.must):
        if not _people((name,), move, known) <= possible:
            message = f"'{name}' must sign, but cannot be asked."
            report.fault((*path, "signing", "must", number), "signing", message)


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
        _number(path, choice, len(_people(choice.of, move, known) or choice.options), known, report)
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


def _people(names: Names, move: Move, known: Known) -> set[str]:
    """Seats and adversaries that a card may mean before it is played."""
    return {who for name in names for who in known.meant(move, name)}
