"""What the names and words of a deck mean, made concrete: seats, roles, gauges, conditions.

A name means whom it means where it stands (`Scope`). A role of a card, such as `host`, means
somebody only when that card is played: it comes with the test that it fell to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.core import conditions as c
from app.deck import model as m

EVER = 1000
LOWEST_OF = "lowest of "
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


class Meaning:
    """The meanings in one deck. Raises KeyError for a name that nobody has."""

    def __init__(self, deck: m.Deck) -> None:
        self.deck = deck
        self.names = _names(deck)
        self.moves = {move.id: move for move in deck.moves}
        self.gauge_order = {gauge.id: i for i, gauge in enumerate(deck.gauges)}
        self.seat_order = {seat.id: i for i, seat in enumerate(deck.seats)}
        self.last = max(turn.turn for turn in deck.turns)

    # --- names and roles -----------------------------------------------------------------------

    def is_open(self, name: str, scope: Scope) -> bool:
        """Whether a name is a role of a card that nobody has been put into yet."""
        return name not in scope.bound and self.is_role(name, scope)

    def is_role(self, name: str, scope: Scope) -> bool:
        return self._role_of(name, scope) is not None

    def _role_of(self, name: str, scope: Scope) -> tuple[str, str] | None:
        """(role, move) where a name is a role: of this card, or 'host of U01' of another."""
        role, _, other = name.partition(" of ")
        move = other or scope.move
        if not move or move not in self.moves:
            return None
        choices = {choice.id for choice in self.moves[move].choices}
        return (role, move) if role in ROLES or role in choices else None

    def candidates(self, name: str, scope: Scope) -> frozenset[str]:
        role, move_id = self._role_of(name, scope) or ("", "")
        move = self.moves[move_id]
        if role == "signers":
            return self.signing_pool(move)
        if role == "affected":
            pools = [
                self.candidates(x, Scope(move_id))
                if self.is_role(x, Scope(move_id))
                else self.who((x,), Scope(move_id, {"self": move.seat}))
                for x in move.affects
            ]
            return frozenset().union(*pools) - {move.seat}
        if role == "addressee":
            return self._told_pool(move)
        for choice in move.choices:
            if choice.id == role:
                return self.who(choice.of, Scope(move_id, {"self": move.seat}))
        return frozenset()

    def signing_pool(self, move: m.Move) -> frozenset[str]:
        """The seats that may co-sign a card."""
        if move.signing.of:
            return self.who(move.signing.of, Scope(move.id, {"self": move.seat})) - {move.seat}
        return frozenset(self.seat_order) - {move.seat}

    def _told_pool(self, move: m.Move) -> frozenset[str]:
        """Who may be told of a quiet play; the same as `app.core.legal.told_pool`."""
        if move.addressee:
            return self._named_to_be_told(move)
        own = [x.of for x in move.choices if x.of and x.id not in ("host", "target")]
        chosen = [self.who(of, Scope(move.id, {"self": move.seat})) for of in own]
        adversaries = frozenset(a.id for a in self.deck.adversaries)
        seats = frozenset(self.seat_order) - {move.seat}
        return seats | (adversaries & frozenset().union(*chosen))

    def _named_to_be_told(self, move: m.Move) -> frozenset[str]:
        scope = Scope(move.id)
        pools = [
            self.candidates(name, scope)
            if self.is_role(name, scope)
            else self.who((name,), Scope(move.id, {"self": move.seat}))
            for name in move.addressee
        ]
        return frozenset[str]().union(*pools) - {move.seat}

    def role_test(self, name: str, who: str, scope: Scope) -> c.Condition:
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
            if self.is_role(name, scope):
                if who in self.candidates(name, scope):
                    tests.append(self.role_test(name, who, scope))
            elif who in self.who((name,), Scope(move.id, {"self": move.seat})):
                return self.played(move.id)
        return c.AnyOf(tuple(tests))

    def played(self, move: str) -> c.Condition:
        return c.PlayIs(frozenset({move}))

    def who(self, names: Sequence[str], scope: Scope) -> frozenset[str]:
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

    def ordered(self, who: Iterable[str]) -> list[str]:
        order = [*self.seat_order, *(a.id for a in self.deck.adversaries)]
        return sorted(who, key=order.index)

    # --- gauges and conditions -----------------------------------------------------------------

    def gauges(
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
        for name in of:
            if name.startswith(LOWEST_OF):
                yield from self._of_lowest(members, name.removeprefix(LOWEST_OF))
        roles = [name for name in of if self.is_open(name, scope)]
        others = [name for name in of if name not in roles and not name.startswith(LOWEST_OF)]
        owners = self.who(others, scope)
        for found in members:
            if not of or found.of in owners:
                yield found.id, c.Always()
            elif found.of is not None:
                yield from self._held(found.id, found.of, roles, scope)

    def _of_lowest(
        self, members: Sequence[m.Gauge], family: str
    ) -> Iterator[tuple[str, c.Condition]]:
        """The gauges that belong to whoever has the lowest gauge of another family."""
        among = {g.id: g.of for g in self.deck.gauges if g.family == family and g.of}
        for found in members:
            for gauge, owner in among.items():
                if owner == found.of:
                    yield found.id, c.LowestIs(gauge, tuple(among))

    def _held(
        self, gauge: str, owner: str, roles: Sequence[str], scope: Scope
    ) -> Iterator[tuple[str, c.Condition]]:
        """The gauge with the test that one of the roles fell to its owner, if one ever can."""
        tests = [
            self.role_test(role, owner, scope)
            for role in roles
            if owner in self.candidates(role, scope)
        ]
        if tests:
            yield gauge, tests[0] if len(tests) == 1 else c.AnyOf(tuple(tests))

    def when(self, when: m.Condition | None, scope: Scope) -> c.Condition:
        """A deck's condition with every name made concrete."""
        if when is None:
            return c.Always()
        parts: list[c.Condition] = [self.play(play, scope) for play in when.played]
        parts.extend(self._gauge(test, scope) for test in when.gauge)
        if when.turn is not None:
            parts.append(self._turn(when.turn))
        parts.extend(self._of_seats(when, scope))
        parts.extend(_of_record(when))
        if when.any:
            parts.append(c.AnyOf(tuple(self.when(part, scope) for part in when.any)))
        parts.extend(self.when(part, scope) for part in when.all)
        if when.none:
            parts.append(c.NoneOf(tuple(self.when(part, scope) for part in when.none)))
        return all_of(*parts)

    def _of_seats(self, when: m.Condition, scope: Scope) -> Iterator[c.Condition]:
        """The tests that name seats: what they were asked, and what they did."""
        if when.asked is not None:
            ever = when.asked.window == "ever"
            yield c.AskedAbout(*self._about(when.asked, scope), ever)
        if when.objected is not None:
            yield c.ObjectedTo(*self._about(when.objected, scope))
        if when.in_touch is not None:
            yield c.InTouch(self.who(when.in_touch.seat, scope), when.in_touch.turns_ago)
        if when.member is not None:
            yield c.IsMember(self.who(when.member.seat, scope), when.member.of)
        if when.signed is not None:
            yield c.SignedText(self.who(when.signed.seat, scope), when.signed.of)
        if when.gap is not None:
            yield c.GapIs(self.who(when.gap.seat, scope), when.gap.at_least, when.gap.at_most)

    def play(self, play: m.Play, scope: Scope) -> c.PlayIs:
        first, last = _window(play)
        channels = play.channel or tuple(
            x for x in ("joint", "solo", "quiet") if play.not_channel and x not in play.not_channel
        )
        return c.PlayIs(
            moves=self._moves(play, scope),
            seats=self.who(play.seat, scope),
            channels=frozenset(channels),
            hosts=self.who(play.host, scope),
            targets=self.who(play.target, scope),
            addressees=self.who(play.addressee, scope),
            signers=self.who(play.signer, scope),
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
            found.update(self.who((name,), scope) if known else {name})
        return frozenset(found)

    def _gauge(self, test: m.GaugeTest, scope: Scope) -> c.Condition:
        low = 0 if test.at_least is None else test.at_least
        high = 10 if test.at_most is None else test.at_most
        gauges = tuple(g for g, _ in self.gauges(test.gauge, test.family, test.of, scope))
        return c.GaugeIs(gauges, low, high, every=test.which == "every")

    def _turn(self, test: m.TurnTest) -> c.Condition:
        turn = c.TurnIs(test.at_least or 0, EVER if test.at_most is None else test.at_most)
        last = c.TurnIs(self.last, self.last)
        if test.last is None:
            return turn
        return all_of(turn, last if test.last else c.NoneOf((last,)))

    def _about(self, test: m.AskedTest, scope: Scope) -> tuple[frozenset[str], str]:
        move = scope.move if test.about == "play" else test.about
        return self.who(test.seat, scope), move


def _of_record(when: m.Condition) -> Iterator[c.Condition]:
    """The tests on what stands in the record: marks, lines of texts, injects."""
    if when.mark is not None:
        yield c.MarkStands(when.mark.mark, when.mark.window == "earlier")
    if when.line is not None:
        yield c.LineIs(when.line.of, when.line.line, frozenset(when.line.which))
    if when.released:
        yield c.WasReleased(frozenset(when.released))


def _window(play: m.Play) -> tuple[int, int]:
    """The first and last number of turns ago that a test looks at."""
    if play.turns_ago is not None:
        return play.turns_ago, play.turns_ago
    first = 1 if play.window == "earlier" else 0
    if play.within is not None:
        return first, play.within
    return first, 0 if play.window == "this turn" else EVER


def all_of(*parts: c.Condition) -> c.Condition:
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


def names_in(when: m.Condition | None) -> Iterator[str]:
    """Every name of somebody in a condition, at any depth."""
    if when is None:
        return
    for play in when.played:
        yield from (*play.seat, *play.host, *play.target, *play.addressee, *play.signer)
        for names in play.choice.values():
            yield from names
    for test in when.gauge:
        yield from test.of
    for asked in (when.asked, when.objected, when.in_touch, when.member, when.signed, when.gap):
        if asked is not None:
            yield from asked.seat
    for part in (*when.any, *when.all, *when.none):
        yield from names_in(part)


def _names(deck: m.Deck) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    people: tuple[m.Seat | m.Adversary, ...] = (*deck.seats, *deck.adversaries)
    for someone in people:
        for name in (someone.id, *someone.groups):
            names.setdefault(name, set()).add(someone.id)
    return {name: frozenset(who) for name, who in names.items()}
