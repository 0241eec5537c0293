"""Answer a clarifying question from the question's facts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import Fact, FactKind
from sparring.domain.round import Round, Seconds
from sparring.engine.state import EITHER, GO_AHEAD, NO_OBJECTION, ON_IT, Said, State, offer, offered
from sparring.listening import sentences
from sparring.listening.offers import NO
from sparring.listening.questions import owed

MOST_WORDS = 43
"""Room that is left for the interviewer's own wording, and a word on the rest, under sixty words."""

AS_SAID = ", as I said"
"""Said in the first sentence of a fact that was told before."""

BARE = 4
"""Words of a first sentence up to which it says nothing by itself: "Fifty gigabytes."."""

OF_SEVERAL = 80
"""Words of an answer to several questions: who asks in a bunch is answered in one."""

MAY_I = re.compile(
    r"(so |and |okay |ok )?(is it|would it be|is that) (ok|okay|fine|alright)\b|(can|may|could|should|shall) i\b"
    r"|(do|would) you (mind|want|like|prefer)\b|do you want me\b"
    r"|(does|is|are) (that|this|it|any of (that|this|it|them))\b[^?]*\b(agree|what you (want|expect|had in mind)"
    r"|where you('d| would| want)|(ok|okay|fine|fair|right|enough|clear) (for|to|with|by) you|make sense"
    r"|(sound|seem|look) \w+|work for you|fair|too (strict|much|little|loose|deep))\b"
    r"|are you (happy|ok|okay|fine|comfortable|good) with\b|any (objections?|preferences?)\b"
    r"|(is there )?(anything|something|one)( else)?( that| which)? (you|left|missing|still)\b",
    re.IGNORECASE,
)
"""Asks for leave, or checks in, and not for a fact."""

AGREED = re.compile(
    r"\b(?:does|do|is|are) (?:that|this|it|these|those|any of (?:that|this|it|them))\b[^?]*\b(?:agree|match"
    r"|makes? sense|what you (?:want|expect|had in mind)|reasonable|fair|sounds?|seems?|looks?|works? for you"
    r"|(?:ok|okay|fine|fair|right|enough|clear) (?:for|to|with|by) you|too (?:strict|much|little|loose|deep))\b"
    r"|\bare you (?:happy|ok|okay|fine|comfortable|good) with\b|\bany objections?\b|\bmakes? sense\b"
    r"|\bsounds? (?:good|fair|right|ok|okay|reasonable)\b|\bhappy with (?:that|this)\b",
    re.IGNORECASE,
)
"""Asks whether the interviewer has anything against what was said, and not for leave to go on."""

YOUR_VIEW = re.compile(
    r"\b(you'd|you would|would you|you've|(for|to|with) you"
    r"|you (want|like|need|were|still|prefer|think|expect|see|have in mind)|do you (agree|follow)"
    r"|your (list|page|mind|taste|notes))\b",
    re.IGNORECASE,
)
"""Asks what the interviewer thinks of it: once a design is under way, hardly ever for a fact."""

MY_MEANING = re.compile(
    r"\b(?:do|did|are|were) you (?:mean|asking|ask|talking|thinking)\b|^(?:you mean|meaning)\b", re.IGNORECASE
)
"""Asks how the interviewer's own question is meant."""

HANDS_IN = re.compile(r"\bhand (?:it|this|that|the \w+) in\b|\bhand(?:ing)? in\b|\bsubmit\b", re.IGNORECASE)
"""Asks whether to hand code in, which no fact says."""

REST, MORE = "What that leaves open, assume something sensible.", "What I left out, ask me again."
"""Said after an answer: of what the facts do not know, and of facts for which there was no room."""

ALSO = "And by the other, do you mean {}?"
"""Said after an answer of a question that a fact may answer."""

_OPENS = re.compile(r"^[A-Z][a-z']+")
"""The word a question opens with, unless it is an abbreviation."""

_THIS_OR_THAT = re.compile(
    r"\w,? (?:or|rather than) (?!(?:not|no|so|something|anything|whatever|similar|is|are|does|did|has|have)\b)"
    r"\w[^?]*\?*\s*$",
    re.IGNORECASE,
)
"""Leaves the interviewer a choice of two."""

