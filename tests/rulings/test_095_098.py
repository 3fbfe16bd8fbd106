"""Rulings 95–98: how it ends, objectives, and what people answered."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from app.core import actions as do
from app.core import polls
from app.core.events import Entry, Event
from app.core.state import State
from app.core.values import Answers, CellSetup, Phase, Setup
from app.report.build import build_report
from app.report.gather_polls import check_facts
from app.report.model import as_plain
from tests.rulings.cards import play
from tests.rulings.table import REASON, Table

ALL = ("US", "JPN", "ROK", "AUS")


# --- 95: how it ended ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gauges", "end"),
    [
        ({"ESC": 8}, "E1"),
        ({"ESC": 7}, "E6"),
        ({"ESC": 8, "pKR": 9, "INT": 5, "aKR": 4}, "E1"),
        ({"pJP": 9}, "E2"),
        ({"pAU": 9}, "E2"),
        ({"pKR": 8}, "E6"),
        ({"pKR": 9, "INT": 5, "aKR": 4}, "E2"),
        ({"INT": 5, "aKR": 4}, "E3"),
        ({"INT": 9, "aAU": 0}, "E3"),
        ({"INT": 4, "aKR": 4}, "E6"),
        ({"INT": 5, "aKR": 5}, "E6"),
        ({"aKR": 6, "INT": 6}, "E4"),
        ({"aKR": 6, "INT": 7}, "E5"),
        ({"aKR": 5, "INT": 7}, "E6"),
        ({"aJP": 5, "aKR": 6, "INT": 6}, "E6"),
    ],
)
def test_ruling_095_the_first_that_is_true(gauges: dict[str, int], end: str) -> None:
    """Given gauges at the end, when E1–E6 are read in order, then the first that is true holds."""
    assert Table(turn=6).end_state(**gauges) == end


def test_ruling_095_k03_in_any_channel() -> None:
    """Given a Quiet K03, when the exercise ends, then E2; K02 alone does not bring it."""
    game = Table(turn=6)
    game.earlier(2, play("K02", "solo"))
    assert game.end_state(ESC=3) == "E6"
    game.earlier(3, play("K03", "quiet", addressee="JPN"), gauges={"pKR": 7})
    assert game.end_state(ESC=3) == "E2"


def test_ruling_095_k03_of_the_last_turn() -> None:
    """Given K03 in turn 6 itself, when the exercise ends, then E2."""
    game = Table(turn=6, gauges={"pKR": 7})
    game.earlier(2, play("K02", "solo"))
    game.play("K03", "solo")
    assert game.end_state() == "E2"


def test_ruling_095_after_the_last_close() -> None:
    """Given Escalation 8 in turn 6, when Close cools it to 7, then E6; with a show it stays E1."""
    assert Table(turn=6, gauges={"ESC": 8}).end_state() == "E6"
    game = Table(turn=6, gauges={"ESC": 8})
    game.play("J01", "solo")
    assert game.end_state() == "E1"


def test_ruling_095_assurance_is_read_after_r7() -> None:
    """Given all allies at 7 and not in touch, when Close makes it 6, then E4; from 6 it is E6."""
    sevens = {"aJP": 7, "aKR": 7, "aAU": 7}
    assert Table(turn=6, gauges=sevens).end_state() == "E4"
    assert Table(turn=6, gauges=sevens | {"INT": 7}).end_state() == "E5"
    assert Table(turn=6, gauges={"aKR": 6}).end_state() == "E6"


def test_ruling_095_ended_early_after_a_finished_turn() -> None:
    """Given turn 3 is finished at Pressure 9, when the exercise ends there, then E2, marked early.

    ROK 5, so R9 leaves its Pressure at 9.
    """
    game = Table(turn=3, gauges={"pKR": 9})
    game.to(Phase.POLL)
    game.do(do.EndSession(REASON))
    assert (game.state.end_state, game.state.ended_early) == ("E2", True)


def test_ruling_095_ended_early_in_a_turn() -> None:
    """Given K03 lies in turn 3's hand-in, when the exercise ends there, then turn 2 is tested."""
    game = Table(turn=3, gauges={"pKR": 7})
    game.earlier(2, play("K02", "solo"))
    game.play("K03", "solo")
    game.do(do.EndSession(REASON))
    assert (game.state.end_state, game.state.ended_early) == ("E6", True)


