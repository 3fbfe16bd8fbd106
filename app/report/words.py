"""Words: every sentence, heading, caption and label of a report, from `assets/report/words/`.

A name such as `turn.heading` is the block `heading` of the file `turn.j2`. Templates are strict: an
unknown name in them is an error that says file and line. They are sandboxed, and what a person said
is a value in them, never a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from app.config.paths import assets
from app.core.why import signed
from app.deck.faults import Fault
from app.errors import FaultsError
from app.report.facts import Level

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template
    from jinja2.bccache import Bucket


class TemplateWrong(FaultsError):
    """A template of the report cannot be used; its fault says which file and line."""


def report_assets() -> Path:
    """The folder of the report's templates."""
    return assets() / "report"


def environment(folder: Path | Sequence[Path], *, autoescape: bool) -> Environment:
    """A strict, sandboxed template environment on a folder, or on several."""
    from jinja2 import FileSystemLoader, StrictUndefined  # loaded when a report is built
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=autoescape,  # a sentence is brought onto one line anyway
        lstrip_blocks=autoescape,
        bytecode_cache=_compiled(),
    )
    made.filters["signed"] = signed
    made.filters["number"] = number
    return made


@cache
def _compiled() -> BytecodeCache:
    """Compiled templates of this run, so that a second report takes a tenth of the time."""
    from jinja2 import BytecodeCache

    class Compiled(BytecodeCache):
        def __init__(self) -> None:
            self._kept: dict[str, bytes] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in self._kept:
                bucket.bytecode_from_string(self._kept[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            self._kept[bucket.key] = bucket.bytecode_to_string()

    return Compiled()


def guarded(folder: Path, name: str, work: Callable[[], str]) -> str:
    """What `work` renders. Raises TemplateWrong where a template of the folder is at fault."""
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        return work()
    except TemplateSyntaxError as problem:
        file = Path(problem.filename).name if problem.filename else name
        raise _wrong(file, problem.lineno, str(problem.message)) from problem
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as problem:
        file, line = _place(folder, problem.__traceback__, name)
        raise _wrong(file, line, str(problem) or type(problem).__name__) from problem


class Words:
    """The sentences. `say` renders one; `Words()` reads the program's own templates."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or report_assets() / "words"
        self._templates: dict[str, Template] = {}

    def say(self, name: str, /, **values: Any) -> str:
        """The sentence of this name, on one line and without spaces at its ends."""
        file, block = name.split(".")
        return guarded(
            self._folder, f"{file}.j2", lambda: self._render(f"{file}.j2", block, values)
        )

    def _render(self, file: str, block: str, values: dict[str, Any]) -> str:
        if file not in self._templates:
            self._templates[file] = self._environment.get_template(file)
        template = self._templates[file]
        if block not in template.blocks:
            raise LookupError(f"there is no block '{block}'")
        try:
            text = "".join(template.blocks[block](template.new_context(values)))
        except Exception:  # noqa: BLE001 - raised anew, with the template's own lines
            self._environment.handle_exception()
        return " ".join(text.split())

    @cached_property
    def _environment(self) -> Environment:
        made = environment(self._folder, autoescape=False)
        made.filters["listed"] = self._listed
        made.filters["level"] = level
        made.filters["clock"] = clock
        made.filters["day"] = self._day
        return made

    def _listed(self, items: Iterable[str]) -> str:
        """Some names as they stand in a sentence: 'a', 'a and b', 'a, b and c'."""
        return self.say("common.listed", items=list(items))

    def _day(self, at: str) -> str:
        """The day of a moment, as a reader writes it."""
        year, month, day = (int(part) for part in at[:10].split("-"))
        return self.say("common.day", year=year, month=month, day=day)


def number(value: float) -> str:
    """A number without a needless point: 4, 4.5; a true minus before negative ones."""
    return f"{value:g}".replace("-", "−")


def level(found: Level) -> str:
    """A gauge's level, band first and digit second; the band alone where no digit is shown."""
    return found.band if found.digit is None else f"{found.band} {found.digit}"


def clock(at: str) -> str:
    """The hour and minute of a moment in the log."""
    return at[11:16]


def _wrong(file: str, line: int | None, message: str) -> TemplateWrong:
    fault = Fault("fault", file, line, None, "template", message)
    return TemplateWrong("A template of the report cannot be used.", [fault])


def _place(folder: Path, trace: TracebackType | None, name: str) -> tuple[str, int | None]:
    """The innermost line of a template in a traceback."""
    found: tuple[str, int | None] = (name, None)
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(folder):
            found = (file.relative_to(folder).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return found
