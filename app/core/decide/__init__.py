"""Deciding: an action on a state gives events, or a refusal. Nothing else changes an exercise.

`decide(book, state, action, now)` is pure. Each module answers for one kind of action; a refusal is
a value with a code and a sentence, never an exception.
"""

from app.core.decide import (  # noqa: F401 -- each registers its actions
    adjudication,
    conversation,
    course,
    free_moves,
    hand_in,
    poll,
    procedure,
    room,
    timer,
)
from app.core.decide.door import Decision as Decision
from app.core.decide.door import decide as decide
