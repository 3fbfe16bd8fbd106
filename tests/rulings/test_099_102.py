"""Rulings 99–102: the white cell's rulings and the challenge. All worked out by hand."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import AddedLine, Phase, Ruling
from app.gui.console.ledger_views import ledger_view
from tests.rulings.cards import argument
from tests.rulings.lines import line_key
from tests.rulings.table import REASON, Table


def _visit_and_words(**more: object) -> Table:
    """U01 Joint with Japan and U05: +1 +1 +1 on Japan, of which R5 takes 2."""
    game = Table(turn=2, **more)  # type: ignore[arg-type]
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("U05", "solo")
    return game


def _ruling(line: str, to: int, reason: str = REASON) -> do.RuleLine:
    return do.RuleLine(Ruling(line_key(line), to, reason))


# --- 99: where ----------------------------------------------------------------------------------


def test_ruling_099_one_of_three_cancelled() -> None:
    """Given +1 +1 +1 on Japan and R5 −2, when one +1 is cancelled, then R5 −1: still +1 in all."""
    game = _visit_and_words()
    game.expect_gauge(
        "aJP",
        """
        printed U01 aJP +1 6>7
        printed U05 aJP +1 7>8
        channel R3/U01 aJP +1 8>9
        limit R5 aJP -2 9>7
        """,
    )
    game.rule("printed U05 aJP", to=0)
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        printed U05 aJP +1 ruled 0 7>7
        printed U05 aKR +1 5>6
        printed U05 aAU +1 6>7
        printed U05 dDPRK +1 5>6
        printed U05 CAP -1 6>5
        channel R3/U01 aJP +1 7>8
        limit R5 aJP -1 8>7
        """,
        stage="moves",
    )


def test_ruling_099_close_is_worked_out_again() -> None:
    """Given Australia at 7 lifted to 8 by U05, when that is cancelled, then R7 and R9 start from 7.

    With U05 8, R7 leaves 7, and R9 calms its public; without it 7, R7 leaves 6, and it does not.
    """
    kept = Table(turn=2, gauges={"aAU": 7})
    kept.play("U05", "solo")
    kept.expect_gauge("pAU", "close R9 pAU -1 3>2")
    ruled = Table(turn=2, gauges={"aAU": 7})
    ruled.play("U05", "solo")
    ruled.rule("printed U05 aAU", to=0)
    ruled.expect_gauge(
        "aAU",
        """
        printed U05 aAU +1 ruled 0 7>7
        close R7 aAU -1 7>6
        """,
    )
    ruled.expect_gauge("pAU", "")


def test_ruling_099_the_ceiling_is_worked_out_again() -> None:
    """Given Integration 7 and R6 back to 6, when one +1 is cancelled, then there is no R6."""
    game = Table(turn=2, gauges={"INT": 5})
    game.play("J01", "solo")
    game.play("K01", "solo")
    game.expect_gauge(
        "INT",
        """
        printed J01 INT +1 5>6
        printed K01 INT +1 6>7
        ceiling R6 INT -1 7>6
        """,
    )
    game.rule("printed J01 INT", to=0)
    game.expect_gauge(
        "INT",
        """
        printed J01 INT +1 ruled 0 5>5
        printed K01 INT +1 5>6
        """,
    )


def test_ruling_099_combinations_are_not_worked_out_again() -> None:
    """Given S1, when every line of U01 on PRC and of J01 is cancelled, then S1's lines stay."""
    game = Table(turn=2)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    game.rule("printed U01 dPRC", to=0)
    game.rule("printed J01 INT", to=0)
    game.expect(
        """
        printed U01 aJP +1 6>7
        printed U01 dPRC +1 ruled 0 5>5
        printed U01 ESC +1 3>4
        printed J01 pJP +1=0 S1 4>4
        printed J01 INT +1 ruled 0 3>3
        channel R3/U01 aJP +1 7>8
        combination S1 aJP +1 8>9
        combination S1 dPRC +1 5>6
        limit R5 aJP -2 9>7
        """,
        stage="moves",
    )


