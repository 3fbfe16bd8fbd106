"""Which pictures rest on which events: what an undo must take off the screen.

An undo never changes what the room sees, except that it puts up Hold where the picture shows what
was undone. In doubt the room rests: Hold reveals nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core import events as ev
from app.core.actions import Refusal, Show
from app.core.book import Book
from app.core.decide import decide
from app.core.state import Shown, State
from app.core.values import Item

_EVERYTHING = (ev.PhaseEntered, ev.SessionEnded, ev.EntryAmended)
_MOVES = (ev.HandInClosed, ev.SeatRevealed, ev.WordingChanged)
_POLL = (ev.PollClosed, ev.PollRevealed, ev.AnswersEntered)
_LEDGER = (ev.InjectReleased, ev.LedgerAccepted)

RESTS_ON: dict[str, tuple[type[ev.Event], ...]] = {
    "opening": (),
    "inject": (ev.InjectReleased,),
    "deliberate": (),
    "consult": (ev.ConsultationOpened,),
    "reveal seat": _MOVES,
    "moves": _MOVES,
    "text": (ev.HandInClosed, ev.LineSettled, ev.TextSigned),
    "poll": (ev.PollOpened,),
    "poll results": _POLL,
    "gap": _POLL,
    "tracks": (*_LEDGER, *_POLL),
    "sentences": (ev.SentenceHeard,),
    "timeline": (*_LEDGER, *_MOVES, *_POLL),
    "concern": (ev.ConcernRevealed,),
    "vote": (ev.TensionsChosen,),
    "quote": (),
    "end": (),
}
"""By kind of item. A phase, the end and an amendment are under all of them; nothing under Hold."""


def rests_on(shown: Shown | None, entries: Iterable[ev.Entry]) -> bool:
    """Whether the picture was put up after one of these entries and may show what it said."""
    if shown is None or shown.item.kind == "hold":
        return False
    under = (*_EVERYTHING, *RESTS_ON[shown.item.kind])
    return any(entry.seq < shown.seq and isinstance(entry.event, under) for entry in entries)


def rest(book: Book, state: State, now: float) -> tuple[ev.Event, ...]:
    """The events that put the room to rest: Hold, and black over it where it was black."""
    answer = decide(book, state, Show(Item("hold")), now)
    if isinstance(answer, Refusal):
        return (ev.RoomBlanked(),)
    return (*answer, ev.RoomBlanked()) if state.room.is_blank else answer
