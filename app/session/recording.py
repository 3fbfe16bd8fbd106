"""Playing a recorded exercise: a play script becomes the actions of a facilitator.

What the script leaves out takes the default of pressing on. The first thing that the rules refuse
stops the play with the turn, the place in the script, the reason, and what would be legal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.injects import due_conditionals
from app.core.legal import playable, reasons_against
from app.core.phases import turn_phases
from app.core.proposal import proposed_ledger
from app.core.setups import default_setup
from app.core.state import State
from app.core.values import (
    AddedLine,
    Answers,
    Argument,
    CellSetup,
    Consultation,
    FollowUp,
    LedgerLine,
    Note,
    Phase,
    PlayedMove,
    Ruling,
    Setup,
)
from app.deck.faults import nearest
from app.deck.script import (
    LineName,
    ReadScript,
    Script,
    ScriptAnswers,
    ScriptChallenge,
    ScriptMove,
    ScriptNote,
    ScriptRuling,
    ScriptTurn,
)
from app.errors import ScriptError
from app.session.exercise import Exercise
from app.session.ports import Clock, Record

Path = tuple[str | int, ...]


def setup_of(script: Script, book: Book) -> Setup:
    """The set-up that a script asks for; what it does not say is as a facilitator finds it."""
    setup = default_setup(book, script.title or "")
    chosen = script.options.model_dump(exclude_none=True)
    cells = tuple(
        replace(cell, heads=script.people.get(cell.seat, cell.heads)) for cell in setup.cells
    )
    cells = tuple(cell if cell.heads else _empty(cell) for cell in cells)
    return replace(setup, cells=cells, seed=script.seed, **chosen)


def _empty(cell: CellSetup) -> CellSetup:
    return replace(cell, played_by="nobody")


def start_recording(
    read: ReadScript, book: Book, record: Record, clock: Clock, session: str = ""
) -> Exercise:
    """A new session set up as the script says. ScriptError where the rules refuse it."""
    _check_names(read, book)
    started = Exercise.start(record, book, setup_of(read.script, book), clock, session)
    if isinstance(started, Refusal):
        _stop(read, (), started.sentence, started.way_on)
    return started


def _check_names(read: ReadScript, book: Book) -> None:
    """ScriptError where the script is another deck's, or seats people where there is no seat."""
    script, about = read.script, book.deck.about
    if script.deck != about.id:
        _stop(read, ("deck",), f"The script is for the deck {script.deck}, not for {about.id}.")
    seats = [seat.id for seat in book.deck.seats]
    for seat in script.people:
        if seat not in seats:
            _stop(read, ("people", seat), *_unknown("seat", seat, seats))


def play(read: ReadScript, exercise: Exercise) -> None:
    """Play a script to its end, hot wash included. ScriptError at the first thing refused."""
    _Player(read, exercise).play()


def added_move(move: ScriptMove, book: Book) -> PlayedMove:
    """The script's move as it is first handed in: its signers asked, none signed yet."""
    card = book.move(move.move)
    channel = move.channel or ("solo" if "solo" in card.channels else card.channels[0])
    return PlayedMove(
        seat=move.seat,
        move=move.move,
        channel=channel,
        host=move.host or "",
        target=move.target or "",
        addressee=move.addressee or "",
        asked=tuple(dict.fromkeys((*move.signers, *move.asked))),
        choices=tuple(move.choices.items()),
        audience=move.audience or "",
        reason=move.reason or "",
        wording=move.wording or "",
    )


def find_lines(lines: Sequence[LedgerLine], name: LineName) -> tuple[LedgerLine, ...]:
    """The lines of a ledger that a script's name fits; without a `via` it may be several."""
    return tuple(
        line
        for line in lines
        if line.cause == name.cause
        and line.gauge == name.gauge
        and (name.via is None or line.via == name.via)
    )


