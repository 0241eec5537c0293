"""Runs the debrief over a labelled corpus and compares."""

import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from sparring.assessment.bench_report import BenchReport, Outcome, report_of
from sparring.assessment.corpus import Labelled, read_corpus
from sparring.domain.debrief import Debrief
from sparring.domain.transcript import Transcript

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
    assess: Assess,
    jobs: int = 1,
    *,
    seen: Callable[[Transcript], bool] | None = None,
    only: Iterable[str] | None = None,
) -> BenchReport:
    """Debriefs every labelled session of a corpus folder and compares with the labels.

    Args:
        corpus: folder with sessions.jsonl and labels.jsonl.
        assess: makes one debrief.
        jobs: number of processes.
        seen: whether the weights were trained on a session; None where no weights are used.
        only: ids to keep; None keeps all.

    Raises:
        CorpusMalformed: where the corpus cannot be read.
    """
    wanted = None if only is None else frozenset(only)
    sessions = tuple(x for x in read_corpus(corpus) if wanted is None or x.transcript.id in wanted)
    outcomes = _run(_Job(assess, sessions), jobs)
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
