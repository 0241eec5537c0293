"""The questions a candidate puts to the interviewer, punctuated or not."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass
from itertools import pairwise

from sparring.listening import sentences

_FILLER = r"(?:(?:so|and|or|but|okay|ok|then|um+|uh+|also|well|yeah|yes|right|first|firstly|second|next|now|hm+|mm|like|sorry|great|sure|good|cool|perfect|hi|hello|hey|just|alright|thanks|for example|i mean|i guess|(?:one|two) (?:more|last)(?: things?)?|last one|a last one|(?:i have )?(?:one|a)(?: more)? question(?: from me| for you)?|i have one|question|actually|oh)[\s,.:;—-]+){0,6}"
_SUBJECT = (
    r"(?:we|i|you|it|this|that|these|those|they|there|the|a|an|any|all|every|each|both|some|users?|people|customers?|clients?|messages?|"
    r"requests?|events?|duplicates?|deletes?|keys?|values?|numbers?|words?|files?|images?|posts?|your|our|their|its|anyone|someone|everyone|"
    r"somebody|anybody|everybody|nodes?|groups?|calls?|writes?|reads?|order(?:ing)?|input|he|she|one|multiple|negative|empty|spaces)"
)
_AUX = r"(?:do|does|did|is|are|was|were|can|could|should|would|will|have|has|may|must|shall|am|isn't|aren't|don't|doesn't|can't|won't)"
_INVERTED = rf"{_AUX}\s+{_SUBJECT}\b"
_NO_SUBJECT = r"(?!(?:they|we|i|you|he|she|it|people|users|the|there|a|an|our|your|each|every|this|that)\s)"
"""After a question word a subject makes a clause of it: "what they do" asks nothing, "what do they" does."""

_WH = (
    rf"(?:how\s+(?:many|much|often|big|large|long|fast|fresh|far|soon|stale|strict|accurate|consistent|available|quickly|wide|deep|hot|skewed|\w+)\s+"
    rf"(?:\w+\s+){{0,4}}?{_AUX}\b|how\s+{_AUX}\s|what(?:'s|s)?\s+(?:{_NO_SUBJECT}(?:\w+\s+){{0,3}}?{_AUX}\b|about\b|if\b|kind\b|happens\b)"
    rf"|(?:which|who|where|when|whose|why)(?:'s)?\s+{_NO_SUBJECT}(?:\w+\s+){{0,3}}?{_AUX}\b|who's\b|where's\b|what's\b|how's\b|what about\b|how about\b)"
)
_INDIRECT = (
    r"(?:(?:can|could|would|will) you (?:please )?(?:tell|give|clarify|confirm|say|explain|share|remind|describe|elaborate)\b"
    r"|(?:i'd|i would|i) (?:like|need|want|wanted) to (?:know|ask|understand|clarify|check|confirm)\b"
    r"|(?:let me|may i|can i) (?:ask|clarify|check|confirm)\b|tell me\b|do you (?:know|have|want|mind|mean|care|expect)\b|any (?:idea|limits?|numbers?|constraints?)\b"
    r"|i'm (?:wondering|curious)\b|i wonder (?:if|whether|how|what)\b|i was wondering\b|(?:am i|are we) (?:right|allowed|safe|free)\b|is there (?:a|an|any)\b)"
)
_FRAGMENT = r"(?:how (?:many|much|big|large|often|long|fast|fresh|stale)(?: [\w-]+){1,8}(?:[?.]?$|,))"
_OPENS = re.compile(rf"^{_FILLER}(?:{_INDIRECT}|{_WH}|{_INVERTED}|{_FRAGMENT})", re.IGNORECASE)
_SURE = (
    r"(?:do\s+(?:we|i|you|they|users|people|customers|clients|messages|requests|events|posts|callers|keys|words|values)"
    r"|does\s+(?:it|the|a|an|this|that|each|every|anyone|order)|(?:is|are)\s+(?:it|there|this|we|they|these|those|the|users|people|any|all|you)"
    r"|(?:can|could|should|will|would|may|must|shall)\s+(?:we|i|it|they|users|people|the|a|there|you|this|messages|one|someone|multiple)"
    r"|(?:have|has)\s+(?:we|you|they)|did\s+(?:we|you|they))\b(?!\s*[.,;]|\s*$)"
)
"""An inversion that is a question even where no mark says so."""

_SURE_WH = (
    rf"(?:how\s+(?:many|much|often|big|large|long|fast|fresh|far|soon|stale|strict|accurate)\s+{_NO_SUBJECT}(?:[\w-]+\s+){{0,4}}?{_SURE}"
    rf"|(?:what|how|where|when)\s+{_SURE}|what\s+{_NO_SUBJECT}(?:[\w-]+\s+){{1,3}}?{_SURE}|which\s+(?!{_AUX}\b){_NO_SUBJECT}(?:[\w-]+\s+){{1,2}}?{_SURE}"
    rf"|what's\s+(?:the|our|your|a|an)\b|what\s+(?:about|kind|happens)\b|{_FRAGMENT}"
    rf"|(?:how|what|when|where)\s+(?:do|does|is|are)\s+(?!i\b|we\b|it\b)(?:[\w'-]+\s+){{1,5}}?(?:here|at your)\b)"
)
_WHO = r"who(?:'s| is| are| will| can| calls| uses| reads| writes| pays| owns)\b"
_ASKED_OF = re.compile(r"\bis that (?:fair|ok|okay|fine|reasonable|alright|acceptable)\W*$", re.IGNORECASE)
"""How an assumption is put up for agreement without a mark."""

_OPENS_SURE = re.compile(rf"^{_FILLER}(?:{_INDIRECT}|{_SURE_WH}|{_SURE}|{_WHO})", re.IGNORECASE)
_OPENS_PLAIN = re.compile(rf"^{_FILLER}(?:{_SURE_WH}|{_SURE}|{_WHO})", re.IGNORECASE)
_PUNCTUATED = re.compile(r"[.!?](?:[\"')\]]*\s|[\"')\]]*$)")
"""A sentence that ends in a mark; where one does, a question is expected to."""

SHORT = 16
"""Words from which a sentence without a question mark, among marked ones, is no question."""

_ON = 6
"""Words from which what follows a thing named with a question mark is about it."""

_AHEAD = 400
"""Characters after a sentence in which its next words are counted."""

SPOKEN_ON = 10
"""Words after which a speaker who put no question mark has answered themselves."""

_LAST = re.compile(
    r"(?:,\s*(?:and|or|but)?|\band\b)\s+(?:also\s+)?(?P<q>(?:which|what|who|how (?:many|much|often|big|large|long|fast))\s+(?:[\w'-]+\s?){1,5})\?\s*$",
    re.IGNORECASE,
)
"""A second question of a few words at the end of one: "how many a day, and which channels?"."""

_OPENS_MARKED = re.compile(
    rf"^{_FILLER}(?:does|is|are|can|could|should|would|will|was|were|has)\s+(?!not\b)\S+\s+\w+", re.IGNORECASE
)
"""Any subject will do where a question mark follows."""

_ASKING = re.compile(rf"^{_FILLER}(?:how|what|which|who|where|when)\b", re.IGNORECASE)
_LATER = re.compile(
    rf"(?:,|;|:|—|\band\b|\bor\b|\bso\b|\balso\b|\bbut\b|\bum\b|\buh\b|\bokay\b|\bok\b|\bthen\b|\bfirst\b|\byeah\b|\bplus\b|\bright\b)\s+(?P<q>(?:{_SURE}|{_SURE_WH}|{_INDIRECT}))",
    re.IGNORECASE,
)
_HOW = r"how (?:many|much|often|big|large|long|fast)"
_SHORTEST = re.compile(rf"{_HOW} \w+,", re.IGNORECASE)
"""The shortest question in a list: "how many keys, how big is a value, and ...?"."""

_ANNOUNCED = re.compile(
    rf"(?:(?<=:)\s+|(?<=,)\s+(?={_HOW}\b))(?P<q>(?:{_HOW}|which|{_AUX})\s+(?!not\b)\w+)", re.IGNORECASE
)
"""What a colon announces in a sentence with a question mark, and "how many" in a list: "the rest was: can customers opt
out, how many do, and ...?"."""