class _Player:
    """Goes through the script part by part; `path` is always where it is."""

    def __init__(self, read: ReadScript, exercise: Exercise) -> None:
        self._read = read
        self._exercise = exercise
        self._book = exercise.book
        self._turns = {turn.turn: (i, turn) for i, turn in enumerate(read.script.turns)}

    def play(self) -> None:
        for number, (index, _) in self._turns.items():
            if not 1 <= number <= self._book.last_turn:
                words = f"The deck has {self._book.last_turn} turns, and no turn {number}."
                _stop(self._read, ("turns", index, "turn"), words)
        for index, turn in enumerate(self._read.script.turns):
            if self._turns[turn.turn][0] != index:
                words = f"Turn {turn.turn} stands twice in the script."
                _stop(self._read, ("turns", self._turns[turn.turn][0], "turn"), words)
        self._go_on(())
        for number in range(1, self._book.last_turn + 1):
            index, turn = self._turns.get(number, (0, ScriptTurn(turn=number)))
            self._turn(turn, ("turns", index))
        self._hot_wash()

    def _turn(self, turn: ScriptTurn, path: Path) -> None:
        self._brief(turn, path)
        self._go_on(path)
        hints = [self._add(move, (*path, "moves", i)) for i, move in enumerate(turn.moves)]
        if Phase.CONSULT in turn_phases(self._book, turn.turn):
            self._go_on(path)
        self._consult(turn, path)
        for i, hint in enumerate(hints):
            self._check_legal(turn.moves[i].move, (*path, "moves", i), hint)
        self._hand_in(path)
        self._go_on((*path, "moves"))
        self._do(do.RevealAll(), path)
        self._go_on(path)
        self._adjudicate(turn, path)
        self._go_on(path)
        for i, answers in enumerate(turn.polls):
            self._do(do.EnterAnswers(_answers(answers)), (*path, "polls", i))
        if self._state.phase is Phase.POLL:
            self._go_on(path)
        for seat, text in turn.sentences.items():
            self._do(do.HearSentence(seat, text), (*path, "sentences", seat))
        for i, note in enumerate(turn.observations):
            name = f"t{turn.turn}n{i + 1}"
            self._do(do.Observe(_note(note, name)), (*path, "observations", i), _text(note))
        self._go_on(path)

    def _brief(self, turn: ScriptTurn, path: Path) -> None:
        if turn.injects is None:
            return
        for i, inject in enumerate(turn.injects):
            self._do(do.ReleaseInject(inject), (*path, "injects", i))
        if due_conditionals(self._book, self._state):
            self._do(do.PassOverInjects(), (*path, "injects"))

    def _add(self, move: ScriptMove, path: Path) -> str:
        """Put a move into the hand-in; what would have been legal in its place."""
        hint = self._legal(move.seat)
        cards = [card.id for card in self._book.deck.moves]
        if move.move not in cards:
            words, meant = _unknown("move", move.move, cards)
            hint = " ".join(filter(None, (meant, hint)))
            _stop(self._read, (*path, "move"), self._in_turn(words), hint)
        self._do(do.AddMove(added_move(move, self._book)), path, hint=hint)
        return hint

    def _check_legal(self, move: str, path: Path, hint: str) -> None:
        """Stop at a move that is not legal. Asked after Consult: some needs look at answers."""
        play = next(play for play in self._state.now.plays if play.move == move)
        reasons = reasons_against(self._book, self._state, play)
        if reasons:
            words = f"{self._book.titles[move]} ({move}): {' '.join(reasons)}"
            _stop(self._read, path, self._in_turn(words), hint)

    def _hand_in(self, path: Path) -> None:
        for seat in self._book.deck.seats:
            if not self._state.setup.is_empty(seat.id):
                self._do(do.HandIn(seat.id), path)

    def _consult(self, turn: ScriptTurn, path: Path) -> None:
        for i, asked in enumerate(turn.consultations):
            opened = Consultation(asked.asking, asked.asked, asked.about)
            self._do(do.OpenConsultation(opened), (*path, "consultations", i))
            if asked.answer:
                key = (asked.asking, asked.asked, asked.about)
                self._do(do.AnswerConsultation(*key, asked.answer), (*path, "consultations", i))
        for i, move in enumerate(turn.moves):
            for seat in move.signers:
                here = (*path, "moves", i, "signers")
                self._do(do.AnswerSignature(move.move, seat, signed=True), here)

    def _adjudicate(self, turn: ScriptTurn, path: Path) -> None:
        if turn.challenge is not None:
            here = (*path, "challenge")
            self._do(self._challenge(turn.challenge, here), here)
        for i, ruling in enumerate(turn.rulings):
            here = (*path, "rulings", i)
            self._do(self._ruling(ruling, here), here)

    def _ruling(self, ruling: ScriptRuling, path: Path) -> Action:
        if ruling.line is None:
            if ruling.gauge is None or ruling.add is None:
                _stop(self._read, path, "A ruling needs a line and 'set', or a gauge and 'add'.")
            return do.AddLine(_added(ruling))
        if ruling.set_to is None:
            _stop(self._read, path, "A ruling on a line needs 'set': the value it is set to.")
        line = self._line(ruling.line, (*path, "line"))
        return do.RuleLine(Ruling(line.key, ruling.set_to, ruling.reason, ruling.public))

    def _challenge(self, challenge: ScriptChallenge, path: Path) -> Action:
        line = self._line(challenge.line, (*path, "line"))
        argument = Argument(
            challenge.seat,
            challenge.action,
            challenge.result,
            tuple((reason.text, reason.strong) for reason in challenge.pros),
            tuple((reason.text, reason.strong) for reason in challenge.cons),
            challenge.dice,
            challenge.likelihoods,
        )
        catch = _added(challenge.catch) if challenge.catch else None
        return do.Challenge(line.key, challenge.set_to, argument, catch)

    def _line(self, name: LineName, path: Path) -> LedgerLine:
        lines = proposed_ledger(self._book, self._state).lines
        found = find_lines(lines, name)
        if len(found) != 1:
            number = f"{len(found)} lines" if found else "no line"
            wanted = _line_words(name.cause, name.via or "", name.gauge)
            words = f"This turn's ledger has {number} of {wanted}."
            known = [_line_words(line.cause, line.via, line.gauge) for line in found or lines]
            hint = f"{'Say which' if found else 'It has'}: {'; '.join(known) or 'none at all'}."
            _stop(self._read, path, self._in_turn(words), hint)
        return found[0]

    def _hot_wash(self) -> None:
        wash = self._read.script.hot_wash
        for i, seat in enumerate(wash.concerns):
            self._do(do.RevealConcern(seat), ("hot_wash", "concerns", i))
        if wash.tensions:
            self._do(do.ChooseTensions(wash.tensions), ("hot_wash", "tensions"))
        for i, row in enumerate(wash.follow_up):
            follow = FollowUp(row.issue, row.action, row.owner or "", row.due or "")
            self._do(do.WriteFollowUp(follow), ("hot_wash", "follow_up", i))
        self._do(do.EndSession(), ("hot_wash",))

    # --- doing ---------------------------------------------------------------------------------

    @property
    def _state(self) -> State:
        return self._exercise.state

    def _go_on(self, path: Path) -> None:
        self._do(do.EnterNextPhase(), path)

    def _do(self, action: Action, path: Path, note_text: str | None = None, hint: str = "") -> None:
        answer = self._exercise.submit(action, note_text)
        if isinstance(answer, Refusal):
            _stop(self._read, path, self._in_turn(answer.sentence), hint or answer.way_on)

    def _in_turn(self, words: str) -> str:
        return f"Turn {self._state.turn}: {words}" if self._state.turn else words

    def _legal(self, seat: str) -> str:
        """What the seat may play now, in words; empty for a seat that does not exist."""
        if seat not in {s.id for s in self._book.deck.seats}:
            seats = ", ".join(s.id for s in self._book.deck.seats)
            return f"The deck's seats are {seats}."
        legal = [
            f"{card.id} {card.title} ({', '.join(card.channels)})"
            for card, reasons in playable(self._book, self._state, seat)
            if not reasons
        ]
        return f"Legal for {self._book.spoken(seat)} here: {'; '.join(legal) or 'nothing more'}."


