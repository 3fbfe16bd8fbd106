"""The one place that knows where files are.

Answers for two kinds of place: what comes with the program (`assets()`, `scenarios()`),
found the same way from the source tree, an installed wheel and a frozen bundle; and what
belongs to the user (`data_folder()` and all below it). Creates nothing: whoever writes
makes the folder it writes to.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import app

DATA_VARIABLE = "PARASOL_DATA"
LIBRARY_VARIABLE = "PARASOL_LIBRARY"


def assets() -> Path:
    """The folder with themes, fonts, icons, maps and report templates."""
    return _program_folder("assets")


def scenarios() -> Path:
    """The folder with the decks that come with the program, one folder a deck."""
    return _program_folder("scenarios")


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The user's data folder: `PARASOL_DATA` if set, else the platform's usual place."""
    chosen = environ.get(DATA_VARIABLE)
    if chosen:
        return _absolute(chosen)
    from platformdirs import user_data_path  # waits until it is needed

    return user_data_path("Parasol", appauthor=False, roaming=False)


def library_file(chosen: Path | str | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The library database: `chosen` (the flag), else `PARASOL_LIBRARY`, else the usual one."""
    named = chosen or environ.get(LIBRARY_VARIABLE)
    return _absolute(named) if named else data_folder(environ) / "library.db"


def user_scenarios(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for the user's own decks."""
    return data_folder(environ) / "scenarios"


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The settings that people edit, as TOML."""
    return data_folder(environ) / "settings.toml"


def log_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of log files."""
    return data_folder(environ) / "logs"


def crash_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of crash reports."""
    return data_folder(environ) / "crashes"


def backup_folder(library: Path) -> Path:
    """The folder of a library's rotating backups, beside the library."""
    return library.with_name(library.name + ".backups")


def _program_folder(name: str) -> Path:
    return _resource_root() / name


def _resource_root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's start-up code
    if bundle:
        return Path(bundle) / "app" / "_data"
    package = Path(app.__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def _absolute(path: Path | str) -> Path:
    return Path(os.path.abspath(Path(path).expanduser()))  # noqa: PTH100 - keeps symbolic links
