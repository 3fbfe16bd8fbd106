"""Rulings 51 to 58: the cards from the consultation body to Japan's part in strike planning."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rulings.table import Table, play

HOME = {"towards": "home"}


def speaking_in(*countries: str) -> dict[str, Any]:
    """U12 before allied publics."""
    return {"towards": "publics", "countries": countries}


def talking_to(*adversaries: str) -> dict[str, Any]:
    """U11 with these."""
    return {"adversaries": adversaries}


# --- 51: U08 -----------------------------------------------------------------------------------


def test_ruling_051_members_are_fixed_when_it_is_played() -> None:
    """Given U08 with Japan in turn 2; when turn 3 comes; then the US and Japan consult once more,
    the others do not, and no second U08 lets them in."""
    game = Table(turn=3)
    game.earlier(2, play("U08", "joint", signers="JPN"))
    left = {seat: game.consultations_left(seat) for seat in ("US", "JPN", "ROK", "AUS")}
    assert left == {"US": 4, "JPN": 3, "ROK": 2, "AUS": 2}
    assert game.reasons("U08", "joint", signers="ROK") != []


def test_ruling_051_an_ally_left_out_has_no_say() -> None:
    """Given U08 with Japan, or with Japan and the ROK; when the ROK's objectives are read; then a
    real say is missed, or met."""
    without, with_it = Table(turn=6), Table(turn=6)
    without.earlier(2, play("U08", "joint", signers="JPN"))
    with_it.earlier(2, play("U08", "joint", signers=["JPN", "ROK"]))
    assert without.objectives()["ROK a"] is False
    assert with_it.objectives()["ROK a"] is True


def test_ruling_051_later_signatures_do_not_enrol() -> None:
    """Given U08 with Japan in turn 2 and a later Joint move with the ROK; when turn 4 comes; then
    the ROK consults no more than before."""
    game = Table(turn=4)
    game.earlier(2, play("U08", "joint", signers="JPN"))
    game.earlier(3, play("U04", "joint", signers="ROK"))
    assert game.consultations_left("ROK") == 2
    assert game.consultations_left("JPN") == 3


# --- 52: U09 -----------------------------------------------------------------------------------


def test_ruling_052_two_in_all() -> None:
    """Given Japan at 6 and the ROK at 5; when both sign U09; then Integration +2 in all, Pressure
    for each, and no Joint +1."""
    game = Table(turn=3)
    game.play("U09", "joint", signers=["JPN", "ROK"])
    game.expect(
        """
        printed U09 pJP +1  4>5
        printed U09 pKR +1  5>6
        printed U09 INT +2  3>5
    """,
        "moves",
    )


def test_ruling_052_one_signer_at_five_is_enough() -> None:
    """Given Japan at 5 and the ROK at 4; when both sign U09; then the +2 stands, and N3 adds to the
    ROK's Pressure."""
    game = Table(turn=3, gauges={"aJP": 5, "aKR": 4})
    game.play("U09", "joint", signers=["JPN", "ROK"])
    # ceiling: lowest 4, so 5, which 3 + 2 just meets
    game.expect(
        """
        printed U09 pJP +1      4>5
        printed U09 pKR +1      5>6
        printed U09 INT +2      3>5
        combination N3 pKR +1   6>7
    """,
        "moves",
    )


def test_ruling_052_all_signers_at_four_add_nothing() -> None:
    """Given two signers at 4 or less while Australia, who does not sign, stands at 6; when U09 is
    played; then N3 cuts the +2."""
    game = Table(turn=3, gauges={"aJP": 4, "aKR": 3})
    game.play("U09", "joint", signers=["JPN", "ROK"])
    game.expect(
        """
        printed U09 pJP +1       4>5
        printed U09 pKR +1       5>6
        printed U09 INT +2=0 N3  3>3
        combination N3 pJP +1    5>6
        combination N3 pKR +1    6>7
    """,
        "moves",
    )


# --- 53: U10 -----------------------------------------------------------------------------------


def test_ruling_053_no_lift_above_seven() -> None:
    """Given the host at 7; when U10 is played Joint with it; then its +1 is not printed, the Joint
    +1 and all else stand."""
    game = Table(turn=3, gauges={"aJP": 7})
    game.play("U10", "joint", host="JPN", target="PRC", signers="JPN")
    game.expect(
        """
        printed U10 dPRC +1    5>6
        printed U10 INT +1     3>4
        printed U10 CAP -1     6>5
        channel R3/U10 aJP +1  7>8
    """,
        "moves",
    )


def test_ruling_053_a_lift_to_seven() -> None:
    """Given the host at 6 and another ally at 8; when U10 is played Joint with the host; then both
    +1 have a line and R5 takes one back."""
    game = Table(turn=3, gauges={"aAU": 8})
    game.play("U10", "joint", host="JPN", target="PRC", signers="JPN")
    game.expect(
        """
        printed U10 aJP +1     6>7
        printed U10 dPRC +1    5>6
        printed U10 INT +1     3>4
        printed U10 CAP -1     6>5
        channel R3/U10 aJP +1  7>8
        limit R5 aJP -1        8>7
    """,
        "moves",
    )


