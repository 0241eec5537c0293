"""What a turn does, besides what it says."""

# ruff: noqa: E501 - a pattern is read whole

import re
import unicodedata

from sparring.domain.heard import Act
from sparring.listening import sentences
from sparring.listening.language import foreign
from sparring.listening.questions import CHECK_IN, DIRECTION, FINISH, MEANING, OFFER, REPEAT, TIME
from sparring.listening.words import STOPWORDS, content, tokens

SHORT_BELOW = 6
"""Words of content below which a turn is short."""

LONG_ABOVE = 400
"""Words above which a turn is long."""

_PHRASES: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(pattern, re.IGNORECASE))
    for act, pattern in (
        (Act.ASKS_REPEAT, REPEAT.pattern),
        (Act.ASKS_MEANING, MEANING.pattern),
        (Act.ASKS_TIME, TIME.pattern),
        (
            Act.ASKS_HINT,
            r"\b(?:(?:can|could|may|might) (?:i|you|we) (?:please )?(?:get|have|give|offer|ask for)(?: me| us)?(?: maybe| perhaps)? (?:a |any |another |some |one )?(?:small |little |tiny )?(?:hint|clue|pointer|nudge)|"
            r"(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!\bonly )(?<!\bnot )(?<!['’]s )(?:a|any|need a|some|another) (?:small |little )?(?:hint|clue)s?\b(?: (?:please|would|for|on|here|might|maybe)|\s*[?.!]?\s*$)|give me a (?:small |little )?(?:hint|clue|pointer|nudge)|i(?:'d| would) (?:take|like|love|appreciate) a (?:hint|clue|nudge)|"
            r"am i on the right track|i'm (?:really |completely |totally )?stuck\b.{0,40}\b(?:help|hint)|(?:can|could) you (?:help me|point me)|help me (?:out|here)\b|what am i missing\s*\?)",
        ),
        (
            Act.ASKS_SOLUTION,
            r"\b(?:(?:just )?(?:tell|give|show) me the (?:answer|solution|right answer|code|optimal|best solution|expected)|what(?:'s| is| was) the (?:right|correct|expected|optimal|best|actual)? ?(?:answer|solution)\b|"
            r"how am i doing|how did i do\b|did i (?:pass|fail|do (?:ok|okay|well|good))|am i (?:passing|failing|doing (?:ok|okay|well|alright))|would you hire me|is (?:that|this) the (?:right|correct|expected) (?:answer|solution)\b|(?:which|what) (?:\w+ )?(?:cases?|tests?) (?:still )?(?:fail(?:ed|s)?|(?:are|is|were) (?:still )?failing|(?:do|did|does)(?:n['’]t| not) pass)\b[^?]{0,20}\?|"
            r"what (?:would|should) the (?:answer|solution) be|what are you looking for (?:here|exactly)?\s*\?|what do you want (?:me to say|to hear)|what(?:'s| is) my (?:score|rating)|(?:can|could) you (?:just )?(?:solve|answer) (?:it|this))",
        ),
        (
            Act.THINKING,
            r"\b(?:(?:give|gimme) me (?:a|one|just a|half a) (?:second|sec|minute|moment|min)|let me think\b(?! (?:that|it) (?:was|is))|let me (?:have|take) a (?:second|moment|minute|sec)|"
            r"(?:can|could|may) i (?:have|take|get) (?:a|one|a couple of) (?:second|sec|minute|moment|min)s?|(?:just |hang on |hold on )(?:a|one) (?:second|sec|moment|minute)|one (?:second|sec|moment)\b(?= ?(?:please|while|let|[.,!?]|$))|"
            r"hold on\b(?=[\s,.]*(?:a|let|$))|i need a (?:second|minute|moment)|need to think\b|thinking\s*\.{2,}|bear with me|i'm thinking\b(?! (?:of|that|about a|we|it|a|the))|let me see\b(?=[\s.,…]*$))",
        ),
        (
            Act.DONE,
            r"(?:\b(?:i'm|i am|im|i think i'm|i think i am|we're|guess i'm) (?:done|finished|all done|all set)\b(?! (?:with (?!(?:the|my|this) (?:whole )?design\b(?! of\b))(?:the|that|this|my)|coding|writing|reading|sorting|for|by|and)\b)|(?:^|[.!?…]\s+|\b(?:and|so|think|then|okay|ok|yeah|no|well|um|uh|yes)[,.]?\s+)that(?:'s|s| is| was) (?:it|all|everything|about it|pretty much it)(?: (?:from me|really|for me|from my side|i have|i've got|i think|then|basically))*\s*[.!]?\s*$|"
            r"\bthat(?:'s|s| is| would be) (?:my|the) (?:final )?(?:answer|design|solution)\s*(?:then|i think|, i think|really)?\s*(?:[.!]?\s*$|[.!,]\s+(?:and |so )?i(?:'d| would) be (?:happy|glad|fine) to (?:stop|leave it|hear)\b)|\bnothing (?:more|else) (?:to add|from me)|\bi have nothing (?:more|else|to add)|\bi(?:'ve| have) nothing (?:more|else|to add)|"
            rf"{FINISH.pattern}|\bthe design is (?:done|complete|finished)\b|\bthat(?:'s|s| is) me done\b|\bthat concludes\b|\bi rest my case\b|\bi(?:'d|'ll| would| will) (?:stop|leave it) (?:here|there)\b|\b(?:that|this)(?:'s|s| is) where i(?:'d|'ll| would| will)? (?:stop|leave it|end)\b|^\s*done\s*[.!]?\s*$)",
        ),
        (Act.ASKS_DIRECTION, DIRECTION.pattern),
        (Act.CHECKS_IN, CHECK_IN.pattern),
        (
            Act.ABUSE,
            r"(?:\bfuck (?:you|off)\b|\bf+u+c+k+ (?:u|ya)\b|\bscrew you\b|(?:^|[.!?]\s+|\b(?:please|just|oh|so|now|okay|ok|(?:will|can|could|would) you),? )shut (?:the \w+ )?up\b(?!\s+(?:the|a|for|when|while|in|about|and)\b)|\bshut the (?:fuck|hell) up\b|\bgo to hell\b|\bpiss off\b|\b(?:you|you're|you are|youre|u r|ur) (?:are |'re )?(?:such )?(?:an? |the |so |just |really |fucking |bloody |complete(?:ly)? |total(?:ly)? |a fucking |a complete |a total )*"
            r"(?:idiot|moron|stupid|useless|dumb|imbecile|asshole|bitch|bastard|pathetic|piece of (?:shit|crap|garbage|junk)|dumbass|incompetent|retard(?:ed)?|worthless|clown)\b|"
            r"\b(?:stupid|dumb|idiotic|useless|worthless|fucking|shitty) (?:bot|robot|machine|ai|interviewer|program)\b|\bi hate you\b|\bkill yourself\b|\byou suck\b|\bwaste of my time,? you\b)",
        ),
        (
            Act.INSTRUCTION,
            r"(?:\b(?:ignore|disregard|forget|override|bypass) (?:all |any |everything |of |the |your |my |these |those |previous |prior |above |earlier |system |and )*(?:instructions?|prompts?|rubric|guidelines|directions|programming|told)\b|"
            r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |of |the |and )*(?:your|previous|prior|the above|system) (?:\w+ )?rules\b|"
            r"^\s*(?:assistant|developer)\s*:|^\s*(?:system|user)\s*:\s*(?:you|ignore|rate|score|give|set|print|reveal|act|respond|the candidate|this candidate|override|disregard|forget|from now|new|hire|strong|senior|staff|[1-4])\b|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?(?:inst|system)\]|###\s*(?:system|instruction)|"
            r"(?<!can )(?<!could )(?<!users )(?<!readers )(?<!people )(?<!they )\b(?:rate|score|grade|mark) (?:me|this(?: answer| candidate| session)?|my answer|the candidate) (?:a |an |as |with |at )*(?:[1-5]\b|four|five|ten|10|full marks|top marks|perfect|highest|maximum|strong[_ ]hire|hire\b|senior\b|staff\b)|\bgive (?:me|this answer|the candidate) (?:a |an |the )?(?:perfect|full|top|highest|maximum|strong|good|[1-5]/5|[1-5] out of)\b.{0,12}(?:score|rating|marks?|hire)|"
            r"\b(?:print|reveal|show|output|repeat|dump|leak|display|tell me) (?:me |us )?(?:your |the |all )?(?:system |hidden |secret |full |scoring |internal )*(?:rubric|prompt|instructions|anchors|answer key|scorecard|system message)\b|"
            r"\byou are now (?:dan\b|(?:a|an|my|in|the) (?:ai|assistant|unrestricted|different|helpful|friendly|generous|interviewer|rater|evaluator|developer|debug|admin|god|new)\b)|\b(?:act|behave|respond) as (?:if you|an? (?:ai|assistant|unrestricted|different))|\benter (?:developer|debug|admin|god) mode\b|\bjailbreak\b|\bnew instructions?\s*:|\bend the interview and (?:pass|hire|rate)|\bset (?:the |my )?(?:verdict|rating)s? to\b|\bset (?:my scores?|(?:the |all )?scores? to (?:[1-5]|four|five|max\w*|the max\w*|full|strong|hire|senior|staff))\b|"
            r"\b(?:rate|score|grade|mark) (?:this as|every signal|all (?:the )?signals)\b|\bgive (?:me|my answer|the candidate) (?:a |an )?[1-4]\b(?! ?[,.]?\d)|\b(?:verdict|altitude|rating|output)\s*[:=]\s*(?:strong|hire|no[ _]hire|senior|staff|[1-4]\b)|\bas the rater\b|\bignore (?:your|the) (?:system )?prompt|\bend of transcript\b)",
        ),
    )
)
_INSTRUCTION, _ABUSE = (dict(_PHRASES)[act] for act in (Act.INSTRUCTION, Act.ABUSE))
_INSULTED_BY = re.compile(
    r"\b(?:(?<!\bi )(?<!i've )(?:said|says|told|tells|called|calls|shouted|yelled|wrote|texted|goes)"
    r"|(?:was|were|be) like|thought|myself)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
"""Before an insult: somebody in a story says it, or thinks it."""

_ASIDES = {Act.ASKS_REPEAT: REPEAT, Act.ASKS_MEANING: MEANING, Act.ASKS_TIME: TIME}
"""What is asked about the talk itself."""

ASIDE = 8
"""Words that may still follow an aside ("sorry, I lost you")."""

UNMARKED = 20
"""Words of a turn up to which an aside needs no question mark."""

_EXPLAINS = re.compile(r"(?:it|that|this|well|because|they|you)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:asked|asks|ask|said|says|told|saying|asking|goes|like|wrote)\b[^.?!]{0,25}$", re.IGNORECASE
)
_DONT_KNOW = re.compile(
    r"\b(?:i (?:really |honestly |just |actually |genuinely |still )?(?:don't|do not|dont|didn't) (?:know|really know|actually know)\b(?! what you(?:'re| are)? (?:mean|refer|ask|talk))|(?:i have |i've |i've got |honestly |sorry |i had |got )?no (?:idea|clue)\b|"
    r"i'm (?:really |honestly |actually )?(?:not|just not) (?:really )?(?:sure|certain|familiar)\b|im not sure\b|not (?:really )?sure\b|i haven't (?:used|worked|seen|heard|come across|thought)\b|"
    r"i(?:'ve| have) never (?:used|heard|worked|done|seen)\b|i couldn't (?:say|tell you)|can't (?:say|remember|recall)\b|don't (?:remember|recall)\b|beats me|dunno\b|you(?:'ve| have) (?:got|lost) me)",
    re.IGNORECASE,
)
_ESTIMATES = re.compile(
    r"\d|\b(?:half|a couple|a few|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
"""A figure, however vague, is an answer."""

SAYS_SO = 40
"""Words of a turn above which "I'm done" beside a question, or "that's it" at the end, is a part of an answer."""

MOST_NOTHING = 16
"""Words above which a turn says something, whatever it says there is no more of."""

_NOTHING_MORE = re.compile(
    r"(?:(?<!there's )(?<!there is )(?<!there was )(?<!is )(?<!was )\bnothing (?:else|more|further|really|comes to mind|springs to mind|that (?:comes|springs) to mind|i can think of|(?:much )?to add|from (?:me|my side))\b(?! (?:than|but|of|would|was|is|happens|changes|in the|on the (?!other))\b)|"
    r"\bthat(?:'s| is| was|s) (?:really |pretty much |about |basically )?(?:all|everything|it|the extent of it) (?:i (?:have|had|'ve got|know|can (?:think of|say|add|remember)|got)|i've got|on (?:that|this|it)|there is|for (?:that|this) (?:one|part)|from (?:me|my side))\b|"
    r"^\W*(?:(?:um+|uh+|well|hm+|honestly|so|okay|ok|no|nope|nah|i think)[\s,.]+)*not (?:really|particularly|especially|that i can think of)\b[\s,.]*(?:no|nope|sorry|i think|that i can think of|anything else|to be honest)?\W*$|"
    r"\b(?:can't|cannot|can not|couldn't|don't) (?:really )?(?:think of|have|see|got) (?:anything|any|much|a lot) (?:else|more)\b|\bi(?:'ve| have) (?:got )?nothing (?:else|more|to add)\b|^\W*(?:no[\s,.]+)?(?:i think )?(?:that|this) (?:about |pretty much )?covers (?:it|everything|most of it)\b|^\W*(?:no[\s,.]+)?i(?:'ve| have) (?:said|covered) (?:it all|everything|all i have)\b)",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:so i(?:'d|'ll| would|'ve)?|but i(?:'d|'ll| would|'ve| can| think| know| do)?|i'd (?:guess|start|measure|ask|look|check|find|bound|say|assume|try|begin|want|run|put)|my (?:guess|hunch|instinct|assumption)|"
    r"what i (?:do )?know|i would|i can reason|let's assume|i'll assume|assume|because|that's why|which is why|instead|so we|so the)\b",
    re.IGNORECASE,
)
_CODE_LINE = re.compile(
    r"^\s*(?:def \w+\s*\(|class \w+\s*[(:{]|(?:async )?function\s*\w*\s*\(|(?:public|private|protected|static) [\w<>\[\], ]+\(|import [\w.{}, *]+(?:;| from|$)|from [\w.]+ import|#include|"
    r"(?:for|while|if|elif|with|try|else)\b[^.?!]*:\s*$|(?:for|while|if)\s*\(.*\)\s*\{?|return\b[^.?!]*;?\s*$|(?:let|const|var|int|auto|val) \w+\s*=|[\w.\[\]'\"]+\s*(?:[-+*/|]?=|:=)\s*[^=\s].*|[\w.]+\([^)]*\)\s*[;{]?\s*$|[{}]\s*;?\s*$|SELECT .* FROM|CREATE TABLE|INSERT INTO|@\w+|"
    r"#\s?\w+|//\s?\w+|raise \w+|func \w+\()"
)
_CODE_SURE = re.compile(
    r"```|^[ \t]*(?:def \w+\(.*\)\s*(?:->.*)?:|class \w+(?:\(.*\))?:\s*$|(?:async )?function \w+\s*\(.*\)\s*\{|#include\s*<|from [\w.]+ import \w|SELECT .+ FROM \w|CREATE TABLE \w|public (?:static|class|void|int)\b)|"
    r"\b\w+\s*=>\s*[{(]|;\s*\}|\{\s*return\b|\b(?:self|this)\.\w+\s*=[^=]|def \w+\([\w, =:]*\):",
    re.MULTILINE,
)


def hear(text: str, questions: tuple[str, ...]) -> frozenset[Act]:
    """Everything a turn does; `questions` are those it puts to the interviewer."""
    if not _has_words(text):
        return frozenset({Act.EMPTY})
    if _is_code(text):
        return frozenset({Act.CODE, *((Act.ASKS,) if questions else ()), *_instructed(text)})
    words = text.split()
    acts = {act for act, pattern in _PHRASES if pattern.search(text)}
    if questions:
        acts.add(Act.ASKS)
    if foreign(text):
        return frozenset({Act.OTHER_LANGUAGE, *(acts & {Act.INSTRUCTION, Act.ABUSE})})
    if len(words) > LONG_ABOVE:
        acts.add(Act.LONG)
    said = sum(word not in STOPWORDS for word in tokens(text))
    if len(words) < SHORT_BELOW or (said < SHORT_BELOW and len(words) < 2 * SHORT_BELOW):
        acts.add(Act.SHORT)
    if len(words) <= MOST_NOTHING and not questions and _NOTHING_MORE.search(text):
        acts.add(Act.NOTHING_MORE)
    elif _does_not_know(text):
        acts.add(Act.DONT_KNOW)
    return frozenset(_settled(text, acts))


def _has_words(text: str) -> bool:
    """Whether anything was said; marks, blanks and emoji say nothing."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


def instructs(text: str) -> bool:
    """Whether a text tells the program what to do rather than the interviewer something."""
    return instruction(text) is not None


def instruction(text: str) -> int | None:
    """Where a text begins to tell the program what to do; None where it does not."""
    found = _INSTRUCTION.search(text)
    return found.start() if found else None


def _instructed(text: str) -> tuple[Act, ...]:
    return tuple(act for act, pattern in _PHRASES if act in {Act.INSTRUCTION, Act.ABUSE} and pattern.search(text))


def _settled(text: str, acts: set[Act]) -> set[Act]:
    """Acts that remain when one speaks against another."""
    words = len(text.split())
    if Act.THINKING in acts and words > 25:
        # In a long answer "let me think" is a filler, not a request for quiet.
        acts.discard(Act.THINKING)
    if Act.ABUSE in acts and all(_INSULTED_BY.search(text[: found.start()]) for found in _ABUSE.finditer(text)):
        acts.discard(Act.ABUSE)
    if Act.DONE in acts and ({Act.ASKS, Act.ASKS_HINT, Act.DONT_KNOW} & acts) and words > SAYS_SO:
        acts.discard(Act.DONE)
    if OFFER.search(text):
        acts.add(Act.CHECKS_IN)
        acts.discard(Act.ASKS_DIRECTION)
    if Act.CHECKS_IN in acts and Act.ASKS_DIRECTION in acts:
        acts.discard(Act.ASKS_DIRECTION if words > 20 else Act.CHECKS_IN)
    for act, pattern in _ASIDES.items():
        if act in acts and not _asked_now(text, pattern):
            acts.discard(act)
    return acts


def _asked_now(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether an aside is asked of the interviewer: at the end of the turn, and not reported from another talk."""
    for start, end in sentences.split(text)[-2:]:
        match = pattern.search(text, start, end)
        clear = "?" in text[start:end] or len(text.split()) <= UNMARKED
        if match and clear and not _REPORTED.search(text[start : match.start()]):
            after = text[end:].split()
            return len(after) <= ASIDE and not _EXPLAINS.match(" ".join(after))
    return False


def _does_not_know(text: str) -> bool:
    """Whether not knowing is the answer: short, and with no substance after it."""
    spans = sentences.split(text)
    for start, end in spans:
        match = _DONT_KNOW.search(text, start, end)
        if not match:
            continue
        after = text[match.end() :]
        if after.startswith(",") and text[: match.start()].rstrip().endswith(","):
            # "After, I don't know, three days": a filler.
            continue
        before = text[: match.start()]
        said_after = len(content(after))
        if _BUT.search(after) and said_after >= 5:
            continue
        if said_after <= 9 and len(content(before)) <= 12 and not _ESTIMATES.search(after):
            return True
    return False


def _is_code(text: str) -> bool:
    """Whether code was pasted; a word of code in a sentence is talk."""
    if _CODE_SURE.search(text):
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    coded = sum(bool(_CODE_LINE.match(line[:300])) for line in lines)
    return (
        len(lines) >= 2
        and coded >= 2
        and coded * 2 >= len(lines)
        and any(mark in text for mark in "=(){};")
        and len(tokens(text)) > 2
    )
