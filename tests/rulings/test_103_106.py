"""Rulings 103–106: the home desk, three cells, empty seats. All worked out by hand."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core.values import FreeMove
from tests.rulings.cards import play
from tests.rulings.lines import compare
from tests.rulings.table import Table

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
