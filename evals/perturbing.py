"""Says the same in other ways: what must not move a rating. Seeded, so that a test sees the same text each time."""

import random
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from sparring.assessment.corpus import Labelled
from sparring.domain.transcript import Speaker, Transcript
from sparring.listening.model.sentences import sentences

Perturbation = Callable[[Transcript, random.Random], Transcript]
"""The same session, said in another way."""

_BEGINNINGS = (
    "So", "Well", "Okay", "Right", "Anyway", "I mean", "Yeah", "And, you know", "Let me see", "How should I say this",
    "To be honest", "Hm", "In a way", "Just to say it again", "Well, where was I",
)  # fmt: skip
_ENDS = (
    "that is what comes to my mind at this point", "I hope you can follow me so far",
    "this is the kind of conversation that I enjoy", "I am trying to put it into simple words",
    "let me find the right words for it", "I would like to take a breath here", "there is always more to say",
    "I think you see where this is heading", "that is about it for the moment", "I should probably slow down a little",
    "it is hard to explain without a pen", "we can come back to that if you like",
    "I am not sure how much of this you want to hear", "stop me if I talk too long", "it was a long day today",
    "I had a coffee just before this call", "the connection was a bit unstable just now",
    "I am looking at my notes for a second", "that was a long sentence", "I will get to the point in a moment",
)  # fmt: skip
_FILLERS = ("um", "uh", "like", "you know", "I mean", "sort of", "er")

_SYNONYMS = {
    "use": "employ", "used": "employed", "big": "large", "small": "little", "fix": "repair", "fixed": "repaired",
    "begin": "start", "because": "since", "but": "yet", "so": "thus", "also": "as well", "about": "roughly",
    "many": "a lot of", "quick": "fast", "quickly": "fast", "show": "display", "need": "require", "needs": "requires",
    "get": "obtain", "gets": "obtains", "make": "create", "makes": "creates", "keep": "hold", "keeps": "holds",
    "maybe": "perhaps", "probably": "most likely", "think": "believe", "wrong": "incorrect", "right": "correct",
    "often": "frequently", "usually": "normally", "enough": "sufficient", "bad": "poor", "good": "fine",
    "wanted": "wished", "asked": "requested", "told": "informed", "said": "stated", "happens": "occurs",
    "each": "every", "instead": "rather", "later": "afterwards", "whole": "entire", "people": "persons",
    "stop": "halt", "stopped": "halted", "tried": "attempted", "try": "attempt", "build": "construct",
}  # fmt: skip
_BRITISH = {
    "optimize": "optimise", "organization": "organisation", "behavior": "behaviour", "color": "colour",
    "center": "centre", "license": "licence", "analyze": "analyse", "canceled": "cancelled", "gotten": "got",
    "while": "whilst", "among": "amongst", "pretty": "rather", "vacation": "holiday", "toward": "towards",
    "normalize": "normalise", "prioritize": "prioritise", "guess": "suppose", "figured": "worked",
}  # fmt: skip
_INDIAN = {
    "now": "now only", "today": "today itself", "yesterday": "yesterday only", "return": "revert back",
    "have": "are having", "know": "are knowing", "please": "kindly",
    "discuss": "discuss about", "explain": "explain you", "same": "same only", "there": "there only",
}  # fmt: skip
_GERMAN = {
    "information": "informations", "feedback": "feedbacks", "until": "till", "currently": "actual",
    "became": "got", "possibly": "eventually", "boss": "chef", "does": "do", "has": "have",
}  # fmt: skip
_ARTICLE = re.compile(r"\b(?:the|a|an) (?=[a-z])")
_MARK = re.compile(r"[.,!?;:\"()]")
_WORD = re.compile(r"[A-Za-z']+")


def spoken_by_candidate(transcript: Transcript, say: Callable[[str], str]) -> Transcript:
    """The transcript with every text of the candidate changed."""
    turns = tuple(
        replace(turn, text=say(turn.text)) if turn.speaker is Speaker.CANDIDATE else turn for turn in transcript.turns
    )
    return replace(transcript, turns=turns)


