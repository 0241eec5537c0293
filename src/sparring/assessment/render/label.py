"""The debrief as JSON: a label of the corpus, and ours beside it. docs/debrief-format.md is the contract."""

import json
from collections.abc import Mapping
from typing import Any

from sparring.assessment.render.sources import source_of_mistake
from sparring.assessment.render.words import doubt
from sparring.domain.debrief import Debrief, NotSeen, Rating, Reference
from sparring.domain.evidence import Evidence
from sparring.domain.round import Verdict

Json = dict[str, object]


def label_json(debrief: Debrief) -> Json:
    """The debrief as an object of JSON values, keys always in the same order."""
    rated = [score for score in debrief.scores if isinstance(score, Rating)]
    return {
        "id": debrief.id,
        "rater": debrief.rater,
        "evidence": [_evidence(piece) for piece in debrief.evidence],
        "ratings": {s.signal: s.value if isinstance(s, Rating) else None for s in debrief.scores},
        "altitude": str(debrief.altitude.value),
        "verdict": str(debrief.verdict.value),
        "mistakes": list(dict.fromkeys(seen.mistake for seen in debrief.mistakes)),
        "round": str(debrief.round),
        "question": debrief.question,
        "title": debrief.title,
        "target_level": str(debrief.target_level),
        "intervals": _intervals(debrief, rated),
        "sources": {score.signal: str(score.source) for score in rated},
        "not_seen": {score.signal: score.reason for score in debrief.scores if isinstance(score, NotSeen)},
        "reasons": {
            "ratings": {score.signal: score.reason for score in rated},
            "altitude": debrief.altitude.reason,
            "verdict": debrief.verdict.reason,
        },
        "anchors": {
            s.signal: {
                "met": list(s.anchors_met),
                "missed": list(s.anchors_missed),
                "unheard": list(s.anchors_unheard),
            }
            for s in rated
        },
        **_told(debrief),
        "levels": {str(altitude): does for altitude, does in debrief.levels},
        **_answered(debrief),
        "reps": [{"signal": r.signal, "title": r.title, "do": r.do, "command": r.command} for r in debrief.reps],
        "caveats": list(debrief.caveats),
        "prediction": None if debrief.prediction is None else str(debrief.prediction),
        "reference": _reference(debrief.reference),
        "opinions": {s.signal: {"local": s.alone, "second": s.second} for s in rated if s.second is not None},
    }


def json_line(debrief: Debrief) -> str:
    """The debrief as one line of ASCII JSON without its newline; the same debrief gives the same bytes."""
    return json.dumps(label_json(debrief), allow_nan=False)


def stored_doubt(label: Mapping[str, Any]) -> str:
    """What the verdict of a stored debrief might be besides; see `words.doubt`."""
    return doubt(*(Verdict(each) for each in (label["verdict"], *label["intervals"]["verdict"])))


def _reference(reference: Reference | None) -> Json | None:
    if reference is None:
        return None
    return {"code": reference.code, "board": [list(arrow) for arrow in reference.board], "note": reference.note}


def _evidence(piece: Evidence) -> Json:
    return {
        "turn": piece.turn,
        "quote": piece.quote,
        "signal": piece.signal,
        "polarity": str(piece.polarity),
        "volunteered": piece.volunteered,
        "source": str(piece.source),
        "strength": round(piece.strength, 4),
        "why": piece.why,
    }


def _intervals(debrief: Debrief, rated: list[Rating]) -> Json:
    altitude, verdict = debrief.altitude, debrief.verdict
    return {
        "ratings": {score.signal: [round(score.low, 4), round(score.high, 4)] for score in rated},
        "altitude": [str(altitude.low), str(altitude.high)],
        "verdict": [str(verdict.low), str(verdict.high)],
        "too_close": verdict.too_close,
    }


def _told(debrief: Debrief) -> Json:
    """What is told with a quote: mistakes, one level up, moments, failed cases."""
    return {
        "mistakes_seen": [
            {
                "mistake": m.mistake,
                "turn": m.turn,
                "quote": m.quote,
                "why": m.why,
                "source": source_of_mistake(debrief, m),
            }
            for m in debrief.mistakes
        ],
        "one_level_up": [
            {
                "turn": up.turn,
                "quote": up.quote,
                "signal": up.signal,
                "sounded": str(up.sounded),
                "would_contain": up.would_contain,
                "sounds": up.sounds,
            }
            for up in debrief.one_level_up
        ],
        "moments": [
            {"turn": m.turn, "at": round(m.at, 3), "quote": m.quote, "what": m.what, "helped": m.helped}
            for m in debrief.moments
        ],
        "failed_cases": [
            {"why": x.why, "stage": x.stage, "run": x.run, "expected": x.expected} for x in debrief.failed_cases
        ],
    }


def _answered(debrief: Debrief) -> Json:
    """What was put or stated, and how it held: drills, curveballs, checks."""
    return {
        "drills": [
            {
                "turn": d.turn,
                "asked": d.asked,
                "topic": d.topic,
                "facet": d.facet,
                "held": str(d.held),
                "answer": d.answer,
                "quote": d.quote,
                "senior": d.senior,
            }
            for d in debrief.drills
        ],
        "curveballs": [
            {
                "kind": str(c.kind),
                "turn": c.turn,
                "says": c.says,
                "reaction": str(c.reaction),
                "answer": c.answer,
                "quote": c.quote,
                "meant": c.meant,
            }
            for c in debrief.curveballs
        ],
        "checks": [
            {
                "kind": str(c.kind),
                "turn": c.turn,
                "quote": c.quote,
                "stated": c.stated,
                "computed": c.computed,
                "holds": c.holds,
                "explanation": c.explanation,
            }
            for c in debrief.checks
        ],
    }