_ASSUMES = re.compile(
    r"\b(?:assum\w+|suppos\w+|let's say|i'd say|i'll (?:take|say|go with|treat|pick|aim)|say (?:a|\d)|if i (?:take|say)|keep(?:ing)? it to|out of scope|skip|leave out|stick to|only care)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:[,.]|(?<!\s)\s)\s*(?:right|yes|no|okay|ok|correct|fair|yeah|is that (?:fair|ok|okay|fine|right|reasonable|correct|alright|acceptable|safe|close)[^?]{0,40}|"
    r"does that (?:sound|work|seem)[^?]{0,40}|sound (?:good|right|ok|fair)|fair enough|or not|anything you'd change)\s*\?*$",
    re.IGNORECASE,
)
CHECK_IN = re.compile(
    r"\b(?:(?:does|do|did) (?:that|this|it) (?:all )?(?:make sense|sound|seem|look|work for you|answer)|(?:is|are) (?:that|you|this) (?:clear|okay so far|following|with me|good so far|what you)|make sense so far|makes? sense\s*\?|"
    r"(?:shall|should|can|may) (?:i|we) (?:go (?:deeper|on|into)|continue|carry on|move on|keep going|dig|dive|expand|zoom)|"
    r"(?:do you|would you|you) (?:want|like|prefer)(?: me)?(?: to)? (?:go|see|hear|dig|dive|expand|continue|start|focus|zoom|cover|talk)|"
    r"(?:would|do) you (?:like|want|prefer) me to|are you with me|following me|any questions so far|any (?:objections?|concerns|thoughts|questions)(?: (?:so far|on that|to that|about that|with that|before i \w+))?|anything you'd (?:change|like me)|happy with that|shall i just write)\b",
    re.IGNORECASE,
)
_ASKING_WORD = r"(?:how|what|which|where|who|whether)\b"
_OWED = re.compile(
    rf"(?:^|(?<=[.!?]\s)){_FILLER}(?:you (?:didn't|did not|haven't|have not|never)(?: yet)? (?:say|said|tell|told|mention(?:ed)?|answer(?:ed)?)(?: me)?"
    rf"|i(?: still)? need (?:\w+ ){{0,3}}(?:things?|numbers?|figures?|answers?):)\s+(?P<q>{_ASKING_WORD}[^.!?]+)",
    re.IGNORECASE,
)
"""What is asked for without a question mark: "I need two more numbers: how many keys, and how many regions."."""

