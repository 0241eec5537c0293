"""Growth of time and space as a candidate states it, against what the question allows."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass

from sparring.domain.heard import Claim, ClaimKind
from sparring.domain.question import CodingQuestion, Complexity

_RANKS = ("1", "log log n", "log n", "sqrt n", "n", "n log n", "n^2", "n^2 log n", "n^3", "2^n", "n!")
"""Growth in one variable, slowest first."""

_NAMED = {
    "constant": "1",
    "logarithmic": "log n",
    "linear": "n",
    "linearithmic": "n log n",
    "quadratic": "n^2",
    "cubic": "n^3",
    "exponential": "2^n",
    "factorial": "n!",
}
_TYPED = re.compile(r"\bO\s?\(((?:[^()\n]|\([^()\n]{0,30}\)){1,40})\)|[ΘΩθ]\s?\(((?:[^()\n]){1,40})\)", re.IGNORECASE)
_VARIABLE = r"(?:n|m|k|v|e|d|l|w|h|s|one|1)"
_SPOKEN = re.compile(
    rf"\b(?:big )?(?:o|oh|order) of (?P<of>{_VARIABLE}(?: (?:squared|cubed|plus|times|log|logs|square|root|{_VARIABLE}))*|log(?: of)? {_VARIABLE}|"
    rf"constant|linear)\b"
    rf"|\b(?P<bare>n log n|log n|n squared|n cubed|n square|v plus e|n log k|n plus m|n times m|n times k|n k|two to the n)\b"
    rf"|\b(?P<name>constant|logarithmic|linear|linearithmic|quadratic|cubic|exponential|factorial)\b(?P<after> (?:time|space|memory|in|overall|extra|amorti[sz]ed))?"
)
_PREDICATED = re.compile(
    r"(?:\b(?:is|are|it's|its|that's|thats|be|runs? in|in|time|space|get|gets|put|still|becomes|went|goes|roughly|basically|nearly)\s+)$"
)
_SPACE = re.compile(r"\b(?:space|memory|storage|extra)\b")
_TIME = re.compile(r"\b(?:time|runtime|running|runs?|fast|slow|operations?|steps|lookups?|passes)\b")
_OWN = re.compile(
    r"\b(?:overall|in total|altogether|total (?:time|space|complexity|cost)|(?:time|space|runtime) complexity (?:is|of this|here|will be|would be|becomes|:)|"
    r"(?:my|this|the) (?:solution|approach|algorithm|function|implementation|whole thing|whole)\b.{0,40}\b(?:is|runs|takes)|"
    r"(?:this|it|whole thing|solution) runs in|(?:everything|all of it|the whole thing|it all|the (?:whole |entire )?(?:cache|class|structure|store|limiter|code))(?: here| then)? (?:is|are|runs in|takes|needs|uses|has)|"
    r"^(?:so |okay |and |well )*(?:it's|it is|that's|that is|this is)(?: just| all| only| basically)? (?:o\(|o of |oh of )[^.;]{1,30} (?:time|in time)\b.{1,12}(?:space|memory)|o\([^)]*\) time and o\([^)]*\) space)"
)
_PART = re.compile(
    r"\b(?:remov\w+|deleti\w+|lookups?|look-ups?|insert\w*|append\w*|popp?\w*|push\w*|access\w*|unlink\w*|mov(?:e|es|ing)|evict\w*|index\w*|hash\w*|compar\w+|heap\w*|peek\w*|this line|that line|this loop|that loop|inner loop|"
    r"(?:linked )?list \w+|dict\w* \w+|map \w+|set \w+|the \w+ step)(?: [a-z]+){0,6}? (?:is|are|takes?|costs?|runs?|would be|will be|was|stays?)\b"
)
"""One operation as what is being measured, which says nothing about the whole."""
_OTHER = re.compile(
    r"\b(?:brute|naive|naively|instead|alternative|alternatively|other(?:wise)?|could|would|worst|best|if|unless|each|per|every|lookup|insert\w*|"
    r"sort(?:ing|ed)?|heap|hash|push|pop|inner|outer|first|second|before|earlier|used to|not|isn't|wouldn't|than|down|from|better|"
    r"improve|could've|without|nowhere|never|avoid\w*|no longer|amorti[sz]ed|average|expected|theor\w*|ideal\w*|want|target|goal|can we|possible)\b"
)
_BESIDE = re.compile(r"\b(?:extra|auxiliary|additional|besides?|beyond|on top)\b")
"""Said of the space that comes on top of the input, which is not what a question gives."""

_LINEAR_SORT = re.compile(
    r"\b(?:sort(?:ed|ing|s)?(?:\(\))?|timsort)\b[^.;,]{0,30}?\b(?:is|are|runs? in|takes?|costs?|be)\b\s*"
    r"(?:also |just |only |basically |still |now )*(?:linear\b|o ?\(n\)|o of n\b)(?! log| times)",
    re.IGNORECASE,
)
_SORTS_LINEARLY = re.compile(
    r"\b(?:almost|nearly|mostly|already|partial\w*|merg\w+|counting|radix|bucket|like this|if|when|best|not|isn't|runs of)\b|\?",
    re.IGNORECASE,
)
"""Where a sort is linear, or nobody says that it is."""

_ASKS = {
    "time": "Can you take me through how you get to that running time?",
    "space": "What makes you say that about the memory? Walk me through what is held.",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A growth that was stated."""

    form: str
    """Canonical, e.g. `n log n`."""

    of: str
    """`time` or `space`."""

    start: int
    end: int


