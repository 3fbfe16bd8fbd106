"""Every card that the golden exercises play, typed as a line and put together by clicks."""

from __future__ import annotations

from functools import cache

import pytest

from app.core import events as ev
from app.core.book import Book
from app.core.hand_in_line import parse
from app.core.state import State, TurnRecord
from app.core.values import PlayedMove
from app.gui.console.mouse_move import Draft, assemble, groups
from tests.golden import test_flagship
from tests.golden.everything import COLD, WARM, book, fork, half


@cache
def plays() -> tuple[PlayedMove, ...]:
    """Every play of a card in the golden exercises of the flagship; each way once."""
    exercises = (test_flagship.exercise(), half(COLD), half(WARM), fork()[0])
    closed = [e.event for x in exercises for e in x.entries if isinstance(e.event, ev.HandInClosed)]
    cards = {card.id for card in book().deck.moves}
    found = (bare(play) for event in closed for play in event.plays if play.move in cards)
    return tuple(dict.fromkeys(found))


def bare(play: PlayedMove) -> PlayedMove:
    """The play without its words and signatures: what a line or clicks can say."""
    return PlayedMove(
        play.seat,
        play.move,
        play.channel,
        host=play.host,
        target=play.target,
        addressee=play.addressee,
        asked=tuple(sorted(play.asked)),
        choices=play.choices,
    )


def start(book: Book) -> State:
    gauges = {gauge.id: gauge.start for gauge in book.deck.gauges}
    first = TurnRecord(0, gauges, gauges)
    return State(turn=1, turns=(first, TurnRecord(1, gauges, gauges)), gauges=gauges)


def line(play: PlayedMove) -> str:
    """The play in ids, in the order in which a card asks."""
    chosen = [name for _, names in play.choices for name in names]
    signers = [seat for seat in play.asked if seat != play.host]
    words = [play.move, play.channel, play.host, play.target, *chosen, *signers, play.addressee]
    return " ".join(filter(None, words)).lower()


def test_a_typed_line_means_the_move_that_was_played() -> None:
    for play in plays():
        parsed = parse(book(), start(book()), line(play))
        assert parsed.problems == (), line(play)
        assert parsed.play is not None
        assert bare(parsed.play) == play, line(play)


def test_clicks_make_the_move_that_was_played() -> None:
    for play in plays():
        made = assemble(book(), start(book()), clicked(play))
        assert made is not None
        assert bare(made) == play


def clicked(play: PlayedMove) -> Draft:
    """A draft with everything clicked that the play holds and the card offers."""
    wanted = {
        "channel": (play.channel,),
        "host": (play.host,),
        "target": (play.target,),
        "addressee": (play.addressee,),
        "signers": play.asked,
        **dict(play.choices),
    }
    draft, done = Draft(play.move), set[str]()
    while group := next((g for g in groups(book(), draft) if g.key not in done), None):
        done.add(group.key)
        meant = wanted[group.key]
        for key in (*sorted(set(group.chosen) - set(meant)), *meant):
            now = next(g for g in groups(book(), draft) if g.key == group.key)
            if key and (key in meant) != (key in now.chosen):
                draft = draft.with_click(now, key)
    return draft


@pytest.mark.parametrize("text", ["u12 joint home jpn", "u12 home joint with japan"])
def test_an_ally_named_beside_a_case_at_home_signs_it(text: str) -> None:
    """Two countries are asked for only where the case is made before allied publics."""
    parsed = parse(book(), start(book()), text)
    assert parsed.problems == ()
    assert parsed.play is not None
    assert (parsed.play.asked, parsed.play.choices) == (("JPN",), (("towards", ("home",)),))
