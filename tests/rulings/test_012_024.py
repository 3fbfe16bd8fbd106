"""Rulings 12 to 24: effort, moves, signing and channels.

Every number was worked out by hand from the cards and the rulings. Start values: Assurance 6, 5, 6
(Japan, ROK, Australia), Pressure 4, 5, 3, Deterrence 5, 5, 6 (PRC, DPRK, Russia), Integration 3,
Escalation 3, Capital 6.
"""

from __future__ import annotations

from typing import Any

import pytest

from app.core import actions as do
from app.core.pools import signing_pool
from app.core.values import LedgerLine, Phase
from app.deck.script import ScriptMove
from app.session.script_parts import added_move
from tests.rulings.lines import written
from tests.rulings.table import Table, book_of, play

HOME = {"towards": "home"}
TALKS = {"adversaries": "DPRK"}


# --- 12-17: effort, moves, signing -------------------------------------------------------------


def test_ruling_012_budget() -> None:
    """Given turn 1; then the US has 6 and each ally 4, and nothing is spent."""
    game = Table(turn=1)
    assert {seat: game.effort(seat) for seat in ("US", "JPN", "ROK", "AUS")} == {
        "US": (6, 0),
        "JPN": (4, 0),
        "ROK": (4, 0),
        "AUS": (4, 0),
    }


def test_ruling_012_carry_is_at_most_1() -> None:
    """Given Japan with 5 that leaves 2, the ROK with 4 that leaves 1, Australia that leaves 0;
    when the next turn comes; then they have 5, 5 and 4."""
    game = Table(turn=2, carry={"JPN": 1})
    assert game.effort("JPN") == (5, 0)
    game.play("J03")
    game.play("J04")
    game.play("K05")
    game.play("K04")
    game.play("A02")
    game.play("A01")
    assert [game.effort(seat) for seat in ("JPN", "ROK", "AUS")] == [(5, 3), (4, 3), (4, 4)]
    game.to(Phase.BRIEF, 3)
    assert [game.effort(seat)[0] for seat in ("US", "JPN", "ROK", "AUS")] == [7, 5, 5, 4]


def test_ruling_012_most_the_us_can_have() -> None:
    """Given U03, which costs nothing, and nothing else; then 6 + 1 + 2 = 9, and 7 a turn later."""
    game = Table(turn=1)
    game.play("U03", "quiet", addressee="JPN")
    game.to(Phase.BRIEF, 2)
    assert game.effort("US") == (9, 0)
    game.to(Phase.BRIEF, 3)
    assert game.effort("US") == (7, 0)


def test_ruling_013_when_charged() -> None:
    """Given an ask that two allies sign and a Quiet visit; then the leader pays the cards, each
    co-signer 1 a move, the addressee nothing."""
    game = Table(turn=3)
    game.play("U09", "joint", signers=["JPN", "ROK"])
    game.play("U04", "joint", signers="JPN")
    game.play("U01", "quiet", host="AUS", target="PRC")
    spent = {seat: game.effort(seat)[1] for seat in ("US", "JPN", "ROK", "AUS")}
    assert spent == {"US": 5, "JPN": 2, "ROK": 1, "AUS": 0}


def test_ruling_013_an_overdrawn_seat_keeps_the_hand_in_open() -> None:
    """Given Japan with two cards of 2 that also signs; then nobody can close, until it does not."""
    game = Table(turn=3)
    game.play("J02")
    game.play("J06")
    game.play("U04", "joint", asked="JPN", signers=["JPN", "ROK"])
    assert "JPN: 1 effort too many." in game.closing()
    assert game.refused(do.EnterNextPhase()).code == "HandInOpen"
    game.do(do.AnswerSignature("U04", "JPN", signed=False))
    assert game.closing() == []


def test_ruling_013_a_ruling_gives_no_effort_back() -> None:
    """Given Japan that spent all 4; when every line of J03 is cancelled; then it has 4 again."""
    game = Table(turn=1)
    game.play("J03")
    game.play("J04")
    game.play("U04", "joint", signers="JPN")
    for gauge in ("aJP", "dDPRK", "INT"):
        game.rule(f"printed J03 {gauge}", to=0)
    assert game.state.now.left["JPN"] == 0
    game.to(Phase.BRIEF, 2)
    assert game.effort("JPN") == (4, 0)


