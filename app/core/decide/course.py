"""The course of an exercise: start, phases, injects, end."""

from __future__ import annotations

# ruff: noqa: ARG001 -- the answers share one signature
from dataclasses import replace

from app.core import actions as do
from app.core import events as ev
from app.core.actions import Refusal
from app.core.book import Book
from app.core.decide.door import (
    Decision,
    answer,
    is_step,
    no_line,
    no_such_seat,
    not_now,
    short_reason,
)
from app.core.evolve import evolve
from app.core.history import facts_of
from app.core.injects import due_conditionals, due_optionals, scheduled_for
from app.core.ledger import inject_lines
from app.core.legal import closing_reasons, effort
from app.core.outcome import end_state
from app.core.own import book_of, next_inject_id, to_argue
from app.core.phases import minutes_of, next_phase, timer_for
from app.core.proposal import proposed_ledger
from app.core.state import State
from app.core.values import TURN_PHASES, CellSetup, FreeMove, Phase, WrittenInject


@answer.register
def _(action: do.StartSession, book: Book, state: State, now: float) -> Decision:
    if state.is_started:
        return Refusal("AlreadyStarted", "This session has started already.")
    if action.setup.variant != book.deck.variant:
        return Refusal("OtherVariant", "The set-up is for another variant of the deck.")
    unknown = {cell.seat for cell in action.setup.cells} - {s.id for s in book.deck.seats}
    if unknown:
        return Refusal("NoSuchSeat", f"The deck has no seat {', '.join(sorted(unknown))}.")
    if not action.setup.title.strip():
        return Refusal("TitleMissing", "The session needs a title.", "Type one in section 1.")
    negative = [cell.seat for cell in action.setup.cells if not cell.heads >= 0]
    if negative:
        return Refusal("TooFewPeople", f"{book.name(negative[0])} cannot have fewer than 0 people.")
    if not any(cell.heads for cell in action.setup.cells):
        return Refusal("NobodyThere", "No cell has people in it.", "Give at least one cell people.")
    about = book.deck.about
    gauges = tuple((gauge.id, gauge.start) for gauge in book.deck.gauges)
    setup = replace(action.setup, cells=tuple(map(_manned, action.setup.cells)))
    started = ev.SessionStarted(setup, about.id, about.version, book.deck_hash, gauges)
    total = about.turn_zero_minutes * 60
    return (started, ev.TimerSet(total, total, what="reset"))


@answer.register
def _(action: do.EnterNextPhase, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.OPENING, *TURN_PHASES, Phase.HOT_WASH, what="Going on")
    return refusal or _go_on(book, state)


@answer.register
def _(action: do.SkipPhase, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *TURN_PHASES, what="Skipping a phase") or short_reason(action.reason)
    return refusal or _go_on(book, state, (state.phase,), action.reason)


@answer.register
def _(action: do.SkipToHotWash, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.OPENING, *TURN_PHASES, what="Skipping to the hot wash")
    refusal = refusal or short_reason(action.reason)
    if refusal:
        return refusal
    skipped = TURN_PHASES[TURN_PHASES.index(state.phase) :] if state.phase in TURN_PHASES else ()
    return _entering(book, state, state.turn, Phase.HOT_WASH, skipped, action.reason)


@answer.register
def _(action: do.EndSession, book: Book, state: State, now: float) -> Decision:
    phases = (Phase.OPENING, *TURN_PHASES, Phase.HOT_WASH)
    refusal = not_now(state, *phases, what="Ending the session")
    if refusal is None and state.phase is not Phase.HOT_WASH:
        refusal = short_reason(action.reason)
    return refusal or _ending(book, state, action.reason)


