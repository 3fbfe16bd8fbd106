"""A deck played by fewer: the smaller deck that one of its variants makes of it.

Answers for which deck that is, and nothing else: cards change hands and places, items get other
fields, what is left out goes, and whatever points at something that is out goes with it. The
result is a deck like any other. Whether it can be played is asked by `app.deck.variant_checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from app.deck.model import Ceiling, Deck, PollItem, Swing, SwingLimit, Turn, Variant
from app.deck.model.vocabulary import Part
from app.deck.presence import Gone, Presence
from app.deck.pruned_conditions import changed, emptied
from app.deck.pruned_items import ItemPruner
from app.errors import DeckError

KINDS = {
    "seats": "seat",
    "adversaries": "adversary",
    "families": "family",
    "gauges": "gauge",
    "moves": "move",
    "rules": "rule",
    "combinations": "combination",
    "rule_card": "card rule",
    "swing_limits": "swing limit",
    "ceilings": "ceiling",
    "injects": "inject",
    "turns": "turn",
    "procedures": "procedure",
    "polls": "poll item",
    "tensions": "tension",
    "places": "place",
    "end_states": "end state",
    "questions": "question",
}
"""Lists of a deck, and the word for one item, with which it can be named: `turn 3`."""
SINGLE = ("about", "economy", "gap", "free_moves")
"""Parts that there are once; they are named as they are called."""
KEPT = frozenset({"id", "turn", "tension", "version"})
"""What an item is called by, which a variant does not change; nor does it the deck's title."""
RULES = ("rules", "rule_card", "swing_limits", "ceilings")
"""What `without: {rules: …}` can name."""


def with_variant(deck: Deck, variant_id: str) -> Deck:
    """The deck that a variant makes; the deck itself for an empty id, which means all of it.

    Raises DeckError where the deck has no such variant, or has already become another one, or
    where a field that is to be replaced would not be read.
    """
    if variant_id == deck.variant:
        return deck
    variant = next((one for one in deck.variants if one.id == variant_id), None)
    if variant is None or deck.variant:
        known = ", ".join(one.id for one in deck.variants) or "none"
        raise DeckError(f"This deck has no variant '{variant_id}'.", remedy=f"It has: {known}.")
    whole = Presence.of(deck)
    smaller = _without(_ordered(_replaced(_owned(deck, variant), variant), variant), variant)
    while True:
        pruned = _pruned(smaller, ItemPruner(Gone(whole, Presence.of(smaller))))
        if pruned == smaller:
            return changed(pruned, variants=(variant,), variant=variant_id)
        smaller = pruned


def kept_in(field: str) -> frozenset[str]:
    """What `replace` does not change in an item of a list, or in a part that there is once."""
    own = {"turn"} if field == "procedures" else set()
    return KEPT - own | ({"title"} if field == "about" else set())


def items(deck: Deck, name: str) -> list[tuple[str, int]]:
    """List and index of the items that a name in `replace` can mean; a part there is once at 0."""
    if name in SINGLE:
        return [(name, 0)] if getattr(deck, name, None) is not None else []
    found: list[tuple[str, int]] = []
    for field, kind in KINDS.items():
        for at, item in enumerate(getattr(deck, field)):
            own = name_of(item)
            if name == f"{kind} {own}" or (name == own and field not in {"turns", "questions"}):
                found.append((field, at))
    return found


def name_of(item: Part) -> str:
    """What an item is called by: its id, its number, its tension."""
    return str(next(getattr(item, key) for key in ("id", "turn", "tension") if hasattr(item, key)))


def replacement(item: Part, fields: Mapping[str, Any]) -> Part:
    """The item with other fields, as they are written in YAML. Raises ValidationError."""
    said = item.model_dump(by_alias=True, exclude_unset=True)
    return type(item).model_validate({**said, **fields}, by_alias=True, by_name=False)


def _owned(deck: Deck, variant: Variant) -> Deck:
    moves = (changed(move, seat=variant.owner.get(move.id, move.seat)) for move in deck.moves)
    return changed(deck, moves=tuple(moves))


def _replaced(deck: Deck, variant: Variant) -> Deck:
    for name, fields in variant.replace.items():
        for field, at in items(deck, name)[:1]:
            part = getattr(deck, field) if field in SINGLE else getattr(deck, field)[at]
            kept = {key: value for key, value in fields.items() if key not in kept_in(field)}
            try:
                made = replacement(part, kept)
            except ValidationError as problem:
                message = f"The variant '{variant.id}' says of '{name}' what cannot be read."
                raise DeckError(message, remedy="Check the deck and mend it.") from problem
            deck = changed(
                deck, **{field: made if field in SINGLE else _set(deck, field, at, made)}
            )
    return deck


