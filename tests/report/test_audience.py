"""Who reads what. Canaries stand in every private field; participants never meet one."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from app.core import events as ev
from app.core.book import Book
from app.core.compile import compile_deck
from app.core.events import Entry
from app.core.values import AddedLine, Answers, Consultation, Phase, PlayedMove, Ruling
from app.report.audience import Include, seen_by
from app.report.build import build_report
from app.report.gather import gather
from app.report.html import to_html
from app.report.model import Audience, as_plain
from tests.report.played import Log, ending, first_turn, second_turn, tutorial
from tests.report.test_build import all_text, built, rows, table, texts


class Canaries:
    """Makes tokens and remembers them."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self) -> str:
        self.made.append(f"CANARY{len(self.made):03d}")
        return self.made[-1]


def canary_deck(token: Canaries) -> Book:
    """The tutorial with a token in everything that only some may read."""
    deck = tutorial().deck
    fields = ("title", "text", "source", "medium", "time", "question", "expected")
    injects = tuple(
        i.model_copy(update={"expected": token()})
        if i.is_public
        else i.model_copy(update={name: token() for name in fields})
        for i in deck.injects
    )
    cards = [
        card.model_copy(update={"title": token(), "text": token(), "public": token()})
        if card.id == "F3"
        else card.model_copy(update={"text": token(), "note": token(), "hint": token()})
        for card in deck.moves
    ]
    return compile_deck(
        deck.model_copy(
            update={
                "injects": injects,
                "moves": tuple(cards),
                "seats": tuple(
                    s.model_copy(update={"concerns": (token(),)}) if s.id == "CAL" else s
                    for s in deck.seats
                ),
                "turns": tuple(
                    t.model_copy(update={"notes": token(), "stems": (token(),)}) for t in deck.turns
                ),
                "ceilings": tuple(
                    c.model_copy(update={"title": token(), "text": token()}) for c in deck.ceilings
                ),
                "swing_limits": tuple(
                    c.model_copy(update={"title": token(), "text": token()})
                    for c in deck.swing_limits
                ),
                "end_states": tuple(
                    e.model_copy(update={"test": token(), "ask": token()}) for e in deck.end_states
                ),
            }
        )
    )


def canary_log(token: Canaries) -> Log:
    """The session with a token in everything that only the white cell or one cell heard."""
    log = Log(canary_deck(token))
    log.start()
    first_turn(log)
    asked = log.add(ev.ConsultationOpened(Consultation("CAL", "TAV", token())))
    log.add(ev.ActionUndone(asked, token()))
    log.note("c1", "surprise", token(), "TAV", tensions=("T13",), dissent=token())
    log.note("c2", "quote", token(), "TAV", tensions=("T13",))
    log.note("c3", "insight", token(), tensions=("T13",))
    second_turn(log)
    log.add(ev.PhaseEntered(2, Phase.DISCUSS, (Phase.POLL,), token()))
    ending(log)
    return _with_tokens(log, token)


def _with_tokens(log: Log, token: Canaries) -> Log:
    """Tokens in reasons, free matters of consultations, and answers in words."""
    log.entries = [_entry(entry, token) for entry in log.entries]
    return log


def _entry(entry: Entry, token: Canaries) -> Entry:
    event: Any = entry.event
    if isinstance(event, ev.LineRuled):
        event = ev.LineRuled(dataclasses.replace(event.ruling, reason=token()))
    elif isinstance(event, ev.HandInClosed):
        plays = tuple(dataclasses.replace(p, reason=token()) for p in event.plays)
        event = dataclasses.replace(event, plays=plays)
    elif isinstance(event, ev.AnswersEntered) and event.answers.words:
        words = tuple((token(), tension) for _, tension in event.answers.words)
        event = ev.AnswersEntered(dataclasses.replace(event.answers, words=words))
    elif isinstance(event, ev.SessionEnded):
        event = dataclasses.replace(event, reason=token())
    return entry._replace(event=event)


