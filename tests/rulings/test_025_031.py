"""Rulings 25 to 31: consultation.

Every number was worked out by hand from the cards and the rulings. Start values: Assurance 6, 5, 6
(Japan, ROK, Australia), Pressure 4, 5, 3, Deterrence 5, 5, 6 (PRC, DPRK, Russia), Integration 3,
Escalation 3, Capital 6.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core import actions as do
from app.core.values import Phase
from tests.rulings.cards import consultation
from tests.rulings.lines import U03_PRINTED
from tests.rulings.table import REASON, Table, play

HOME = {"towards": "home"}
TALKS = {"adversaries": "DPRK"}
U06_PRINTED = """
    printed U06 aJP -1     6>5
    printed U06 aKR -1     5>4
    printed U06 aAU -1     6>5
    printed U06 dPRC -1    5>4
    printed U06 dDPRK -1   5>4
    printed U06 ESC -2     3>1
    printed U06 CAP +1     6>7
"""


# --- 25-31: consultation -----------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["", "supports", "accepts", "objects"])
def test_ruling_025_what_one_is(answer: str) -> None:
    """Given Japan asked about U03; then support, consent and silence count alike; an objection
    does not."""
    game = Table(turn=3)
    game.play("U03")
    game.consult("US", "JPN", "U03", answer)
    overruled = "channel R4/U03 aJP -1 5>4" if answer == "objects" else ""
    game.expect(
        f"""
        {U03_PRINTED}
        {overruled}
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  5>4
        """,
        "moves",
    )


def test_ruling_025_the_same_three_not_twice() -> None:
    """Given the US asked Japan about U03; then not again, but on another subject, and Japan the
    US on the same one."""
    game = Table(turn=3)
    game.play("U03")
    game.consult("US", "JPN", "U03")
    again = do.OpenConsultation(consultation("US", "JPN", "U03", "accepts"))
    assert game.refused(again).code == "AskedAlready"
    game.consult("US", "JPN", "the spring budget")
    game.consult("JPN", "US", "U03")
    assert [(c.asking, c.asked, c.about) for c in game.state.now.consultations] == [
        ("US", "JPN", "U03"),
        ("US", "JPN", "the spring budget"),
        ("JPN", "US", "U03"),
    ]


def test_ruling_025_the_answer_may_change_until_closing() -> None:
    """Given an objection; when Japan thinks better of it before closing; then no R4 for Japan;
    after closing it is too late."""
    game = Table(turn=3)
    game.play("U03")
    game.consult("US", "JPN", "U03", "objects")
    game.do(do.AnswerConsultation("US", "JPN", "U03", "accepts"))
    game.expect_gauge("aJP", "printed U03 aJP -1 6>5")
    game.to(Phase.REVEAL)
    late = do.AnswerConsultation("US", "JPN", "U03", "objects")
    assert game.refused(late).code == "NotNow"
    game.expect_gauge("aJP", "printed U03 aJP -1 6>5")


def test_ruling_025_another_cells_move_is_a_general_matter() -> None:
    """Given the ROK that asks Japan about U03, which is the US's; then the US has asked nobody."""
    game = Table(turn=3)
    game.play("U03")
    game.consult("ROK", "JPN", "U03", "supports")
    game.expect_gauge("aJP", "printed U03 aJP -1 6>5\nchannel R4/U03 aJP -1 5>4")


def test_ruling_026_limits() -> None:
    """Given nothing special; then the US may ask three times, an ally twice."""
    game = Table(turn=3)
    seats = ("US", "JPN", "ROK", "AUS")
    assert [game.consultations_left(seat) for seat in seats] == [3, 2, 2, 2]
    game.consult("AUS", "US", "the harbours")
    game.consult("AUS", "JPN", "the harbours")
    more = do.OpenConsultation(consultation("AUS", "ROK", "the harbours"))
    assert game.refused(more).code == "NoConsultationLeft"
    assert [game.consultations_left(seat) for seat in seats] == [3, 2, 2, 0]


