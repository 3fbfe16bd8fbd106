"""The part of a transcript that tells of adjudication: lines, rulings, arguments."""

from __future__ import annotations

from app.core import events as ev
from app.core.values import AddedLine, Argument, LedgerLine
from app.core.why import explain_gauge, explain_line, signed
from tests.golden.sheet import Sheet


class LedgerWords(Sheet):
    """Tells of a turn's ledger and of what the white cell did to it."""

    def ruled(self, event: ev.LineRuled) -> None:
        ruling = event.ruling
        self.say(f"Ruling on {ruling.line}: set to {signed(ruling.value)}. “{ruling.reason}”")

    def line_added(self, event: ev.LineAdded) -> None:
        self.say(f"Line added: {self.words(event.line)}")

    def words(self, line: AddedLine) -> str:
        return f"{self.book.gauge(line.gauge).name} {signed(line.change)}. “{line.reason}”"

    def challenged(self, event: ev.ChallengeSettled) -> None:
        said = event.argument
        self.say(
            f"Challenge by {self.who(said.seat)} of {event.line}: {said.action}, so that "
            f"{said.result}."
        )
        self.say(f"{event.outcome.capitalize()}: {self.argued(said, event.total)}.", 4)
        if event.catch is not None:
            self.say(f"The catch: {self.words(event.catch)}", 4)

    def accepted(self, event: ev.LedgerAccepted) -> None:
        self.lines += ["", "Ledger, as accepted."]
        for line in event.lines:
            self.line(line)
        self.lines.append("")
        for gauge in self.book.deck.gauges:
            self.say(explain_gauge(self.book, self.state, gauge.id, self.state.now.lines), 4)
        self.say(f"After turn {self.state.turn}: {self.gauges(dict(event.gauges))}.")

    def line(self, line: LedgerLine) -> None:
        via = f" via {line.via}" if line.via else ""
        ruled = "" if line.ruled is None else f" ruled {signed(line.ruled)}"
        cut = f" cut by {line.cut_by}" if line.cut_by else ""
        head = f"{line.stage} · {line.step}"
        amounts = f"asked {signed(line.asked)} made {signed(line.made)}{cut}{ruled}"
        tags = " ".join(line.tensions)
        self.lines.append(
            f"    {head:<20} {line.cause + via:<10} {line.gauge:<5} "
            f"{line.before} → {line.after}   {amounts}   {tags}".rstrip()
        )
        self.say(explain_line(self.book, self.state, line), 8)

    def argued(self, argument: Argument, total: int) -> str:
        sides = (("for", argument.pros), ("against", argument.cons))
        reasons = [
            f"{side}: {text}{' (strong)' if strong else ''}"
            for side, pairs in sides
            for text, strong in pairs
        ]
        if argument.likelihoods:
            fingers = ", ".join(map(str, argument.likelihoods))
            return "; ".join([*reasons, f"likelihoods {fingers}, middle {total}"])
        dice = " and ".join(map(str, argument.dice))
        return "; ".join([*reasons, f"thrown {dice}, total {total}"])
