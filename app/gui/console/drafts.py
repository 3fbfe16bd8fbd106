"""What was filled in and not sent, as the desk keeps it: JSON, and back again. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")


def as_kept(draft: DataclassInstance) -> str:
    """A draft as a text."""
    return json.dumps(asdict(draft))


def kept(text: str, otherwise: D) -> D:
    """The draft that a text keeps; `otherwise` where nothing was kept that can be read.

    Fields that the text does not know are as in `otherwise`.
    """
    try:
        found = json.loads(text) if text else {}
        known = {field.name for field in fields(otherwise)}
        values = {key: _frozen(value) for key, value in found.items() if key in known}
        return replace(otherwise, **values)
    except (ValueError, TypeError, AttributeError):
        return otherwise


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
