"""Random exercises that keep to the rules, with undo and redo: what always holds in them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import actions as do
from app.core.actions import Action
from app.core.book import Book
from app.core.display import Hold
from app.core.evolve import effective, fold
from app.core.state import State, TurnRecord
from app.core.values import LedgerLine, Stage
from app.session.exercise import Accepted
from tests.core.given import tutorial
from tests.core.walker import ROOM_ACTIONS, Walker

RULED = ("printed", "channel", "combination")
SEEDS = st.integers(0, 10_000)


def watch(walker: list[Walker], before: State, action: Action | str, answer: Accepted) -> None:
    """What holds after every action."""
    assert all(0 <= value <= 10 for value in answer.state.gauges.values())
    check_room(before, action, answer.state)
    if answer.entries[-1].seq % 9 == 0:
        check_fold(walker[0])


def check_room(before: State, action: Action | str, after: State) -> None:
    """Only the room's own actions change what is put up, by its record; an undo may put up Hold.

    Clock, ticks and who asks whom move on in it without an action of the room (`live`).
    """
    if isinstance(action, ROOM_ACTIONS):
        return
    if action in ("undo", "redo"):
        same = after.room.display == before.room.display
        rested = isinstance(after.room.display.screen, Hold) or after.room.is_blank
        assert same or (action == "undo" and rested)
        return
    assert after.room.display == before.room.display


def check_fold(walker: Walker) -> None:
    assert fold(effective(walker.exercise.entries)) == walker.state
    assert fold(walker.exercise.entries) == walker.state


def check_ledger(book: Book, record: TurnRecord) -> None:
    """The chain of before and after, the limit R4 and the ceiling R5."""
    values = dict(record.opening)
    for line in record.lines:
        assert line.before == values[line.gauge]
        assert line.after == line.before + line.change
        values[line.gauge] = line.after
    assert values == record.after
    for stage in Stage:
        check_stage_ends_in_bounds(record, stage)
    for gauge in book.deck.gauges:
        check_limits(record, gauge.id)


def check_stage_ends_in_bounds(record: TurnRecord, stage: Stage) -> None:
    last = {line.gauge: line.after for line in record.lines if line.stage is stage}
    assert all(0 <= value <= 10 for value in last.values())


def check_limits(record: TurnRecord, gauge: str) -> None:
    lines = [x for x in record.ledger if x.gauge == gauge and x.stage is Stage.MOVES]
    limits, ceilings = steps(lines, "limit"), steps(lines, "ceiling")
    cancelled = any(line.ruled is not None for line in (*limits, *ceilings))
    net = sum(x.change for x in (*steps(lines, *RULED), *limits))
    rise = 1 if gauge == "aTAV" else 2
    if not any(line.ruled is not None for line in limits):
        assert -2 <= net <= rise
    if gauge == "PLAN" and not cancelled:
        left = net + sum(x.change for x in ceilings)
        top = record.after_brief["aTAV"] + 1 - record.after_brief["PLAN"]
        assert left <= max(0, top) or left <= 0


def steps(lines: list[LedgerLine], *names: str) -> list[LedgerLine]:
    return [line for line in lines if line.step in names]


@given(SEEDS)
def test_what_always_holds(seed: int) -> None:
    holder: list[Walker] = []
    walker = Walker(tutorial(), seed, partial(watch, holder))
    holder.append(walker)
    walker.play()
    check_fold(walker)
    for record in walker.state.turns[1:]:
        if record.after is not None:
            check_ledger(walker.book, record)


@settings(max_examples=8)
@given(SEEDS)
def test_undoing_everything_and_redoing_it_leads_back(seed: int) -> None:
    walker = Walker(tutorial(), seed)
    walker.play()
    exercise, played = walker.exercise, walker.state
    notes = played.notes
    while exercise.undo_step is not None:
        exercise.undo()
    assert exercise.state.turns == fold(exercise.entries[:1]).turns
    assert exercise.state.notes == notes
    while exercise.redo_step is not None:
        exercise.redo()
    assert [(x.number, x.ledger, x.plays) for x in exercise.state.turns] == [
        (x.number, x.ledger, x.plays) for x in played.turns
    ]
    assert (exercise.state.end_state, exercise.state.gauges) == (played.end_state, played.gauges)


def test_everything_in_the_deck_comes_about() -> None:
    """Every card in every channel, every inject, rule, limit and end state."""
    book = tutorial()
    seen: Counter[str] = Counter()
    wanted = {
        *(f"{move.id} {channel}" for move in book.deck.moves for channel in move.channels),
        *book.injects,
        *(rule.id for rule in book.deck.rules),
        *(combination.id for combination in book.deck.combinations),
        *("R4", "R5", "W", "bounds"),
        *(end.id for end in book.deck.end_states),
        *("full", "catch", "nothing", "backfires"),
    }
    for seed in range(400):
        state = Walker(book, seed).play().state
        for record in state.turns:
            seen.update(f"{play.move} {play.channel}" for play in record.plays if record.is_closed)
            seen.update(release.inject for release in record.releases)
            seen.update(name for x in record.lines for name in (x.cause, x.cut_by))
            seen.update([record.challenge.outcome] if record.challenge else [])
        seen[state.end_state] += 1
        if wanted <= set(seen):
            break
    assert wanted <= set(seen), sorted(wanted - set(seen))


def test_most_actions_of_the_glossary_are_taken() -> None:
    never = {do.StartSession, do.ChangeMove, do.EditObservation, do.Amend}
    never |= {do.SettleLine, do.SignText}  # the tutorial has no text to draft
    wanted, taken = set(get_args(do.Action)) - never, Counter[type]()
    for seed in range(200):
        Walker(tutorial(), seed, lambda _, action, __: taken.update([type(action)])).play()
        if wanted <= set(taken):
            break
    assert wanted <= set(taken)
