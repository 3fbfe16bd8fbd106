"""Settings have defaults, and what is wrong with them is said with its place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config.settings import Settings, read_settings, write_settings
from app.errors import SettingsError

EVERY_SETTING = st.builds(
    Settings,
    theme=st.sampled_from(["system", "light", "dark"]),
    room_theme=st.sampled_from(["light", "dark"]),
    text_size=st.integers(100, 150),
    reduce_motion=st.booleans(),
)


def faults(path: Path, text: str) -> list[tuple[int | None, str, str]]:
    """Line, message and hint of every fault in a settings file with this text."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    return [(fault.line, fault.message, fault.hint) for fault in caught.value.faults]


def test_without_a_file_the_usual_settings_apply(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_what_is_left_out_has_its_usual_value(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\n')
    assert read_settings(path) == Settings(theme="dark")


@given(settings=EVERY_SETTING)
def test_what_is_written_is_read_back(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(path, settings)
    assert read_settings(path) == settings


def test_a_written_file_says_what_each_setting_may_be(tmp_path: Path) -> None:
    write_settings(tmp_path / "settings.toml", Settings())
    text = (tmp_path / "settings.toml").read_text()
    assert "# a whole number from 100 to 150, in per cent\ntext_size = 100\n" in text


def test_a_misspelt_setting_is_named_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    assert faults(tmp_path / "s.toml", '# mine\nroom_teme = "dark"\n') == [
        (2, "there is no setting “room_teme”", "Did you mean “room_theme”?")
    ]


@pytest.mark.parametrize(
    "line",
    [
        'theme = "blue"',
        "theme = []",
        'room_theme = "system"',
        "text_size = 99",
        "text_size = 151",
        "text_size = 110.5",
        "text_size = true",
        "reduce_motion = 1",
        "[theme]",
        'theme.room = "dark"',
    ],
)
def test_a_wrong_value_is_named_with_its_line(line: str, tmp_path: Path) -> None:
    [(number, message, hint)] = faults(tmp_path / "s.toml", f"\n\n{line}\n")
    assert number == 3
    assert message.endswith("cannot have this value")
    assert hint.startswith("Expected: ")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path / "s.toml", "theme = 1\ntext_size = 1\nnonsense = 1\n")) == 3


def test_a_file_that_is_not_toml_is_named_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text('text_size = 110\ntheme = dark"\n')
    with pytest.raises(SettingsError, match=r"s\.toml:2:9: Invalid value"):
        read_settings(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'theme = "\xe4"'])
def test_a_file_that_is_not_text_is_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_settings(path)


@given(content=st.binary(max_size=200))
def test_no_content_raises_anything_else(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "s.toml"
    path.write_bytes(content)
    with suppress(SettingsError):
        assert read_settings(path) == Settings()