def test_ruling_099_channel_combination_and_text_lines() -> None:
    """Given lines of four steps, when each is ruled on, then each takes the ruling.

    Japan: +1 (U01), 0 (R3), +2 (S1) are 3 up: R5 −2. The text stands outside R5: its +1 made 2.
    """
    game = Table(turn=6)
    game.play("U01", "joint", host="JPN", target="PRC", signers=["JPN"])
    game.play("J01", "solo")
    game.one_text({}, ["US", "JPN", "ROK", "AUS"])
    game.rule("channel R3/U01 aJP", to=0)
    game.rule("combination S1 aJP", to=2)
    game.rule("procedure one-text aJP", to=2)
    game.expect_gauge(
        "aJP",
        """
        printed U01 aJP +1 6>7
        channel R3/U01 aJP +1 ruled 0 7>7
        combination S1 aJP +1 ruled 2 7>9
        limit R5 aJP -2 9>7
        procedure one-text aJP +1 ruled 2 7>9
        """,
    )


def test_ruling_099_a_limit_can_only_be_cancelled() -> None:
    """Given R5 −2 on Japan, when it is ruled on, then 0 is taken, and nothing else is."""
    game = _visit_and_words()
    game.to(Phase.ADJUDICATE)
    for value in (-1, -3, 1):
        assert game.refused(_ruling("limit R5 aJP", value)).code == "NotARuling"
    game.rule("limit R5 aJP", to=0)
    game.expect_gauge(
        "aJP",
        """
        printed U01 aJP +1 6>7
        printed U05 aJP +1 7>8
        channel R3/U01 aJP +1 8>9
        limit R5 aJP -2 ruled 0 9>9
        """,
    )


def test_ruling_099_a_ceiling_can_only_be_cancelled() -> None:
    """Given R6 −1 on Integration, when it is cancelled, then the rise stands."""
    game = Table(turn=2, gauges={"INT": 6})
    game.play("J01", "solo")
    game.to(Phase.ADJUDICATE)
    assert game.refused(_ruling("ceiling R6 INT", -2)).code == "NotARuling"
    game.rule("ceiling R6 INT", to=0)
    game.expect_gauge(
        "INT",
        """
        printed J01 INT +1 6>7
        ceiling R6 INT -1 ruled 0 7>7
        """,
    )


def test_ruling_099_added_lines_follow_r6_and_only_bounds_hold_them() -> None:
    """Given Integration at its ceiling and Japan at 9, when lines are added, then only 10 stops it.

    Japan: U05 and the Joint visit +3, of which R5 takes 2, then +1: 9 → 11, bounds 10.
    """
    game = _visit_and_words(gauges={"INT": 6, "aJP": 9})
    game.add("INT", 1)
    game.add("aJP", 1)
    game.expect_gauge("INT", "added W INT +1 6>7")
    game.expect_gauge(
        "aJP",
        """
        printed U01 aJP +1 9>10
        printed U05 aJP +1 10>11
        channel R3/U01 aJP +1 11>12
        limit R5 aJP -2 12>10
        added W aJP +1 10>11
        bounds bounds aJP -1 11>10
        """,
    )


def test_ruling_099_brief_close_and_bounds_are_not_ruled_on() -> None:
    """Given lines of Brief, Close and bounds, when one is ruled on, then it is refused."""
    game = _visit_and_words(gauges={"aJP": 10})
    game.to(Phase.ADJUDICATE)
    (bounds,) = [x for x in game.ledger("moves") if x.step == "bounds"]
    close = game.ledger("close")
    assert {x.cause for x in close} == {"R7", "R8", "R9"}
    for line in (bounds, *close):
        refusal = game.refused(do.RuleLine(Ruling(line.key, 0, REASON)))
        assert refusal.code == "NotARuling"
    brief = Table(turn=1, phase=Phase.BRIEF)
    brief.to(Phase.ADJUDICATE, 2)
    (loss,) = [x for x in brief.state.now.lines if x.cause == "I2" and x.gauge == "CAP"]
    assert brief.refused(do.RuleLine(Ruling(loss.key, 0, REASON))).code == "NoSuchLine"


