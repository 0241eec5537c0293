"""Rules that find evidence, and what must not set them off."""

# ruff: noqa: E501 - a table of sentences is read a line a row

import json
import os
from pathlib import Path

import pytest

from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.listening import Listener

LISTENERS = {round_: Listener(round_, None, {}) for round_ in Round}
BEHAVIORAL, DESIGN, CODING = Round.BEHAVIORAL, Round.SYSTEM_DESIGN, Round.CODING


def signs(round_: Round, text: str) -> set[str]:
    return {f"{cue.signal}{cue.polarity.value}" for cue in LISTENERS[round_].hear(text).cues}


@pytest.mark.parametrize(
    ("round_", "sign", "text"),
    [
        (BEHAVIORAL, "reflection+", "Looking back, I'd have started with the tracing first."),
        (BEHAVIORAL, "reflection+", "if i did it again i would ask the depots before we bought anything"),
        (BEHAVIORAL, "reflection+", "The survey should have been first."),
        (BEHAVIORAL, "reflection-", "Nothing really, I'd do the same."),
        (BEHAVIORAL, "outcome+", "Deploys went from one every two weeks to five a day."),
        (BEHAVIORAL, "outcome+", "Three other teams adopted the template in the same quarter."),
        (BEHAVIORAL, "outcome-", "In the end it went really well."),
        (BEHAVIORAL, "outcome-", "I think they were very happy."),
        (BEHAVIORAL, "ownership+", "I proposed splitting the service and I took it to the board."),
        (BEHAVIORAL, "ownership+", "Nobody asked me to, but it was my pager."),
        (BEHAVIORAL, "ownership-", "I was part of a team that migrated the monolith."),
        (BEHAVIORAL, "ownership-", "I was assigned the user service."),
        (BEHAVIORAL, "action+", "I wrote the RFC and sent it to both leads."),
        (
            BEHAVIORAL,
            "action+",
            "I replayed a day of production requests against the new pair to see where it fell over.",
        ),
        (BEHAVIORAL, "action-", "We worked really hard and communicated a lot with everybody."),
        (
            BEHAVIORAL,
            "influence+",
            "The billing team wanted it complete rather than fast, so I showed them what a late invoice costs and they agreed.",
        ),
        (BEHAVIORAL, "influence+", "After that demo I got buy-in from the two other teams."),
        (
            BEHAVIORAL,
            "tradeoffs+",
            "The trade-off was operational overhead, which we accepted to ship before the audit.",
        ),
        (BEHAVIORAL, "tradeoffs-", "There was no real downside."),
        (BEHAVIORAL, "problem+", "I noticed that the printers stalled twice a day and three depots couldn't ship."),
        (
            BEHAVIORAL,
            "ambiguity+",
            "We didn't know how the riders would react, so I put it behind a flag for one city with a line at which we'd stop.",
        ),
        (BEHAVIORAL, "failure_ownership+", "That was my mistake, I hadn't tested the year-end file."),
        (BEHAVIORAL, "failure_ownership-", "Honestly it was mostly the vendor's fault, they never told us."),
        (DESIGN, "requirements+", "How many users do we have, and how fresh must the feed be?"),
        (DESIGN, "requirements+", "I'd leave search out of scope for today, since nobody reads by keyword."),
        (DESIGN, "estimation+", "40 million posts a day is about 460 a second, so a single primary takes the writes."),
        (DESIGN, "estimation-", "There will be millions of users so it's web scale."),
        (DESIGN, "drive+", "Let me start with the write path, then I'll look at the hot accounts."),
        (DESIGN, "drive-", "Okay, what should I do next?"),
        (
            DESIGN,
            "tradeoffs+",
            "I'd push for small accounts instead of pulling, because reads are a hundred to one; the price is a slow write for the big ones.",
        ),
        (DESIGN, "tradeoffs-", "I'd use Mongo, there's no real downside."),
        (
            DESIGN,
            "depth+",
            "Each entry carries a version, and the write is a compare-and-set on it, so two workers can't both win.",
        ),
        (DESIGN, "depth-", "We would just add more servers, I guess. That scales fine."),
        (DESIGN, "depth-", "I think Postgres will handle that, no problem."),
        (DESIGN, "depth-", "Redis handles that for us."),
        (
            DESIGN,
            "data_model+",
            "The messages table is partitioned by chat id and sorted by sequence, so a page is one range read.",
        ),
        (DESIGN, "data_model-", "It saves it in a database as JSON."),
        (
            DESIGN,
            "resilience+",
            "If the queue falls over, the gateway keeps taking writes into a local log and replays them, oldest first.",
        ),
        (DESIGN, "resilience-", "The SRE team is on that, they promised us three nines."),
        (DESIGN, "coherence+", "Let me walk one request end to end: the edge, the gateway, the bucket and back."),
        (CODING, "clarify+", "Can the list be empty, and are the intervals sorted?"),
        (CODING, "clarify-", "Ah, I should have asked that at the start."),
        (
            CODING,
            "approach+",
            "The brute force compares every pair, that's n squared; instead I'd sort by start, because then one sweep is enough.",
        ),
        (CODING, "approach-", "I'll just try something and see what happens."),
        (CODING, "complexity+", "It's O(n log n) because of the sort, and the sweep is linear."),
        (CODING, "complexity-", "Should be fine, it's pretty fast."),
        (CODING, "testing+", "Let me trace the empty list and one with two equal starts."),
        (CODING, "testing-", "I think it works."),
        (
            CODING,
            "communication+",
            "I'm keeping the heap of ends, not the intervals, because only the earliest end decides.",
        ),
        (
            CODING,
            "adaptability+",
            "In that case I need to drop the queue and keep a sorted list, since they can arrive late.",
        ),
    ],
)
def test_what_shows_a_signal(round_: Round, sign: str, text: str) -> None:
    assert sign in signs(round_, text)