def test_ruling_026_members_ask_once_more_from_the_turn_after() -> None:
    """Given U08 with Japan in turn 2; then in turn 3 the US and Japan have one more, to any cell;
    in turn 2 they had not."""
    game = Table(turn=2)
    game.play("U08", "joint", signers="JPN")
    assert [game.consultations_left(seat) for seat in ("US", "JPN")] == [3, 2]
    game = Table(turn=3)
    game.earlier(2, play("U08", "joint", signers="JPN"))
    left = [game.consultations_left(seat) for seat in ("US", "JPN", "ROK", "AUS")]
    assert left == [4, 3, 2, 2]
    for ally in ("US", "ROK", "AUS"):
        game.consult("JPN", ally, "the spring budget")
    assert game.consultations_left("JPN") == 0
    assert game.closing() == []


def test_ruling_026_no_limit_while_a03_is_in_the_hand_in() -> None:
    """Given A03; then nobody has a limit; when it is taken back after four questions, the hand-in
    stays open until one is put right."""
    game = Table(turn=3)
    game.play("A03")
    assert [game.consultations_left(seat) for seat in ("US", "JPN")] == [None, None]
    for subject in ("the north", "the south"):
        for ally in ("JPN", "AUS"):
            game.consult("US", ally, subject)
    assert game.closing() == []
    game.do(do.TakeBackMove("A03"))
    assert game.closing() == ["US: 1 consultation too many."]
    assert game.refused(do.EnterNextPhase()).code == "HandInOpen"


def _u03_and_u10() -> Table:
    game = Table(turn=3)
    game.play("U03")
    game.play("U10", host="JPN", target="PRC")
    return game


BOTH_PRINTED = f"""
    {U03_PRINTED}
    printed U10 aJP +1   5>6
    printed U10 dPRC +1  6>7
    printed U10 INT +1   3>4
    printed U10 CAP -1   7>6
"""


def test_ruling_027_asked_about_a_move() -> None:
    """Given Japan asked about U10; then it was asked about that very move, and not about U03."""
    game = _u03_and_u10()
    game.consult("US", "JPN", "U10")
    game.expect(
        f"""
        {BOTH_PRINTED}
        channel R4/U03 aJP -1  6>5
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  5>4
        """,
        "moves",
    )


def test_ruling_027_general_talk_is_not_asking() -> None:
    """Given Japan asked about bases; then it was asked about neither move."""
    game = _u03_and_u10()
    game.consult("US", "JPN", "bases")
    game.expect(
        f"""
        {BOTH_PRINTED}
        channel R4/U03 aJP -1  6>5
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  5>4
        channel R4/U10 aJP -1  5>4
        """,  # Japan: -1 +1 -1 -1 is -2, which R5 allows
        "moves",
    )


def test_ruling_027_co_signing_the_move() -> None:
    """Given U06 that Japan signed; then Japan was asked about it, the other two were not."""
    game = Table(turn=3)
    game.play("U06", "joint", signers="JPN")
    game.expect(
        f"""
        {U06_PRINTED}
        channel R3/U06 aJP +1  5>6
        combination N1 aKR -2  4>2
        combination N1 aAU -2  5>3
        combination N1 pKR +1  5>6
        combination N1 pAU +1  3>4
        limit R5 aKR +1        2>3
        limit R5 aAU +1        3>4
        """,
        "moves",
    )


def test_ruling_027_co_signing_the_script_covers_every_us_move() -> None:
    """Given U04 that Japan signed; then no R4 for Japan from U10 or U11, though for the others."""
    game = Table(turn=3)
    game.play("U04", "joint", signers="JPN")
    game.play("U10", host="JPN", target="PRC")
    game.play("U11", choices=TALKS)
    game.expect(
        """
        printed U04 aJP +1       6>7
        printed U04 pJP -1       4>3
        printed U10 aJP +1       7>8
        printed U10 dPRC +1      5>6
        printed U10 INT +1       3>4
        printed U10 CAP -1       6>5
        printed U11 aJP -1       8>7
        printed U11 aKR -1       5>4
        printed U11 aAU -1       6>5
        printed U11 ESC -2       3>1
        printed U11 CAP +1       5>6
        channel R3/U04 aJP +1    7>8
        channel R4/U11 aKR -1    4>3
        channel R4/U11 aAU -1    5>4
        combination N6 pJP +1    3>4
        combination N6 pKR +1    5>6
        limit R5 aJP -1          8>7
        """,
        "moves",
    )


def test_ruling_027_the_script_covers_this_turn_only() -> None:
    """Given U04 that Japan signed a turn ago; then U03 surprises Japan."""
    game = Table(turn=3)
    game.earlier(2, play("U04", "joint", signers="JPN"))
    game.play("U03")
    game.expect_gauge("aJP", "printed U03 aJP -1 6>5\nchannel R4/U03 aJP -1 5>4")


