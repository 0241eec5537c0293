import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.assessment.assess import assess, assess_reading
from sparring.assessment.bench import bench, compare
from sparring.assessment.corpus import read_corpus
from sparring.assessment.errors import CorpusMalformed
from sparring.assessment.readings import Readings
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.rubric import SIGNALS, Rubric
from sparring.domain.transcript import Transcript
from sparring.listening.model import SignalModel
from sparring.listening.model.card import fingerprint
from sparring.listening.model.encoder import Encoder
from sparring.listening.model.errors import WeightsMissing
from sparring.listening.model.heads import EVIDENCE_HEADS, RATING_HEADS
from sparring.listening.model.readout import Readout, Unasked
from sparring.listening.model.signal_model import WEIGHTS
from tests.assessment.scene import MID, SENIOR

LOADED = (Encoder(WEIGHTS), Readout.load(WEIGHTS / "heads.npz"), Unasked.load(WEIGHTS / "unasked.npz"))
CORPUS = Path(os.environ.get("SPARRING_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))


def write(folder: Path, texts: dict[str, tuple[str, int, str]]) -> Path:
    """A corpus of single answers: id to text, rating of every signal, and verdict."""
    sessions, labels = [], []
    for id_, (text, rating, verdict) in texts.items():
        turns = [
            {"i": 0, "t": 0, "speaker": "interviewer", "text": "Tell me about a time you led a technical initiative."},
            {"i": 1, "t": 5, "speaker": "candidate", "text": text},
        ]
        sessions.append(
            {"id": id_, "round": "behavioral", "question": "led", "title": "A time you led", "target_level": "senior"}
            | {"style": "typed", "turns": turns}
        )
        quote = text.split(".")[0]
        cited = {"turn": 1, "quote": quote, "signal": "problem", "polarity": "+", "volunteered": True}
        labels.append(
            {"id": id_, "rater": "a", "evidence": [cited], "altitude": "mid" if rating < 3 else "senior"}
            | {"ratings": dict.fromkeys(SIGNALS["behavioral"], rating) | {"ambiguity": None}}  # type: ignore[index]
            | {"verdict": verdict, "mistakes": []}
        )
    for name, rows in (("sessions", sessions), ("labels", labels)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path, {"a": (MID, 1, "no_hire"), "b": (SENIOR, 4, "hire")})


def test_the_bench_compares_and_warns(corpus: Path, rubric: Rubric, model: SignalModel) -> None:
    def debrief(transcript: Transcript) -> Debrief:
        return assess(transcript, rubric=rubric, question=None, topics={}, model=model)

    report = compare(corpus, debrief, seen=lambda transcript: transcript.id == "a")
    whole = report.parts[-1]
    assert whole.sessions == 2 and whole.hire_or_not == 1.0
    assert whole.pooled.rater.kappa is not None and whole.pooled.rater.kappa > 0.7
    assert whole.evidence.covered >= 1
    assert "1 of these 2 sessions were SEEN IN TRAINING" in report.text()
    assert report.as_json()["trained_on"] == 1
    json.dumps(report.as_json())
    assert "SEEN IN TRAINING" not in compare(corpus, debrief, only=["b"]).text()


def test_two_processes_find_the_same(corpus: Path, rubric: Rubric) -> None:
    def debrief(transcript: Transcript) -> Debrief:
        return assess(transcript, rubric=rubric, question=None, topics={}, model=None)

    one, two = (compare(corpus, debrief, jobs=jobs).as_json() for jobs in (1, 2))
    assert one["parts"] == two["parts"]


def test_readings_made_elsewhere_can_be_rated(corpus: Path, rubric: Rubric, tmp_path: Path) -> None:
    strong = {"id": "a", "spans": [[1, 0, 60]], "evidence": [[0.0] * len(EVIDENCE_HEADS)]}
    path = tmp_path / "fold.jsonl"
    path.write_text(json.dumps(strong | {"ratings": [[4.0, 3.0, 2.0]] * len(RATING_HEADS)}) + "\n")
    readings = Readings.load(path)
    session = next(x for x in read_corpus(corpus) if x.transcript.id == "a")
    debrief = assess_reading(
        session.transcript, readings.of(session.transcript), rubric=rubric, question=None, topics={}
    )
    assert debrief.rater.endswith("+fold")
    report = bench(corpus, Bank(), readings=path)
    assert report.parts[-1].sessions == 1 and report.trained_on == 0


def test_readings_are_narrowed_to_what_the_weights_have_not_seen(corpus: Path, tmp_path: Path) -> None:
    row = {"id": "a", "spans": [[1, 0, 60]], "evidence": [[0.0] * len(EVIDENCE_HEADS)]}
    path = tmp_path / "fold.jsonl"
    path.write_text(json.dumps(row | {"ratings": [[4.0, 3.0, 2.0]] * len(RATING_HEADS)}) + "\n")
    report = bench(corpus, Bank(), readings=path, unseen=True)
    assert report.parts[-1].sessions == 1
    assert bench(corpus, Bank(), readings=path, rules=True).parts[-1].sessions == 2


def test_the_rules_alone_need_no_weights(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> SignalModel:
        raise WeightsMissing("expected weights, found none")

    monkeypatch.setattr(SignalModel, "load", missing)
    assert bench(corpus, Bank(), rules=True).parts[-1].sessions == 2
    with pytest.raises(WeightsMissing):
        bench(corpus, Bank())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"ratings": {"problem": 7}}, "got 7"),
        ({"ratings": {"charm": 3}}, "charm"),
        (
            {
                "evidence": [
                    {"turn": 0, "quote": "Tell me", "signal": "action", "polarity": "+", "volunteered": True},
                ]
            },
            "turn 0",
        ),
    ],
)
def test_a_label_that_cannot_be_is_refused(corpus: Path, change: dict[str, object], told: str) -> None:
    labels = corpus / "labels.jsonl"
    first, *rest = labels.read_text().splitlines()
    labels.write_text("\n".join([json.dumps(json.loads(first) | change), *rest]) + "\n")
    with pytest.raises(CorpusMalformed, match=told):
        read_corpus(corpus)


