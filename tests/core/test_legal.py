"""Every word of a card that says when it may be played, and what effort it costs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core.hand_in_line import parse
from app.core.legal import closing_reasons, consultations_left, effort, playable
from app.core.outcome import end_state, objectives
from app.core.pools import choice_pool, signing_pool, told_pool
from app.core.values import PlayedMove
from tests.core.small import (
    Table,
    book,
    card,
    combination,
    end,
    moves,
    play,
    rule,
    sections,
)

PAIR = {"id": "pair", "label": "Between", "of": ["allies"], "count": 2}
HOST = {"id": "host", "label": "Host", "of": ["allies", "self"]}
TARGET = {"id": "target", "label": "Target", "of": ["adversaries"]}
TO_WHOM = {"id": "with", "label": "With", "of": ["adversaries"]}


def table(*cards: dict[str, Any], **parts: Any) -> Table:
    return Table(book(moves=list(cards), **parts))


def seats(**changes: Any) -> list[dict[str, Any]]:
    """The usual seats with other effort, moves or consultations for all of them."""
    return [{**seat, **changes} for seat in sections()["seats"]]


# --- Once, cooldown, needs ------------------------------------------------------------------------


def test_once_is_once_in_a_game_and_a_second_try_says_so() -> None:
    on = table(card("X", once=True)).plays(play("X"))
    assert on.reasons(play("X")) == ()
    assert on.turn().turn().reasons(play("X")) == ("It is played once in a game, and has been.",)


@pytest.mark.parametrize(("rest", "free_in"), [(0, 2), (1, 3), (2, 4)])
def test_a_card_rests_so_many_turns(rest: int, free_in: int) -> None:
    on = table(card("X", cooldown=rest)).plays(play("X")).turn()
    while on.reasons(play("X")):
        on.turn()
    assert on.state.turn == free_in


def test_a_need_says_in_words_that_it_is_not_met() -> None:
    need = {"when": {"played": {"move": "Y", "window": "earlier"}}, "say": "Y has to come first."}
    on = table(card("X", needs=[need]), card("Y"))
    assert on.reasons(play("X")) == ("Y has to come first.",)
    assert on.plays(play("Y")).reasons(play("X")) == ("Y has to come first.",)
    assert on.turn().reasons(play("X")) == ()


def test_a_need_reads_gauges_as_they_stand_after_brief() -> None:
    need = {"when": {"gauge": {"gauge": "CAP", "at_least": 6}}, "say": "More capital."}
    deck = book(moves=[card("X", needs=[need])])
    assert Table(deck, CAP=6).reasons(play("X")) == ()
    assert Table(deck, CAP=5).reasons(play("X")) == ("More capital.",)


def test_a_need_may_speak_of_the_seat_that_plays_it() -> None:  # J06
    low = {"gauge": {"family": "assurance", "of": "self", "at_least": 5}}
    need = {"when": low, "say": "Assurance has to be 5."}
    deck = book(moves=[card("X", "JPN", needs=[need])])
    assert Table(deck, aROK=1).reasons(play("X", "JPN")) == ()
    assert Table(deck, aJPN=4).reasons(play("X", "JPN")) == ("Assurance has to be 5.",)


# --- Signing --------------------------------------------------------------------------------------


def joint(*signers: str, **more: Any) -> PlayedMove:
    return play("X", channel="joint", asked=signers, signers=signers, **more)


def closing(signing: dict[str, Any], *signers: str) -> list[str]:
    on = table(card("X", signing=signing)).plays(joint(*signers))
    return [words for _, words in closing_reasons(on.book, on.state)]


@pytest.mark.parametrize(
    ("signing", "signers", "says"),
    [
        ({}, ("AUS",), None),
        ({}, (), "Joint needs somebody who signs it."),
        ({"of": "allies"}, ("JPN", "ROK"), None),
        ({"of": "JPN"}, ("ROK",), "Rok cannot sign it: Jpn."),
        ({"at_least": 2}, ("JPN",), "No signature yet."),
        ({"at_least": 2}, ("JPN", "ROK"), None),
        ({"at_most": 1}, ("JPN", "ROK"), "At most 1 may sign it."),
        ({"at_most": 1}, ("JPN",), None),
        ({"must": "JPN"}, ("ROK",), "Jpn must sign it."),
        ({"must": "JPN"}, ("JPN", "ROK"), None),
    ],
    ids=str,
)
def test_a_card_says_who_may_and_who_must_sign(
    signing: dict[str, Any], signers: tuple[str, ...], says: str | None
) -> None:
    found = closing(signing, *signers)
    assert (found == []) if says is None else any(says in words for words in found)


@pytest.mark.parametrize(
    ("of", "pool"),
    [
        ((), ("JPN", "ROK", "AUS")),
        ("allies", ("JPN", "ROK", "AUS")),
        ("others", ("JPN", "ROK", "AUS")),
        ("all", ("JPN", "ROK", "AUS")),
        (["AUS", "JPN"], ("JPN", "AUS")),
    ],
)
def test_nobody_signs_a_card_of_its_own(of: Any, pool: tuple[str, ...]) -> None:
    deck = book(moves=[card("X", signing={"of": of} if of else {})])
    assert signing_pool(deck, deck.move("X")) == pool


def test_who_was_asked_and_has_not_signed_is_named() -> None:
    on = table(card("X")).plays(play("X", channel="joint", asked=("JPN", "ROK")))
    reasons = closing_reasons(on.book, on.state)
    assert reasons == (("X", "No signature yet. Jpn and Rok were asked."),)


# --- Choices --------------------------------------------------------------------------------------


def test_two_are_two_different_ones() -> None:  # ruling 55
    on = table(card("X", choices=[PAIR]))
    assert on.reasons(play("X", choices={"pair": ("JPN", "ROK")})) == ()
    assert "2 different ones" in on.reasons(play("X", choices={"pair": ("JPN", "JPN")}))[0]
    assert on.reasons(play("X", choices={"pair": "JPN"})) == ("Not chosen yet: between.",)


@pytest.mark.parametrize(
    ("of", "pool"),
    [
        (["allies", "self"], ("US", "JPN", "ROK", "AUS")),
        (["all"], ("US", "JPN", "ROK", "AUS")),
        (["others"], ("JPN", "ROK", "AUS")),
        (["adversaries"], ("PRC", "DPRK")),
        (["PRC", "JPN"], ("JPN", "PRC")),
    ],
)
def test_whoever_may_be_chosen_stands_in_the_decks_order(
    of: list[str], pool: tuple[str, ...]
) -> None:
    deck = book(moves=[card("X", choices=[{"id": "host", "label": "Host", "of": of}])])
    assert choice_pool(deck, deck.move("X"), deck.move("X").choices[0]) == pool


# --- Who is told ----------------------------------------------------------------------------------


def test_a_quiet_move_is_told_to_another_seat() -> None:
    on = table(card("X"))
    assert told_pool(on.book, on.book.move("X")) == ("JPN", "ROK", "AUS")
    assert on.reasons(play("X", channel="quiet", addressee="JPN")) == ()
    says = on.reasons(play("X", channel="quiet", addressee="PRC"))
    assert says == ("Prc cannot be told of it quietly: Jpn, Rok or Aus.",)


def test_an_adversary_is_told_where_the_card_lets_it_be_chosen() -> None:  # U11, ruling 19
    on = table(card("X", choices=[TO_WHOM]))
    assert told_pool(on.book, on.book.move("X")) == ("JPN", "ROK", "AUS", "PRC", "DPRK")
    quiet = play("X", channel="quiet", addressee="PRC", choices={"with": "PRC"})
    assert on.reasons(quiet) == ()
    law = rule(
        "R1",
        for_each_play={"addressee": "adversaries"},
        effects=[{"family": "deterrence", "of": "addressee", "change": 1}],
    )
    deck = book(moves=[card("X", choices=[TO_WHOM])], rules=[law])
    assert moves(deck, quiet) == ["R1 via X dPRC +1"]


def test_being_the_target_is_not_being_told() -> None:
    on = table(card("X", choices=[HOST, TARGET]))
    quiet = play("X", channel="quiet", host="US", target="PRC", addressee="PRC")
    assert "Prc cannot be told of it quietly" in on.reasons(quiet)[0]


def test_the_line_offers_whom_a_quiet_move_may_be_told() -> None:
    on = table(card("X", choices=[TO_WHOM]))
    assert parse(on.book, on.state, "x quiet prc dprk").play == play(
        "X", channel="quiet", addressee="DPRK", choices={"with": "PRC"}
    )


def test_a_host_of_another_seat_is_told_and_ones_own_harbour_is_not() -> None:
    on = table(card("X", choices=[HOST]))
    assert on.reasons(play("X", channel="quiet", host="JPN")) == ()
    assert on.reasons(play("X", channel="quiet", host="US")) == (
        "Quiet needs somebody who is told.",
    )


# --- Effort (rulings 12–14) -----------------------------------------------------------------------

CARDS = (card("X", cost=2), card("Y", cost=1, effort_next_turn=2), card("J", "JPN", cost=1))


def effort_table(*cards: dict[str, Any], signing_cost: int = 1, carry: int = 1) -> Table:
    economy = {"carry": carry, "signing_cost": signing_cost}
    deck = book(moves=list(cards or CARDS), seats=seats(effort=4, moves=2), economy=economy)
    return Table(deck)


def spent(on: Table, seat: str) -> tuple[int, int]:
    account = effort(on.book, on.state, seat)
    return account.budget, account.left


def test_the_leader_pays_the_card_and_each_signer_its_signature() -> None:
    on = effort_table().plays(joint("JPN", "ROK"), play("J", "JPN"))
    assert [spent(on, seat) for seat in ("US", "JPN", "ROK", "AUS")] == [
        (4, 2),
        (4, 2),
        (4, 3),
        (4, 4),
    ]


def test_being_told_costs_nothing() -> None:
    on = effort_table().plays(play("X", channel="quiet", addressee="JPN"))
    assert spent(on, "JPN") == (4, 4)


def test_a_signature_costs_what_the_deck_says() -> None:
    assert spent(effort_table(signing_cost=3).plays(joint("JPN")), "JPN") == (4, 1)


def test_a_card_may_make_signing_free_for_everybody() -> None:  # ruling 63
    on = effort_table(card("X"), card("F", "AUS", free_signing=True))
    assert spent(on.plays(joint("JPN")), "JPN") == (4, 3)
    assert spent(on.plays(joint("JPN"), play("F", "AUS")), "JPN") == (4, 4)


def test_a_card_may_give_effort_in_the_next_turn_and_no_later() -> None:  # ruling 48
    on = effort_table().plays(play("Y"))
    assert spent(on, "US") == (4, 3)
    assert spent(on.turn(), "US") == (6, 6)
    assert spent(on.turn(), "US") == (4, 4)


def test_what_is_carried_counts_from_the_next_turn() -> None:
    on = effort_table()
    on.state = replace(on.state, carry={"US": 1})
    assert spent(on, "US") == (5, 5)


def test_after_closing_the_account_is_the_one_that_was_closed() -> None:
    """What is carried over belongs to the next turn, although it is known by then."""
    on = effort_table().plays(play("X"))
    on._change(left={"US": 2}, is_closed=True)
    on.state = replace(on.state, carry={"US": 1})
    assert spent(on, "US") == (4, 2)


def test_an_overdrawn_seat_keeps_the_hand_in_open() -> None:
    on = effort_table(card("X", cost=3), card("Z", cost=2)).plays(play("X"), play("Z"))
    assert ("US", "1 effort too many.") in closing_reasons(on.book, on.state)


def test_a_seat_leads_so_many_moves_whatever_they_cost() -> None:  # ruling 14
    cards = [card(name) for name in "XYZ"]
    on = effort_table(*cards).plays(play("X"), play("Y"))
    assert on.reasons(play("Z")) == ("Us may lead 2 moves.",)
    assert [reasons for _, reasons in playable(on.book, on.state, "US")] == [
        ("It is in the hand-in already.",),
        ("It is in the hand-in already.",),
        ("Us may lead 2 moves.",),
    ]


def test_a_card_that_costs_too_much_says_how_much_is_left() -> None:
    on = effort_table(card("X", cost=3), card("Z", cost=2)).plays(play("X"))
    assert playable(on.book, on.state, "US")[1][1] == ("It costs 2; 1 left.",)


# --- Consultations (ruling 26) --------------------------------------------------------------------


def test_a_seat_asks_so_often_and_no_more() -> None:
    on = Table(book(moves=[card("X")], seats=seats(consultations=1)))
    assert consultations_left(on.book, on.state, "US") == 1
    on.asked("US", "JPN", "one")
    assert consultations_left(on.book, on.state, "US") == 0
    on.asked("US", "ROK", "two")
    assert closing_reasons(on.book, on.state) == (("US", "1 consultation too many."),)


def test_a_card_may_lift_the_limit_while_it_is_in_the_hand_in() -> None:
    deck = book(moves=[card("X", "AUS", free_consulting=True)], seats=seats(consultations=0))
    on = Table(deck).asked("US", "JPN", "one")
    assert consultations_left(on.book, on.state, "US") == -1
    on.plays(play("X", "AUS"))
    assert consultations_left(on.book, on.state, "US") is None
    assert closing_reasons(on.book, on.state) == ()


# --- The end (ruling 95) --------------------------------------------------------------------------


def test_the_first_end_state_that_holds_is_the_end() -> None:
    high = {"gauge": {"gauge": "CAP", "at_least": 5}}
    states = [end("E1", when={"not": high}), end("E2", when=high), end("E3", when=high), end("E9")]
    deck = book(end_states=states)
    assert end_state(deck, Table(deck).turn().state).id == "E2"
    assert end_state(deck, Table(deck, CAP=1).turn().state).id == "E1"


def test_an_end_state_looks_at_every_turn() -> None:
    ever = {"played": {"move": "X", "window": "ever"}}
    deck = book(moves=[card("X")], end_states=[end("E1", when=ever), end("E9")])
    on = Table(deck).plays(play("X", channel="quiet", addressee="JPN")).turn().turn()
    assert end_state(deck, on.state).id == "E1"


def test_an_objective_is_met_or_not_or_for_people_to_say() -> None:
    aims = [
        {
            "id": "a",
            "text": "High.",
            "when": {"gauge": {"family": "assurance", "of": "self", "at_least": 5}},
        },
        {"id": "b", "text": "Low.", "when": {"gauge": {"gauge": "CAP", "at_most": 4}}},
        {"id": "c", "text": "Felt."},
    ]
    parts = sections()["seats"]
    parts[1] = {**parts[1], "objectives": aims}
    deck = book(seats=parts)
    found = [(r.seat, r.id, r.met) for r in objectives(deck, Table(deck).turn().state)]
    assert found == [("JPN", "a", True), ("JPN", "b", False), ("JPN", "c", None)]


def test_a_combination_with_no_effect_of_its_own_leaves_cards_legal() -> None:
    law = combination("N1", {"played": {"move": "X"}}, takes=[{"from": "X"}])
    deck = book(moves=[card("X", effects=[{"gauge": "ESC", "change": 1}])], combinations=[law])
    assert Table(deck).reasons(play("X")) == ()
