"""The play script: a recorded exercise as a person writes it down.

Only what somebody did stands in it. Whatever is left out takes the default that a facilitator gets
by pressing on: the first due inject goes out, no answer counts as accepts, the ledger is accepted
as printed. The page `scenarios/play-scripts.md` explains it with examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from app.deck import limits
from app.deck.faults import Fault, has_faults, in_order
from app.deck.model.vocabulary import Channel, Count, Id, Line, Names, Part, Yes
from app.deck.validate import place, validate
from app.deck.yaml_gate import Loaded, load
from app.errors import ScriptError

Level = Annotated[float, Field(strict=True, ge=0, le=10)]
Likelihood = Annotated[int, Field(strict=True, ge=0, le=10)]
Step = Annotated[int, Field(strict=True, ge=-10, le=10)]
Reason = Annotated[str, Field(min_length=1, max_length=2000)]


class Options(Part):
    """How the exercise is set up, where it is not as a facilitator finds it."""

    mode: Literal["rigid", "semi-rigid", "free"] | None = None
    reveal_policy: Literal["after turn 3 and at the end", "every turn", "at the end"] | None = None
    attribution: Literal["not attributed", "by seat"] | None = None
    dice: Literal["thrown", "program", "none"] | None = None
    room_theme: Literal["dark", "light"] | None = None
    place: Line | None = None
    purpose: Line | None = None
    handling: Line | None = None
    planned_start: Line | None = None
    rehearsal: Yes | None = None


class Consulted(Part):
    """One cell asks another about a move of its own (its id), or about something else (words)."""

    asking: Id = Field(alias="from")
    asked: Id = Field(alias="to")
    about: Line
    answer: Literal["supports", "accepts", "objects"] | None = None


class Reasoned(Part):
    """A reason in a matrix argument, strong or weak."""

    text: Line
    strong: Yes = False


Dice = Annotated[
    tuple[Annotated[int, Field(strict=True, ge=1, le=6)], ...], Field((), max_length=2)
]


class ScriptArgument(Part):
    """A matrix argument: reasons, the dice as thrown, and the catch (a gauge and a step)."""

    pros: tuple[Reasoned, ...] = Field((), max_length=3)
    cons: tuple[Reasoned, ...] = Field((), max_length=3)
    dice: Dice = ()
    likelihoods: tuple[Likelihood, ...] = ()
    catch: dict[Id, Step] = Field(default_factory=dict, max_length=1)
    reason: Line | None = None


class ScriptFree(Part):
    """A card that a seat wrote itself, and how it was argued. `wants`: gauges and steps."""

    title: Line
    text: Line
    cost: Count = 1
    wants: dict[Id, Step] = Field(min_length=1, max_length=2)
    affects: Names = ()
    tags: Names = ()
    tensions: Names = ()
    argued: ScriptArgument | None = None


class ScriptMove(Part):
    """A move. `signers` have signed; `asked` were asked only. `choices` by the card's ids.

    A move that is on no card says `free`, and its `move` is X1, X2 … in the order of writing.

    `audience`: whom the cell means to reach, in its own words.
    """

    seat: Id
    move: Id
    channel: Channel | None = None
    host: Id | None = None
    target: Id | None = None
    addressee: Id | None = None
    signers: Names = ()
    asked: Names = ()
    choices: dict[Id, Names] = Field(default_factory=dict)
    audience: Line | None = None
    reason: Line | None = None
    wording: Line | None = None
    free: ScriptFree | None = None


class ScriptText(Part):
    """A procedure's text: how its lines were settled, and who signed it."""

    procedure: Id
    lines: dict[Id, Id] = Field(default_factory=dict)
    signers: Names = ()


class ScriptInject(Part):
    """An inject that was written on the spot. `effects`: gauges and steps, with a reason."""

    title: Line
    text: Line
    to: Names
    source: Line = Field("White cell", alias="from")
    effects: dict[Id, Step] = Field(default_factory=dict)
    reason: str = ""
    tensions: Names = ()


class LineName(Part):
    """A line of the turn's ledger, by cause, gauge and, where a rule acted through a card, via."""

    cause: Id
    gauge: Id
    via: Id | None = None


class ScriptRuling(Part):
    """A ruling: either `line` with the value it is set to, or `gauge` with what is added."""

    line: LineName | None = None
    set_to: Step | None = Field(None, alias="set")
    gauge: Id | None = None
    add: Step | None = None
    reason: Reason
    public: Annotated[str, Field(max_length=34)] = ""
    tensions: Names = ()


