"""What is put on the table: cards, questions to other cells, arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.core.book import Book
from app.core.values import Argument, Consultation, PlayedMove


@dataclass(frozen=True)
class Card:
    """A card as it is put down. Its seat is the deck's, unless another is said."""

    move: str
    channel: str
    more: dict[str, Any]

    def played(self, book: Book) -> PlayedMove:
        """The play: who signs was asked to."""
        fields = dict(self.more)
        choices = fields.pop("choices", {})
        chosen = tuple((key, names(value)) for key, value in choices.items())
        for role in ("signers", "asked"):
            fields[role] = names(fields.get(role, ()))
        fields["asked"] = tuple(dict.fromkeys((*fields["asked"], *fields["signers"])))
        seat = fields.pop("seat", "") or book.move(self.move).seat
        return PlayedMove(seat, self.move, self.channel, choices=chosen, **fields)  # type: ignore[arg-type]


def play(move: str, channel: str = "solo", **more: Any) -> Card:
    """A card: `host`, `target`, `addressee`, `asked`, `signers`, `choices`, `seat`."""
    return Card(move, channel, more)


def names(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def consultation(asking: str, asked: str, about: str, answer: str = "") -> Consultation:
    return Consultation(asking, asked, about, answer)  # type: ignore[arg-type]


def argument(
    dice: tuple[int, ...] = (),
    strong_pros: int = 0,
    strong_cons: int = 0,
    likelihoods: tuple[int, ...] = (),
    seat: str = "US",
) -> Argument:
    """A matrix argument with so many strong reasons on either side."""
    pros = tuple((f"for, {number}", True) for number in range(strong_pros))
    cons = tuple((f"against, {number}", True) for number in range(strong_cons))
    return Argument(seat, "It is done", "It works", pros, cons, dice, likelihoods)
