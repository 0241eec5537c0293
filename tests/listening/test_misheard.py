"""What was perhaps misheard is held against nobody."""

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act, Claim, ClaimKind, Cue, Heard
from sparring.listening.misheard import quoted, spared

TEXT = "Ten million a day is a thousand rights per second, and it was their fault."
RIGHTS = (TEXT.index("thousand"), TEXT.index(" per"))
HEARD = Heard(
    acts=frozenset({Act.ABUSE, Act.DONE}),
    claims=(
        Claim(ClaimKind.ARITHMETIC, "a thousand rights per second", "1000", "115", False, "Again?", "one"),
        Claim(ClaimKind.ARITHMETIC, "a thousand rights per second", "1000", "1000", True, "Again?", "two"),
        Claim(ClaimKind.BELIEF, "it was their fault", "", "", False, "Was it?", "three"),
    ),
    cues=(
        Cue("estimation", Polarity.MINUS, "a thousand rights", TEXT.index("a thousand"), "rough", 0.9),
        Cue("estimation", Polarity.PLUS, "a thousand rights", TEXT.index("a thousand"), "number", 0.9),
        Cue("ownership", Polarity.MINUS, "their fault", TEXT.index("their"), "blame", 0.9),
    ),
)


def test_nothing_is_spared_of_what_was_heard_surely() -> None:
    assert spared(HEARD, TEXT, ()) is HEARD


def test_what_rests_on_an_unsure_word_speaks_for_somebody_and_not_against_them() -> None:
    kept = spared(HEARD, TEXT, (RIGHTS,))
    assert kept.acts == {Act.DONE}
    assert [claim.ref for claim in kept.claims] == ["two", "three"]
    assert [cue.rule for cue in kept.cues] == ["number", "blame"]


def test_a_quote_is_unsure_by_a_word_in_it_and_where_it_cannot_be_found() -> None:
    assert quoted("a thousand rights", TEXT, (RIGHTS,))
    assert not quoted("Ten million a day", TEXT, (RIGHTS,))
    assert quoted("ten billion", TEXT, ())
