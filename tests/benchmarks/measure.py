"""How the benchmarks say what they measured: medians, quartiles and ratios within one run."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """A median between its quartiles, in milliseconds."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, samples: Sequence[float]) -> Spread:
        low, middle, high = statistics.quantiles(samples, n=4)
        return cls(low, middle, high)

    def __str__(self) -> str:
        return f"{self.median:7.1f} ms ({self.low:.1f} to {self.high:.1f})"


def verdict(what: str, ratio: float, mark: float, *, at_least: bool = False) -> bool:
    """Print a ratio beside its mark; whether the mark is met."""
    met = ratio >= mark if at_least else ratio <= mark
    sign = "≥" if at_least else "≤"
    print(f"{what:44} {ratio:6.2f} x   mark {sign} {mark:g} x   {'met' if met else 'MISSED'}")
    sys.stdout.flush()
    return met
