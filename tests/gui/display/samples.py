"""One `DisplayState` for each drawing of the room, with its words; for tests, benchmark and eye."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from app.core.display import (
    Asking,
    BandTrack,
    Blank,
    Brief,
    CellTick,
    Concern,
    Consult,
    Deliberate,
    DigitTrack,
    DisplayState,
    End,
    Frame,
    Gap,
    GapRow,
    Hold,
    InjectCard,
    Mark,
    PollOpen,
    PollQuestion,
    PollResults,
    PublicMove,
    Quote,
    RevealOverview,
    RevealSeat,
    Screen,
    SeatMoves,
    SeatsSay,
    SettledLine,
    TensionVote,
    TestCard,
    TextPage,
    TimeLeft,
    Timeline,
    TimelineRow,
    TrackPage,
    Tracks,
    VoteRow,
)

US = Mark("United States", 0)
JAPAN = Mark("Japan", 1)
ROK = Mark("Republic of Korea", 2)
AUSTRALIA = Mark("Australia", 3)
SEATS = (US, JAPAN, ROK, AUSTRALIA)
EIGHT = (
    *SEATS,
    Mark("Philippines", 4),
    Mark("New Zealand", 5),
    Mark("United Kingdom", 6),
    Mark("Canada", 7),
)
ASSURANCE = ("Doubting", "Uneasy", "Guarded", "Confident", "Secure")
SCALES = (1.0, 1.15, 1.35)

_FRAME = Frame("Lengthening Shadow", handling="Unclassified · seminar use")


def shown(
    screen: Screen,
    position: str = "",
    *,
    theme: Literal["dark", "light"] = "dark",
    scale: float = 1.0,
    page: int = 0,
) -> DisplayState:
    """A screen in the frame of the drawings."""
    return DisplayState(replace(_FRAME, position=position, theme=theme, scale=scale), screen, page)


HOLD = Hold(
    "Lengthening Shadow",
    "We begin at 09:30. Please find your cell’s table.",
    "Chatham House Rule: use what you hear; name no one, and no one’s employer.",
)
BRIEF = Brief(
    "Year One",
    (
        (
            "This exercise leaves the real world in the spring of 2022 and goes its own way; "
            "nothing later is assumed. Leaders, papers and incidents are invented."
        ),
        (
            "Three neighbours with nuclear weapons are pressing harder. PRC silos multiply. "
            "DPRK missiles fly further and hide better. Russian aircraft appear where they have "
            "not been for years, sometimes with Chinese company, and a war in Europe has taught "
            "everyone the sound of a nuclear threat."
        ),
        (
            "Washington has promised its allies much and is asked for more. Each ally hears the "
            "same words and measures them against another fear: being left alone, being drawn "
            "in, or being told last."
        ),
        (
            "You sit in four governments. Each has a brief that all may read and a concern that "
            "only you know. What you do is told jointly, alone or quietly; what you do not do "
            "is noticed too."
        ),
        (
            "Six turns, two years. Nobody wins. At the end you will be asked how sure the allies "
            "were, and how sure the United States believed them to be."
        ),
    ),
    "PRC: People’s Republic of China. DPRK: North Korea. ROK: Republic of Korea.",
)
INJECT = InjectCard(
    "Pacific Wire, headline · Year One, autumn",
    "Long reach",
    (
        "DPRK fires over Japan and then shows a road-mobile missile able to reach the US mainland.",
        "A US talk show asks which city is worth it.",
    ),
    "Each cell: who answers, and to which public?",
)
DELIBERATE = Deliberate(
    TimeLeft(252, 360),
    "Choose your moves, how each is told and whom it is for. Effort: six for the US, four for "
    "each ally, and what you carried.",
    tuple(CellTick(seat, seat.index in {1, 3}) for seat in SEATS),
)
CONSULT = Consult(
    "Who is asking whom",
    TimeLeft(200, 300),
    (
        Asking(US, (ROK, JAPAN)),
        Asking(JAPAN, (US,)),
        Asking(ROK, (US,)),
        Asking(AUSTRALIA, (US,)),
    ),
    "What is asked stays between the two cells. No answer counts as accepts.",
)
US_MOVES = SeatMoves(
    US,
    True,
    (
        PublicMove(
            "Bomber visit",
            "joint",
            signers=(ROK,),
            host=ROK,
            target="DPRK",
            text="Bombers fly the length of the peninsula with Korean fighters alongside.",
        ),
        PublicMove(
            "Restate the umbrella",
            "solo",
            audience="Allied leaders and publics",
            text="The President says on camera that an extreme attack on an ally would be "
            "answered.",
        ),
    ),
    quiet=True,
)
OVERVIEW = RevealOverview(
    "Moves, turn 2",
    (
        US_MOVES,
        SeatMoves(
            JAPAN,
            True,
            (PublicMove("Share missile tracks", "joint", signers=(US,)),),
            quiet=True,
        ),
        SeatMoves(
            ROK,
            True,
            (
                PublicMove("Ask for a seat", "solo"),
                PublicMove("Host a strategic visit", "solo"),
            ),
        ),
        SeatMoves(AUSTRALIA, False),
    ),
)
ASSURANCE_PAGE = TrackPage(
    "How assured the allies are",
    (
        BandTrack(
            "Assurance", JAPAN, ASSURANCE, 3, 2, "Better by one band",
            "A standing body, jointly founded",
        ),
        BandTrack(
            "Assurance", ROK, ASSURANCE, 2, 2, "Same band as before",
            "Asked for a seat, and was given one",
        ),
        BandTrack(
            "Assurance", AUSTRALIA, ASSURANCE, 1, 2, "Worse by one band",
            "“Page eleven” came unannounced",
        ),
    ),
    "Outline: where turn 3 began",
)  # fmt: skip
ADVERSARIES_PAGE = TrackPage(
    "Adversaries and alliance",
    (
        DigitTrack("Deterrence: PRC", "Probed", 4, 5, "−1, worse", True, "They keep building"),
        DigitTrack(
            "Deterrence: DPRK", "Contested", 5, 4, "+1, better", False, "A bomber visit with escort"
        ),
        DigitTrack("Deterrence: Russia", "Contested", 6, 6, "no change"),
        DigitTrack("Escalation risk", "Tense", 6, 4, "+2, worse", True, "A launch, then a visit"),
        DigitTrack(
            "Integration", "Interoperable", 5, 4, "+1, better", False, "Missile tracks now shared"
        ),
        BandTrack(
            "US political capital", None,
            ("Spent", "Thin", "Sufficient", "Ample", "Abundant"), 2, 2, "same band",
        ),
    ),
)  # fmt: skip
POLL = PollOpen(
    PollQuestion(
        "If the worst came, how sure are you that the US would do what it has promised?",
        (
            ((JAPAN, ROK, AUSTRALIA), "Allies", "your own answer, each person alone"),
            ((US,), "United States", "what will each ally answer?"),
        ),
    ),
    ASSURANCE,
    (),
    14,
    20,
    "Sealed until the break after turn 3",
)
CHOICE = PollOpen(
    PollQuestion("Which move did most for the alliance this turn?"),
    (),
    ("The bomber visit", "Restating the umbrella", "Sharing missile tracks", "Asking for a seat"),
    17,
    24,
    "Results hidden until the facilitator shows them",
)
RESULTS = PollResults(
    "Which move did most for the alliance this turn?",
    (
        ("The bomber visit", 3),
        ("Restating the umbrella", 2),
        ("Sharing missile tracks", 11),
        ("Asking for a seat", 8),
    ),
    24,
)
GAP = Gap(
    "Felt by the ally, expected by the US",
    Mark("US", 0),
    (
        GapRow(JAPAN, "Read well", "US expected 7, Japan said 7", 7, 6, 8, 7, "0"),
        GapRow(ROK, "Misread", "US expected 7, Korea said 5", 5, 3, 7, 7, "+2"),
        GapRow(AUSTRALIA, "Blind spot", "US expected 7, Australia said 3", 3, 2, 5, 7, "+4"),
    ),
    "Five people in each cell",
)
TIMELINE = Timeline(
    "What happened",
    (
        TimelineRow(1, "The empty ramp", "Bombers fly with Japan;\ntwo allies share a script"),
        TimelineRow(2, "Long reach", "A visit to Korea; the umbrella restated"),
        TimelineRow(3, "Page eleven", "A standing body with Japan and Korea"),
        TimelineRow(
            4, "Two flags round the islands", "A cable is printed; an options paper appears"
        ),
        TimelineRow(5, "Three ballots", "A near miss; then talks,\nwith three co-signers"),
        TimelineRow(6, "One text", "Three governments sign;\nAustralia stands aside"),
    ),
)
CONCERN = Concern(
    AUSTRALIA,
    "Private concern, carried since turn zero",
    (
        "The submarine date is slipping.",
        "Your harbours vote.",
        "You suspect you are valued for your runways.",
    ),
    ((JAPAN, True), (ROK, True), (AUSTRALIA, False), (US, False)),
)
VOTE = TensionVote(
    "Which two shall we talk about?",
    "Two hands each",
    (
        VoteRow("A", "Ask and owe", ("Ask allies to integrate", "Give first what is owed")),
        VoteRow("B", "Leaders and publics", ("Reassure the officials", "Reassure the voters")),
        VoteRow("C", "Fast or full", ("Decide with the willing", "Wait until all are in")),
        VoteRow("D", "Voice and restraint", ("Share risk and say", "Keep decisions few")),
    ),
)
SAY = SeatsSay(
    "One sentence from each cell",
    (
        (US, "We thought a visit was an answer."),
        (JAPAN, "We were told first. That was enough."),
        (ROK, "A seat did more for us than a bomber."),
        (AUSTRALIA, "Nobody asked, so we set terms."),
    ),
)
TEXT = TextPage(
    "One text",
    "The text stands",
    (
        SettledLine("Threats", "Firm"),
        SettledLine("Wording", "Silent"),
        SettledLine("Talks", "Balanced"),
        SettledLine("Umbrella", "Firm"),
    ),
    (US, JAPAN, ROK),
)
QUOTE = Quote(
    "We were never asked what would reassure us. We were told what would, and thanked for our "
    "patience.",
    "A participant, turn 4",
)
END = End(
    "Thank you",
    (
        (
            "Notes are kept by cell, without names. Quotes appear only where you agreed, and "
            "never by person."
        ),
        "The report reaches you by 20 November. Say by then what should be taken out.",
    ),
    "One session shows what one group did once.\nPlease leave your feedback form on the table.",
)
TEST_CARD = TestCard("Assurance is in the eye of the assured")

# Every drawing's state by the drawing's name, and what has no drawing.
DRAWN: dict[str, DisplayState] = {
    "hold": shown(HOLD),
    "brief": shown(BRIEF, "Turn zero · Opening situation"),
    "inject": shown(INJECT, "Turn 2 of 6 · Brief"),
    "deliberate": shown(DELIBERATE, "Turn 2 of 6 · Deliberate"),
    "consult": shown(CONSULT, "Turn 2 of 6 · Consult"),
    "reveal_seat": shown(RevealSeat(US_MOVES), "Turn 2 of 6 · Reveal"),
    "reveal_overview": shown(OVERVIEW, "Turn 2 of 6 · Reveal"),
    "tracks_assurance": shown(Tracks((ASSURANCE_PAGE,)), "Turn 3 of 6 · Discuss"),
    "tracks_adversaries": shown(Tracks((ADVERSARIES_PAGE,)), "Turn 2 of 6 · Discuss"),
    "poll_open": shown(POLL, "Turn 2 of 6 · Poll"),
    "gap": shown(GAP, "Break after turn 3 · First reveal"),
    "timeline": shown(TIMELINE, "Hot wash · Facts"),
    "concern": shown(CONCERN, "Hot wash · Private concerns"),
    "tension_vote": shown(VOTE, "Hot wash · Out of role"),
    "seats_say": shown(SAY, "Turn 3 of 6 · Discuss"),
    "end": shown(END),
}
UNDRAWN: dict[str, DisplayState] = {
    "blank": shown(Blank()),
    "poll_choice": shown(CHOICE, "Turn 2 of 6 · Poll"),
    "poll_results": shown(RESULTS, "Turn 2 of 6 · Poll"),
    "text": shown(TEXT, "Turn 6 of 6 · Reveal"),
    "no_text": shown(TextPage("One text", "There is no text"), "Turn 6 of 6 · Reveal"),
    "eight_text": shown(
        replace(TEXT, lines=(*TEXT.lines, *TEXT.lines), signers=EIGHT), "Turn 6 of 6 · Reveal"
    ),
    "quote": shown(QUOTE, "Hot wash · Insights"),
    "test_card": shown(TEST_CARD, "Room check"),
    "last_minutes": shown(replace(DELIBERATE, time=TimeLeft(74, 360)), "Turn 2 of 6 · Deliberate"),
    "time_over": shown(
        replace(DELIBERATE, time=TimeLeft(0, 360, "over")), "Turn 2 of 6 · Deliberate"
    ),
    "time_closed": shown(
        replace(DELIBERATE, time=TimeLeft(0, 360, "closed")), "Turn 2 of 6 · Deliberate"
    ),
    "closed_consult": shown(
        replace(CONSULT, time=TimeLeft(0, 180, "closed")), "Turn 2 of 6 · Consult"
    ),
    "paused": shown(
        replace(DELIBERATE, time=TimeLeft(725, 900, "paused")), "Turn 2 of 6 · Deliberate"
    ),
    "eight_deliberate": shown(
        replace(DELIBERATE, cells=tuple(CellTick(seat, seat.index % 2 == 1) for seat in EIGHT)),
        "Turn 2 of 6 · Deliberate",
    ),
    "eight_consult": shown(
        replace(CONSULT, rows=tuple(Asking(seat, (US, ROK)) for seat in EIGHT)),
        "Turn 2 of 6 · Consult",
    ),
    "eight_overview": shown(
        RevealOverview(
            "Moves, turn 2",
            tuple(
                SeatMoves(seat, True, (PublicMove("Ask for a seat", "joint", EIGHT[4:6]),), True)
                for seat in EIGHT
            ),
        ),
        "Turn 2 of 6 · Reveal",
    ),
    "quiet_only": shown(RevealSeat(SeatMoves(JAPAN, True, (), True)), "Turn 2 of 6 · Reveal"),
    "one_move": shown(
        RevealSeat(SeatMoves(ROK, True, US_MOVES.moves[:1], False)), "Turn 2 of 6 · Reveal"
    ),
    "three_moves": shown(
        RevealSeat(replace(US_MOVES, moves=(*US_MOVES.moves, US_MOVES.moves[0]))),
        "Turn 2 of 6 · Reveal",
    ),
}
ALL = DRAWN | UNDRAWN