def leaked(log: Log, token: Canaries, audience: Audience, **more: Any) -> list[str]:
    page = to_html(build_report(log.book, log.entries, log.notes, audience, **more))
    return [name for name in token.made if name in page]


def test_participants_meet_no_canary_at_any_moment() -> None:
    token = Canaries()
    log = canary_log(token)
    everything = Include(private_injects=True, concerns=True, quiet_moves=True)
    for end in range(1, len(log.entries) + 1):
        report = build_report(log.book, log.entries[:end], log.notes, "participants", everything)
        plain = "\n".join(texts(as_plain(report)))
        svg = "".join(getattr(b, "svg", "") for s in report.sections for b in s.blocks)
        assert [name for name in token.made if name in plain + svg] == [], end


def test_the_rig_finds_canaries_where_they_may_stand() -> None:
    token = Canaries()
    log = canary_log(token)
    assert len(leaked(log, token, "internal")) > 25
    assert leaked(log, token, "participants") == []


def test_reviewers_read_private_classes_only_where_they_are_ticked(book: Book) -> None:
    token = Canaries()
    log = canary_log(token)
    inject = log.book.injects["I2"].inject
    card = log.book.move("F3")
    concern = log.book.seat("CAL").concerns[0]
    private = {inject.title, inject.text, card.title, card.public, concern}
    assert not private & set(leaked(log, token, "reviewers"))
    injects = set(leaked(log, token, "reviewers", include=Include(private_injects=True)))
    assert private & injects == {inject.title, inject.text}
    quiet = set(leaked(log, token, "reviewers", include=Include(quiet_moves=True)))
    assert private & quiet == {card.title, card.public}
    concerns = set(leaked(log, token, "reviewers", include=Include(concerns=True)))
    assert private & concerns == {concern}


def _other_digits(entry: Entry, values: dict[str, int]) -> Entry:
    """The entry with a hidden gauge somewhere else inside its band, and its lines bent to fit."""
    if not isinstance(entry.event, ev.LedgerAccepted):
        return entry
    gauges = tuple((name, values.get(name, value)) for name, value in entry.event.gauges)
    lines = tuple(
        dataclasses.replace(x, before=x.before + 1, after=x.after + 1, made=x.made, asked=x.asked)
        if x.gauge in values
        else x
        for x in entry.event.lines
    )
    return entry._replace(event=ev.LedgerAccepted(lines, gauges))


def test_a_hidden_digit_changes_nothing_that_participants_read(log: Log) -> None:
    pages = [
        to_html(
            build_report(
                log.book,
                [_other_digits(entry, values) for entry in log.entries],
                log.notes,
                "participants",
            )
        )
        for values in ({"aTAV": 3, "pTAV": 7}, {"aTAV": 4, "pTAV": 8})
    ]
    assert pages[0] == pages[1]


def test_hidden_gauges_carry_no_digit_behind_the_boundary(log: Log) -> None:
    facts = seen_by(gather(log.book, log.entries, log.notes), "participants")
    hidden = {g.id for g in facts.gauges if g.sight != "digit"}
    assert hidden == {"aTAV", "pTAV"}
    for gauge in facts.gauges:
        if gauge.id in hidden:
            assert all(level is None or level.digit is None for level in gauge.levels)
    for turn in facts.turns:
        for found in turn.gauges:
            if found.gauge in hidden:
                assert all(cause.change is None for cause in found.causes)


def test_assurance_is_not_shown_before_the_poll_is_opened(log: Log) -> None:
    opened = next(e.seq for e in log.entries if e.event == ev.PhaseEntered(2, Phase.HOT_WASH))
    early = [e for e in log.entries if e.seq < 35]
    text = all_text(build_report(log.book, early, log.notes, "participants"))
    assert "Not for every seat before its reveal: Assurance of Tavia." in text
    assert "misread" not in text.split("How it works")[1].split("What this cannot show")[1]
    late = [e for e in log.entries if e.seq <= opened]
    assert "Uneasy" in all_text(build_report(log.book, late, log.notes, "participants"))


