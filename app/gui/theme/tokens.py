"""A theme's tokens, read from `assets/themes`: colours by role, type, spaces and shapes.

Colours are text such as '#16202B', so that a theme is a plain frozen value which compares,
hashes and prints; `QColor(theme.colors.ink)` makes a colour of it. Needs no Qt. The first frame
waits for these classes: named tuples are made in a seventh of the time of frozen dataclasses.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, cast

from app.config import paths
from app.errors import ParasolError

ThemeName = Literal["light", "dark"]
Table = Mapping[str, Any]
_T = TypeVar("_T")
_COLOR = re.compile(r"#[0-9A-F]{6}")


class ThemeDamaged(ParasolError):
    """A theme file lacks a role, has one too many, or a value that is no colour or size."""


class TextStyle(StrEnum):
    """Every style of text in the console; the sizes stand in `assets/themes/scale.toml`."""

    DISPLAY = "display"
    DIGITS = "digits"
    H1 = "h1"
    H2 = "h2"
    CARD_TITLE = "card_title"
    TITLE = "title"
    STRONG = "strong"
    BUTTON = "button"
    BODY = "body"
    ENTRY = "entry"
    SPEAKING = "speaking"
    NARRATIVE = "narrative"
    SMALL_STRONG = "small_strong"
    SMALL = "small"
    MICRO = "micro"
    ACTION = "action"


class Colors(NamedTuple):
    """The console's colours by role. `line` only decorates; `line2` bounds a control."""

    bg: str
    surface: str
    raised: str
    sunken: str
    sel: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    primary: str
    on_primary: str
    live: str
    on_live: str
    live_ground: str
    focus: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str


class RoomColors(NamedTuple):
    """The room's colours by role. Ochre never stands without a word or number beside it."""

    bg: str
    card: str
    sunken: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    ochre: str
    vermilion: str
    segment_on: str
    segment_off: str


class MapColors(NamedTuple):
    """The map's colours; `plate` is the ground of a label, `halo` the rim of a name."""

    sea: str
    land: str
    coast: str
    border: str
    grid: str
    halo: str
    plate: str
    plate_line: str
    name: str
    sea_name: str


class Type(NamedTuple):
    """One text style: size in logical pixels, weight 400 to 600, spacing in percent."""

    family: Literal["sans", "serif"]
    size: int
    weight: int
    tabular: bool = False
    spacing: float = 0.0


class RoomType(NamedTuple):
    """The room's text sizes in percent of its height."""

    chrome: float
    essential: float
    option: float
    body: float
    headline: float
    heading: float
    number: float
    hold_title: float
    timer: float


class Space(NamedTuple):
    """Distances in logical pixels; `steps` are the only ones a layout may use."""

    steps: tuple[int, ...]
    card_padding: int
    gap: int
    page_console: int
    page_home: int
    page_room: int


class Shape(NamedTuple):
    """Radii and sizes of controls in logical pixels."""

    radius_thumbnail: int
    radius_control: int
    radius_card: int
    radius_room: int
    control: int
    main_height: int
    main_width: int
    chip: int
    icon: int
    icon_stroke: float


class Scale(NamedTuple):
    """The sizes that both themes share."""

    type: Mapping[TextStyle, Type]
    room_type: RoomType
    space: Space
    shape: Shape


class Theme(NamedTuple):
    """One look of the program, light or dark. Seats count from 0 and have four hues."""

    name: str
    dark: bool
    colors: Colors
    seat_hues: tuple[str, ...]
    on_seat_hues: tuple[str, ...]
    room: RoomColors
    map: MapColors
    scale: Scale

    def seat(self, index: int) -> str:
        """The hue of a seat's shape; seats 4 to 7 repeat the hues of 0 to 3."""
        return self.seat_hues[index % len(self.seat_hues)]

    def on_seat(self, index: int) -> str:
        """The colour of text that stands on a seat's hue."""
        return self.on_seat_hues[index % len(self.on_seat_hues)]


def load_theme(name: ThemeName, folder: Path | None = None) -> Theme:
    """Return the theme `name` from `folder` (the bundled ones by default).

    Raises `ThemeDamaged` when a role is missing, unknown or not of its kind.
    """
    folder = folder or paths.assets() / "themes"
    file = folder / f"{name}.toml"
    table = _table(file)
    seats = cast("Table", table.get("seats", {}))
    return Theme(
        name=str(table.get("name", name)),
        dark=bool(table.get("dark", False)),
        colors=_record(Colors, table.get("colors", {}), file),
        seat_hues=_colors(seats.get("hues", []), file),
        on_seat_hues=_colors(seats.get("on", []), file),
        room=_record(RoomColors, table.get("room", {}), file),
        map=_record(MapColors, table.get("map", {}), file),
        scale=load_scale(folder),
    )


def load_scale(folder: Path | None = None) -> Scale:
    """Return the sizes both themes share, from `scale.toml` in `folder`."""
    file = (folder or paths.assets() / "themes") / "scale.toml"
    table = _table(file)
    rows = cast("Table", table.get("type", {}))
    if set(rows) != set(TextStyle):
        raise ThemeDamaged(f"{file.name} does not hold the text styles of this version.")
    space = dict(cast("Table", table.get("space", {})))
    space["steps"] = tuple(space.get("steps", ()))
    return Scale(
        type={style: Type(**rows[style]) for style in TextStyle},
        room_type=_record(RoomType, table.get("room_type", {}), file),
        space=_record(Space, space, file),
        shape=_record(Shape, table.get("shape", {}), file),
    )


def _table(file: Path) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ThemeDamaged("A theme file cannot be read.", f"{file.name}: {error}") from error


def _record(kind: type[_T], table: Table, file: Path) -> _T:
    """Make a record of `table`: exactly its fields, and colours that are colours."""
    wanted = set(cast("Any", kind)._fields)
    if wanted != set(table):
        odd = ", ".join(sorted(wanted ^ set(table)))
        raise ThemeDamaged(f"{file.name} lacks a role or has one too many.", odd)
    _colors([value for value in table.values() if isinstance(value, str)], file)
    return kind(**table)


def _colors(values: list[str], file: Path) -> tuple[str, ...]:
    wrong = [value for value in values if not _COLOR.fullmatch(value)]
    if wrong:
        raise ThemeDamaged(f"{file.name} holds a value that is no colour.", ", ".join(wrong))
    return tuple(values)
