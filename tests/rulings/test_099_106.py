"""Rulings 99–106: the white cell's rulings, three cells, empty seats. All worked out by hand."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import AddedLine, FreeMove, Phase, Ruling
from app.gui.console.ledger_views import ledger_view
from tests.rulings.cards import argument, play
from tests.rulings.lines import compare, line_key
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


# --- 103: the home desk -------------------------------------------------------------------------


def test_ruling_103_the_home_desk_is_no_seat() -> None:
    """Given the deck, when its seats are counted, then the home desk has none of its own."""
    assert [seat.id for seat in Table().book.deck.seats] == ["US", "JPN", "ROK", "AUS"]


def test_ruling_103_a_veto_is_a_ruling() -> None:
    """Given K02's Capital −1 and U02's, when the home desk vetoes one, then that line is 0."""
    game = Table(turn=2)
    game.play("U02", "joint", signers=["JPN"])
    game.play("K02", "solo")
    game.rule("printed K02 CAP", to=0, reason="Veto of the US home desk.")
    game.expect_gauge(
        "CAP",
        """
        printed U02 CAP -1 6>5
        printed K02 CAP -1 ruled 0 5>5
        """,
    )


# --- 104, 105: three cells ----------------------------------------------------------------------


def _three(turn: int = 2, **more: object) -> Table:
    return Table(turn=turn, variant="three-cells", **more)  # type: ignore[arg-type]


def test_ruling_104_who_and_what_is_out() -> None:
    """Given three cells, when the deck is read, then Australia is out, and its cards but A03."""
    deck = _three().book.deck
    assert [seat.id for seat in deck.seats] == ["US", "JPN", "ROK"]
    assert [gauge.id for gauge in deck.gauges] == [
        *("aJP", "aKR", "pJP", "pKR", "dPRC", "dDPRK", "dRUS", "INT", "ESC", "CAP")
    ]
    assert [move.id for move in deck.moves if move.id.startswith("A")] == ["A03"]
    assert len(deck.moves) == 12 + 8 + 8 + 1
    whole = {inject.id for inject in Table().book.deck.injects}
    assert whole - {inject.id for inject in deck.injects} == {"P5"}


def test_ruling_104_effects_on_what_is_out_vanish() -> None:
    """Given U05, when three cells play, then Australia has no line, neither now nor at Close."""
    game = _three()
    game.play("U05", "solo")
    game.expect(
        """
        printed U05 aJP +1 6>7
        printed U05 aKR +1 5>6
        printed U05 dDPRK +1 5>6
        printed U05 CAP -1 6>5
        close R7 aJP -1 7>6
        close R7 aKR -1 6>5
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 6>5
        """
    )


@pytest.mark.parametrize(
    ("inject", "hand"),
    [
        (
            "I4",
            """
            scheduled I4 pJP +1 4>5
            scheduled I4 dPRC -1 5>4
            scheduled I4 dRUS -1 6>5
            scheduled I4 ESC +1 3>4
            """,
        ),
        (
            "C3",
            """
            conditional C3 aJP -1 6>5
            conditional C3 ESC +1 3>4
            """,
        ),
        (
            "C4",
            """
            conditional C4 aJP -1 6>5
            conditional C4 aKR -1 5>4
            conditional C4 CAP -1 6>5
            """,
        ),
        ("I5", "scheduled I5 pKR +1 5>6"),
    ],
)
def test_ruling_104_injects_lose_that_part(inject: str, hand: str) -> None:
    """Given three cells, when an inject touches Australia, then it loses that part."""
    _three(4).expect_inject(inject, hand)


@pytest.mark.parametrize(
    ("inject", "lines"),
    [
        ("I4", ["scheduled I4 aAU -1 6>5"]),
        ("C3", ["conditional C3 aAU -1 6>5"]),
        ("C4", ["conditional C4 aAU -1 6>5", "conditional C4 pAU +1 3>4"]),
    ],
)
def test_ruling_104_which_four_cells_have(inject: str, lines: list[str]) -> None:
    """Given four cells, when the same inject comes, then Australia has its part of it."""
    compare("\n".join(lines), [x for x in Table(4).inject(inject) if "AU" in x.gauge])


def test_ruling_104_every_ally_means_two() -> None:
    """Given U08 and both allies asked about U06, when it is played, then S11 applies."""
    game = _three(3)
    game.earlier(1, play("U08", "joint", signers=["JPN"]))
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "accepts")
    game.consult("US", "ROK", "U06", "accepts")
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_104_after_the_promise_both_are_asked() -> None:
    """Given U07 of an earlier turn, when both allies are asked, then U06 is free; with one not."""
    game = _three(3)
    game.earlier(1, play("U07", "solo"))
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "accepts")
    assert game.closing() != []
    game.consult("US", "ROK", "U06", "accepts")
    assert game.closing() == []


def test_ruling_104_effort_and_limits_stay() -> None:
    """Given three cells, when a turn begins, then effort, consultations and swings are as ever."""
    game = _three()
    assert [game.effort(seat)[0] for seat in ("US", "JPN", "ROK")] == [6, 4, 4]
    assert [game.consultations_left(seat) for seat in ("US", "JPN", "ROK")] == [3, 2, 2]
    assert [game.book.seat(seat).moves for seat in ("US", "JPN", "ROK")] == [3, 2, 2]


def test_ruling_104_the_lowest_of_two() -> None:
    """Given the ROK at 5, when Integration 6 would rise, then R6 holds it as before."""
    game = _three(gauges={"INT": 6})
    game.play("J01", "solo")
    game.expect_gauge("INT", "printed J01 INT +1 6>7\n ceiling R6 INT -1 7>6")


def test_ruling_104_two_read_every_ally_and_end_sheltered() -> None:
    """Given both allies at 6, when the end is tested, then E4: nobody waits for Australia."""
    assert _three(6).end_state(aKR=6) == "E4"
    assert _three(6).end_state(aKR=5) == "E6"
    assert _three(6).end_state(aKR=6, INT=7) == "E5"


def test_ruling_105_a03_is_japans_after_j08() -> None:
    """Given three cells, when Japan convenes, then its +1 is Japan's, and its line comes last."""
    game = _three()
    moves = [move.id for move in game.book.deck.moves]
    assert moves[moves.index("J08") + 1] == "A03"
    game.play("A03", "solo")
    game.play("J08", "solo")
    game.play("K07", "solo")
    game.expect(
        """
        printed J08 ESC -1 3>2
        printed J08 CAP +1 6>7
        printed A03 aJP +1 6>7
        printed K07 pKR -1 5>4
        """,
        stage="moves",
    )
    assert game.effort("JPN") == (4, 2)


