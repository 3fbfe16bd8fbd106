"""A theme's colours as Qt's palette, for everything the style sheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from app.gui.theme.tokens import Colors, Theme

_Role = QPalette.ColorRole


def palette(theme: Theme) -> QPalette:
    """Return a palette with every role set, placeholder and accent included."""
    made = QPalette()
    for role, value in _roles(theme.colors).items():
        made.setColor(QPalette.ColorGroup.All, role, QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colors.ink3))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Base, QColor(theme.colors.sunken))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Button, QColor(theme.colors.sunken))
    return made


def _roles(colors: Colors) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: colors.bg,
        _Role.WindowText: colors.ink,
        _Role.Base: colors.surface,
        _Role.AlternateBase: colors.raised,
        _Role.Text: colors.ink,
        _Role.PlaceholderText: colors.ink3,
        _Role.Button: colors.surface,
        _Role.ButtonText: colors.ink,
        _Role.BrightText: colors.on_primary,
        _Role.Light: colors.raised,
        _Role.Midlight: colors.sunken,
        _Role.Mid: colors.line,
        _Role.Dark: colors.line2,
        _Role.Shadow: colors.line2,
        _Role.Highlight: colors.sel,
        _Role.HighlightedText: colors.ink,
        _Role.Accent: colors.focus,
        _Role.Link: colors.focus,
        _Role.LinkVisited: colors.focus,
        _Role.ToolTipBase: colors.ink,
        _Role.ToolTipText: colors.surface,
    }
