"""A disk that may lose power: which contents a folder can have afterwards.

The model: what was written to a file is durable once that file was synchronised; names that came
or went are durable once the folder was. Everything else may be on the disk or not, in any
combination, and a write may be torn. No file system is worse than that.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tests.reliability.syscalls import (
    Call,
    Created,
    Removed,
    Said,
    Synchronised,
    Truncated,
    Written,
)

MOST_COMBINATIONS = 48
SECTOR = 512

T = TypeVar("T")
Change = Written | Truncated
Files = dict[str, bytes]


@dataclass(eq=False)
class Inode:
    """A file, whatever it is called: what is durable, and what is not yet."""

    durable: bytes = b""
    pending: list[Change] = field(default_factory=list)


class Disk:
    """One folder. `files` are there and durable to begin with."""

    def __init__(self, files: Files) -> None:
        self._inodes = {name: Inode(content) for name, content in files.items()}
        self._durable_names = dict(self._inodes)
        self._pending_names: list[tuple[str, Inode | None]] = []

    def do(self, call: Call) -> None:
        """Let a call happen."""
        match call:
            case Created(name) if name not in self._inodes:
                self._rename(name, Inode())
            case Removed(name):
                self._rename(name, None)
            case Written(name) | Truncated(name):
                self._inodes[name].pending.append(call)
            case Synchronised(""):
                self._durable_names = dict(self._inodes)
                self._pending_names.clear()
            case Synchronised(name) if name in self._inodes:
                inode = self._inodes[name]
                inode.durable, inode.pending = _applied(inode.durable, inode.pending), []
            case Created() | Synchronised() | Said():
                pass  # it was there already, or is a folder below

    def after_power_cut(self, rng: random.Random) -> Iterator[Files]:
        """What the folder may hold if power goes now."""
        for changes in _combinations(self._pending_names, rng):
            names = dict(self._durable_names)
            for name, inode in changes:
                if inode is None:
                    names.pop(name, None)
                else:
                    names[name] = inode
            yield from _contents(names, rng)

    def _rename(self, name: str, inode: Inode | None) -> None:
        self._pending_names.append((name, inode))
        if inode is None:
            self._inodes.pop(name)
        else:
            self._inodes[name] = inode


def _contents(names: dict[str, Inode], rng: random.Random) -> Iterator[Files]:
    choices = [
        [
            (name, _applied(inode.durable, changes))
            for changes in _combinations(_with_torn(inode.pending), rng)
        ]
        for name, inode in sorted(names.items())
    ]
    together = list(itertools.islice(itertools.product(*choices), MOST_COMBINATIONS**2))
    if len(together) > MOST_COMBINATIONS:
        together = [together[0], together[-1], *rng.sample(together, MOST_COMBINATIONS - 2)]
    return (dict(chosen) for chosen in together)


def _with_torn(pending: Sequence[Change]) -> list[Change]:
    """The changes with the last write in two parts, so that one half of it may be lost."""
    if not pending or not isinstance(pending[-1], Written) or len(pending[-1].data) <= SECTOR:
        return list(pending)
    *before, last = pending
    half = len(last.data) // SECTOR // 2 * SECTOR or SECTOR
    first = Written(last.file, last.offset, last.data[:half])
    return [*before, first, Written(last.file, last.offset + half, last.data[half:])]


def _combinations(pending: Sequence[T], rng: random.Random) -> Iterator[list[T]]:
    """What may have arrived of it: every subset in order, or a fair choice where they are many."""
    for picks in dict.fromkeys(_picks(len(pending), rng)):
        yield [change for change, picked in zip(pending, picks, strict=True) if picked]


def _picks(count: int, rng: random.Random) -> list[tuple[bool, ...]]:
    """Of many: nothing, all, some prefixes, some with one missing, some at random."""
    if 2**count <= MOST_COMBINATIONS:
        return list(itertools.product((False, True), repeat=count))
    some = sorted(rng.sample(range(count), min(count, MOST_COMBINATIONS // 3)))
    prefixes = [tuple(i < n for i in range(count)) for n in some]
    gaps = [tuple(i != n for i in range(count)) for n in some]
    mixed = [tuple(rng.random() < 0.5 for _ in range(count)) for _ in some]
    return [(False,) * count, (True,) * count, *prefixes, *gaps, *mixed]


def _applied(content: bytes, changes: Sequence[Change]) -> bytes:
    made = bytearray(content)
    for change in changes:
        size = change.size if isinstance(change, Truncated) else change.offset
        if len(made) < size:
            made.extend(bytes(size - len(made)))
        if isinstance(change, Truncated):
            del made[size:]
        else:
            made[size : size + len(change.data)] = change.data
    return bytes(made)