@answer.register
def _(action: do.ReleaseInject, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *TURN_PHASES[:5], what="Releasing an inject")
    if refusal:
        return refusal
    inject = book.injects.get(action.inject)
    if inject is None:
        return Refusal("NoSuchInject", f"The deck has no inject {action.inject}.")
    due = due_conditionals(book, state)
    if inject.inject.kind == "conditional" and state.phase is not Phase.BRIEF:
        return Refusal(
            "BriefIsOver",
            f"{inject.inject.title} can only be released in Brief.",
            "Undo back to Brief, or write what happened as an added line.",
        )
    allowed = {*due, *due_optionals(book, state)}
    if action.inject not in allowed:
        return Refusal(
            "NotDue",
            f"{inject.inject.title} ({action.inject}) is not due now.",
            f"Due now: {', '.join(sorted(allowed)) or 'none'}.",
        )
    passed = tuple(x for x in due if x != action.inject)
    released = _release(book, state, action.inject, action.text)
    if inject.inject.kind == "conditional":
        return (released, ev.InjectsPassedOver(passed))
    return (released,)


@answer.register
def _(action: do.PassOverInjects, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, Phase.BRIEF, what="Passing over injects")
    if refusal:
        return refusal
    due = due_conditionals(book, state)
    if not due:
        return Refusal("NoneDue", "No conditional inject is due.")
    return (ev.InjectsPassedOver(due),)


@answer.register
def _(action: do.WriteInject, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *TURN_PHASES[:5], what="Writing an inject")
    refusal = refusal or _written_refused(book, action.inject)
    if refusal:
        return refusal
    tensions = tuple(dict.fromkeys(action.inject.tensions))
    inject = replace(action.inject, id=next_inject_id(state), tensions=tensions)
    written = ev.InjectWritten(inject)
    after = _after(state, (written,))
    return (written, _release(book_of(book, after), after, inject.id))


@answer.register
def _(action: do.RewordInject, book: Book, state: State, now: float) -> Decision:
    refusal = not_now(state, *TURN_PHASES, what="Changing an inject's wording")
    if refusal is None and not any(r.inject == action.inject for r in state.now.releases):
        title = book.titles.get(action.inject, action.inject)
        refusal = Refusal("NotReleased", f"{title} was not released in this turn.")
    return refusal or (ev.InjectReworded(action.inject, action.text.strip()),)


def _written_refused(book: Book, inject: WrittenInject) -> Refusal | None:
    """What is wrong with an inject written on the spot."""
    if not (inject.title.strip() and inject.text.strip() and inject.source.strip()):
        return Refusal("WordsMissing", "An inject needs a title, a text and a source.")
    unfit = no_line(inject.title, "A title") or no_line(inject.source, "A source")
    if unfit:
        return unfit
    if not inject.to:
        return Refusal("ToWhom", "Say whom it is for.", "The room, or seats.")
    for seat in inject.to if inject.to != ("room",) else ():
        unknown = no_such_seat(book, seat)
        if unknown:
            return unknown
    gauges = {gauge.id for gauge in book.deck.gauges}
    wrong = next((gauge for gauge, _ in inject.effects if gauge not in gauges), None)
    if wrong is not None:
        return Refusal("NoSuchGauge", f"The deck has no gauge {wrong}.")
    if not all(is_step(step) for _, step in inject.effects):
        return Refusal("NotARuling", "An effect is a whole step, up or down.")
    tensions = {tension.id for tension in book.deck.tensions}
    untold = [tension for tension in inject.tensions if tension not in tensions]
    if untold:
        return Refusal("NoSuchTension", f"The deck has no tension {', '.join(untold)}.")
    return short_reason(inject.reason) if inject.effects else None


def _manned(cell: CellSetup) -> CellSetup:
    """A seat that people would play, had it any, is an empty one; in any other nobody sits."""
    if cell.played_by != "people":
        return replace(cell, heads=0)
    return cell if cell.heads else replace(cell, played_by="nobody")


