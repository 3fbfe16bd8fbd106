"""Rulings 59 to 64: the cards from the ROK's request to access on condition."""

from __future__ import annotations

from typing import Any

import pytest

from app.core import actions as do
from app.core.reminders import reminders
from app.core.values import Phase
from tests.rulings.table import Table, play

# --- 59: K02's request -------------------------------------------------------------------------


@pytest.mark.parametrize(("channel", "more"), [("solo", {}), ("quiet", {"addressee": "JPN"})])
def test_ruling_059_the_request_is_a_reminder(channel: str, more: dict[str, Any]) -> None:
    """Given K02 in turn 2; when the exercise goes on; then the facilitator is reminded in the
    Consult phase of turn 3 and in no other phase."""
    game = Table(turn=2)
    game.play("K02", channel, **more)
    seen = []
    while (game.state.turn, game.state.phase) != (4, Phase.DISCUSS):
        cards = [card for card, _ in reminders(game.book, game.state)]
        seen += [(game.state.turn, game.state.phase, card) for card in cards]
        game.do(do.EnterNextPhase())
    assert seen == [(3, Phase.CONSULT, "K02")]


def test_ruling_059_the_request_moves_nothing() -> None:
    """Given K02 in turn 2; when turn 3 passes without a move; then no line is K02's."""
    game = Table(turn=3)
    game.earlier(2, play("K02", "solo"))
    game.expect("""
        close R7 aJP -1     6>5
        close R7 aAU -1     6>5
        close R8 dPRC -1    5>4
        close R8 dDPRK -1   5>4
    """)


# --- 60: K03 -----------------------------------------------------------------------------------


def test_ruling_060_a_latent_programme_needs_paper_and_pressure() -> None:
    """Given K02 earlier, in this turn, or never, and ROK Pressure 7 or 6; when K03 is tried; then
    only K02 earlier and 7 will do."""
    game = Table(turn=3, gauges={"pKR": 7})
    assert game.reasons("K03", "solo") != []
    game.play("K02", "solo")
    assert game.reasons("K03", "solo") != []
    game = Table(turn=3, gauges={"pKR": 7})
    game.earlier(2, play("K02", "quiet", addressee="US"))
    assert game.reasons("K03", "solo") == []
    game = Table(turn=3, gauges={"pKR": 6})
    game.earlier(2, play("K02", "solo"))
    assert game.reasons("K03", "solo") != []


def test_ruling_060_its_marker_stands_even_if_it_was_quiet() -> None:
    """Given K03 Quiet in the last turn; when the exercise ends; then it ends in Own ways, though
    publics and adversaries saw nothing. Without K03 it does not."""
    game = Table(turn=6, gauges={"pKR": 7})
    game.earlier(2, play("K02", "solo"))
    calm = {"ESC": 3, "pKR": 5, "INT": 3}
    assert game.end_state(**calm) == "E6"
    game.play("K03", "quiet", addressee="US")
    game.expect(
        """
        printed K03 aJP -1          6>5
        printed K03 pKR -2=0 R3     7>7
        printed K03 dDPRK +1=0 R3   5>5
        printed K03 INT -2          3>1
        printed K03 ESC +2=0 R3     3>3
        printed K03 CAP -2          6>4
    """,
        "moves",
    )
    assert game.end_state(**calm) == "E2"


# --- 61: K04 -----------------------------------------------------------------------------------

SEAT = play("K04", "solo")


def test_ruling_061_no_request_from_a_member_nor_twice_running() -> None:
    """Given K04 last turn, or two turns ago, or the ROK in U08, or left out of it; when K04 is
    tried; then no, yes, no, yes."""
    game = Table(turn=3)
    game.earlier(2, SEAT)
    assert game.reasons("K04", "solo") != []
    game = Table(turn=4)
    game.earlier(2, SEAT)
    assert game.reasons("K04", "solo") == []
    game = Table(turn=4)
    game.earlier(2, play("U08", "joint", signers=["ROK", "AUS"]))
    assert game.reasons("K04", "solo") != []
    game = Table(turn=4)
    game.earlier(2, play("U08", "joint", signers="AUS"))
    assert game.reasons("K04", "solo") == []


@pytest.mark.parametrize("channel", ["solo", "quiet"])
def test_ruling_061_unanswered_at_the_close_of_the_next_turn(channel: str) -> None:
    """Given K04 last turn, in any channel, and no U08; when the turn closes; then the ROK loses one
    and its Pressure rises, before anything else of Close."""
    game = Table(turn=3)
    game.earlier(2, play("K04", channel, **({"addressee": "US"} if channel == "quiet" else {})))
    game.expect("""
        close K04 aKR -1    5>4
        close K04 pKR +1    5>6
        close R7 aJP -1     6>5
        close R7 aAU -1     6>5
        close R8 dPRC -1    5>4
        close R8 dDPRK -1   5>4
    """)


