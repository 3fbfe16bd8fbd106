"""What a payload must look like, for pydantic to check.

Loading pydantic takes its time, so `codec` imports this module only when it first reads.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict

from app.core.display import Frame, Screen
from app.core.values import Item

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Picture(TypedDict):
    """A picture. Its screen is told by its kind, which is quicker than trying all of them."""

    frame: Frame
    screen: Annotated[Screen, Field(discriminator="kind")]
    page: int


class Shown(TypedDict):
    """The payload of an ItemShown."""

    item: Item
    display: Picture


class Replacement(TypedDict):
    """An event inside another: its kind, and its own payload."""

    kind: str
    event: dict[str, Any]


class Amended(TypedDict):
    """The payload of an EntryAmended."""

    entry: int
    replacement: Replacement
    was: str
    now: str
    reason: str


def validator(shape: Any) -> Callable[[str], Any]:
    """What reads JSON of this shape (a dataclass or typed dictionary), or None from `null`."""
    # The settings reach a plain dataclass only through a type around it, here "or nothing".
    return TypeAdapter(shape | None, config=STRICT).validator.validate_json
