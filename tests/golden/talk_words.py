"""The part of a transcript that tells what people said: polls, sentences, notes, the hot wash."""

from __future__ import annotations

from app.core import events as ev
from app.core.polls import divided_cells, gaps, median
from app.core.values import Answers, Item
from app.core.why import signed
from tests.golden.sheet import Sheet


class TalkWords(Sheet):
    """Tells what was answered, said and noted."""

    def polled(self, event: ev.AnswersEntered) -> None:
        self.say(f"{self.who(event.answers.seat)}{self.answers(event.answers)}")

    def answers(self, given: Answers) -> str:
        about = f" about {self.who(given.about)}" if given.about else ""
        if given.words:
            said = "; ".join(f"“{text}” {tension}" for text, tension in given.words)
            return f", {given.item}: {said}"
        if given.options:
            return f", {given.item}: {', '.join(given.options)}"
        middle = median(given.values)
        values = ", ".join(f"{value:g}" for value in given.values)
        return f"{about}, {given.item}: {values} (median {middle:g})"

    def poll_closed(self, _event: ev.PollClosed) -> None:
        record = self.state.now
        for figure in gaps(self.book, self.state, record.number):
            self.say(
                f"Gap: {self.who(figure.estimator)} expected {figure.estimate:g}, "
                f"{self.who(figure.seat)} said {figure.felt:g} "
                f"({figure.low:g} to {figure.high:g}): {signed(figure.gap)}, {figure.word}."
            )
            gauge = next(
                g
                for g in self.book.deck.gauges
                if self.book.deck.gap is not None
                and g.family == self.book.deck.gap.family
                and g.of == figure.seat
            )
            assurance = (record.after or {})[gauge.id]
            self.say(
                f"Model check: {figure.felt:g} − {assurance} = {signed(figure.felt - assurance)}."
            )
        for item in record.poll_items:
            for seat in divided_cells(record, item):
                self.say(f"{self.who(seat)} is a divided cell on {item}.")

    def sentence(self, event: ev.SentenceHeard) -> None:
        self.say(f"{self.who(event.seat)}: “{event.text}”")

    def note(self, event: ev.ObservationRecorded) -> None:
        note = event.note
        text = " / ".join(self.exercise.note_texts()[note.id].split("\n\n"))
        marks = [
            word
            for word, is_so in (("quotable", note.quotable), ("starred", note.starred))
            if is_so
        ]
        tags = " ".join((*note.tensions, *marks))
        more = f" Confidence {note.confidence}." if note.confidence else ""
        more += f" Dissent: {note.dissent}" if note.dissent else ""
        self.say(
            f"{note.kind.capitalize()}, {self.who(note.seat) if note.seat else 'white cell'}"
            f" [{tags}]: {text}{more}"
        )

    def concern(self, event: ev.ConcernRevealed) -> None:
        self.say(f"{self.who(event.seat)} reads its private concern.")
        self.room(Item("concern", 0, event.seat))

    def tensions(self, event: ev.TensionsChosen) -> None:
        named = [f"{t} {self.book.tension(t).name}" for t in event.tensions]
        self.say(f"The room talks about {' and '.join(named)}.")

    def follow_up(self, event: ev.FollowUpWritten) -> None:
        row = event.follow_up
        owner = f"Owner: {row.owner}" if row.owner else ""
        parts = (row.issue, row.action, owner, row.due)
        self.say(f"Follow-up: {' '.join(f'{part}.' for part in parts if part)}")
