"""A variant makes a smaller deck: what is out is out, and so is whatever points at it."""

from __future__ import annotations

import pytest

from app.deck.content import deck_content, deck_from_content
from app.deck.model import Condition, Deck
from app.deck.variants import with_variant
from app.errors import DeckError
from tests.deck.small_deck import card, inject, law, poll, small_deck
from tests.deck.smaller_deck import A, smaller, three

# --- the deck ---


def test_the_whole_deck_is_its_own_empty_variant() -> None:
    deck = small_deck(variants=[three()])
    assert with_variant(deck, "") is deck


def test_the_result_says_which_variant_it_is_and_keeps_its_title() -> None:
    deck = small_deck(variants=[three(), {**three(), "id": "other"}])
    made = with_variant(deck, "three")
    assert (made.variant, made.about) == ("three", deck.about)
    assert [one.id for one in made.variants] == ["three"]
    assert with_variant(made, "three") is made
    assert deck.variant == ""


def test_an_unknown_variant_is_refused_with_those_there_are() -> None:
    deck = small_deck(variants=[three()])
    with pytest.raises(DeckError, match="no variant 'two'") as caught:
        with_variant(deck, "two")
    assert "three" in str(caught.value)
    with pytest.raises(DeckError):
        with_variant(with_variant(deck, "three"), "other")


def test_a_seat_that_is_out_takes_its_gauges_cards_and_letters_along() -> None:
    injects = [inject("I1"), inject("P5", to="AUS"), inject("P1", to=["AUS", "US"])]
    made = smaller(injects=injects)
    assert [seat.id for seat in made.seats] == ["US", "JPN", "ROK"]
    assert [gauge.id for gauge in made.gauges if gauge.of == "AUS"] == []
    assert len(made.gauges) == 8
    assert [move.id for move in made.moves] == ["U01", "J01", "K01"]
    assert [(one.id, one.to) for one in made.injects] == [("I1", ("room",)), ("P1", ("US",))]


def test_a_stored_deck_makes_the_same_smaller_deck() -> None:
    deck = small_deck(variants=[three(replace={"U01": {"cost": 3}})])
    stored = deck_from_content(deck_content(deck))
    assert deck_content(with_variant(stored, "three")) == deck_content(with_variant(deck, "three"))


def test_everything_that_can_be_left_out_is_left_out() -> None:
    out = {"gauges": "dPRC", "moves": "K01", "rules": ["R1", "R5", "R6", "C1"],
           "combinations": "S1", "injects": "I1", "polls": "heard"}  # fmt: skip
    effect = [{"gauge": "INT", "change": 1}]
    made = smaller(
        three(out),
        rules=[law("R1", stage="moves", effects=effect), law("R2", stage="moves", effects=effect)],
        combinations=[law("S1", effects=effect)],
        rule_card=[law("C1"), law("C2")],
        swing_limits=[law("R5", swings=[{"rise": 2, "fall": 2}])],
        ceilings=[law("R6", gauge="INT", lowest_of=A)],
        injects=[inject("I1"), inject("I2")],
        polls=[poll("felt"), poll("heard")],
        turns=[{"turn": 1, "theme": "T", "task": "Do.", "tensions": "T1", "notes": "N",
                "stems": ["?"], "polls": ["felt", "heard"], "natural_moves": ["K01", "U01"]}],
    )  # fmt: skip
    assert "dPRC" not in {gauge.id for gauge in made.gauges}
    assert [move.id for move in made.moves] == ["U01", "J01"]
    assert [rule.id for rule in made.rules] == ["R2"]
    assert not made.combinations + made.swing_limits + made.ceilings
    assert [rule.id for rule in made.rule_card] == ["C2"]
    assert [one.id for one in made.injects] == ["I2"]
    assert (made.turns[0].polls, made.turns[0].natural_moves) == (("felt",), ("U01",))


# --- cards change hands and read otherwise


def test_a_card_changes_hands_and_stands_behind_another() -> None:
    moves = [card("U01", "US"), card("J01", "JPN"), card("J08", "JPN"), card("K01", "ROK"),
             card("A03", "AUS", effects=[{"family": A, "of": "self", "change": 1}])]  # fmt: skip
    made = smaller(three(owner={"A03": "JPN"}, order={"A03": "J08"}), moves=moves)
    assert [move.id for move in made.moves] == ["U01", "J01", "J08", "A03", "K01"]
    convene = made.moves[3]
    assert convene.seat == "JPN"
    assert convene.effects[0].of == ("self",)


