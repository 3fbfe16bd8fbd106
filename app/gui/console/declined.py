"""Which requests to sign were declined here. The state itself keeps signatures alone."""

from __future__ import annotations

from dataclasses import replace

from app.core.state import State


class Declined:
    """Remembers a decline until the seat signs, the move goes, or the decline is undone."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str]] = set()
        self._latest: tuple[str, str] | None = None
        self._before: State | None = None

    def of(self, move: str) -> frozenset[str]:
        """The seats that declined to sign a move."""
        return frozenset(seat for card, seat in self._said if card == move)

    def note(self, move: str, seat: str, *, declines: bool) -> None:
        """A seat is about to answer."""
        self._said.discard((move, seat))
        self._latest = (move, seat) if declines else None

    def follow(self, state: State) -> None:
        """Take note of the next state. Where nothing but its number changed, a decline was said
        or taken back: nothing else leaves no trace.
        """
        before, self._before = self._before, state
        if self._latest is not None:
            self._said.add(self._latest)
            self._latest = None
        elif before is not None and before.seq < state.seq and _same(before, state):
            self._said.clear()
        open_now = {(p.move, s) for p in state.now.plays for s in p.asked if s not in p.signers}
        self._said &= open_now


def _same(before: State, after: State) -> bool:
    return replace(before, seq=after.seq) == after
