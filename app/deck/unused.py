"""Things in a deck that nothing ever speaks of: advice to its author."""

from __future__ import annotations

from app.deck.known import Known
from app.deck.report import Report
from app.deck.vocabulary_checks import VocabularyCheck


def check_unused(known: Known, report: Report, words: VocabularyCheck) -> None:
    """Advice only. `words` has seen every condition and effect before."""
    lawful = known.is_whole(
        "moves", "rules", "combinations", "injects", "end_states", "seats", "procedures"
    )
    if lawful:
        _marks(known, report, words)
        _gauges(known, report, words)
        _channels(known, report, words)
    if known.is_whole("moves"):
        _seats(known, report)
    if known.is_whole("turns"):
        _poll_items(known, report)
    if known.is_whole("moves", "injects"):
        _tensions(known, report)


def _marks(known: Known, report: Report, words: VocabularyCheck) -> None:
    for field in ("moves", "rules", "combinations"):
        for at, one in enumerate(getattr(known.deck, field)):
            for number, mark in enumerate(one.sets):
                if mark not in words.tested_marks:
                    message = f"The mark '{mark}' is set, but nothing asks for it."
                    report.advice((field, at, "sets", number), "unused", message)


def _gauges(known: Known, report: Report, words: VocabularyCheck) -> None:
    for at, gauge in enumerate(known.deck.gauges):
        if gauge.id not in words.moved_gauges:
            message = f"Nothing ever moves the gauge '{gauge.id}'."
            report.advice(("gauges", at), "unused", message)


def _channels(known: Known, report: Report, words: VocabularyCheck) -> None:
    for channel in ("joint", "quiet"):
        users = [at for at, move in enumerate(known.deck.moves) if channel in move.channels]
        if users and channel not in words.tested_channels:
            message = f"No rule speaks of {channel} moves: they do what solo moves do."
            report.advice(("moves", users[0], "channels"), "channel", message)


def _seats(known: Known, report: Report) -> None:
    playing = {move.seat for move in known.deck.moves}
    for at, seat in enumerate(known.deck.seats):
        if seat.id not in playing:
            report.advice(("seats", at), "unused", f"The seat '{seat.id}' has no cards.")


def _poll_items(known: Known, report: Report) -> None:
    used = {name for turn in known.deck.turns for name in turn.polls}
    for at, item in enumerate(known.deck.polls):
        if item.id not in used:
            message = f"No turn asks the poll item '{item.id}'."
            report.advice(("polls", at), "unused", message, "Name it under a turn's `polls`.")


def _tensions(known: Known, report: Report) -> None:
    named = {name for move in known.deck.moves for name in move.tensions}
    named.update(name for inject in known.deck.injects for name in inject.tensions)
    for at, tension in enumerate(known.deck.tensions):
        if tension.id not in named:
            message = f"No move and no inject speaks of the tension '{tension.id}'."
            report.advice(("tensions", at), "unused", message)
