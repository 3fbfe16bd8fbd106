"""The commands of `build/dev.py`: run, test, lint, bench, format, bundle, lock, clean.

Each makes sure of the environment first, then starts other programs; nothing of Parasol is
imported here. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import environment
import system
from environment import DIST, LOCK, ROOT, VENV, WORK, python, run, say

DEMO = WORK / "demo"
SPEC = ROOT / "build" / "parasol.spec"

USAGE = """\
python3 build/dev.py COMMAND

  run [ARGUMENTS]   start Parasol. Without a display and without arguments, play the recorded
                    exercise offscreen and name the folder with library, report and pictures
  test              all checks: ruff, mypy, the direction of imports, pytest
  test ARGUMENTS    pytest alone, with these arguments
  lint              the checks without pytest
  bench [NAMES]     the benchmarks: ratios in one run, each beside its mark
  format            put the code into ruff's form, and mend what ruff can mend
  bundle [--try]    the program as one folder, build/.dist/parasol, that needs no Python; and
                    try a copy of it: alone, without network, it plays the recorded exercise
  lock              write build/requirements.txt anew from pyproject.toml (needs uv)
  clean             remove build/.work and build/.dist

The first command makes the environment .venv; later ones keep it in step with the lock.
"""


def main(arguments: list[str]) -> int:
    """Carry out one command; the exit code: its own, or 2 for wrong use."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(USAGE, end="")
        return 0 if arguments else 2
    name, *rest = arguments
    command = COMMANDS.get(name)
    if command is None:
        print(f"There is no command “{name}”.\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    if rest and name not in {"run", "test", "bench", "bundle", "lock"}:
        print(f"The command “{name}” takes no arguments.", file=sys.stderr)
        return 2
    try:
        return command(rest)
    except KeyboardInterrupt:
        return 130


def start_program(arguments: list[str]) -> int:
    """`run`: the program, in a window if there is a display."""
    platforms = display_platforms(sys.platform, os.environ)
    _prepare(platforms or ["offscreen"])
    start: list[str | Path] = [python(), "-P", "-m", "app"]
    if platforms:
        return run([*start, *arguments], cwd=None)
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        return run([*start, *arguments], cwd=None, extra=offscreen)
    say("No display: playing the recorded exercise offscreen …")
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    code = run([*start, "demo", "--out", DEMO], cwd=None, extra=offscreen)
    if code == 0:
        print(f"Library, report and pictures are in {DEMO}", flush=True)
    return code


def display_platforms(system_name: str, variables: Mapping[str, str]) -> list[str]:
    """Which of Qt's platforms can open a window here; empty without a display."""
    if not system_name.startswith("linux"):
        return ["native"]
    if variables.get("DISPLAY"):
        return ["xcb"]
    return ["wayland"] if variables.get("WAYLAND_DISPLAY") else []


def run_tests(arguments: list[str]) -> int:
    """`test`: every check, all of them even if one fails; pytest's closing line comes last."""
    _prepare(["offscreen"])
    if arguments:
        return run([python(), "-m", "pytest", *arguments])
    failed = _run_checks()
    say("── pytest")
    code = run([python(), "-m", "pytest", "-n", "auto", "--dist", "worksteal"])
    if failed:
        say(f"Failed: {', '.join(failed + ['pytest'] * bool(code))}.")
    return code or bool(failed)


def lint(_arguments: list[str]) -> int:
    """`lint`: the checks that read code without running it."""
    environment.ensure()
    failed = _run_checks()
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return bool(failed)


def bench(arguments: list[str]) -> int:
    """`bench`: every benchmark, or those that are named; 1 where a mark is missed."""
    _prepare(["offscreen"])
    return run([python(), "-P", ROOT / "tests" / "benchmarks", *arguments])


def format_code(_arguments: list[str]) -> int:
    """`format`: ruff's form, and its safe mendings."""
    environment.ensure()
    mended = run([python(), "-m", "ruff", "check", "--fix", "."])
    return run([python(), "-m", "ruff", "format", "."]) or mended


def bundle(arguments: list[str]) -> int:
    """`bundle`: PyInstaller's one-folder program in build/.dist/parasol; `--try` tries it too."""
    if arguments not in ([], ["--try"]):
        print("The command “bundle” takes no other argument than --try.", file=sys.stderr)
        return 2
    system.ensure_tool("objdump", "binutils", "the program objdump, which PyInstaller uses")
    _prepare(["offscreen", "xcb"])
    folders: list[str | Path] = ["--distpath", DIST, "--workpath", WORK / "pyinstaller"]
    code = run(
        [python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, SPEC],
        extra={"PYINSTALLER_CONFIG_DIR": str(WORK / "pyinstaller-cache")},
    )
    if code:
        return code
    print(f"The program is in {DIST / 'parasol'}", flush=True)
    return run([python(), ROOT / "build" / "try_bundle.py"]) if arguments else 0


def lock(arguments: list[str]) -> int:
    """`lock`: the exact versions and hashes for all systems, without any address."""
    uv = shutil.which("uv", path=os.pathsep.join([str(python().parent), os.environ["PATH"]]))
    if uv is None:
        print(f"This needs uv: {python()} -m pip install uv", file=sys.stderr)
        return 2
    compile_all = [uv, "pip", "compile", "--quiet", "pyproject.toml", "--extra", "dev"]
    universal = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    bare: list[str | Path] = ["--no-annotate", "--no-header", "--output-file", LOCK]
    code = run([*compile_all, *universal, *bare, *arguments], quiet=True)
    if code == 0 and "://" in LOCK.read_text(encoding="utf-8"):
        print("The lock has an address in it; take that out before you commit.", file=sys.stderr)
        return 1
    return code


def clean(_arguments: list[str]) -> int:
    """`clean`: what building and testing left behind."""
    for folder in (WORK, DIST):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": start_program,
    "test": run_tests,
    "lint": lint,
    "bench": bench,
    "format": format_code,
    "bundle": bundle,
    "lock": lock,
    "clean": clean,
}

# import-linter has no `python -m` form, and the scripts in .venv break when a checkout moves.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"

CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("ruff", ["-m", "ruff", "check", "."]),
    ("form", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("imports", ["-c", LINT_IMPORTS, "--cache-dir", "build/.work/imports"]),
    ("dependencies", ["-m", "deptry", "app"]),
)


def _run_checks() -> list[str]:
    """Run every check; the names of those that failed."""
    failed = []
    for name, command in CHECKS:
        say(f"── {name}")
        begun = time.monotonic()
        code = run([python(), *command])
        say(f"   {name}: {'failed' if code else 'in order'}, {time.monotonic() - begun:.1f} s")
        if code:
            failed.append(name)
    return failed


def _prepare(platforms: list[str]) -> None:
    environment.ensure()
    pyside = next(VENV.glob("lib/python3*/site-packages/PySide6"), None)
    if pyside is not None and platforms != ["native"]:
        system.ensure_qt(pyside, platforms)