_LISTED = re.compile(rf"(?:\s*,?\s+and|,)\s+(?={_ASKING_WORD})", re.IGNORECASE)
"""What stands between two questions of a list."""

DIRECTION = re.compile(
    r"\b(?:what (?:should|shall|do|would you like me to|do you want me to|can|must) (?:i|we)?\s*(?:do|talk about|cover|focus on|work on|look at|go|start|say|design|design next|draw)?\s*(?:next|now|first|from here|instead)|"
    r"what(?:'s| is| comes) next|where (?:should|do|shall|would you like me to) (?:i|we)?\s*(?:go|start|begin|focus|even start)(?: from here| next| now)?|"
    r"what (?:do|would) you (?:want|like) (?:me )?(?:to (?:do|cover|talk about|focus on|see|hear|discuss|look at|write|know)|next|first)|"
    r"(?:which|what) (?:part|one|area|bit) (?:should|do you want|would you like)\b.{0,30}|(?:is there )?(?:a|any) ?(?:part|bit|area|thing|where|place)?\b.{0,12}\byou(?:'d| would)? (?:like|want) (?:me to |more |to hear )[^?.]{0,40}\?|should i (?:start|begin) (?:now|coding|with that)?\s*\?|"
    r"what (?:else )?(?:should|do) (?:i|you) (?:want|need|expect)(?: me)?(?: to)? (?:do|add|cover)|do you want me to (?:do|start|talk|write|code)\b|what else do you (?:want|need))\b",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"\b(?:(?:what|which|where)\b[^?.]{0,40}\b(?:would|do|should|shall|can|may) (?:you|i|we)|(?:would|do) you (?:rather|like|want|prefer)|should (?:i|we)|shall (?:i|we))\b[^?.]{0,60}"
    r"\b(?:go|going|dig|dive|zoom|expand|focus|look|talk|cover|continue|start|begin|discuss|walk|elaborate|see|hear|spend)\b[^?.]{0,80}\bor\b (?!should\b|shall\b|do you\b|what\b|is\b|something\b|not\b)[^?.]{0,60}\?",
    re.IGNORECASE,
)
"""Offers the interviewer a choice of where to go on."""

