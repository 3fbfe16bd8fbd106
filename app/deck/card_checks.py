"""Checks of the names on a card: whose it is, who is chosen, signs, is told, asked, affected."""

from __future__ import annotations

from dataclasses import replace

from app.deck.known import Known
from app.deck.model import Choice, Move, Names
from app.deck.positions import Path
from app.deck.report import KEY
from app.deck.scope import Scope
from app.deck.vocabulary_checks import VocabularyCheck

_EACH = ("each",)


class CardCheck:
    """Every name on a card exists and can be meant where it stands."""

    def __init__(self, known: Known, words: VocabularyCheck) -> None:
        self._known = known
        self._words = words
        self._who = words.who

    def check(self, at: int, move: Move) -> None:
        """All names on one card."""
        path: Path = ("moves", at)
        words, known = self._words, self._known
        scope = Scope(cards=(move,), me=True, roles=True, elsewhere=True)
        before = scope.without_roles()
        words.name((*path, "seat"), known.seats, move.seat)
        self._choices(path, move, before)
        for word, names in (
            ("of", move.signing.of),
            ("among", move.signing.among),
            ("must", move.signing.must),
        ):
            here = (*path, "signing", word)
            self._who.check(here, names, before, only_seats=True)
        self._needs(path, move, before)
        self._holders(path, move)
        words.effects((*path, "effects"), move.effects, scope)
        words.names((*path, "clears"), known.marks, move.clears)
        words.tested_marks.update(move.clears)
        words.names((*path, "tensions"), known.tensions, move.tensions)
        words.names((*path, "places"), known.places, move.places)

    def _needs(self, path: Path, move: Move, before: Scope) -> None:
        for number, need in enumerate(move.needs):
            self._words.condition((*path, "needs", number, "when"), need.when, before)
        for number, need in enumerate(move.signing.needs):
            here = (*path, "signing", "needs", number, "when")
            self._words.condition(here, need.when, before.with_each(_EACH))

    def _choices(self, path: Path, move: Move, before: Scope) -> None:
        for number, choice in enumerate(move.choices):
            here = (*path, "choices", number)
            self._who.check((*here, "of"), choice.of, before)
            for other, answers in choice.when.items():
                self._answered((*here, "when", other), move, choice, other, answers)

    def _answered(self, path: Path, move: Move, choice: Choice, other: str, answers: Names) -> None:
        """A choice asked for only where another was answered so: that one, and its answers."""
        others = {one.id: one for one in move.choices if one.id != choice.id}
        if other not in others:
            self._words.report.unknown(
                (*path, KEY), f"other choice on card '{move.id}'", other, others
            )
            return
        named = others[other]
        if named.options:
            offered: dict[str, None] = dict.fromkeys(named.options)
        else:
            offered = dict.fromkeys((*named.of, *sorted(self._known.people(named.of, move))))
            if not self._known.who.sure:
                return
        for at, answer in enumerate(answers):
            if answer not in offered:
                self._words.report.unknown((*path, at), f"answer to '{other}'", answer, offered)

    def _holders(self, path: Path, move: Move) -> None:
        """Where a card says who is affected, joins, or counts as asked: roles of its own only."""
        scope = Scope(cards=(move,), me=True, roles=True)
        if move.affects:
            not_itself = replace(scope, cards=(move.model_copy(update={"affects": ()}),))
            self._who.check((*path, "affects"), move.affects, not_itself)
        if move.addressee:
            chosen = move.model_copy(update={"affects": (), "channels": ("solo",)})
            told = Scope(cards=(chosen,), roles=True)
            self._who.check((*path, "addressee"), move.addressee, replace(told, me=False))
        for name, who in move.enrols.items():
            self._who.check((*path, "enrols", name), who, scope, only_seats=True)
        for number, counting in enumerate(move.counts_as_asked):
            here = (*path, "counts_as_asked", number)
            self._who.check((*here, "who"), counting.who, scope, only_seats=True)
            self._words.names((*here, "about"), self._known.moves, counting.about)
        for word in ("in_touch", "asked_together"):
            self._who.check((*path, word), getattr(move, word), scope, only_seats=True)
        later = move.consultations_later
        if later is not None:
            here = (*path, "consultations_later", "who")
            self._who.check(here, later.who, scope, only_seats=True)