def test_a_line_ends_at_a_line_feed_alone(corpus: Path) -> None:
    sessions = corpus / "sessions.jsonl"
    sessions.write_text(sessions.read_text().replace("A time you led", "A time\u2028you led"), encoding="utf-8")
    assert len(read_corpus(corpus)) == 2


def test_a_quote_that_nobody_said_is_refused(corpus: Path) -> None:
    labels = corpus / "labels.jsonl"
    first, *rest = labels.read_text().splitlines()
    row = json.loads(first)
    row["evidence"] = [
        {"turn": 1, "quote": "words that nobody said", "signal": "action", "polarity": "+", "volunteered": True}
    ]
    labels.write_text("\n".join([json.dumps(row), *rest]) + "\n")
    with pytest.raises(CorpusMalformed, match="words that nobody said"):
        read_corpus(corpus)


def test_the_bench_runs_as_shipped(corpus: Path) -> None:
    assert bench(corpus, Bank()).text().count("sessions\n") == 2


def test_a_malformed_corpus_names_its_line(corpus: Path) -> None:
    with (corpus / "labels.jsonl").open("a") as file:
        file.write('{"id": "c"}\n')
    with pytest.raises(CorpusMalformed, match=r"labels\.jsonl:3"):
        read_corpus(corpus)
    with pytest.raises(CorpusMalformed, match=r"labels\.jsonl"):
        read_corpus(corpus / "nowhere")


@pytest.mark.skipif(not (CORPUS / "labels.jsonl").is_file(), reason="no labelled corpus here (set SPARRING_CORPUS)")
def test_the_labelled_corpus_can_be_read_and_was_seen(model: SignalModel) -> None:
    sessions = read_corpus(CORPUS)
    assert len(sessions) > 100
    seen = [model.card.has_seen(x.transcript.id, x.transcript.candidate_turns[0].text) for x in sessions]
    assert all(seen)
    for session in sessions:
        text = {turn.i: turn.text for turn in session.transcript.turns}
        assert all(x.quote in text[x.turn] for x in session.label.evidence)


def test_the_sessions_furthest_off_come_first_with_the_reason(corpus: Path, rubric: Rubric) -> None:
    def debrief(transcript: Transcript) -> Debrief:
        return assess(transcript, rubric=rubric, question=None, topics={}, model=None)

    report = compare(corpus, debrief)
    sizes = [miss.size for miss in report.worst]
    assert sizes == sorted(sizes, reverse=True) and all(sizes)
    text = report.text()
    for name, table in report.parts[-1].confusion:
        assert f"{name}, label down, rater across" in text
        assert sum(sum(row) for row in table) > 0
    assert sum(sum(row) for row in dict(report.parts[-1].confusion)["verdict"]) == 2


def test_rules_alone_and_the_unseen_alone(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = Bank()
    rules = bench(corpus, bank, rules=True)
    assert rules.parts[-1].sessions == 2 and rules.trained_on == 0
    card = SignalModel.load().card
    seen = {fingerprint("a", MID)}
    monkeypatch.setattr(SignalModel, "load", lambda: SignalModel(replace(card, seen=frozenset(seen)), *LOADED))
    unseen = bench(corpus, bank, unseen=True)
    assert unseen.parts[-1].sessions == 1 and unseen.trained_on == 0
    assert bench(corpus, bank).trained_on == 1
