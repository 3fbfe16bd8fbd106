"""Advice on texts: too long for the room, abbreviations, what was private and is said in public."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from app.deck.known import Known
from app.deck.model import Deck
from app.deck.positions import Path
from app.deck.report import Report
from app.deck.texts import Said, texts

TITLE = 28
"""Characters of a card's title."""
HEADING = 42
"""Characters of a heading."""
WIDTH = 62
"""Characters of a line that is read aloud."""
SUMMARY = 36
"""Characters of a line of a card's summary."""
INJECT_LINES = 5
OPENING_LINES = 8
SUMMARY_LINES = 3
RUN = 8
"""So many words that are the same are no accident."""
_WORD = re.compile(r"[\w'’]+")
_SHOUTED = re.compile(r"\b[A-Z]{2,}(?:\W? [A-Z]{2,})+\b")
"""Capitals in a row are a sign or a headline, not an abbreviation."""
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
_CAPITALS = re.compile(r"[A-Z]{2}")
"""Without two of them a text has no abbreviation."""


def check_texts(known: Known, report: Report) -> None:
    """All such advice on a deck without faults."""
    for path, message in _too_long(known.deck):
        hint = "What is too long for one page is shown on two. Better to shorten it."
        report.advice(path, "long", message, hint)
    said = list(texts(known.deck))
    _acronyms(known.deck, said, report)
    _repeated(said, report)


# --- length --------------------------------------------------------------------------------------


def _too_long(deck: Deck) -> Iterator[tuple[Path, str]]:
    """What does not fit one page of the room's screen."""
    opening = "\n".join(deck.about.opening.paragraphs)
    yield from _lines(("about", "opening", "paragraphs"), opening, WIDTH, OPENING_LINES)
    for at, inject in enumerate(deck.injects):
        if inject.is_public:
            yield from _characters(("injects", at, "title"), inject.title, HEADING)
            yield from _lines(("injects", at, "text"), inject.text, WIDTH, INJECT_LINES)
    for at, move in enumerate(deck.moves):
        yield from _characters(("moves", at, "title"), move.title, TITLE)
        word = "text" if move.public is None else "public"
        shown = move.public or move.text
        yield from _lines(("moves", at, word), shown, SUMMARY, SUMMARY_LINES)


def _characters(path: Path, text: str, most: int) -> Iterator[tuple[Path, str]]:
    if len(text) > most:
        yield path, f"'{path[-1]}' has {len(text)} characters; {most} fit the room."


def _lines(path: Path, text: str, width: int, most: int) -> Iterator[tuple[Path, str]]:
    number = sum(_wrapped(line, width) for line in text.splitlines())
    if number > most:
        yield path, f"'{path[-1]}' has {number} lines of {width} characters; {most} fit the room."


def _wrapped(line: str, width: int) -> int:
    """The number of lines that a line becomes; a tab is wider than one character."""
    fits = len(line) <= width and "\t" not in line
    return 1 if fits else max(1, len(textwrap.wrap(line, width)))


# --- abbreviations -------------------------------------------------------------------------------


def _acronyms(deck: Deck, said: list[Said], report: Report) -> None:
    known = _ids(deck) | _spelled(deck)
    for one in said:
        if not _CAPITALS.search(one.text):
            continue
        for word in dict.fromkeys(_ACRONYM.findall(_SHOUTED.sub("", one.text))):
            if word not in known and f"({word})" not in one.text:
                message = f"'{word}' is not spelled out."
                hint = f"Write the words and then ({word}), or put it into the glossary."
                report.advice(one.path, "acronym", message, hint)


def _ids(deck: Deck) -> set[str]:
    found: set[str] = set()
    for name in Deck.model_fields:
        items = getattr(deck, name)
        if isinstance(items, tuple) and items:
            for word in type(items[0]).model_fields.keys() & {"id", "short"}:
                found |= {getattr(item, word) for item in items}
    return found


def _spelled(deck: Deck) -> set[str]:
    """Abbreviations that the glossary explains, and the foot of the opening."""
    about = deck.about
    terms = " ".join(term.term for term in about.glossary)
    return {*_ACRONYM.findall(terms), *_ACRONYM.findall(about.opening.foot)}


# --- private and public --------------------------------------------------------------------------


def _repeated(said: list[Said], report: Report) -> None:
    private = [(one, tuple(_runs(one.text))) for one in said if _is_private(one)]
    secret = {run for _, runs in private for run in runs}
    public: dict[tuple[str, ...], Path] = {}
    for one in said:
        if one.reader == "room":
            for run in secret.intersection(_runs(one.text)):
                public.setdefault(run, one.path)
    for one, runs in private:
        run = next((run for run in runs if run in public), ())
        if run:
            where = report.place(public[run])
            message = f"The room reads the same words elsewhere: '{' '.join(run)} …'."
            report.advice(one.path, "private", message, f"They stand in {where}, too.")


def _is_private(one: Said) -> bool:
    """A cell's own card and letters, and what is written for the facilitator alone."""
    field = one.path[0]
    if field in {"seats", "injects"}:
        return one.reader != "room"
    return field == "turns" and one.reader == "facilitator"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, small letters and capitals alike."""
    words = _WORD.findall(text.casefold())
    if len(words) < RUN:
        return iter(())
    return zip(*(words[at:] for at in range(RUN)), strict=False)