def test_ruling_105_a03_still_does_what_it_does() -> None:
    """Given A03 in the hand-in, when one ally is asked, then both are; signing is free."""
    game = _three()
    game.play("A03", "solo")
    game.play("U04", "joint", signers=["JPN", "ROK"])
    assert game.effort("ROK") == (4, 0)
    assert game.consultations_left("ROK") is None
    game = _three()
    game.play("A03", "solo")
    game.play("U06", "solo")
    game.consult("US", "ROK", "U06", "accepts")
    game.expect(
        """
        printed U06 aJP -1 6>5
        printed U06 aKR -1 5>4
        printed U06 dPRC -1 5>4
        printed U06 dDPRK -1 5>4
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        printed A03 aJP +1 5>6
        """,
        stage="moves",
    )


def test_ruling_105_s10_goes_to_japan() -> None:
    """Given A03 and U04 of all three seats, when S10 applies, then Japan has its +1.

    Japan: +1 (U04) +1 (A03) +1 (Joint) +1 (S10) are 4, of which R5 leaves 1.
    """
    game = _three()
    game.play("A03", "solo")
    game.play("U04", "joint", signers=["JPN", "ROK"])
    game.expect(
        """
        printed U04 aJP +1 6>7
        printed U04 aKR +1 5>6
        printed U04 pJP -1 4>3
        printed U04 pKR -1 5>4
        printed A03 aJP +1 7>8
        channel R3/U04 aJP +1 8>9
        channel R3/U04 aKR +1 6>7
        combination S10 aJP +1 9>10
        limit R5 aJP -3 10>7
        limit R5 aKR -1 7>6
        """,
        stage="moves",
    )


def test_ruling_105_s10_needs_all_three() -> None:
    """Given A03 and U04 of two seats, when lines are made, then there is no S10."""
    game = _three()
    game.play("A03", "solo")
    game.play("U04", "joint", signers=["ROK"])
    game.expect(
        """
        printed U04 aKR +1 5>6
        printed U04 pKR -1 5>4
        printed A03 aJP +1 6>7
        channel R3/U04 aKR +1 6>7
        limit R5 aKR -1 7>6
        """,
        stage="moves",
    )


