"""What the words of a deck mean, made concrete: gauges and conditions, on top of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core import conditions as c
from app.core.naming import Naming, Scope
from app.deck import model as m
from app.deck.spans import EVER, window

LOWEST_OF = "lowest of "


class Meaning(Naming):
    """The meanings in one deck. Raises KeyError for a name that nobody has."""

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
        first, last = window(play)
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
        found = tuple(self.gauges(test.gauge, test.family, test.of, scope))
        if any(name.startswith(LOWEST_OF) for name in test.of):
            return _of_those_meant(found, low, high, every=test.which == "every")
        return c.GaugeIs(tuple(g for g, _ in found), low, high, every=test.which == "every")

    def _turn(self, test: m.TurnTest) -> c.Condition:
        turn = c.TurnIs(test.at_least or 0, EVER if test.at_most is None else test.at_most)
        last = c.TurnIs(self.last, self.last)
        if test.last is None:
            return turn
        return all_of(turn, last if test.last else c.NoneOf((last,)))

    def _about(self, test: m.AskedTest, scope: Scope) -> tuple[frozenset[str], str]:
        move = scope.move if test.about == "play" else test.about
        return self.who(test.seat, scope), move


def _of_those_meant(
    found: Sequence[tuple[str, c.Condition]], low: int, high: int, *, every: bool
) -> c.Condition:
    """A test on gauges, of each of which another test says whether it is meant."""
    tests = [(given, c.GaugeIs((gauge,), low, high)) for gauge, given in found]
    if every:
        return c.NoneOf(tuple(all_of(given, c.NoneOf((test,))) for given, test in tests))
    return c.AnyOf(tuple(all_of(given, test) for given, test in tests))


def _of_record(when: m.Condition) -> Iterator[c.Condition]:
    """The tests on what stands in the record: marks, lines of texts, injects."""
    if when.mark is not None:
        yield c.MarkStands(when.mark.mark, when.mark.window == "earlier")
    if when.line is not None:
        yield c.LineIs(when.line.of, when.line.line, frozenset(when.line.which))
    if when.released:
        yield c.WasReleased(frozenset(when.released))


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
    for _, part in when.inside():
        yield from names_in(part)