@pytest.mark.parametrize(
    ("round_", "sign", "text"),
    [
        (BEHAVIORAL, "outcome+", "So I did the tickets from eight to four and the matcher from four until whenever."),
        (BEHAVIORAL, "outcome+", "They added from 12 to 40 pods, which did not help."),
        (BEHAVIORAL, "outcome+", "Not one, in the four months I was still there."),
        (CODING, "clarify+", "Are you of the same opinion?"),
        (DESIGN, "tradeoffs+", "I take a hundred milliseconds at p99 for us, no more than that."),
    ],
)
def test_words_alone_show_no_signal(round_: Round, sign: str, text: str) -> None:
    assert sign not in signs(round_, text)


@pytest.mark.parametrize("round_", list(Round))
@pytest.mark.parametrize(
    "text",
    [
        "The trade-off is that there are trade-offs.",
        "I always leverage first principles and best practices to drive alignment.",
        "We used a scalable, robust, highly available, event-driven microservices architecture.",
        "It depends, everything is a trade-off at the end of the day.",
        "I applied the STAR method and SMART goals with a growth mindset because it's best practice.",
        "Okay.",
        "Yes, exactly that.",
        "Latency, traffic, errors, saturation, so the four golden signals.",
    ],
)
def test_empty_praise_of_method_shows_nothing(round_: Round, text: str) -> None:
    assert [cue for cue in LISTENERS[round_].hear(text).cues if cue.polarity is Polarity.PLUS] == []


def test_a_turn_of_we_without_i_is_told_apart() -> None:
    ours = "We looked at it and we decided that our pipeline was slow, so we changed it and we told our users. " * 5
    assert "ownership-" in signs(BEHAVIORAL, ours)
    assert "ownership-" not in signs(BEHAVIORAL, ours + "I did the last step.")


def test_two_answers_that_every_guide_contrasts() -> None:
    weak = "I was part of a team that migrated our monolith to microservices. I was assigned the user service. It went well and everyone was happy."
    strong = (
        "I noticed our deployment velocity had stalled: three teams waited two weeks for every release. I proposed splitting out the checkout "
        "service and wrote the RFC. Two teams were against it since they had a launch in March, so I offered to move theirs last, and they agreed. "
        "I moved the first two services myself. We went from bi-weekly to daily deploys within six months. The trade-off was operational overhead, "
        "which we accepted because releases were costing us deals."
    )
    assert {"problem+", "ownership+", "action+", "influence+", "outcome+", "tradeoffs+"} <= signs(BEHAVIORAL, strong)
    assert not any(sign.endswith("+") for sign in signs(BEHAVIORAL, weak))
    assert {"ownership-", "outcome-"} <= signs(BEHAVIORAL, weak)


def test_every_cue_is_of_a_signal_of_its_round() -> None:
    text = "I proposed it because it was slow. How many users? It's O(n). If it fails we retry with jitter, so nothing is lost."
    for round_, listener in LISTENERS.items():
        assert {cue.signal for cue in listener.hear(text).cues} <= set(SIGNALS[round_])


@pytest.mark.parametrize(
    ("round_", "rule", "text"),
    [
        (BEHAVIORAL, "decided", "Then I decided to roll the release back on my own."),
        (BEHAVIORAL, "gave_up", "We gave up the nightly export for two months."),
        (
            DESIGN,
            "mechanism_with_reason",
            "Each entry carries a version so two workers that wake at once cannot both win.",
        ),
        (CODING, "narrates_decision", "I'm keeping the heap of ends here because only the earliest end decides."),
    ],
)
def test_rules_that_raters_rarely_share_are_weak(round_: Round, rule: str, text: str) -> None:
    strengths = [cue.strength for cue in LISTENERS[round_].hear(text).cues if cue.rule == rule]
    assert strengths
    assert max(strengths) < 0.3


CORPUS = Path(os.environ.get("SPARRING_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))


@pytest.mark.skipif(not (CORPUS / "sessions.jsonl").exists(), reason="needs the labelled corpus (SPARRING_CORPUS)")
def test_sums_of_real_talk_are_never_wrongly_corrected() -> None:
    """People do their sums right nearly everywhere: a correction would be our mistake, but for one who is out by a thousand."""
    sessions = [json.loads(line) for line in (CORPUS / "sessions.jsonl").read_text(encoding="utf-8").splitlines()]
    first = sorted((s for s in sessions if s["round"] == "system_design"), key=lambda s: s["id"])[:30]
    claims = [
        claim
        for s in first
        for t in s["turns"]
        if t["speaker"] == "candidate"
        for claim in LISTENERS[DESIGN].hear(t["text"]).claims
    ]
    assert len(claims) >= 10
    assert [claim.computed for claim in claims if not claim.holds] == ["1 billion × 10 GB is about 10,000 PB"]
