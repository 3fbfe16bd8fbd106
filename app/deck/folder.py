"""The files of a deck's folder as texts, within limits and whatever lies there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.deck import limits
from app.deck.faults import Fault, Severity, listed, nearest
from app.deck.files import FILES, OPTIONAL
from app.deck.yaml_gate import decode


def read_files(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """Texts by file name, as far as they can be read, and what is wrong with the files as such."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        message = f"The deck's folder cannot be read: {why}."
        hint = "A deck is a folder with deck.yaml and its other files."
        return {}, [Fault("fault", folder.name, None, None, "no_folder", message, hint)]
    faults = list(_about_names(folder, names))
    texts: dict[str, str] = {}
    left = limits.DECK_BYTES
    for file in FILES:
        if file not in names:
            continue
        raw, fault = _read(folder / file, left)
        if fault is None:
            left -= len(raw)
            texts[file], fault = decode(raw, file)
        if fault is not None:
            texts.pop(file, None)
            faults.append(fault)
    return texts, faults


def _about_names(folder: Path, names: list[str]) -> Iterator[Fault]:
    """Files that are missing, misspelt or too many."""
    for file in FILES:
        if file not in names and file not in OPTIONAL:
            found = nearest(file, [name for name in names if name not in FILES])
            hint = f"Is '{found}' meant? Rename it to {file}." if found else "A deck needs it."
            yield Fault("fault", file, None, None, "missing_file", f"{file} is missing.", hint)
    for name in names:
        if name not in FILES and name.lower().endswith((".yaml", ".yml")):
            meant = nearest(name, FILES)
            severity: Severity = "fault" if meant else "advice"
            hint = f"Did you mean {meant}?" if meant else f"Files of a deck: {listed(FILES)}."
            message = "This file is no part of a deck and is not read."
            yield Fault(severity, name, None, None, "unknown_file", message, hint)
    if sum(1 for _ in _files_below(folder)) > limits.DECK_FILES:
        message = f"The folder holds more than {limits.DECK_FILES} files."
        yield Fault("fault", folder.name, None, None, "too_many_files", message)


def _files_below(folder: Path) -> Iterator[str]:
    """Names of files below a folder, one more than the limit at most; links are not followed."""
    found = 0
    for _, folders, files in os.walk(folder):
        found += len(folders)
        for name in files:
            found += 1
            yield name
            if found > limits.DECK_FILES:
                return


def _read(path: Path, most: int) -> tuple[bytes, Fault | None]:
    """The bytes of a regular file; never more than one beyond `most`."""
    try:
        if not path.is_file():
            message = "This is not a file."
            return b"", Fault("fault", path.name, None, None, "not_a_file", message)
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as problem:
        message = f"The file cannot be read: {problem.strerror or type(problem).__name__}."
        return b"", Fault("fault", path.name, None, None, "unreadable", message)
    if len(raw) > most:
        message = f"The deck's files are larger than {limits.DECK_BYTES:,} bytes together."
        hint = "Pictures and notes belong in other files."
        return b"", Fault("fault", path.name, None, None, "too_large", message, hint)
    return raw, None