# --- 100: by mode -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "value", "taken"),
    [
        ("printed U11 ESC", -1, True),
        ("printed U11 ESC", -3, True),
        ("printed U11 ESC", 0, True),
        ("printed U11 ESC", -4, False),
        ("printed U11 ESC", 1, False),
        ("printed U11 ESC", -2, False),  # as it is
        ("printed U11 CAP", 2, True),
        ("printed U11 CAP", 0, True),
        ("printed U11 CAP", 3, False),
        ("printed U11 CAP", -1, False),
    ],
)
def test_ruling_100_semi_rigid(line: str, value: int, taken: bool) -> None:
    """Given U11 Solo, when a line is changed, then by exactly 1, or to 0."""
    game = Table(turn=2)
    game.play("U11", "solo", choices={"adversaries": ["PRC"]})
    game.to(Phase.ADJUDICATE)
    if taken:
        game.do(_ruling(line, value))
    else:
        assert game.refused(_ruling(line, value)).code == "NotARuling"


def test_ruling_100_semi_rigid_on_a_line_that_was_taken_away() -> None:
    """Given a Quiet K02 whose Escalation R3 cut to 0, when it is ruled on, then +1 or −1 only."""
    game = Table(turn=2)
    game.play("K02", "quiet", addressee="US")
    game.to(Phase.ADJUDICATE)
    assert game.refused(_ruling("printed K02 ESC", 2)).code == "NotARuling"
    game.rule("printed K02 ESC", to=1)
    game.expect_gauge(
        "ESC",
        """
        printed K02 ESC +1=0 R3 ruled 1 3>4
        close R10 ESC -1 4>3
        """,
    )


@pytest.mark.parametrize(("change", "taken"), [(1, True), (-1, True), (2, False), (-2, False)])
def test_ruling_100_semi_rigid_adds_one_step(change: int, taken: bool) -> None:
    """Given semi-rigid mode, when a line is added, then it is +1 or −1."""
    game = Table(turn=2)
    game.to(Phase.ADJUDICATE)
    added = do.AddLine(AddedLine("ESC", change, REASON))
    if taken:
        game.do(added)
    else:
        assert game.refused(added).code == "NotARuling"


def test_ruling_100_rigid() -> None:
    """Given rigid mode, when a line, a limit or an added line is tried, then none is taken."""
    game = _visit_and_words(mode="rigid")
    game.to(Phase.ADJUDICATE)
    assert game.refused(_ruling("printed U05 CAP", 0)).code == "NotARuling"
    assert game.refused(_ruling("limit R5 aJP", 0)).code == "NotARuling"
    assert game.refused(do.AddLine(AddedLine("ESC", 1, REASON))).code == "NotARuling"


def test_ruling_100_free() -> None:
    """Given free mode, when the ledger is made, then Moves counts 0 and any whole step is added.

    Close runs as printed: Japan signed, so R7 takes from Australia; Japan at 9: R9.
    """
    game = _visit_and_words(mode="free")
    game.to(Phase.ADJUDICATE)
    assert game.refused(_ruling("printed U05 CAP", 1)).code == "NotARuling"
    game.add("aJP", 3)
    game.add("CAP", -2)
    game.expect(
        """
        printed U01 aJP +1=0 free 6>6
        printed U01 dPRC +1=0 free 5>5
        printed U01 ESC +1=0 free 3>3
        printed U05 aJP +1=0 free 6>6
        printed U05 aKR +1=0 free 5>5
        printed U05 aAU +1=0 free 6>6
        printed U05 dDPRK +1=0 free 5>5
        printed U05 CAP -1=0 free 6>6
        channel R3/U01 aJP +1=0 free 6>6
        added W aJP +3 6>9
        added W CAP -2 6>4
        close R7 aAU -1 6>5
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 5>4
        close R9 pJP -1 4>3
        """
    )


def test_ruling_100_free_leaves_brief_as_printed() -> None:
    """Given free mode, when turn 1 begins, then I1 takes 1 from every ally."""
    game = Table(turn=0, mode="free")
    game.to(Phase.BRIEF, 1)
    assert [game.state.gauges[x] for x in ("aJP", "aKR", "aAU")] == [5, 4, 5]


@pytest.mark.parametrize("mode", ["semi-rigid", "free"])
def test_ruling_100_a_reason_of_ten_characters(mode: str) -> None:
    """Given a reason of 9 or 10 characters, when a line is added, then 10 are enough."""
    game = Table(turn=2, mode=mode)  # type: ignore[arg-type]
    game.to(Phase.ADJUDICATE)
    short = do.AddLine(AddedLine("ESC", 1, "too short"))
    assert game.refused(short).code == "ReasonMissing"
    game.do(do.AddLine(AddedLine("ESC", 1, "ten chars.")))


