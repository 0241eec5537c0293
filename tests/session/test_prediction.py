"""What a candidate thinks of their own round."""

import pytest

from sparring.domain.round import Verdict
from sparring.session.prediction import predicted


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I'd say strong hire", Verdict.STRONG_HIRE),
        ("probably a no hire", Verdict.NO_HIRE),
        ("no_hire", Verdict.NO_HIRE),
        ("strong no, I froze", Verdict.STRONG_NO_HIRE),
        ("It went well, hire I think", Verdict.HIRE),
        ("not so good", Verdict.NO_HIRE),
        ("okay I guess", Verdict.HIRE),
        ("I wouldn't hire me", Verdict.NO_HIRE),
        ("not a hire", Verdict.NO_HIRE),
        ("I don't think it's a hire", Verdict.NO_HIRE),
        ("I didn't do well", Verdict.NO_HIRE),
        ("I doubt I'd pass", Verdict.NO_HIRE),
        ("terrible", Verdict.STRONG_NO_HIRE),
        ("Not bad, I think.", Verdict.HIRE),
        ("I didn't do badly", Verdict.HIRE),
        ("Not good, it was bad.", Verdict.NO_HIRE),
        ("It went great", Verdict.HIRE),
        ("Not a strong hire, but a hire.", Verdict.HIRE),
        ("I wouldn't say strong hire.", Verdict.NO_HIRE),
        ("I don't think it was a strong yes.", Verdict.NO_HIRE),
        ("No way I passed.", Verdict.NO_HIRE),
        ("I'd say nobody would hire me.", Verdict.NO_HIRE),
        ("Yes it was bad", Verdict.STRONG_NO_HIRE),
        ("I think I passed", Verdict.HIRE),
        ("I passed over the cache too quickly and it was poor.", Verdict.NO_HIRE),
        ("Not perfect, but I think it's a hire.", Verdict.HIRE),
        ("I'm not sure, but I think I passed.", Verdict.HIRE),
        ("I didn't finish the code, but hire.", Verdict.HIRE),
        ("No doubt I passed.", Verdict.HIRE),
        ("no problems, it went well", Verdict.HIRE),
        ("I don't think I passed.", Verdict.NO_HIRE),
        ("🤷", None),
        ("", None),
    ],
)
def test_a_verdict_is_read_out_of_what_is_said(text: str, verdict: Verdict | None) -> None:
    assert predicted(text) is verdict
