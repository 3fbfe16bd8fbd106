"""An inject that is being written on the spot: what is filled in so far. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.actions import WriteInject
from app.core.values import WrittenInject
from app.gui.console.drafts import as_kept

ROOM = "room"


@dataclass(frozen=True, slots=True)
class InjectDraft:
    """What is filled in. `effects` are pairs of a gauge and a step."""

    title: str = ""
    text: str = ""
    to: tuple[str, ...] = (ROOM,)
    source: str = "White cell"
    effects: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    tensions: tuple[str, ...] = ()

    def action(self) -> WriteInject:
        """The wish that it stands for. A reason is one of its effects."""
        effects = tuple((gauge, step) for gauge, step in self.effects if gauge)
        return WriteInject(
            WrittenInject(
                "",
                self.title.strip(),
                self.text.strip(),
                self.to,
                effects,
                self.reason.strip() if effects else "",
                self.tensions,
                self.source.strip(),
            )
        )

    def as_text(self) -> str:
        """As the desk keeps it; empty where nothing is filled in."""
        return as_kept(self) if self != InjectDraft() else ""