J05_COUNTS = f"""
    {U06_PRINTED}
    channel R4/U06 aKR -1=0 N1  4>4
    channel R4/U06 aAU -1=0 N1  5>5
    combination N1 aKR -2       4>2
    combination N1 aAU -2       5>3
    combination N1 pKR +1       5>6
    combination N1 pAU +1       3>4
    limit R5 aKR +1             2>3
    limit R5 aAU +1             3>4
"""


def test_ruling_027_a_quiet_word_counts_for_u06() -> None:
    """Given J05 this turn, or a turn ago; then Japan was asked about U06."""
    now = Table(turn=3)
    now.play("J05", "quiet", addressee="US")
    now.play("U06")
    now.expect(J05_COUNTS, "moves")
    later = Table(turn=3)
    later.earlier(2, play("J05", "quiet", addressee="US"))
    later.play("U06")
    later.expect(J05_COUNTS, "moves")


def test_ruling_027_a_quiet_word_counts_for_two_turns() -> None:
    """Given J05 two turns ago; then U06 finds Japan unasked: -1 -2, of which R5 gives back one."""
    game = Table(turn=3)
    game.earlier(1, play("J05", "quiet", addressee="US"))
    game.play("U06")
    game.expect_gauge(
        "aJP",
        """
        printed U06 aJP -1          6>5
        channel R4/U06 aJP -1=0 N1  5>5
        combination N1 aJP -2       5>3
        limit R5 aJP +1             3>4
        """,
    )


def test_ruling_027_a_quiet_word_is_about_u06_only() -> None:
    """Given J05 this turn; then U03 surprises Japan all the same."""
    game = Table(turn=3)
    game.play("J05", "quiet", addressee="US")
    game.play("U03")
    game.expect_gauge("aJP", "printed U03 aJP -1 6>5\nchannel R4/U03 aJP -1 5>4")


def test_ruling_027_a_standing_body_asks_nobody_by_itself() -> None:
    """Given U08 with all three allies in turn 1; then U03 surprises all three."""
    game = Table(turn=3)
    game.earlier(1, play("U08", "joint", signers=["JPN", "ROK", "AUS"]))
    game.play("U03")
    game.expect(
        f"""
        {U03_PRINTED}
        channel R4/U03 aJP -1  5>4
        channel R4/U03 aKR -1  4>3
        channel R4/U03 aAU -1  5>4
        """,
        "moves",
    )


def test_ruling_028_a03_one_asked_counts_for_all() -> None:
    """Given A03, and the ROK asked about U03; then all three were; about U10 nobody was."""
    game = _u03_and_u10()
    game.play("A03")
    game.consult("US", "ROK", "U03")
    game.expect(
        f"""
        {BOTH_PRINTED}
        printed A03 aAU +1     5>6
        channel R4/U10 aJP -1  6>5
        """,
        "moves",
    )


def test_ruling_028_without_a03_one_asked_is_one_asked() -> None:
    """Given the same without A03, or with A03 a turn ago; then the other two were not asked."""
    for turns in ((), (2,)):
        game = _u03_and_u10()
        for turn in turns:
            game.earlier(turn, play("A03"))
        game.consult("US", "ROK", "U03")
        game.expect(
            f"""
            {BOTH_PRINTED}
            channel R4/U03 aJP -1  6>5
            channel R4/U03 aAU -1  5>4
            channel R4/U10 aJP -1  5>4
            """,
            "moves",
        )


def test_ruling_029_overruled() -> None:
    """Given Japan that signed the script and objects to U03; then S2 spares it U03's line, and the
    objection brings R4."""
    game = Table(turn=3)
    game.play("U03")
    game.play("U04", "joint", signers="JPN")
    game.consult("US", "JPN", "U03", "objects")
    game.expect(
        """
        printed U03 aJP -1=0 S2  6>6
        printed U03 aKR -1       5>4
        printed U03 aAU -1       6>5
        printed U03 pKR +1       5>6
        printed U03 dPRC +1      5>6
        printed U03 CAP +1       6>7
        printed U04 aJP +1       6>7
        printed U04 pJP -1       4>3
        channel R4/U03 aJP -1    7>6
        channel R4/U03 aKR -1    4>3
        channel R4/U03 aAU -1    5>4
        channel R3/U04 aJP +1    6>7
        """,
        "moves",
    )


