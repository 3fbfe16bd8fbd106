"""Matrix argument: the throw, what it means, and what it needs to be one.

Source: matrix games (Engle; Mouat): 2d6 + strong pros − strong cons.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import Literal

from app.core.actions import Refusal
from app.core.dice import strong_net, throw
from app.core.state import State
from app.core.values import Argument

Outcome = Literal["full", "catch", "nothing", "backfires"]


def result(argument: Argument) -> tuple[int, Outcome]:
    """The total of a matrix argument and what it means: 10+, 7–9, 5–6, 4 or less.

    The diceless way: a median likelihood of 6 or more is a full result, less is nothing.
    """
    if argument.likelihoods:
        middle = int(median(argument.likelihoods))
        return middle, "full" if middle >= 6 else "nothing"
    total = sum(argument.dice) + strong_net(argument)
    if total >= 10:
        return total, "full"
    if total >= 7:
        return total, "catch"
    return total, "nothing" if total >= 5 else "backfires"


def thrown(state: State, argument: Argument, what: str = "") -> Argument:
    """The argument with its dice, thrown by the program where the session is set up so."""
    if argument.dice or argument.likelihoods or state.setup.dice != "program":
        return argument
    return replace(argument, dice=throw(state.setup.seed, state.turn, what))


def argument_refused(argument: Argument) -> Refusal | None:
    """A refusal where something is missing from an argument, or off its scale."""
    if not argument.action.strip():
        return Refusal("ActionMissing", "Say what is done.", "A few words are enough.")
    if not all(0 <= likely <= 10 for likely in argument.likelihoods):
        return Refusal("OffTheScale", "A likelihood is a whole number from 0 to 10.")
    has_dice = len(argument.dice) == 2 or (argument.likelihoods and not argument.dice)
    if has_dice and all(1 <= die <= 6 for die in argument.dice):
        return None
    return Refusal("DiceMissing", "Type in the two dice.", "Or take the diceless way.")
