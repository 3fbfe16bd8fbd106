"""Checks of texts that seats draft and sign, and of the bounds of cards that they write."""

from __future__ import annotations

from app.deck.card_sense import check_quiet
from app.deck.known import Known
from app.deck.model import Procedure
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.scope import NAMES_ONLY, OUTSIDE
from app.deck.vocabulary_checks import VocabularyCheck

_ALL = ("all",)


def check_procedures(known: Known, report: Report, words: VocabularyCheck) -> None:
    """Names and sense of every procedure."""
    for at, procedure in enumerate(known.deck.procedures):
        path: Path = ("procedures", at)
        words.who.check((*path, "sign"), procedure.sign, NAMES_ONLY, only_seats=True, extra=_ALL)
        words.effects((*path, "effects"), procedure.effects, OUTSIDE)
        words.names((*path, "tensions"), known.tensions, procedure.tensions)
        _turn(path, procedure, known, report)
        _signatures(path, procedure, known, report)
        _lines(path, procedure, report)


def _turn(path: Path, procedure: Procedure, known: Known, report: Report) -> None:
    turn = procedure.turn
    if known.turns and isinstance(turn, int) and turn > known.turns:
        message = f"There are only {known.turns} turns."
        report.fault((*path, "turn"), "never", message, "For the last turn write `turn: last`.")


def _signatures(path: Path, procedure: Procedure, known: Known, report: Report) -> None:
    if procedure.at_least < 1:
        message = "A text that nobody signs is no text."
        report.fault((*path, "at_least"), "signing", message, "Write 1 or more.")
    if not known.is_whole("seats"):
        return
    possible = known.seats_of(procedure.sign)
    if not possible and not procedure.sign:
        report.fault((*path, "sign"), "signing", "There is nobody who could sign this text.")
    elif possible and procedure.at_least > len(possible):
        message = f"{procedure.at_least} have to sign, but only {len(possible)} can."
        report.fault((*path, "at_least"), "signing", message)


def _lines(path: Path, procedure: Procedure, report: Report) -> None:
    for number, line in enumerate(procedure.lines):
        if line.default not in line.options:
            here = (*path, "lines", number, "default")
            report.unknown(here, f"option of the line '{line.id}'", line.default, line.options)


def check_free_moves(known: Known, report: Report, words: VocabularyCheck) -> None:
    """Names and sense of the bounds of free moves."""
    free = known.deck.free_moves
    if free is None:
        return
    path: Path = ("free_moves",)
    words.who.check((*path, "seats"), free.seats, NAMES_ONLY, only_seats=True, extra=_ALL)
    words.names((*path, "tensions"), known.tensions, free.tensions)
    least, most = free.cost
    if least > most:
        message = f"The least effort ({least}) is more than the most ({most})."
        report.fault((*path, "cost"), "order", message, f"Write [{most}, {least}].")
    check_quiet((*path, "channels"), free.channels, known, report)