def _answers(answers: ScriptAnswers) -> Answers:
    return Answers(
        item=answers.item,
        seat=answers.seat,
        about=answers.about or "",
        values=answers.values if answers.median is None else (answers.median,),
        options=answers.options,
        words=tuple((said.text, said.tension or "") for said in answers.words),
        is_median=answers.median is not None,
    )


def _added(ruling: ScriptRuling) -> AddedLine:
    return AddedLine(
        ruling.gauge or "", ruling.add or 0, ruling.reason, ruling.tensions, ruling.public
    )


def _note(note: ScriptNote, name: str) -> Note:
    return Note(
        id=name,
        kind=note.kind,
        turn=0,
        phase=Phase.DISCUSS,
        at="",
        digest="",
        seat=note.seat or "",
        tensions=note.tensions,
        quotable=note.quotable,
        starred=note.starred,
        confidence=note.confidence or "",
        dissent=note.dissent or "",
    )


def _text(note: ScriptNote) -> str:
    return f"{note.text}\n\n{note.interpretation}" if note.interpretation else note.text


def _line_words(cause: str, via: str, gauge: str) -> str:
    return f"{cause} via {via} on {gauge}" if via else f"{cause} on {gauge}"


def _unknown(kind: str, name: str, known: Sequence[str]) -> tuple[str, str]:
    """What is said of a name that the deck does not have, and which one may be meant."""
    meant = nearest(name, known)
    hint = f"Did you mean '{meant}'?" if meant else f"Possible: {', '.join(known)}."
    return f"The deck has no {kind} {name}.", hint


def _stop(read: ReadScript, path: Path, message: str, hint: str = "") -> NoReturn:
    fault = read.fault_at(path, message, hint)
    raise ScriptError(f"The script {read.loaded.file} cannot be played.", (fault,))
