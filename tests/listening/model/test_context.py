from sparring.domain.round import Round
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model.context import headings

ASKS, SAYS = Speaker.INTERVIEWER, Speaker.CANDIDATE
TURNS = (
    Turn(0, 0, ASKS, "Design a rate limiter."),
    Turn(1, 30, SAYS, "How many requests a second do we get? I would start from there, before any box."),
    Turn(2, 60, ASKS, "About two hundred thousand."),
    Turn(3, 90, SAYS, "Then one node is not enough for it."),
)


def transcript(planned: float | None = None) -> Transcript:
    return Transcript("t", Round.SYSTEM_DESIGN, "rate_limiter", "Design a rate limiter", TURNS, planned=planned)


def test_the_context_is_what_the_weights_were_trained_with() -> None:
    first, second, third = headings(transcript())
    assert first.context == "system design | Design a rate limiter | 33% | [i] Design a rate limiter. [c] "
    assert first.sentence == "How many requests a second do we get?"
    assert second.context.endswith("[c] How many requests a second do we get? ")
    assert third.context == (
        "system design | Design a rate limiter | 100% | [i] Design a rate limiter. [c] How many requests a second do "
        "we get? I would start from there, before any box. [i] About two hundred thousand. [c] "
    )


def test_the_planned_length_is_known_from_the_start() -> None:
    live = Transcript("t", Round.SYSTEM_DESIGN, "rate_limiter", "Design a rate limiter", TURNS[:2], planned=900)
    assert list(headings(live)) == list(headings(transcript(planned=900)))[:2]


def test_an_answer_without_its_question_is_given_one() -> None:
    answer = Transcript("t", Round.BEHAVIORAL, "x", "A time you led", (Turn(0, 0, SAYS, "I led one thing last year."),))
    (heading,) = headings(answer, "Tell me about a time you led.")
    assert heading.context == "behavioral | A time you led | 0% | [i] Tell me about a time you led. [c] "
