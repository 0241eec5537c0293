"""How well and how fast speech is heard.

    python benchmarks/hearing.py [--terms no]

Plays the answers of `benchmarks/spoken` into phrases and recognizer as a microphone would, and prints words wrong,
technical words heard, what marks find, and seconds for each second of sound. Numbers are spelled alike before words
are compared.
"""

import argparse
import difflib
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio

from sparring.domain.round import Round
from sparring.domain.transcript import Stretch
from sparring.listening.misheard import touched
from sparring.listening.numbers import SMALL
from sparring.voice import RATE, Ended, Phrases, Vocabulary, detector, recognizer, vocabulary
from sparring.voice.sound import Samples

SPOKEN = Path(__file__).parent / "spoken"
AT_ONCE = RATE // 10
_WORD = re.compile(r"[a-z0-9']+")
_NUMBERS = {word: f"{value:g}" for word, value in SMALL.items()}
_TECHNICAL = re.compile(
    r"cach\w*|shard\w*|queues?|replica\w*|index\w*|latency|p9\d|writes?|reads?|retr(?:y|ies)|locks?|heap|hash\w*|redis"
    r"|kafka|postgres|idempot\w*|timeouts?|tries?|dict|pointer\w*|stack|partition\w*|bytes|keys?|tables?|rows?|logs?"
)


def listen(sound: Samples, words: Vocabulary) -> tuple[str, tuple[Stretch, ...]]:
    """What comes of a sound with silence around it, and what of it is marked."""
    silence = np.zeros(RATE, np.float32)
    phrases, text, unsure = Phrases(detector()), "", list[Stretch]()
    whole = np.concatenate((silence, sound, silence))
    happened = [x for k in range(0, len(whole), AT_ONCE) for x in phrases.take(whole[k : k + AT_ONCE])]
    for ended in (*happened, *phrases.finish()):
        if isinstance(ended, Ended):
            heard = recognizer().hear(ended.sound, words, text)
            at = len(text) + bool(text)
            text = f"{text} {heard.text}".strip()
            unsure += [(begin + at, end + at) for begin, end in heard.unsure]
    return text, tuple(unsure)


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Words in small letters with their place, numbers as digits."""
    return [(_NUMBERS.get(x[0], x[0]), *x.span()) for x in _WORD.finditer(text.lower())]


def compare(text: str, heard: str, unsure: Sequence[Stretch], counts: Counter[str]) -> None:
    """Count words that were said, words wrong, and what was marked of both kinds."""
    said, came = words_of(text), words_of(heard)
    marked = [touched(begin, end, unsure) for _, begin, end in came]
    counts["said"] += len(said)
    same = difflib.SequenceMatcher(None, [x[0] for x in said], [x[0] for x in came], autojunk=False)
    for what, a, b, c, d in same.get_opcodes():
        counts["right, marked" if what == "equal" else "wrong, marked"] += sum(marked[c:d])
        counts["right, not marked" if what == "equal" else "wrong, not marked"] += (d - c) - sum(marked[c:d])
        counts["errors"] += 0 if what == "equal" else max(b - a, d - c)
    left = Counter(x[0] for x in came)
    for word, _, _ in said:
        if _TECHNICAL.fullmatch(word):
            counts["technical"] += 1
            counts["technical, heard"] += left[word] > 0
            left[word] -= 1


def main() -> None:
    """Listens to every answer once."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument(
        "--terms", choices=("yes", "no"), default="yes", help="whether the recognizer is told what is likely"
    )
    arg.add_argument("--show", action="store_true", help="print what was said and what was heard")
    options = arg.parse_args()
    began = time.perf_counter()
    recognizer()
    loading = time.perf_counter() - began
    counts, length, took = Counter[str](), 0.0, 0.0
    for line in (SPOKEN / "said.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        sound = decode_audio(str(SPOKEN / row["file"]), sampling_rate=RATE)
        words = vocabulary(Round(row["round"]), "") if options.terms == "yes" else Vocabulary()
        began = time.perf_counter()
        text, unsure = listen(sound, words)
        took += time.perf_counter() - began
        length += len(sound) / RATE
        compare(row["text"], text, unsure, counts)
        if options.show:
            print(f"- {row['text']}\n+ {text}\n  {[text[begin:end] for begin, end in unsure]}")
    wrong, marked = (
        counts["wrong, marked"] + counts["wrong, not marked"],
        counts["wrong, marked"] + counts["right, marked"],
    )
    print(f"{counts['said']} words, {counts['errors'] / counts['said']:.1%} wrong")
    print(f"{counts['technical']} technical words, {counts['technical, heard'] / counts['technical']:.0%} heard")
    print(
        f"marked: {marked} words, {counts['wrong, marked'] / marked:.0%} of them wrong, "
        f"{counts['wrong, marked'] / wrong:.0%} of the wrong ones"
    )
    print(f"{length:.0f} s of sound, {took / length:.2f} s for each; loaded in {loading:.1f} s")


if __name__ == "__main__":
    main()
