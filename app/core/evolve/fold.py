"""The fold: what the events that count add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core import events as ev
from app.core.evolve.change import apply, with_
from app.core.state import State

_OF_THE_PAST = frozenset({ev.ActionUndone, ev.ActionRedone, ev.EntryAmended})
"""Kinds of events that change how earlier ones count."""

_handler = apply.registry.get
"""What a kind of event registered, looked up without the search through base classes."""


def effective(entries: Iterable[ev.Entry]) -> list[ev.Entry]:
    """The entries that count: without what was undone, amended ones as amended."""
    entries = list(entries)
    undone: set[int] = set()
    amendments: list[tuple[int, ev.EntryAmended]] = []
    for entry in [entry for entry in entries if type(entry.event) in _OF_THE_PAST]:
        event = entry.event
        if isinstance(event, ev.ActionUndone):
            undone.add(event.action)
        elif isinstance(event, ev.ActionRedone):
            undone.discard(event.action)
        elif isinstance(event, ev.EntryAmended):
            amendments.append((entry.action, event))
    if undone:
        entries = [entry for entry in entries if entry.action not in undone]
    amended = {each.entry: each.replacement for action, each in amendments if action not in undone}
    if not amended:
        return entries
    return [e._replace(event=amended[e.seq]) if e.seq in amended else e for e in entries]


def fold(entries: Sequence[ev.Entry], state: State | None = None) -> State:
    """The state that the effective entries add up to: `evolve` for each of them, done quicker.

    Of the timer only the last word counts, and edited notes are put in at the end, for each would
    copy all notes.
    """
    state = State() if state is None else state
    timer, edited = None, {}
    counted = effective(entries)
    for entry in counted:
        event = entry.event
        if isinstance(event, ev.TimerSet):
            timer = entry
        elif isinstance(event, ev.ObservationEdited):
            edited[event.note.id] = event.note
        else:
            state = _handler(type(event), apply)(event, state, entry)
    if timer is not None:
        state = evolve(state, timer)
    if edited:
        state = with_(state, notes=tuple(edited.get(note.id, note) for note in state.notes))
    return with_(state, seq=counted[-1].seq) if counted else state


def evolve(state: State, entry: ev.Entry) -> State:
    """The state after one more entry."""
    event = entry.event
    return with_(_handler(type(event), apply)(event, state, entry), seq=entry.seq)
