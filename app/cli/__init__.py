"""The command line, for people and for scripts.

With `--json` a command prints one JSON document on standard output and nothing else there. It ends
with 0 when it is done, 1 when it found faults, 2 when it was used wrongly or could not. What the
commands need that this module may not know (windows, the demo) is handed in by `app.bootstrap`.
"""

from __future__ import annotations

import typer

from app.cli.decks import add_deck_commands
from app.cli.library import add_library_commands
from app.cli.output import fault_row, say_error, say_json
from app.cli.plays import add_play_commands
from app.cli.tools import COULD_NOT, DONE, FAULTS
from app.cli.tools import Tools as Tools
from app.cli.window import add_window
from app.errors import FaultsError, ParasolError


def make_cli(tools: Tools) -> typer.Typer:
    """The command `parasol`, ready to be called."""
    cli = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        help="Run a seminar exercise on allied assurance, from the deck to the report.",
    )
    add_window(cli, tools)
    add_deck_commands(cli, tools)
    add_play_commands(cli, tools)
    add_library_commands(cli, tools)
    return cli


def run(tools: Tools, arguments: list[str]) -> int:
    """Call the command line; the exit status. Errors that a person can mend become sentences."""
    command = typer.main.get_command(make_cli(tools))
    try:
        result = command.main(arguments, prog_name="parasol", standalone_mode=False)
    except FaultsError as problem:
        return _fail(problem, FAULTS, as_json="--json" in arguments)
    except ParasolError as problem:
        return _fail(problem, COULD_NOT, as_json="--json" in arguments)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.Abort:
        return COULD_NOT
    except Exception as problem:
        if not hasattr(problem, "exit_code"):
            raise
        problem.show()  # type: ignore[attr-defined]  # click's own usage errors
        return COULD_NOT
    return result if isinstance(result, int) else DONE


def _fail(problem: ParasolError, code: int, *, as_json: bool) -> int:
    if as_json and isinstance(problem, FaultsError):
        say_json({"error": problem.message, "faults": [fault_row(x) for x in problem.faults]})
    elif as_json:
        say_json({"error": problem.message, "detail": problem.detail, "remedy": problem.remedy})
    say_error(problem.as_text())
    return code
