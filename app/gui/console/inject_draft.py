"""An inject that is being written on the spot: what is filled in so far. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from app.core.actions import WriteInject
from app.core.values import WrittenInject

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
        return json.dumps(asdict(self)) if self != InjectDraft() else ""


def kept(text: str) -> InjectDraft:
    """What the desk kept; a new one where it kept nothing that can be read."""
    try:
        found = json.loads(text) if text else {}
        known = {field.name for field in fields(InjectDraft)}
        values = {key: _frozen(value) for key, value in found.items() if key in known}
        return replace(InjectDraft(), **values)
    except (ValueError, TypeError, AttributeError):
        return InjectDraft()


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
