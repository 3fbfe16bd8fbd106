"""Free moves: one that is written and handed in, and how it is settled."""

from __future__ import annotations

from typing import Any

from app.core import actions as do
from app.core.values import Argument, FreeMove, Phase
from tests.rulings.table import Table, book_of, play

PATROL = FreeMove("", "JPN", "Joint patrol", "Patrol together.", 1, (("dPRC", 1),))


def free(card: FreeMove, channel: str = "solo", **more: Any) -> do.WriteFreeMove:
    """A seat writes a card of its own and hands it in."""
    handed_in = play("", channel, seat=card.seat, **more).played(book_of())
    return do.WriteFreeMove(card, handed_in)


def argue(game: Table, argument: Argument, **more: Any) -> None:
    """The first free move is settled by this argument."""
    game.to(Phase.ADJUDICATE)
    game.do(do.ArgueFreeMove("X1", argument, **more))


def thrown(*dice: int, pros: tuple[bool, ...] = (), cons: tuple[bool, ...] = ()) -> Argument:
    """A throw, with reasons for and against: strong (True) or weak."""
    return Argument(
        "JPN",
        "Patrol together",
        "Beijing takes note",
        tuple(("A reason for it", strong) for strong in pros),
        tuple(("A reason against it", strong) for strong in cons),
        dice,
    )
