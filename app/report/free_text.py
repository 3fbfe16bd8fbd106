"""Takes the names of moves that readers may not know out of what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from app.report import facts as f

T = TypeVar("T")
QUIET, UNREVEALED = "a quiet move", "a move that was not turned over"
_TEXTS = ("reason", "public", "was", "now", "action", "result")
_ARGUMENTS = ("pros", "cons")
_WRITTEN = ("reason", "was", "now", "name", "issue")
"""Details of a row of the log that somebody wrote; the rest names what the program knows."""


class Names:
    """What stands in the free texts of each turn in place of the moves that were hidden by then.

    A card that lies open in the same turn keeps its name there.
    """

    def __init__(self, turns: Iterable[f.TurnFact], *, quiet: bool, unrevealed: bool) -> None:
        self._hidden: dict[int, dict[str, str]] = {}
        found: dict[str, str] = {}
        for turn in turns:
            shown = set()
            for move in turn.moves:
                if move.secrecy == "quiet":
                    words = QUIET if quiet else ""
                else:
                    words = UNREVEALED if unrevealed and not move.is_revealed else ""
                if words:
                    found |= {move.id: words, move.title: words}
                else:
                    shown |= {move.id, move.title}
            self._hidden[turn.number] = {k: v for k, v in found.items() if k not in shown}

    def out_of(self, turn: int, text: str) -> str:
        """The text of a turn without those names."""
        names = self._hidden.get(turn, {})
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(
                rf"(?<!\w){re.escape(name)}(?!\w)", names[name], text, flags=re.IGNORECASE
            )
        for words in (QUIET, UNREVEALED):  # an id and its title stood side by side
            text = re.sub(rf"{words}[\s:,–-]+{words}", words, text)
        return text

    def out_of_all(self, thing: T) -> T:
        """A fact that knows its turn, with its free texts so written."""
        known: Any = thing
        changes: dict[str, Any] = {
            name: self.out_of(known.turn, getattr(known, name))
            for name in _TEXTS
            if hasattr(known, name)
        }
        for name in _ARGUMENTS:
            if hasattr(known, name):
                pairs = getattr(known, name)
                changes[name] = tuple((self.out_of(known.turn, x), strong) for x, strong in pairs)
        if hasattr(known, "details"):
            changes["details"] = tuple(
                (key, self.out_of(known.turn, value) if key in _WRITTEN else value)
                for key, value in known.details
            )
        made: T = replace(known, **changes)
        return made

    def out_of_facts(self, facts: f.Facts) -> f.Facts:
        """All facts so written: rulings, challenges, skips, amendments, the log, the end."""
        last = max(self._hidden, default=0)
        return replace(
            facts,
            turns=tuple(self._turn(turn) for turn in facts.turns),
            amendments=tuple(self.out_of_all(x) for x in facts.amendments),
            log=tuple(self.out_of_all(row) for row in facts.log),
            end=replace(facts.end, reason=self.out_of(last, facts.end.reason)),
        )

    def _move(self, move: f.MoveFact) -> f.MoveFact:
        """A card that a cell wrote itself may name others, and so may its argument."""
        if not move.is_free:
            return move
        text, wording = (self.out_of(move.turn, words) for words in (move.text, move.wording))
        argued = self.out_of_all(move.argued) if move.argued else None
        return replace(move, text=text, wording=wording, argued=argued)

    def _turn(self, turn: f.TurnFact) -> f.TurnFact:
        challenge = turn.challenge
        return replace(
            turn,
            rulings=tuple(self.out_of_all(x) for x in turn.rulings),
            challenge=self.out_of_all(challenge) if challenge else None,
            moves=tuple(self._move(move) for move in turn.moves),
            skips=tuple(self.out_of_all(x) for x in turn.skips),
        )
