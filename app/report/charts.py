"""Charts: geometry for the SVG templates of `assets/report/charts/`, with their words.

Every chart is ink on bands, readable in grey, and carries a title that is its finding and a text
that says the same as the drawing. A level whose digit is not told is drawn in the middle of its
band, so that a drawing gives no more away than its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.why import signed
from app.report import facts as f
from app.report.model import Figure
from app.report.turning import turning_points
from app.report.words import Words, environment, guarded, number, report_assets

if TYPE_CHECKING:
    from jinja2 import Environment

_TOP, _HEIGHT, _LEFT, _WIDTH = 42.0, 134.0, 82.0, 142.0
_EDGES = (0.0, 2.5, 4.5, 6.5, 8.5, 10.0)
"""Where the bands meet on the scale of 0–10."""
_COLUMN, _ROW, ACROSS = 249.0, 212.0, 3


class Charts:
    """Draws figures. `Charts(words)` reads the program's own templates."""

    def __init__(self, words: Words, folder: Path | None = None) -> None:
        self._words = words
        self._folder = folder or report_assets() / "charts"

    @cached_property
    def _environment(self) -> Environment:
        return environment(self._folder, autoescape=True)

    def _draw(self, template: str, **values: Any) -> str:
        def work() -> str:
            return self._environment.get_template(template).render(values)

        return guarded(self._folder, template, work).strip()

    # --- gauges over time --------------------------------------------------------------------

    def gauges(self, family: Sequence[f.GaugeFact], turns: Sequence[f.TurnFact]) -> Figure:
        """Small multiples of the gauges of one family."""
        name = f"fig-gauges-{family[0].family}"
        title = self._words.say("gauges.family_finding", gauges=family)
        alt = self._words.say("gauges.alt", gauges=family)
        rows = -(-len(family) // ACROSS)
        svg = self._draw(
            "gauges.svg.j2",
            id=name,
            title=title,
            alt=alt,
            height=rows * _ROW,
            charts=[self._chart(i, gauge, turns) for i, gauge in enumerate(family)],
        )
        caption = self._words.say("gauges.family_caption", gauges=family)
        return Figure(name, title, svg, alt, caption)

    def _chart(self, index: int, gauge: f.GaugeFact, turns: Sequence[f.TurnFact]) -> dict[str, Any]:
        last = len(gauge.levels) - 1
        known = [(turn, level) for turn, level in enumerate(gauge.levels) if level is not None]
        touched = {level.step for _, level in known}
        return {
            "x": (index % ACROSS) * _COLUMN,
            "y": (index // ACROSS) * _ROW,
            "seat": gauge.seat.index if gauge.seat else None,
            "name": self._words.say("gauges.chart_name", gauge=gauge),
            "good": self._words.say("gauges.good", gauge=gauge),
            "bands": _bands(gauge.bands, touched, every=index % ACROSS == 0),
            "lines": _lines(gauge.levels),
            "points": self._points(gauge, known, turns),
            "ticks": [
                {"x": _x(turn, last), "label": turn or self._words.say("gauges.axis")}
                for turn in range(last + 1)
                if last <= 10 or turn % 2 == 0
            ],
            "absent": self._words.say("gauges.absent"),
        }

    def _points(
        self,
        gauge: f.GaugeFact,
        known: Sequence[tuple[int, f.Level]],
        turns: Sequence[f.TurnFact],
    ) -> list[dict[str, Any]]:
        last = len(gauge.levels) - 1
        marked = {point.turn: point for point in turning_points(gauge, turns)}
        points = []
        for at, (turn, level) in enumerate(known):
            x, y = _x(turn, last), _y(level)
            is_first, is_end = at == 0, at == len(known) - 1
            if not (is_first or is_end or turn in marked):
                continue
            kind = "end" if is_end else "start" if is_first else "turning"
            point: dict[str, Any] = {"x": x, "y": y, "kind": kind, "is_last": is_end}
            point |= {"digit": "", "label": ""}
            if level.digit is not None and kind != "turning":
                point |= {"digit": str(level.digit), **_digit_place(x, y, is_end=is_end)}
            if turn in marked and marked[turn].label:
                mark = marked[turn]
                above = mark.is_up or y > _TOP + _HEIGHT - 18
                point |= _label(x, y, mark.label, is_ruled=mark.is_ruled, above=above)
            points.append(point)
        return points

    # --- the perception gap ------------------------------------------------------------------

    def gap(self, gaps: Sequence[f.GapFact], turns: int, opened: Sequence[int]) -> Figure:
        """Felt against expected, a row a seat, a column a turn."""
        say = self._words.say
        title, alt = say("gap.figure_title", gaps=gaps), say("gap.alt", gaps=gaps)
        seats = list(dict.fromkeys(gap.seat for gap in gaps))
        step = min(110.0, 546.0 / turns)
        xs = {turn: 196.0 + step * (turn - 0.5) for turn in range(1, turns + 1)}
        svg = self._draw(
            "gap.svg.j2",
            id="fig-gap",
            title=title,
            alt=alt,
            height=40 + 212 * len(seats) + 14,
            right=196.0 + step * turns,
            key_felt=say("gap.key_felt", gaps=gaps),
            key_expected=say("gap.key_expected", gaps=gaps),
            key_x=390,
            gap_label=say("gap.row_label"),
            rows=[self._gap_row(i, seat, gaps, xs) for i, seat in enumerate(seats)],
            columns=[{"x": x, "label": say("gap.column", turn=turn)} for turn, x in xs.items()],
            opened_at=[xs[turn] + step / 2 for turn in opened if turn < turns],
            opened_label=say("gap.opened"),
        )
        return Figure("fig-gap", title, svg, alt, say("gap.caption", gaps=gaps))

    def _gap_row(
        self, index: int, seat: f.SeatFact, gaps: Sequence[f.GapFact], xs: dict[int, float]
    ) -> dict[str, Any]:
        found = {gap.turn: gap for gap in gaps if gap.seat == seat}
        return {
            "y": 40 + 212 * index,
            "is_first": index == 0,
            "seat": seat.index,
            "name": seat.name,
            "grid": [{"y": _gap_y(value), "label": value} for value in range(0, 11, 2)],
            "points": [self._gap_point(gap, xs[gap.turn]) for gap in found.values()],
            "absent": [
                {"x": x, "label": self._words.say("gap.absent")}
                for turn, x in xs.items()
                if turn not in found
            ],
        }

    def _gap_point(self, gap: f.GapFact, x: float) -> dict[str, Any]:
        low, high = (gap.felt if end is None else end for end in (gap.low, gap.high))
        return {
            "x": x,
            "felt": _gap_y(gap.felt),
            "expected": _gap_y(gap.estimate),
            "is_same": abs(gap.felt - gap.estimate) < 0.75,
            "top": _gap_y(high) - 4.5,
            "range": _gap_y(low) - _gap_y(high) + 9,
            "gap": signed(gap.gap),
            "word": self._words.say("gap.word", gap=gap),
            "is_wide": gap.word != "read well",
        }

    # --- counts ------------------------------------------------------------------------------

    def tensions(self, counts: Sequence[tuple[f.TensionFact, int]]) -> Figure:
        """How often each tension was tagged."""
        title = self._words.say("tensions.figure_title", counts=counts)
        alt = self._words.say("tensions.alt", counts=counts)
        most = max((count for _, count in counts), default=0)
        bars = [
            {
                "id": tension.id,
                "label": tension.name,
                "count": number(count),
                "width": 400.0 * count / most if most else 0.0,
                "is_most": count == most > 0,
                "y": 6 + 23 * index,
            }
            for index, (tension, count) in enumerate(counts)
        ]
        height = 23 * len(bars) + 4
        svg = self._draw(
            "bars.svg.j2", id="fig-tensions", title=title, alt=alt, height=height, bars=bars
        )
        return Figure("fig-tensions", title, svg, alt, self._words.say("tensions.caption"))


def _x(turn: int, last: int) -> float:
    return round(_LEFT + 6 + (_WIDTH - 12) * turn / max(last, 1), 1)


def _y(level: f.Level) -> float:
    value = (
        (_EDGES[level.step] + _EDGES[level.step + 1]) / 2 if level.digit is None else level.digit
    )
    return round(_TOP + _HEIGHT * (1 - value / 10), 1)


def _gap_y(value: float) -> float:
    return round(160 - 13.6 * value, 1)


def _bands(names: Sequence[str], touched: set[int], *, every: bool) -> list[dict[str, Any]]:
    bands = []
    for step, name in enumerate(names):
        top = _TOP + _HEIGHT * (1 - _EDGES[step + 1] / 10)
        height = _HEIGHT * (_EDGES[step + 1] - _EDGES[step]) / 10
        bands.append(
            {
                "top": round(top, 1),
                "height": round(height, 1),
                "middle": round(top + height / 2, 1),
                "label": name if every or step in touched else "",
                "touched": step in touched,
            }
        )
    return bands


def _lines(levels: Sequence[f.Level | None]) -> list[str]:
    """The line, in pieces where levels are not told."""
    pieces: list[list[str]] = [[]]
    for turn, level in enumerate(levels):
        if level is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{_x(turn, len(levels) - 1):g},{_y(level):g}")
    return [" ".join(piece) for piece in pieces if len(piece) > 1]


def _digit_place(x: float, y: float, *, is_end: bool) -> dict[str, float]:
    if is_end:
        return {"digit_x": x + 9, "digit_y": y + 5}
    return {"digit_x": x, "digit_y": y - 7}


def _label(x: float, y: float, label: str, *, is_ruled: bool, above: bool) -> dict[str, Any]:
    """Where a turning point's words go: above a rise, below a fall, inside the drawing."""
    half = len(label) * 2.9 + (6 if is_ruled else 0)
    left, right = _LEFT + 4, _LEFT + _WIDTH - 4
    middle = min(max(x, left + half), max(right - half, left + half))
    return {
        "label": label,
        "is_ruled": is_ruled,
        "label_x": round(middle + (6 if is_ruled else 0), 1),
        "mark_x": round(middle - half + 3, 1),
        "label_y": round(y - 9 if above else y + 17, 1),
        "anchor": "middle",
    }
