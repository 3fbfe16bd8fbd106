"""Playing a recorded exercise: a play script becomes the actions of a facilitator.

What the script leaves out takes the default of pressing on. What the rules refuse is told with the
turn, the place in the script, the reason, and what would be legal; what hangs on it is not tried.
"""

from __future__ import annotations

from collections.abc import Container

from app.core import actions as do
from app.core.actions import Action, Refusal
from app.core.book import Book
from app.core.injects import due_conditionals
from app.core.legal import reasons_against
from app.core.phases import turn_phases
from app.core.proposal import proposed_ledger
from app.core.values import Consultation, FollowUp, LedgerLine, Phase, Ruling
from app.deck.script import (
    Consulted,
    LineName,
    ReadScript,
    ScriptChallenge,
    ScriptMove,
    ScriptRuling,
    ScriptTurn,
)
from app.session.exercise import Exercise
from app.session.ports import Clock, Record
from app.session.script_own import OwnSteps
from app.session.script_parts import (
    added_line,
    added_move,
    answers_of,
    argument_of,
    find_lines,
    line_words,
    note_of,
    setup_of,
    text_of,
)
from app.session.script_steps import Path, cannot, stop, unknown


def start_recording(
    read: ReadScript, book: Book, record: Record, clock: Clock, session: str = ""
) -> Exercise:
    """A new session set up as the script says. ScriptError where the rules refuse it."""
    _check_names(read, book)
    started = Exercise.start(record, book, setup_of(read.script, book), clock, session)
    if isinstance(started, Refusal):
        stop(read, (), started.sentence, started.way_on)
    return started


def _check_names(read: ReadScript, book: Book) -> None:
    """ScriptError where the script is another deck's, or seats people where there is no seat."""
    script, about = read.script, book.deck.about
    if (script.variant or "") != book.deck.variant:
        played = book.deck.variant or "the whole deck"
        stop(read, ("variant",), f"The script is for another variant than {played}.")
    if script.deck != about.id:
        stop(read, ("deck",), f"The script is for the deck {script.deck}, not for {about.id}.")
    seats = [seat.id for seat in book.deck.seats]
    for seat in script.people:
        if seat not in seats:
            stop(read, ("people", seat), *unknown("seat", seat, seats))


def play(read: ReadScript, exercise: Exercise) -> None:
    """Play a script to its end, hot wash included. ScriptError with all that is refused."""
    _Player(read, exercise).play()


