"""One thing wrong with a file that a person wrote: where, what, and what to do.

Answers for the shape, the order and the plain text of faults. `app.errors.Fault` is the same
shape as a Protocol, for code that only shows them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.deck import limits
from app.errors import fault_text

Severity = Literal["fault", "advice"]


@dataclass(frozen=True, slots=True)
class Fault:
    """`fault` keeps a file from being used; `advice` is only worth knowing.

    `line` and `column` count from 1; None where it belongs to no one place. `code` is a stable
    word for programs; `message` says what is wrong, `hint` what was expected.
    """

    severity: Severity
    file: str
    line: int | None
    column: int | None
    code: str
    message: str
    hint: str = ""


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Without repetitions, by file, line and column; at most `limits.FAULTS`, and a last word."""
    ordered = sorted(
        dict.fromkeys(faults),
        key=lambda fault: (fault.file, fault.line or 0, fault.column or 0, fault.message),
    )
    if len(ordered) <= limits.FAULTS:
        return tuple(ordered)
    message = f"There are more faults than these {limits.FAULTS:,}; the others are not listed."
    kept = ordered[: limits.FAULTS]
    return (*kept, Fault("fault", kept[-1].file, None, None, "more", message))


def has_faults(faults: Iterable[Fault]) -> bool:
    """Whether any of them is more than advice."""
    return any(fault.severity == "fault" for fault in faults)


def as_text(faults: Iterable[Fault]) -> str:
    """All of them as plain text: `file:line:column: message`, hints indented below."""
    return "\n".join(fault_text(fault) for fault in faults)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be; None where nothing is near."""
    by_folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold()[:80], by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def listed(words: Iterable[str], last: str = "or", most: int = 12) -> str:
    """Words for a sentence: `a, b or c`; a long list ends with how many more there are."""
    names = list(words)
    if len(names) > most:
        return f"{', '.join(names[:most])} … ({len(names)} in all)"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def verb(words: Sequence[str], one: str, many: str) -> str:
    """The verb behind such words: `has` or `have`."""
    return one if len(words) == 1 else many
