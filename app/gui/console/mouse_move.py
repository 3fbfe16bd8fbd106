"""A move put together by clicks: what there is to choose on a card, and the move that comes of it.

Pure. What can be only one way is chosen already, as in the hand-in line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.core.book import Book
from app.core.pools import (
    QUIET_CHOICES,
    choice_pool,
    chosen_on,
    is_asked_for,
    signing_pool,
    told_pool,
)
from app.core.state import State
from app.core.values import Channel, PlayedMove
from app.deck.model import Choice, Move

CHANNEL, SIGNERS, ADDRESSEE = "channel", "signers", "addressee"
_CHANNELS: tuple[Channel, ...] = ("joint", "solo", "quiet")
_WORDS = {"joint": "Joint", "solo": "Solo", "quiet": "Quiet"}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to click: a key, its words, and the seat's place where it is a seat."""

    key: str
    words: str
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One question on a card; `most` may be chosen."""

    key: str
    label: str
    options: tuple[Option, ...]
    chosen: tuple[str, ...]
    most: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """A move in the making. `picked` holds what was clicked, by group."""

    card: str
    picked: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def with_click(self, group: Group, key: str) -> Draft:
        """The draft after a click: it takes the option, or gives back one that was taken."""
        chosen = list(group.chosen)
        if key in chosen:
            chosen.remove(key)
        else:
            chosen = [*chosen[len(chosen) - group.most + 1 :], key] if group.most > 1 else [key]
        if group.key == CHANNEL:
            kept = {k: v for k, v in self.picked.items() if k not in (SIGNERS, ADDRESSEE)}
            return replace(self, picked={**kept, CHANNEL: (key,)})
        return replace(self, picked={**self.picked, group.key: tuple(chosen)})


def draft_of(play: PlayedMove, book: Book) -> Draft:
    """A draft to change a move that stands in the hand-in."""
    picked: dict[str, tuple[str, ...]] = {CHANNEL: (play.channel,), SIGNERS: play.asked}
    if play.addressee:
        picked[ADDRESSEE] = (play.addressee,)
    for choice in book.move(play.move).choices:
        picked[choice.id] = chosen_on(play, choice.id)
    return Draft(play.move, picked)


def groups(book: Book, draft: Draft) -> tuple[Group, ...]:
    """What there is to choose, in the order in which one would say it."""
    card = book.move(draft.card)
    found = []
    if len(card.channels) > 1:
        options = tuple(Option(c, _WORDS[c]) for c in _CHANNELS if c in card.channels)
        found.append(Group(CHANNEL, "How", options, draft.picked.get(CHANNEL, ())))
    for choice in card.choices:
        pool = choice_pool(book, card, choice)
        if len(pool) > choice.count and _is_asked_for(card, choice, draft):
            options = tuple(_option(book, choice, key) for key in pool)
            chosen, most = draft.picked.get(choice.id, ()), max(choice.count, choice.at_most or 0)
            found.append(Group(choice.id, choice.label, options, chosen, most))
    channel = _channel(card, draft)
    if channel == "joint":
        pool = signing_pool(book, card)
        options = tuple(_person(book, seat) for seat in pool)
        most = card.signing.at_most or len(pool)
        found.append(Group(SIGNERS, "Asked to sign", options, _asked(book, card, draft), most))
    if channel == "quiet":
        others = tuple(_person(book, who) for who in told_pool(book, card))
        found.append(Group(ADDRESSEE, "Told to", others, _addressee(book, card, draft)))
    return tuple(found)


def assemble(book: Book, state: State, draft: Draft) -> PlayedMove | None:
    """The move as it stands; None until its channel is known."""
    card = book.move(draft.card)
    channel = _channel(card, draft)
    if channel is None:
        return None
    before = state.now.play(card.id)
    asked = _asked(book, card, draft) if channel == "joint" else ()
    picked = {choice.id: _picked(book, card, choice, draft) for choice in card.choices}
    return PlayedMove(
        seat=card.seat,
        move=card.id,
        channel=channel,
        host=_first(picked.get("host", ())),
        target=_first(picked.get("target", ())),
        addressee=_first(_addressee(book, card, draft)) if channel == "quiet" else "",
        asked=asked,
        signers=tuple(s for s in before.signers if s in asked) if before else (),
        choices=tuple((k, v) for k, v in picked.items() if k not in QUIET_CHOICES and v),
        reason=before.reason if before else "",
        wording=before.wording if before else "",
    )


def _channel(card: Move, draft: Draft) -> Channel | None:
    if len(card.channels) == 1:
        return card.channels[0]
    chosen = draft.picked.get(CHANNEL, ())
    return next((channel for channel in _CHANNELS if channel in chosen), None)


def _picked(book: Book, card: Move, choice: Choice, draft: Draft) -> tuple[str, ...]:
    if not _is_asked_for(card, choice, draft):
        return ()
    pool = choice_pool(book, card, choice)
    return pool if len(pool) == choice.count else draft.picked.get(choice.id, ())


def _is_asked_for(card: Move, choice: Choice, draft: Draft) -> bool:
    """Whether a choice has to be made, after what was clicked so far."""
    chosen = tuple((c.id, draft.picked.get(c.id, ())) for c in card.choices)
    return is_asked_for(card, choice, PlayedMove(card.seat, card.id, "solo", choices=chosen))


def _asked(book: Book, card: Move, draft: Draft) -> tuple[str, ...]:
    """Who is asked to sign: who was clicked; before that a host who may, or who alone can."""
    if SIGNERS in draft.picked:
        return draft.picked[SIGNERS]
    pool = signing_pool(book, card)
    if len(pool) <= max(1, card.signing.at_least):
        return pool
    return tuple(seat for seat in draft.picked.get("host", ()) if seat in pool)


def _addressee(book: Book, card: Move, draft: Draft) -> tuple[str, ...]:
    others = told_pool(book, card)
    if ADDRESSEE not in draft.picked and len(others) == 1 and not draft.picked.get("host"):
        return others
    return draft.picked.get(ADDRESSEE, ())


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""


def _option(book: Book, choice: Choice, key: str) -> Option:
    return Option(key, choice.options[key]) if choice.options else _person(book, key)


def _person(book: Book, who: str) -> Option:
    for place, seat in enumerate(book.deck.seats):
        if seat.id == who:
            return Option(who, seat.short, place)
    return Option(who, book.name(who))
