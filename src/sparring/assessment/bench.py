"""Runs the debrief over a labelled corpus and compares."""

import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from sparring.assessment.assess import assess_reading, opening
from sparring.assessment.bench_report import BenchReport, Outcome, report_of
from sparring.assessment.corpus import Labelled, read_corpus
from sparring.assessment.readings import Readings
from sparring.assessment.substance import heard_of
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.question import AnyQuestion
from sparring.domain.transcript import Transcript
from sparring.listening.model import ModelReading, SignalModel

Assess = Callable[[Transcript], Debrief]
"""Makes the debrief of one session."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What a worker process inherits."""

    assess: Assess
    sessions: tuple[Labelled, ...]


_jobs: list[_Job] = []
"""The job at hand: worker processes are forked from this one, so that nothing needs to be pickled on the way in."""


def bench(
    corpus: Path,
    bank: Bank,
    jobs: int = 1,
    *,
    readings: Path | None = None,
    unseen: bool = False,
    rules: bool = False,
) -> BenchReport:
    """Debriefs every labelled session of a corpus folder as the program ships, and compares with the labels.

    With `readings`, rates those instead of running the shipped weights, and only the sessions they cover; with
    `unseen`, only sessions that the shipped weights were not trained on: two ways to measure quality and no memory.
    With `rules`, no model is run and no readings are looked at. Raises CorpusMalformed, or what opening bank, weights
    or readings raises.
    """
    stored = Readings.load(readings) if readings is not None and not rules else None
    runs = stored is None and not rules
    weights = SignalModel.load() if runs or unseen else None
    model = weights if runs else None
    rubric, topics = bank.rubric(), bank.topics()
    guides = [guide.body for guide in bank.guides().values()]

    def debrief(transcript: Transcript) -> Debrief:
        question = question_of(bank, transcript)
        if stored is not None:
            reading: ModelReading | None = stored.of(transcript)
        else:
            reading = model.read(heard_of(transcript), opening(transcript, question)) if model else None
        return assess_reading(
            transcript,
            reading,
            rubric=rubric,
            question=question,
            topics=topics,
            subjects=bank.subjects(transcript.round),
            guides=guides,
        )

    def seen(transcript: Transcript) -> bool:
        return weights is not None and weights.card.knows(transcript)

    only = None if stored is None else frozenset(stored.rows)
    if unseen:
        fresh = frozenset(x.transcript.id for x in read_corpus(corpus) if not seen(x.transcript))
        only = fresh if only is None else fresh & only
    return compare(corpus, debrief, jobs, seen=seen if model else None, only=only)


def question_of(bank: Bank, transcript: Transcript) -> AnyQuestion | None:
    """The bank's question of the same name and round; a corpus may use names of its own."""
    known = transcript.question in bank.questions(transcript.round)
    return bank.question(transcript.question) if known else None


def compare(
    corpus: Path,
    rater: Assess,
    jobs: int = 1,
    *,
    seen: Callable[[Transcript], bool] | None = None,
    only: Iterable[str] | None = None,
) -> BenchReport:
    """Debriefs every labelled session of a corpus folder with any rater and compares with the labels.

    Args:
        corpus: folder with sessions.jsonl and labels.jsonl.
        rater: makes one debrief.
        jobs: number of processes.
        seen: whether the weights were trained on a session; None where no weights are used.
        only: ids to keep; None keeps all.

    Raises:
        CorpusMalformed: where the corpus cannot be read.
    """
    wanted = None if only is None else frozenset(only)
    sessions = tuple(x for x in read_corpus(corpus) if wanted is None or x.transcript.id in wanted)
    outcomes = _run(_Job(rater, sessions), jobs)
    trained_on = sum(seen(x.transcript) for x in sessions) if seen else 0
    return report_of(outcomes, trained_on=trained_on, peak_mb=_peak_mb())


def _run(job: _Job, jobs: int) -> tuple[Outcome, ...]:
    _jobs.append(job)
    try:
        if jobs <= 1 or len(job.sessions) < 2:
            return tuple(_outcome(i) for i in range(len(job.sessions)))
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
            return tuple(pool.map(_outcome, range(len(job.sessions)), chunksize=4))
    finally:
        _jobs.pop()


def _outcome(i: int) -> Outcome:
    job = _jobs[-1]
    session = job.sessions[i]
    start = time.perf_counter()
    debrief = job.assess(session.transcript)
    return Outcome.of(session, debrief, time.perf_counter() - start)


def _peak_mb() -> float:
    """Peak resident memory of this process and of its workers, in MB (Linux counts in KiB, macOS in bytes)."""
    usage: Sequence[int] = [
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return max(usage) / (1024**2 if sys.platform == "darwin" else 1024)
