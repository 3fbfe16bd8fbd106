"""Putting a widget under other rules of the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QWidget


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set the dynamic property `name` and let the style sheet notice."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style: QStyle = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()
