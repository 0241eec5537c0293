"""Cues of the coding round."""

# ruff: noqa: E501 - a pattern is read whole

from collections.abc import Sequence

from sparring.domain.heard import Cue
from sparring.listening.cues.rule import MINUS, NUMBER, PLUS, Rule, hear, rule
from sparring.listening.sentences import Span

_GROWTH = r"(?:o\(|o of |oh of |order n|n log n|log n|n squared|linear\b|quadratic|constant (?:time|space)|logarithmic|v plus e|v \+ e|amorti[sz]ed)"

RULES: tuple[Rule, ...] = (
    rule(
        "asks_input", "clarify", PLUS,
        r"(?:\b(?:can|could|may|will|might|should|must|do|does|is|are|what|which|how (?:many|big|large|long|much|often)|who|where)\b.{3,}\b(?:empty|null|none|negative|duplicates?|sorted|order|input|size|large|big|long|missing|invalid|malformed|unicode|case|ties?|stable|overlap\w*|thread\w*|concurren\w+|memory|fit|return|raise|error|inclusive|exclusive|zero|spaces?|decimals?|twice|limit|expire\w*|key|capacity|clock|decimal|kept|used|own|format|per \w+|zones?)\b.{0,80}\?)",
        0.7, r"\b(?:opinion|agree|prefer|make sense|shall i|should i (?:code|write|start|just)|does that|can i (?:get|have)|is that (?:ok|right)|how am i)\b", least=4,
    ),
    rule(
        "asks_either_or", "clarify", PLUS,
        r"(?:\b(?:is|are|do|does|should|can|would|will) (?:it|they|there|we|i|the \w+|a \w+|that|this|you|people)\b.{3,80}\bor\b.{2,60}\?)",
        0.5, r"\b(?:make sense|shall i|should i (?:code|write|start))\b", least=5,
    ),
    rule(
        "should_have_asked", "clarify", MINUS,
        r"\b(?:(?:i )?should(?:'ve| have) asked|you didn't say|i (?:just |simply )?assumed\b(?! that's (?:ok|fine))|i didn't ask|(?:normally|usually) (?:that's|its|it's) decided|i'd (?:just )?assume it's fine)\b",
        0.75, least=4,
    ),
    rule(
        "plan_and_alternative", "approach", PLUS,
        rf"\b(?:(?:brute.?force|naive\w*|simplest|obvious|one (?:way|option)|another (?:way|option)|alternative\w*|other way|the other|instead|rather than)\b.{{10,160}}(?:{_GROWTH}|\b(?:because|since|but|costs?|slower|faster|cheaper|scan|every|each|memory|simpler|too slow|least)\b)|(?:i'd|i'll|i would) (?:go (?:for|with)|take|use|pick|do|rather)\b.{{6,120}}\b(?:because|since|so (?:that|i|it|the)|instead of|rather than)\b)",
        0.4, r"\?|\b(?:readability and|most scalable|best balance)\b", least=9,
    ),
    rule(
        "plan", "approach", PLUS,
        r"\b(?:so (?:the|my) (?:plan|idea|approach) (?:is|would be)\b.{10,}|the (?:idea|trick|plan|approach) is\b.{10,})",
        0.35, r"\?|\b(?:i don't know|maybe i|not sure)\b", least=11,
    ),
    rule(
        "trial_and_error", "approach", MINUS,
        r"\b(?:(?:let me |i'll )?just (?:try|start (?:coding|writing)|write something)|something on the screen|see (?:if|what) (?:it|that)(?: works|'ll| happens)|(?:i'll|let me) (?:write|do) (?:the )?(?:easy|something)|it gets circular|best balance of|most scalable|i'm not sure (?:how|which|what))\b",
        0.6, least=5,
    ),
    rule(
        "growth_with_reason", "complexity", PLUS,
        rf"(?:{_GROWTH}.{{0,120}}\b(?:because|since|so|where|for the|per|each|every|once|the sort|dominat\w*|'cause|as (?:the|each|we|every)|at most|in the (?:number|worst)|memory|space|not)\b|\b(?:because|since|each|every|at most|once|sort\w*|scan\w*|heap|lookup|memory|space|the)\b.{{0,100}}{_GROWTH})",
        0.55, r"\?|\b(?:i think it's|i guess|no idea|not sure|technically)\b", least=6,
    ),
    rule(
        "growth_unsure", "complexity", MINUS,
        r"\b(?:(?:not sure|don't know|no idea) (?:about |what |of )?(?:the )?(?:complexity|big o|runtime)|it's (?:pretty |quite |very )?(?:fast|efficient|scalable|optimi[sz]ed)(?: enough)?\b|highly optimi[sz]ed|should be (?:fine|fast)|pretty scalable)\b",
        0.5, r"\bbecause\b", least=4,
    ),
    rule(
        "own_case", "testing", PLUS,
        rf"\b(?:(?:let me|i'll|i'd|i'm going to|let's|i want to) (?:also |now |quickly |just )?(?:trace|test|try|run|walk through|check|step through|dry.?run)\b.{{6,}}|(?:empty|single|one element|duplicate|negative|zero|boundary|edge)\b.{{0,60}}\b(?:gives?|returns?|raises?|works?|passes?|case|fine|none|fails?)\b|(?:passes|passed|green|all pass|{NUMBER} of {NUMBER}|random\w*)\b.{{0,50}}\b(?:against|brute|tests?|cases?|inputs?|compare\w*|check|naive)|(?:against|compare\w* (?:to|with|against)) (?:the |a )?(?:brute|naive|simple|slow|statistics)|"
        rf"(?:took|take|remove|comment\w*|break) .{{0,40}}\b(?:out|it)\b.{{0,20}}\b(?:see it fail|fails)|(?:that's|there's|i(?:'ve)? found|found) (?:a |the |my )?bug|\bi (?:forgot|don't|didn't|never) .{{4,60}}\b(?:there|here|so|line|minus|check|fill)\b|expect(?:ed)?\b.{{2,40}}\b(?:got|get|gives|and)\b)",
        0.4, r"\?|\b(?:i'd aim|coverage|unit, integration|ci pipeline|i don't know)\b", least=6,
    ),
    rule(
        "thinks_it_works", "testing", MINUS,
        r"\b(?:i (?:think|believe|guess|hope) (?:it|that|this)(?:'s| is| should)? (?:works?|work|right|correct|fine|good|done|ok|okay)|it (?:should|probably) (?:just )?works?|looks (?:right|good|fine|correct) to me|(?:aim for|get) \d+ ?% coverage|unit,? integration|don't (?:think i )?need (?:to test|tests)|i(?:'d| would) (?:write|add) (?:unit )?tests (?:later|in (?:ci|production|real)))\b",
        0.45, least=4,
    ),
    rule(
        "narrates_decision", "communication", PLUS,
        r"\b(?:(?:i'm|i am|i'll|i'd) (?:also |now )?(?:keeping|using|putting|splitting|making|storing|calling|pulling|leaving|writing|taking|keep|put|split|store|call|leave|make)\b.{6,100}\b(?:because|since|so (?:that|the|i|it|we|a|there)|otherwise|that way)\b|to (?:sum up|recap|summari[sz]e)\b.{6,}|so what (?:i have|we have|this does)|the invariant\b.{6,})",
        0.15, r"\?|\b(?:not sure|i don't know)\b", least=9,
    ),
    rule(
        "reworks", "adaptability", PLUS,
        r"\b(?:(?:good|fair) (?:point|catch|enough)\b.{8,}|you're right\b.{8,}|(?:that|this|it) (?:changes|breaks|means)\b.{3,60}\b(?:so|then|i'd|i|because|now)\b|(?:in that case|so now|with that|okay then|if so) (?:i|i'd|i'll|the|we)\b.{0,20}\b(?:need|change|move|replace|swap|keep|take|add|have to|would|drop|split|make|can't|rework|no longer)\b.{4,}|i(?:'d| would|'ll) (?:defend|keep|stay with|change|revise|take (?:it|that) (?:out|back))\b.{5,}|(?:what|nothing) (?:changes|else changes|stays)\b.{3,}|i(?:'ll| will) take (?:that|it) back)",
        0.35, r"\?|\b(?:not sure|i don't know|i guess)\b", least=7,
    ),
    rule(
        "brushes_off", "adaptability", MINUS,
        r"\b(?:i still think\b.{0,60}|(?:let me|can i|can we) (?:first |just )?(?:finish|go on|do the|come back)|we'd have to think|(?:call|it's|that's) (?:it )?a feature|in production (?:it'd|it would|you'd|that'd)|i'd rather (?:explain|not)|making this too complicated|i can add that)\b",
        0.6, r"\bbecause\b", least=5,
    ),
    rule(
        "own_bug_seen", "correctness", PLUS,
        r"\b(?:(?:otherwise|if not|without (?:that|it|this))\b.{5,80}\b(?:wrong|twice|lost|stale|break|never|forever|off by|overflow|deadlock|crash|duplicate|leftovers?)\b|(?:still )?(?:correct|right|holds?) (?:because|since|even (?:if|when))\b.{5,}|all (?:\w+ )?(?:green|pass(?:ed|ing)?)\b)",
        0.45, r"\?", least=6,
    ),
    rule(
        "broken", "correctness", MINUS,
        r"\b(?:this one doesn't work|(?:it's|that's|thats|it) (?:an? )?(?:endless|infinite) loop|(?:i've|i) (?:kind of )?broken? it|that's worse|it's (?:still )?(?:failing|wrong|broken)|(?:doesn't|does not|didn't) (?:work|pass|handle (?:that|it))|those are the \w+ that weren't)\b",
        0.45, r"\b(?:because|so i|fix|i'll)\b", least=3,
    ),
    rule(
        "names_and_shape", "code_quality", PLUS,
        r"\b(?:(?:split(?:ting)?|pull(?:ing)?|extract\w*|mov(?:e|ing)|factor\w*)\b.{3,60}\b(?:into|out|method|function|helper|class)\b|(?:rename|call it|the name|named)\b.{4,60}\b(?:because|since|so|instead|says|means|not)\b|so (?:i|there) (?:don't|doesn't|isn't|aren't|needn't) (?:need )?(?:the |any )?(?:ifs?|special case|duplicat\w+|branch\w*)|no special case|one (?:way|place) to|doc ?string)",
        0.5, r"\?|\b(?:solid|single responsibility|clean)\b", least=7,
    ),
    rule(
        "messy", "code_quality", MINUS,
        r"\b(?:getting messy|it's (?:a bit |quite )?(?:ugly|messy|hacky)|copy.?past\w+|(?:i'd|i'll) (?:clean|refactor|rename) (?:it|that|this) (?:up )?later|as it's shorter|it can go\b)",
        0.7, least=4,
    ),
)  # fmt: skip


def cues(text: str, spans: Sequence[Span]) -> tuple[Cue, ...]:
    """Cues of a coding turn, in the order of the talk."""
    return tuple(sorted(hear(text, spans, RULES), key=lambda cue: (cue.start, cue.signal, cue.polarity)))