# --- 96: objectives -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("objective", "met", "missed"),
    [
        ("US a", {"INT": 7}, {"INT": 6}),
        ("US b", {"ESC": 6}, {"ESC": 7}),
        ("US c", {"CAP": 4}, {"CAP": 3}),
        ("JPN a", {"aJP": 7}, {"aJP": 6}),
        ("JPN b", {"pJP": 4}, {"pJP": 5}),
        ("ROK b", {"aKR": 6}, {"aKR": 5}),
        ("ROK c", {"dDPRK": 6}, {"dDPRK": 5}),
        ("AUS b", {"pAU": 5}, {"pAU": 6}),
    ],
)
def test_ruling_096_gauges_at_the_end(
    objective: str, met: dict[str, int], missed: dict[str, int]
) -> None:
    """Given a gauge at the end, when the objective is tested, then its bound decides."""
    assert Table(turn=6).objectives(**met)[objective] is True
    assert Table(turn=6).objectives(**missed)[objective] is False


def _answered(turn: int, felt: Iterable[float], guessed: Iterable[float]) -> Table:
    """A table at turn 6 with one felt and one estimated answer for Japan, ROK, Australia."""
    game = Table(turn=6)
    answers: list[Answers] = []
    for ally, own, guess in zip(ALL[1:], felt, guessed, strict=False):
        answers.append(Answers("felt", ally, values=(own,)))
        answers.append(Answers("felt", "US", ally, values=(guess,)))
    game.change(turn, answers=tuple(answers))
    return game


def test_ruling_096_the_us_reads_every_ally() -> None:
    """Given gaps of −1 to +1 for all three, when the last poll is in, then met; one of 2 is not."""
    assert _answered(6, (5, 5, 5), (6, 4, 5)).objectives(ESC=3)["US d"] is True
    assert _answered(6, (5, 5, 5), (6, 4, 7)).objectives(ESC=3)["US d"] is False
    assert _answered(6, (5, 5, 5), (6, 3, 5)).objectives(ESC=3)["US d"] is False
    assert _answered(6, (5, 5), (5, 5)).objectives(ESC=3)["US d"] is False
    assert Table(turn=6).objectives(ESC=3)["US d"] is False


def test_ruling_096_the_last_poll_counts() -> None:
    """Given good guesses in turn 5 and a bad one in turn 6, when tested, then turn 6 decides."""
    game = _answered(5, (5, 5, 5), (5, 5, 5))
    assert game.objectives(ESC=3)["US d"] is True
    bad = _answered(6, (5, 5, 5), (5, 5, 9))
    game.change(6, answers=bad.record(6).answers)
    assert game.objectives(ESC=3)["US d"] is False


def test_ruling_096_the_strike_question() -> None:
    """Given Japan's Pressure at 5, when J02 was co-signed by the US, then b is met all the same."""
    framed, alone = Table(turn=6), Table(turn=6)
    framed.earlier(4, play("J02", "joint", signers=["US"]))
    alone.earlier(4, play("J02", "joint", signers=["ROK"]))
    assert framed.objectives(pJP=5)["JPN b"] is True
    assert alone.objectives(pJP=5)["JPN b"] is False
    assert alone.objectives(pJP=4)["JPN b"] is True


def test_ruling_096_no_wording_unasked() -> None:
    """Given U06 in turn 3, when Japan was asked about it in any way, then c is met; else not."""
    assert Table(turn=6).objectives(ESC=3)["JPN c"] is True
    asked, cold, quiet = Table(turn=6), Table(turn=6), Table(turn=6)
    asked.earlier(3, play("U06", "solo"), consulted=[("US", "JPN", "U06", "objects")])
    cold.earlier(3, play("U06", "solo"), consulted=[("US", "ROK", "U06", "accepts")])
    quiet.earlier(2, play("J05", "quiet", addressee="US"))
    quiet.earlier(3, play("U06", "solo"))
    assert asked.objectives(ESC=3)["JPN c"] is True
    assert cold.objectives(ESC=3)["JPN c"] is False
    assert quiet.objectives(ESC=3)["JPN c"] is True


def test_ruling_096_the_last_turn_counts() -> None:
    """Given J02, U06 or A07 in turn 6 itself, when objectives are tested, then they count.

    Japan's Pressure: 6, and J02 makes it 5, which is not 4. U06 comes cold.
    """
    strike, wording, scheme = Table(turn=6, gauges={"pJP": 6}), Table(turn=6), Table(turn=6)
    strike.play("J02", "joint", signers=["US"])
    wording.play("U06", "solo")
    scheme.play("A07", "joint", signers=["ROK"])
    assert strike.objectives()["JPN b"] is True
    assert wording.objectives()["JPN c"] is False
    assert scheme.objectives()["AUS c"] is True
    wording.consult("US", "JPN", "U06", "objects")
    assert wording.objectives()["JPN c"] is True