def test_ruling_100_a_ruling_needs_its_reason_too() -> None:
    """Given a reason of 9 characters, when a line is ruled on, then it is refused."""
    game = _visit_and_words()
    game.to(Phase.ADJUDICATE)
    assert game.refused(_ruling("printed U05 CAP", 0, "too short")).code == "ReasonMissing"
    assert game.refused(_ruling("limit R5 aJP", 0, "         ")).code == "ReasonMissing"
    game.do(_ruling("printed U05 CAP", 0, "ten chars."))


# --- 101: the record ----------------------------------------------------------------------------


def test_ruling_101_asked_and_made_stay() -> None:
    """Given U05's Capital line cancelled, when it is read, then asked and made are there."""
    game = _visit_and_words()
    game.rule("printed U05 CAP", to=0, reason="The home desk paid for it.")
    (line,) = [x for x in game.ledger("moves") if (x.cause, x.gauge) == ("U05", "CAP")]
    assert (line.asked, line.made, line.ruled) == (-1, -1, 0)
    assert (line.before, line.after) == (6, 6)
    assert line.reason == "The home desk paid for it."


def test_ruling_101_a_limit_line_says_that_it_changed() -> None:
    """Given R5 −2 became −1 by a ruling, when it is read, then it says what it was before."""
    game = _visit_and_words()
    game.rule("printed U05 aJP", to=0)
    (gauge,) = [x for x in ledger_view(game.book, game.state).gauges if x.id == "aJP"]
    (limit,) = [x for x in gauge.lines if x.cause == "R5"]
    assert limit.made == -1
    assert "−2 before your change" in limit.detail


def test_ruling_101_added_lines_in_order_of_entry() -> None:
    """Given three added lines, when the ledger is made, then their cause is W, in that order."""
    game = Table(turn=2)
    game.add("ESC", 1)
    game.add("aJP", -1)
    game.add("ESC", 1)
    game.expect(
        """
        added W ESC +1 3>4
        added W aJP -1 6>5
        added W ESC +1 4>5
        """,
        stage="moves",
    )


def test_ruling_101_marks_effort_and_once_stay() -> None:
    """Given every line of U02 cancelled, when the next turn comes, then the rotation stands.

    R8 leaves PRC at 4 because of it, U02 cannot be played again, and its effort is spent.
    """
    game = Table(turn=2, gauges={"dPRC": 4, "dDPRK": 4})
    game.play("U02", "joint", signers=["JPN"])
    for gauge in ("aJP", "aKR", "aAU", "dPRC", "dDPRK", "CAP"):
        game.rule(f"printed U02 {gauge}", to=0)
    game.expect(
        """
        printed U02 aJP +1 ruled 0 6>6
        printed U02 aKR +1 ruled 0 5>5
        printed U02 aAU +1 ruled 0 6>6
        printed U02 dPRC +1 ruled 0 4>4
        printed U02 dDPRK +1 ruled 0 4>4
        printed U02 CAP -1 ruled 0 6>6
        channel R3/U02 aJP +1 6>7
        close R7 aAU -1 6>5
        close R8 dPRC -1=0 U02 4>4
        close R8 dDPRK -1=0 U02 4>4
        close R9 pJP -1 4>3
        """
    )
    assert game.effort("US") == (6, 4)
    game.to(Phase.CONSULT, 3)
    assert game.reasons("U02", "solo") != []


def test_ruling_101_a_move_is_not_ruled_away() -> None:
    """Given a closed hand-in, when a move is to be taken back, then it is refused."""
    game = _visit_and_words()
    game.to(Phase.ADJUDICATE)
    assert game.refused(do.TakeBackMove("U05")).code == "NotNow"


# --- 102: the challenge -------------------------------------------------------------------------


def _challenge(
    dice: tuple[int, int], to: int = 0, catch: AddedLine | None = None, line: str = ""
) -> do.Challenge:
    """The US challenges a line, U05's Capital unless another is named."""
    key = line_key(line or "printed U05 CAP")
    return do.Challenge(key, to, argument(dice=dice), catch)


