"""The bundled typefaces and the fonts made of them, one for each text style.

Inter for the interface, Source Serif 4 for titles, narrative, quotes and reasons. The files
share a typographic family each, so a weight is asked for as a weight, never as a family.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.config import paths
from app.errors import ParasolError
from app.gui.theme.tokens import Scale, TextStyle, Type

SANS = "Inter"
SERIF = "Source Serif 4"
_LOADED = "parasol_fonts_loaded"

__all__ = ["SANS", "SERIF", "TextStyle", "load_fonts", "tabular", "text_font", "typeface"]


def load_fonts() -> None:
    """Register the bundled fonts with the running application; a second call does nothing.

    Raises `ParasolError` when a file is missing or damaged, for text in another face would
    not fit where it was measured to fit.
    """
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("fonts are loaded after the application has been made")
    if app.property(_LOADED):
        return
    files = sorted((paths.assets() / "fonts").glob("*.ttf"))
    damaged = [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]
    if damaged or not {SANS, SERIF} <= set(QFontDatabase.families()):
        raise ParasolError(
            "The bundled fonts cannot be loaded.", ", ".join(damaged), "Install Parasol anew."
        )
    app.setProperty(_LOADED, True)


def text_font(scale: Scale, style: TextStyle, factor: float = 1.0) -> QFont:
    """The font of a text style, its size multiplied by `factor` (1.0 to 1.5)."""
    step: Type = scale.type[style]
    font = typeface(step.family == "serif", step.size * factor, step.weight)
    if step.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + step.spacing)
    return tabular(font) if step.tabular else font


def typeface(serif: bool, pixels: float, weight: int = 400, italic: bool = False) -> QFont:
    """A font of a bundled face at a size in pixels, unhinted, weight 400, 500 or 600."""
    font = QFont([SERIF if serif else SANS])
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with digits of one width, so that a running number does not jitter."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