def canonical(growth: str) -> str:
    """A growth in one form: `O(N*log(N))`, `n log n` and `O of n log n` are all `n log n`; a form unknown is only tidied."""
    text = growth.lower().strip()
    text = re.sub(r"^(?:big )?(?:o|oh|order) of |^[oθω]\s?\((.*)\).*$", r"\1", text)
    text = (
        text.replace("²", "^2")
        .replace("³", "^3")
        .replace("**", "^")
        .replace("·", " ")
        .replace("*", " ")
        .replace("×", " ")
        .replace("√", "sqrt ")
    )
    text = re.sub(r"\bone\b|\bconstant\b", "1", re.sub(r"\blinear\b", "n", text))
    text = re.sub(r"(\w) (?:squared?|square)\b", r"\1^2", re.sub(r"(\w) cubed\b", r"\1^3", text))
    text = re.sub(r"\btwo to the (\w)\b", r"2^\1", text).replace(" plus ", " + ").replace(" times ", " ")
    text = re.sub(r"\blogs?(?:2|_2)?(?: of)?\s*\(?\s*(\w)\s*\)?", r"log \1", text)
    text = re.sub(r"\s*\+\s*", "+", re.sub(r"\s*\^\s*", "^", text))
    return " + ".join(sorted((_product(term) for term in text.split("+")), key=lambda term: (term == "1", term)))


def _product(term: str) -> str:
    """One product with its factors in order: plain ones by letter, logarithms last."""
    factors = re.findall(r"sqrt *\(?\w\)?|log(?: log)? ?\w|[\w^!]+", term.strip(" ()"))
    plain = sorted(factor for factor in factors if not factor.startswith("log"))
    logs = sorted(factor for factor in factors if factor.startswith("log"))
    merged = " ".join([*plain, *logs])
    return re.sub(r"\b(\w) \1\b(?! \^)", r"\1^2", merged) or term.strip()


def find(sentence: str) -> tuple[Stated, ...]:
    """Growths stated in a sentence, in order."""
    found: list[Stated] = []
    lowered = sentence.lower() if len(sentence.lower()) == len(sentence) else sentence
    for match in _TYPED.finditer(lowered):
        found.append(
            Stated(
                canonical(match[1] or match[2]), _of(lowered, match.start(), match.end()), match.start(), match.end()
            )
        )
    for match in _SPOKEN.finditer(lowered):
        if any(stated.start <= match.start() < stated.end for stated in found):
            continue
        form = _spoken(lowered, match)
        if form:
            found.append(Stated(form, _of(lowered, match.start(), match.end()), match.start(), match.end()))
    return tuple(sorted(found, key=lambda stated: stated.start))


