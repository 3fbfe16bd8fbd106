"""Exceptions told without a word that a person wrote.

Answers for what log and crash report may say of an exception: its type, and the modules,
lines and functions it passed through. Messages are left out altogether, because Python and
libraries quote values in them ("invalid literal: 'Ms Okafor'"); of an operating system's
error its number's name is kept (ENOSPC). Local values and file names are never looked at.
"""

from __future__ import annotations

import errno
import sys
import traceback
from importlib.machinery import ModuleSpec
from types import FrameType

MOST_FRAMES = 60  # of one exception; the middle of longer ones (endless recursion) is left out
MOST_EXCEPTIONS = 12


def exception_lines(exception: BaseException) -> list[str]:
    """The exception with its causes and, for a group, its members, as lines of plain text."""
    lines: list[str] = []
    waiting: list[tuple[str, BaseException]] = [("", exception)]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_EXCEPTIONS:
        relation, current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        lines.append(f"{relation}{_type_name(type(current))}{_system_code(current)}")
        lines += _frame_lines(current)
        waiting += _related(current)
    return lines


def _related(exception: BaseException) -> list[tuple[str, BaseException]]:
    related: list[tuple[str, BaseException]] = []
    if exception.__cause__ is not None:
        related.append(("caused by ", exception.__cause__))
    elif exception.__context__ is not None and not exception.__suppress_context__:
        related.append(("while handling ", exception.__context__))
    if isinstance(exception, BaseExceptionGroup):
        related += [("together with ", member) for member in exception.exceptions]
    return related


def _type_name(kind: type[BaseException]) -> str:
    if kind.__module__ == "builtins":
        return kind.__qualname__
    if kind.__module__ in sys.modules:
        return f"{kind.__module__}.{kind.__qualname__}"
    return "an exception of a foreign kind"


def _system_code(exception: BaseException) -> str:
    if isinstance(exception, OSError) and isinstance(exception.errno, int):
        return f" [{errno.errorcode.get(exception.errno, exception.errno)}]"
    return ""


def _frame_lines(exception: BaseException) -> list[str]:
    steps = [
        f"  {_module(frame)}:{line} in {_function(frame)}"
        for frame, line in traceback.walk_tb(exception.__traceback__)
    ]
    if len(steps) > MOST_FRAMES:
        half = MOST_FRAMES // 2
        steps = [*steps[:half], f"  … {len(steps) - 2 * half} more …", *steps[-half:]]
    return steps


def _module(frame: FrameType) -> str:
    return _known_module(frame) or "(outside any module)"


def _function(frame: FrameType) -> str:
    return frame.f_code.co_qualname if _known_module(frame) else "(code made on the fly)"


def _known_module(frame: FrameType) -> str:
    """The name of the frame's module; empty for code made on the fly, which names itself.

    A module whose import failed is in no list any more, but was found by an importer all the same.
    """
    name = frame.f_globals.get("__name__")
    spec = frame.f_globals.get("__spec__")
    found = isinstance(spec, ModuleSpec) and spec.name == name and spec.origin is not None
    return name if isinstance(name, str) and (found or name in sys.modules) else ""
