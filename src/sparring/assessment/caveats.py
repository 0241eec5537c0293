"""What could not be seen or run, and what had to be guessed."""

from collections.abc import Iterator

from sparring.assessment.grading import Material, measured
from sparring.assessment.quoting import short
from sparring.assessment.second.worth import agreed, counts, share
from sparring.domain.opinion import SecondOpinion
from sparring.domain.round import Round

_SHORT = 120
"""Words of a candidate below which a debrief warns of its own width."""


def caveats(m: Material, opinion: SecondOpinion | None = None) -> tuple[str, ...]:
    """One sentence each, the weightiest first."""
    transcript, said = m.transcript, []
    if m.reading is None and not m.substance.nothing:
        said.append("The signal model was not run: ratings rest on rules alone, and their intervals are wide.")
    if m.substance.foreign:
        said.append(
            "The talk does not look like English, the only language the rater reads; nothing counts against it."
        )
    if m.substance.instructions:
        turn, sentence = m.substance.instructions[0]
        quote = short(sentence, 12)
        said.append(f"Turn {turn} speaks to the program, not to the interviewer (“{quote}”); it was left out.")
    if not m.substance.nothing and m.substance.words < _SHORT:
        said.append(f"{m.substance.words} words are little to go by: read the intervals, not the ratings.")
    if not transcript.timed and not any("times" in note for note in transcript.notes):
        said.append("The source had no times; those shown are estimated from the number of words.")
    if transcript.style == "asr":
        said.append(
            "The transcript comes from speech recognition; wrong words cost nothing, but may have hidden evidence."
        )
    if misheard := sum(len(turn.unsure) for turn in transcript.candidate_turns):
        where = "In one place" if misheard == 1 else f"In {misheard} places"
        said.append(
            f"{where} what you said aloud may have been misheard. Nothing there counts against you, but it may hide "
            "evidence."
        )
    if transcript.round is Round.CODING and measured("correctness", m.transcript) is None:
        what = "The code was not run here" if transcript.code else "There is no code here"
        said.append(f"{what}, so correctness is heard from the talk.")
    return (*said, *(_second(m, opinion) if opinion is not None else ()), *transcript.notes)


def _second(m: Material, opinion: SecondOpinion) -> Iterator[str]:
    """What is to be known of a second opinion."""
    name, found = opinion.rater.rpartition("/")[0], opinion.standing
    if not counts(m.calibration, opinion):
        assert found is not None
        yield f"{name} read the transcript too, but {agreed(found)}: what it said is not used."
        return
    weight = (
        "How good this model is at it was not measured, so it weighs half; `sparring calibrate` measures it, for the "
        "next time you ask."
    )
    if found is not None:
        weight = f"Since {agreed(found)}, it weighs {share(m.calibration, found):.0%}."
    yield (
        f"{name} read the transcript and gave a second opinion: a rating of both lies between the two, and the "
        f"interval is wide where they are far apart. {weight}"
    )
    if opinion.failed:
        signals = ", ".join(signal.replace("_", " ") for signal, _ in opinion.failed)
        yield f"It gave no usable answer on {signals}: there the local raters stand alone. {opinion.failed[0][1]}"
    if opinion.dropped:
        quotes = "One of its quotes was" if opinion.dropped == 1 else f"{opinion.dropped} of its quotes were"
        yield f"{quotes} dropped: the words could not be found as quoted."