def test_ruling_061_what_follows_reads_the_loss() -> None:
    """Given the ROK at 7, at 6 or at 3, and an open request; when the turn closes; then R7 takes 6
    but not 5, and R9 sees 2."""
    seven = Table(turn=3, gauges={"aKR": 7})
    seven.earlier(2, SEAT)
    seven.expect_gauge("aKR", "close K04 aKR -1 7>6\n close R7 aKR -1 6>5")
    six = Table(turn=3, gauges={"aKR": 6})
    six.earlier(2, SEAT)
    six.expect_gauge("aKR", "close K04 aKR -1 6>5")
    three = Table(turn=3, gauges={"aKR": 3})
    three.earlier(2, SEAT)
    three.expect_gauge("pKR", "close K04 pKR +1 5>6\n close R9 pKR +1 6>7")


def test_ruling_061_u08_without_the_rok_is_no_answer() -> None:
    """Given K04 last turn and U08 with Japan; when the turn closes; then it stays unanswered."""
    game = Table(turn=3)
    game.earlier(2, SEAT)
    game.play("U08", "joint", signers="JPN")
    # Japan: +1 +1, so R5 takes one back; at Close it signed and stands at 7
    game.expect("""
        printed U08 aJP +1     6>7
        printed U08 pJP -1     4>3
        printed U08 INT +1     3>4
        printed U08 CAP -1     6>5
        channel R3/U08 aJP +1  7>8
        limit R5 aJP -1        8>7
        close K04 aKR -1       5>4
        close K04 pKR +1       5>6
        close R7 aAU -1        6>5
        close R8 dPRC -1       5>4
        close R8 dDPRK -1      5>4
        close R9 pJP -1        3>2
    """)


def test_ruling_061_u08_with_the_rok_is_the_answer() -> None:
    """Given K04 last turn and U08 with the ROK; when the turn closes; then S4 and nothing of
    K04's."""
    game = Table(turn=3)
    game.earlier(2, SEAT)
    game.play("U08", "joint", signers="ROK")
    game.expect("""
        printed U08 aKR +1      5>6
        printed U08 pKR -1      5>4
        printed U08 INT +1      3>4
        printed U08 CAP -1      6>5
        channel R3/U08 aKR +1   6>7
        combination S4 aKR +1   7>8
        combination S4 pKR -1   4>3
        limit R5 aKR -2         8>6
        close R7 aJP -1         6>5
        close R7 aAU -1         6>5
        close R8 dPRC -1        5>4
        close R8 dDPRK -1       5>4
    """)


FADED = """
    close R7 aJP -1     6>5
    close R7 aAU -1     6>5
    close R8 dPRC -1    5>4
    close R8 dDPRK -1   5>4
"""


@pytest.mark.parametrize(
    ("turn", "past"),
    [
        (3, {2: [SEAT, play("U08", "joint", signers="ROK")]}),  # answered in its own turn
        (3, {1: [SEAT]}),  # it was due in turn 2
        (4, {2: [SEAT], 3: [play("U08", "joint", signers="ROK")]}),
    ],
)
def test_ruling_061_it_falls_due_once(turn: int, past: dict[int, list[Any]]) -> None:
    """Given a request that was answered, or was due before; when the turn closes; then nothing."""
    game = Table(turn=turn)
    for number, cards in past.items():
        game.earlier(number, *cards)
    game.expect(FADED)


def test_ruling_061_in_its_own_turn_and_in_the_last_it_costs_nothing() -> None:
    """Given K04 in turn 3, or in turn 6; when that turn closes; then nothing of K04's. Played in
    turn 5 it is due in turn 6."""
    for turn in (3, 6):
        game = Table(turn=turn)
        game.play("K04", "solo")
        game.expect(FADED)
    game = Table(turn=6)
    game.earlier(5, SEAT)
    game.expect("close K04 aKR -1 5>4\n close K04 pKR +1 5>6" + FADED)


# --- 62: K08 -----------------------------------------------------------------------------------


def pledge(integration: int) -> str:
    """K08 with the US and Japan, the ROK at 6, with so much Integration."""
    return f"""
        printed K08 aKR +1             6>7
        printed K08 INT +{integration} 3>{3 + integration}
        printed K08 CAP +1             6>7
        channel R3/K08 aJP +1          6>7
    """


