"""Compiling a deck: names become concrete, families become one line a gauge, roles one line each.

"All allies" becomes three lines; "host" one line for each possible host, which holds when that
host was named. After this nothing is looked up while a turn is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.core import conditions as c
from app.core.book import (
    CHANNEL,
    COMBINATION,
    PRINTED,
    PROCEDURE,
    Book,
    CeilingBound,
    CompiledInject,
    CompiledLine,
    CompiledTake,
    EndTest,
    Need,
    ObjectiveTest,
    SwingBound,
)
from app.core.meaning import all_of
from app.core.naming import Scope
from app.core.readings import Readings
from app.core.values import Stage
from app.deck import model as m
from app.deck.content import deck_hash


def compile_deck(deck: m.Deck) -> Book:
    """The book of a deck whose names have been checked to fit together.

    Raises KeyError for a name that nobody has: `app.deck.read` refuses such decks first.
    """
    return _Compiler(deck).book()


class _Compiler(Readings):
    def book(self) -> Book:
        deck = self.deck
        close = [line for line in self._rule_lines() if line.stage is Stage.CLOSE]
        steps = tuple(dict.fromkeys(rule.step for rule in deck.rules if rule.stage == "close"))
        moves = [
            *self._card_lines(),
            *(line for line in self._rule_lines() if line.stage is Stage.MOVES),
            *self._combination_lines(),
        ]
        return Book(
            deck=deck,
            deck_hash=deck_hash(deck),
            moves_lines=tuple(sorted(moves, key=lambda line: line.order)),
            text_lines=tuple(self._text_lines()),
            close_steps=steps,
            close_lines={
                step: tuple(
                    sorted((x for x in close if x.step == step), key=lambda line: line.order)
                )
                for step in steps
            },
            takes=tuple(self._takes()),
            swings=tuple(self._swings()),
            ceilings=tuple(self._ceilings()),
            injects={inject.id: self._inject(inject) for inject in deck.injects},
            cards=dict(self._mean.moves),
            signers=self._pools(self._mean.signing_pool),
            told=self._pools(self._mean.told_pool),
            needs={move.id: tuple(self._needs(move)) for move in deck.moves},
            signer_needs={
                (move.id, seat): tuple(self._signer_needs(move, seat))
                for move in deck.moves
                if move.signing.needs
                for seat in self._mean.signing_pool(move)
            },
            marked_by={
                lawful.cause or lawful.id: lawful.sets
                for lawful in (*deck.rules, *deck.combinations)
                if lawful.sets
            },
            end_tests=tuple(
                EndTest(end.id, self._mean.when(end.when, Scope())) for end in deck.end_states
            ),
            objectives=tuple(
                ObjectiveTest(
                    seat.id,
                    aim.id,
                    aim.text,
                    self._mean.when(aim.when, Scope(bound={"self": seat.id})) if aim.when else None,
                )
                for seat in deck.seats
                for aim in seat.objectives
            ),
            names=self._mean.names,
            titles=_titles(deck),
        )

    def _pools(self, pool: Callable[[m.Move], frozenset[str]]) -> dict[str, tuple[str, ...]]:
        return {move.id: tuple(self._mean.ordered(pool(move))) for move in self.deck.moves}

    # --- lines -------------------------------------------------------------------------------

    def _card_lines(self) -> Iterator[CompiledLine]:
        for index, move in enumerate(self.deck.moves):
            scope = Scope(move.id, {"self": move.seat})
            head = CompiledLine(
                Stage.MOVES, PRINTED, move.id, "", "", 0, c.Always(), move.tensions, "", ()
            )
            order = (0, self._mean.seat_order[move.seat], index, 0)
            yield from self._effects(move.effects, scope, head, order, self._mean.played(move.id))

    def _rule_lines(self) -> Iterator[CompiledLine]:
        for index, rule in enumerate(self.deck.rules):
            stage = Stage(rule.stage)
            head = CompiledLine(
                stage,
                rule.step,
                rule.cause or rule.id,
                "",
                "",
                0,
                c.Always(),
                rule.tensions,
                rule.public,
                (),
                once_a_turn=rule.once_a_turn,
            )
            step = 1 if rule.step == CHANNEL else 2
            for scope, given, place in self._scopes(rule):
                line = replace(head, via=scope.move)
                order = (step, *place, index)
                yield from self._effects(rule.effects, scope, line, order, given)

    def _combination_lines(self) -> Iterator[CompiledLine]:
        for index, combination in enumerate(self.deck.combinations):
            head = CompiledLine(
                Stage.MOVES,
                COMBINATION,
                combination.cause or combination.id,
                "",
                "",
                0,
                c.Always(),
                combination.tensions,
                combination.public,
                (),
                once_a_game=combination.once,
            )
            for scope, given, _ in self._scopes(combination):
                order = (3, index, 0, 0)
                yield from self._effects(combination.effects, scope, head, order, given)

    def _text_lines(self) -> Iterator[CompiledLine]:
        """What a procedure does, once its text has come about."""
        for index, procedure in enumerate(self.deck.procedures):
            head = CompiledLine(
                Stage.MOVES,
                PROCEDURE,
                procedure.id,
                "",
                "",
                0,
                c.Always(),
                procedure.tensions,
                procedure.public,
                (),
            )
            given = c.SignedText(frozenset(), procedure.id)
            order = (4, index, 0, 0)
            lines = self._effects(procedure.effects, Scope(), head, order, given)
            yield from sorted(lines, key=lambda line: line.order)

    def _effects(
        self,
        effects: Iterable[m.Effect],
        scope: Scope,
        head: CompiledLine,
        order: tuple[int, ...],
        given: c.Condition,
    ) -> Iterator[CompiledLine]:
        for effect in effects:
            for inner in self._each(effect.for_each, scope):
                for bound, named in self._bind(inner, effect.when):
                    when = all_of(given, named, self._mean.when(effect.when, bound))
                    for gauge, extra in self._mean.gauges(
                        effect.gauge, effect.family, effect.of, bound
                    ):
                        yield replace(
                            head,
                            gauge=gauge,
                            change=effect.change,
                            when=all_of(when, extra),
                            public=effect.public or head.public,
                            order=(*order, self._mean.gauge_order[gauge]),
                        )

    def _takes(self) -> Iterator[CompiledTake]:
        lawfuls: tuple[m.Rule | m.Combination, ...] = (*self.deck.rules, *self.deck.combinations)
        for lawful in lawfuls:
            stage = Stage(lawful.stage) if isinstance(lawful, m.Rule) else Stage.MOVES
            by = lawful.cause or lawful.id
            for scope, given, _ in self._scopes(lawful):
                for take in lawful.takes:
                    for bound, named in self._bind(scope, take.when):
                        when = all_of(given, named, self._mean.when(take.when, bound))
                        for gauges, extra in self._taken_gauges(take, bound):
                            yield CompiledTake(
                                stage,
                                by,
                                frozenset(scope.move if x == "play" else x for x in take.causes),
                                frozenset(scope.move if x == "play" else x for x in take.via),
                                gauges,
                                {"rises": 1, "falls": -1, None: 0}[take.only],
                                all_of(when, extra),
                                once_a_game=isinstance(lawful, m.Combination) and lawful.once,
                            )

    def _taken_gauges(
        self, take: m.Take, scope: Scope
    ) -> Iterator[tuple[frozenset[str], c.Condition]]:
        """The gauges that a take reaches, together where one test is enough for them."""
        if take.gauge:
            yield frozenset({take.gauge}), c.Always()
            return
        families = take.family or tuple(family.id for family in self.deck.families)
        found: dict[c.Condition, set[str]] = {}
        for family in families:
            for gauge, extra in self._mean.gauges(None, family, take.of, scope):
                found.setdefault(extra, set()).add(gauge)
        yield from ((frozenset(gauges), extra) for extra, gauges in found.items())

    def _swings(self) -> Iterator[SwingBound]:
        for limit in self.deck.swing_limits:
            for gauge in self.deck.gauges:
                for swing in limit.swings:
                    named = gauge.id in swing.gauge or gauge.family in swing.family
                    if named or not (swing.gauge or swing.family):
                        yield SwingBound(limit.id, gauge.id, swing.rise, swing.fall, limit.tensions)
                        break

    def _ceilings(self) -> Iterator[CeilingBound]:
        for ceiling in self.deck.ceilings:
            among = tuple(g.id for g in self.deck.gauges if g.family == ceiling.lowest_of)
            yield CeilingBound(ceiling.id, ceiling.gauge, among, ceiling.plus, ceiling.tensions)

    def _inject(self, inject: m.Inject) -> CompiledInject:
        step = "conditional" if inject.kind == "conditional" else "scheduled"
        head = CompiledLine(
            Stage.BRIEF, step, inject.id, "", "", 0, c.Always(), inject.tensions, "", ()
        )
        lines = [
            line
            for scope in self._each(inject.for_each, Scope())
            for line in self._effects(inject.effects, scope, head, (0,), c.Always())
        ]
        return CompiledInject(
            inject,
            self._mean.when(inject.when, Scope()),
            tuple(sorted(lines, key=lambda line: line.order)),
        )

    def _needs(self, move: m.Move) -> Iterator[Need]:
        for need in move.needs:
            yield Need(self._mean.when(need.when, Scope(move.id, {"self": move.seat})), need.say)

    def _signer_needs(self, move: m.Move, seat: str) -> Iterator[Need]:
        scope = Scope(move.id, {"self": move.seat, "each": seat})
        for need in move.signing.needs:
            yield Need(self._mean.when(need.when, scope), need.say)


def _titles(deck: m.Deck) -> dict[str, str]:
    return {
        **{move.id: move.title for move in deck.moves},
        **{rule.id: rule.title for rule in deck.rules},
        **{combination.id: combination.title for combination in deck.combinations},
        **{limit.id: limit.title for limit in deck.swing_limits},
        **{ceiling.id: ceiling.title for ceiling in deck.ceilings},
        **{rule.id: rule.title for rule in deck.rule_card},
        **{procedure.id: procedure.title for procedure in deck.procedures},
        **{inject.id: inject.title for inject in deck.injects},
    }
