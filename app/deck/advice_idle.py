"""Advice: what can never apply, cards that nobody may play, seats with nothing to do."""

from __future__ import annotations

from app.deck.advice_parts import HINT, check_parts
from app.deck.advice_takes import check_takes
from app.deck.known import Known
from app.deck.model import Condition, Move, Seat
from app.deck.never import Never
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.signing_sense import signers
from app.deck.vocabulary_checks import VocabularyCheck


def check_idle(known: Known, report: Report, words: VocabularyCheck) -> None:
    """All such advice on a deck without faults."""
    never = Never(known, words)
    for at, move in enumerate(known.deck.moves):
        for number, need in enumerate(move.needs):
            _say(report, ("moves", at, "needs", number), f"Nobody may ever play '{move.id}'",
                 never.why_not(move, need.when))  # fmt: skip
    for field in ("rules", "combinations"):
        for at, law in enumerate(getattr(known.deck, field)):
            when: Condition | None = law.when
            why = never.why(when, never.whole)
            if not why and getattr(law, "for_each_play", None) is not None:
                why = never.why(Condition(played=(law.for_each_play,)), never.whole)
            _say(report, (field, at, "when"), f"'{law.id}' can never apply", why)
    for at, inject in enumerate(known.deck.injects):
        if inject.kind != "scheduled":
            last = min(inject.turns[1], known.turns)
            brief = inject.kind == "conditional"
            why = never.why(inject.when, (inject.turns[0], last), in_brief=brief)
            _say(report, ("injects", at, "when"), f"'{inject.id}' can never come", why)
    check_parts(known, report, never)
    check_takes(known, report, words)
    _seats(known, report, never)


def _say(report: Report, path: Path, what: str, why: str) -> None:
    if why:
        report.advice(path, "never", f"{what}: {why}.", HINT)


def _seats(known: Known, report: Report, never: Never) -> None:
    """In every turn each seat has a card to play or sign, a text to sign, or somebody to ask."""
    for at, seat in enumerate(known.deck.seats):
        word, why = _never_leads(seat, known)
        if why:
            message = f"'{seat.id}' can never play a card: {why}."
            hint = "Give it more, or leave its cards out."
            report.advice(("seats", at, word), "idle", message, hint)
    for at, turn in enumerate(known.deck.turns):
        for seat in known.deck.seats:
            talks = turn.minutes.consult is not None and seat.consultations > 0
            if not talks and not _has_something(seat, turn.turn, known, never):
                message = f"'{seat.id}' has nothing to do in turn {turn.turn}."
                hint = "It can play no card, sign nothing and consult nobody in this turn."
                report.advice(("turns", at), "idle", message, hint)


def _never_leads(seat: Seat, known: Known) -> tuple[str, str]:
    """What keeps a seat from ever playing a card, and why; empty where nothing does.

    Effort that is left over is carried, so a seat that has none has none later.
    """
    costs = [move.cost for move in known.deck.moves if move.seat == seat.id]
    free = known.deck.free_moves
    if free is not None and _may_write(seat, known):
        costs.append(free.cost[0])
    if costs and seat.moves == 0:
        return "moves", "it may lead 0 moves"
    if costs and seat.effort == 0 and 0 not in costs:
        return "effort", "it has no effort, and none of its cards is free"
    return "", ""


def _may_write(seat: Seat, known: Known) -> bool:
    free = known.deck.free_moves
    return free is not None and seat.id in known.seats_of(free.seats)


def _has_something(seat: Seat, turn: int, known: Known, never: Never) -> bool:
    leads = not _never_leads(seat, known)[1]
    if leads and _may_write(seat, known):
        return True
    for text in known.deck.procedures:
        here = turn == (known.turns if text.turn == "last" else text.turn)
        if here and seat.id in known.seats_of(text.sign):
            return True
    return any(_can_take_part(seat, move, turn, known, never) for move in known.deck.moves)


def _can_take_part(seat: Seat, move: Move, turn: int, known: Known, never: Never) -> bool:
    """Whether a seat can lead or sign a card in a turn, as far as its cost and needs tell."""
    if any(never.why(need.when, (turn, turn)) for need in move.needs):
        return False
    most = seat.effort + (known.deck.economy.carry + known.most_bonus if turn > 1 else 0)
    if move.seat == seat.id:
        return move.cost <= most and not _never_leads(seat, known)[1]
    asked = "joint" in move.channels and seat.id in signers(move, known)
    return asked and _can_pay(seat, known)


def _can_pay(seat: Seat, known: Known) -> bool:
    """Whether a seat ever has the effort that a co-signature costs."""
    deck = known.deck
    free = deck.economy.signing_cost == 0 or any(move.free_signing for move in deck.moves)
    plays = any(move.seat == seat.id for move in deck.moves) or _may_write(seat, known)
    return free or seat.effort > 0 or (plays and not _never_leads(seat, known)[1])
