"""The operating system's libraries that Qt needs, found missing and provided.

On Debian and Ubuntu, as root, missing ones are installed; otherwise the exact command is
printed and the program ends with exit code 2. Elsewhere than on Linux Qt brings all it
needs. Standard library only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

# The library's name as the loader says it → the package of Debian and Ubuntu that has it.
# Where a package was renamed, the newer name stands first.
PACKAGES: dict[str, tuple[str, ...]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libGLX.so.0": ("libglx0",),
    "libOpenGL.so.0": ("libopengl0",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libSM.so.6": ("libsm6",),
    "libICE.so.6": ("libice6",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
}

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtTest", "QtDBus")
PLUGINS = {"offscreen": "libqoffscreen.so", "xcb": "libqxcb.so", "wayland": "libqwayland.so"}


def ensure_qt(pyside: Path, platforms: Iterable[str]) -> None:
    """See to it that Qt in `pyside` can load on these platforms (keys of `PLUGINS`)."""
    if not sys.platform.startswith("linux"):
        return
    files = qt_files(pyside, platforms)
    missing = missing_libraries(files)
    if not missing:
        return
    provide(packages_for(missing), "system libraries that Qt needs", missing)
    left = missing_libraries(files)
    if left:
        sys.exit(f"Still missing after the installation: {', '.join(left)}.")


def ensure_tool(tool: str, package: str, purpose: str) -> None:
    """See to it that a program of the system is there (Linux only)."""
    if sys.platform.startswith("linux") and shutil.which(tool) is None:
        provide([package], purpose)


def qt_files(pyside: Path, platforms: Iterable[str]) -> list[Path]:
    """The files of Qt that must load: the modules in use, and the platforms' plugins."""
    modules = [pyside / f"{name}.abi3.so" for name in MODULES]
    folder = pyside / "Qt" / "plugins" / "platforms"
    plugins = [folder / PLUGINS[name] for name in platforms]
    return [file for file in modules + plugins if file.exists()]


def missing_libraries(files: Sequence[Path]) -> list[str]:
    """The libraries that the loader does not find for these files, sorted, each once."""
    asked = subprocess.run(
        ["ldd", *map(str, files)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return parse_ldd(asked.stdout)


def parse_ldd(output: str) -> list[str]:
    """The names that `ldd` calls "not found"."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", output, re.MULTILINE)))


def packages_for(libraries: Iterable[str]) -> list[str]:
    """The packages that have these libraries, under the names that this system knows."""
    names = {known_name(PACKAGES[name]) for name in libraries if name in PACKAGES}
    return sorted(names)


def known_name(candidates: Sequence[str]) -> str:
    """The first of a package's names that the system's package list has; else the last."""
    for name in candidates[:-1]:
        if (
            shutil.which("apt-cache")
            and not subprocess.run(
                ["apt-cache", "show", name], capture_output=True, check=False
            ).returncode
        ):
            return name
    return candidates[-1]


def provide(packages: Sequence[str], purpose: str, libraries: Sequence[str] = ()) -> None:
    """Install Debian packages, or say how and end the program with exit code 2."""
    if shutil.which("apt-get") is None:
        _refuse_elsewhere(purpose, libraries or packages)
    if not packages:
        sys.exit(f"Missing: {', '.join(libraries)}. No package is known to have them.")
    if os.geteuid() != 0:
        print(
            f"Missing: {purpose}. Install them with\n\n    sudo apt-get update && "
            f"sudo apt-get install --yes {' '.join(packages)}\n\nand start again.",
            file=sys.stderr,
        )
        sys.exit(2)
    print(f"Installing {purpose}: {' '.join(packages)} …", file=sys.stderr, flush=True)
    _apt_get("update")  # one source out of reach is no reason to stop; the next line decides
    if _apt_get("install", "--yes", "--no-install-recommends", *packages):
        sys.exit(f"apt-get could not install {' '.join(packages)}; it says why above.")


def _apt_get(*arguments: str) -> int:
    return subprocess.run(
        ["apt-get", "-qq", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        check=False,
    ).returncode


def _refuse_elsewhere(purpose: str, names: Sequence[str]) -> NoReturn:
    print(
        f"Missing: {purpose}, namely {', '.join(names)}.\n"
        "Install the packages of your distribution that have them, and start again.",
        file=sys.stderr,
    )
    sys.exit(2)