_TO_SELF = re.compile(
    rf"^{_FILLER}(?:what (?:do|would|did|can|could|else do|am|should) i\b(?! (?:do (?:with|when|if|about|on|for|in)|return|raise|throw|put|give|yield|print)\b)|how (?:do|would|can|could|should|did|will) (?:i|we)\b|why (?:do|did|would|is|not|does|am|are|don't|wouldn't)?\b|where (?:was|were|am|did) i\b|"
    r"what was (?:i|it|the name|that)\b|what(?:'s| is) (?:the (?:naive|brute|simplest|easiest|cheapest|next|problem|catch|trick|word|risk|bottleneck|trade.?off|point|downside|cost|worst|difference)|it called|that called|wrong here|left)\b|"
    r"is (?:that|it|this) (?:right|wrong|true)\s*\?|did i\b|have i\b|where (?:does|do) (?:it|that|this) (?:break|go|live)\b|so what\s*\?|and then what|how come|who knows|what could go wrong|what breaks|am i\b)",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(rf"^{_FILLER}(?:we|i|you know|that's (?:the|why|how|what))\b", re.IGNORECASE)
_ECHO = re.compile(rf"^{_FILLER}{_AUX}\s+(?:it|they|we|you|that|he|she|i)\b[\s.,?!]*$", re.IGNORECASE)
_NAMED = re.compile(
    rf"^{_FILLER}(?:you mean|which|what|see|the|a|an|that|this|these|those|my|our)\s+(?!{_AUX}\b|about\b|if\b|kind\b)[\w'-]+(?:\s+(?!{_AUX}\b)[\w'-]+)?\s*\?$",
    re.IGNORECASE,
)
"""A thing named with a question mark ("Which key?"): a question, unless its speaker goes on about it."""

_HYPOTHETICAL = re.compile(rf"^{_FILLER}(?:(?:and )?what (?:happens|if|about)\b)", re.IGNORECASE)
_ALONE = re.compile(
    rf"^{_FILLER}(?:right|okay|ok|yes|no|you know|yeah|hm+|huh|sorry|pardon|really|see|eh|what|correct|good|clear|fair|is that (?:ok|okay|fine|fair|right|alright|good|clear)|sound good|sounds good|does that (?:sound|work|help|answer)[^?]*|cool)\s*\?*$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^(?:because|well|it's|its|that's|the|no\b|yes|nope|a\b|an\b|i'd|i |i'll|we|you|they|then|if|by|with|mostly|probably|easy|simple|so |nothing|two|three|one)",
    re.IGNORECASE,
)
REPEAT = re.compile(
    r"\b(?:(?:can|could|would|will) you (?:please |just |maybe |possibly )*(?:repeat\b(?! (?:an?|any|numbers?|elements?|characters?|digits?|keys?|values?)\b)|say (?:that|it|this)(?: \w+)? (?:again|one more time|once more)|restate|rephrase|reword|read (?:that|it|the question) again|run (?:that|it) by me again)|"
    r"(?:can|could|may|might) (?:i|we) (?:please |just )?(?:ask you to repeat|have you repeat|get you to repeat|hear (?:that|it|the question) again)|(?<!\bi )(?<!\bto )(?<!\bi\'d )(?:say|ask) (?:that|it|this) (?:again|once more|one more time)|run that by me again|(?:^|[.!?]\s+|\bsorry,? |\bpardon,? )come again\b|"
    r"repeat (?:the|that|your) (?:\w+ )?(?:question|last|again|please|one)|(?:didn't|did not|didnt|couldn't) (?:quite |really )?(?:catch|hear|get) (?:that|the question|your question|you\b)|sorry,? i missed that|i missed (?:the|your) question|"
    r"what (?:was|is) (?:the|your)(?: (?:last|first|original|actual|exact))? question|what's the question|what did you (?:just )?(?:say|ask)|what were you asking|i beg your pardon|you (?:cut out|broke up)|"
    r"^\s*(?:sorry|pardon|pardon me|huh|what)[,.]?\s*(?:what|come again|again)?\s*\?\s*$|sorry,? what\??$|pardon(?: me)?\?)",
    re.IGNORECASE,
)
"""Asks for the last question once more."""

LOST = r"\bi (?:don't|do not) (?:really |quite )*know what you(?:'re| are)? (?:mean|refer|ask|talk)(?:ing|ring)?\b"
"""Says that the question was not understood."""

MEANING = re.compile(
    r"(?:\bwhat (?:exactly |precisely )?(?:do|did|would) you (?:exactly |actually )?mean(?: (?:by|with|when you)\b|\s*[?.,]|\s+(?:exactly|here|there|in this)\b|\s*$)|\bwhat does (?!it\b|that look|this look)(?:(?!\bit\b)[^?.,;]){1,60}?\bmean(?:\s+(?:here|exactly|in this (?:context|case|question)|for you|to you))?\s*(?:[?.,]|$)|\bwhat(?:'s| is) (?:meant|the meaning) (?:by|of)\b|"
    r"\b(?:clarify|explain|elaborate on|tell me|unpack|spell out) (?:\w+ ){0,2}?what (?:exactly |precisely )?(?:you (?:mean|meant)|is meant|that means|[^?.]{1,30} means)\b|\bhow (?:do|would|are) you (?:define|defining|using the word)\b|\bdefine ['\"\w-]+(?: \w+)?(?: for me)?\s*\?|\bi(?:'m| am) not sure what you mean\b|"
    + LOST
    + r"|\bi (?:don't|do not) (?:quite |really )?(?:understand|get|follow) (?:the|your) (?:question|word|term)\b|\bin what sense\b|"
    r"\b(?:do|did) you mean\b[^?]{0,60}\bor\b[^?]{0,60}\bby (?:that|\w+)\s*\?|\b(?:which|what|whose) (?:[\w'-]+ ){1,3}(?:do|did|would) you mean\s*\?|"
    r"^(?:about )?(?:how|what|why|when) (?:i|we|he|she|it|they)\b[^?]{0,60}\bor (?:about )?(?:how|what|why|when)\b[^?]{0,60}\?)",
    re.IGNORECASE,
)
"""Asks what the interviewer meant by a word."""

TIME = re.compile(
    r"\b(?:how much (?:more )?time (?:do (?:i|we) (?:still )?(?:have|got)(?: left| remaining| for (?:this|that|it)(?: \w+)?| here| today| in total| then| now)*\s*(?:[?.,!]|$)|(?:have|'ve) (?:i|we) got|is (?:there )?(?:still )?(?:left|remaining)|(?:is )?left|remains)|how (?:long|many (?:more )?minutes) (?:do|have) (?:i|we) (?:still )?(?:have left|got left|got\s*\?|have\s*(?:\?|$)|have (?:for this|remaining|to go|until the end)|left)|how (?:long|many minutes|much) (?:is|are) (?:there )?(?:left|remaining|still left)|how many minutes (?:left|remain)|"
    r"how (?:are|am) (?:we|i) (?:doing |looking )?(?:on|for|with) (?:the )?time\b|how(?:'s| is) (?:the|our|my) time\b(?!r)|how(?:'re| are) we on (?:the )?(?:time|clock)|(?:is|do (?:i|we) have|have (?:i|we) got|is there) (?:there )?(?:still )?(?:enough |any )?time (?:left|remaining|for (?:one more|another))\b|are we (?:out of|running out of|short on|ok(?:ay)? (?:on|for)|good on|fine on) time|what(?:'s| is) (?:the|my|our) time (?:left|remaining|check)|time check\s*\?|(?:can|could) (?:i|we) (?:get|have) a time check)",
    re.IGNORECASE,
)
"""Asks how much of the round is left."""

FINISH = re.compile(
    r"\b(?:can|could|may|shall|should) (?:we|i) (?:please |just )?(?:finish|stop|end|wrap (?:it |this )?up)"
    r"(?: (?:it|this|the (?:round|interview)))?(?: (?:here|now|there|early|at this point|for today))?\s*\?",
    re.IGNORECASE,
)
"""Asks to be done."""

_ASKS_OF_HELP = re.compile(
    r"\b(?:hint|clue|nudge|help me|am i on the right track|how am i doing|(?<!for )the (?:right |correct |expected |optimal |best )?(?:answer|solution)|give me a (?:second|minute|moment|sec))\b",
    re.IGNORECASE,
)
_KNOWS_NOT = re.compile(
    r"\b(?:don't|do not|dont|didn't|not sure|no idea|can't|depends on|wonder why|matter|matters|remember|decide|figure out|see|know)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of the turn and what follows it."""

    text: str
    rest: str


def split(text: str) -> tuple[str, ...]:
    """Questions of a turn that the interviewer is meant to answer, verbatim, in order.

    Rhetorical ones, those a speaker puts to themselves, and check-ins ("does that make sense?") are left out;
    a compound question comes back as its parts.
    """
    spans = sentences.split(text)
    punctuated = bool(_PUNCTUATED.search(text))
    found: list[str] = []
    for i, (start, end) in enumerate(spans):
        part = _Part(text[start:end], text[spans[i + 1][0] :] if i + 1 < len(spans) else "")
        joined = _joined(text, spans, i)
        if joined:
            found.append(joined)
        elif asked_for := owed(part.text):
            found.extend(asked_for)
        elif not punctuated or part.text.rstrip("\"')").endswith("?") or _plain_question(text, start, end):
            found.extend(question for question in _parts(part) if _meant(question, part))
    return tuple(found)


def owed(text: str) -> tuple[str, ...]:
    """What is asked for without a question mark, verbatim, in order: what the interviewer left out, or what is needed."""
    return tuple(question for found in _OWED.finditer(text) for question in _LISTED.split(found["q"].strip()))


def _plain_question(text: str, start: int, end: int) -> bool:
    """Whether a sentence without a question mark is a question all the same, in a text whose sentences are marked."""
    sentence = text[start:end]
    if (
        len(sentence.split()) >= SHORT
        or len(text[end : end + _AHEAD].split()) > SPOKEN_ON
        or not _OPENS_PLAIN.match(sentence)
    ):
        return False
    opens = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?…\"')" or "\n" in text[:start][-2:]
    closes = sentence[-1] in ".!…" or not text[end:].strip() or text[end : end + 1] == "\n"
    return opens and closes


def _joined(text: str, spans: tuple[sentences.Span, ...], i: int) -> str:
    """An assumption and the tag asked right after it: "I'll take 10k users. Is that fair?"; empty where there is none."""
    start, end = spans[i]
    if not i or not _ALONE.match(text[start:end]) or not text[start:end].endswith("?"):
        return ""
    before = text[slice(*spans[i - 1])]
    return text[spans[i - 1][0] : end] if _ASSUMES.search(before) and not before.endswith("?") else ""


def _parts(part: _Part) -> list[str]:
    """Question stretches of one sentence: the whole where it is marked, else from where each begins."""
    text = part.text
    marked = text.rstrip("\"')").endswith("?")
    if not marked and _ASKED_OF.search(text) and _ASSUMES.search(text):
        return [text]
    starts = [0] if (_opens_marked(text) if marked else _OPENS_SURE.match(text)) else []
    later = [*_LATER.finditer(text), *(_ANNOUNCED.finditer(text) if marked else ())]
    starts += sorted({m.start("q") for m in later if not _KNOWS_NOT.search(text, 0, m.start())} - set(starts))
    last = _LAST.search(text) if marked and (starts == [0] or (not starts and _ASKING.match(text))) else None
    if last and not CHECK_IN.search(last["q"]):
        starts = [0, last.start("q")]
    if not starts:
        return [text] if marked else []
    if marked and starts[0] != 0 and not _assumed_before(text, starts[0]):
        opening = text[: starts[0]]
        starts[0] = 0 if len(opening.split()) <= 6 and not opening.rstrip().endswith(":") else starts[0]
    elif marked and starts[0] != 0:
        return [text]
    if not marked and starts[0] != 0 and re.search(r"\b(?:because|since)\b", text[: starts[0]][-14:]):
        return []
    bounds = [*_merged(text, starts), len(text)]
    return [_trimmed(text[a:b]) for a, b in pairwise(bounds) if len(text[a:b].split()) >= 2]


def _opens_marked(text: str) -> bool:
    return bool(_OPENS.match(text) or _OPENS_MARKED.match(text))


def _assumed_before(text: str, at: int) -> bool:
    return bool(_ASSUMES.search(text, 0, at))


def _merged(text: str, starts: list[int]) -> list[int]:
    """Starts of real parts: one right behind another, or an "or" alternative of the same question, is no part of its own."""
    kept = [starts[0]]
    for start in starts[1:]:
        between = text[kept[-1] : start]
        alternative = re.search(r"\bor[\s,]*$", between)
        if (len(between.split()) >= 4 or _SHORTEST.match(between)) and not alternative:
            kept.append(start)
    return kept


def _trimmed(text: str) -> str:
    """Without the conjunction that led on to the next part."""
    return (
        re.sub(r"[\s,;:—-]*\b(?:and|also|so|then|um|uh|plus)?[\s,;:—-]*$", "", text, flags=re.IGNORECASE)
        if not text.rstrip().endswith("?")
        else text.strip()
    )


def _meant(question: str, part: _Part) -> bool:
    """Whether a question is for the interviewer and about the task."""
    if any(aside.search(question) for aside in (REPEAT, MEANING, TIME, FINISH)):
        return False
    if _ALONE.match(question) or _ASKS_OF_HELP.search(question):
        return False
    if any(led.search(question) for led in (CHECK_IN, DIRECTION, OFFER)):
        return bool(_ASSUMES.search(question) and _TAG.search(question))
    if _TO_SELF.match(question):
        return False
    marked = question.endswith("?") or (part.text.endswith("?") and _opens_marked(question))
    if not marked and not _OPENS_SURE.match(question):
        return bool(_ASKED_OF.search(question) and _ASSUMES.search(question))
    if _ECHO.match(question) or (_NAMED.match(question) and _goes_on(part.rest)):
        return False
    if _TAG.search(question) and not _OPENS.match(question):
        if _OWN_DOING.match(question) and not _ASSUMES.search(question):
            return False
        return bool(_ASSUMES.search(question)) or len(question.split()) >= 5
    if len(question.split()) < 2:
        return False
    return not _answered(question, part.rest)


def _goes_on(rest: str) -> bool:
    """Whether a statement of some length follows, and not another question."""
    following = re.split(r"(?<=[.?!])\s", rest.lstrip(), maxsplit=1)[0]
    return len(rest.split()) >= _ON and not following.endswith("?")


def _answered(question: str, rest: str) -> bool:
    """Whether the speaker goes on to answer it themselves."""
    following = rest.lstrip()
    if not following or not _ANSWERS.match(following):
        return False
    if _HYPOTHETICAL.match(question):
        return True
    next_sentence = re.split(r"(?<=[.?!])\s", following, maxsplit=1)[0]
    short = len(question.split()) <= 5 and not re.search(
        r"how (?:many|much|often|big|large|long|fast)", question, re.IGNORECASE
    )
    return (
        short
        and not next_sentence.endswith("?")
        and bool(re.match(r"(?:because|no\b|yes|nope|easy|nothing|well)", following, re.IGNORECASE))
    )
