"""Gathers all facts of a session from its log. Complete: nothing is hidden here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import app
from app.core import outcome
from app.core.book import Book
from app.core.events import Entry, PollRevealed
from app.core.evolve import fold
from app.core.own import book_of
from app.core.secrecy import LineSecret, condition_secret, heaviest, play_secret
from app.core.state import State
from app.deck.model import Ceiling, Combination, Rule, SwingLimit
from app.report import facts as f
from app.report import gather_polls as answers
from app.report.gather_log import LogGatherer, amendment_facts, note_facts
from app.report.gather_seats import level, seat_fact
from app.report.gather_turns import TurnGatherer, inject_facts
from app.report.secrecy import gauges_read, hidden_gauges_read, moves_read
from app.report.trail import Trail


def gather(book: Book, entries: Sequence[Entry], notes: Mapping[str, str]) -> f.Facts:
    """The facts of a session: deck, log and the texts of notes by their id."""
    state, trail = fold(entries), Trail(entries)
    book = book_of(book, state)
    injects = inject_facts(book, state, trail)
    found = note_facts(book, state, trail, notes)
    felt = book.deck.gap.felt if book.deck.gap else ""
    return f.Facts(
        session=_session(book, state, trail),
        deck=_deck(book),
        seats=tuple(_seat_view(book, state, seat.id) for seat in book.deck.seats),
        gauges=_gauges(book, state),
        turns=TurnGatherer(book, state, trail, injects).turns(),
        injects=injects,
        polls=answers.poll_facts(book, state),
        gaps=answers.gap_facts(book, state),
        leaders=answers.leader_facts(book, state),
        heard=answers.heard_facts(book, state),
        checks=answers.check_facts(book, state),
        notes=found,
        quotes=tuple(n for n in found if n.kind == "quote" and (n.is_starred or n.is_quotable)),
        tensions=_tensions(book),
        tension_counts=tuple(outcome.tension_counts(state).items()),
        most_tagged=outcome.most_tagged(book, state),
        chosen=state.tensions_chosen,
        follow_ups=tuple(
            f.FollowUpFact(x.issue, x.action, x.owner, x.due) for x in state.follow_ups
        ),
        end=_end(book, state),
        log=LogGatherer(book, state, trail).rows(),
        amendments=amendment_facts(trail),
        undone=len({entry.action for entry in trail.entries if entry.seq in trail.undone}),
        felt_question=book.poll(felt).question if felt else "",
        estimator=book.spoken(book.poll(felt).estimated_by or "") if felt else "",
        opened_after=tuple(
            trail.turns[e.seq] for e in trail.effective if isinstance(e.event, PollRevealed)
        ),
    )


def _session(book: Book, state: State, trail: Trail) -> f.SessionFact:
    setup, tests = state.setup, book.deck.about.objectives
    return f.SessionFact(
        title=setup.title,
        place=setup.place,
        purpose=setup.purpose,
        objectives=tuple(tests.get(name, name) for name in setup.objectives),
        watch=setup.watch_tensions,
        handling=setup.handling,
        white_cell=setup.white_cell,
        chatham_house=setup.chatham_house,
        attribution=setup.attribution,
        mode=setup.mode,
        policy=setup.reveal_policy,
        reveal_order=setup.reveal_order,
        dice=setup.dice,
        seed=setup.seed,
        is_rehearsal=setup.rehearsal,
        started=state.started_at,
        ended=trail.effective[-1].at if trail.effective else "",
        parent=state.parent,
        app_version=app.__version__,
    )


def _deck(book: Book) -> f.DeckFact:

    about = book.deck.about
    deck = book.deck
    laws: list[Rule | Combination | SwingLimit | Ceiling] = [*deck.rules, *deck.combinations]
    laws += [*deck.swing_limits, *deck.ceilings]
    return f.DeckFact(
        id=about.id,
        title=about.title,
        version=about.version,
        hash=book.deck_hash,
        language=about.language,
        authors=about.authors,
        licence=about.licence,
        credit=about.credit,
        disclaimer=about.disclaimer,
        premise=about.premise,
        opening=about.opening.paragraphs,
        opening_heading=about.opening.heading,
        foot=about.opening.foot,
        glossary=tuple((term.term, term.meaning) for term in about.glossary),
        turns=len(book.deck.turns),
        rules=tuple((law.id, law.title, law.text) for law in laws),
    )


def _gauges(book: Book, state: State) -> tuple[f.GaugeFact, ...]:
    ended = [record.after for record in state.turns]
    return tuple(
        f.GaugeFact(
            id=gauge.id,
            name=gauge.name,
            family=gauge.family,
            family_name=book.family(gauge.family).name,
            of=book.name(gauge.of) if gauge.of else "",
            seat=next(
                (seat_fact(book, state, s.id) for s in book.deck.seats if s.id == gauge.of), None
            ),
            high_is_good=book.high_is_good(gauge.id),
            bands=book.bands(gauge.id),
            sight=_sight(book, gauge.id),
            levels=tuple(
                level(book, gauge.id, after[gauge.id]) if after else None for after in ended
            ),
        )
        for gauge in book.deck.gauges
    )


def _sight(book: Book, gauge: str) -> f.Sight:
    found = book.gauge(gauge)
    return found.room or book.family(found.family).room


def _tensions(book: Book) -> tuple[f.TensionFact, ...]:
    asked = {
        q.tension: [x.ask for x in book.deck.questions if x.tension == q.tension]
        for q in book.deck.questions
    }
    return tuple(
        f.TensionFact(t.id, t.name, t.poles, t.text, (*asked.get(t.id, ()), *t.questions))
        for t in book.deck.tensions
    )


def _seat_view(book: Book, state: State, seat: str) -> f.SeatView:
    found = book.seat(seat)
    return f.SeatView(
        seat=seat_fact(book, state, seat),
        brief=found.brief,
        opens_with=found.opens_with or "",
        objectives=tuple(
            _objective(book, state, x) for x in outcome.objectives(book, state) if x.seat == seat
        ),
        concerns=found.concerns,
        concern_is_revealed=seat in state.concerns,
        sentences=tuple(
            (r.number, text) for r in state.turns for s, text in r.sentences if s == seat
        ),
    )


def _objective(book: Book, state: State, result: outcome.ObjectiveResult) -> f.ObjectiveFact:
    """An objective with what its test reads: the gauges as they stand, the moves it asks about."""
    aims = book.seat(result.seat).objectives
    when = next(aim.when for aim in aims if aim.id == result.id)
    gauges, cards = gauges_read(book, when), moves_read(when)
    plays = [(r.number, p) for r in state.turns if r.is_closed for p in r.plays if p.move in cards]
    return f.ObjectiveFact(
        id=result.id,
        text=result.text,
        met=result.met,
        levels=tuple(
            (g.name, level(book, g.id, state.gauges[g.id]))
            for g in book.deck.gauges
            if g.id in gauges and g.id in state.gauges
        ),
        moves=tuple((f"{p.move} {book.titles[p.move]}", n) for n, p in plays),
        secrecy=_objective_secret(book, state, result),
    )


def _objective_secret(book: Book, state: State, result: outcome.ObjectiveResult) -> f.Secret:
    """Why an objective may not be told: its test, the cards that it names, the gauges it reads."""
    aims = book.seat(result.seat).objectives
    when = next(aim.when for aim in aims if aim.id == result.id)
    tests = (x.when for x in book.objectives if (x.seat, x.id) == (result.seat, result.id))
    found: list[LineSecret] = [
        condition_secret(book, state, state.turn, test) for test in tests if test is not None
    ]
    cards = moves_read(when)
    found += [play_secret(r, p) for r in state.turns for p in r.plays if p.move in cards]
    if hidden_gauges_read(book, when):
        found.append("hidden gauge")
    return heaviest(found)


def _end(book: Book, state: State) -> f.EndFact:
    is_over = bool(state.end_state)
    found = (
        next((e for e in book.deck.end_states if e.id == state.end_state), None)
        if is_over
        else outcome.end_state(book, state)
    )
    return f.EndFact(
        id=found.id if found else state.end_state,
        name=found.name if found else state.end_state,
        test=found.test if found else "",
        epilogue=found.epilogue if found else "",
        ask=found.ask if found else "",
        is_over=is_over,
        is_early=state.ended_early,
        reason=state.end_reason,
    )