def test_ruling_029_an_objection_stands_beside_a_quiet_word() -> None:
    """Given J05 and Japan's objection to U06; then R4 for Japan, N1 for the others."""
    game = Table(turn=3)
    game.play("J05", "quiet", addressee="US")
    game.play("U06")
    game.consult("US", "JPN", "U06", "objects")
    game.expect(
        f"""
        {U06_PRINTED}
        channel R4/U06 aJP -1       5>4
        channel R4/U06 aKR -1=0 N1  4>4
        channel R4/U06 aAU -1=0 N1  5>5
        combination N1 aKR -2       4>2
        combination N1 aAU -2       5>3
        combination N1 pKR +1       5>6
        combination N1 pAU +1       3>4
        limit R5 aKR +1             2>3
        limit R5 aAU +1             3>4
        """,
        "moves",
    )


def test_ruling_029_an_objection_stands_beside_a03() -> None:
    """Given A03 and Japan's objection to U03; then the others count as asked, it is overruled."""
    game = Table(turn=3)
    game.play("A03")
    game.play("U03")
    game.consult("US", "JPN", "U03", "objects")
    game.expect(
        f"""
        {U03_PRINTED}
        printed A03 aAU +1     5>6
        channel R4/U03 aJP -1  5>4
        """,
        "moves",
    )


@pytest.mark.parametrize("signer", ["JPN", "ROK"])
def test_ruling_029_co_signing_withdraws_it(signer: str) -> None:
    """Given the rotation, all asked about U06 and Japan objecting; when Japan signs it, then words
    have weight (S11); when the ROK does, they have not."""
    game = Table(turn=3)
    game.earlier(1, play("U02"))
    game.play("U06", "joint", signers=signer)
    game.consult("US", "JPN", "U06", "objects")
    game.consult("US", "ROK", "U06", "supports")
    game.consult("US", "AUS", "U06", "accepts")
    weighty = """
        printed U06 aJP -1=0 S11    6>6
        printed U06 aKR -1=0 S11    5>5
        printed U06 aAU -1=0 S11    6>6
        printed U06 dPRC -1=0 S11   5>5
        printed U06 dDPRK -1=0 S11  5>5
        printed U06 ESC -2          3>1
        printed U06 CAP +1          6>7
        channel R3/U06 aJP +1       6>7
    """
    light = f"""
        {U06_PRINTED}
        channel R3/U06 aKR +1       4>5
    """
    game.expect(weighty if signer == "JPN" else light, "moves")


def test_ruling_029_other_objections_move_nothing() -> None:
    """Given objections to J03, to a general matter and to a move that is not played; then they are
    recorded, and the ledger is J03's alone."""
    game = Table(turn=3)
    game.play("J03")
    game.consult("JPN", "ROK", "J03", "objects")
    game.consult("US", "AUS", "the harbours", "objects")
    game.consult("US", "ROK", "U03", "objects")
    game.expect(
        """
        printed J03 aJP +1    6>7
        printed J03 dDPRK +1  5>6
        printed J03 INT +1    3>4
        """,
        "moves",
    )
    assert {c.answer for c in game.state.now.consultations} == {"objects"}
    assert len(game.state.now.consultations) == 3


FADES = "close R7 aJP -1 6>5"
Doing = Callable[[Table], object]


@pytest.mark.parametrize(
    ("doing", "hand"),
    [
        (lambda _game: None, FADES),
        (lambda game: game.consult("US", "JPN", "the weather"), ""),
        (lambda game: game.consult("AUS", "JPN", "the weather", "objects"), ""),
        (lambda game: game.consult("JPN", "US", "the weather"), FADES),
        (lambda game: game.play("U09", "joint", signers="JPN"), ""),
        (lambda game: game.play("U09", "joint", asked=["JPN", "AUS"], signers="AUS"), FADES),
        (
            lambda game: game.play("A01", "joint", signers="JPN"),
            "channel R3/A01 aJP +1 6>7",
        ),
        (lambda game: game.play("J01", "joint", signers="AUS"), ""),
        (lambda game: game.play("J01"), FADES),
        (lambda game: game.play("J01", "quiet", addressee="US"), FADES),
        (lambda game: game.play("K01", "quiet", addressee="JPN"), FADES),
        (lambda game: game.play("A03"), ""),
        (lambda game: game.earlier(2, play("A03")), FADES),
        (lambda game: game.play("J05", "quiet", addressee="US"), ""),
        (lambda game: game.earlier(2, play("J05", "quiet", addressee="US")), FADES),
        (lambda game: game.earlier(2, consulted=[("US", "JPN", "the weather")]), FADES),
        (lambda game: game.earlier(2, play("U08", "joint", signers="JPN")), FADES),
    ],
    ids=[
        "nothing",
        "asked by the US",
        "asked by Australia",
        "asks only",
        "signs",
        "asked to sign, and does not",
        "signs an ally's move",
        "leads Joint",
        "leads Solo",
        "leads Quiet",
        "told quietly",
        "A03",
        "A03 a turn ago",
        "J05",
        "J05 a turn ago",
        "asked a turn ago",
        "member of U08",
    ],
)
def test_ruling_030_in_touch(doing: Doing, hand: str) -> None:
    """Given Japan at 6 in turn 3, and one thing done; then R7 takes 1, unless it was in touch."""
    game = Table(turn=3)
    doing(game)
    game.expect_gauge("aJP", hand)