def padded(transcript: Transcript, rng: random.Random) -> Transcript:
    """Three times as long, by sentences that say nothing."""

    def say(text: str) -> str:
        pieces = [text[a:b].strip() for a, b in sentences(text)]
        wanted, words = 3 * len(text.split()), len(text.split())
        while words < wanted and pieces:
            empty = f"{rng.choice(_BEGINNINGS)}, {rng.choice(_ENDS)}."
            pieces.insert(rng.randint(0, len(pieces)), empty)
            words += len(empty.split())
        return " ".join(pieces)

    return spoken_by_candidate(transcript, say)


def unpunctuated(transcript: Transcript, rng: random.Random) -> Transcript:
    """No punctuation and no capitals."""
    del rng
    return spoken_by_candidate(transcript, lambda text: " ".join(_MARK.sub(" ", text).lower().split()) or text)


def filled(transcript: Transcript, rng: random.Random) -> Transcript:
    """Um and you know, before one word in twelve."""
    return spoken_by_candidate(transcript, lambda text: _before(text, rng, 1 / 12))


def _before(text: str, rng: random.Random, share: float) -> str:
    return re.sub(r"(?<=[a-z] )(?=[a-z])", lambda _: f"{rng.choice(_FILLERS)} " if rng.random() < share else "", text)


def mistyped(transcript: Transcript, rng: random.Random) -> Transcript:
    """One long word in twenty with two letters exchanged, one lost or one doubled."""

    def slip(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 5 or rng.random() > 1 / 20:
            return word
        at = rng.randint(1, len(word) - 3)
        return rng.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            )
        )

    return spoken_by_candidate(transcript, lambda text: _WORD.sub(slip, text))


def _exchanged(words: Mapping[str, str]) -> Perturbation:
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def exchange(transcript: Transcript, rng: random.Random) -> Transcript:
        del rng
        return spoken_by_candidate(transcript, lambda text: pattern.sub(lambda m: words[m[0]], text))

    return exchange


def _without_articles(by: Perturbation) -> Perturbation:
    def drop(transcript: Transcript, rng: random.Random) -> Transcript:
        return spoken_by_candidate(
            by(transcript, rng), lambda text: _ARTICLE.sub(lambda m: "" if rng.random() < 0.4 else m[0], text)
        )

    return drop


SAME: Mapping[str, Perturbation] = {
    "no punctuation": unpunctuated,
    "fillers": filled,
    "typing errors": mistyped,
    "synonyms": _exchanged(_SYNONYMS),
    "British English": _exchanged(_BRITISH),
    "Indian English": _without_articles(_exchanged(_INDIAN)),
    "German English": _without_articles(_exchanged(_GERMAN)),
}
"""Other ways of saying the same: none may move a rating by more than one, in nineteen of twenty."""


def cut_to_evidence(session: Labelled) -> Transcript:
    """Of the candidate's talk only the sentences that an expert cited; the interviewer says what they said."""
    cited: dict[int, list[tuple[int, int]]] = {}
    text = {turn.i: turn.text for turn in session.transcript.turns}
    for piece in session.label.evidence:
        start = text[piece.turn].find(piece.quote)
        cited.setdefault(piece.turn, []).append((start, start + len(piece.quote)))
    turns = tuple(
        replace(turn, text=_kept(turn.text, cited.get(turn.i, ())) or "Okay.")
        if turn.speaker is Speaker.CANDIDATE
        else turn
        for turn in session.transcript.turns
    )
    return replace(session.transcript, turns=turns)


def _kept(text: str, cited: Collection[tuple[int, int]]) -> str:
    kept = [(a, b) for a, b in sentences(text) if any(min(b, y) > max(a, x) for x, y in cited)]
    return " ".join(text[a:b].strip() for a, b in kept)
