"""Theme files are read whole or refused with the reason."""

from __future__ import annotations

import shutil

import pytest

from app.config import paths
from app.gui.theme.tokens import TextStyle, ThemeDamaged, load_theme


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(paths.assets() / "themes", tmp_path / "themes")
    return tmp_path / "themes"


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_theme_knows_its_name_and_ground(name):
    theme = load_theme(name)
    assert theme.name == name
    assert theme.dark == (name == "dark")


def test_theme_cannot_be_changed():
    with pytest.raises(AttributeError):
        load_theme("light").colors.ink = "#000000"


def test_seats_five_to_eight_repeat_the_hues():
    theme = load_theme("light")
    assert [theme.seat(place) for place in range(4, 8)] == list(theme.seat_hues)


def test_both_themes_share_one_scale():
    assert load_theme("light").scale == load_theme("dark").scale


def test_room_floors_are_kept():
    room = load_theme("dark").scale.room_type
    assert room.chrome >= 3.0
    assert min(room.essential, room.option, room.body, room.headline) >= 3.7


def test_every_text_style_has_a_size():
    assert set(load_theme("light").scale.type) == set(TextStyle)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('ink3 = "#5B636B"\n', "", "ink3"),
        ('bg = "#F4F2EC"', 'bg = "#F4F2EC"\nglow = "#FFFFFF"', "glow"),
        ('"#16202B"', '"black"', "black"),
        ("[colors]", "[colors", "light.toml"),
    ],
)
def test_damaged_theme_is_refused_by_name(folder, old, new, named):
    change(folder / "light.toml", old, new)
    with pytest.raises(ThemeDamaged) as refusal:
        load_theme("light", folder)
    assert named in refusal.value.as_text()


def test_scale_without_a_style_is_refused(folder):
    change(folder / "scale.toml", "micro  ", "macro  ")
    with pytest.raises(ThemeDamaged):
        load_theme("light", folder)


def test_missing_theme_is_refused(tmp_path):
    with pytest.raises(ThemeDamaged):
        load_theme("light", tmp_path)
