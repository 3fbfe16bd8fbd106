"""What the room sees: `DisplayState`, an immutable public value.

This is the secrecy boundary. A `DisplayState` is built by `app.core.room` from the state of an
exercise and holds only what every seat may see; hidden content is absent from it. The painter
receives nothing else, so it cannot leak what it was never given.

Positions and sizes are not its business: it says *what*, `app.gui.display` says *how*.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

Channel = Literal["joint", "solo", "quiet"]
TimerWord = Literal["running", "paused", "over", "closed", "idle"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A seat as the room knows it: its name, and its place in the deck (0–7) for shape and hue."""

    name: str
    index: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: title left, position right, handling line top and bottom."""

    title: str
    position: str = ""
    handling: str = ""
    theme: Literal["dark", "light"] = "dark"
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """A countdown as the room may see it. `seconds` is never negative; `total` is in seconds."""

    seconds: int
    total: int
    word: TimerWord = "running"

    @property
    def label(self) -> str:
        """Time as the room reads it, such as '3:05', 'Time' at its end, 'Closed' once left."""
        if self.word == "over":
            return "Time"
        if self.word == "closed":
            return "Closed"
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


# Each screen has a constant `kind`, by which a stored picture is read back.
# --- The screens -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Blank:
    """Every pixel black. Also what the room sees before anything was shown."""

    kind: Literal["blank"] = "blank"


@dataclass(frozen=True, slots=True)
class Hold:
    """A quiet title card between items."""

    title: str
    line: str = ""
    note: str = ""
    kind: Literal["hold"] = "hold"


@dataclass(frozen=True, slots=True)
class Brief:
    """Text to read together. The painter breaks the paragraphs into pages, never shrinks them."""

    heading: str
    paragraphs: tuple[str, ...]
    foot: str = ""
    kind: Literal["brief"] = "brief"


@dataclass(frozen=True, slots=True)
class InjectCard:
    """A public inject. `label` is its invented source, medium and in-world time."""

    label: str
    heading: str
    paragraphs: tuple[str, ...]
    question: str = ""
    kind: Literal["inject card"] = "inject card"


@dataclass(frozen=True, slots=True)
class CellTick:
    """One cell on the hand-in list."""

    seat: Mark
    handed_in: bool


@dataclass(frozen=True, slots=True)
class Deliberate:
    """The timer, the task and who has handed in. Its time and ticks stay live while it is shown."""

    time: TimeLeft
    task: str
    cells: tuple[CellTick, ...]
    kind: Literal["deliberate"] = "deliberate"


@dataclass(frozen=True, slots=True)
class Asking:
    """The fact that one cell consults others, never the content."""

    asking: Mark
    asked: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Consult:
    """Who is asking whom, and the time left. Live while it is shown."""

    heading: str
    time: TimeLeft
    rows: tuple[Asking, ...]
    foot: str = ""
    kind: Literal["consult"] = "consult"


@dataclass(frozen=True, slots=True)
class PublicMove:
    """A revealed move. Quiet moves never become one."""

    title: str
    channel: Channel
    signers: tuple[Mark, ...] = ()
    host: Mark | None = None
    target: str = ""
    audience: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SeatMoves:
    """One seat's moves as revealed. `quiet`: there was some quiet activity, never how much."""

    seat: Mark
    revealed: bool
    moves: tuple[PublicMove, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RevealSeat:
    """The moves of one seat, turned over."""

    seat: SeatMoves
    kind: Literal["reveal seat"] = "reveal seat"


@dataclass(frozen=True, slots=True)
class RevealOverview:
    """All seats' moves, one line a move."""

    heading: str
    seats: tuple[SeatMoves, ...]
    kind: Literal["reveal overview"] = "reveal overview"


@dataclass(frozen=True, slots=True)
class SettledLine:
    """One line of a text as it was settled."""

    label: str
    option: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A text that the seats drafted, once the hand-in is closed: what it says and who signed it.

    `words` says whether it came about. Where it did not, nothing of it is in here, nor who signed.
    """

    title: str
    words: str
    lines: tuple[SettledLine, ...] = ()
    signers: tuple[Mark, ...] = ()
    kind: Literal["text page"] = "text page"


@dataclass(frozen=True, slots=True)
class BandTrack:
    """A gauge shown by band only: `bands` names five steps, `now` and `began` are 0–4.

    `began` is None where nothing is to be compared. No digit of the gauge is in here.
    """

    name: str
    seat: Mark | None
    bands: tuple[str, ...]
    now: int
    began: int | None
    change: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DigitTrack:
    """A gauge whose digit every seat may see: `now` and `began` are 0–10."""

    name: str
    band: str
    now: int
    began: int | None
    change: str
    worse: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TrackPage:
    """One family of gauges, at most six rows."""

    heading: str
    rows: tuple[BandTrack | DigitTrack, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Tracks:
    """Gauges by family, one page each."""

    pages: tuple[TrackPage, ...]
    kind: Literal["tracks"] = "tracks"


@dataclass(frozen=True, slots=True)
class PollQuestion:
    """One question of an open poll, with who answers it: (marks, who, what they answer)."""

    text: str
    answers: tuple[tuple[tuple[Mark, ...], str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PollOpen:
    """An open poll: the question, its scale or options, the count of answers, no result.

    `scale` holds the five band names of a 0–10 scale, which may be empty; none otherwise.
    """

    question: PollQuestion
    scale: tuple[str, ...]
    options: tuple[str, ...]
    answered: int
    heads: int
    policy: str
    kind: Literal["poll open"] = "poll open"


@dataclass(frozen=True, slots=True)
class PollResults:
    """Counts per option, once the facilitator shows them. `n` is the number of answers."""

    question: str
    options: tuple[tuple[str, int], ...]
    n: int
    kind: Literal["poll results"] = "poll results"


@dataclass(frozen=True, slots=True)
class GapRow:
    """One ally: felt (median and range), expected by the estimating seat, and the gap in words."""

    seat: Mark
    word: str
    sentence: str
    felt: float
    low: float
    high: float
    estimate: float
    gap: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Felt against expected, in seat order. `estimator` is drawn as a ring."""

    heading: str
    estimator: Mark
    rows: tuple[GapRow, ...]
    foot: str = ""
    kind: Literal["gap"] = "gap"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One turn in the recap: its theme and what all saw."""

    turn: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened, turn by turn, public facts only."""

    heading: str
    rows: tuple[TimelineRow, ...]
    kind: Literal["timeline"] = "timeline"


@dataclass(frozen=True, slots=True)
class Concern:
    """A seat's private concern, once the hot wash has revealed it. `order` marks who has read."""

    seat: Mark
    label: str
    sentences: tuple[str, ...]
    order: tuple[tuple[Mark, bool], ...]
    kind: Literal["concern"] = "concern"


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One tension to vote on, by letter, with its two poles."""

    letter: str
    name: str
    poles: tuple[str, str]


@dataclass(frozen=True, slots=True)
class TensionVote:
    """The most-tagged tensions, for a show of hands."""

    heading: str
    hint: str
    rows: tuple[VoteRow, ...]
    kind: Literal["tension vote"] = "tension vote"


@dataclass(frozen=True, slots=True)
class SeatsSay:
    """One sentence from each cell."""

    heading: str
    rows: tuple[tuple[Mark, str], ...]
    kind: Literal["seats say"] = "seats say"


@dataclass(frozen=True, slots=True)
class Quote:
    """One starred quote, attributed as the session was set up."""

    text: str
    attribution: str
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class End:
    """Thanks, and what becomes of the notes."""

    title: str
    paragraphs: tuple[str, ...]
    foot: str = ""
    kind: Literal["end"] = "end"


@dataclass(frozen=True, slots=True)
class TestCard:
    """Lines at given percentages of the height: can the back row read this? Set-up only."""

    __test__ = False

    line: str
    percents: tuple[float, ...] = (3.0, 3.7, 4.2, 6.0)
    kind: Literal["test card"] = "test card"


Screen = (
    Blank
    | Hold
    | Brief
    | InjectCard
    | Deliberate
    | Consult
    | RevealSeat
    | RevealOverview
    | TextPage
    | Tracks
    | PollOpen
    | PollResults
    | Gap
    | Timeline
    | Concern
    | TensionVote
    | SeatsSay
    | Quote
    | End
    | TestCard
)


@dataclass(frozen=True, slots=True)
class DisplayState:
    """One picture for the room: frame, screen, and the page of it that is turned up (from 0)."""

    frame: Frame
    screen: Screen
    page: int = 0


NOTHING_SHOWN = DisplayState(Frame(""), Blank())


def plain_text(display: DisplayState) -> str:
    """The picture as text, for screen readers and for the record: a line for each thing said.

    Everything that can be seen is in it, so that a test for leaks can read this instead of pixels;
    a band is said by its name. A blank room is the empty string.
    """
    if isinstance(display.screen, Blank):
        return ""
    return "\n".join(part for part in _texts((display.frame, display.screen)) if part)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, TimeLeft):
        return [value.label]
    if isinstance(value, CellTick):
        return [f"{value.seat.name}: {'Handed in' if value.handed_in else 'Deliberating'}"]
    if isinstance(value, SeatMoves):
        return _texts_of_moves(value)
    if isinstance(value, (BandTrack, DigitTrack)):
        return [value.name, _stand(value), value.change, value.reason]
    if isinstance(value, PollOpen):
        shown = (value.question, value.scale, value.options)
        return [*_texts(shown), f"{value.answered} of {value.heads} answered", value.policy]
    if isinstance(value, (int, float)):
        return [f"{value:g}"]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    if is_dataclass(value):
        skip = {"index", "theme", "scale", "kind"}
        return [
            text
            for field in fields(value)
            if field.name not in skip
            for text in _texts(getattr(value, field.name))
        ]
    raise TypeError(f"no text for {type(value).__name__}")


def _texts_of_moves(seat: SeatMoves) -> list[str]:
    if not seat.revealed:
        return [seat.seat.name, "Not yet revealed"]
    quiet = ["Some quiet activity"] if seat.quiet else []
    return [seat.seat.name, *_texts(seat.moves), *quiet]


def _stand(track: BandTrack | DigitTrack) -> str:
    """Where a gauge stands and where it began: 'Uneasy, was Guarded', '6 Contested, was 5'."""
    if isinstance(track, DigitTrack):
        now, began = f"{track.now} {track.band}", f"{track.began}"
    else:
        now, began = track.bands[track.now], track.bands[track.began or 0]
    return now if track.began is None else f"{now}, was {began}"
