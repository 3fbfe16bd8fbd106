"""Can a card be signed as it asks? Who may sign it, who must, and how many may at most."""

from __future__ import annotations

from app.deck.faults import listed
from app.deck.known import Known
from app.deck.model import Move
from app.deck.positions import Path
from app.deck.report import Report


def check_signing(path: Path, move: Move, known: Known, report: Report) -> None:
    """All checks of what one card says of its co-signers."""
    if "joint" not in move.channels:
        if "signing" in move.model_fields_set:
            message = "Nobody signs a card that cannot be played jointly."
            report.advice((*path, "signing"), "signing", message, "Add joint to its channels.")
        return
    if not known.is_whole("seats", "adversaries"):
        return
    possible = signers(move, known)
    if not possible:
        message = "There is nobody who could sign this card."
        report.fault((*path, "channels"), "signing", message, "Leave joint out, or say who may.")
    _number((*path, "signing"), move, possible, known, report)
    cannot = [
        number
        for number, name in enumerate(move.signing.must)
        if not known.people((name,), move) <= possible
    ]
    for number in cannot:
        message = f"'{move.signing.must[number]}' must sign, but cannot be asked."
        report.fault((*path, "signing", "must", number), "signing", message)
    if not cannot:
        _too_many((*path, "signing"), move, known, report)


def signers(move: Move, known: Known) -> frozenset[str]:
    """The seats that may co-sign a card, if it can be played jointly."""
    named = known.people(move.signing.of or ("all",), move)
    return named & known.seats.names.keys() - {move.seat}


def _number(path: Path, move: Move, possible: frozenset[str], known: Known, report: Report) -> None:
    """How many have to sign, of those who can."""
    signing = move.signing
    among = known.people(signing.among, move)
    counted = possible & among if among else possible
    if possible and signing.at_least > len(counted):
        message = f"{signing.at_least} have to sign, but only {len(counted)} can be asked."
        word = "among" if among else "at_least"
        report.fault((*path, word), "signing", message)
    if signing.at_least < 1:
        message = "A joint move needs at least one signature."
        report.fault((*path, "at_least"), "signing", message)
    if signing.at_most is not None and signing.at_most < signing.at_least:
        message = f"At most {signing.at_most} is less than at least {signing.at_least}."
        report.fault((*path, "at_most"), "signing", message)


def _too_many(path: Path, move: Move, known: Known, report: Report) -> None:
    """Whoever must sign, and who is counted beside them, are no more than may sign."""
    signing = move.signing
    must = known.people(signing.must, move)
    if signing.at_most is None or signing.at_most < signing.at_least or not must:
        return
    among = known.people(signing.among, move)
    more = max(0, max(1, signing.at_least) - len(must & among if among else must))
    if len(must) + more > signing.at_most:
        beside = f", and {more} more" if more else ""
        message = f"{listed(sorted(must), 'and')} must sign{beside}; at most {signing.at_most} may."
        hint = f"Write `at_most: {len(must) + more}` or more, or leave somebody out of `must`."
        report.fault((*path, "at_most"), "signing", message, hint)