def _set(deck: Deck, field: str, at: int, item: Part) -> tuple[Part, ...]:
    found = list(getattr(deck, field))
    found[at] = item
    return tuple(found)


def _ordered(deck: Deck, variant: Variant) -> Deck:
    moves = list(deck.moves)
    for card, before in variant.order.items():
        at = {move.id: number for number, move in enumerate(moves)}
        if card in at and before in at and card != before:
            move = moves.pop(at[card])
            moves.insert(next(i for i, one in enumerate(moves) if one.id == before) + 1, move)
    return changed(deck, moves=tuple(moves))


def _without(deck: Deck, variant: Variant) -> Deck:
    out = variant.without
    fields = {name: getattr(out, name) for name in type(out).model_fields if name != "rules"}
    fields |= dict.fromkeys(RULES, out.rules)
    left = {
        name: tuple(one for one in getattr(deck, name) if one.id not in ids)
        for name, ids in fields.items()
    }
    return changed(deck, **left)


def _pruned(deck: Deck, read: ItemPruner) -> Deck:
    """One reading of the whole deck: everything without what points at something that is gone."""
    gone = read.gone
    free = deck.free_moves
    seats = gone.people(free.seats) if free else ()
    fields: dict[str, Any] = {
        "seats": map(read.seat, deck.seats),
        "families": (one for one in deck.families if not gone.is_gone("families", one.id)),
        "gauges": (one for one in deck.gauges if one.of is None or gone.people((one.of,))),
        "moves": map(read.move, deck.moves),
        "rules": map(read.law, deck.rules),
        "combinations": map(read.law, deck.combinations),
        "swing_limits": (_limit(one, gone) for one in deck.swing_limits),
        "ceilings": (one for one in deck.ceilings if _still_holds(one, gone)),
        "injects": map(read.inject, deck.injects),
        "turns": (_turn(one, gone) for one in deck.turns),
        "procedures": map(read.procedure, deck.procedures),
        "polls": (_poll(one, gone) for one in deck.polls),
        "places": (
            changed(one, seat=None if gone.is_gone("seats", one.seat) else one.seat)
            for one in deck.places
        ),
        "end_states": map(read.end_state, deck.end_states),
    }
    left = {name: tuple(one for one in found if one is not None) for name, found in fields.items()}
    free = changed(free, seats=seats) if free and seats else None
    return changed(_with_gap(deck, gone), **left, free_moves=free)


def _with_gap(deck: Deck, gone: Gone) -> Deck:
    gap = deck.gap
    if gap is None:
        return deck
    if gone.is_gone("polls", gap.felt) or gone.is_gone("families", gap.family):
        return changed(deck, gap=None)
    others = ("leaders_and_publics", "heard")
    lost = {word: None for word in others if gone.is_gone("polls", getattr(gap, word))}
    return changed(deck, gap=changed(gap, **lost))


def _limit(limit: SwingLimit, gone: Gone) -> SwingLimit | None:
    swings = tuple(filter(None, (_swing(swing, gone) for swing in limit.swings)))
    return changed(limit, swings=swings) if swings else None


def _swing(swing: Swing, gone: Gone) -> Swing | None:
    """A swing; None where it was for some gauges, and none of them is left."""
    gauge, family = gone.left("gauges", swing.gauge), gone.left("families", swing.family)
    if emptied((*swing.gauge, *swing.family), (*gauge, *family)):
        return None
    return changed(swing, gauge=gauge, family=family)


def _still_holds(ceiling: Ceiling, gone: Gone) -> bool:
    return not (
        gone.is_gone("gauges", ceiling.gauge) or gone.is_gone("families", ceiling.lowest_of)
    )


def _turn(turn: Turn, gone: Gone) -> Turn:
    natural = gone.left("moves", turn.natural_moves)
    return changed(turn, polls=gone.left("polls", turn.polls), natural_moves=natural)


def _poll(item: PollItem, gone: Gone) -> PollItem | None:
    asked = gone.people(item.asked)
    if emptied(item.asked, asked):
        return None
    fields: dict[str, Any] = {"asked": asked}
    if gone.is_gone("seats", item.estimated_by):
        fields |= {"estimated_by": None, "estimate": None}
    if gone.is_gone("families", item.bands_of):
        fields["bands_of"] = None
    return changed(item, **fields)