@pytest.mark.parametrize(
    ("past", "integration"),
    [
        ([], 1),
        ([play("K02", "solo")], 2),
        ([play("K02", "quiet", addressee="US")], 2),
        ([play("K05", "solo")], 1),
    ],
)
def test_ruling_062_the_pledge_after_the_paper(past: list[Any], integration: int) -> None:
    """Given K02 in an earlier turn in any channel, or not; when K08 is played; then Integration +2,
    or +1. Here the -1 of turn 2 had long been overtaken."""
    game = Table(turn=4, gauges={"aKR": 6})
    game.earlier(2, *past)
    game.play("K08", "joint", signers=["US", "JPN"])
    game.expect(pledge(integration), "moves")


def test_ruling_062_a_paper_in_the_same_turn_is_not_earlier() -> None:
    """Given K02 and K08 in one turn; when the ledger is made; then K08 brings +1."""
    game = Table(turn=4, gauges={"aKR": 6})
    game.play("K02", "quiet", addressee="US")
    game.play("K08", "joint", signers=["US", "JPN"])
    # K02 quiet: Integration 3 - 1 + 1, Capital 6 - 1 + 1
    game.expect(
        """
        printed K02 pKR -1=0 R3     5>5
        printed K02 dDPRK +1=0 R3   5>5
        printed K02 INT -1          3>2
        printed K02 ESC +1=0 R3     3>3
        printed K02 CAP -1          6>5
        printed K08 aKR +1          6>7
        printed K08 INT +1          2>3
        printed K08 CAP +1          5>6
        channel R3/K08 aJP +1       6>7
    """,
        "moves",
    )


# --- 63: A03 -----------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["solo", "joint"])
def test_ruling_063_convened_signing_costs_nobody(channel: str) -> None:
    """Given Japan signing U04 and U08, the US signing A03 where it is Joint; when A03 is in the
    hand-in; then signing is free for all; leading is not."""
    game = Table(turn=1)
    game.play("U04", "joint", signers=["JPN", "ROK"])
    game.play("U08", "joint", signers=["JPN"])
    assert game.effort("JPN") == (4, 2)
    assert game.effort("ROK") == (4, 1)
    game.play("A03", channel, **({"signers": "US"} if channel == "joint" else {}))
    spent = {seat: game.effort(seat) for seat in ("US", "JPN", "ROK", "AUS")}
    assert spent == {"US": (6, 4), "JPN": (4, 0), "ROK": (4, 0), "AUS": (4, 1)}


def test_ruling_063_convened_a_full_hand_can_sign() -> None:
    """Given Japan, whose two moves cost 4, signing U04; when the hand-in would close; then only
    with A03 in it."""
    game = Table(turn=1)
    game.play("J02", "solo")
    game.play("J03", "solo")
    game.play("U04", "joint", signers="JPN")
    assert game.closing() != []
    game.play("A03", "solo")
    assert game.closing() == []


def test_ruling_063_convened_is_over_next_turn() -> None:
    """Given A03 last turn; when Japan signs U04; then it pays."""
    game = Table(turn=3)
    game.earlier(2, play("A03", "solo"))
    game.play("U04", "joint", signers="JPN")
    assert game.effort("JPN") == (4, 1)


# --- 64: A05 -----------------------------------------------------------------------------------


def test_ruling_064_access_signed_by_the_us() -> None:
    """Given A05 signed by the US; when the ledger is made; then Pressure -2, Assurance +1, nothing
    else."""
    game = Table(turn=3)
    game.play("A05", "joint", signers="US")
    game.expect("printed A05 aAU +1 6>7\n printed A05 pAU -2 3>1", "moves")


def test_ruling_064_access_signed_by_the_us_and_another() -> None:
    """Given A05 signed by the US and Japan; when the ledger is made; then the same, and Japan's
    Joint +1."""
    game = Table(turn=3)
    game.play("A05", "joint", signers=["US", "JPN"])
    game.expect(
        """
        printed A05 aAU +1     6>7
        printed A05 pAU -2     3>1
        channel R3/A05 aJP +1  6>7
    """,
        "moves",
    )


def test_ruling_064_access_signed_by_others_is_as_printed() -> None:
    """Given A05 signed by Japan and the ROK, or Solo; when the ledger is made; then as printed."""
    printed = """
        printed A05 pAU -2     3>1
        printed A05 INT -1     3>2
        printed A05 CAP -1     6>5
    """
    game = Table(turn=3)
    game.play("A05", "joint", signers=["JPN", "ROK"])
    game.expect(
        printed
        + """
        channel R3/A05 aJP +1  6>7
        channel R3/A05 aKR +1  5>6
    """,
        "moves",
    )
    game = Table(turn=3)
    game.play("A05", "solo")
    game.expect(printed, "moves")
