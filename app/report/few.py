"""Answers as every seat may read them: without words, and of a few people only the median."""

from __future__ import annotations

from dataclasses import replace

from app.report import facts as f

FEW = 3
"""With fewer answers a range, or a count, says who answered what."""


def told_poll(poll: f.PollFact) -> f.PollFact:
    """Of what was said the tensions alone; numbers without a range, options without counts."""
    told = replace(poll, words=tuple(("", tension) for _, tension in poll.words))
    return told if poll.n >= FEW else replace(told, low=None, high=None, options=())


def told_gap(gap: f.GapFact) -> f.GapFact:
    """A gap, whose range would tell what each of a few people felt."""
    return gap if gap.n >= FEW else replace(gap, low=None, high=None, is_divided=False)