def test_ruling_096_a_real_say() -> None:
    """Given U08 with the ROK, even in a turn of N5, when tested, then a is met; without it not."""
    member, outside, hedged = Table(turn=6), Table(turn=6), Table(turn=6)
    member.earlier(2, play("U08", "joint", signers=["ROK"]))
    outside.earlier(2, play("U08", "joint", signers=["JPN"]))
    hedged.earlier(2, play("U08", "joint", signers=["ROK"]), play("K02", "solo"))
    assert member.objectives(ESC=3)["ROK a"] is True
    assert outside.objectives(ESC=3)["ROK a"] is False
    assert hedged.objectives(ESC=3)["ROK a"] is True


def test_ruling_096_one_text_of_all_four() -> None:
    """Given the text, when all seats signed, then Australia's a is met; with three it is not."""
    whole, three = Table(turn=6), Table(turn=6)
    whole.one_text({}, ALL)
    three.one_text({}, ["JPN", "ROK", "AUS"])
    assert whole.objectives()["AUS a"] is True
    assert three.objectives()["AUS a"] is False


def test_ruling_096_a_scheme_exists() -> None:
    """Given A07 in any turn, when tested, then Australia's c is met; without it not."""
    game = Table(turn=6)
    assert game.objectives(ESC=3)["AUS c"] is False
    game.earlier(2, play("A07", "joint", signers=["JPN"]))
    assert game.objectives(ESC=3)["AUS c"] is True


# --- 97, 98: what people answered ---------------------------------------------------------------


def _poll(turn: int, *answers: Answers) -> Table:
    game = Table(turn=6)
    game.change(turn, answers=answers)
    return game


def _gap(felt: tuple[float, ...], guessed: tuple[float, ...]) -> tuple[float, str]:
    """Gap and word for Japan, from what Japan felt and the US guessed."""
    game = _poll(
        6, Answers("felt", "JPN", values=felt), Answers("felt", "US", "JPN", values=guessed)
    )
    (figure,) = polls.gaps(game.book, game.state, 6)
    assert figure.seat == "JPN"
    return figure.gap, figure.word


@pytest.mark.parametrize(
    ("felt", "guessed", "gap", "word"),
    [
        ((4, 5), (7, 7, 6), 2.5, "misread"),  # 7 − 4.5, rounded toward zero: 2
        ((7,), (3, 4), -3.5, "misread"),  # 3.5 − 7, rounded toward zero: −3
        ((5,), (5,), 0, "read well"),
        ((5,), (6,), 1, "read well"),
        ((5, 6), (7,), 1.5, "read well"),
        ((7, 6), (5,), -1.5, "read well"),
        ((5,), (7,), 2, "misread"),
        ((7,), (5,), -2, "misread"),
        ((5,), (8,), 3, "misread"),
        ((5, 4), (8,), 3.5, "misread"),
        ((4,), (8,), 4, "blind spot"),
        ((8,), (4,), -4, "blind spot"),
        ((1, 5, 9), (5,), 0, "read well"),  # the median, not the mean of extremes
        ((0, 5, 6), (5,), 0, "read well"),
    ],
)
def test_ruling_097_gap(
    felt: tuple[float, ...], guessed: tuple[float, ...], gap: float, word: str
) -> None:
    """Given both sides' answers, when the medians are compared, then a half counts toward zero."""
    assert _gap(felt, guessed) == (gap, word)


def test_ruling_097_a_typed_median() -> None:
    """Given a typed median from one side, when the gap is taken, then it stands for the cell."""
    game = _poll(
        6,
        Answers("felt", "ROK", values=(4.5,), is_median=True),
        Answers("felt", "US", "ROK", values=(7,)),
    )
    assert [(x.seat, x.gap, x.word) for x in polls.gaps(game.book, game.state, 6)] == [
        ("ROK", 2.5, "misread")
    ]


def test_ruling_097_one_side_is_not_measured() -> None:
    """Given answers from one side only, when the gap is asked for, then it is not measured."""
    game = _poll(
        6,
        Answers("felt", "JPN", values=(5,)),
        Answers("felt", "US", "ROK", values=(5,)),
        Answers("felt", "AUS", values=(5,)),
        Answers("felt", "US", "AUS", values=(5,)),
    )
    assert [x.seat for x in polls.gaps(game.book, game.state, 6)] == ["AUS"]


def _manned(**cells: CellSetup) -> Table:
    """A session in which some seats are manned otherwise, at the poll of turn 1."""
    game = Table(turn=0)
    game.state = State()
    game.do(do.StartSession(Setup("A table", tuple(cells.get(x, CellSetup(x)) for x in ALL))))
    game.to(Phase.POLL, 1)
    return game