def _go_on(book: Book, state: State, skipped: tuple[Phase, ...] = (), reason: str = "") -> Decision:
    """Leave the phase, closing what it closes, and enter the next one."""
    if state.phase is Phase.HOT_WASH:
        return _ending(book, state, "")
    leaving = _leaving(book, state, is_skipped=bool(skipped))
    if isinstance(leaving, Refusal):
        return leaving
    turn, phase = next_phase(book, state)
    entering = _entering(book, _after(state, leaving), turn, phase, skipped, reason)
    return (*leaving, *entering)


def _leaving(book: Book, state: State, *, is_skipped: bool) -> Decision:
    """What the end of a phase brings with it."""
    _, phase = next_phase(book, state)
    if state.phase is Phase.BRIEF:
        due = due_conditionals(book, state)
        if not due or state.now.conditional_settled:
            return ()
        return (_release(book, state, due[0]), ev.InjectsPassedOver(due[1:]))
    if phase is Phase.REVEAL:
        return _closing(book, state)
    if state.phase is Phase.ADJUDICATE:
        open_cards = to_argue(state)
        if open_cards:
            return _unargued(open_cards)
        ledger = proposed_ledger(book, state)
        return (ev.LedgerAccepted(ledger.lines, tuple(ledger.gauges.items())),)
    if state.phase is Phase.POLL and not is_skipped:
        return (ev.PollClosed(),)
    return ()


def _unargued(cards: tuple[FreeMove, ...]) -> Refusal:
    titles = ", ".join(f"{card.title} ({card.id})" for card in cards)
    way_on = "Settle it by argument, or say that nothing comes of it."
    return Refusal("Unargued", f"Not argued yet: {titles}.", way_on)


def _closing(book: Book, state: State) -> Decision:
    """Close the hand-in, or say what keeps it open."""
    reasons = closing_reasons(book, state)
    if reasons:
        named = "; ".join(
            f"{book.titles.get(who) or book.name(who)}: {reason}" for who, reason in reasons
        )
        return Refusal("HandInOpen", f"The hand-in cannot close yet. {named}", "Mend it there.")
    left = {seat.id: effort(book, state, seat.id).left for seat in book.deck.seats}
    most = book.deck.economy.carry
    carry = tuple((seat, min(value, most)) for seat, value in left.items())
    return (ev.HandInClosed(state.now.plays, tuple(left.items()), carry),)


def _entering(
    book: Book,
    state: State,
    turn: int,
    phase: Phase,
    skipped: tuple[Phase, ...] = (),
    reason: str = "",
) -> tuple[ev.Event, ...]:
    """Enter a phase: its timer, and what comes with it of itself."""
    entered = ev.PhaseEntered(turn, phase, skipped, reason)
    events: list[ev.Event] = [entered, timer_for(minutes_of(book, state.setup, turn, phase))]
    if phase is Phase.BRIEF:
        for inject in scheduled_for(book, turn):
            events.append(_release(book, _after(state, tuple(events)), inject))
    if phase is Phase.POLL:
        events.append(ev.PollOpened(tuple(book.turn(turn).polls)))
    return tuple(events)


def _ending(book: Book, state: State, reason: str) -> Decision:
    """End the exercise: early where its last turn has not been played to its end."""
    is_cut = state.phase is not Phase.HOT_WASH or state.ended_early
    early = is_cut or state.turn < book.last_turn
    ended = ev.SessionEnded(end_state(book, state).id, early, reason)
    return (ended, *_entering(book, state, state.turn, Phase.ENDED, reason=reason))


def _release(book: Book, state: State, inject: str, text: str = "") -> ev.InjectReleased:
    facts = facts_of(book, state, state.turn)
    lines = inject_lines(book, book.injects[inject], facts, state.gauges)
    return ev.InjectReleased(inject, lines, text)


def _after(state: State, events: tuple[ev.Event, ...]) -> State:
    """The state that these events would lead to; their numbers and times do not matter here."""
    for event in events:
        state = evolve(state, ev.Entry(state.seq, state.seq, "", event))
    return state