# --- 54: U11 -----------------------------------------------------------------------------------


def test_ruling_054_co_signers_lose_nothing() -> None:
    """Given U11 signed by Japan; when the ledger is made; then Japan has no line for a loss, only
    its Joint +1."""
    game = Table(turn=3)
    game.play("U11", "joint", signers="JPN", choices=talking_to("PRC"))
    game.expect(
        """
        printed U11 aKR -1     5>4
        printed U11 aAU -1     6>5
        printed U11 ESC -2     3>1
        printed U11 CAP +1     6>7
        channel R3/U11 aJP +1  6>7
    """,
        "moves",
    )


@pytest.mark.parametrize("adversaries", [("DPRK",), ("PRC", "RUS"), ("PRC", "DPRK", "RUS")])
def test_ruling_054_who_is_named_moves_nothing(adversaries: tuple[str, ...]) -> None:
    """Given U11 Solo, all allies asked, with one, two or three adversaries named; when the ledger
    is made; then it is the same, and the names are recorded."""
    game = Table(turn=3)
    played = game.play("U11", "solo", choices=talking_to(*adversaries))
    for ally in ("JPN", "ROK", "AUS"):
        game.consult("US", ally, "U11", "accepts")
    game.expect(
        """
        printed U11 aJP -1     6>5
        printed U11 aKR -1     5>4
        printed U11 aAU -1     6>5
        printed U11 ESC -2     3>1
        printed U11 CAP +1     6>7
        combination N6 pJP +1  4>5
        combination N6 pKR +1  5>6
    """,
        "moves",
    )
    assert played.choices == (("adversaries", adversaries),)
    assert game.state.now.plays == (played,)


def test_ruling_054_somebody_is_named() -> None:
    """Given U11; when no adversary is named, or an ally is; then no."""
    game = Table(turn=3)
    assert game.reasons("U11", "solo") != []
    assert game.reasons("U11", "solo", choices=talking_to("JPN")) != []
    assert game.reasons("U11", "solo", choices=talking_to("RUS")) == []


# --- 55: U12 -----------------------------------------------------------------------------------


def test_ruling_055_home() -> None:
    """Given U12 HOME, Solo with nobody asked; when the ledger is made; then Capital +2, no R4."""
    game = Table(turn=3)
    game.play("U12", "solo", choices=HOME)
    game.expect("printed U12 CAP +2 6>8", "moves")


def test_ruling_055_joint_adds_only_the_joint_line() -> None:
    """Given U12 Joint with Australia, at home or in Japan and the ROK; when the ledger is made;
    then it is the Solo one and a Joint +1."""
    game = Table(turn=3)
    game.play("U12", "joint", signers="AUS", choices=HOME)
    game.expect("printed U12 CAP +2 6>8\n channel R3/U12 aAU +1 6>7", "moves")
    game = Table(turn=3)
    game.play("U12", "joint", signers="AUS", choices=speaking_in("JPN", "ROK"))
    game.expect(
        """
        printed U12 pJP -1     4>3
        printed U12 pKR -1     5>4
        channel R3/U12 aAU +1  6>7
    """,
        "moves",
    )


def test_ruling_055_allied_publics() -> None:
    """Given U12 Solo in the ROK and Australia; when the ledger is made; then those two calm."""
    game = Table(turn=3)
    game.play("U12", "solo", choices=speaking_in("ROK", "AUS"))
    game.expect("printed U12 pKR -1 5>4\n printed U12 pAU -1 3>2", "moves")


def test_ruling_055_two_different_allies() -> None:
    """Given U12; when allied publics are one, one twice, three, or none; then no; two will do, and
    at home needs no country."""
    game = Table(turn=3)
    assert game.reasons("U12", "solo", choices=speaking_in("JPN")) != []
    assert game.reasons("U12", "solo", choices=speaking_in("JPN", "JPN")) != []
    assert game.reasons("U12", "solo", choices=speaking_in("JPN", "ROK", "AUS")) != []
    assert game.reasons("U12", "solo", choices={"towards": "publics"}) != []
    assert game.reasons("U12", "solo") != []
    assert game.reasons("U12", "solo", choices=speaking_in("JPN", "AUS")) == []
    assert game.reasons("U12", "solo", choices=HOME) == []


# --- 56: J01, K01, A01 -------------------------------------------------------------------------


def test_ruling_056_hosting_needs_no_visit() -> None:
    """Given no US visit; when J01, K01 and A01 are played Solo; then all stand as printed."""
    game = Table(turn=3)
    for move in ("J01", "K01", "A01"):
        game.play(move, "solo")
    assert game.closing() == []
    # three shows: N8; Integration 3 + 3 = 6 meets the ceiling of 6, but R5 lets it rise by 2
    game.expect(
        """
        printed J01 pJP +1      4>5
        printed J01 INT +1      3>4
        printed K01 pKR -1      5>4
        printed K01 INT +1      4>5
        printed A01 aAU +1      6>7
        printed A01 pAU +1      3>4
        printed A01 dPRC +1     5>6
        printed A01 INT +1      5>6
        combination N8 ESC +1   3>4
        limit R5 INT -1         6>5
    """,
        "moves",
    )