def test_a_variant_replaces_fields_as_they_are_written() -> None:
    replace = {
        "I1": {"from": "Gazette", "text": "Two ballots."},
        "S10": {"effects": [{"gauge": "aJPN", "change": 1}]},
        "turn 2": {"task": "Do it with three."},
        "about": {"minutes": 45, "title": "Small"},
        "J01": {"id": "J99", "cost": 2},
    }
    made = smaller(
        three(replace=replace),
        injects=[inject("I1", effects=[{"gauge": "INT", "change": 1}])],
        combinations=[law("S10", when={"turn": {"last": True}},
                          effects=[{"gauge": "aAUS", "change": 1}])],
    )  # fmt: skip
    (one,) = made.injects
    assert (one.source, one.text, one.effects[0].change) == ("Gazette", "Two ballots.", 1)
    assert [effect.gauge for effect in made.combinations[0].effects] == ["aJPN"]
    assert [turn.task for turn in made.turns] == ["Do.", "Do it with three."]
    assert made.about.minutes == 45
    assert [(move.id, move.cost) for move in made.moves][1] == ("J01", 2)


def test_what_cannot_be_read_is_not_played() -> None:
    with pytest.raises(DeckError, match="'J01'"):
        smaller(three(replace={"J01": {"cost": "dear"}}))


# --- rules ---


def test_a_combination_takes_from_the_cards_that_are_left() -> None:
    """S1 of ruling 66, with the cards of three hosts."""
    made = smaller(
        moves=[card("U01", "US"), card("J01", "JPN"), card("A01", "AUS")],
        combinations=[law("S1", for_each="allies",
                          when={"played": [{"move": "U01", "signer": "each"},
                                           {"move": ["J01", "A01"], "seat": "each"}]},
                          takes=[{"from": ["J01", "A01"], "family": "pressure", "of": "each"},
                                 {"from": "A01"}])],
    )  # fmt: skip
    (one,) = made.combinations
    assert [take.causes for take in one.takes] == [("J01",)]
    assert one.when is not None
    assert one.when.played[1].move == ("J01",)


def test_limits_hold_for_the_gauges_that_are_left() -> None:
    swings = [{"gauge": "aAUS", "rise": 0, "fall": 0}, {"rise": 2, "fall": 2}]
    made = smaller(
        three({"gauges": ["dPRC", "dDPRK"]}),
        swing_limits=[law("R5", swings=swings), law("R9", swings=swings[:1])],
        ceilings=[law("R6", gauge="INT", lowest_of="deterrence")],
    )
    assert [(one.id, len(one.swings)) for one in made.swing_limits] == [("R5", 1)]
    assert made.ceilings == ()


# --- the rest ---


def test_polls_places_texts_and_free_moves_lose_who_is_out() -> None:
    made = smaller(
        polls=[poll("felt", estimated_by="AUS", estimate="?"), poll("own", asked="AUS")],
        gap={"felt": "felt", "family": A, "heard": "own"},
        places=[{"id": "darwin", "label": "D", "longitude": 1.0, "latitude": 1.0, "seat": "AUS"}],
        free_moves={"seats": ["AUS", "US"], "text": "Write one."},
        procedures=[{"id": "text", "title": "One text", "text": "Draft.", "sign": ["US", "AUS"],
                     "lines": [{"id": "talks", "label": "Talks", "options": {"a": "A", "b": "B"},
                                "default": "a"}],
                     "effects": [{"gauge": "CAP", "change": 1,
                                  "when": {"signed": {"seat": ["US", "AUS"], "of": "text"}}},
                                 {"gauge": "aAUS", "change": 1}],
                     "tensions": "T1"}],
    )  # fmt: skip
    assert [(item.id, item.estimated_by, item.estimate) for item in made.polls] == [
        ("felt", None, None)
    ]
    assert made.gap is not None
    assert made.gap.heard is None
    assert made.places[0].seat is None
    assert made.free_moves is not None
    assert made.free_moves.seats == ("US",)
    (text,) = made.procedures
    assert text.sign == ("US",)
    assert [effect.gauge for effect in text.effects] == ["CAP"]


def test_an_objective_that_cannot_be_tested_any_more_is_no_objective() -> None:
    made = small_deck(variants=[three()]).model_dump(by_alias=True)
    made["seats"][0]["objectives"] = [
        {"id": "a", "text": "A", "when": {"signed": {"seat": "AUS", "of": "text"}}},
        {"id": "b", "text": "B", "when": {"not": {"played": {"move": "A01", "window": "ever"}}}},
        {"id": "c", "text": "C"},
    ]
    objectives = with_variant(Deck.model_validate(made), "three").seats[0].objectives
    assert [(one.id, one.when) for one in objectives] == [("b", Condition()), ("c", None)]