def test_moves_that_are_not_revealed_are_nobodys_yet(log: Log) -> None:
    early = [e for e in log.entries if e.seq <= 17]
    text = all_text(build_report(log.book, early, log.notes, "participants"))
    assert "Patrol under flag" not in text
    assert "quiet activity" not in text


def test_participants_read_that_cells_asked_and_not_what_was_answered(log: Log) -> None:
    text = all_text(built(log, "participants"))
    assert "Calder Union consulted Tavia." in text
    assert "objects" not in text
    assert "notice before any sailing" not in text


def test_reviewers_read_answers_and_reasons(log: Log) -> None:
    text = all_text(built(log, "reviewers"))
    assert "Tavia objects" in text
    assert "learned of the sailing from the radio" in text


def test_a_limit_that_reads_a_hidden_gauge_is_not_named_to_participants(log: Log) -> None:
    assert "R5 −2" in all_text(built(log, "reviewers"))
    text = all_text(built(log, "participants"))
    assert "First assure" not in text
    assert "−2" not in text.replace("−2.5", "")


def test_a_concern_that_was_read_out_may_be_read(log: Log) -> None:
    text = all_text(built(log, "participants"))
    assert "You fear being left" in text
    assert "risk a city for Tavia" not in text


@pytest.mark.parametrize("audience", ["participants", "reviewers"])
def test_a_version_says_what_it_leaves_out(log: Log, audience: Audience) -> None:
    assert "leaves out private injects, quiet moves in full and" in all_text(built(log, audience))


def test_quiet_moves_have_no_number(log: Log) -> None:
    assert "There was some quiet activity by Tavia." in all_text(built(log, "participants"))


def test_rulings_on_quiet_lines_keep_their_count_and_lose_their_name(book: Book) -> None:
    log = Log(book)
    log.start()
    log.enter(1, Phase.BRIEF)
    log.hand_in(PlayedMove("TAV", "F3", "quiet", addressee="CAL"))
    log.enter(1, Phase.ADJUDICATE)
    log.add(ev.LineRuled(Ruling("moves/printed/F3//PLAN", 0, "The radar picture came too late.")))
    log.add(ev.LineAdded(AddedLine("PLAN", 1, "Officers talked to one another.")))
    log.accept()
    log.poll(Answers("felt", "TAV", values=(4, 5)))
    for audience in ("participants", "reviewers"):
        report = built(log, audience)
        assert report.counts.rulings == report.logged.rulings == 2
        assert "radar" not in all_text(report).split("Deck, rules")[0].replace("good radar", "")


def test_the_participants_version_says_what_it_holds(log: Log) -> None:
    text = all_text(built(log, "participants"))
    assert "This version holds only what every seat may see" in text
    assert "the room saw" not in text
    assert "the room did not see" not in text


def test_the_range_of_a_few_answers_is_not_for_participants(log: Log) -> None:
    """Two people answered 4 and 5, 2 and 6, and both of them 'notice'; three answered 6 to 7."""
    report = built(log, "participants")
    polls = [row[4:] for row in rows(table(report, "poll-table", "Poll table"))]
    assert ["4.5", "fewer than three answered"] in polls
    assert ["7", "6–7"] in polls
    assert ["", "fewer than three answered"] in polls
    text = all_text(report)
    assert "answers from" not in text
    assert "Where fewer than three answered, only the middle answer is given." in text
    assert "answers from 2 to 6" in all_text(built(log, "reviewers"))


def test_what_the_facilitator_has_to_write_is_not_for_participants(log: Log) -> None:
    assert "To be written by the facilitator" in all_text(built(log))
    assert "To be written" not in all_text(built(log, "participants"))