def test_ruling_014_move_limit() -> None:
    """Given the US with U03, which costs 0, U04 and U12; then a fourth move is one too many."""
    game = Table(turn=3)
    game.play("U03")
    game.play("U04", "joint", signers="JPN")
    game.play("U12", choices=HOME)
    assert game.closing() == []
    assert any("may lead 3 moves" in why for why in game.reasons("U05"))
    game.play("U05")
    assert game.refused(do.EnterNextPhase()).code == "HandInOpen"


def test_ruling_014_free_moves_count() -> None:
    """Given Japan with a free move and a card; then another card is one too many."""
    game = Table(turn=3)
    game.free_move("JPN", "Open letter", wants={"pJP": -1})
    game.play("J04")
    assert game.closing() == []
    assert any("may lead 2 moves" in why for why in game.reasons("J01"))


def test_ruling_014_co_signing_costs_no_move() -> None:
    """Given Japan that leads two and signs two; then only effort counts: 1 + 1 + 1 + 1 of 4."""
    game = Table(turn=3)
    game.play("J01")
    game.play("J04")
    game.play("U04", "joint", signers="JPN")
    game.play("U09", "joint", signers="JPN")
    assert game.closing() == []
    assert game.effort("JPN") == (4, 4)


def test_ruling_014_the_same_card_once_a_turn() -> None:
    """Given J04 in the hand-in; when it is put down again; then it is refused."""
    game = Table(turn=3)
    played = game.play("J04")
    assert game.refused(do.AddMove(played)).code == "PlayedAlready"


def test_ruling_015_words() -> None:
    """Given A03 and J03 signed by two; then the leader makes three for S10, and is no signer."""
    game = Table(turn=3)
    game.play("J03", "joint", signers=["US", "ROK"])
    game.play("A03")
    game.expect(
        """
        printed J03 aJP +1       6>7
        printed J03 dDPRK +1     5>6
        printed J03 INT +1       3>4
        printed A03 aAU +1       6>7
        channel R3/J03 aKR +1    5>6    # none for the leader, and the US has no such gauge
        combination S10 aAU +1   7>8
        limit R5 aAU -1          8>7
        """,
        "moves",
    )
    one = Table(turn=3)
    one.play("J03", "joint", signers="ROK")
    one.play("A03")
    one.expect_gauge("aAU", "printed A03 aAU +1 6>7")


def test_ruling_015_who_signs() -> None:
    """Then US moves are co-signed by allies, an ally's by any other seat."""
    book = book_of()
    for card in book.deck.moves:
        if "joint" not in card.channels or card.id in ("J07", "A06"):
            continue
        everyone = [seat for seat in ("US", "JPN", "ROK", "AUS") if seat != card.seat]
        assert list(signing_pool(book, card)) == everyone, card.id
    assert Table(turn=3).reasons("J03", "joint", signers="JPN")
    assert Table(turn=3).reasons("U04", "joint", signers="US")


@pytest.mark.parametrize(
    ("move", "signers", "closes"),
    [
        ("U04", "", False),
        ("U04", "JPN", True),
        ("U04", "JPN ROK AUS", True),
        ("U08", "", False),
        ("U08", "ROK", True),
        ("U08", "JPN ROK AUS", True),
        ("U09", "", False),
        ("U09", "AUS", True),
        ("U09", "JPN ROK", True),
        ("J07", "", False),
        ("J07", "ROK", True),
        ("J07", "AUS", True),
        ("J07", "ROK AUS", False),
        ("J07", "US", False),
        ("J07", "US AUS", False),
        ("A06", "", False),
        ("A06", "JPN", True),
        ("A06", "ROK", False),
        ("A06", "US", False),
        ("A06", "JPN ROK", False),
        ("A06", "US JPN", False),
        ("A07", "", False),
        ("A07", "JPN", True),
        ("A07", "JPN ROK", True),
        ("A07", "US", False),
        ("A07", "US ROK", True),
        ("K08", "", False),
        ("K08", "US", False),
        ("K08", "JPN AUS", False),
        ("K08", "US JPN", True),
        ("K08", "US AUS", True),
        ("K08", "US JPN AUS", True),
    ],
)
def test_ruling_016_who_must_co_sign(move: str, signers: str, closes: bool) -> None:
    """Given a card that needs signatures; when these seats have signed; then it closes, or not."""
    game = Table(turn=3, gauges={"aKR": 6})
    game.play(move, "joint", signers=signers.split())
    assert (game.closing() == []) is closes


