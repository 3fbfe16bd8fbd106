"""The set-up command refuses, chooses and finds as it says."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
LOCK = BUILD / "requirements.txt"


@pytest.fixture(scope="module")
def commands() -> ModuleType:
    return load("commands")


@pytest.fixture(scope="module")
def system() -> ModuleType:
    return load("system")


def load(name: str) -> ModuleType:
    """One of the modules beside dev.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BUILD))
        return importlib.import_module(name)


def dev(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """dev.py of a checkout, run to its end."""
    command = [sys.executable, str(root / "build" / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_old_python_is_refused_with_a_plain_sentence() -> None:
    refusal = load("dev").refusal
    assert refusal((3, 10), "/usr/bin/python3").startswith(
        "Parasol needs Python 3.11 or newer; /usr/bin/python3 is Python 3.10."
    )
    assert refusal((3, 11), "python3") == ""


def test_an_old_python_can_read_the_file_that_refuses_it() -> None:
    source = (BUILD / "dev.py").read_text(encoding="utf-8")
    assert "from __future__ import annotations" not in source  # unknown before 3.7
    compile(source, "dev.py", "exec", dont_inherit=True)
    assert not re.search(r":=|\bmatch \w+:", source)


def test_only_the_standard_library_is_imported() -> None:
    ours = {file.stem for file in BUILD.glob("*.py")}
    for file in BUILD.glob("*.py"):
        words = re.findall(r"^\s*(?:from|import) (\w+)", file.read_text("utf-8"), re.MULTILINE)
        assert set(words) <= sys.stdlib_module_names | ours, file.name


@pytest.mark.parametrize("arguments", [[], ["fly"], ["clean", "everything"]])
def test_wrong_use_says_so_and_exits_2(arguments: list[str]) -> None:
    done = dev(*arguments)
    assert done.returncode == 2
    assert done.stdout + done.stderr


def test_help_names_every_command(commands: ModuleType) -> None:
    done = dev("--help")
    assert done.returncode == 0
    assert [name for name in commands.COMMANDS if f"\n  {name} " not in done.stdout] == []


@pytest.mark.parametrize(
    ("system_name", "variables", "platforms"),
    [
        ("linux", {}, []),
        ("linux", {"DISPLAY": ""}, []),
        ("linux", {"DISPLAY": ":0"}, ["xcb"]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, ["wayland"]),
        ("darwin", {}, ["native"]),
        ("win32", {}, ["native"]),
    ],
)
def test_a_window_is_opened_where_there_is_a_display(
    commands: ModuleType, system_name: str, variables: dict[str, str], platforms: list[str]
) -> None:
    assert commands.display_platforms(system_name, variables) == platforms


def test_missing_libraries_are_read_from_the_loader(system: ModuleType) -> None:
    said = "QtGui.so:\n\tlibEGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n"
    assert system.parse_ldd(said + "QtSvg.so:\n\tlibEGL.so.1 => not found\n") == ["libEGL.so.1"]


def test_every_library_is_looked_for_under_the_name_this_system_knows(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "known_name", lambda candidates: candidates[0])
    wanted = ["libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libunheard.so.9"]
    assert system.packages_for(wanted) == ["libegl1", "libglib2.0-0t64"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no root")
def test_without_root_the_exact_command_is_printed_and_the_exit_code_is_2(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    with pytest.raises(SystemExit) as ended:
        system.provide(["libegl1", "libgl1"], "system libraries that Qt needs")
    assert ended.value.code == 2
    command = "sudo apt-get update && sudo apt-get install --yes libegl1 libgl1"
    assert command in capsys.readouterr().err


def test_where_there_is_no_apt_the_libraries_are_named(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit) as ended:
        system.provide(["libegl1"], "system libraries that Qt needs", ["libEGL.so.1"])
    assert ended.value.code == 2
    assert "namely libEGL.so.1" in capsys.readouterr().err


def test_the_lock_has_hashes_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    words = text.split()
    assert {word.partition("=")[0] for word in words if word.startswith("-")} == {"--hash"}
    assert "//" not in text


def test_the_lock_has_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    locked = set(
        re.findall(r"^([\w.-]+)==", (BUILD / "requirements.txt").read_text(), re.MULTILINE)
    )
    names = {re.split(r"[<>=!~ ]", one)[0].lower().replace(".", "-") for one in wanted}
    assert names - locked == set()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout in a folder with a space and an umlaut, without a display.

    Its lock is empty, so that the test needs no network; the build backend is lent to it.
    """
    root = tmp_path / "Übung für zwei"
    shutil.copytree(BUILD, root / "build", ignore=shutil.ignore_patterns(".*", "__pycache__"))
    shutil.copytree(ROOT / "app" / "config", root / "app" / "config")
    for name in ("pyproject.toml", "README.md", "LICENSE", "app/__init__.py", "app/errors.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "app" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    (root / "build" / "requirements.txt").write_text("", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(root / ".venv")], check=True)
    lend_backend(next((root / ".venv").glob("lib/python3*/site-packages")))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return root


def lend_backend(site: Path) -> None:
    """Link hatchling and what it needs into an environment's packages."""
    for name in ("hatchling", "packaging", "pathspec", "pluggy", "trove_classifiers"):
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        (site / name).symlink_to(Path(spec.origin).parent)


PROGRAM = """
import json, os, sys
print(json.dumps([sys.argv[1:], os.environ["QT_QPA_PLATFORM"]]))
"""
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a display"
)


@pytest.mark.slow
@ON_LINUX
def test_from_a_folder_with_a_space_and_an_umlaut_the_exercise_is_played(checkout: Path) -> None:
    done = dev("run", root=checkout)
    assert done.returncode == 0, done.stderr
    played, named = done.stdout.splitlines()
    folder = str(checkout / "build" / ".work" / "demo")
    assert json.loads(played) == [["demo", "--out", folder], "offscreen"]
    assert named.endswith(folder)


@pytest.mark.slow
@ON_LINUX
def test_arguments_are_passed_on_and_a_second_start_installs_nothing(checkout: Path) -> None:
    assert "Installing" in dev("run", "decks", "--json", root=checkout).stderr
    second = dev("run", "decks", "--json", root=checkout)
    assert json.loads(second.stdout) == [["decks", "--json"], "offscreen"]
    assert second.stderr == ""
