"""A card of a cell's own in the making: what is filled in so far, and the move that comes of it.

Pure. The rules judge it as they judge what is submitted: `judged` asks them without submitting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from app.core.actions import Refusal, WriteFreeMove
from app.core.book import Book
from app.core.decide import decide
from app.core.events import Entry, FreeMoveWritten
from app.core.evolve import evolve
from app.core.line_sentence import sentence
from app.core.own import book_of, most_wanted
from app.core.state import State
from app.core.values import Channel, FreeMove, PlayedMove
from app.gui.console.drafts import as_kept
from app.gui.console.typed import Tone, legality, weigh

HOW_MISSING = Refusal("NoSuchChannel", "Say how it is played.")


@dataclass(frozen=True, slots=True)
class FreeDraft:
    """What is filled in. `wants` are pairs of a gauge and a step; a step of 0 is still open."""

    seat: str
    id: str = ""
    title: str = ""
    text: str = ""
    cost: int = 1
    wants: tuple[tuple[str, int], ...] = ()
    channel: Channel | Literal[""] = ""
    asked: tuple[str, ...] = ()
    addressee: str = ""
    affects: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where the desk keeps it."""
        return f"free move/{self.id or self.seat}"

    @property
    def is_begun(self) -> bool:
        """Whether anything was filled in."""
        return replace(self, cost=1) != FreeDraft(self.seat, self.id)

    @property
    def may_want_two(self) -> bool:
        """Whether its cost lets it move a second gauge."""
        return most_wanted(self.cost) > 1

    def action(self, state: State) -> WriteFreeMove:
        """The wish that it stands for; signatures that were given are kept.

        Without a channel it is as if solo, so that the rest of it can be judged.
        """
        wants = self.wants[: 2 if self.may_want_two else 1]
        card = FreeMove(
            self.id,
            self.seat,
            self.title.strip(),
            self.text.strip(),
            self.cost,
            tuple((gauge, step) for gauge, step in wants if gauge and step),
            self.affects,
            self.tags,
            self.tensions,
        )
        return WriteFreeMove(card, self._play(state))

    def _play(self, state: State) -> PlayedMove:
        before = state.now.play(self.id)
        asked = self.asked if self.channel == "joint" else ()
        return PlayedMove(
            self.seat,
            self.id,
            self.channel or "solo",
            addressee=self.addressee if self.channel == "quiet" else "",
            asked=asked,
            signers=tuple(s for s in before.signers if s in asked) if before else (),
            reason=before.reason if before else "",
            wording=before.wording if before else "",
        )

    def as_text(self) -> str:
        """As the desk keeps it; empty where nothing is filled in."""
        return as_kept(self) if self.is_begun else ""


def draft_of(state: State, move: str) -> FreeDraft | None:
    """A draft to change a card that stands in the hand-in; None where there is none."""
    card = next((card for card in state.free_moves if card.id == move), None)
    play = state.now.play(move)
    if card is None or play is None:
        return None
    return FreeDraft(
        card.seat,
        card.id,
        card.title,
        card.text,
        card.cost,
        card.wants,
        play.channel,
        play.asked,
        play.addressee,
        card.affects,
        card.tags,
        card.tensions,
    )


def judged(book: Book, state: State, draft: FreeDraft) -> Refusal | tuple[Tone, str, str]:
    """What the rules would refuse; else whether it is legal, that in words, and the move said."""
    wish = draft.action(state)
    answer = decide(book, state, wish, 0.0)
    if isinstance(answer, Refusal):
        return answer
    if not draft.channel:
        return HOW_MISSING
    written = next(event for event in answer if isinstance(event, FreeMoveWritten))
    after = evolve(state, Entry(state.seq, state.seq, "", written))
    own = book_of(book, after)
    play = replace(wish.play, move=written.card.id)
    tone, words = legality(own, after, weigh(own, after, play))
    return tone, words, sentence(own, play)


def reopened(state: State, seat: str) -> State:
    """The state as if the cell had not handed in, for a card that is written after it has."""
    done = tuple(name for name in state.now.handed_in if name != seat)
    return replace(state, turns=(*state.turns[:-1], replace(state.now, handed_in=done)))