CATCH = AddedLine("ESC", 1, REASON)


@pytest.mark.parametrize("mode", ["semi-rigid", "rigid"])
@pytest.mark.parametrize(
    ("dice", "hand"),
    [
        ((6, 6), "printed U05 CAP -1 ruled 0 6>6"),
        ((6, 4), "printed U05 CAP -1 ruled 0 6>6"),
        ((5, 4), "printed U05 CAP -1 ruled 0 6>6"),
        ((4, 3), "printed U05 CAP -1 ruled 0 6>6"),
        ((3, 3), "printed U05 CAP -1 6>5"),
        ((4, 1), "printed U05 CAP -1 6>5"),
        ((3, 1), "printed U05 CAP -1 ruled -2 6>4"),
        ((1, 1), "printed U05 CAP -1 ruled -2 6>4"),
    ],
)
def test_ruling_102_a_challenge_by_its_throw(mode: str, dice: tuple[int, int], hand: str) -> None:
    """Given a challenge to cancel −1, when dice fall, then by total; 7–9 bring the catch too."""
    game = Table(turn=2, mode=mode)  # type: ignore[arg-type]
    game.play("U05", "solo")
    game.to(Phase.ADJUDICATE)
    game.do(_challenge(dice, catch=CATCH))
    game.expect_gauge("CAP", hand)
    is_caught = 7 <= sum(dice) <= 9
    escalated = "added W ESC +1 3>4\n close R10 ESC -1 4>3"
    game.expect_gauge("ESC", escalated if is_caught else "")


def test_ruling_102_by_one_step() -> None:
    """Given U11's Escalation −2, when a challenge is to make it −1 and fails low, then it is −3.

    Of −3 R5 gives 1 back.
    """
    for dice, hand in (
        ((5, 5), "printed U11 ESC -2 ruled -1 6>5"),
        ((2, 1), "printed U11 ESC -2 ruled -3 6>3\n limit R5 ESC +1 3>4"),
    ):
        game = Table(turn=2, gauges={"ESC": 6})
        game.play("U11", "solo", choices={"adversaries": ["PRC"]})
        game.to(Phase.ADJUDICATE)
        game.do(_challenge(dice, to=-1, line="printed U11 ESC"))
        cooled = "close R10 ESC -1 5>4" if dice == (5, 5) else "close R10 ESC -1 4>3"
        game.expect_gauge("ESC", f"{hand}\n {cooled}")


def test_ruling_102_not_by_two() -> None:
    """Given U11's Escalation −2, when a challenge asks for −4 or +1, then it is refused."""
    game = Table(turn=2)
    game.play("U11", "solo", choices={"adversaries": ["PRC"]})
    game.to(Phase.ADJUDICATE)
    for value in (-4, 1, -2):
        asked = _challenge((5, 5), to=value, line="printed U11 ESC")
        assert game.refused(asked).code == "NotAChallenge"


def test_ruling_102_one_a_turn_for_the_table() -> None:
    """Given a challenge that came to nothing, when another seat tries one, then it is refused."""
    game = _visit_and_words()
    game.to(Phase.ADJUDICATE)
    game.do(_challenge((3, 3)))
    second = do.Challenge(line_key("printed U01 ESC"), 0, argument(dice=(6, 6), seat="JPN"))
    assert game.refused(second).code == "ChallengedAlready"


def test_ruling_102_the_catch_has_to_be_named() -> None:
    """Given a total of 8 by a strong reason, when no catch is named, then it is not settled."""
    game = _visit_and_words()
    game.to(Phase.ADJUDICATE)
    eight = do.Challenge(line_key("printed U05 CAP"), 0, argument(dice=(4, 3), strong_pros=1))
    assert game.refused(eight).code == "CatchMissing"


def test_ruling_102_it_is_recorded_as_a_ruling() -> None:
    """Given a full result, when the record is read, then the line is ruled and the throw kept."""
    game = _visit_and_words(mode="rigid")
    game.to(Phase.ADJUDICATE)
    game.do(_challenge((6, 5)))
    assert [(x.line, x.value) for x in game.state.now.rulings] == [(line_key("printed U05 CAP"), 0)]
    settled = game.state.now.challenge
    assert settled is not None
    assert (settled.total, settled.outcome) == (11, "full")
