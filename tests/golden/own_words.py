"""What no deck holds, in a transcript: the session's own cards, news, texts and corrections."""

from __future__ import annotations

from app.core import events as ev
from app.core.values import Item
from app.core.why import signed
from tests.golden.ledger_words import LedgerWords


class OwnWords(LedgerWords):
    """Tells what a session has of its own, and what was put right in it."""

    # --- Free moves ------------------------------------------------------------------------------

    def free_written(self, event: ev.FreeMoveWritten) -> None:
        card = event.card
        wants = ", ".join(f"{self.book.gauge(g).name} {signed(n)}" for g, n in card.wants)
        more = f" Affects {', '.join(map(self.who, card.affects))}." if card.affects else ""
        more += f" Tags: {', '.join(card.tags)}." if card.tags else ""
        self.say(f"{self.who(card.seat)} writes a move of its own, {card.id} “{card.title}”.")
        self.say(f"{card.text} Wanted: {wants}. Cost {card.cost}.{more}", 4)

    def free_argued(self, event: ev.FreeMoveArgued) -> None:
        moved = ", ".join(f"{self.book.gauge(g).name} {signed(n)}" for g, n in event.effects)
        self.say(f"{event.move} is argued. {self.argued(event.argument, event.total)}.")
        self.say(f"{event.outcome.capitalize()}: {moved or 'no gauge moves'}. {event.reason}", 4)

    # --- Injects and texts -----------------------------------------------------------------------

    def inject_written(self, event: ev.InjectWritten) -> None:
        inject = event.inject
        why = f" Why: {inject.reason}" if inject.reason else ""
        self.say(f"The white cell writes {inject.id} “{inject.title}”.{why}")

    def reworded(self, event: ev.InjectReworded) -> None:
        self.say(f"{event.inject} is reworded.")
        self.room(Item("inject", self.state.turn, event.inject))

    def line_settled(self, event: ev.LineSettled) -> None:
        found = next(p for p in self.book.deck.procedures if p.id == event.procedure)
        line = next(line for line in found.lines if line.id == event.line)
        self.say(f"{found.title}, {line.label}: {line.options[event.option]}.")

    def text_signed(self, event: ev.TextSigned) -> None:
        verb = "signs" if event.signed else "does not sign"
        found = next(p for p in self.book.deck.procedures if p.id == event.procedure)
        self.say(f"{self.who(event.seat)} {verb} “{found.title}”.")

    # --- Corrections -----------------------------------------------------------------------------

    def undone(self, event: ev.ActionUndone) -> None:
        self.say(f"Taken back: {event.name}")

    def redone(self, event: ev.ActionRedone) -> None:
        self.say(f"Brought back: {event.name}")

    def amended(self, event: ev.EntryAmended) -> None:
        self.say(f"Put right: {event.was} → {event.now}. “{event.reason}”")
        gauges = " · ".join(f"{g} {v}" for g, v in self.state.gauges.items())
        self.say(f"The gauges now: {gauges}.", 4)

    def forked(self, event: ev.SessionForked) -> None:
        self.say(f"From here on this is another session, begun at entry {event.seq}.")
