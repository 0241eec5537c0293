"""What an interviewer's turn asks for, and whether a signal had a chance."""

import re
from collections.abc import Mapping
from itertools import takewhile

from sparring.assessment.quoting import question_of
from sparring.domain.move import MoveKind
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening import sentences

_WORDS: Mapping[Round, Mapping[SignalId, str]] = {
    Round.BEHAVIORAL: {
        "problem": (
            r"what was (wrong|the problem|at stake)|why (did|does) (it|that) matter|stakes?|context|background"
        ),
        "ownership": (
            r"your (own )?(part|role|idea|decision|call)|you personally|who (decided|owned|wrote|led|made)|"
            r"did you (write|decide)|whose"
        ),
        "action": (
            r"how did you|what did you (actually )?do|walk me|what happened( then| next)?(?=\?)|concretely|go on|steps?"
        ),
        "influence": (
            r"convinc\w*|persuad\w*|buy.?in|(dis)?agreed?|on board|pushed back|their (mind|view|side)|"
            r"other teams?|objections?|conflict"
        ),
        "ambiguity": (
            r"didn.t (you )?know|uncertain\w*|unclear|unknowns?|risks?|assum\w*|guess\w*|how sure|confident|"
            r"incomplete"
        ),
        "tradeoffs": (
            r"trade.?offs?|g[ai]ve up|given up|costs?|alternatives?|instead|worth|downsides?|"
            r"why not (just|use|keep|buy|build|take)|options?|sacrific\w*"
        ),
        "outcome": (
            r"results?|outcomes?|impact|how much|measured?|numbers?|metrics?|afterwards?|in the end|did it work|"
            r"end up|what changed"
        ),
        "failure_ownership": (
            r"wrong|faults?|fail\w*|mistakes?|your part|responsib\w*|root cause|blame|prevent\w*|missed"
        ),
        "reflection": r"differently|learn\w*|looking back|hindsight|over again|next time|do it again|redo|regret",
    },
    Round.SYSTEM_DESIGN: {
        "requirements": r"scope|requirements?|clarify|before you|pin down|need to know|assum\w*|leaving (out|for)",
        "estimation": (
            r"how (much|many|big|large)|estimat\w*|numbers?|qps|per second|capacity|traffic|calculat\w*|"
            r"throughput|volume"
        ),
        "drive": r"where (do|would) you (want|start|like)|what.s next|go deeper|which part|minutes left|how much time",
        "tradeoffs": (
            r"trade.?offs?|alternatives?|instead|why not|why (that|this)|costs?|downsides?|compared?|versus|"
            r"g[ai]ve up|options?|rather"
        ),
        "depth": (
            r"what happens|what (key|policy)|exactly|in detail|deep\w*|how (does|do|would) (that|it|the)|evict\w*|"
            r"invalidat\w*|cold|hot"
        ),
        "data_model": (
            r"schema|tables?|keys?|index\w*|apis?|endpoints?|entit\w*|columns?|"
            r"(the|which|what|your|main|busiest|these|those) quer(y|ies)|rows?|data model"
        ),
        "resilience": (
            r"fails?|failures?|goes down|dies?|crash\w*|outage|monitor\w*|alert\w*|retr(y|ies)|overload\w*|"
            r"spikes?|regions?|roll.?out|bottleneck\w*|recover\w*"
        ),
        "coherence": (
            r"end to end|draw (me )?the|walk (me )?through|summar\w*|put it (all )?together|recap|sum (it )?up"
        ),
    },
    Round.CODING: {
        "clarify": r"questions?(?! for (me|us))|clarif\w*|assum\w*|before you|unclear",
        "approach": r"approach|how would you|alternatives?|another way|other way|brute force",
        "complexity": r"complexity|big.?o|how (fast|long|slow)|time and space|memory|linear|quadratic|runtime",
        "correctness": r"correct|bugs?|pass|fails?|wrong|does (it|that) work",
        "code_quality": (
            r"naming|names? (of|for)|(better|variable|good|these|those) names?|what (are|is) \w( and \w)?\b|readable|"
            r"clean\w*|refactor\w*|production|maintain\w*|review|duplicat\w*|split (it|this|that|the)|"
            r"change anything|read it over"
        ),
        "testing": r"tests?|try|examples?|cases?|check|trace|verify|edge|how sure",
        "communication": r"what are you|talk me|explain|thinking|where are you|still there|sum up",
        "adaptability": (
            r"what if|suppose|now (imagine|say)|change\w*|follow.?up|what about|next part|twist|extend|"
            r"concurren\w*"
        ),
    },
}
"""By round and signal, the words of a question that gives a chance to show it."""

