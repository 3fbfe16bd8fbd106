"""Screens of a small exercise: two cells, one ally, one gauge; there is room to spare."""

from __future__ import annotations

from dataclasses import replace

from app.core.display import (
    Asking,
    BandTrack,
    CellTick,
    Concern,
    Consult,
    Deliberate,
    DigitTrack,
    DisplayState,
    Gap,
    GapRow,
    Mark,
    PollOpen,
    PollQuestion,
    PublicMove,
    RevealOverview,
    RevealSeat,
    SeatMoves,
    SeatsSay,
    TimeLeft,
    Timeline,
    TimelineRow,
    TrackPage,
    Tracks,
)
from tests.gui.display import samples
from tests.gui.display.samples import shown

CALDER, TAVIA = Mark("Calder Union", 0), Mark("Tavia", 1)
WEAPONS = ("Dormant", "Murmur", "Open debate", "Mandate building", "Breaking away")
_OWN = "your own answer, each person alone"

WORDS = PollOpen(
    PollQuestion(
        "What moved you most? Twelve words at most, and a tension.",
        (((CALDER, TAVIA), "Calder Union and Tavia", _OWN),),
    ),
    (),
    (),
    0,
    5,
    "Sealed until the end",
)
PATROL = PublicMove(
    "Patrol under flag", "solo", host=TAVIA, target="Drovna",
    text="A Calderan ship patrols the narrow sea with its flag up.",
)  # fmt: skip
PLAN = PublicMove(
    "Ask for one plan", "joint", signers=(TAVIA,),
    text="Calder and Tavia announce one plan for harbour, stores and staff.",
)  # fmt: skip
MEETING = PublicMove(
    "Hold a town meeting", "solo",
    text="Tavian ministers answer their voters for a whole evening.",
)  # fmt: skip
ONE_BAND = TrackPage(
    "The call for weapons of one’s own",
    (BandTrack("Call", TAVIA, WEAPONS, 3, 1, "Worse by two bands", "A missile behind the cape"),),
    "Outline: where turn 2 began",
)
TWO_BANDS = replace(
    ONE_BAND, rows=(*ONE_BAND.rows, BandTrack("Call", CALDER, WEAPONS, 2, 2, "Same band"))
)
TWO_DIGITS = TrackPage(
    "What everyone can see",
    (
        DigitTrack(
            "Deterrence toward Drovna", "Contested", 6, 5, "+1, better", False,
            "The patrol was noticed",
        ),
        DigitTrack("Joint planning", "On speaking terms", 4, 4, "no change"),
    ),
    "Outline: where turn 2 began",
)  # fmt: skip
FAR = GapRow(TAVIA, "Misread", "Calder expected 7, Tavia said 4.5", 4.5, 4, 5, 7, "+2.5")
NEAR = GapRow(TAVIA, "Read well", "Calder expected 5, Tavia said 4", 4, 2, 6, 5, "+1")
CONCERN = Concern(
    CALDER,
    "Private concern, carried since the start",
    (
        "You are not sure that your own voters would risk a city for Tavia.",
        (
            "The guard ship left because its crew was needed elsewhere; nobody thought to call the "
            "island first."
        ),
    ),
    ((CALDER, True), (TAVIA, True)),
)
TIMELINE = Timeline(
    "What happened",
    (
        TimelineRow(1, "The empty berth", "Patrol under flag; Say it again; Hold a town meeting"),
        TimelineRow(
            2, "Grey hulls off the cape", "Patrol under flag; Ask for one plan; Open the harbour"
        ),
    ),
)


def _gap(*rows: GapRow) -> DisplayState:
    return shown(Gap("Felt, and expected", CALDER, rows, "People who answered: Tavia 2; Calder 3"))


FEW: dict[str, DisplayState] = {
    "words": shown(WORDS, "Turn 2 of 2 · Poll"),
    "one_band": shown(Tracks((ONE_BAND,)), "Turn 2 of 2 · Discuss"),
    "one_digit": shown(Tracks((replace(TWO_DIGITS, rows=TWO_DIGITS.rows[:1]),))),
    "two_bands": shown(Tracks((TWO_BANDS,)), "Turn 2 of 2 · Discuss"),
    "two_digits": shown(Tracks((TWO_DIGITS,)), "Turn 2 of 2 · Discuss"),
    "three_kinds": shown(
        Tracks((replace(samples.ADVERSARIES_PAGE, rows=samples.ADVERSARIES_PAGE.rows[3:]),))
    ),
    "four_digits": shown(
        Tracks((replace(samples.ADVERSARIES_PAGE, rows=samples.ADVERSARIES_PAGE.rows[:4]),))
    ),
    "gap_far": _gap(FAR),
    "gap_near": _gap(NEAR),
    "gap_two": _gap(FAR, replace(NEAR, seat=Mark("Skarn", 2), felt=5, gap="0")),
    "concern": shown(CONCERN, "Hot wash"),
    "timeline": shown(TIMELINE, "What happened"),
    "two_moves": shown(RevealSeat(SeatMoves(CALDER, True, (PATROL, PLAN)))),
    "two_moves_quiet": shown(RevealSeat(SeatMoves(CALDER, True, (PATROL, PLAN), True))),
    "one_move": shown(RevealSeat(SeatMoves(TAVIA, True, (MEETING,), True))),
    "hidden": shown(RevealSeat(SeatMoves(TAVIA, False))),
    "none": shown(RevealSeat(SeatMoves(TAVIA, True))),
    "overview": shown(
        RevealOverview(
            "Moves, turn 1",
            (SeatMoves(CALDER, True, (PATROL, PLAN)), SeatMoves(TAVIA, True, (MEETING,), True)),
        )
    ),
    "overview_three": shown(
        RevealOverview(
            "Moves, turn 1",
            (
                SeatMoves(CALDER, True, (PATROL, PLAN)),
                SeatMoves(TAVIA, True, (MEETING,), True),
                SeatMoves(Mark("Skarn", 2), False),
            ),
        )
    ),
    "consult": shown(
        Consult(
            "Who is asking whom",
            TimeLeft(60, 60, "idle"),
            (Asking(CALDER, (TAVIA,)), Asking(TAVIA, (CALDER,))),
            "What is asked stays between the two cells. No answer counts as accepts.",
        )
    ),
    "deliberate": shown(
        Deliberate(
            TimeLeft(55, 60),
            "Choose up to two moves each.",
            (CellTick(CALDER, True), CellTick(TAVIA, False)),
        )
    ),
    "say": shown(
        SeatsSay(
            "One sentence from each cell",
            ((CALDER, "We thought a visit was an answer."), (TAVIA, "We were told first.")),
        )
    ),
    "vote": shown(replace(samples.VOTE, rows=samples.VOTE.rows[:3]), "Hot wash"),
}