def _spoken(text: str, match: re.Match[str]) -> str:
    """Canonical form of a spoken growth; empty where the word describes something else ("a linear scan")."""
    if match["of"]:
        return canonical(match["of"])
    if match["bare"]:
        return canonical(match["bare"])
    after = match["after"] or ""
    noun_follows = re.match(
        r"\s+(?!time|space|memory|in\b|overall|extra|and|or|but|so|because|since|not|the|with|for|on|too)[a-z]",
        text[match.end() :],
    )
    said_so = _PREDICATED.search(text, max(0, match.start() - 14), match.start())
    return _NAMED[match["name"]] if after or (said_so and not noun_follows) else ""


def _of(text: str, start: int, end: int) -> str:
    """Whether the growth at `start` is of time or space: the nearer word decides, time where none is near."""
    before, after = text[max(0, start - 45) : start], text[end : end + 22]
    after = re.split(r"[,.;—]|\b(?:and|but|using|with|by)\b", after)[0]
    after = f"{text[start:end]} {after}"
    if _SPACE.search(after):
        return "space"
    if _TIME.search(after):
        return "time"
    before = re.split(r"[.;,]|\band\b|\bbut\b", before)[-1]
    return "space" if _SPACE.search(before) else "time"


def check(sentence: str, question: CodingQuestion) -> tuple[Claim, ...]:
    """Stated growths that can be judged against the question; what may be about a part of the code is left alone, but
    that a sort were linear."""
    claims = _of_sorting(sentence)
    for stated in find(sentence):
        holds = _holds(stated, sentence, question)
        if holds is None:
            continue
        expected = question.good.time if stated.of == "time" else question.good.space
        claims.append(
            Claim(
                kind=ClaimKind.COMPLEXITY,
                quote=sentence,
                stated=f"O({stated.form}) {stated.of}",
                computed=f"{expected} {stated.of}",
                holds=holds,
                ask=_ASKS[stated.of],
                ref=f"complexity:{stated.of}:{stated.form}",
            )
        )
    return tuple(claims)


def _of_sorting(sentence: str) -> list[Claim]:
    """The claim that a sort is linear, whatever the question."""
    if not _LINEAR_SORT.search(sentence) or _SORTS_LINEARLY.search(sentence):
        return []
    claim = Claim(
        kind=ClaimKind.COMPLEXITY,
        quote=sentence,
        stated="O(n) for a sort, time",
        computed="O(n log n) for a sort by comparison, time",
        holds=False,
        ask="On which input is a sort linear, and what does it cost on any other?",
        ref="complexity:time:sort",
    )
    return [claim]


def _holds(stated: Stated, sentence: str, question: CodingQuestion) -> bool | None:
    """True where it equals an expected form; False only for a firm statement about the whole that cannot be; else None."""
    lowered = sentence.lower()
    if "?" in sentence or (_PART.search(lowered, 0, stated.start) and not _OWN.search(lowered)):
        return None
    if stated.form in _accepted(question.good, stated.of) or stated.form in _accepted(question.naive, stated.of):
        return True
    beside = stated.of == "space" and _BESIDE.search(lowered)
    if beside or not _OWN.search(lowered) or _OTHER.search(lowered):
        return None
    if len({found.form for found in find(sentence) if found.of == stated.of}) > 1:
        return None
    best, worst = _rank(question.good, stated.of), _rank(question.naive, stated.of)
    if stated.form not in _RANKS or best is None or worst is None:
        return None
    rank = _RANKS.index(stated.form)
    return False if rank < best or rank > max(best, worst) else None


def _accepted(complexity: Complexity, of: str) -> tuple[str, ...]:
    """Canonical forms that state a complexity correctly."""
    if of == "space":
        return (canonical(_core(complexity.space)),)
    return tuple(canonical(_core(form)) for form in (complexity.time, *complexity.also))


def _core(text: str) -> str:
    """`O(1) amortised per call` as `O(1)`."""
    match = _TYPED.search(text)
    return (match[1] or match[2]) if match else text


def _rank(complexity: Complexity, of: str) -> int | None:
    """Place among growths in one variable; None where the form has others."""
    form = canonical(_core(complexity.time if of == "time" else complexity.space))
    return _RANKS.index(form) if form in _RANKS else None
