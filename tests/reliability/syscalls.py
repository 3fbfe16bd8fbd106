"""What a process did to the files of one folder, read from strace's record of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STRACE = shutil.which("strace")
TRACED = (
    "openat,open,creat,write,pwrite64,writev,pwritev,lseek,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2,ftruncate,truncate,fallocate"
)


@dataclass(frozen=True)
class Written:
    """Bytes were written to a file at an offset."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncated:
    """A file was cut, or grown, to a size."""

    file: str
    size: int


@dataclass(frozen=True)
class Created:
    """A name came to be, for a new empty file."""

    file: str


@dataclass(frozen=True)
class Removed:
    """A name went away."""

    file: str


@dataclass(frozen=True)
class Synchronised:
    """A file's content, or with an empty name the folder's names, were made durable."""

    file: str


@dataclass(frozen=True)
class Said:
    """The process wrote to its standard output."""

    text: str


Call = Written | Truncated | Created | Removed | Synchronised | Said


def record(command: Sequence[str], folder: Path, trace: Path) -> list[Call]:
    """Run a command to its end under strace; what it did in the folder, in order."""
    assert STRACE is not None
    options = ["-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={TRACED}", "-o", str(trace)]
    subprocess.run([STRACE, *options, *command], check=True, stdout=subprocess.PIPE)
    with trace.open(encoding="ascii") as lines:
        return list(_calls(lines, folder.resolve()))


_LINE = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


def _bytes(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


def _calls(lines: Iterator[str], folder: Path) -> Iterator[Call]:
    offsets: dict[str, int] = {}
    for line in lines:
        found = _LINE.match(line)
        if found is None or int(found["result"]) < 0:
            assert "unfinished" not in line, "live play has one thread"
            continue
        name, arguments = found["name"], found["arguments"]
        if name == "write" and arguments.startswith("1<"):
            yield Said(_bytes(_strings(arguments)[0]).decode())
        elif name in {"open", "openat", "creat"}:
            yield from _opened(name, arguments, folder)
        elif name in {"unlink", "unlinkat"}:
            file = _inside(_bytes(_strings(arguments)[-1]), folder)
            if file:
                yield Removed(file)
        elif name in {"rename", "renameat", "renameat2", "truncate"}:
            assert _inside(_bytes(_strings(arguments)[-1]), folder) is None, line[:200]
        else:
            yield from _on_descriptor(name, arguments, int(found["result"]), folder, offsets)


def _opened(name: str, arguments: str, folder: Path) -> Iterator[Call]:
    file = _inside(_bytes(_strings(arguments)[-1]), folder)
    if file and (name == "creat" or "O_CREAT" in arguments):
        yield Created(file)
    if file and "O_TRUNC" in arguments:
        yield Truncated(file, 0)


def _on_descriptor(
    name: str, arguments: str, result: int, folder: Path, offsets: dict[str, int]
) -> Iterator[Call]:
    found = _DESCRIPTOR.match(arguments)
    file = _inside(_bytes(found[2]), folder) if found else None
    if file is None:
        return
    numbers = [part.strip() for part in arguments.rsplit(",", 2)[1:]]
    if name in {"fsync", "fdatasync"}:
        yield Synchronised(file)
    elif name == "pwrite64":
        yield Written(file, int(numbers[1]), _bytes(_strings(arguments)[0])[:result])
    elif name == "lseek":
        offsets[file] = result
    elif name == "write":
        offset = offsets.get(file, 0)
        yield Written(file, offset, _bytes(_strings(arguments)[0])[:result])
        offsets[file] = offset + result
    elif name == "ftruncate":
        yield Truncated(file, int(numbers[-1]))
    else:
        raise AssertionError(f"the model does not know {name}")


def _strings(arguments: str) -> list[str]:
    return _STRING.findall(arguments)


def _inside(path: bytes, folder: Path) -> str | None:
    """The name of a file directly in the folder; empty for the folder itself; else None."""
    whole = Path(path.decode())
    if whole == folder:
        return ""
    return whole.name if whole.parent == folder else None
