"""Compiling a deck: names become concrete, families become one line a gauge, roles one line each.

"All allies" becomes three lines; "host" one line for each possible host, which holds when that
host was named. After this nothing is looked up while a turn is worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from app.core import conditions as c
from app.core.book import (
    CHANNEL,
    COMBINATION,
    PRINTED,
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
from app.core.values import Stage
from app.deck import model as m
from app.deck.content import deck_hash

EVER = 1000
ROLES = ("host", "target", "addressee", "signers", "affected")


@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean where they stand: a card's roles, and `each`.

    `bound` holds the roles that have been made concrete.
    """

    move: str = ""
    bound: dict[str, str] = field(default_factory=dict)

    def with_(self, role: str, who: str) -> Scope:
        """The scope in which a role means somebody."""
        return replace(self, bound={**self.bound, role: who})


def compile_deck(deck: m.Deck) -> Book:
    """The book of a deck whose names have been checked to fit together.

    Raises KeyError for a name that nobody has: `app.deck.read` refuses such decks first.
    """
    return _Compiler(deck).book()


class _Compiler:
    def __init__(self, deck: m.Deck) -> None:
        self.deck = deck
        self.names = _names(deck)
        self.moves = {move.id: move for move in deck.moves}
        self.gauge_order = {gauge.id: i for i, gauge in enumerate(deck.gauges)}
        self.seat_order = {seat.id: i for i, seat in enumerate(deck.seats)}
        self.last = max(turn.turn for turn in deck.turns)

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
            needs={move.id: tuple(self._needs(move)) for move in deck.moves},
            end_tests=tuple(
                EndTest(end.id, self._when(end.when, Scope())) for end in deck.end_states
            ),
            objectives=tuple(
                ObjectiveTest(
                    seat.id,
                    aim.id,
                    aim.text,
                    self._when(aim.when, Scope(bound={"self": seat.id})) if aim.when else None,
                )
                for seat in deck.seats
                for aim in seat.objectives
            ),
            names=self.names,
            titles=_titles(deck),
        )

    # --- lines -------------------------------------------------------------------------------

    def _card_lines(self) -> Iterator[CompiledLine]:
        for index, move in enumerate(self.deck.moves):
            scope = Scope(move.id, {"self": move.seat})
            head = CompiledLine(
                Stage.MOVES, PRINTED, move.id, "", "", 0, c.Always(), move.tensions, "", ()
            )
            order = (0, self.seat_order[move.seat], index, 0)
            yield from self._effects(move.effects, scope, head, order, self._played(move.id))

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
                combination.id,
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
                    when = _all(given, named, self._when(effect.when, bound))
                    for gauge, extra in self._gauges(effect.gauge, effect.family, effect.of, bound):
                        yield replace(
                            head,
                            gauge=gauge,
                            change=effect.change,
                            when=_all(when, extra),
                            public=effect.public or head.public,
                            order=(*order, self.gauge_order[gauge]),
                        )

    def _takes(self) -> Iterator[CompiledTake]:
        lawfuls: tuple[m.Rule | m.Combination, ...] = (*self.deck.rules, *self.deck.combinations)
        for lawful in lawfuls:
            stage = Stage(lawful.stage) if isinstance(lawful, m.Rule) else Stage.MOVES
            by = (lawful.cause if isinstance(lawful, m.Rule) else None) or lawful.id
            for scope, given, _ in self._scopes(lawful):
                for take in lawful.takes:
                    for bound, named in self._bind(scope, take.when):
                        when = _all(given, named, self._when(take.when, bound))
                        for gauges, extra in self._taken_gauges(take, bound):
                            yield CompiledTake(
                                stage,
                                by,
                                frozenset(scope.move if x == "play" else x for x in take.causes),
                                frozenset(scope.move if x == "play" else x for x in take.via),
                                gauges,
                                {"rises": 1, "falls": -1, None: 0}[take.only],
                                _all(when, extra),
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
            for gauge, extra in self._gauges(None, family, take.of, scope):
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
            self._when(inject.when, Scope()),
            tuple(sorted(lines, key=lambda line: line.order)),
        )

    def _needs(self, move: m.Move) -> Iterator[Need]:
        for need in move.needs:
            yield Need(self._when(need.when, Scope(move.id, {"self": move.seat})), need.say)

    # --- scopes and roles ----------------------------------------------------------------------

    def _scopes(
        self, lawful: m.Rule | m.Combination
    ) -> Iterator[tuple[Scope, c.Condition, tuple[int, int]]]:
        """Each reading of a rule: its scope, what must hold for it, and where it stands."""
        plays: list[tuple[Scope, c.Condition, tuple[int, int]]] = [(Scope(), c.Always(), (0, 0))]
        if isinstance(lawful, m.Rule) and lawful.for_each_play is not None:
            plays = [
                (Scope(move.id, {"self": move.seat}), test, (self.seat_order[move.seat], index))
                for index, move in enumerate(self.deck.moves)
                for test in self._play_of(move, lawful.for_each_play)
            ]
        for scope, given, place in plays:
            for bound, named in self._each_bound(lawful.for_each, scope):
                when = _all(given, named, self._when(lawful.when, bound))
                yield bound, when, place

    def _play_of(self, move: m.Move, play: m.Play) -> Iterator[c.Condition]:
        """The test that this move was played and matches, unless it never can."""
        scope = Scope(move.id, {"self": move.seat})
        test = self._play(play, scope)
        if move.id in test.moves and (not test.seats or move.seat in test.seats):
            yield replace(test, moves=frozenset({move.id}))

    def _each(self, names: Sequence[str], scope: Scope) -> Iterator[Scope]:
        if not names:
            yield scope
        for who in self._ordered(self._who(names, scope)):
            yield scope.with_("each", who)

    def _each_bound(
        self, names: Sequence[str], scope: Scope
    ) -> Iterator[tuple[Scope, c.Condition]]:
        """`each` over names, which may be roles of a card (then with the test that it holds)."""
        if not names:
            yield scope, c.Always()
        for name in names:
            if self._is_role(name, scope):
                for who in self._ordered(self._candidates(name, scope)):
                    yield scope.with_("each", who), self._role_test(name, who, scope)
            else:
                for who in self._ordered(self._who((name,), scope)):
                    yield scope.with_("each", who), c.Always()

    def _bind(self, scope: Scope, when: m.Condition | None) -> Iterator[tuple[Scope, c.Condition]]:
        """Make the roles concrete that a condition speaks of: one reading for each possibility."""
        roles = [name for name in dict.fromkeys(_names_in(when)) if self._is_open(name, scope)]
        pools = [self._ordered(self._candidates(role, scope)) for role in roles]
        for people in product(*pools):
            bound, tests = scope, []
            for role, who in zip(roles, people, strict=True):
                bound = bound.with_(role, who)
                tests.append(self._role_test(role, who, scope))
            yield bound, _all(*tests)

    def _is_open(self, name: str, scope: Scope) -> bool:
        """Whether a name is a role of a card that nobody has been put into yet."""
        return name not in scope.bound and self._is_role(name, scope)

    def _is_role(self, name: str, scope: Scope) -> bool:
        return self._role_of(name, scope) is not None

    def _role_of(self, name: str, scope: Scope) -> tuple[str, str] | None:
        """(role, move) where a name is a role: of this card, or 'host of U01' of another."""
        role, _, other = name.partition(" of ")
        move = other or scope.move
        if not move or move not in self.moves:
            return None
        choices = {choice.id for choice in self.moves[move].choices}
        return (role, move) if role in ROLES or role in choices else None

    def _candidates(self, name: str, scope: Scope) -> frozenset[str]:
        role, move_id = self._role_of(name, scope) or ("", "")
        move = self.moves[move_id]
        if role == "signers":
            return self._signing_pool(move)
        if role == "affected":
            pools = [
                self._candidates(x, Scope(move_id))
                if self._is_role(x, Scope(move_id))
                else self._who((x,), Scope(move_id, {"self": move.seat}))
                for x in move.affects
            ]
            return frozenset().union(*pools) - {move.seat}
        if role == "addressee":
            return self._told_pool(move)
        for choice in move.choices:
            if choice.id == role:
                return self._who(choice.of, Scope(move_id, {"self": move.seat}))
        return frozenset()

    def _signing_pool(self, move: m.Move) -> frozenset[str]:
        if move.signing.of:
            return self._who(move.signing.of, Scope(move.id, {"self": move.seat})) - {move.seat}
        return frozenset(self.seat_order) - {move.seat}

    def _told_pool(self, move: m.Move) -> frozenset[str]:
        """Who may be told of a quiet play; the same as `app.core.legal.told_pool`."""
        own = [x.of for x in move.choices if x.of and x.id not in ("host", "target")]
        chosen = [self._who(of, Scope(move.id, {"self": move.seat})) for of in own]
        adversaries = frozenset(a.id for a in self.deck.adversaries)
        seats = frozenset(self.seat_order) - {move.seat}
        return seats | (adversaries & frozenset().union(*chosen))

    def _role_test(self, name: str, who: str, scope: Scope) -> c.Condition:
        """The test that a role of a card fell to somebody."""
        role, move_id = self._role_of(name, scope) or ("", "")
        one, only = frozenset({who}), frozenset({move_id})
        if role == "host":
            return c.PlayIs(only, hosts=one)
        if role == "target":
            return c.PlayIs(only, targets=one)
        if role == "addressee":
            return c.PlayIs(only, addressees=one)
        if role == "signers":
            return c.PlayIs(only, signers=one)
        if role == "affected":
            return self._affected_test(self.moves[move_id], who)
        return c.PlayIs(only, chosen=((role, one),))

    def _affected_test(self, move: m.Move, who: str) -> c.Condition:
        scope = Scope(move.id)
        tests: list[c.Condition] = []
        for name in move.affects:
            if self._is_role(name, scope):
                if who in self._candidates(name, scope):
                    tests.append(self._role_test(name, who, scope))
            elif who in self._who((name,), Scope(move.id, {"self": move.seat})):
                return self._played(move.id)
        return c.AnyOf(tuple(tests))

    def _played(self, move: str) -> c.Condition:
        return c.PlayIs(frozenset({move}))

    def _who(self, names: Sequence[str], scope: Scope) -> frozenset[str]:
        """The seats and adversaries that names mean in this scope. Raises KeyError for nobody."""
        found: set[str] = set()
        for name in names:
            if name in scope.bound:
                found.add(scope.bound[name])
            elif name == "all":
                found.update(self.seat_order)
            elif name == "others":
                found.update(set(self.seat_order) - {scope.bound.get("self", "")})
            else:
                found.update(self.names[name])
        return frozenset(found)

    def _ordered(self, who: Iterable[str]) -> list[str]:
        order = [*self.seat_order, *(a.id for a in self.deck.adversaries)]
        return sorted(who, key=order.index)

    # --- gauges and conditions -----------------------------------------------------------------

    def _gauges(
        self, gauge: str | None, family: str | None, of: Sequence[str], scope: Scope
    ) -> Iterator[tuple[str, c.Condition]]:
        if gauge is not None:
            yield gauge, c.Always()
            return
        members = [g for g in self.deck.gauges if g.family == family]
        if tuple(of) == ("lowest",):
            among = tuple(g.id for g in members)
            yield from ((g.id, c.LowestIs(g.id, among)) for g in members)
            return
        roles = [name for name in of if self._is_open(name, scope)]
        owners = self._who([name for name in of if name not in roles], scope)
        for found in members:
            if not of or found.of in owners:
                yield found.id, c.Always()
            elif found.of is not None:
                yield from self._held(found.id, found.of, roles, scope)

    def _held(
        self, gauge: str, owner: str, roles: Sequence[str], scope: Scope
    ) -> Iterator[tuple[str, c.Condition]]:
        """The gauge with the test that one of the roles fell to its owner, if one ever can."""
        tests = [
            self._role_test(role, owner, scope)
            for role in roles
            if owner in self._candidates(role, scope)
        ]
        if tests:
            yield gauge, tests[0] if len(tests) == 1 else c.AnyOf(tuple(tests))

    def _when(self, when: m.Condition | None, scope: Scope) -> c.Condition:
        if when is None:
            return c.Always()
        parts: list[c.Condition] = [self._play(play, scope) for play in when.played]
        parts.extend(self._gauge(test, scope) for test in when.gauge)
        if when.turn is not None:
            parts.append(self._turn(when.turn))
        if when.asked is not None:
            parts.append(c.AskedAbout(*self._about(when.asked, scope)))
        if when.objected is not None:
            parts.append(c.ObjectedTo(*self._about(when.objected, scope)))
        if when.in_touch is not None:
            parts.append(c.InTouch(self._who(when.in_touch.seat, scope), when.in_touch.turns_ago))
        if when.mark is not None:
            parts.append(c.MarkStands(when.mark.mark, when.mark.window == "earlier"))
        if when.member is not None:
            parts.append(c.IsMember(self._who(when.member.seat, scope), when.member.of))
        if when.released:
            parts.append(c.WasReleased(frozenset(when.released)))
        if when.any:
            parts.append(c.AnyOf(tuple(self._when(part, scope) for part in when.any)))
        parts.extend(self._when(part, scope) for part in when.all)
        if when.none:
            parts.append(c.NoneOf(tuple(self._when(part, scope) for part in when.none)))
        return _all(*parts)

    def _play(self, play: m.Play, scope: Scope) -> c.PlayIs:
        first, last = _window(play)
        channels = play.channel or tuple(
            x for x in ("joint", "solo", "quiet") if play.not_channel and x not in play.not_channel
        )
        return c.PlayIs(
            moves=self._moves(play, scope),
            seats=self._who(play.seat, scope),
            channels=frozenset(channels),
            hosts=self._who(play.host, scope),
            targets=self._who(play.target, scope),
            addressees=self._who(play.addressee, scope),
            signers=self._who(play.signer, scope),
            chosen=tuple((key, self._options(x, scope)) for key, x in play.choice.items()),
            signers_at_least=play.signers_at_least or 0,
            seats_at_least=play.seats_at_least or 0,
            first_ago=first,
            last_ago=last,
            none_since=frozenset(play.none_since),
            at_least=play.at_least,
        )

    def _moves(self, play: m.Play, scope: Scope) -> frozenset[str]:
        named = {scope.move if move == "play" else move for move in play.move}
        return frozenset(
            move.id
            for move in self.deck.moves
            if (not named or move.id in named)
            and move.id not in play.not_move
            and (not play.tag or set(play.tag) & set(move.tags))
        )

    def _options(self, names: Sequence[str], scope: Scope) -> frozenset[str]:
        found: set[str] = set()
        for name in names:
            known = name in scope.bound or name in self.names
            found.update(self._who((name,), scope) if known else {name})
        return frozenset(found)

    def _gauge(self, test: m.GaugeTest, scope: Scope) -> c.Condition:
        low = 0 if test.at_least is None else test.at_least
        high = 10 if test.at_most is None else test.at_most
        gauges = tuple(g for g, _ in self._gauges(test.gauge, test.family, test.of, scope))
        return c.GaugeIs(gauges, low, high, every=test.which == "every")

    def _turn(self, test: m.TurnTest) -> c.Condition:
        turn = c.TurnIs(test.at_least or 0, EVER if test.at_most is None else test.at_most)
        last = c.TurnIs(self.last, self.last)
        if test.last is None:
            return turn
        return _all(turn, last if test.last else c.NoneOf((last,)))

    def _about(self, test: m.AskedTest, scope: Scope) -> tuple[frozenset[str], str]:
        move = scope.move if test.about == "play" else test.about
        return self._who(test.seat, scope), move


