"""Checks of conditions and effects: every name in them exists and can be meant there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.deck.faults import listed, nearest
from app.deck.known import CHANNELS, Kind, Known, choice_of
from app.deck.model import (
    AskedTest,
    Condition,
    Effect,
    GaugeTest,
    Move,
    Names,
    Play,
    Take,
    TurnTest,
)
from app.deck.positions import Path
from app.deck.record_checks import RecordCheck
from app.deck.report import KEY, Report
from app.deck.scope import NOWHERE, Scope, WhoCheck
from app.deck.signing_sense import signers


class VocabularyCheck:
    """Checks the words of conditions, effects and takes, wherever they stand."""

    def __init__(self, known: Known, report: Report) -> None:
        self._known = known
        self.report = report
        self.who = WhoCheck(known, report)
        self._records = RecordCheck(known, report, self.who)
        self.tested_marks = self._records.tested_marks
        self.tested_channels: set[str] = set()
        self.moved_gauges: set[str] = set()
        self._about: dict[int, tuple[Move, ...]] = {}
        self._passing: dict[int, tuple[Move, ...]] = {}

    def name(self, path: Path, kind: Kind, name: str | None) -> None:
        """One name of a kind exists."""
        if name is not None:
            self.report.one_of(path, kind, name)

    def names(self, path: Path, kind: Kind, names: Iterable[str]) -> None:
        """All names of a list exist."""
        for at, name in enumerate(names):
            self.name((*path, at), kind, name)

    def condition(self, path: Path, condition: Condition | None, scope: Scope = NOWHERE) -> None:
        """A condition and all that it contains."""
        if condition is None:
            return
        for at, play in enumerate(condition.played):
            self.play((*path, "played", at), play, scope)
        for at, test in enumerate(condition.gauge):
            self._gauge_test((*path, "gauge", at), test, scope)
        if condition.turn is not None:
            self._turn((*path, "turn"), condition.turn)
        for word, asked in (("asked", condition.asked), ("objected", condition.objected)):
            if asked is not None:
                self._asked((*path, word), asked, scope)
        self._records.check(path, condition, scope)
        self.names((*path, "released"), self._known.injects, condition.released)
        for where, one in condition.inside():
            self.condition((*path, *where), one, scope)

    def effects(self, path: Path, effects: Sequence[Effect], scope: Scope = NOWHERE) -> None:
        """What a cause does."""
        for at, effect in enumerate(effects):
            self._effect((*path, at), effect, scope)

    def takes(self, path: Path, takes: Sequence[Take], scope: Scope) -> None:
        """What a cause takes away."""
        for at, take in enumerate(takes):
            here = (*path, at)
            self._causes((*here, "from"), take.causes, self._known.causes, scope)
            self._causes((*here, "via"), take.via, self._known.moves, scope)
            self.name((*here, "gauge"), self._known.gauges, take.gauge)
            self.names((*here, "family"), self._known.families, take.family)
            self.who.check((*here, "of"), take.of, scope, lowest=True)
            self.condition((*here, "when"), take.when, scope)

    def play(self, path: Path, play: Play, scope: Scope) -> None:
        """A test on moves that were played."""
        self._causes((*path, "move"), play.move, self._known.moves, scope)
        self.names((*path, "not_move"), self._known.moves, play.not_move)
        self.names((*path, "none_since"), self._known.moves, play.none_since)
        self.names((*path, "tag"), self._known.tags, play.tag)
        self._channels((*path, "channel"), play.channel)
        self._channels((*path, "not_channel"), play.not_channel)
        self.who.check((*path, "seat"), play.seat, scope, only_seats=True)
        self.who.check((*path, "signer"), play.signer, scope, only_seats=True)
        for word, who in (
            ("host", play.host),
            ("target", play.target),
            ("addressee", play.addressee),
        ):
            self.who.check((*path, word), who, scope)
        self._choices((*path, "choice"), play, scope)
        self._can_pass(path, play)

    def about(self, play: Play) -> tuple[Move, ...]:
        """The cards that a test of the deck speaks of, whatever is chosen on them."""
        if id(play) not in self._about:
            self._about[id(play)] = tuple(self._spoken_of(play))
        return self._about[id(play)]

    def passing(self, play: Play) -> tuple[Move, ...]:
        """Those of them that can pass it, depending on how they are played."""
        if id(play) not in self._passing:
            cards = (card for card in self.about(play) if self._can_match(card, play))
            self._passing[id(play)] = tuple(cards)
        return self._passing[id(play)]

    def _spoken_of(self, play: Play) -> Iterator[Move]:
        known = self._known
        seats = frozenset[str]().union(*(known.members(name) for name in play.seat))
        named = bool(play.seat) and all(name in known.who.names for name in play.seat)
        cards: Iterable[Move] = known.deck.moves
        if play.move and "play" not in play.move:
            cards = (known.card[name] for name in play.move if name in known.card)
        for card in cards:
            if (
                card.id not in play.not_move
                and (not play.tag or set(play.tag) & set(card.tags))
                and (not named or card.seat in seats)
            ):
                yield card

    def _can_match(self, card: Move, play: Play) -> bool:
        return bool(
            (not play.channel or set(play.channel) & set(card.channels))
            and not set(card.channels) <= set(play.not_channel)
            and all(self._offers(card, "host", name) for name in play.host)
            and all(self._offers(card, "target", name) for name in play.target)
            and all(choice_of(card, name) for name in play.choice)
            and self._can_sign(card, play)
        )

    def _can_sign(self, card: Move, play: Play) -> bool:
        """Whether all of the named can have signed a card. The leader is no signer."""
        if not play.signer:
            return True
        named = self._known.people(play.signer, card)
        most = card.signing.at_most
        few = most is None or len(named) <= most
        return "joint" in card.channels and few and named <= signers(card, self._known)

    def _offers(self, card: Move, role: str, name: str) -> bool:
        """Whether somebody can be named in a role of the card."""
        choice = choice_of(card, role)
        if choice is None:
            return False
        if name not in self._known.who.names:  # a role: known only when it is played
            return True
        return bool(self._known.people(choice.of, card) & self._known.members(name))

    def _can_pass(self, path: Path, play: Play) -> None:
        known = self._known
        if self.report.is_full() or not known.is_whole("moves", "seats", "adversaries"):
            return
        if self.passing(play):
            return
        faultless = (
            all(name in known.moves.names for name in play.move)
            and all(name in known.tags.names for name in play.tag)
            and all(name in CHANNELS for name in (*play.channel, *play.not_channel))
            and all(name in known.choices for name in play.choice)
        )
        if faultless:
            cards = [card.id for card in self.about(play) if not self._can_sign(card, play)]
            whose = f": {listed(play.signer, 'and')} cannot sign {listed(cards)}" if cards else ""
            message = f"No card can pass this test{whose}."
            hint = "Look at the channels, tags, choices and signers of the cards that it names."
            self.report.advice(path, "never", message, hint)

    def _channels(self, path: Path, names: Names) -> None:
        self.tested_channels.update(names)
        for at, name in enumerate(names):
            if name not in CHANNELS:
                found = nearest(name, CHANNELS)
                hint = f"Did you mean '{found}'?" if found else "Possible: joint, solo or quiet."
                message = f"There is no channel '{name[:60]}'."
                self.report.fault((*path, at), "unknown_name", message, hint)

    def _choices(self, path: Path, play: Play, scope: Scope) -> None:
        """What was chosen: an option, or somebody where the choice is of people."""
        if not self._known.is_whole("moves"):
            return
        for name, values in play.choice.items():
            choices = self._known.choices.get(name)
            if choices is None:
                self.report.unknown((*path, name, KEY), "choice", name, self._known.choices)
                continue
            options = {option: None for choice in choices for option in choice.options}
            if any(choice.of for choice in choices):
                self.who.check((*path, name), values, scope, extra=tuple(options))
                continue
            for at, value in enumerate(values):
                if value not in options:
                    self.report.unknown((*path, name, at), f"option of '{name}'", value, options)

    def _gauge_test(self, path: Path, test: GaugeTest, scope: Scope) -> None:
        self.name((*path, "gauge"), self._known.gauges, test.gauge)
        self.name((*path, "family"), self._known.families, test.family)
        self.who.check((*path, "of"), test.of, scope, lowest=test.family is not None)
        if test.family is not None:
            self._somebody_has(path, test.family, test.of, scope)
        least, most = test.at_least, test.at_most
        if least is not None and most is not None and least > most:
            message = f"No gauge is at least {least} and at most {most}."
            self.report.fault((*path, "at_least"), "never", message)

    def _turn(self, path: Path, test: TurnTest) -> None:
        first, last, turns = test.at_least, test.at_most, self._known.turns
        if first is not None and last is not None and first > last:
            self.report.fault(path, "never", f"No turn is from {first} and to {last}.")
        elif turns and first is not None and first > turns:
            self.report.fault(path, "never", f"There are only {turns} turns.")

    def _asked(self, path: Path, test: AskedTest, scope: Scope) -> None:
        self.who.check((*path, "seat"), test.seat, scope, only_seats=True)
        self._causes((*path, "about"), (test.about,), self._known.moves, scope)

    def _causes(self, path: Path, names: Names, kind: Kind, scope: Scope) -> None:
        """Cards (or rules), or `play` where there is one."""
        for at, name in enumerate(names):
            if name == "play":
                if not scope.has_play:
                    message = "'play' means the move that a rule is about, and there is none here."
                    hint = "Name the card, or give the rule `for_each_play`."
                    self.report.fault((*path, at), "role", message, hint)
            elif name not in kind.names and kind.sure:
                known = (*kind.names, "play") if scope.has_play else kind.names
                self.report.unknown((*path, at), kind.word, name, known)

    def _effect(self, path: Path, effect: Effect, scope: Scope) -> None:
        inside = scope.with_each(effect.for_each)
        if effect.for_each:
            self.who.check((*path, "for_each"), effect.for_each, scope.without_roles())
        self.name((*path, "gauge"), self._known.gauges, effect.gauge)
        self.name((*path, "family"), self._known.families, effect.family)
        only = ("lowest",) if effect.of == ("lowest",) else ()
        self.who.check((*path, "of"), effect.of, inside, extra=only, lowest=True)
        self.condition((*path, "when"), effect.when, inside)
        if effect.gauge is not None:
            self.moved_gauges.add(effect.gauge)
        if effect.family is not None:
            self._somebody_has(path, effect.family, effect.of, scope)
            if only:
                self._has_lowest(path, effect.family)
            self.moved_gauges.update(
                gauge.id for gauge in self._known.deck.gauges if gauge.family == effect.family
            )

    def _has_lowest(self, path: Path, family: str) -> None:
        """There is a gauge of the family, of which one can be the lowest."""
        known = self._known
        if (
            family in known.families.names
            and known.is_whole("gauges", "families")
            and not any(gauge.family == family for gauge in known.deck.gauges)
        ):
            message = f"No gauge belongs to the family '{family}', so none is the lowest."
            self.report.fault((*path, "of"), "no_gauge", message)

    def _somebody_has(self, path: Path, family: str, of: Names, scope: Scope) -> None:
        """Each of the named, as far as it is known now, has a gauge of the family."""
        known = self._known
        if family not in known.families.names or not known.is_whole(
            "gauges", "families", "seats", "adversaries"
        ):
            return
        for at, name in enumerate(of):
            members = known.members(name)
            if name == "self":
                members = frozenset(card.seat for card in scope.cards) & known.seats.names.keys()
            if members and not members & known.owners(family):
                message = f"No gauge of the family '{family}' belongs to '{name}'."
                self.report.fault((*path, "of", at), "no_gauge", message)
