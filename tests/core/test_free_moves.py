"""Cards that seats write themselves, and injects written on the spot: what follows from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.amending import amended
from app.core.compile import compile_deck
from app.core.dice import throw
from app.core.legal import effort, playable, reasons_against
from app.core.own import book_of, to_argue, writers
from app.core.proposal import proposed_ledger
from app.core.values import Argument, FreeMove, Phase, PlayedMove, WrittenInject
from app.deck.model import FreeMoves
from tests.core.given import REASON, SETUP, Course, at, tutorial

CARD = FreeMove("", "CAL", "Hospital ship", "Calder opens its wards.", 1, (("aTAV", 1),))
PLAY = PlayedMove("CAL", "", "solo")
WRITE = do.WriteFreeMove(CARD, PLAY)
INJECT = WrittenInject("", "Dock workers walk out", "The cranes stand still.", ("room",))


def argued(dice: tuple[int, ...] = (), likelihoods: tuple[int, ...] = (), **more: object):
    argument = Argument("CAL", CARD.text, "The town sees it", dice=dice, likelihoods=likelihoods)
    return do.ArgueFreeMove("X1", replace(argument, **more))  # type: ignore[arg-type]


def written(phase: Phase = Phase.DELIBERATE, card: FreeMove = CARD, **setup: object) -> Course:
    """A course in which Calder wrote a card in turn 1."""
    return at(phase, 1, do.WriteFreeMove(card, PLAY), **setup)


def events(course: Course, action: do.Action) -> list[ev.Event]:
    answer = course.when(action)
    assert not isinstance(answer, Refusal), answer
    return list(answer)


# --- Writing --------------------------------------------------------------------------------------


def test_a_written_card_gets_an_id_and_its_play_follows() -> None:
    assert events(at(Phase.DELIBERATE), WRITE) == [
        ev.FreeMoveWritten(replace(CARD, id="X1")),
        ev.MoveAdded(replace(PLAY, move="X1")),
    ]


def test_ids_are_counted_on_also_after_a_card_was_taken_back() -> None:
    course = written().given(do.TakeBackMove("X1"))
    first, second = events(course, WRITE)
    assert isinstance(first, ev.FreeMoveWritten)
    assert first.card.id == "X2"
    assert isinstance(second, ev.MoveAdded)


def test_a_card_is_written_anew_under_its_own_id() -> None:
    anew = replace(CARD, id="X1", title="Hospital ship at night", cost=2)
    changed = replace(PLAY, move="X1", channel="joint", asked=("TAV",))
    course = written().given(do.WriteFreeMove(anew, changed))
    assert course.state.free_moves == (anew,)
    assert course.state.now.plays == (changed,)
    assert course.book.titles["X1"] == "Hospital ship at night"


def test_a_card_of_ones_own_costs_effort_and_counts_as_a_move() -> None:
    course = written(card=replace(CARD, cost=2))
    assert effort(course.book, course.state, "CAL").spent == 2
    cards = {card.id: why for card, why in playable(course.book, course.state, "CAL")}
    assert cards["X1"] == ("It is in the hand-in already.",)


def test_an_argued_card_is_not_played_a_second_time() -> None:
    course = written().to(Phase.ADJUDICATE).given(argued((6, 6))).to(Phase.DELIBERATE, 2)
    reasons = reasons_against(course.book, course.state, replace(PLAY, move="X1"))
    assert reasons == ("It is played once in a game, and has been.",)


def test_where_the_deck_names_writers_nobody_else_writes() -> None:
    free = FreeMoves(seats=("TAV",), text="Tavia alone", cost=(2, 3))
    deck = tutorial().deck.model_copy(update={"free_moves": free})
    course = Course(book=compile_deck(deck)).to(Phase.DELIBERATE)
    assert writers(course.book) == ("TAV",)
    refusal = course.when(WRITE)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "NoFreeMoves"
    cheap = do.WriteFreeMove(replace(CARD, seat="TAV"), replace(PLAY, seat="TAV"))
    refusal = course.when(cheap)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.sentence) == (
        "CostOutOfBounds",
        "A free move costs 2 to 3 effort.",
    )


# --- Arguing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dice", "total", "outcome", "effects"),
    [
        ((5, 5), 10, "full", (("aTAV", 1),)),
        ((3, 3), 6, "nothing", ()),
        ((1, 2), 3, "backfires", (("aTAV", -1),)),
    ],
)
def test_the_throw_says_what_comes_of_it(
    dice: tuple[int, int], total: int, outcome: str, effects: tuple[tuple[str, int], ...]
) -> None:
    (event,) = events(written(Phase.ADJUDICATE), argued(dice))
    assert isinstance(event, ev.FreeMoveArgued)
    assert (event.total, event.outcome, event.effects) == (total, outcome, effects)


def test_a_catch_is_one_unwanted_step_beside_what_was_wanted() -> None:
    course = written(Phase.ADJUDICATE)
    refusal = course.when(argued((4, 4)))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "CatchMissing"
    wish = replace(argued((4, 4)), catch=("pTAV", 1), reason="Voters ask who pays.")
    (event,) = events(course, wish)
    assert isinstance(event, ev.FreeMoveArgued)
    assert event.effects == (("aTAV", 1), ("pTAV", 1))
    assert event.reason == "Voters ask who pays."


def test_a_catch_that_was_named_for_another_throw_does_not_count() -> None:
    (event,) = events(written(Phase.ADJUDICATE), replace(argued((6, 6)), catch=("pTAV", 1)))
    assert isinstance(event, ev.FreeMoveArgued)
    assert event.effects == (("aTAV", 1),)


def test_without_dice_the_median_decides_and_nothing_backfires() -> None:
    course = written(Phase.ADJUDICATE, dice="none")
    for likelihoods, outcome in (((7, 6, 2), "full"), ((5, 0, 0), "nothing")):
        (event,) = events(course, argued(likelihoods=likelihoods))
        assert isinstance(event, ev.FreeMoveArgued)
        assert event.outcome == outcome


def test_the_programs_dice_are_the_cards_own() -> None:
    course = written(Phase.ADJUDICATE, dice="program", seed=5)
    (event,) = events(course, replace(argued(), catch=("pTAV", 1)))
    assert isinstance(event, ev.FreeMoveArgued)
    assert event.argument.dice == throw(5, 1, "X1") != throw(5, 1)


def test_until_it_is_argued_a_card_moves_nothing() -> None:
    course = written(Phase.ADJUDICATE)
    assert [card.id for card in to_argue(course.state)] == ["X1"]
    causes = [line.cause for line in proposed_ledger(course.book, course.state).lines]
    assert "X1" not in causes
    course.given(argued((6, 6)))
    assert to_argue(course.state) == ()
    lines = [x for x in proposed_ledger(course.book, course.state).lines if x.cause == "X1"]
    assert [(x.step, x.gauge, x.change) for x in lines] == [("printed", "aTAV", 1)]


def test_a_card_taken_back_is_not_argued() -> None:
    course = written().given(do.TakeBackMove("X1")).to(Phase.ADJUDICATE)
    assert to_argue(course.state) == ()


def test_what_nobody_argued_is_told_from_an_argument_that_failed() -> None:
    waived = Argument("CAL", CARD.text, "Nothing comes of it", likelihoods=(0,))
    assert waived.is_waived
    assert not replace(waived, pros=(("A reason", True),)).is_waived
    assert not replace(waived, likelihoods=(0, 0)).is_waived


# --- Injects written on the spot ------------------------------------------------------------------


def test_a_written_inject_is_released_with_its_effects() -> None:
    wish = do.WriteInject(replace(INJECT, effects=(("pTAV", 2),), reason=REASON))
    written_, released = events(at(Phase.CONSULT), wish)
    assert written_ == ev.InjectWritten(replace(wish.inject, id="W1"))
    assert isinstance(released, ev.InjectReleased)
    assert released.inject == "W1"
    assert [(line.gauge, line.change) for line in released.lines] == [("pTAV", 2)]


def test_an_inject_without_effects_needs_no_reason() -> None:
    course = at(Phase.ADJUDICATE).given(do.WriteInject(INJECT))
    assert course.state.gauges == at(Phase.ADJUDICATE).state.gauges
    assert course.book.titles["W1"] == "Dock workers walk out"
    again, _ = events(course, do.WriteInject(INJECT))
    assert isinstance(again, ev.InjectWritten)
    assert again.inject.id == "W2"


def test_an_inject_is_reworded_and_put_back() -> None:
    course = at(Phase.BRIEF).given(do.RewordInject("I1", " Other words. "))
    assert course.events[-1] == ev.InjectReworded("I1", "Other words.")
    assert [r.text for r in course.state.now.releases if r.inject == "I1"] == ["Other words."]
    course.given(do.RewordInject("I1", ""))
    assert [r.text for r in course.state.now.releases if r.inject == "I1"] == [""]


def test_a_written_inject_outlives_its_turn() -> None:
    course = at(Phase.BRIEF).given(do.WriteInject(INJECT)).to(Phase.BRIEF, 2)
    assert course.book.injects["W1"].inject.turns == (1, 1)
    refusal = course.when(do.RewordInject("W1", "Too late."))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "NotReleased"


def test_the_setup_decides_who_throws() -> None:
    assert SETUP.dice == "thrown"
    refusal = written(Phase.ADJUDICATE).when(argued())
    assert isinstance(refusal, Refusal)
    assert refusal.code == "DiceMissing"


# --- Traced to what the white cell tagged ---------------------------------------------------------


def test_what_nobody_tagged_claims_no_tension() -> None:
    course = at(
        Phase.CONSULT, 1, do.WriteInject(replace(INJECT, effects=(("PLAN", 1),), reason=REASON))
    )
    (release,) = [r for r in course.state.now.releases if r.inject == "W1"]
    assert [line.tensions for line in release.lines] == [()]
    played = written(Phase.ADJUDICATE).given(argued((6, 6)))
    lines = proposed_ledger(played.book, played.state).lines
    assert [line.tensions for line in lines if line.cause == "X1"] == [()]


def test_the_same_book_serves_until_the_session_writes_again() -> None:
    course = written()
    assert book_of(tutorial(), course.state) is book_of(tutorial(), course.state)
    more = course.given(do.WriteFreeMove(replace(CARD, title="A second ship"), PLAY))
    assert set(book_of(tutorial(), more.state).cards) >= {"X1", "X2"}


@pytest.mark.parametrize("step", [0.5, 1.0, 0, 11])
def test_half_a_step_is_refused_in_words(step: float) -> None:
    odd = (("PLAN", step),)
    news = do.WriteInject(replace(INJECT, effects=odd, reason=REASON))  # type: ignore[arg-type]
    assert isinstance(at(Phase.CONSULT).when(news), Refusal)
    if step != 1:
        card = do.WriteFreeMove(replace(CARD, wants=odd), PLAY)  # type: ignore[arg-type]
        assert isinstance(at(Phase.CONSULT).when(card), Refusal)


def test_empty_and_repeated_tags_are_left_out() -> None:
    twice = replace(
        CARD, tags=("", "show", "show "), tensions=("T01", "T01"), affects=("TAV", "TAV")
    )
    (first, _) = events(at(Phase.CONSULT), do.WriteFreeMove(twice, PLAY))
    assert isinstance(first, ev.FreeMoveWritten)
    assert (first.card.tags, first.card.tensions) == (("show",), ("T01",))
    assert first.card.affects == ("TAV",)


def test_a_card_of_a_later_turn_is_not_amended_into_an_earlier_one() -> None:
    course = at(Phase.CONSULT, 2, WRITE)
    closed = ev.HandInClosed((replace(PLAY, move="X1"),), (), ())
    answer = amended(course.book, course.state, 1, closed)
    assert isinstance(answer, Refusal)
    assert answer.sentence == "Hospital ship (X1) was played in turn 2."