def test_ruling_097_empty_and_scripted_seats_never_enter() -> None:
    """Given an empty and a scripted ally, when the poll opens, then neither is asked nor guessed.

    However many heads were typed for the scripted one.
    """
    game = _manned(
        ROK=CellSetup("ROK", heads=0, played_by="nobody"),
        AUS=CellSetup("AUS", heads=2, played_by="facilitator"),
    )
    felt = game.book.poll("felt")
    asked = [(x.seat, x.about) for x in polls.expected_answers(game.book, game.state, felt)]
    assert asked == [("JPN", ""), ("US", "JPN")]
    for ally in ("ROK", "AUS"):
        own = do.EnterAnswers(Answers("felt", ally, values=(5,)))
        assert game.refused(own).code == "NotAsked"
        guess = do.EnterAnswers(Answers("felt", "US", ally, values=(5,)))
        assert game.refused(guess).code == "NotAsked"


class _Logged(Table):
    """A session from its start, with its log, of which a report can be made."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        super().__init__(turn=0)

    def do(self, action: do.Action) -> tuple[Event, ...]:
        first = self.state.seq + 1
        events = super().do(action)
        numbered = enumerate(events, first)
        self.entries += [Entry(seq, seq, "2027-01-15T08:00:00Z", event) for seq, event in numbered]
        return events

    def feels(self, turn: int, **felt: float) -> None:
        """What allies feel in a turn's poll, as typed medians."""
        self.to(Phase.POLL, turn)
        for ally, value in felt.items():
            answers = Answers("felt", ally, values=(value,), is_median=True)
            self.do(do.EnterAnswers(answers))


def test_ruling_098_model_check() -> None:
    """Given two silent turns, when felt and Assurance after Close lie 3 apart twice, then suspect.

    After Close: Japan 5 4, the ROK 4 3, Australia 5 5 (I1 and I2; nobody at 6 fades). Either way
    counts, and nothing is rounded: Australia's +2.5 is no 3. No estimate is needed for it.
    """
    game = _Logged()
    game.feels(1, JPN=8, ROK=1, AUS=2)
    game.feels(2, JPN=7, ROK=6, AUS=7.5)
    checks = check_facts(game.book, game.state)
    assert [(x.turn, x.seat.id, x.difference) for x in checks] == [
        (1, "JPN", 3),
        (1, "ROK", -3),
        (1, "AUS", -3),
        (2, "JPN", 3),
        (2, "ROK", 3),
        (2, "AUS", 2.5),
    ]
    game.do(do.EndSession(REASON))
    report = build_report(game.book, game.entries, {}, "internal")
    spoken = [game.book.spoken(ally) for ally in ("JPN", "ROK")]
    said = "lay three or more apart at least twice for " + " and ".join(spoken) + "."
    assert said in json.dumps(as_plain(report), ensure_ascii=False)


@pytest.mark.parametrize(
    ("values", "divided"),
    [((1, 5), True), ((1, 2, 5), True), ((1, 4), False), ((5,), False), ((0, 10), True)],
)
def test_ruling_098_divided_cell(values: tuple[float, ...], divided: bool) -> None:
    """Given answers of one cell to item 1, when they lie 4 or more apart, then it is divided."""
    game = _poll(6, Answers("felt", "ROK", values=values), Answers("heard", "JPN", values=(0, 10)))
    assert (polls.divided_cells(game.record(6), "felt") == ("ROK",)) is divided


def test_ruling_098_estimates_divide_nobody() -> None:
    """Given US estimates 0 and 10, when cells are looked at, then none of them is divided."""
    game = _poll(6, Answers("felt", "US", "JPN", values=(0, 10)))
    assert polls.divided_cells(game.record(6), "felt") == ()


def _largest(*figures: tuple[int, str, float]) -> tuple[int, str, float] | None:
    """The largest gap of figures (turn, ally, gap)."""
    game = Table(turn=6)
    for turn in range(1, 7):
        answers: list[Answers] = []
        for _, ally, gap in (x for x in figures if x[0] == turn):
            answers.append(Answers("felt", ally, values=(5,)))
            answers.append(Answers("felt", "US", ally, values=(5 + gap,)))
        game.change(turn, answers=tuple(answers))
    found = polls.largest_gap(game.book, game.state)
    return None if found is None else (found.turn, found.seat, found.gap)


def test_ruling_098_the_largest_gap() -> None:
    """Given gaps over the turns, when the largest is named, then by size, turn, seat order."""
    assert _largest((1, "JPN", 2), (2, "AUS", -3), (3, "ROK", 1)) == (2, "AUS", -3)
    assert _largest((4, "AUS", 3), (2, "ROK", -3), (3, "JPN", 3)) == (2, "ROK", -3)
    assert _largest((2, "AUS", 4), (2, "ROK", -4), (2, "JPN", 1)) == (2, "ROK", -4)
    assert _largest() is None
