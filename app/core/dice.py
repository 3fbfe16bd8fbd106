"""Dice: seeded, so that a throw can be repeated, and always recorded."""

from __future__ import annotations

import random

from app.core.values import Argument


def throw(seed: int, turn: int, what: str = "") -> tuple[int, int]:
    """Two dice, each 1–6: the same for the same seed, turn and purpose (a challenge has none)."""
    purpose = f"/{what}" if what else ""
    source = random.Random(f"parasol/{seed}/{turn}{purpose}")  # noqa: S311 -- dice, not secrets
    return source.randint(1, 6), source.randint(1, 6)


def strong_net(argument: Argument) -> int:
    """Strong reasons for minus strong reasons against, within −3 and +3."""
    pros = sum(1 for _, is_strong in argument.pros if is_strong)
    cons = sum(1 for _, is_strong in argument.cons if is_strong)
    return max(-3, min(3, pros - cons))
