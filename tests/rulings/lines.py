"""Ledger lines as they are written by hand, and the comparison with what came out.

A line says `step cause[/via] gauge asked[=made taker] [ruled n] before>after`; `close` is every
step of Close. What stands behind `#` is a remark.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from app.core.values import LedgerLine, Stage

U03_PRINTED = """
    printed U03 aJP -1   6>5
    printed U03 aKR -1   5>4
    printed U03 aAU -1   6>5
    printed U03 pKR +1   5>6
    printed U03 dPRC +1  5>6
    printed U03 CAP +1   6>7
"""
BOTH_SHARE = """
    printed J03 aJP +1      6>7
    printed J03 dDPRK +1    5>6
    printed J03 INT +1      3>4
    printed K06 pKR +1      5>6
    printed K06 dDPRK +1    6>7
    printed K06 INT +1      4>5
"""
"""What J03 and K06 do in one turn, beside S5."""


def compare(hand: str, lines: Iterable[LedgerLine]) -> None:
    """Lines worked out by hand beside those that came out; a difference shows both."""
    wanted = [" ".join(line.partition("#")[0].split()) for line in hand.splitlines()]
    wanted = [line for line in wanted if line]
    found = [written(line) for line in lines]
    assert wanted == found, "\n".join(
        ["", f"  {'by hand':<46}by the program", *_beside(wanted, found)]
    )


def _beside(wanted: list[str], found: list[str]) -> Iterable[str]:
    for left, right in zip_longest(wanted, found, fillvalue=""):
        yield f"{' ' if left == right else '!'} {left:<46}{right}"


def written(line: LedgerLine) -> str:
    """A ledger line as it is written by hand."""
    step = "close" if line.stage is Stage.CLOSE and line.step != "bounds" else line.step
    cause = f"{line.cause}/{line.via}" if line.via else line.cause
    made = f"={line.made} {line.cut_by}".rstrip() if line.cut_by or line.made != line.asked else ""
    ruled = "" if line.ruled is None else f" ruled {line.ruled}"
    change = f"{line.asked:+d}{made}{ruled}"
    return f"{step} {cause} {line.gauge} {change} {line.before}>{line.after}"


def line_key(line: str) -> str:
    """The name of a Moves line that was written `step cause[/via] gauge`."""
    step, cause, gauge = line.split()
    cause, _, via = cause.partition("/")
    return f"moves/{step}/{cause}/{via}/{gauge}"