BRIEF = 25
"""Words of a turn in which a question needs no question mark."""

GONE_ON = 25
"""Words after a question from which a candidate has answered it themselves; in the first phase it still stands."""

_ASKED_FOR = re.compile(r"^\W*(?:i ask|i'm asking|i am asking|asking|because|since|if)\b", re.IGNORECASE)
"""Says why it was asked, or what hangs on it."""

STORY = 60
"""A turn longer than this with an unanswerable question in it is an answer, unless it is the question that ends it."""

_ENDS = re.compile(r"[^.?!\n]*\?")
"""The rest of a sentence that ends in a question mark."""


def meant(said: Said) -> list[str]:
    """The questions that want an answer: marked as such, asked for in so many words, or in a short turn, or in speech
    without any marks."""
    unmarked = not re.search(r"[.?!]", said.text) or said.words <= BRIEF
    asked_for = owed(said.text)
    return [x for x in said.heard.questions if unmarked or x in asked_for or _marked(said.text, x)]


def _marked(text: str, question: str) -> bool:
    """Whether a question is, or is part of, a sentence that ends in a question mark."""
    _, _, after = text.partition(question)
    return question.rstrip().endswith("?") or _ENDS.match(after) is not None


def _open(said: Said, question: str) -> bool:
    """Whether a question still stands at the end of a turn: what the candidate goes on from was put to themselves."""
    after = said.text.rpartition(question)[2]
    for other in said.heard.questions:
        after = after.replace(other, "")
    return len(after.split()) <= GONE_ON or _ASKED_FOR.match(after) is not None


def _checks_in(state: State, question: str) -> bool:
    """Whether a question asks for leave, or for the interviewer's view of what was said."""
    design = state.phase > 0 and state.plan.round is Round.SYSTEM_DESIGN
    view = design and question.rstrip().endswith("?") and YOUR_VIEW.search(question) is not None
    return MAY_I.match(question.strip()) is not None or view


def _of_manner(state: State, question: str) -> bool:
    """Whether a question checks in, or asks how a question of the interviewer's is meant."""
    return _checks_in(state, question) or MY_MEANING.search(question) is not None


def _wants_a_fact(state: State, question: str) -> bool:
    """Whether a question asks for something that the question's facts might hold."""
    return question.rstrip().endswith("?") and not _of_manner(state, question)


def _quoted(facts: Sequence[Fact]) -> str:
    """Facts by the plainest question that asks for each: `“how many users are there”, or “what's the write rate”`."""
    asked = [fact.asked_as[0].strip().rstrip("?") for fact in facts]
    return ", or ".join(f"“{_OPENS.sub(lambda word: word.group().lower(), text, count=1)}”" for text in asked)


def _if_meant(fact: Fact) -> Fact:
    """A fact that is told with the question that it answers: nobody takes it for the answer to another one."""
    return replace(fact, says=f"If you mean {_quoted([fact])}: {fact.says.strip()}")


def _again(state: State, fact: Fact) -> Fact:
    """A fact that was told before, as such."""
    if not _told_before(state, fact):
        return fact
    said = fact.says.strip()
    first = sentences.texts(said)[0]
    if not first.endswith("."):
        return replace(fact, says=f"As I said: {said}")
    return replace(fact, says=f"{first[:-1]}{AS_SAID}.{said[len(first) :]}")


def _asked_for(fact: Fact) -> Fact:
    """A fact among others: one too short to be understood there is told with the question that it answers."""
    brief = len(sentences.texts(fact.says)[0].replace(AS_SAID, "").split()) <= BARE
    question = next((asked for asked in fact.asked_as if not _OF_PERSONS.search(asked)), "")
    return replace(fact, says=f"{question} {fact.says.strip()}") if brief and question else fact


def _plainly(fact: Fact, questions: Sequence[str], found: Mapping[str, str | None]) -> Fact:
    """A fact without its "yes" or "no" where what was asked wants neither."""
    asked = [question for question in questions if found[question] == fact.id]
    said = YES_NO.sub("", fact.says.strip())
    if said == fact.says.strip() or not asked or not all(_WH.match(question) for question in asked):
        return fact
    return replace(fact, says=said[:1].upper() + said[1:])


