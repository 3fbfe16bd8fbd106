"""A matrix argument in the making: its throw as typed, what is missing, and the result in words."""

from __future__ import annotations

from dataclasses import replace

from app.core.decide.matrix import result
from app.core.dice import strong_net, throw
from app.core.state import State
from app.core.values import Argument
from app.core.why import signed
from app.gui.console.argument_side import digits_of

OUTCOMES = {
    "full": "succeeds in full",
    "catch": "succeeds, with a catch",
    "nothing": "changes nothing",
    "backfires": "backfires",
}
HINTS = {"thrown": "Two dice: 4 3", "none": "7 5 6 …", "program": ""}


def with_throw(state: State, argument: Argument, typed: str, what: str = "") -> Argument:
    """The argument with the dice or likelihoods that were typed, or thrown by the program."""
    dice = state.setup.dice
    if dice == "program":
        return replace(argument, dice=throw(state.setup.seed, state.turn, what))
    thrown = digits_of(typed)
    return replace(
        argument,
        dice=() if dice == "none" else thrown,
        likelihoods=thrown if dice == "none" else (),
    )


def throw_missing(state: State, argument: Argument) -> str:
    """What the throw lacks, as a sentence; empty where it is whole."""
    if state.setup.dice == "none":
        likely = argument.likelihoods
        is_whole = bool(likely) and all(0 <= value <= 10 for value in likely)
        return "" if is_whole else "Type each person’s 0 to 10."
    is_whole = len(argument.dice) == 2 and all(1 <= die <= 6 for die in argument.dice)
    return "" if is_whole else "Type the two dice."


def is_catch(argument: Argument) -> bool:
    """Whether what is thrown succeeds with a catch."""
    return _is_thrown(argument) and result(argument)[1] == "catch"


def verdict(argument: Argument) -> str:
    """The throw and what it means; empty while it is not thrown."""
    if not _is_thrown(argument):
        return ""
    total, outcome = result(argument)
    if argument.likelihoods:
        return f"Median {total}: it {OUTCOMES[outcome]}."
    net = strong_net(argument)
    strong = f", strong reasons {signed(net)}" if net else ""
    dice = " and ".join(str(die) for die in argument.dice)
    return f"Dice {dice}{strong}: {total}, it {OUTCOMES[outcome]}."


def _is_thrown(argument: Argument) -> bool:
    return len(argument.dice) == 2 or bool(argument.likelihoods)
