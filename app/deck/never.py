"""Why a condition can never hold: what no play of a deck can bring about.

Answers only where it is certain. What it cannot tell it takes for possible: the facilitator may
add to any gauge, so a gauge that nothing in the deck moves is spoken of as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from app.deck.faults import listed, verb
from app.deck.known import Known
from app.deck.model import Condition, Effect, Gauge, GaugeTest, Move, Play, SignedTest
from app.deck.never_self import forbids_itself
from app.deck.signing_sense import signers
from app.deck.spans import EVER, Span, narrowed, not_yet, turn_fails, window
from app.deck.vocabulary_checks import VocabularyCheck


class Never:
    """Reads the conditions of one deck, which has no faults."""

    def __init__(self, known: Known, words: VocabularyCheck) -> None:
        self._known = known
        self._words = words
        self._free = known.deck.free_moves is not None
        self.unplayable: set[str] = set()
        """Cards whose needs can never be met."""
        self._find_unplayable()

    @property
    def whole(self) -> Span:
        """All turns of the deck."""
        return 1, self._known.turns

    def why(self, when: Condition | None, span: Span, *, in_brief: bool = False) -> str:
        """Why a condition can never hold in these turns; empty where it may.

        `in_brief`: asked before the turn's cards are played.
        """
        if when is None:
            return ""
        return _first(self._reasons(when, span, in_brief))

    def _reasons(self, when: Condition, asked: Span, in_brief: bool) -> Iterator[str]:
        """What each test of a condition says, one after the other: empty where it may hold."""
        span = narrowed(when.turn, asked, self._known.turns)
        yield turn_fails(when.turn, asked, self._known.turns)
        yield not_yet(when.in_touch, span, in_brief)
        yield self._signed(when.signed)
        yield self._released(when.released, span)
        yield from (self._play(play, span, in_brief) for play in when.played)
        yield self._twice(when.played)
        yield self._gauges(when.gauge)
        yield self._any(when.any, span, in_brief)
        yield from (self.why(one, span, in_brief=in_brief) for one in when.all)

    def why_not(self, card: Move, need: Condition) -> str:
        """Why a need of a card can never be met; empty where it may."""
        why = self.why(need, self.whole)
        return why or forbids_itself(card, need, self._known, self._words)

    def _find_unplayable(self) -> None:
        """A card that waits for one that is never played is never played itself, and so on."""
        before = -1
        while len(self.unplayable) > before:
            before = len(self.unplayable)
            for move in self._known.deck.moves:
                if any(self.why_not(move, need.when) for need in move.needs):
                    self.unplayable.add(move.id)

    def _any(self, conditions: Sequence[Condition], span: Span, in_brief: bool) -> str:
        reasons = [self.why(one, span, in_brief=in_brief) for one in conditions]
        return reasons[0] if reasons and all(reasons) else ""

    # --- moves ---------------------------------------------------------------------------------

    def _play(self, play: Play, span: Span, in_brief: bool) -> str:
        first, last = window(play)
        first = max(first, 1) if in_brief else first
        if last < first:
            before = "before the cards of its turn" if in_brief else "here"
            return f"it asks for a play of this turn, {before}"
        if span[1] - first < 1:
            return f"it asks for a play {first} turns back, and turn {span[1]} has none"
        cards = self._words.passing(play)
        if not cards or (self._free and not play.move):
            return ""
        possible = [card for card in cards if card.id not in self.unplayable]
        if not possible:
            return f"{listed(card.id for card in cards)} can never be played"
        return self._enough(play, possible, min(span[1] - first, last - first + 1))

    def _enough(self, play: Play, cards: Sequence[Move], turns: int) -> str:
        """Whether there can be so many plays and signatures."""
        most = sum(1 if card.once else turns for card in cards)
        if play.at_least > most:
            return f"it asks for {play.at_least} plays, and there can be {most} at most"
        if play.signers_at_least is None and play.seats_at_least is None:
            return ""
        signers = max(self._signers(card) for card in cards)
        if (play.signers_at_least or 0) > signers:
            return f"it asks for {play.signers_at_least} signatures of {signers} at most"
        if (play.seats_at_least or 0) > signers + 1:
            return f"it asks for {play.seats_at_least} seats, of {signers + 1} at most"
        return ""

    def _signers(self, card: Move) -> int:
        """How many can co-sign a card."""
        if "joint" not in card.channels:
            return 0
        most = EVER if card.signing.at_most is None else card.signing.at_most
        return min(len(signers(card, self._known)), most)

    def _twice(self, plays: Sequence[Play]) -> str:
        """A card that is played once cannot have been played in two turns."""
        seen: dict[str, Span] = {}
        for play in plays:
            card = self._known.card.get(play.move[0]) if len(play.move) == 1 else None
            if card is None or not card.once:
                continue
            first, last = window(play)
            other = seen.setdefault(card.id, (first, last))
            if last < other[0] or other[1] < first:
                return f"{card.id} is played once, and not in two turns"
        return ""

    def _signed(self, test: SignedTest | None) -> str:
        """Who may not sign a text never has."""
        text = self._known.text.get(test.of) if test is not None else None
        if test is None or text is None:
            return ""
        without = self._known.seats_of(test.seat) - self._known.seats_of(text.sign)
        never = [name for name in self._known.seats.names if name in without]
        return f"{listed(never, 'and')} may not sign {text.id}" if never else ""

    def _released(self, injects: Sequence[str], span: Span) -> str:
        turns = {inject.id: inject.turns for inject in self._known.deck.injects}
        named = [name for name in injects if name in turns]
        if named and all(turns[name][0] > span[1] for name in named):
            return f"{listed(named)} {verb(named, 'comes', 'come')} after turn {span[1]}"
        return ""

    # --- gauges --------------------------------------------------------------------------------

    def _gauges(self, tests: Sequence[GaugeTest]) -> str:
        low: dict[str, int] = {}
        high: dict[str, int] = {}
        for test in tests:
            least, most = test.at_least or 0, 10 if test.at_most is None else test.at_most
            if test.gauge is not None:
                low[test.gauge] = max(least, low.get(test.gauge, 0))
                high[test.gauge] = min(most, high.get(test.gauge, 10))
                if low[test.gauge] > high[test.gauge]:
                    return f"{test.gauge} is never both {low[test.gauge]} or more and less"
            why = self._out_of_reach(test, least, most)
            if why:
                return why
        return ""

    def _out_of_reach(self, test: GaugeTest, least: int, most: int) -> str:
        """Why none of the gauges that a test may mean comes to such a value."""
        gauges = [
            g for g in self._known.deck.gauges if test.gauge == g.id or test.family == g.family
        ]
        reasons = []
        for gauge in gauges:
            if least > gauge.start and gauge.id not in self._moved[1]:
                reasons.append(f"nothing raises {gauge.id}, which starts at {gauge.start}")
            elif most < gauge.start and gauge.id not in self._moved[0]:
                reasons.append(f"nothing lowers {gauge.id}, which starts at {gauge.start}")
            else:
                return ""
        return _first(reasons)

    @cached_property
    def _moved(self) -> tuple[frozenset[str], frozenset[str]]:
        """The gauges that something in the deck may lower, and those that it may raise."""
        deck = self._known.deck
        setting = (deck.moves, deck.rules, deck.combinations, deck.injects, deck.procedures)
        effects = [effect for causes in setting for cause in causes for effect in cause.effects]
        every = frozenset(gauge.id for gauge in deck.gauges)
        if self._free:
            return every, every
        fell, rose = (
            frozenset(
                gauge.id
                for gauge in deck.gauges
                for effect in effects
                if effect.change * sign > 0 and gauge_of(effect, gauge)
            )
            for sign in (-1, 1)
        )
        return fell, rose


def gauge_of(effect: Effect, gauge: Gauge) -> bool:
    """Whether an effect may change a gauge."""
    return effect.gauge == gauge.id or gauge.family == effect.family


def _first(reasons: Iterable[str]) -> str:
    return next((reason for reason in reasons if reason), "")
