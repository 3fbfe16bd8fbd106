"""The checkout's own Python environment, `.venv`: made, filled from the lock, kept in step.

Answers for `.venv` alone; system libraries are the business of `system.py`. Standard
library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "build" / "requirements.txt"
PROJECT = ROOT / "pyproject.toml"
WORK = ROOT / "build" / ".work"
DIST = ROOT / "build" / ".dist"
STAMP = VENV / "parasol-stamp.json"

OLDEST = (3, 11)


def say(text: str) -> None:
    """Tell the developer something; standard output is left to the programs that are run."""
    print(text, file=sys.stderr, flush=True)


def python() -> Path:
    """The environment's interpreter (it may not exist yet)."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Variables for everything that is started from here.

    UTF-8 mode, because Python 3.11 otherwise reads the path of a checkout with an umlaut in
    the locale's encoding. A foreign PYTHONHOME or PYTHONPATH would mix environments.
    """
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    }
    variables.update(PYTHONUTF8="1", VIRTUAL_ENV=str(VENV))
    variables.update(extra or {})
    return variables


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = ROOT,
    extra: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> int:
    """Run a program, its output being ours (on standard error if `quiet`); its exit code."""
    sys.stdout.flush()
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=child_environment(extra),
        stdout=sys.stderr if quiet else None,
        check=False,
    )
    return finished.returncode


def ensure() -> None:
    """Make `.venv` fit the lock and this checkout; does nothing if it already does."""
    if _stamp_now() == _stamp_found() and _can_import("app"):
        return
    if not _can_import("pip"):
        _create()
    _install()
    STAMP.write_text(json.dumps(_stamp_now(), indent=1), encoding="utf-8")


def _can_import(module: str) -> bool:
    """Whether `.venv` has a new enough Python that starts and finds this module."""
    if not python().exists():
        return False
    question = f"import sys, {module}; sys.exit(sys.version_info < {OLDEST})"
    try:
        asked = subprocess.run(
            [str(python()), "-P", "-c", question],
            capture_output=True,
            check=False,
            env=child_environment(),
            cwd=VENV,
        )
    except OSError:
        return False
    return asked.returncode == 0


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        system.provide([version], "Python's module for virtual environments")
    if VENV.exists():
        say("The environment in .venv does not work any more; making it anew.")
        shutil.rmtree(VENV)
    else:
        say("Making the environment .venv …")
    base = getattr(sys, "_base_executable", None) or sys.executable
    if run([base, "-m", "venv", VENV], quiet=True):
        sys.exit(f"{base} could not make a virtual environment in {VENV}.")


def _install() -> None:
    say("Installing what build/requirements.txt lists; the first time takes a few minutes …")
    pip: list[str | Path] = [python(), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    STAMP.unlink(missing_ok=True)
    if run([*pip, "--require-hashes", "--no-deps", "-r", LOCK], quiet=True):
        sys.exit("The packages could not be installed; pip says why above.")
    if run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], quiet=True):
        sys.exit("Parasol itself could not be installed; pip says why above.")


def _stamp_now() -> dict[str, str]:
    """What the environment's contents depend on."""
    return {
        "checkout": str(ROOT),
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256(PROJECT.read_bytes()).hexdigest(),
    }


def _stamp_found() -> object:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
