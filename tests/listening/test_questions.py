"""Which questions are for the interviewer."""

import pytest

from sparring.listening.questions import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many users are there?", ("How many users are there?",)),
        (
            "do we need to support groups and how many users are there",
            ("do we need to support groups", "how many users are there"),
        ),
        ("Is it distributed, and what's the peak QPS?", ("Is it distributed", "what's the peak QPS?")),
        ("I'll assume 10k users, is that fair?", ("I'll assume 10k users, is that fair?",)),
        ("I'll assume ten thousand users. Is that okay?", ("I'll assume ten thousand users. Is that okay?",)),
        ("what happens if the list is empty?", ("what happens if the list is empty?",)),
        ("okay um can the input be empty", ("okay um can the input be empty",)),
        ("how many tenants", ("how many tenants",)),
        (
            "so i'm going to assume ten million daily users is that reasonable",
            ("so i'm going to assume ten million daily users is that reasonable",),
        ),
        ("who is going to use this", ("who is going to use this",)),
        ("should I also handle retries?", ("should I also handle retries?",)),
        ("Is it ranked, or newest first?", ("Is it ranked, or newest first?",)),
        (
            "how many distinct API keys are there, and how many customers?",
            ("how many distinct API keys are there", "how many customers?"),
        ),
        (
            "Does reading an entry extend its life, and what happens when it is full?",
            ("Does reading an entry extend its life", "what happens when it is full?"),
        ),
        (
            "Which eviction do you want? And what if capacity is zero?",
            ("Which eviction do you want?", "And what if capacity is zero?"),
        ),
        (
            "How many notifications a day, and which channels?",
            ("How many notifications a day", "which channels?"),
        ),
        ("Okay, thanks. How many users are there.", ("How many users are there.",)),
        ("Could you tell me how many users we have?", ("Could you tell me how many users we have?",)),
        ("Which channels? And how many a day?", ("Which channels?", "And how many a day?")),
        ("Which channels?", ("Which channels?",)),
    ],
)
def test_questions_to_the_interviewer(text: str, expected: tuple[str, ...]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "so what do I need here? I need a map.",
        "Which key? The city, and inside of it the cell, so one request needs two reads.",
        "You mean the project? I told you, I have no figure for it.",
        "I'm not sure what you mean by that. The webhook? We built it in two weeks and signed the payloads.",
        "Which list do you mean?",
        "Can we finish here?",
        "We shard by user, right?",
        "right?",
        "We shard by user id. Does that make sense?",
        "what should I do next?",
        "Why push? Because reads dominate.",
        "What happens if Redis dies? The limiter fails open.",
        "I don't know how many users there are",
        "It depends on how many users there are and what they do.",
        "can you repeat the question",
        "what was the question?",
        "Could you say that again?",
        "What do you mean by reluctantly?",
        "what does eventual mean here?",
        "how long do I have left?",
        "How are we doing on time?",
        "What would you like me to go deeper on, the data model or the hot customer?",
        "can I get a hint?",
        "what's the right answer?",
        "how am I doing?",
        "shall I go deeper here?",
        "I wrote it down, sent it to both leads and asked how they would do it, and have the business sign it.",
        "We had four teams. Nobody knew how many people they need, and can we really wait, so I went. It took long.",
        "Is it a copy. Um, the new data equals the old data here, so I think it is not a copy at all.",
        "what would I do differently? I'd start with the schema",
        "I used a heap and then a map.",
        "it's the end, which is short, so the memmove is cheap",
        "do that so ordinary changes go to one percent first",
        "we have a lot of workers and they do it as they like",
        "it's bounded, isn't it, since somebody capped it",
        "and how old the oldest of those is that one i would page on",
        "",
    ],
)
def test_none_of_these_asks_the_interviewer(text: str) -> None:
    assert split(text) == ()


def test_questions_are_verbatim_and_in_order() -> None:
    text = "Sure. Who writes it? I'd guess batch jobs. And are there duplicates, or is every id unique?"
    found = split(text)
    assert found == ("Who writes it?", "And are there duplicates, or is every id unique?")
    assert [text.find(question) for question in found] == sorted(text.find(question) for question in found)


def test_every_question_of_a_sentence_counts_also_those_that_a_colon_announces() -> None:
    day = "Then again: how many messages per day across all forty teams, and what is the highest peak?"
    assert split(day) == (
        "how many messages per day across all forty teams",
        "what is the highest peak?",
    )
    rest = "The rest was: can customers opt out per channel, and are there quiet hours?"
    assert split(rest) == ("can customers opt out per channel", "are there quiet hours?")
    exact = "One question: must len be exact after each call, or may it lag a little?"
    assert split(exact) == ("must len be exact after each call, or may it lag a little?",)


def test_whether_anybody_objects_is_a_check_in_and_asks_for_no_fact() -> None:
    assert split("I'd write the core first and then the eviction. Any objection?") == ()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            "I need two more things: how many keys in all, and how many regions. I'd assume no loss.",
            ("how many keys in all", "how many regions"),
        ),
        ("You didn't say how many keys there are. If you have figures, give me them.", ("how many keys there are",)),
        ("You never told me what a write costs.", ("what a write costs",)),
        ("I need three things: a queue, a store and a cache. Then we see how many keys it holds.", ()),
        ("They didn't say how many. We went on.", ()),
    ],
)
def test_what_is_asked_for_without_a_mark_is_a_question(said: str, asked: tuple[str, ...]) -> None:
    assert split(said) == asked


def test_a_list_of_short_questions_comes_apart() -> None:
    said = "Second, how much: how many keys, how big is a value, and how many reads a second at the peak?"
    assert split(said) == ("how many keys", "how big is a value", "how many reads a second at the peak?")
