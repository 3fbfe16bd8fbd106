"""Every way in which the room writes: typeface, size, weight and distance of lines.

Sizes are roles of `assets/themes/scale.toml` (`[room_type]`) or, where a drawing has a size of its
own, percent of the room's height. Positions are not here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Face:
    """A way of writing. `size` is a role of the room's type scale or percent of the height.

    `leading` is the distance of lines in sizes, `spacing` a percentage of each letter's width.
    `chrome` marks what may be smaller than essential text: frame, axes, footnotes.
    """

    size: str | float
    weight: int = 400
    serif: bool = False
    leading: float = 1.3
    tabular: bool = False
    spacing: float = 0.0
    chrome: bool = False
    rigid: bool = False

    def sized(self, size: str | float) -> Face:
        """The same way of writing in another size."""
        return replace(self, size=size)


CHROME = Face("chrome", chrome=True)
CHROME_STRONG = Face("chrome", 500, chrome=True)
AXIS = Face(3.1, chrome=True)

SMALL = Face("essential")
LABEL = Face("essential", 500)
SMALL_STRONG = Face("essential", 600)
TRACK_NAME = Face("essential", leading=1.15)
TRACK_WORDS = Face("essential", leading=1.25)
TRACK_CHANGE = Face("essential", 600, leading=1.25)
OPTION = Face("option", leading=1.26)
OPTION_LABEL = Face("option", 500, leading=1.26)
OPTION_STRONG = Face("option", 600, leading=1.26)
HEADLINE = Face("headline", 600, leading=1.26)
HEADLINE_PLAIN = Face("headline", leading=1.26)
NUMBER = Face("number", 600, tabular=True, leading=1.2)

BODY = Face("body", serif=True, leading=1.37)
HEADING = Face("heading", 600, serif=True, leading=1.25)
HOLD_TITLE = Face("hold_title", 600, serif=True, leading=1.2)
INJECT_HEADING = Face(7.75, 600, serif=True, leading=1.22)
MOVE_TITLE = Face(5.15, 600, leading=1.22)
MOVE_TEXT = Face("option", serif=True, leading=1.3)
SENTENCE = Face(5.15, serif=True, leading=1.3)
CONCERN = Face(7.2, serif=True, leading=1.36)
CONCERN_SIZES = (7.2, 6.6, 6.0, 5.4)  # on one page; smaller only where a sentence would be split
CONCERN_SMALLER = (5.0, 4.6)
QUOTE = Face(5.0, serif=True, leading=1.4)
TURN_HEADING = Face(5.0, 600, serif=True, leading=1.06)
TENSION = Face(5.55, 600, serif=True, leading=1.37)


# Words to be read from the door. They step down to the next size where a room's size would not
# let a long one stand on its line; the last step is still far above the floor.
def steps_down(face: Face, *sizes: float) -> tuple[Face, ...]:
    """A face and the smaller ones that may stand in for it."""
    return (face, *(replace(face, size=size) for size in sizes))


BAND_LARGE = Face(9.5, 600, leading=1.12, spacing=-3)
BAND = Face(5.25, 600, leading=1.0, spacing=-1)
BAND_LARGE_STEPS = steps_down(BAND_LARGE, 8.9, 8.2, 7.4, 6.6, 5.9, 5.25)
POSTER_STEPS = steps_down(BAND_LARGE, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)[1:]
GAP_WORD = Face(6.25, 600, leading=1.0, spacing=-1)
GAP_WORD_STEPS = steps_down(GAP_WORD, 5.7, 5.25)
GAP_NUMBER = Face(4.4, 600)

# A timer is read from any seat at its plain size: it does not grow with the room's size.
TIMER = Face("timer", 600, tabular=True, spacing=-6, leading=1.0, rigid=True)
SMALL_TIMER = Face(11.85, 600, tabular=True, spacing=-1, leading=1.0, rigid=True)
