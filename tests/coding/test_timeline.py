from sparring.coding.timeline import Timeline, snapshots_summary
from sparring.domain.transcript import Snapshot

STARTER = "def f():\n    pass\n"


def saved(at: float, text: str) -> Snapshot:
    return Snapshot(at, "python", text)


def test_a_round_with_no_code() -> None:
    assert snapshots_summary([], STARTER) == Timeline(0, None, None, 2, 0.0, 0.0)
    assert snapshots_summary([saved(3, STARTER), saved(9, STARTER + "\n\n")], STARTER).first_code is None


def test_first_code_pause_and_rewriting() -> None:
    versions = [
        saved(0, STARTER),
        saved(300, "def f():\n    return 1\n"),
        saved(330, "def f():\n    return 1\n"),
        saved(700, "def f():\n    x = 2\n    return x\n"),
    ]
    assert snapshots_summary(versions, STARTER) == Timeline(2, 300, 700, 3, 400, 1 / 3)
