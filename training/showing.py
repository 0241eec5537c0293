"""Measures what the interviewer takes for shown half-way through a round: `python training/showing.py CORPUS`.

True is a signal for which the rater cites something in the first half and that they rate 3 or better in the end.
Printed are the precision and recall of the cues alone (once, and in two turns) and of the ear that a live round has.
The sessions should be ones that the weights have not seen (`training/later`). Needs the shipped weights.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sparring.assessment.bench import question_of
from sparring.assessment.corpus import read_corpus
from sparring.assessment.showing import so_far
from sparring.bank import Bank
from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Speaker, Transcript
from sparring.listening import Listener
from sparring.listening.model import SignalModel

LISTENERS: dict[str, Callable[[int, bool, bool], bool]] = {
    "cues, once": lambda cues, told, enough: cues >= 1,
    "cues, twice": lambda cues, told, enough: cues >= 2,
    "ear, told": lambda cues, told, enough: told,
    "ear, enough": lambda cues, told, enough: enough,
}


def half(transcript: Transcript) -> Transcript:
    """The first half of the candidate's turns, as the interviewer has it then: no tests were run yet."""
    said = [turn.i for turn in transcript.turns if turn.speaker is Speaker.CANDIDATE]
    last = said[(len(said) - 1) // 2]
    code = tuple(x for x in transcript.code if x.at <= transcript.turns[last].at)
    return replace(transcript, turns=transcript.turns[: last + 1], tests=None, code=code)


def found(corpus: Path) -> Iterator[tuple[Round, bool, int, bool, bool]]:
    """Round, truth, turns with cues, told and enough of every signal half-way through every session."""
    bank, model = Bank(), SignalModel.load()
    for each in read_corpus(corpus):
        talk = half(each.transcript)
        listener = Listener(talk.round, None, bank.topics())
        cued: Counter[str] = Counter()
        for turn in talk.candidate_turns:
            cued.update({cue.signal for cue in listener.hear(turn.text).cues if cue.polarity is Polarity.PLUS})
        heard = so_far(talk, model=model, question=question_of(bank, talk), topics=bank.topics()).shown
        turns = {turn.i for turn in talk.turns}
        for signal in SIGNALS[talk.round]:
            cited = any(
                x.signal == signal and x.polarity is Polarity.PLUS and x.turn in turns for x in each.label.evidence
            )
            true = cited and (each.label.ratings.get(signal) or 0) >= 3
            told, enough = signal in heard, signal in heard and heard[signal].enough
            yield talk.round, true, cued[signal], told, enough


def main() -> None:
    rows = defaultdict(list)
    for round_, *row in found(Path(sys.argv[1])):
        rows[round_.label].append(row)
        rows["all"].append(row)
    for name, each in sorted(rows.items()):
        print(f"{name}: {len(each)} signals, {sum(row[0] for row in each) / len(each):.0%} shown by half-time")
        for listener, says in LISTENERS.items():
            said = [row[0] for row in each if says(*row[1:])]
            true = sum(row[0] for row in each)
            precision = f"{sum(said) / len(said):.2f}" if said else "-"
            print(f"  {listener:12} precision {precision} recall {sum(said) / true:.2f}")


if __name__ == "__main__":
    main()