class ScriptChallenge(Part):
    """A challenge of one line: the argument, the dice as thrown, what a full result sets."""

    seat: Id
    line: LineName
    set_to: Step = Field(alias="set")
    action: Line
    result: Line
    pros: tuple[Reasoned, ...] = Field((), max_length=3)
    cons: tuple[Reasoned, ...] = Field((), max_length=3)
    dice: Dice = ()
    likelihoods: tuple[Likelihood, ...] = ()
    catch: ScriptRuling | None = None


class Said(Part):
    """What moved one person, in at most twelve words, and the tension it belongs to."""

    text: Line
    tension: Id | None = None


class ScriptAnswers(Part):
    """One cell's answers to one item: `values` 0–10, `options` by id, or `words`; or a `median`."""

    item: Id
    seat: Id
    about: Id | None = None
    values: tuple[Level, ...] = ()
    options: Names = ()
    words: tuple[Said, ...] = ()
    median: Level | None = None


class ScriptNote(Part):
    """What the rapporteur wrote down. `seat` is a cell, never a person."""

    kind: Literal["note", "strength", "difficulty", "surprise", "decision", "quote", "insight"]
    text: Annotated[str, Field(min_length=1, max_length=limits.NOTE_CHARACTERS)]
    interpretation: Line | None = None
    seat: Id | None = None
    tensions: Names = ()
    quotable: Yes = False
    starred: Yes = False
    confidence: Literal["low", "medium", "high"] | None = None
    dissent: Line | None = None


class ScriptTurn(Part):
    """One turn. `injects`: those to release; left out: the first that is due; []: none."""

    turn: Annotated[int, Field(strict=True, ge=1, le=20)]
    injects: tuple[Id, ...] | None = None
    written: tuple[ScriptInject, ...] = ()
    reworded: dict[Id, Line] = Field(default_factory=dict)
    consultations: tuple[Consulted, ...] = ()
    moves: tuple[ScriptMove, ...] = ()
    texts: tuple[ScriptText, ...] = ()
    rulings: tuple[ScriptRuling, ...] = ()
    challenge: ScriptChallenge | None = None
    polls: tuple[ScriptAnswers, ...] = ()
    observations: tuple[ScriptNote, ...] = ()
    sentences: dict[Id, Line] = Field(default_factory=dict)


class ScriptFollowUp(Part):
    """One row of the follow-up table."""

    issue: Line
    action: Line = "To be settled"
    owner: Line | None = None
    due: Line | None = None


class ScriptHotWash(Part):
    """The hot wash: whose concern was read, which tensions were chosen, what follows."""

    concerns: Names = ()
    tensions: Names = ()
    follow_up: tuple[ScriptFollowUp, ...] = ()


class Script(Part):
    """A whole recorded exercise. `deck` is the deck's id."""

    deck: Id
    variant: Id | None = Field(None, description="The deck's variant that was played.")
    title: Line | None = None
    seed: Count = 0
    options: Options = Options()
    people: dict[Id, Count] = Field(
        default_factory=dict, description="Heads in each seat; 0 leaves it empty."
    )
    turns: tuple[ScriptTurn, ...] = Field((), max_length=20)
    hot_wash: ScriptHotWash = ScriptHotWash()


@dataclass(frozen=True)
class ReadScript:
    """A script with what places its parts: `fault_at` says where something in it went wrong."""

    script: Script
    loaded: Loaded

    def fault_at(self, path: tuple[str | int, ...], message: str, hint: str = "") -> Fault:
        """A fault at a part of the script, such as ('turns', 0, 'moves', 2)."""
        found = place(self.loaded, path)
        line, column = (found.line, found.column) if found else (1, 1)
        return Fault("fault", self.loaded.file, line, column, "not_legal", message, hint)


def read_script(path: Path) -> ReadScript:
    """Read a play script. ScriptError with every fault, each with its line and column."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ScriptError(
            f"The script {path.name} cannot be read.",
            (),
            "Check that the file is there and is text in UTF-8.",
        ) from problem
    return script_from_text(text, path.name)


def script_from_text(text: str, name: str) -> ReadScript:
    """Read a play script from its text; `name` is the file's name for faults."""
    loaded = load(text, name)
    validated = validate(Script, loaded)
    faults = in_order((*loaded.faults, *validated.faults))
    if has_faults(faults) or validated.model is None:
        raise ScriptError(f"The script {name} has faults.", faults, "Mend them and try again.")
    return ReadScript(validated.model, loaded)