# --- 57: debates and restraint -----------------------------------------------------------------

DEBATES = [("J04", "aJP", "pJP", 4), ("K07", "aKR", "pKR", 5), ("A08", "aAU", "pAU", 3)]


@pytest.mark.parametrize(("move", "assurance", "pressure", "start"), DEBATES)
def test_ruling_057_a_debate_reads_its_own_assurance(
    move: str, assurance: str, pressure: str, start: int
) -> None:
    """Given its ally at 5 and the others at 4, or the reverse; when it debates; then its Pressure
    falls, or rises instead."""
    others = dict.fromkeys(("aJP", "aKR", "aAU"), 4)
    sure = Table(turn=3, gauges=others | {assurance: 5})
    sure.play(move, "solo")
    sure.expect(f"printed {move} {pressure} -1 {start}>{start - 1}", "moves")
    others = dict.fromkeys(("aJP", "aKR", "aAU"), 5)
    unsure = Table(turn=3, gauges=others | {assurance: 4})
    unsure.play(move, "solo")
    unsure.expect(f"printed {move} {pressure} +1 {start}>{start + 1}", "moves")


def test_ruling_057_restraint_adds_pressure_where_assurance_is_low() -> None:
    """Given Japan at 4, or at 5; when J08 is played; then its Pressure rises, or has no line."""
    unsure = Table(turn=3, gauges={"aJP": 4})
    unsure.play("J08", "solo")
    unsure.expect(
        """
        printed J08 pJP +1  4>5
        printed J08 ESC -1  3>2
        printed J08 CAP +1  6>7
    """,
        "moves",
    )
    sure = Table(turn=3, gauges={"aJP": 5, "aKR": 4, "aAU": 4})
    sure.play("J08", "solo")
    sure.expect("printed J08 ESC -1 3>2\n printed J08 CAP +1 6>7", "moves")


def test_ruling_057_a_debate_reads_after_brief() -> None:
    """Given Japan at 4 and U05, which lifts it to 5 in the same turn; when it debates; then its
    Pressure rises all the same."""
    game = Table(turn=3, gauges={"aJP": 4})
    game.play("U05", "solo")
    game.play("J04", "solo")
    game.expect(
        """
        printed U05 aJP +1    4>5
        printed U05 aKR +1    5>6
        printed U05 aAU +1    6>7
        printed U05 dDPRK +1  5>6
        printed U05 CAP -1    6>5
        printed J04 pJP +1    4>5
    """,
        "moves",
    )


# --- 58: J05 -----------------------------------------------------------------------------------

HELD = """
    printed U07 aJP +1   6>7
    printed U07 aKR +1   5>6
    printed U07 aAU +1   6>7
    printed U07 CAP -1   6>5
"""
HEARD = """
    combination J05 aJP +1   7>8
    limit R5 aJP -1          8>7
"""
"""U07's +1 and J05's +1 on Japan: R5 takes one back."""


def test_ruling_058_a_quiet_word_in_the_turn_of_the_promise() -> None:
    """Given J05 and U07 in one turn; when the ledger is made; then Japan +1, a combination of J05's
    own."""
    game = Table(turn=3)
    game.play("J05", "quiet", addressee="US")
    game.play("U07", "solo")
    game.expect(HELD + HEARD, "moves")


@pytest.mark.parametrize(("turn", "more"), [(2, HEARD), (1, "")])
def test_ruling_058_a_quiet_word_lasts_one_turn(turn: int, more: str) -> None:
    """Given J05 in turn 2, or in turn 1; when U07 is played in turn 3; then Japan +1, or nothing
    more."""
    game = Table(turn=3)
    game.earlier(turn, play("J05", "quiet", addressee="US"))
    game.play("U07", "solo")
    game.expect(HELD + more, "moves")


def test_ruling_058_a_quiet_word_is_heard_once() -> None:
    """Given J05 in turn 2 and again in turn 3; when U07 is played in turn 3; then Japan +1 once."""
    game = Table(turn=3)
    game.earlier(2, play("J05", "quiet", addressee="US"))
    game.play("J05", "quiet", addressee="US")
    game.play("U07", "solo")
    game.expect(HELD + HEARD, "moves")


def test_ruling_058_a_quiet_word_after_the_promise_is_late() -> None:
    """Given U07 in turn 2 and J05 in turn 3; when the ledger is made; then nothing moves. Nor where
    J05 and U07 met in turn 2."""
    game = Table(turn=3)
    game.earlier(2, play("U07", "solo"))
    game.play("J05", "quiet", addressee="US")
    game.expect("", "moves")
    game = Table(turn=3)
    game.earlier(2, play("U07", "solo"), play("J05", "quiet", addressee="US"))
    game.expect("", "moves")
