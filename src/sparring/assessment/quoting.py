"""Verbatim stretches of a turn, short enough to read at a glance."""

import re

from sparring.listening import sentences

LONGEST = 40
"""Words of the longest quote."""

_WORD = re.compile(r"\S+")
_PAUSE = re.compile(r"[,;:!?]$|(?<!\b[a-z])(?<!\b(?:vs|eg|ie))(?<!etc)(?<!approx)\.$", re.IGNORECASE)
_NUMERAL = re.compile(
    r"\d|^(half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand|million)\W*$",
    re.IGNORECASE,
)
_BACK = 8
"""Words that are taken along, at most, where a quote would begin within a number."""

_MOSTLY = 0.5
"""Share of a sentence that a stretch must hold, or of the stretch that the sentence must, to belong together."""


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentences that a stretch is about, so that no quote stops inside of a sentence or a number.

    The signal model cuts at every full stop, that of 95.1 among them; people do not.
    """
    spans = [(a, b, min(b, end) - max(a, start)) for a, b in sentences.split(text)]
    about = [(a, b) for a, b, both in spans if both > 0 and both >= _MOSTLY * min(b - a, end - start)]
    return _with_numbers(text, *((about[0][0], about[-1][1]) if about else (start, end)))


def _with_numbers(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the numbers at its ends whole: "eight hundred" is not cut off before "and fifty petabytes"."""
    words = list(_WORD.finditer(text))
    inside = [i for i, word in enumerate(words) if word.end() > start and word.start() < end]
    if not inside:
        return start, end
    first, last = inside[0], inside[-1]
    if _goes_on(words, first):
        pauses = (i for i in range(first - 1, first - _BACK, -1) if i <= 0 or _PAUSE.search(words[i - 1].group()))
        start = words[max(0, next(pauses, first - _BACK))].start()
    more = last
    while more + 1 < len(words) and _goes_on(words, more + 1):
        more += 2 if words[more + 1].group().lower() == "and" else 1
    if more > last:
        # What comes after a number is its unit.
        end = words[min(more + 1, len(words) - 1)].end()
    return start, end


def _goes_on(words: list[re.Match[str]], i: int) -> bool:
    """Whether a number of the words before goes on with this one: "hundred" with "and fifty" or "thousand"."""
    before = words[i - 1].group() if i else ""
    here = [word.group() for word in words[i : i + 2]]
    number = here[1:] if here[0].lower() == "and" else here[:1]
    return bool(_NUMERAL.search(before)) and not _PAUSE.search(before) and bool(number and _NUMERAL.search(number[0]))


def readable(text: str) -> bool:
    """Whether a stretch is short enough for one quote."""
    return len(text.split()) <= LONGEST


def trimmed(text: str, start: int, end: int, longest: int = LONGEST) -> tuple[int, int]:
    """The span without white space around it, cut after `longest` words or at a pause in the second half of them."""
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return start, start
    if len(words) > longest:
        pauses = [i for i in range(longest // 2, longest) if _PAUSE.search(words[i].group())]
        words = words[: (pauses[-1] if pauses else _last_word(words, longest)) + 1]
        last = words[-1]
        return words[0].start(), last.start() + len(last.group().rstrip(",;:"))
    return words[0].start(), words[-1].end()


def _last_word(words: list[re.Match[str]], longest: int) -> int:
    """Index of the last word of a quote that has no pause to end on; never a number, whose unit would be lost."""
    return next(i for i in range(longest - 1, -1, -1) if not i or not _NUMERAL.search(words[i].group()))


def short(quote: str, words: int = 14) -> str:
    """The first words of a quote, for use inside a sentence; an ellipsis where it was cut."""
    found = quote.split()
    return " ".join(found) if len(found) <= words else " ".join(found[:words]).rstrip(",;:.") + " …"


def question_of(text: str) -> str:
    """The question an interviewer's turn ends on, without what leads up to it; the whole turn where it asks nothing."""
    asked = [sentence for sentence in sentences.texts(text) if sentence.rstrip("\"'”)").endswith("?")]
    return asked[-1] if asked else text
