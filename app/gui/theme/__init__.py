"""How everything looks: tokens from the theme files, fonts, icons, palette and style sheet.

Answers for colours, sizes and typefaces by role; not for any widget and not for what is said.
"""

from app.gui.theme.fonts import TextStyle, load_fonts, text_font
from app.gui.theme.icons import Icons
from app.gui.theme.look import Look, apply
from app.gui.theme.palette import palette
from app.gui.theme.sheet import stylesheet
from app.gui.theme.tokens import Colors, MapColors, RoomColors, Scale, Theme, load_theme

__all__ = [
    "Colors",
    "Icons",
    "Look",
    "MapColors",
    "RoomColors",
    "Scale",
    "TextStyle",
    "Theme",
    "apply",
    "load_fonts",
    "load_theme",
    "palette",
    "stylesheet",
    "text_font",
]