def test_ruling_105_publics_are_both() -> None:
    """Given U12 before allied publics, when three cells play, then both allies are named."""
    game = _three()
    both = {"towards": "publics", "countries": ["JPN", "ROK"]}
    assert game.reasons("U12", "solo", choices=both) == []
    assert game.reasons("U12", "solo", choices=both | {"countries": ["JPN"]}) != []
    game.play("U12", "solo", choices=both)
    game.expect(
        """
        printed U12 pJP -1 4>3
        printed U12 pKR -1 5>4
        """,
        stage="moves",
    )


def _talks(signers: list[str]) -> Table:
    game = _three()
    game.play("U10", "solo", host="ROK", target="DPRK")
    game.play("U11", "joint", signers=signers, choices={"adversaries": ["PRC"]})
    game.consult("US", "ROK", "U10", "accepts")
    return game


def test_ruling_105_s3_needs_both() -> None:
    """Given U10 and talks, when both allies sign, then S3; with one it does not apply.

    ROK: +1 (U10) +1 (Joint) +1 (S3), R5 leaves 1; DPRK +1 +1; Escalation −2 −1, R5 leaves −2.
    """
    _talks(["JPN", "ROK"]).expect(
        """
        printed U10 aKR +1 5>6
        printed U10 dDPRK +1 5>6
        printed U10 INT +1 3>4
        printed U10 CAP -1 6>5
        printed U11 ESC -2 3>1
        printed U11 CAP +1 5>6
        channel R3/U11 aJP +1 6>7
        channel R3/U11 aKR +1 6>7
        combination S3 aJP +1 7>8
        combination S3 aKR +1 7>8
        combination S3 dPRC +1 5>6
        combination S3 dDPRK +1 6>7
        combination S3 dRUS +1 6>7
        combination S3 ESC -1 1>0
        limit R5 aJP -1 8>7
        limit R5 aKR -2 8>6
        limit R5 ESC +1 0>1
        """,
        stage="moves",
    )
    _talks(["ROK"]).expect(
        """
        printed U10 aKR +1 5>6
        printed U10 dDPRK +1 5>6
        printed U10 INT +1 3>4
        printed U10 CAP -1 6>5
        printed U11 aJP -1 6>5
        printed U11 ESC -2 3>1
        printed U11 CAP +1 5>6
        channel R3/U11 aKR +1 6>7
        limit R5 aKR -1 7>6
        """,
        stage="moves",
    )


def test_ruling_105_all_seats_are_three() -> None:
    """Given the text, when the three sign, then it is a text of all seats."""
    game = _three(6)
    game.one_text({"talks": "firm", "umbrella": "firm"}, ["US", "JPN", "ROK"])
    game.expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text aKR +1 5>6
        procedure one-text dPRC +1 5>6
        procedure one-text dDPRK +1 5>6
        procedure one-text dRUS +1 6>7
        procedure one-text INT +1 3>4
        procedure one-text ESC -1 3>2
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_105_one_stands_aside() -> None:
    """Given the text, when the ROK does not sign, then one ally stands aside: Integration −1."""
    game = _three(6)
    game.one_text({}, ["US", "JPN"])
    game.expect(
        """
        procedure one-text aJP +1 6>7
        procedure one-text pKR -1 5>4
        procedure one-text INT -1 3>2
        procedure one-text CAP +1 6>7
        """,
        stage="moves",
    )


def test_ruling_105_the_hearing_by_capital_only() -> None:
    """Given three cells, when Capital is 2 in turn 3, then C6 is due; nothing else brings it."""
    assert _three(3, gauges={"CAP": 2}).due() == ["C6"]
    assert _three(3, gauges={"CAP": 3}).due() == []
    assert _three().book.marked_by == {}


def test_ruling_105_partners() -> None:
    """Given three cells, when J07 and K08 are signed, then by the ROK, and by the US and Japan."""
    game = _three(gauges={"aKR": 6})
    game.play("J07", "joint", signers=["ROK"])
    game.play("K08", "joint", signers=["US", "JPN"])
    game.expect(
        """
        printed J07 aJP +1 6>7
        printed J07 INT +1 3>4
        printed K08 aKR +1 6>7
        printed K08 INT +1 4>5
        printed K08 CAP +1 6>7
        channel R3/J07 aKR +1 7>8
        channel R3/K08 aJP +1 7>8
        limit R5 aJP -1 8>7
        limit R5 aKR -1 8>7
        """,
        stage="moves",
    )
    alone = _three(gauges={"aKR": 6}, strict=False)
    alone.play("K08", "joint", signers=["US"])
    assert alone.closing() != []
    assert _three().reasons("J07", "joint", signers=["US"]) != []


