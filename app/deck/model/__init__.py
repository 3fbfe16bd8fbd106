"""The deck's model: what a deck may say, as frozen values.

One module for each kind of thing; `vocabulary` holds the closed set of words from which conditions
and effects are made. A deck is data only: nothing in it is ever run.
"""

from app.deck.model.cards import (
    Choice as Choice,
    Counting as Counting,
    Move as Move,
    Need as Need,
    Signing as Signing,
)
from app.deck.model.deck import (
    About as About,
    Adversary as Adversary,
    Deck as Deck,
    Family as Family,
    Gauge as Gauge,
    Objective as Objective,
    Opening as Opening,
    Place as Place,
    Seat as Seat,
    Tension as Tension,
    Term as Term,
)
from app.deck.model.play import (
    EndState as EndState,
    GapMeasure as GapMeasure,
    Inject as Inject,
    PhaseMinutes as PhaseMinutes,
    PollItem as PollItem,
    Question as Question,
    Turn as Turn,
)
from app.deck.model.rules import (
    Ceiling as Ceiling,
    Combination as Combination,
    Economy as Economy,
    Rule as Rule,
    Swing as Swing,
    SwingLimit as SwingLimit,
)
from app.deck.model.vocabulary import (
    AskedTest as AskedTest,
    Condition as Condition,
    Effect as Effect,
    GaugeTest as GaugeTest,
    MarkTest as MarkTest,
    MemberTest as MemberTest,
    Names as Names,
    Play as Play,
    SeatTest as SeatTest,
    Take as Take,
    TurnTest as TurnTest,
)
