from dataclasses import replace

import pytest
from tokenizers import Tokenizer

from sparring.domain.round import Round
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model.signal_model import WEIGHTS
from sparring.listening.model.windows import STRIDE, WINDOW, Windows, windows

ASKS, SAYS = Speaker.INTERVIEWER, Speaker.CANDIDATE
TURNS = (
    Turn(0, 0, ASKS, "Design a rate limiter."),
    Turn(1, 30, SAYS, "How many requests a second do we get? I would start from there, before any box."),
    Turn(2, 60, ASKS, "About two hundred thousand."),
    Turn(3, 90, SAYS, "Then one node is not enough for it."),
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def design(turns: tuple[Turn, ...] = TURNS, planned: float | None = None) -> Transcript:
    return Transcript("t", Round.SYSTEM_DESIGN, "rate_limiter", "Design a rate limiter", turns, planned=planned)


def long_round(turns: int) -> Transcript:
    said = "We keep a counter for each client in memory and write it out every second, which can lose a second."
    more = [Turn(i, 30.0 * i, ASKS if i % 2 == 0 else SAYS, "And then?" if i % 2 == 0 else said) for i in range(turns)]
    return design(tuple(more), planned=2700)


def cut(tokenizer: Tokenizer, transcript: Transcript, opening: str = "") -> Windows:
    return windows(transcript, tokenizer, tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"), opening)


def words(tokenizer: Tokenizer, found: Windows, place: int) -> str:
    x = found.sentences[place]
    return str(tokenizer.decode(list(found.windows[x.window].ids[x.first : x.last])))


def test_a_short_session_is_one_window_that_says_who_speaks_and_when(tokenizer: Tokenizer) -> None:
    found = cut(tokenizer, design())
    (window,) = found.windows
    assert tokenizer.decode(list(window.ids)) == (
        "system design | design a rate limiter [ i ] design a rate limiter. [ c ] 33 % how many requests a second do "
        "we get? i would start from there, before any box. [ i ] about two hundred thousand. [ c ] 100 % then one node "
        "is not enough for it."
    )
    said = tokenizer.decode([x for x, own in zip(window.ids, window.own, strict=True) if own])
    assert said.startswith("how many requests") and said.endswith("enough for it.") and "thousand" not in said
    assert not window.full


def test_every_sentence_is_found_where_it_stands(tokenizer: Tokenizer) -> None:
    found = cut(tokenizer, design())
    assert words(tokenizer, found, 0) == "how many requests a second do we get?"
    assert words(tokenizer, found, 2) == "then one node is not enough for it."
    assert [(x.turn, x.start) for x in found.sentences] == [(1, 0), (1, 38), (3, 0)]


def test_a_sentence_has_talk_on_both_sides_wherever_the_session_has(tokenizer: Tokenizer) -> None:
    found = cut(tokenizer, long_round(80))
    assert len(found.windows) > 5
    narrowest = (WINDOW - STRIDE) // 2 - 30
    for x in found.sentences[3:-3]:
        assert x.first > narrowest and len(found.windows[x.window].ids) - x.last > narrowest
    assert words(tokenizer, found, 20).startswith("we keep a counter for each client")
    assert words(tokenizer, found, 20).endswith("which can lose a second.")


def test_what_is_said_later_leaves_full_windows_as_they_were(tokenizer: Tokenizer) -> None:
    whole = cut(tokenizer, long_round(80))
    for turns in (20, 41, 60):
        so_far = [x for x in cut(tokenizer, long_round(turns)).windows if x.full]
        assert so_far and so_far == list(whole.windows[: len(so_far)])


def test_an_answer_without_its_question_is_given_one(tokenizer: Tokenizer) -> None:
    answer = replace(design((Turn(0, 0, SAYS, "I would count requests for each client first."),)), title="x")
    (window,) = cut(tokenizer, answer, "Design a rate limiter.").windows
    assert "[ i ] design a rate limiter. [ c ] 0 %" in tokenizer.decode(list(window.ids))
    asked = cut(tokenizer, design(), "Something else.").windows[0]
    assert "something else" not in tokenizer.decode(list(asked.ids))


def test_a_session_of_the_interviewer_alone_has_no_sentence(tokenizer: Tokenizer) -> None:
    assert cut(tokenizer, design(TURNS[:1])).sentences == ()


def test_each_turn_knows_what_the_interviewer_had_said_before_it(tokenizer: Tokenizer) -> None:
    own = Turn(4, 100, SAYS, "And it has to fail open.")
    found = cut(tokenizer, design((*TURNS, own)))

    def words_before(turn: int) -> str:
        x = found.asked[turn]
        return str(tokenizer.decode(list(found.windows[x.window].ids[x.first : x.last])))

    assert [words_before(turn) for turn in (1, 3, 4)] == [
        "design a rate limiter.",
        *["about two hundred thousand."] * 2,
    ]
    assert cut(tokenizer, design(TURNS[1:])).asked.keys() == {3}
