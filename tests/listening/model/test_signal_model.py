import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model import SignalModel
from sparring.listening.model.card import fingerprint
from sparring.listening.model.errors import WeightsDamaged, WeightsMissing
from sparring.listening.model.signal_model import WEIGHTS

ASKS, SAYS = Speaker.INTERVIEWER, Speaker.CANDIDATE
STRONG = (
    "I noticed that every third release was rolled back, so I read a quarter of the reports and found one cause. "
    "I proposed a canary stage, wrote the design, and the payments team pushed back because of their on-call load. "
    "I took the pager with them for two months. We went from eleven rollbacks a month to two."
)
WEAK = "There was this project. We worked hard on it as a team and it went well. Everyone was happy with it in the end."


@pytest.fixture(scope="module")
def model() -> SignalModel:
    return SignalModel.load()


def story(text: str, planned: float | None = None) -> Transcript:
    turns = (
        Turn(0, 0, ASKS, "Tell me about a time you led a technical initiative."),
        Turn(1, 5, SAYS, text),
        Turn(2, 90, ASKS, "What would you do differently?"),
        Turn(
            3, 95, SAYS, "I would have set up the dashboards before the first release, since we were blind for a week."
        ),
    )
    return Transcript("s", Round.BEHAVIORAL, "led", "Tell me about a time you led", turns, planned=planned)


def test_substance_is_rated_above_its_absence(model: SignalModel) -> None:
    strong, weak = model.read(story(STRONG)), model.read(story(WEAK))
    assert strong is not None and weak is not None
    assert strong.expected("verdict") > weak.expected("verdict") + 0.15
    assert strong.expected("ownership") > weak.expected("ownership")


def test_a_reading_covers_every_signal_of_the_round_and_no_other(model: SignalModel) -> None:
    reading = model.read(story(STRONG))
    assert reading is not None
    assert set(reading.ratings) == {*SIGNALS[Round.BEHAVIORAL], "verdict", "altitude"}
    heads = {(signal, polarity) for signal in SIGNALS[Round.BEHAVIORAL] for polarity in Polarity}
    assert all(set(x.probability) == heads for x in reading.sentences)
    assert all(0 <= p <= 1 for x in reading.sentences for p in x.probability.values())


def test_the_same_words_are_less_unasked_where_they_were_asked_for(model: SignalModel) -> None:
    said = "If a shard dies, the gateways fail open on their local bucket for ten seconds, and an alert fires."

    def lean(before: str) -> float:
        turns = (Turn(0, 0, ASKS, "Design a rate limiter."), Turn(1, 5, SAYS, "One moment."), Turn(2, 9, ASKS, before))
        round_ = Transcript("d", Round.SYSTEM_DESIGN, "q", "Rate limiter", (*turns, Turn(3, 60, SAYS, said)))
        reading = model.read(round_)
        assert reading is not None
        return reading.unasked(3, 0, len(said), "resilience")

    assert lean("Go on.") > lean("What happens when a Redis shard dies?") + 0.5
    first = model.read(Transcript("d", Round.SYSTEM_DESIGN, "q", "Rate limiter", (Turn(0, 0, SAYS, said),)))
    assert first is not None and first.unasked(0, 0, len(said), "resilience") == 0.0


def test_two_models_read_the_same_to_the_last_digit(model: SignalModel) -> None:
    assert SignalModel.load().read(story(STRONG)) == model.read(story(STRONG))


def test_a_sentence_reads_the_same_whatever_was_read_before(model: SignalModel) -> None:
    fresh = SignalModel.load()
    fresh.read(story(WEAK))
    fresh.read(
        Transcript("x", Round.CODING, "q", "LRU cache", (Turn(0, 0, SAYS, "I would use a hash map and a list."),))
    )
    assert fresh.read(story(STRONG)) == model.read(story(STRONG))


def test_live_and_later_hearing_coincide(model: SignalModel) -> None:
    story_, ask = story(STRONG, planned=1200), "And then?"
    turns = tuple(
        Turn(i, 20.0 * i, ASKS if i % 2 == 0 else SAYS, ask if i % 2 == 0 else f"{STRONG} {WEAK}") for i in range(20)
    )
    whole = replace(story_, turns=turns)
    live = SignalModel.load()
    heard = [live.hear_turn(replace(whole, turns=whole.turns[:n])) for n in range(1, 21)]
    assert heard[0] == 0 and heard == sorted(heard) and heard[-1] >= 4
    assert live.read(whole) == model.read(whole)


def test_silence_has_no_reading(model: SignalModel) -> None:
    assert (
        model.read(Transcript("x", Round.CODING, "q", "t", (Turn(0, 0, ASKS, "Hello."), Turn(1, 1, SAYS, " \n "))))
        is None
    )
    assert model.read(Transcript("x", Round.CODING, "q", "t", ())) is None


def test_the_card_vouches_for_the_files(model: SignalModel) -> None:
    assert SignalModel.load(check=True).card == model.card
    assert {name for name, _ in model.card.files} == {"encoder.onnx", "heads.npz", "tokenizer.json", "unasked.npz"}
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 30 * 1000**2


def test_the_card_knows_what_was_seen_in_training(model: SignalModel) -> None:
    assert len(model.card.seen) > 300
    assert not model.card.has_seen("be-never", "Words that nobody said.")
    seen = replace(model.card, seen=frozenset({fingerprint("be-1", "So, um.")}))
    assert seen.has_seen("be-1", "So, um.") and not seen.has_seen("be-1", "So, no.")


def test_missing_weights_say_which_file(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match=r"card\.json"):
        SignalModel.load(tmp_path)
    shutil.copy(WEIGHTS / "card.json", tmp_path)
    with pytest.raises(WeightsMissing, match=r"heads\.npz"):
        SignalModel.load(tmp_path)


def test_damaged_weights_say_what_was_expected(tmp_path: Path) -> None:
    for name in ("card.json", "tokenizer.json", "encoder.onnx", "unasked.npz"):
        shutil.copy(WEIGHTS / name, tmp_path)
    whole = (WEIGHTS / "heads.npz").read_bytes()
    for broken in (whole[: len(whole) // 2], b"PK"):
        (tmp_path / "heads.npz").write_bytes(broken)
        with pytest.raises(WeightsDamaged, match="arrays"):
            SignalModel.load(tmp_path)
    (tmp_path / "heads.npz").write_bytes(b"no arrays at all")
    with pytest.raises(WeightsDamaged, match="sha256"):
        SignalModel.load(tmp_path, check=True)
    with pytest.raises(WeightsDamaged, match="arrays"):
        SignalModel.load(tmp_path)
    shutil.copy(WEIGHTS / "heads.npz", tmp_path)
    (tmp_path / "encoder.onnx").write_bytes(b"no graph")
    with pytest.raises(WeightsDamaged, match="usable model"):
        SignalModel.load(tmp_path).read(story(WEAK))
    (tmp_path / "card.json").write_text("{}")
    with pytest.raises(WeightsDamaged, match="trained_on"):
        SignalModel.load(tmp_path)
