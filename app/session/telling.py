"""Telling listeners what happened, each of every change in its order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from app.core.events import Entry
from app.core.state import State

Listener = Callable[[State, Sequence[Entry]], None]


class Telling:
    """Who listens, and what they have not been told yet.

    A listener may itself make a change: that one waits until all have heard of this one.
    """

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[State, Sequence[Entry]]] = deque()
        self._is_telling = False

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener. Returns how to remove it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, state: State, entries: Sequence[Entry]) -> None:
        """Tell all listeners of entries and the state after them."""
        self._untold.append((state, entries))
        if self._is_telling:
            return
        self._is_telling = True
        try:
            while self._untold:
                news = self._untold.popleft()
                for listener in tuple(self._listeners):
                    listener(*news)
        finally:
            self._is_telling = False
