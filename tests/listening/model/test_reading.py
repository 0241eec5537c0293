import json
from pathlib import Path

import pytest

from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.listening.model.errors import ReadingMalformed
from sparring.listening.model.heads import EVIDENCE_HEADS, RATING_HEADS
from sparring.listening.model.reading import from_outputs, stored


def row() -> dict[str, object]:
    return {
        "id": "be-1",
        "spans": [[1, 0, 10]],
        "evidence": [[i / 100 for i in range(len(EVIDENCE_HEADS))]],
        "ratings": [[2.0, 0.0, -2.0]] * len(RATING_HEADS),
    }


def test_outputs_come_in_the_order_that_the_weights_were_trained_with() -> None:
    assert EVIDENCE_HEADS[0] == (Round.BEHAVIORAL, "action", Polarity.PLUS)
    assert EVIDENCE_HEADS[-1] == (Round.SYSTEM_DESIGN, "tradeoffs", Polarity.MINUS)
    assert RATING_HEADS[0] == (Round.BEHAVIORAL, "action")
    assert RATING_HEADS[-2:] == ((Round.CODING, "verdict"), (Round.CODING, "altitude"))


def test_a_reading_keeps_only_the_heads_of_its_round() -> None:
    reading = from_outputs("fold", Round.BEHAVIORAL, row())
    assert reading.sentences[0].probability["action", Polarity.PLUS] == 0.0
    assert "estimation" not in reading.ratings
    assert reading.expected("ownership") == pytest.approx(2.5)


@pytest.mark.parametrize(("key", "value"), [("evidence", [[0.5]]), ("ratings", [[0, 0, 0]]), ("spans", [])])
def test_outputs_of_another_shape_are_refused(key: str, value: object) -> None:
    with pytest.raises(ReadingMalformed, match="expected"):
        from_outputs("fold", Round.BEHAVIORAL, {**row(), key: value})


def test_files_may_hold_a_list_or_an_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(json.dumps(row()) + "\n\n" + json.dumps({**row(), "id": "be-2"}) + "\n")
    assert [id_ for id_, _ in stored(path)] == ["be-1", "be-2"]
    path.write_text(json.dumps([row()]))
    assert [id_ for id_, _ in stored(path)] == ["be-1"]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(json.dumps(row()) + "\n{oops\n")
    with pytest.raises(ReadingMalformed, match=":2:"):
        list(stored(path))


@pytest.mark.parametrize("text", ['[{"id":1', '{"x": 1}', "3", '[{"id": "be-1"}]'])
def test_a_file_of_something_else_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(text)
    with pytest.raises(ReadingMalformed, match="expected"):
        list(stored(path))
