"""Evolving: an event on a state gives the next state. Nothing is decided here; it only believes the
log. Each module answers for one kind of event, as in `app.core.decide`.

`fold(effective(entries))` is the state of an exercise: the log minus what was undone, with amended
entries read as amended.
"""

from app.core.evolve import (  # noqa: F401 -- each registers its handlers
    adjudication,
    course,
    hand_in,
    past,
    room,
    talk,
)
from app.core.evolve.fold import effective as effective
from app.core.evolve.fold import evolve as evolve
from app.core.evolve.fold import fold as fold
