"""What a payload must look like, as pydantic adapters, each built when it is first needed.

Loading pydantic takes its time, so `codec` imports this module only when it reads.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict

from app.core import events
from app.core.display import Frame, Screen
from app.core.events import Event
from app.core.values import Item

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class DisplayShape(TypedDict):
    """A picture. Its screen is told by its kind, which is quicker than trying all of them."""

    frame: Frame
    screen: Annotated[Screen, Field(discriminator="kind")]
    page: int


class ShownShape(TypedDict):
    """The payload of an ItemShown."""

    item: Item
    display: DisplayShape


class ReplacementShape(TypedDict):
    """An event inside another: its kind, and its own payload."""

    kind: str
    event: dict[str, Any]


class AmendedShape(TypedDict):
    """The payload of an EntryAmended."""

    entry: int
    replacement: ReplacementShape
    was: str
    now: str
    reason: str


@cache
def event_adapter(kind: str) -> TypeAdapter[Event | None]:
    """The reader of one kind of event, given by its class's name."""
    # The settings reach a plain dataclass only through a type around it, here "or nothing".
    or_nothing: Any = getattr(events, kind) | None
    return TypeAdapter(or_nothing, config=STRICT)


@cache
def shown_adapter() -> TypeAdapter[ShownShape | None]:
    """The reader of an ItemShown's payload."""
    return TypeAdapter(ShownShape | None, config=STRICT)


@cache
def amended_adapter() -> TypeAdapter[AmendedShape | None]:
    """The reader of an EntryAmended's payload."""
    return TypeAdapter(AmendedShape | None, config=STRICT)
