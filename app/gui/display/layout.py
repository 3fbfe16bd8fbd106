"""How things are dealt out to pages: paragraphs by lines, rows by height.

Pure arithmetic over heights that were measured elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """How a text runs over pages: distance of lines, gap of paragraphs, most lines a page.

    `whole`: a paragraph that has room on a page of its own is not split.
    """

    line: float
    gap: float
    most: int = 1_000
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One row on a page: which one, and where it stands."""

    index: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


def flow(
    paragraphs: Sequence[Lines], how: Flow, room: float, first: float | None = None
) -> list[list[Lines]]:
    """Deal paragraphs out to pages of height `room` (the first one may have another).

    A paragraph goes on overleaf with at least two of its lines on either page, if it has them; one
    that cannot begins overleaf.
    There is always one page, even if it is empty.
    """
    pages: list[list[Lines]] = [[]]
    for paragraph in paragraphs:
        rest = paragraph
        while rest:
            height = room if first is None or len(pages) > 1 else first
            taken = _taken(pages[-1], len(rest), how, height)
            if taken == 0:
                pages.append([])
                continue
            pages[-1].append(rest[:taken])
            rest = rest[taken:]
            if rest:
                pages.append([])
    return pages


def _taken(page: list[Lines], wanted: int, how: Flow, room: float) -> int:
    """How many of `wanted` lines this page takes; at least one if it is empty."""
    used = sum(len(lines) for lines in page)
    left = room - used * how.line - len(page) * how.gap
    taken = max(0, min(int((left + 0.01) // how.line), how.most - used))
    if taken >= wanted:
        return wanted
    if how.whole and page:
        return 0
    if page:
        return _left_in_company(wanted, taken)
    return max(1, taken - 1 if wanted - taken == 1 and taken > 2 else taken)


def _left_in_company(wanted: int, taken: int) -> int:
    """How many of `taken` lines stay below other text; none if either page got fewer than two."""
    taken = min(taken, wanted - 2)
    return taken if taken >= 2 else 0


def pieces(lines: Lines, most: int) -> list[Lines]:
    """A text in pieces of at most `most` lines; one empty piece if there is no text."""
    most = max(1, most)
    return [lines[start : start + most] for start in range(0, len(lines), most)] or [()]


def share(
    heights: Sequence[float], top: float, bottom: float, tallest: float = 0.0
) -> list[list[Slot]]:
    """Deal rows of at least these heights out to pages between `top` and `bottom`.

    Rows of one page get equal heights, up to `tallest`, where there is room for it. There is
    always one page.
    """
    room = bottom - top
    return [
        _slots(range(start, end), heights, top, room, tallest)
        for start, end in _spans(heights, room)
    ]


def _spans(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Where pages start and end: as few as possible, and about equally many rows on each."""
    fewest = _packed(heights, room)
    each, more = divmod(len(heights), len(fewest))
    ends = [each * page + min(page, more) for page in range(len(fewest) + 1)]
    even = list(pairwise(ends))
    fits = all(sum(heights[start:end]) <= room + 0.01 for start, end in even)
    return even if fits else fewest


def _packed(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    starts = [0]
    used = 0.0
    for index, height in enumerate(heights):
        if used + height > room + 0.01 and index > starts[-1]:
            starts.append(index)
            used = 0.0
        used += height
    return list(pairwise([*starts, len(heights)]))


def _slots(
    rows: range, heights: Sequence[float], top: float, room: float, tallest: float
) -> list[Slot]:
    """Give out what is left of a page, to the lower rows first."""
    given = [heights[index] for index in rows]
    level = _level(given, room, tallest)
    slots: list[Slot] = []
    for index in rows:
        height = max(heights[index], level)
        slots.append(Slot(index, top, height))
        top += height
    return slots


def _level(given: list[float], room: float, tallest: float) -> float:
    """The height to which all lower rows can be raised."""
    rows = sorted(given)
    while rows:
        level = room / len(rows)
        if rows[-1] <= level:
            return min(level, tallest)
        room -= rows.pop()
    return 0.0