def _window(play: m.Play) -> tuple[int, int]:
    """The first and last number of turns ago that a test looks at."""
    if play.turns_ago is not None:
        return play.turns_ago, play.turns_ago
    first = 1 if play.window == "earlier" else 0
    if play.within is not None:
        return first, play.within
    return first, 0 if play.window == "this turn" else EVER


def _all(*parts: c.Condition) -> c.Condition:
    """All parts, flat, without those that always hold."""
    flat: list[c.Condition] = []
    for part in parts:
        if isinstance(part, c.AllOf):
            flat.extend(part.parts)
        elif not isinstance(part, c.Always):
            flat.append(part)
    if not flat:
        return c.Always()
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else c.AllOf(unique)


def _names_in(when: m.Condition | None) -> Iterator[str]:
    """Every name of somebody in a condition, at any depth."""
    if when is None:
        return
    for play in when.played:
        yield from (*play.seat, *play.host, *play.target, *play.addressee, *play.signer)
        for names in play.choice.values():
            yield from names
    for test in when.gauge:
        yield from test.of
    for asked in (when.asked, when.objected, when.in_touch, when.member):
        if asked is not None:
            yield from asked.seat
    for part in (*when.any, *when.all, *when.none):
        yield from _names_in(part)


def _names(deck: m.Deck) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    people: tuple[m.Seat | m.Adversary, ...] = (*deck.seats, *deck.adversaries)
    for someone in people:
        for name in (someone.id, *someone.groups):
            names.setdefault(name, set()).add(someone.id)
    return {name: frozenset(who) for name, who in names.items()}


def _titles(deck: m.Deck) -> dict[str, str]:
    return {
        **{move.id: move.title for move in deck.moves},
        **{rule.id: rule.title for rule in deck.rules},
        **{combination.id: combination.title for combination in deck.combinations},
        **{limit.id: limit.title for limit in deck.swing_limits},
        **{ceiling.id: ceiling.title for ceiling in deck.ceilings},
        **{inject.id: inject.title for inject in deck.injects},
    }
