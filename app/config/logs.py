"""The program's log: what happened, in which module, never what people wrote.

Messages are constant sentences of ours. Whatever is put into one as an argument is masked
unless it can hold no text of a person's (a number, a truth value, an enumeration's member)
or the caller vouches for it with `Public`. Exceptions are logged as their type and place,
without their message. Other libraries' warnings appear as level, logger and place only.
"""

from __future__ import annotations

import enum
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from uuid import UUID

from typing_extensions import override

from app.config.frames import exception_lines

LOG_NAME = "parasol.log"
LARGEST = 1_000_000  # bytes
KEPT = 3  # older files


logging.getLogger("app").addHandler(logging.NullHandler())  # without a log, nothing is printed


class Public(str):
    """Text that the caller vouches for: a deck's id, a name of ours; nothing a person typed."""

    __slots__ = ()


class DiscreetFormatter(logging.Formatter):
    """One line a record, in UTC, with every argument masked that might be private."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    @override
    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name}"
        lines = [f"{head}: {self._sentence(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += exception_lines(record.exc_info[1])
        return "\n".join(lines)

    def _sentence(self, record: logging.LogRecord) -> str:
        if not is_ours(record.name):
            return f"at {record.module}:{record.lineno}"
        arguments = record.args
        if not arguments:
            return str(record.msg)
        try:
            if isinstance(arguments, tuple):
                return str(record.msg) % tuple(masked(value) for value in arguments)
            return str(record.msg) % {key: masked(value) for key, value in arguments.items()}
        except (TypeError, ValueError, KeyError):
            return str(record.msg)


def masked(value: object) -> object:
    """The value if it can hold no private text, else only what kind of thing it is."""
    if value is None or isinstance(value, Public | bool | int | float | UUID):
        return value
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, str | bytes):
        return f"<{len(value)} characters>"
    return f"<{type(value).__name__}>"


def is_ours(logger_name: str) -> bool:
    """Whether a logger belongs to Parasol, so that its sentences are constant."""
    return logger_name == "app" or logger_name.startswith("app.")


@contextmanager
def logging_to(folder: Path, level: int = logging.INFO) -> Iterator[Path | None]:
    """Log to `parasol.log` in `folder` while the context lasts; the file's path.

    Other libraries are heard from WARNING up. A folder that cannot be written to is no
    reason not to start: then nothing is logged, and the path is None.
    """
    handler = _file_handler(folder)
    if handler is None:
        yield None
        return
    root, ours = logging.getLogger(), logging.getLogger("app")
    level_before = ours.level
    ours.setLevel(level)
    root.addHandler(handler)
    try:
        yield folder / LOG_NAME
    finally:
        root.removeHandler(handler)
        ours.setLevel(level_before)
        handler.close()


def _file_handler(folder: Path) -> logging.Handler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _QuietFileHandler(
            folder / LOG_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(DiscreetFormatter())
    return handler


class _QuietFileHandler(RotatingFileHandler):
    """A full disk must not print a traceback in front of a person."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Lose the line, keep the program."""
