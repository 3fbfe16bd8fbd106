"""The hand-in line: many ways to type a move, one move that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.book import Book
from app.core.hand_in_line import Parsed, parse
from app.core.legal import reasons_against
from app.core.line_words import completed
from app.core.state import State, TurnRecord
from app.core.values import PlayedMove
from tests.alliance import alliance, tutorial

VISIT = PlayedMove("US", "U01", "joint", host="JPN", target="PRC", asked=("JPN",))


def state(book: Book, *plays: PlayedMove, handed_in: tuple[str, ...] = ()) -> State:
    gauges = {gauge.id: gauge.start for gauge in book.deck.gauges}
    turn = TurnRecord(1, gauges, gauges, plays=plays, handed_in=handed_in)
    return State(turn=1, turns=(TurnRecord(0, gauges, gauges), turn), gauges=gauges)


def read(text: str, book: Book | None = None, *plays: PlayedMove) -> Parsed:
    book = book or alliance()
    return parse(book, state(book, *plays), text)


def words(parsed: Parsed) -> list[str]:
    return [completion.word for completion in parsed.completions]


@pytest.mark.parametrize(
    "text",
    [
        "u01 joint jpn prc",
        "U01 JOINT JPN PRC",
        "joint u01 prc jpn",
        "prc jpn u01 joint",
        "bomber visit, host Japan, target PRC, joint with Japan",
        "bomber visit joint Japan hosts, target the PRC",
        "bomb jo jap pr",
        "u01 joint hosted by japan; meant to be noticed by prc",
        "bomber visit  ,joint,  japan , prc.",
    ],
)
def test_every_way_to_type_a_visit_means_the_same_visit(text: str) -> None:
    parsed = read(text)
    assert parsed.play == VISIT
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "play"),
    [
        ("u05 solo", PlayedMove("US", "U05", "solo")),
        ("u05 joint jpn rok", PlayedMove("US", "U05", "joint", asked=("JPN", "ROK"))),
        ("u01 solo jpn prc", PlayedMove("US", "U01", "solo", host="JPN", target="PRC")),
        ("u01 quiet jpn prc", PlayedMove("US", "U01", "quiet", host="JPN", target="PRC")),
        (
            "u01 quiet jpn rok prc",
            PlayedMove("US", "U01", "quiet", host="JPN", target="PRC", addressee="ROK"),
        ),
        ("k04 quiet us", PlayedMove("ROK", "K04", "quiet", addressee="US")),
        ("k04 told to japan", PlayedMove("ROK", "K04", "quiet", addressee="JPN")),
        ("j03 with us", PlayedMove("JPN", "J03", "joint", asked=("US",))),
        ("a07 rok", PlayedMove("AUS", "A07", "joint", asked=("ROK",))),
        ("u12 home", PlayedMove("US", "U12", "solo", choices=(("whom", ("home",)),))),
        ("u12 for voters", PlayedMove("US", "U12", "solo", choices=(("whom", ("home",)),))),
        (
            "u13 quiet rok aus jpn",
            PlayedMove("US", "U13", "quiet", addressee="JPN", choices=(("pair", ("ROK", "AUS")),)),
        ),
        (
            "u01 joint jpn prc rok",
            PlayedMove("US", "U01", "joint", host="JPN", target="PRC", asked=("JPN", "ROK")),
        ),
        (
            "u01 joint with rok, japan hosts, prc",
            PlayedMove("US", "U01", "joint", host="JPN", target="PRC", asked=("ROK",)),
        ),
    ],
)
def test_names_take_the_place_that_fits(text: str, play: PlayedMove) -> None:
    assert read(text).play == play


@pytest.mark.parametrize(
    ("text", "play"),
    [
        ("p1 joint tav dro", PlayedMove("CAL", "P1", "joint", "TAV", "DRO", asked=("TAV",))),
        ("p1 joint cal dro", PlayedMove("CAL", "P1", "joint", "CAL", "DRO", asked=("TAV",))),
        ("p3", PlayedMove("CAL", "P3", "joint", asked=("TAV",))),
        ("p4 quiet", PlayedMove("CAL", "P4", "quiet", addressee="TAV")),
        ("f1 quiet tav", PlayedMove("TAV", "F1", "quiet", addressee="CAL")),
        ("f2", PlayedMove("TAV", "F2", "solo")),
        ("p2 joint voters", PlayedMove("CAL", "P2", "joint", asked=("TAV",),
                                       choices=(("whom", ("voters",)),))),
    ],
)  # fmt: skip
def test_what_can_only_be_one_way_need_not_be_said(text: str, play: PlayedMove) -> None:
    assert read(text, tutorial()).play == play


def test_a_move_that_was_read_whole_is_legal() -> None:
    book = alliance()
    play = read("u01 joint jpn prc").play
    assert play is not None
    assert reasons_against(book, state(book), play) == ()


def test_the_echo_says_the_move_back() -> None:
    parsed = read("u01 joint jpn prc")
    assert parsed.sentence == (
        "The United States plays Bomber visit, joint with Japan. "
        "Hosted by Japan, meant to be noticed by the PRC."
    )
    assert parsed.brief == (
        "Bomber visit, joint with Japan. Hosted by Japan, meant to be noticed by the PRC."
    )


def test_without_a_channel_there_is_a_sentence_and_a_question_but_no_move() -> None:
    parsed = read("u01")
    assert parsed.play is None
    assert parsed.seat == "US"
    assert parsed.sentence == "The United States plays Bomber visit."
    assert parsed.missing == "Joint, solo or quiet?"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("u01 joint jpn xyz", "“xyz” is no word of this deck."),
        ("u0 joint", "“u0” could be U01 or U05."),
        ("u01 u05 joint", "One move a line: Bomber visit or Restate the umbrella."),
        ("u05 solo jpn", "Japan has no place in Restate the umbrella, solo."),
        ("u01 joint jpn prc dprk", "DPRK has no place in Bomber visit, joint."),
    ],
)
def test_what_means_nothing_is_said(text: str, problem: str) -> None:
    problems = read(text).problems
    assert len(problems) == 1
    assert problems[0].startswith(problem.rstrip("."))


def test_an_empty_line_offers_every_card_of_the_cells_at_work() -> None:
    book = alliance()
    offered = words(parse(book, state(book, handed_in=("US", "JPN", "ROK")), ""))
    assert offered == ["a07", "a08"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("bo", ["u01"]),
        ("visit", ["u01"]),
        ("u01 ", ["joint", "solo", "quiet", "jpn", "rok", "aus", "prc", "dprk"]),
        ("u01 jo", ["joint"]),
        ("u01 joint j", ["jpn"]),
        ("u01 joint jpn p", ["prc"]),
        ("u01 joint jpn prc", ["prc", "rok", "aus"]),
        ("u01 joint jpn ", ["prc", "dprk", "rok", "aus"]),
        ("u01 joint host ", ["jpn", "rok", "aus"]),
        ("u12 ", ["home", "abroad"]),
        ("k04 quiet ", ["us", "jpn", "aus"]),
    ],
)
def test_completion_offers_what_may_come_next(text: str, offered: list[str]) -> None:
    assert words(read(text)) == offered


def test_a_completion_says_what_it_would_mean_and_cost() -> None:
    meanings = {c.word: c.meaning for c in read("u01 joint jpn prc").completions}
    assert meanings["prc"] == "Meant to be noticed by the PRC"
    assert meanings["rok"] == "The ROK signs too, pays 1"


def test_taking_completions_one_after_the_other_makes_a_move() -> None:
    text = ""
    for begun in ("u0", "j", "jp", "pr"):
        text = completed(text + begun, words(read(text + begun))[0])
    assert text == "u01 joint jpn prc "
    assert read(text).play == VISIT


def test_typing_a_card_again_changes_it_and_keeps_the_signatures_that_still_count() -> None:
    signed = PlayedMove("US", "U01", "joint", "JPN", "PRC", asked=("JPN",), signers=("JPN",))
    again = read("u01 joint jpn dprk rok", None, signed).play
    assert again is not None
    assert again.target == "DPRK"
    assert again.signers == ("JPN",)
    alone = read("u01 solo jpn prc", None, signed).play
    assert alone is not None
    assert alone.signers == ()


NINE_MOVES = (
    "u01 joint jpn prc",
    "u05 solo",
    "u12 home",
    "j03 joint us",
    "j01",
    "k05 joint us",
    "k04 solo",
    "a07 rok",
    "a08",
)


def test_nine_moves_and_four_hand_ins_take_at_most_150_keystrokes() -> None:
    keystrokes = sum(len(line) + 1 for line in NINE_MOVES) + 4
    assert all(read(line).play is not None for line in NINE_MOVES)
    assert keystrokes <= 150


@given(st.text(max_size=40))
def test_no_text_breaks_the_line(text: str) -> None:
    parsed = read(text)
    assert parsed.play is None or parsed.play.move in {m.id for m in alliance().deck.moves}


@given(st.permutations(["u01", "joint", "jpn", "prc"]))
def test_order_does_not_matter(words_typed: list[str]) -> None:
    assert read(" ".join(words_typed)).play == VISIT