def test_ruling_017_joint_needs_a_signature() -> None:
    """Given U05 Joint with Japan asked; while it has not signed the hand-in stays open; another
    channel, another list, the signature, or taking it back each close it."""

    def asked() -> Table:
        game = Table(turn=3)
        game.play("U05", "joint", asked="JPN")
        assert [line.partition(":")[0] for line in game.closing()] == ["U05"]
        assert game.refused(do.EnterNextPhase()).code == "HandInOpen"
        return game

    ways: list[Any] = [
        do.ChangeMove(play("U05").played(book_of())),
        do.ChangeMove(play("U05", "joint", signers="ROK").played(book_of())),
        do.AnswerSignature("U05", "JPN", signed=True),
        do.TakeBackMove("U05"),
    ]
    for way in ways:
        game = asked()
        game.do(way)
        assert game.closing() == [], way


def test_ruling_017_the_asked_are_those_who_signed() -> None:
    """Given U09 with Japan and the ROK asked; when only Japan signs; then it closes as Japan's."""
    game = Table(turn=3)
    game.play("U09", "joint", asked=["JPN", "ROK"], signers="JPN")
    assert game.closing() == []
    game.expect("printed U09 pJP +1 4>5\nprinted U09 INT +2 3>5", "moves")


# --- 18-24: channels ---------------------------------------------------------------------------


def test_ruling_018_joint_plus_1() -> None:
    """Given Japan that signs a script, an ask and a plan; then it has its +1 once, by the script,
    on top of what the script gives; the ROK none for leading, nobody one for the ask."""
    game = Table(turn=3)
    game.play("U04", "joint", signers=["JPN", "ROK"])
    game.play("U09", "joint", signers="JPN")
    game.play("K05", "joint", signers="JPN")
    game.expect(
        """
        printed U04 aJP +1       6>7
        printed U04 aKR +1       5>6
        printed U04 pJP -1       4>3
        printed U04 pKR -1       5>4
        printed U09 pJP +1       3>4
        printed U09 INT +2       3>5
        printed K05 pKR -1       4>3
        printed K05 dDPRK +1     5>6
        printed K05 INT +1       5>6
        channel R3/U04 aJP +1    7>8
        channel R3/U04 aKR +1    6>7
        limit R5 aJP -1          8>7
        limit R5 aKR -1          7>6
        limit R5 INT -1          6>5
        """,
        "moves",
    )


def test_ruling_018_an_ask_does_not_use_it_up() -> None:
    """Given Australia that signs the ask and, later in order, a plan; then the plan gives it."""
    game = Table(turn=3)
    game.play("K05", "joint", signers="AUS")
    game.play("U09", "joint", signers="AUS")
    game.expect_gauge("aAU", "channel R3/K05 aAU +1 6>7")


def test_ruling_018_none_for_the_leader() -> None:
    """Given J01 that Australia signs; then Australia has +1 and Japan none."""
    game = Table(turn=3)
    game.play("J01", "joint", signers=["US", "AUS"])
    game.expect(
        """
        printed J01 pJP +1      4>5
        printed J01 INT +1      3>4
        channel R3/J01 aAU +1   6>7
        """,
        "moves",
    )


