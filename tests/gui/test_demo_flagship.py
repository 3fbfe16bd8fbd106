"""The flagship's recorded exercise through the real windows: own card, challenge, added line, text
and all, with what the script's own play comes to, and nothing private in the room.
"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_record
from app.config import paths
from app.core.compile import compile_deck
from app.core.display import Gap, TextPage, plain_text
from app.core.values import LedgerLine
from app.deck.catalog import Catalog
from app.deck.read import read_deck
from app.deck.script import read_script
from app.gui.demo import play_demo
from app.session.exercise import Exercise
from app.session.recording import play, start_recording
from app.session.verify import verify
from app.store.library import Library
from app.store.sessions import Sessions
from tests.gui.test_demo import Looker
from tests.session.memory import MemoryRecord

FLAGSHIP = paths.scenarios() / "lengthening-shadow"


@pytest.fixture(scope="module")
def seen_and_states(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory):
    """What the room saw, the exercise as it was played by hand, and as the script plays it."""
    folder = tmp_path_factory.mktemp("flagship")

    def open_record():
        library = Library.open(folder / "library.db")
        with library.reading() as connection:  # no power fails here, and a commit takes long
            connection.execute("PRAGMA synchronous = OFF")
        return library, make_record(library)

    play_demo(Catalog((FLAGSHIP.parent,)), FLAGSHIP.name, folder, open_record, time.time, Looker)
    seen = Looker.seen
    read = read_script(FLAGSHIP / "scripts" / "recorded.yaml")
    with Library.open(folder / "library.db") as library:
        record = make_record(library)
        session = Sessions(library).all()[0].id
        assert verify(record, session).is_whole
        by_hand = Exercise.resume(record, session, time.time)
        by_script = start_recording(
            read, compile_deck(read_deck(FLAGSHIP)), MemoryRecord(), time.time
        )
        play(read, by_script)
        yield seen, by_hand, by_script


def _without_tensions(lines: tuple[LedgerLine, ...]) -> list[LedgerLine]:
    """The window takes one tension for an added line, a script takes several."""
    return [replace(line, tensions=()) if line.cause == "W" else line for line in lines]


def test_what_the_windows_played_is_what_the_script_says(seen_and_states):
    _, by_hand, by_script = seen_and_states
    hand, script = by_hand.state, by_script.state
    for mine, theirs in zip(hand.turns[1:], script.turns[1:], strict=True):
        assert mine.ledger is not None
        assert theirs.ledger is not None
        assert _without_tensions(mine.ledger) == _without_tensions(theirs.ledger)
        assert mine.after == theirs.after
        assert set(mine.answers) == set(theirs.answers)
        assert mine.consultations == theirs.consultations
    assert hand.end_state == script.end_state
    assert [note.kind for note in hand.notes] == [note.kind for note in script.notes]
    assert hand.follow_ups == script.follow_ups


def test_own_card_challenge_and_text_were_played_by_hand(seen_and_states):
    _, by_hand, by_script = seen_and_states
    turns = by_hand.state.turns
    assert sum(len(turn.arguments) for turn in turns) == 1
    assert sum(turn.challenge is not None for turn in turns) == 1
    added = [line.gauge for turn in turns for line in turn.added]
    assert added == [line.gauge for turn in by_script.state.turns for line in turn.added]
    assert len(added) == 2  # the catch of the challenge, and the white cell's own line
    assert turns[-1].drafts == by_script.state.turns[-1].drafts


def test_the_room_reads_nothing_private_and_sees_text_and_gap(seen_and_states):
    seen, by_hand, _ = seen_and_states
    deck = by_hand.book.deck
    private = [inject.text[:30] for inject in deck.injects if not inject.is_public]
    private += [turn.notes[:30] for turn in deck.turns]
    quiet = ["Share missile warning in secret", "There are two sentences that we cannot"]
    for display in seen:
        text = plain_text(display)
        for secret in (*private, *quiet):
            assert secret not in text, (secret, text)
    screens = {type(display.screen) for display in seen}
    assert {Gap, TextPage} <= screens
