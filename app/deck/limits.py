"""Every limit on what may be read from outside, in one place.

Generous for a deck that people write and play, small enough that no file, however made, costs
more than a moment. The model's own field limits (length of a title, 0 to 10) stand with the fields.
"""

from __future__ import annotations

DECK_BYTES = 2_000_000
"""Size of all YAML files of a deck together, and of one YAML text."""
DECK_FILES = 64
"""Files in a deck's folder and below it."""
YAML_DEPTH = 32
"""How deep lists and mappings may nest."""
YAML_VALUES = 100_000
"""Values (texts, numbers, lists, mappings and their keys) in one YAML file."""
TEXT_CHARACTERS = 20_000
"""Length of any one text."""
NUMBER_DIGITS = 15
"""Digits of a number: what every program reads alike."""
FAULTS = 1_000
"""Faults that are listed; beyond these none is looked for."""

NOTE_CHARACTERS = 20_000