def test_ruling_019_quiet() -> None:
    """Given Quiet moves; then each names one other seat, U01 its host, U11 perhaps an adversary."""
    game = Table(turn=3)
    assert game.reasons("U03", "quiet")
    assert game.reasons("U03", "quiet", addressee="US")
    assert game.reasons("U03", "quiet", addressee="PRC")
    for ally in ("JPN", "ROK", "AUS"):
        assert game.reasons("U03", "quiet", addressee=ally) == []
    assert game.reasons("U01", "quiet", host="JPN", target="PRC") == []
    assert game.reasons("U01", "quiet", host="JPN", target="PRC", addressee="ROK")
    for told in ("JPN", "PRC", "RUS"):
        assert game.reasons("U11", "quiet", addressee=told, choices=TALKS) == []
    assert game.reasons("J05", "quiet", addressee="US") == []
    assert game.reasons("J05", "quiet", addressee="ROK")
    for seat in ("US", "ROK", "AUS"):
        assert game.reasons("J01", "quiet", addressee=seat) == []
    assert game.reasons("J01", "quiet", addressee="JPN")


@pytest.mark.parametrize("addressee", ["JPN", "ROK", "AUS"])
def test_ruling_019_an_addressee_changes_no_number(addressee: str) -> None:
    """Given U03 Quiet; whoever is told, then there is the same ledger: no R4, no Joint +1."""
    game = Table(turn=3)
    game.play("U03", "quiet", addressee=addressee)
    game.expect(
        """
        printed U03 aJP -1         6>5
        printed U03 aKR -1         5>4
        printed U03 aAU -1         6>5
        printed U03 pKR +1=0 R3    5>5
        printed U03 dPRC +1=0 R3   5>5
        printed U03 CAP +1         6>7
        close R8 dPRC -1           5>4
        close R8 dDPRK -1          5>4
        """
    )


def test_ruling_020_what_quiet_moves() -> None:
    """Given U11 Quiet; then each ally -1, Capital +1, Escalation unchanged."""
    game = Table(turn=3)
    game.play("U11", "quiet", addressee="JPN", choices=TALKS)
    game.expect(
        """
        printed U11 aJP -1         6>5
        printed U11 aKR -1         5>4
        printed U11 aAU -1         6>5
        printed U11 ESC -2=0 R3    3>3
        printed U11 CAP +1         6>7
        """,
        "moves",
    )


def test_ruling_020_every_family() -> None:
    """Given a visit, strike systems and a condition, all Quiet; then only Assurance, Integration
    and Capital move."""
    game = Table(turn=3)
    game.play("U01", "quiet", host="JPN", target="RUS")
    game.play("J02", "quiet", addressee="US")
    game.play("A05", "quiet", addressee="US")
    game.expect(
        """
        printed U01 aJP +1          6>7
        printed U01 dRUS +1=0 R3    6>6
        printed U01 ESC +1=0 R3     3>3
        printed J02 pJP -1=0 R3     4>4
        printed J02 dPRC +1=0 R3    5>5
        printed J02 dDPRK +1=0 R3   5>5
        printed J02 INT -1          3>2
        printed J02 ESC +1=0 R3     3>3
        printed A05 pAU -2=0 R3     3>3
        printed A05 INT -1          2>1
        printed A05 CAP -1          6>5
        """,
        "moves",
    )


def test_ruling_021_quiet_completes_a_synergy() -> None:
    """Given J03 and K06 Quiet; then S5 has its full effect."""
    game = Table(turn=3)
    game.play("J03")
    game.play("K06", "quiet", addressee="JPN")
    game.expect(
        """
        printed J03 aJP +1          6>7
        printed J03 dDPRK +1        5>6
        printed J03 INT +1          3>4
        printed K06 pKR +1=0 R3     5>5
        printed K06 dDPRK +1=0 R3   6>6
        printed K06 INT +1          4>5
        combination S5 dDPRK +1     6>7
        combination S5 INT +1       5>6
        limit R5 INT -1             6>5
        """,
        "moves",
    )


def test_ruling_021_quiet_triggers_no_anti_synergy() -> None:
    """Given U08 with the ROK and K02 Quiet; then N5 takes nothing."""
    game = Table(turn=3)
    game.play("U08", "joint", signers="ROK")
    game.play("K02", "quiet", addressee="US")
    game.expect(
        """
        printed U08 aKR +1          5>6
        printed U08 pKR -1          5>4
        printed U08 INT +1          3>4
        printed U08 CAP -1          6>5
        printed K02 pKR -1=0 R3     4>4
        printed K02 dDPRK +1=0 R3   5>5
        printed K02 INT -1          4>3
        printed K02 ESC +1=0 R3     3>3
        printed K02 CAP -1          5>4
        channel R3/U08 aKR +1       6>7
        limit R5 aKR -1             7>6
        """,
        "moves",
    )