@pytest.mark.parametrize("ally", ["JPN", "ROK", "AUS"])
def test_ruling_030_a03_keeps_every_ally_in_touch(ally: str) -> None:
    """Given every ally at 6 and A03 with nobody asked; then none fades."""
    gauge = {"JPN": "aJP", "ROK": "aKR", "AUS": "aAU"}[ally]
    game = Table(turn=3, gauges={"aKR": 6})
    game.play("A03")
    game.expect_gauge(gauge, "printed A03 aAU +1 6>7" if ally == "AUS" else "")


def test_ruling_030_signing_the_one_text() -> None:
    """Given turn 6; when Japan and the US sign; then Japan does not fade, Australia does."""
    game = Table(turn=6)
    game.one_text(signers=["US", "JPN"])
    game.expect_gauge("aJP", "procedure one-text aJP +1 6>7")
    game.expect_gauge("aAU", "close R7 aAU -1 6>5")


def test_ruling_031_before_the_hand_in() -> None:
    """Given Deliberate and Consult; then moves come and change in both; closing locks them, the
    questions and the signatures."""
    game = Table(turn=3, phase=Phase.DELIBERATE)
    game.play("U03")
    game.play("U04", "joint", asked="JPN")
    game.to(Phase.CONSULT)
    changed = game.play("U12", choices=HOME)
    game.do(do.ChangeMove(play("U03", "quiet", addressee="ROK").played(game.book)))
    game.do(do.TakeBackMove("U12"))
    game.do(do.AnswerSignature("U04", "JPN", signed=True))
    game.consult("US", "AUS", "U03")
    game.to(Phase.REVEAL)
    locked: list[do.Action] = [
        do.AddMove(changed),
        do.ChangeMove(play("U03").played(game.book)),
        do.TakeBackMove("U03"),
        do.AnswerSignature("U04", "JPN", signed=False),
        do.OpenConsultation(consultation("US", "JPN", "U03")),
        do.AnswerConsultation("US", "AUS", "U03", "objects"),
    ]
    assert {game.refused(action).code for action in locked} == {"NotNow"}
    assert [(p.move, p.channel, p.signers) for p in game.state.now.plays] == [
        ("U03", "quiet", ()),
        ("U04", "joint", ("JPN",)),
    ]


def test_ruling_031_consult_is_skipped() -> None:
    """Given moves with their signatures from Deliberate; when Consult is skipped; then nobody can
    be asked any more, and R4 applies as usual."""
    game = Table(turn=3, phase=Phase.DELIBERATE)
    game.play("U04", "joint", signers="ROK")
    game.play("U10", host="JPN", target="PRC")
    game.to(Phase.CONSULT)
    game.do(do.SkipPhase(REASON))
    assert game.state.phase is Phase.REVEAL
    asking = do.OpenConsultation(consultation("US", "JPN", "U10"))
    assert game.refused(asking).code == "NotNow"
    game.expect(
        """
        printed U04 aKR +1     5>6
        printed U04 pKR -1     5>4
        printed U10 aJP +1     6>7
        printed U10 dPRC +1    5>6
        printed U10 INT +1     3>4
        printed U10 CAP -1     6>5
        channel R3/U04 aKR +1  6>7
        channel R4/U10 aJP -1  7>6
        limit R5 aKR -1        7>6
        """,
        "moves",
    )