_ORDER = re.compile(
    r"(?:^|[.!,:;] )(?:(?:and|but|okay|ok|right|good|so|then|now|please|just|let's|fine|sure|yeah|yes|great)[,.]? )*"
    r"(?:draw|show|walk|take (?:me|us|a few|one|that|it)|talk (?:me|us)|tell me|do (?:one|it|that)|trace|read it over"
    r"|look at|try|give me|explain|describe|suppose|imagine|go (?:on|ahead|through)|pick|start|say (?:a|that|there)"
    r"|think of|assume|convince me|keep going)\b",
    re.IGNORECASE,
)
_LEAVE_STANDING = frozenset({MoveKind.ANSWER_CLARIFICATION, MoveKind.ACKNOWLEDGE, MoveKind.NUDGE, MoveKind.TIME_CHECK})
"""Moves that ask nothing new, whatever their words."""

_PATTERNS = {
    (round_, signal): re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for round_, signals in _WORDS.items()
    for signal, words in signals.items()
}


def logged(turn: Turn) -> bool:
    """Whether the session's log says what an interviewer's turn was for."""
    return turn.asks is not None or turn.move is not None


def asks_for(round_: Round, turn: Turn) -> frozenset[SignalId]:
    """The signals that an interviewer's turn gives a chance to show: from the log if it says so, else by its words."""
    if turn.speaker is Speaker.CANDIDATE:
        return frozenset()
    if turn.move == "drill":
        return frozenset({"depth", turn.asks or "depth"}) & frozenset(SIGNALS[round_])
    if logged(turn):
        return frozenset({turn.asks}) if turn.asks else frozenset()
    return frozenset(signal for signal in SIGNALS[round_] if _PATTERNS[round_, signal].search(turn.plain))


def sentence_for(round_: Round, turn: Turn, signal: SignalId) -> str:
    """The sentence of an interviewer's turn that asks for a signal; the last question of the turn where none does."""
    asking = _PATTERNS[round_, signal]
    found = (sentence for sentence in sentences.texts(turn.text) if asking.search(sentence))
    return next(found, question_of(turn.text))


def puts(turn: Turn) -> bool:
    """Whether an interviewer's turn asks anything: by its mark, or as an order ("Draw me the pieces.").

    What is said to a question of the candidate's leaves the one before it standing, and so does a nod or a nudge.
    """
    return turn.move not in _LEAVE_STANDING and ("?" in turn.plain or _ORDER.search(turn.plain) is not None)


def answers_to(transcript: Transcript, asked: Turn) -> list[Turn]:
    """The candidate's turns up to the next question; what is said to a question of theirs is none."""
    after = transcript.turns[asked.i + 1 :]
    until = takewhile(lambda turn: turn.speaker is Speaker.CANDIDATE or not puts(turn), after)
    return [turn for turn in until if turn.speaker is Speaker.CANDIDATE]


def question_before(transcript: Transcript, turn: int) -> Turn | None:
    """The interviewer's turn that a candidate's turn answers."""
    earlier = (x for x in reversed(transcript.turns) if x.i < turn and x.speaker is Speaker.INTERVIEWER)
    return next(earlier, None)


def question_standing(transcript: Transcript, turn: int) -> Turn | None:
    """The last interviewer's turn before a candidate's turn that asked something; nods do not count."""
    earlier = (x for x in reversed(transcript.turns) if x.i < turn and x.speaker is Speaker.INTERVIEWER)
    return next((x for x in earlier if puts(x)), None)


def chances(transcript: Transcript) -> dict[SignalId, Turn]:
    """The first interviewer's turn that asked for each signal and got an answer."""
    answered = max((turn.i for turn in transcript.candidate_turns), default=-1)
    first: dict[SignalId, Turn] = {}
    for turn in transcript.turns:
        opening = turn.i == 0 and transcript.round is not Round.BEHAVIORAL
        if turn.i < answered and not opening and (puts(turn) or turn.asks is not None):
            for signal in sorted(asks_for(transcript.round, turn)):
                first.setdefault(signal, turn)
    return first