def test_ruling_021_nor_n2_nor_n7() -> None:
    """Given a Quiet visit beside U03, and A01 Quiet at Pressure 7; then neither N2 nor N7."""
    game = Table(turn=3, gauges={"pAU": 7})
    game.play("U01", "quiet", host="JPN", target="PRC")
    game.play("U03")
    game.play("A01", "quiet", addressee="US")
    game.expect(
        """
        printed U01 aJP +1         6>7
        printed U01 dPRC +1=0 R3   5>5
        printed U01 ESC +1=0 R3    3>3
        printed U03 aJP -1         7>6
        printed U03 aKR -1         5>4
        printed U03 aAU -1         6>5
        printed U03 pKR +1         5>6
        printed U03 dPRC +1        5>6
        printed U03 CAP +1         6>7
        printed A01 aAU +1         5>6
        printed A01 pAU +1=0 R3    7>7
        printed A01 dPRC +1=0 R3   6>6
        printed A01 INT +1         3>4
        channel R4/U03 aJP -1      6>5
        channel R4/U03 aKR -1      4>3
        channel R4/U03 aAU -1      6>5
        """,
        "moves",
    )


COOLS = "close R10 ESC -1 5>4"
AT_JAPAN = {"host": "JPN", "target": "PRC"}


@pytest.mark.parametrize(
    ("move", "channel", "more", "hand"),
    [
        ("J04", "solo", {}, COOLS),
        ("U01", "solo", AT_JAPAN, "printed U01 ESC +1 5>6"),
        ("U01", "joint", {**AT_JAPAN, "signers": "JPN"}, "printed U01 ESC +1 5>6"),
        ("U01", "quiet", AT_JAPAN, f"printed U01 ESC +1=0 R3 5>5\n{COOLS}"),
        ("U02", "solo", {}, ""),
        ("J01", "solo", {}, ""),
        ("J01", "quiet", {"addressee": "US"}, COOLS),
        ("K01", "solo", {}, ""),
        ("K01", "joint", {"signers": "US"}, ""),
        ("K01", "quiet", {"addressee": "US"}, COOLS),
        ("A01", "solo", {}, ""),
        ("A01", "quiet", {"addressee": "US"}, COOLS),
        ("U10", "solo", AT_JAPAN, COOLS),
        ("J02", "solo", {}, "printed J02 ESC +1 5>6"),
        ("J02", "joint", {"signers": "US"}, f"printed J02 ESC +1=0 S7 5>5\n{COOLS}"),
        (
            "J02",
            "joint",
            {"signers": "ROK"},
            "printed J02 ESC +1 5>6\nclose R10 ESC -1 6>5",
        ),
        ("K02", "solo", {}, "printed K02 ESC +1 5>6"),
        ("K02", "quiet", {"addressee": "US"}, f"printed K02 ESC +1=0 R3 5>5\n{COOLS}"),
        ("A05", "solo", {}, ""),
        ("A05", "joint", {"signers": "JPN"}, COOLS),
        ("A05", "quiet", {"addressee": "US"}, COOLS),
        ("A04", "solo", {}, COOLS),
    ],
)
def test_ruling_022_show_and_unilateral(
    move: str, channel: str, more: dict[str, Any], hand: str
) -> None:
    """Given Escalation 5 and one move; then it cools, unless the move was a show that somebody saw
    or a unilateral one."""
    game = Table(turn=3, gauges={"ESC": 5})
    game.play(move, channel, **more)
    game.expect_gauge("ESC", hand)


def test_ruling_022_a_latent_programme() -> None:
    """Given K03 after an options paper; Solo it keeps Escalation up, Quiet it does not."""
    for channel, more, hand in (
        ("solo", {}, "printed K03 ESC +2 5>7"),
        ("quiet", {"addressee": "JPN"}, f"printed K03 ESC +2=0 R3 5>5\n{COOLS}"),
    ):
        game = Table(turn=3, gauges={"ESC": 5, "pKR": 7})
        game.earlier(1, play("K02"))
        game.play("K03", channel, **more)
        game.expect_gauge("ESC", hand)


