"""libyaml's complaints in plain words, at the place that a person would mend."""

from __future__ import annotations

from typing import NamedTuple

import yaml


class SyntaxProblem(NamedTuple):
    """Line and column count from 1."""

    line: int
    column: int
    message: str
    hint: str


# What libyaml says, whether the beginning of the construct is the better place, our words.
_PROBLEMS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "could not find expected ':'",
        True,
        "This line has no colon after its first word, or the line before is not finished.",
        "Write `key: value`; a text over several lines needs `|` or `>` and indentation.",
    ),
    (
        "mapping values are not allowed",
        False,
        "There is a colon too many, this line is indented too far, or the line before lacks one.",
        "A text that contains a colon and a space needs quotes.",
    ),
    (
        "found unexpected end of stream",
        True,
        "A quotation mark is opened here and never closed.",
        "Close it, or use `|` for a text over several lines.",
    ),
    (
        "unexpected document indicator",
        True,
        "A quotation mark is opened here and never closed.",
        "Close it, or use `|` for a text over several lines.",
    ),
    (
        "did not find expected ',' or",
        True,
        "A bracket is opened here and not closed, or a comma is missing.",
        "Close it with the same kind of bracket.",
    ),
    (
        "did not find expected key",
        False,
        "This line does not fit the lines before it.",
        "Check the indentation, the quotation marks and the colon.",
    ),
    (
        "did not find expected '-'",
        False,
        "A list item is expected here.",
        "Begin it with `- `, indented as the other items of the list are.",
    ),
    (
        "block sequence entries are not allowed",
        False,
        "A list cannot begin here.",
        "Put the first `- ` on a line of its own.",
    ),
    (
        "found unknown escape character",
        False,
        "A backslash in double quotes begins an escape that does not exist.",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "did not find expected <document start>",
        False,
        "The file goes on after its end.",
        "Check the indentation: everything belongs under the keys at the left margin.",
    ),
    (
        "maximum nesting depth",
        False,
        "Lists and mappings are nested too deep.",
        "Nothing in a deck needs so many levels.",
    ),
    (
        "tab character",
        False,
        "A tab is used for indentation.",
        "Use spaces; most editors can change tabs into spaces.",
    ),
)
_TAB = ("A tab is used for indentation.", "Use spaces; most editors can change tabs into spaces.")
_SPECIAL = "A text cannot begin with '{0}' unless it is in quotes."


def explain_syntax(problem: yaml.YAMLError, text: str) -> SyntaxProblem:
    """Where the text is malformed and how to mend it."""
    if not isinstance(problem, yaml.MarkedYAMLError) or problem.problem_mark is None:
        return SyntaxProblem(1, 1, "This is not YAML.", "Check that the file is plain text.")
    mark, said = problem.problem_mark, problem.problem or ""
    if "cannot start any token" in said:
        return SyntaxProblem(mark.line + 1, mark.column + 1, *_first_character(text, mark))
    for words, at_beginning, message, hint in _PROBLEMS:
        if words in said:
            if at_beginning and problem.context_mark is not None:
                mark = problem.context_mark
            return SyntaxProblem(mark.line + 1, mark.column + 1, message, hint)
    message = f"This is not well-formed YAML: {said}."
    return SyntaxProblem(mark.line + 1, mark.column + 1, message, "Check quotes and indentation.")


def _first_character(text: str, mark: yaml.Mark) -> tuple[str, str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = line[mark.column : mark.column + 1]
    if found == "\t":
        return _TAB
    return _SPECIAL.format(found), "Put the whole text in quotes."
