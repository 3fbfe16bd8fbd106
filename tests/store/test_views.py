"""The views: what another program reads in the library is what the log holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.evolve import effective
from app.core.values import Phase, PlayedMove
from app.session.exercise import Accepted, Exercise
from tests.session.test_undo import to_phase
from tests.store.conftest import play


@pytest.fixture(params=[3, 11])
def seen(path: Path, exercise: Exercise, request: pytest.FixtureRequest) -> Iterator[Seen]:
    play(exercise, seed=request.param, actions=250)
    for _ in range(15):
        exercise.undo()
    for _ in range(4):
        exercise.redo()
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        yield Seen(conn, exercise)


class Seen:
    """The library as another program sees it, beside the exercise that is in it."""

    def __init__(self, conn: sqlite3.Connection, exercise: Exercise) -> None:
        self.conn = conn
        self.exercise = exercise
        self.counting = effective(exercise.entries)

    def rows(self, view: str) -> list[sqlite3.Row]:
        return self.conn.execute(f"SELECT * FROM {view} ORDER BY seq").fetchall()

    def events(self, *kinds: type[ev.Event]) -> list[tuple[int, ev.Event]]:
        return [(e.seq, e.event) for e in self.counting if isinstance(e.event, kinds)]


def test_the_timeline_has_every_event_and_marks_what_was_undone(seen: Seen) -> None:
    rows = seen.rows("v_timeline")
    assert [row["seq"] for row in rows] == [entry.seq for entry in seen.exercise.entries]
    counting = [row["seq"] for row in rows if not row["undone"]]
    assert counting == [entry.seq for entry in seen.counting]
    assert len(counting) < len(rows)
    assert {row["title"] for row in rows} == {"Monday group"}


def test_the_timeline_says_where_the_exercise_stood(seen: Seen) -> None:
    last = [row for row in seen.rows("v_timeline") if not row["undone"]][-1]
    assert (last["turn"], last["phase"]) == (seen.exercise.state.turn, seen.exercise.state.phase)


def test_amended_entries_show_what_counts_now_and_what_was_recorded(seen: Seen) -> None:
    rows = {row["seq"]: row for row in seen.rows("v_timeline")}
    amended = {amendment.entry for amendment in seen.exercise.state.amendments}
    assert {seq for seq, row in rows.items() if row["amended_by"]} == amended
    for seq, event in seen.events(ev.SentenceHeard):
        assert json.loads(rows[seq]["payload"])["text"] == event.text
        recorded = seen.exercise.entries[seq - 1].event
        assert json.loads(rows[seq]["recorded"])["text"] == recorded.text


def test_the_moves_are_those_that_were_handed_in(seen: Seen) -> None:
    found = [
        (row["seq"], row["seat"], row["move"], row["channel"], row["host"], row["target"])
        for row in seen.rows("v_moves")
        if not row["undone"]
    ]
    assert found == [
        (seq, play.seat, play.move, play.channel, play.host, play.target)
        for seq, event in seen.events(ev.HandInClosed)
        for play in event.plays
    ]


def test_a_move_has_the_wording_that_the_room_was_shown_last(
    path: Path, exercise: Exercise
) -> None:
    to_phase(exercise, Phase.DELIBERATE)
    move = PlayedMove("CAL", "P2", "solo", choices=(("whom", ("voters",)),))
    assert isinstance(exercise.submit(do.AddMove(move)), Accepted)
    to_phase(exercise, Phase.REVEAL)
    exercise.submit(do.RevealAll())
    for text in ("First thought.", "Second thought.", "Taken back."):
        assert isinstance(exercise.submit(do.ChangeWording("P2", text)), Accepted)
    exercise.undo()
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT move, wording FROM v_moves").fetchall() == [
            ("P2", "Second thought.")
        ]


def test_the_gauges_are_those_at_the_start_and_after_each_turn(seen: Seen) -> None:
    found = [(r["seq"], r["gauge"], r["value"]) for r in seen.rows("v_gauges") if not r["undone"]]
    assert found == [
        (seq, gauge, value)
        for seq, event in seen.events(ev.SessionStarted, ev.LedgerAccepted)
        for gauge, value in event.gauges
    ]


def test_the_rulings_have_their_reasons(seen: Seen) -> None:
    kinds = (ev.LineRuled, ev.RulingWithdrawn, ev.LineAdded, ev.ChallengeSettled)
    rows = [row for row in seen.rows("v_rulings") if not row["undone"]]
    events = seen.events(*kinds)
    assert [row["seq"] for row in rows] == [seq for seq, _ in events]
    for row, (_, event) in zip(rows, events, strict=True):
        if isinstance(event, ev.LineRuled):
            assert (row["line"], row["value"]) == (event.ruling.line, event.ruling.value)
            assert row["reason"] == event.ruling.reason
        if isinstance(event, ev.LineAdded):
            assert (row["line"], row["value"]) == (event.line.gauge, event.line.change)


def test_the_polls_have_every_answer_and_mark_those_that_were_replaced(seen: Seen) -> None:
    rows = [row for row in seen.rows("v_polls") if not row["undone"] and not row["replaced"]]
    found = {
        (row["turn"], row["item"], row["seat"], row["about"]): json.loads(row["values"])
        for row in rows
    }
    assert len(found) == len(rows)
    assert found == {
        (turn.number, answers.item, answers.seat, answers.about): list(answers.values)
        for turn in seen.exercise.state.turns
        for answers in turn.answers
    }


def test_the_observations_have_their_texts_as_they_now_stand(seen: Seen) -> None:
    rows = [row for row in seen.rows("v_observations") if not row["replaced"]]
    assert {row["note"]: row["text"] for row in rows} == seen.exercise.note_texts()