class _Player(OwnSteps):
    """Goes through the script part by part; `path` is always where it is."""

    def __init__(self, read: ReadScript, exercise: Exercise) -> None:
        super().__init__(read, exercise)
        self._turns = {turn.turn: (i, turn) for i, turn in enumerate(read.script.turns)}

    def play(self) -> None:
        """Play all, or as far as it is sure; ScriptError with everything that was refused."""
        with self._noting():
            self._check_turns()
            self._play()
        if self._faults:
            remedy = "Mend the script and play it again."
            if self._in_doubt:
                remedy += f" What follows in turn {self._state.turn} and later was not tried."
            ordered = sorted(self._faults, key=lambda fault: (fault.line or 0, fault.column or 0))
            raise cannot(self._read, ordered, remedy)

    def _check_turns(self) -> None:
        """Turns that there are not, or twice."""
        for index, turn in enumerate(self._read.script.turns):
            here: Path = ("turns", index, "turn")
            with self._noting():
                if self._turns[turn.turn][0] != index:
                    here = ("turns", self._turns[turn.turn][0], "turn")
                    stop(self._read, here, f"Turn {turn.turn} stands twice in the script.")
                if not 1 <= turn.turn <= self._book.last_turn:
                    words = f"The deck has {self._book.last_turn} turns, and no turn {turn.turn}."
                    stop(self._read, here, words)
        self._end_if(bool(self._faults))

    def _play(self) -> None:
        self._go_on(())
        for number in range(1, self._book.last_turn + 1):
            index, turn = self._turns.get(number, (0, ScriptTurn(turn=number)))
            self._turn(turn, ("turns", index))
        self._hot_wash()

    def _turn(self, turn: ScriptTurn, path: Path) -> None:
        self._brief(turn, path)
        self._go_on(path)
        self._moves(turn, path)
        self._hand_in(path)
        self._go_on((*path, "moves"))
        self._do(do.RevealAll(), path)
        self._go_on(path)
        self._adjudicate(turn, path)
        self._go_on(path)
        self._poll_and_discuss(turn, path)
        self._go_on(path)

    # --- parts of a turn ------------------------------------------------------------------------

    def _brief(self, turn: ScriptTurn, path: Path) -> None:
        self._write_injects(turn, path)
        if turn.injects is None:
            return
        for i, inject in enumerate(turn.injects):
            with self._noting(doubt=True):
                self._do(do.ReleaseInject(inject), (*path, "injects", i))
        self._end_if(self._in_doubt)
        if due_conditionals(self._book, self._state):
            self._do(do.PassOverInjects(), (*path, "injects"))

    def _moves(self, turn: ScriptTurn, path: Path) -> None:
        """Deliberate and Consult: what may be played is known when the answers are in."""
        hints: dict[int, str] = {}
        for i, move in enumerate(turn.moves):
            with self._noting(doubt=True):
                hints[i] = self._add(move, (*path, "moves", i))
        self._draft_texts(turn, path)
        if Phase.CONSULT in turn_phases(self._book, turn.turn):
            self._go_on(path)
        out = {move.move for i, move in enumerate(turn.moves) if i not in hints}
        if self._consult(turn, path, out):
            for i, hint in hints.items():
                with self._noting(doubt=True):
                    self._check_legal(turn.moves[i].move, (*path, "moves", i), hint)
        self._end_if(self._in_doubt)

    def _add(self, move: ScriptMove, path: Path) -> str:
        """Put a move into the hand-in; what would have been legal in its place."""
        hint = self._legal(move.seat)
        if move.free is not None:
            return self._add_free(move, move.free, path)
        cards = [card.id for card in self._book.deck.moves]
        if move.move not in cards:
            words, meant = unknown("move", move.move, cards)
            hint = " ".join(filter(None, (meant, hint)))
            stop(self._read, (*path, "move"), self._in_turn(words), hint)
        self._do(do.AddMove(added_move(move, self._book)), path, hint=hint)
        return hint

    def _check_legal(self, move: str, path: Path, hint: str) -> None:
        """Stop at a move that is not legal. Asked after Consult: some needs look at answers."""
        play = self._state.now.play(move)
        reasons = reasons_against(self._book, self._state, play) if play else ()
        if reasons:
            words = f"{self._book.titles[move]} ({move}): {' '.join(reasons)}"
            stop(self._read, path, self._in_turn(words), hint)

    def _consult(self, turn: ScriptTurn, path: Path, out: Container[str]) -> bool:
        """Ask, answer and sign, but for the moves left out; whether nothing was refused."""
        before = len(self._faults)
        for i, asked in enumerate(turn.consultations):
            if asked.about not in out:
                with self._noting(doubt=True):
                    self._ask(asked, (*path, "consultations", i))
        for i, move in enumerate(turn.moves):
            if move.move not in out:
                for seat in move.signers:
                    with self._noting(doubt=True):
                        here = (*path, "moves", i, "signers")
                        self._do(do.AnswerSignature(move.move, seat, signed=True), here)
        return len(self._faults) == before

    def _ask(self, asked: Consulted, path: Path) -> None:
        key = (asked.asking, asked.asked, asked.about)
        self._do(do.OpenConsultation(Consultation(*key)), path)
        if asked.answer:
            self._do(do.AnswerConsultation(*key, asked.answer), path)

    def _hand_in(self, path: Path) -> None:
        for seat in self._book.deck.seats:
            if not self._state.setup.is_empty(seat.id):
                self._do(do.HandIn(seat.id), path)

    def _adjudicate(self, turn: ScriptTurn, path: Path) -> None:
        self._argue(turn, path)
        if turn.challenge is not None:
            here: Path = (*path, "challenge")
            with self._noting(doubt=True):
                self._do(self._challenge(turn.challenge, here), here)
        for i, ruling in enumerate(turn.rulings):
            here = (*path, "rulings", i)
            with self._noting(doubt=True):
                self._do(self._ruling(ruling, here), here)
        self._end_if(self._in_doubt)

    def _ruling(self, ruling: ScriptRuling, path: Path) -> Action:
        if ruling.line is None:
            if ruling.gauge is None or ruling.add is None:
                stop(self._read, path, "A ruling needs a line and 'set', or a gauge and 'add'.")
            return do.AddLine(added_line(ruling))
        if ruling.set_to is None:
            stop(self._read, path, "A ruling on a line needs 'set': the value it is set to.")
        line = self._line(ruling.line, (*path, "line"))
        return do.RuleLine(Ruling(line.key, ruling.set_to, ruling.reason, ruling.public))

    def _challenge(self, challenge: ScriptChallenge, path: Path) -> Action:
        line = self._line(challenge.line, (*path, "line"))
        catch = added_line(challenge.catch) if challenge.catch else None
        return do.Challenge(line.key, challenge.set_to, argument_of(challenge), catch)

    def _line(self, name: LineName, path: Path) -> LedgerLine:
        lines = proposed_ledger(self._book, self._state).lines
        found = find_lines(lines, name)
        if len(found) != 1:
            number = f"{len(found)} lines" if found else "no line"
            wanted = line_words(name.cause, name.via or "", name.gauge)
            words = f"This turn's ledger has {number} of {wanted}."
            known = [line_words(line.cause, line.via, line.gauge) for line in found or lines]
            hint = f"{'Say which' if found else 'It has'}: {'; '.join(known) or 'none at all'}."
            stop(self._read, path, self._in_turn(words), hint)
        return found[0]

    def _poll_and_discuss(self, turn: ScriptTurn, path: Path) -> None:
        """What is answered, said and noted: nothing that comes later hangs on it."""
        for i, answers in enumerate(turn.polls):
            with self._noting():
                self._do(do.EnterAnswers(answers_of(answers)), (*path, "polls", i))
        if self._state.phase is Phase.POLL:
            self._go_on(path)
        for seat, text in turn.sentences.items():
            with self._noting():
                self._do(do.HearSentence(seat, text), (*path, "sentences", seat))
        for i, note in enumerate(turn.observations):
            with self._noting():
                observe = do.Observe(note_of(note, f"t{turn.turn}n{i + 1}"))
                self._do(observe, (*path, "observations", i), text_of(note))

    def _hot_wash(self) -> None:
        wash = self._read.script.hot_wash
        for i, seat in enumerate(wash.concerns):
            with self._noting():
                self._do(do.RevealConcern(seat), ("hot_wash", "concerns", i))
        if wash.tensions:
            with self._noting():
                self._do(do.ChooseTensions(wash.tensions), ("hot_wash", "tensions"))
        for i, row in enumerate(wash.follow_up):
            follow = FollowUp(row.issue, row.action, row.owner or "", row.due or "")
            with self._noting():
                self._do(do.WriteFollowUp(follow), ("hot_wash", "follow_up", i))
        self._do(do.EndSession(), ("hot_wash",))
