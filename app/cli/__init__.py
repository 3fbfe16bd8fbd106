"""The command line, for people and for scripts.

With `--json` a command prints one JSON document on standard output and nothing else there, also
when it fails. It ends with 0 when it is done, 1 when it found faults, 2 when it was used wrongly or
could not, and 130 when a person stopped it. What the commands need that this module may not know
(windows, the demo) is handed in by `app.bootstrap`.
"""

from __future__ import annotations

import typer

from app.cli.copies import add_copy_commands
from app.cli.decks import add_deck_commands
from app.cli.explain import add_explain_command
from app.cli.library import add_library_commands
from app.cli.output import prepare_streams, problem_row, say_error, say_json
from app.cli.plays import add_play_commands
from app.cli.tools import COULD_NOT, DONE, FAULTS
from app.cli.tools import Tools as Tools
from app.cli.window import add_window
from app.errors import FaultsError, ParasolError, WrongUse


def make_cli(tools: Tools) -> typer.Typer:
    """The command `parasol`, ready to be called."""
    cli = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        rich_markup_mode=None,
        help="Run a seminar exercise on allied assurance, from the deck to the report.",
    )
    add_window(cli, tools)
    add_deck_commands(cli, tools)
    add_play_commands(cli, tools)
    add_explain_command(cli, tools)
    add_library_commands(cli, tools)
    add_copy_commands(cli, tools)
    return cli


def run(tools: Tools, arguments: list[str]) -> int:
    """Call the command line; the exit status. Whatever goes wrong becomes sentences."""
    prepare_streams()
    try:
        return _call(tools, arguments)
    except ParasolError as problem:
        has_faults = isinstance(problem, FaultsError) and bool(problem.faults)
        if "--json" in arguments:
            say_json(problem_row(problem))
        say_error(problem.as_text())
        return FAULTS if has_faults else COULD_NOT


def _call(tools: Tools, arguments: list[str]) -> int:
    command = typer.main.get_command(make_cli(tools))
    try:
        result = command.main(arguments, prog_name="parasol", standalone_mode=False)
    except ParasolError:
        raise
    except typer.Abort:
        return COULD_NOT
    except SystemExit:  # typer's answer to a closed pipe; whoever closed it wants no more
        return COULD_NOT
    except Exception as problem:  # noqa: BLE001 -- the last door: nobody sees a traceback
        said = getattr(problem, "format_message", None)
        if callable(said):
            raise _wrong_use(problem, said()) from None
        raise tools.unexpected(problem) from None
    return result if isinstance(result, int) else DONE


def _wrong_use(problem: Exception, said: str) -> WrongUse:
    """Typer's own complaint about the arguments, as one of ours."""
    context = getattr(problem, "ctx", None)
    usage = context.get_usage() if context else ""
    return WrongUse(said, usage, f"See: {context.command_path if context else 'parasol'} --help")
