"""Tries the one-folder program as a person gets it: `python3 build/try_bundle.py [FOLDER]`.

The folder is copied elsewhere and started with an empty environment (only HOME, in a folder of its
own, and Qt's offscreen platform). Where the system lets an ordinary user do so, it has no network,
and neither this checkout nor Python's own library is there to be found. It plays the recorded
exercise; library, report and pictures must be there, and its own `verify` content. Standard library
only.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from environment import DIST, ROOT

PATIENCE_S = 600
PROGRAM = "parasol.exe" if os.name == "nt" else "parasol"

# For a shell in a name space of its own: hides two folders, then starts the rest.
HIDE = 'mount -t tmpfs none "$1"; mount -t tmpfs none "$2"; shift 2; exec "$@"'


class BundleWrong(Exception):
    """The bundle does not do what it must; says what."""


def main(arguments: list[str]) -> int:
    """0 where the bundle did all it must, 1 where it did not, 2 where there is none."""
    source = Path(arguments[0]).resolve() if arguments else DIST / "parasol"
    if not (source / PROGRAM).is_file():
        print(f"There is no bundle in {source}: python3 build/dev.py bundle", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="Bündel und mehr ") as name:
        copy = Path(name) / "anderswo" / "parasol"
        shutil.copytree(source, copy, symlinks=True)
        try:
            _try(copy / PROGRAM, Path(name))
        except BundleWrong as problem:
            print(f"The bundle does not work. {problem}", file=sys.stderr)
            for report in Path(name, "home").rglob("crash-*.txt"):
                print(report.read_text("utf-8"), file=sys.stderr)
            return 1
    print(f"Size of the folder: {_size(source) / 1e6:.0f} MB.")
    print("The bundle works.")
    return 0


def _try(program: Path, place: Path) -> None:
    start = _start(program, place)
    out = place / "was daraus wurde"
    begun = time.monotonic()
    _call(start, "demo", "--out", str(out))
    print(f"The recorded exercise was played in {time.monotonic() - begun:.1f} s.")
    library = _found(out, "library.db")[0]
    reports, pictures = _found(out, "*.html"), _found(out, "*.png")
    if any(b"<html" not in report.read_bytes() for report in reports):
        raise BundleWrong("A report is no page.")
    print(f"Library, {len(reports)} report(s) and {len(pictures)} pictures are there.")
    verdict = json.loads(_call(start, "verify", "--json", "--library", str(library)))
    if not verdict["whole"] or not verdict["sessions"]:
        raise BundleWrong(f"Its library is not whole: {json.dumps(verdict)}")
    again = place / "noch einmal"
    session = verdict["sessions"][0]["session"]
    _call(start, "report", session, "--out", str(again), "--library", str(library))
    _found(again, "*.html")
    checked = json.loads(_call(start, "check", "tutorial", "--json"))
    if checked["decks"][0]["faults"]:
        raise BundleWrong("The deck that comes with it has faults.")


def _start(program: Path, place: Path) -> list[str]:
    """How the program is started: alone, as far as the system allows."""
    home = place / "home"
    home.mkdir()
    variables = [f"HOME={home}", "QT_QPA_PLATFORM=offscreen"]
    if os.name == "nt":
        return [str(program)]
    alone = ["unshare", "--map-root-user", "--net", "--mount"]
    if not _works([*alone, "true"]):
        print("Tried with the network and this checkout in reach: no name spaces here.")
        return ["env", "-i", *variables, str(program)]
    print("Tried without network, without this checkout and without Python.")
    hidden = [str(ROOT), sysconfig.get_path("stdlib")]
    return [*alone, "sh", "-ec", HIDE, "sh", *hidden, "env", "-i", *variables, str(program)]


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _call(start: list[str], *arguments: str) -> str:
    """What the program printed. BundleWrong where it failed or showed a traceback."""
    done = subprocess.run(
        [*start, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=tempfile.gettempdir(),
        timeout=PATIENCE_S,
        check=False,
    )
    if done.returncode or "Traceback" in done.stderr:
        said = (done.stdout + done.stderr).strip()
        raise BundleWrong(f"`parasol {arguments[0]}` ended with {done.returncode}:\n{said}")
    return done.stdout


def _found(folder: Path, pattern: str) -> list[Path]:
    found = sorted(path for path in folder.rglob(pattern) if path.stat().st_size)
    if not found:
        raise BundleWrong(f"There is no {pattern} in {folder.name}.")
    return found


def _size(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
