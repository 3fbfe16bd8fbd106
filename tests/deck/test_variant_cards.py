"""Cards in a smaller deck: their effects, choices, channels, needs and what they leave behind."""

from __future__ import annotations

from tests.deck.small_deck import card
from tests.deck.smaller_deck import A, effects_of, smaller, the_move, three

# --- effects ---


def test_effects_on_what_is_out_vanish_and_families_shrink() -> None:
    kept = {"family": A, "of": "allies", "change": 1}
    assert effects_of(
        kept,
        {"family": A, "of": "AUS", "change": 1},
        {"family": A, "of": "south", "change": 1},
        {"gauge": "pAUS", "change": 1},
        {"family": A, "of": ["AUS", "JPN"], "change": -1},
        {"family": A, "of": "each", "for_each": "south", "change": 1},
        {"family": A, "of": "signers of A01", "change": 1},
        {"family": A, "of": "signers", "change": 1},
    ) == [
        {**kept, "of": ("allies",)},
        {"family": A, "of": ("JPN",), "change": -1},
        {"family": A, "of": ("signers",), "change": 1},
    ]


def test_an_effect_goes_with_its_condition_or_stays_without_it() -> None:
    one = {"gauge": "INT", "change": 1}
    assert effects_of({**one, "when": {"played": {"move": "A01"}}}) == []
    assert effects_of({**one, "when": {"not": {"played": {"move": "A01"}}}}) == [
        {**one, "when": None}
    ]
    (left,) = effects_of({**one, "when": {"played": {"move": ["A01", "J01"]}}})
    assert left["when"]["played"] == ({"move": ("J01",)},)


def test_a_family_goes_with_its_last_gauge() -> None:
    out = {"gauges": ["dPRC", "dDPRK"]}
    moves = [card("U01", "US", effects=[{"family": "deterrence", "change": 1}])]
    made = smaller(three(out), moves=moves)
    assert "deterrence" not in {one.id for one in made.families}
    assert made.moves[0].effects == ()


def test_who_loses_a_gauge_alone_loses_the_effects_on_it() -> None:
    effects = [{"family": "pressure", "of": "self", "change": 1},
               {"family": "pressure", "of": ["JPN", "ROK"], "change": 1}]  # fmt: skip
    moves = [card("J01", "JPN", effects=effects)]
    made = smaller(three({"gauges": "pJPN"}), moves=moves)
    assert [effect.of for effect in made.moves[0].effects] == [("ROK",)]


# --- cards ---


def test_choices_shrink_and_ask_for_no_more_than_there_are() -> None:
    choices = [
        {"id": "towards", "label": "To", "options": {"home": "Home", "publics": "Publics"}},
        {"id": "countries", "label": "In", "of": "allies", "count": 3, "at_most": 3,
         "when": {"towards": "publics"}},
        {"id": "host", "label": "Host", "of": "AUS"},
        {"id": "later", "label": "Then", "of": "JPN", "when": {"host": "AUS"}},
    ]  # fmt: skip
    move = the_move("U12", choices=choices, affects=["host", "JPN"])
    assert [choice.id for choice in move.choices] == ["towards", "countries"]
    assert (move.choices[1].count, move.choices[1].at_most) == (2, 2)
    assert move.affects == ("JPN",)


def test_who_must_sign_or_be_told_and_is_out_closes_that_channel() -> None:
    assert the_move("U01", signing={"must": "AUS"}).channels == ("solo", "quiet")
    assert the_move("U01", signing={"of": "south"}).channels == ("solo", "quiet")
    assert the_move("U01", signing={"among": "AUS"}).channels == ("solo", "quiet")
    assert the_move("U01", addressee="AUS").channels == ("joint", "solo")
    assert the_move("U01", signing={"of": "AUS"}, channels=["joint"]) is None
    move = the_move("U01", signing={"of": "allies", "must": ["JPN", "AUS"], "at_least": 2})
    assert (move.signing.of, move.signing.must, move.signing.at_least) == (("allies",), ("JPN",), 2)


def test_needs_that_ask_for_what_is_out_keep_the_card_back() -> None:
    earlier = {"move": "A01", "window": "earlier"}
    assert the_move("U01", needs=[{"when": {"played": earlier}, "say": "A01 first."}]) is None
    need = {"when": {"not": {"played": earlier}}, "say": "Not after A01."}
    assert the_move("U01", needs=[need]).needs == ()


def test_what_a_card_leaves_behind_shrinks_too() -> None:
    move = the_move(
        "U01",
        enrols={"body": ["self", "AUS"], "club": "AUS"},
        counts_as_asked=[{"who": "AUS"}, {"who": "allies", "about": ["A01", "U01"]},
                         {"who": "allies", "about": "A01"}],
        in_touch=["AUS", "JPN"],
        asked_together=["AUS", "south"],
        consultations_later={"who": "AUS"},
    )  # fmt: skip
    assert move.enrols == {"body": ("self",)}
    assert [(one.who, one.about) for one in move.counts_as_asked] == [(("allies",), ("U01",))]
    assert (move.in_touch, move.asked_together) == (("JPN",), ())
    assert move.consultations_later is None