def test_ruling_022_three_shows_that_were_seen() -> None:
    """Given a rotation and two that host; then N8; with one of them Quiet not."""
    game = Table(turn=3)
    game.play("U02")
    game.play("J01")
    game.play("K01")
    game.expect_gauge("ESC", "combination N8 ESC +1 3>4")
    game = Table(turn=3)
    game.play("U02")
    game.play("J01")
    game.play("K01", "quiet", addressee="US")
    game.expect_gauge("ESC", "")


def test_ruling_023_needs_look_back() -> None:
    """Given the ROK at 5, Pressure 7; then K03 and K08 need what was played in earlier turns."""
    pledge: dict[str, Any] = {"channel": "joint", "signers": ["US", "JPN"]}
    game = Table(turn=3, gauges={"pKR": 7})
    game.play("K02")
    game.play("U08", "joint", signers="ROK")
    assert game.reasons("K03")
    assert game.reasons("K08", **pledge)
    later = Table(turn=3, gauges={"pKR": 7})
    later.earlier(1, play("K02"))
    assert later.reasons("K03") == []
    assert later.reasons("K08", **pledge)
    later.earlier(2, play("U08", "joint", signers="JPN"))
    assert later.reasons("K08", **pledge) == []


@pytest.mark.parametrize(
    "card",
    [
        play("U02"),
        play("U03"),
        play("U06"),
        play("U07"),
        play("U08", "joint", signers="JPN"),
        play("J02"),
        play("J06"),
        play("J07", "joint", signers="AUS"),
        play("K02"),
        play("K03"),
        play("K08", "joint", signers=["US", "JPN"]),
        play("A02"),
        play("A04"),
        play("A05"),
        play("A06", "joint", signers="JPN"),
    ],
    ids=lambda card: card.move,
)
def test_ruling_023_once_per_game(card: Any) -> None:
    """Given a card that is played once in a game; then it is open until a turn has had it."""
    fits = {"aKR": 6, "pKR": 7}
    game = Table(turn=4, gauges=fits)
    if card.move == "K03":
        game.earlier(1, play("K02"))
    assert game.reasons(card.move, card.channel, **card.more) == []
    game.earlier(2, card)
    assert game.reasons(card.move, card.channel, **card.more)


def test_ruling_023_combinations_look_at_this_turn_too() -> None:
    """Given K04 and U08 with the ROK in one turn; then S4 applies."""
    game = Table(turn=3)
    game.play("U08", "joint", signers="ROK")
    game.play("K04")
    game.expect(
        """
        printed U08 aKR +1       5>6
        printed U08 pKR -1       5>4
        printed U08 INT +1       3>4
        printed U08 CAP -1       6>5
        channel R3/U08 aKR +1    6>7
        combination S4 aKR +1    7>8
        combination S4 pKR -1    4>3
        limit R5 aKR -2          8>6
        """,
        "moves",
    )


def test_ruling_024_left_out() -> None:
    """Given moves without a channel; then Solo where the card allows it, else its only channel."""
    book = book_of()
    alone = {"U04": "joint", "U08": "joint", "U09": "joint", "J05": "quiet", "J07": "joint"}
    alone |= {"K08": "joint", "A06": "joint", "A07": "joint"}
    for card in book.deck.moves:
        played = added_move(ScriptMove(seat=card.seat, move=card.id), book)
        assert played.channel == alone.get(card.id, "solo"), card.id
    assert [written(line) for line in _played_alone("U05")] == [
        "printed U05 aJP +1 6>7",
        "printed U05 aKR +1 5>6",
        "printed U05 aAU +1 6>7",
        "printed U05 dDPRK +1 5>6",
        "printed U05 CAP -1 6>5",
    ]


def _played_alone(move: str) -> list[LedgerLine]:
    """The Moves lines of a US card that was handed in without a channel."""
    game = Table(turn=3)
    game.do(do.AddMove(added_move(ScriptMove(seat="US", move=move), game.book)))
    return game.ledger("moves")