def _told_before(state: State, fact: Fact) -> bool:
    return any(fact.says.strip() in moved.move.slots.get("answer", "") for moved in state.moved)


_OF_PERSONS = re.compile(r"\b(?:i|i'm|i'd|i'll|my|me|you|you'd|your)\b", re.IGNORECASE)
"""In a question, whom one speaks to and of: from the other side it would mean somebody else."""

YES_NO = re.compile(r"^(?:Yes|No)[,.:;]\s+(?=\w)")
_WH = re.compile(
    r"^\W*(?:(?:and|so|but|okay|ok|well|then|also|first|second|third|last)[\s,:]+)*(?:at |in |to |for |by |of )?"
    r"(?:what|which|how|who|where|when|whose)\b",
    re.IGNORECASE,
)
"""Wants more than a yes or a no."""


class AnswerClarification:
    """Facts where there are facts; "do you mean ...?" where one may be meant; else "assume something sensible", or "as
    you read it" of what was asked."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """One answer to all questions of the turn, as far as sixty words go."""
        said = state.last_said
        if not state.awaiting or said is None or state.answered == len(state.said):
            return None
        known = {fact.id: fact for fact in state.plan.question.facts}
        if said.heard.taken is not None and not self._led(state):
            taken = [known[id_] for id_ in said.heard.taken]
            return self._told(taken, "") if taken else self._nothing(state, ())
        story = state.plan.round is Round.BEHAVIORAL
        # A design or a task begins with questions; in a story one that is gone on from is put to oneself.
        begins = state.phase == 0 and not story
        questions = [x for x in meant(said) if begins or said.words <= BRIEF or _open(said, x)]
        denied = self._denied(state, said)
        found = {
            question: None
            if id_ in denied or HANDS_IN.search(question) or (state.phase and MY_MEANING.search(question))
            else id_
            for question, id_ in zip(said.heard.questions, said.heard.facts, strict=True)
        }
        asked = bool(questions) and self._asked(state, said, questions)
        sure = [id_ for question in questions if (id_ := found[question]) is not None]
        probable = self._probable(state, said, denied) if sure or asked else {}
        found = {question: id_ or probable.get(question) for question, id_ in found.items()}
        ids = dict.fromkeys(id_ for question in questions if (id_ := found[question]) is not None)
        again = [id_ for id_ in ids if _told_before(state, known[id_])]
        facts = [
            _again(state, _plainly(known[id_], questions, found)) if id_ in sure else _if_meant(known[id_])
            for id_ in ids
        ]
        near = [
            known[id_] for id_ in self._near(state, said, [x for x in questions if not found[x]], now) if id_ not in ids
        ]
        if facts:
            # Who asks again about what was told wants to know more of it than there is.
            unknown = bool(again) or any(found[x] is None and _wants_a_fact(state, x) for x in questions)
            return self._told(facts, REST if unknown and not story else "", near)
        if denied and said.words <= BRIEF and not questions and not self._led(state):
            # "No, not that": what was meant has no answer here.
            return self._nothing(state, ())
        if not asked:
            checks_in = Act.CHECKS_IN in state.acts and said.text.rstrip().endswith("?")
            return self._let(sentences.texts(said.text)[-1]) if checks_in and not story else None
        if near:
            ref = offer(fact.id for fact in near)
            return Move(MoveKind.ANSWER_CLARIFICATION, "which_fact", {"which": _quoted(near)}, ref=ref)
        return self._nothing(state, questions)

    def _told(self, facts: Sequence[Fact], rest: str, near: Sequence[Fact] = ()) -> Move:
        """Facts as far as there is room, and a word on the rest: that it may be assumed, or what may be meant by it."""
        told, most = self._fitting(facts), OF_SEVERAL if len(facts) > 1 else MOST_WORDS
        told = [_asked_for(fact) for fact in told] if len(told) > 1 else told
        wording = "your_call" if all(fact.kind is FactKind.YOUR_CALL for fact in told) else "answer_clarification"
        which = ALSO.format(_quoted(near)) if near else ""
        words = sum(len(fact.says.split()) for fact in told) + len(which.split())
        ref = f"fact:{told[0].id}"
        if len(facts) > len(told):
            # "Decide, and say so" right after "ask me again" would be of what was left out.
            wording, rest = "answer_clarification", MORE
        elif which and words <= most:
            rest, ref = which, offer(fact.id for fact in near)
        slots = {"answer": " ".join([*(fact.says.strip() for fact in told), *([rest] if rest else [])])}
        return Move(MoveKind.ANSWER_CLARIFICATION, wording, slots, ref=ref)

    def _probable(self, state: State, said: Said, denied: Sequence[str]) -> dict[str, str]:
        """By question, the one fact that is likelier meant than not."""
        heard = said.heard
        entries = zip(heard.questions, heard.near, heard.probable, strict=False)
        return {
            x: near[0]
            for x, near, probable in entries
            if probable and near[0] not in denied and not _of_manner(state, x)
        }

    def _near(self, state: State, said: Said, questions: Sequence[str], now: Seconds) -> tuple[str, ...]:
        """Facts that the first question without a sure answer may mean; none late, and none twice in a row."""
        last = state.last_move
        if state.late(now) or (last is not None and offered(last)):
            return ()
        told = {fact.id for fact in state.plan.question.facts if _told_before(state, fact)}
        near = dict(zip(said.heard.questions, said.heard.near, strict=False))
        # What was told already is hardly what is asked for now.
        return next(
            (ids for x in questions if (ids := near.get(x, ())) and not told & {*ids} and not _of_manner(state, x)), ()
        )

    def _fitting(self, facts: Sequence[Fact]) -> list[Fact]:
        told: list[Fact] = []
        for fact in facts:
            if told and sum(len(one.says.split()) for one in [*told, fact]) > OF_SEVERAL:
                break
            told.append(fact)
        return told

    def _asked(self, state: State, said: Said, questions: Sequence[str]) -> bool:
        """Whether a turn without a sure answer asks at all, rather than tells, or wants to be led."""
        unmarked = not re.search(r"[.?!]", said.text)
        asked = unmarked or any(question.rstrip().endswith("?") for question in questions)
        ends = any(said.text.rstrip().endswith(question.rstrip()) for question in questions)
        short = said.words <= STORY or (ends and state.plan.round is not Round.BEHAVIORAL)
        return asked and not self._led(state) and short

    def _denied(self, state: State, said: Said) -> tuple[str, ...]:
        """Facts that were offered in vain: "no, I don't mean that. I mean ..."."""
        last = state.last_move
        if last is None or not NO.match(said.text):
            return ()
        told = last.slots.get("answer", "")
        return (*offered(last), *(fact.id for fact in state.plan.question.facts if f"{_quoted([fact])}:" in told))

    def _led(self, state: State) -> bool:
        """Whether the turn wants to be led, or a hint."""
        return Act.ASKS_DIRECTION in state.acts or Act.ASKS_HINT in state.acts

    def _let(self, question: str) -> Move:
        """The word that lets the candidate go on as they asked to, or choose of two."""
        if _THIS_OR_THAT.search(question):
            return Move(MoveKind.ANSWER_CLARIFICATION, EITHER)
        return Move(MoveKind.ANSWER_CLARIFICATION, NO_OBJECTION if AGREED.search(question) else GO_AHEAD)

    def _nothing(self, state: State, questions: Sequence[str]) -> Move:
        if questions and all(_checks_in(state, question) for question in questions):
            return self._let(questions[-1])
        of_mine = any(MY_MEANING.search(question) for question in questions)
        last = state.last_move
        if of_mine and last is not None and last.wording == ON_IT and "quote" in last.slots:
            # "What do you mean by that?": the words that it was asked of.
            return replace(last, kind=MoveKind.ANSWER_CLARIFICATION, wording="probe_quoting", signal=None, ref=None)
        # Nothing in the candidate's own story is to be assumed, nor what a question of the interviewer's means.
        own = state.plan.round is Round.BEHAVIORAL or of_mine
        told = "as_read" if own else "no_fact"
        return Move(MoveKind.ANSWER_CLARIFICATION, told)
