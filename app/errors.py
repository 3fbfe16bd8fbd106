"""The family of errors that a person may see.

Answers for their shape: a short message, a detail, and what to do next; and for turning
them into plain text. Refusals of the rules are values with a code (see `app.core`), not
errors; unexpected exceptions go to `app.config.crash`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class ParasolError(Exception):
    """Something went wrong that can be said in plain words.

    `message` is one short sentence; `detail` says what exactly and where; `remedy` says
    what to do. The last two may be empty.
    """

    def __init__(self, message: str, detail: str = "", remedy: str = "") -> None:
        super().__init__(message, detail, remedy)
        self.message = message
        self.detail = detail
        self.remedy = remedy

    def __str__(self) -> str:
        return self.as_text()

    def as_text(self) -> str:
        """The error as one to several lines of plain text, never a traceback.

        What a file or a person brought into it cannot steer a terminal: control characters
        and lone surrogates appear as replacement marks.
        """
        parts = (self.message, self.detail, self.remedy)
        return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", "\n".join(filter(None, parts)))


class WrongUse(ParasolError):
    """The program was asked for something that it does not offer, or asked in a wrong form."""


class Fault(Protocol):
    """One thing wrong with a file that a person wrote; `app.deck` has the concrete one.

    `line` and `column` count from 1 and are None where a fault belongs to no one place.
    """

    @property
    def severity(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int | None: ...
    @property
    def column(self) -> int | None: ...
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str: ...


def fault_text(fault: Fault) -> str:
    """`file:line:column: message` and, on a line of its own, the hint if there is one."""
    numbers = [str(number) for number in (fault.line, fault.column) if number is not None]
    place = ":".join([fault.file, *numbers])
    return f"{place}: {fault.message}" + (f"\n    {fault.hint}" if fault.hint else "")


class FaultsError(ParasolError):
    """A file that a person wrote is wrong in one or more places, all of them in `faults`."""

    def __init__(self, message: str, faults: Iterable[Fault] = (), remedy: str = "") -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(message, "\n".join(fault_text(fault) for fault in self.faults), remedy)
        self.args = (message, self.faults, remedy)  # what pickle makes the error anew from


class DeckError(FaultsError):
    """A deck cannot be used; nothing of it was loaded."""


class ScriptError(FaultsError):
    """A play script cannot be played: malformed, or a step that the rules refuse."""


class SettingsError(FaultsError):
    """The settings file cannot be used; the defaults can."""


class LibraryError(ParasolError):
    """The library of sessions cannot be used as asked."""


class LibraryMissing(LibraryError):
    """There is no library in the file yet."""


class LibraryDamaged(LibraryError):
    """The file is a library, but its contents do not hold together."""


class LibraryForeign(LibraryError):
    """The file is not a Parasol library, or something was added to it that is not ours."""


class LibraryLocked(LibraryError):
    """Somebody else has the library open for writing."""


class LibraryReadOnly(LibraryError):
    """The library can be read, but not written."""


class LibraryTooNew(LibraryReadOnly):
    """A newer Parasol wrote the library; this one only reads it."""


class LibraryUnwritable(LibraryError):
    """A write failed (disk full, input/output error); the exercise is where it was before."""


class FileNotWritten(ParasolError):
    """A file could not be written; what was there before is untouched."""


class FileExists(FileNotWritten):
    """A file is already there, and nobody asked to replace it."""
