"""Second opinions in the store, each goes with its session; and how good those are who give them."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, cast

from sparring.assessment.second.prompting import VERSION
from sparring.domain.evidence import Polarity
from sparring.domain.opinion import Opinion, Quoted, Rewrite, SecondOpinion, Standing
from sparring.llm import Choice
from sparring.session.errors import LessThanBefore
from sparring.store import Store
from sparring.store.store import OPINION, STANDING


def kept(store: Store, session: str) -> SecondOpinion | None:
    """The second opinion on a session; None where nobody asked for one."""
    value = store.kept(OPINION, session)
    return None if value is None else _of_json(value)


def keep(store: Store, session: str, opinion: SecondOpinion) -> None:
    """Keep a second opinion, in place of an older one. Raises LessThanBefore where that says more; it stays then."""
    before = kept(store, session)
    if before is not None and len(opinion.opinions) < len(before.opinions):
        raise LessThanBefore(
            len(opinion.opinions), len(before.opinions), opinion.failed[0][1] if opinion.failed else ""
        )
    store.keep(
        OPINION,
        session,
        {
            "rater": opinion.rater,
            "opinions": [
                {
                    "signal": each.signal,
                    "rating": each.rating,
                    "quotes": [
                        {"turn": x.turn, "quote": x.quote, "polarity": x.polarity.value, "why": x.why}
                        for x in each.quotes
                    ],
                }
                for each in opinion.opinions
            ],
            "failed": [list(pair) for pair in opinion.failed],
            "dropped": opinion.dropped,
            "rewrites": [{"turn": x.turn, "quote": x.quote, "says": x.says} for x in opinion.rewrites],
            "standing": asdict(opinion.standing) if opinion.standing is not None else None,
        },
    )


def drop(store: Store, session: str) -> None:
    """Go back to the debrief by local raters alone."""
    store.drop(OPINION, session)


def _of_json(value: Mapping[str, Any]) -> SecondOpinion:
    return SecondOpinion(
        str(value["rater"]),
        tuple(
            Opinion(
                each["signal"],
                cast("int | None", each["rating"]),
                tuple(Quoted(x["turn"], x["quote"], Polarity(x["polarity"]), x["why"]) for x in each["quotes"]),
            )
            for each in value["opinions"]
        ),
        tuple((str(signal), str(why)) for signal, why in value["failed"]),
        int(value["dropped"]),
        tuple(Rewrite(x["turn"], x["quote"], x["says"]) for x in value["rewrites"]),
        _standing(value.get("standing")),
    )


def standing(store: Store, choice: Choice) -> Standing | None:
    """How a language model did on labelled rounds; None where nobody has measured it with the prompts of today."""
    return _standing(store.kept(STANDING, _key(choice)))


def keep_standing(store: Store, choice: Choice, found: Standing) -> None:
    """Keep how a language model did, in place of an older figure."""
    store.keep(STANDING, _key(choice), {"rater": choice.name, **asdict(found)})


def _key(choice: Choice) -> str:
    """The same name at another address may be another model."""
    told = f"{choice.name}\n{choice.address}\n{VERSION}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _standing(value: Mapping[str, Any] | None) -> Standing | None:
    if value is None:
        return None
    return Standing(value["ratings"], value["asked"], value["kappa"], value["local"], value["error"], value["cited"])