# --- 106: an empty seat -------------------------------------------------------------------------


def _without_australia(turn: int = 2, **more: object) -> Table:
    return Table(turn=turn, empty=["AUS"], **more)  # type: ignore[arg-type]


def test_ruling_106_hands_in_nothing() -> None:
    """Given nobody plays Australia, when a card or a free move of it is entered, then refused."""
    game = _without_australia()
    assert game.refused(do.AddMove(play("A03", "solo").played(game.book))).code == "EmptySeat"
    assert game.refused(do.HandIn("AUS")).code == "EmptySeat"
    card = FreeMove("", "AUS", "A speech", "A speech is held.", 1, (("aAU", 1),))
    free = do.WriteFreeMove(card, play("", seat="AUS").played(game.book))
    assert game.refused(free).code == "EmptySeat"


def test_ruling_106_accepts_every_consultation() -> None:
    """Given U08 and all three asked, the empty seat without answer, when U06 falls, then S11.

    It was asked: R7 leaves it alone at Close as it leaves the others.
    """
    game = _without_australia(3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK"]))
    game.play("U06", "solo")
    game.consult("US", "JPN", "U06", "accepts")
    game.consult("US", "ROK", "U06", "accepts")
    game.consult("US", "AUS", "U06")
    objects = do.AnswerConsultation("US", "AUS", "U06", "objects")
    assert game.refused(objects).code == "EmptySeat"
    game.expect(
        """
        printed U06 aJP -1=0 S11 6>6
        printed U06 aKR -1=0 S11 5>5
        printed U06 aAU -1=0 S11 6>6
        printed U06 dPRC -1=0 S11 5>5
        printed U06 dDPRK -1=0 S11 5>5
        printed U06 ESC -2 3>1
        printed U06 CAP +1 6>7
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 5>4
        """
    )


def test_ruling_106_it_has_to_be_asked_all_the_same() -> None:
    """Given nobody plays Australia, when U01 goes there Solo unasked, then R4 takes from it."""
    game = _without_australia()
    game.play("U01", "solo", host="AUS", target="PRC")
    game.expect(
        """
        printed U01 aAU +1 6>7
        printed U01 dPRC +1 5>6
        printed U01 ESC +1 3>4
        channel R4/U01 aAU -1 7>6
        """,
        stage="moves",
    )


def test_ruling_106_signs_nothing() -> None:
    """Given nobody plays Australia, when it is to sign a move or the text, then it is refused."""
    game = _without_australia(6)
    game.play("U04", "joint", signers=["JPN"], asked=["AUS"])
    assert game.refused(do.AnswerSignature("U04", "AUS", signed=True)).code == "EmptySeat"
    assert game.refused(do.SignText("one-text", "AUS")).code == "EmptySeat"


def test_ruling_106_its_gauges_move_as_printed() -> None:
    """Given nobody plays Australia, when the three others sign, then it stands aside as printed.

    U05 lifts it; not in touch, it fades; the text finds it missing.
    """
    game = _without_australia(6)
    game.play("U05", "solo")
    game.one_text({}, ["US", "JPN", "ROK"])
    game.expect(
        """
        printed U05 aJP +1 6>7
        printed U05 aKR +1 5>6
        printed U05 aAU +1 6>7
        printed U05 dDPRK +1 5>6
        printed U05 CAP -1 6>5
        procedure one-text aJP +1 7>8
        procedure one-text aKR +1 6>7
        procedure one-text pAU -1 3>2
        procedure one-text INT -1 3>2
        procedure one-text CAP +1 5>6
        close R7 aAU -1 7>6
        close R8 dPRC -1 5>4
        close R8 dDPRK -1 6>5
        close R9 pJP -1 4>3
        close R9 pKR -1 5>4
        """
    )


def test_ruling_106_in_the_three_cell_variant_too() -> None:
    """Given three cells and nobody for the ROK, when U09 asks it, then it cannot sign."""
    game = _three(empty=["ROK"], strict=False)
    game.play("U09", "joint", asked=["ROK"])
    assert game.refused(do.AnswerSignature("U09", "ROK", signed=True)).code == "EmptySeat"
    assert game.closing() != []
