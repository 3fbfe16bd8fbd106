"""The deck's model: what a deck may say, as frozen values.

One module for each kind of thing; `vocabulary` holds the closed set of words from which conditions
and effects are made. A deck is data only: nothing in it is ever run.
"""

from app.deck.model.cards import (
    Choice,
    Counting,
    Move,
    Need,
    Signing,
)
from app.deck.model.deck import (
    About,
    Adversary,
    Deck,
    Family,
    Gauge,
    Objective,
    Opening,
    Place,
    Seat,
    Tension,
    Term,
)
from app.deck.model.play import (
    EndState,
    GapMeasure,
    Inject,
    PhaseMinutes,
    PollItem,
    Question,
    Turn,
)
from app.deck.model.rules import (
    Ceiling,
    Combination,
    Economy,
    Rule,
    Swing,
    SwingLimit,
)
from app.deck.model.vocabulary import (
    AskedTest,
    Condition,
    Effect,
    GaugeTest,
    MarkTest,
    MemberTest,
    Names,
    Play,
    SeatTest,
    Take,
    TurnTest,
)

__all__ = [
    "About",
    "Adversary",
    "AskedTest",
    "Ceiling",
    "Choice",
    "Combination",
    "Condition",
    "Counting",
    "Deck",
    "Economy",
    "Effect",
    "EndState",
    "Family",
    "GapMeasure",
    "Gauge",
    "GaugeTest",
    "Inject",
    "MarkTest",
    "MemberTest",
    "Move",
    "Names",
    "Need",
    "Objective",
    "Opening",
    "PhaseMinutes",
    "Place",
    "Play",
    "PollItem",
    "Question",
    "Rule",
    "Seat",
    "SeatTest",
    "Signing",
    "Swing",
    "SwingLimit",
    "Take",
    "Tension",
    "Term",
    "Turn",
    "TurnTest",
]
