"""What each rule saw, as a clause a candidate can read."""

import re
from collections.abc import Mapping

NOTHING = "nothing they would change"
"""The clause of a look back that changes nothing."""

_SAYS: Mapping[str, str] = {
    "adopted": "others took it up",
    "artefact": "it left something behind that others could use",
    "assigned": "the work was handed over, not taken on",
    "before_and_after": "a before and an after",
    "blames": "the cause is put on others",
    "acted_myself": "says what “I” did",
    "decided": "a decision of their own",
    "empty_work": "effort without content",
    "escalated_only": "moved by escalation alone",
    "gave_up": "says what was given up",
    "handed_over": "the work was handed over, not taken on",
    "learnt_and_applied": "a lesson, and where it was applied",
    "left_vague": "leaves out how it was weighed",
    "moved_them": "others were moved",
    "names_the_price": "names the price",
    "no_price": "says there was no price",
    "no_situation": "a topic, not a situation",
    "nothing_to_change": NOTHING,
    "own_fault": "names their own part",
    "prevention": "a prevention that stayed",
    "step_with_result": "a concrete step of their own",
    "vague_result": "a result that nobody could check",
    "waited_or_guessed": "waited or guessed, with no bound on the risk",
    "was_mine": "says what was theirs",
    "we_throughout": "“we” throughout",
    "what_they_wanted": "says what the other side wanted",
    "would_do_differently": "what they would do differently",
    "asks_either_or": "asks which of two readings is meant",
    "asks_input": "asks about the input",
    "broken": "it does not work",
    "brushes_off": "brushes the suggestion off",
    "growth_unsure": "unsure how it grows",
    "messy": "left untidy",
    "names_and_shape": "cares for names and shape",
    "narrates_decision": "says the decision while making it",
    "plan": "a plan before the code",
    "plan_and_alternative": "a plan and another way",
    "reworks": "reworks it with a reason",
    "should_have_asked": "sees only later what should have been asked",
    "thinks_it_works": "believes that it works without trying",
    "trial_and_error": "tries this and that",
    "asks_scope": "asks about scope",
    "asks_scope_spoken": "asks about scope",
    "choice_without_price": "a choice without its price",
    "components_first": "components before requirements",
    "no_model": "no data model",
    "no_number": "words where a number was wanted",
    "product_handles_it": "leaves it to a product",
    "sets_agenda": "sets the agenda",
    "size_fits": "a size that decides something",
    "someone_elses_failure": "failure is left to somebody else",
    "waits_to_be_led": "leaves the lead to the interviewer",
    "walks_a_request": "walks a request through",
    "step_with_reason": "a concrete step of their own",
    "stakes": "says what was wrong, in terms that can be counted",
    "growth_with_reason": "says how it grows",
    "sum_that_decides": "a sum worked out",
    "option_against_option": "a choice with its reason",
    "cuts_scope": "sets a limit or an assumption",
    "mechanism_with_reason": "names a mechanism",
    "key_for_access": "says what a record holds",
    "own_case": "tries a case of their own",
}
"""By rule name; for rules in `_DEPENDS`, what they say where none of its words are there."""

_DEPENDS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "own_bug_seen": (
        (
            re.compile(r"\b(bug|mistake|wrong(ly)?|off by|forgot|missed|my (error|slip)|fix(ed)?|broken?)\b", re.I),
            "finds their own bug",
        ),
        (re.compile(r"."), "says why it is right"),
    ),
    "what_happens_when": (
        (re.compile(r"\b(canary|dark launch|shadow|kill switch|roll\w* (out|back))", re.I), "says how it goes live"),
        (
            re.compile(
                r"\b(if|when|once|while)\b.{2,60}\b(fail\w*|down|dies?|dead|crash\w*|lost|slow|unavailable|full|"
                r"times? out|overload\w*|behind|unreachable|gone|breaks?)\b",
                re.I,
            ),
            "says what happens when it fails",
        ),
        (re.compile(r"\b(alert|page)\w*\b", re.I), "says how it would be noticed"),
        (
            re.compile(
                r"\b(back.?pressure|shed\w*|breaker|dead.?letter|retry budget|jitter|bulkhead|drain\w*|fail\w* "
                r"(open|closed))\b",
                re.I,
            ),
            "names what limits the damage",
        ),
    ),
    "step_with_reason": (
        (
            re.compile(
                r"\b(so (that|the|they|we|it|nobody|i)|because|since|to (see|find|show|prove|check|catch|make sure)"
                r"|which (found|showed|told|meant|gave))\b",
                re.I,
            ),
            "a step with its reason",
        ),
    ),
    "stakes": (
        (
            re.compile(
                r"\b(customers?|users?|patients?|drivers?|merchants?|people|clients?|teams?|nobody|clinics?|shops?|"
                r"stores?|support|sellers?|buyers?|students?|nurses?|riders?|everyone|everybody|they|them)\b",
                re.I,
            ),
            "says who was worse off, and why it mattered",
        ),
    ),
    "growth_with_reason": (
        (
            re.compile(r"\b(because|since|as|so|must|have to|need to|each|every|once|per|for all|only|where)\b", re.I),
            "how it grows, with the reason",
        ),
    ),
    "sum_that_decides": (
        (
            re.compile(
                r"\b(no need|enough|fits?|(one|a single|\d+) (nodes?|machines?|box(es)?|servers?|shards?|brokers?)"
                r"|so (we|i)('d| would|'ll)? (need|can|don't|do not|keep|take|use|push|pull|shard))\b",
                re.I,
            ),
            "a sum that decides something",
        ),
    ),
    "option_against_option": (
        (
            re.compile(
                r"\b(instead|rather|sooner|over|versus|vs|opposed|alternatives?|options?|either|compared|than)\b", re.I
            ),
            "one option against another",
        ),
        (
            re.compile(r"\b(costs?|price|catch|downside|trade.?off|give up|lose|pay|live with)\b", re.I),
            "names the price",
        ),
    ),
    "cuts_scope": (
        (
            re.compile(
                r"\b(leave|leaving|left|skip\w*|out of scope|not (build|cover|do|going)|ignore|cut|park|drop|without|"
                r"no \w+|don't|won't|later|v1|first version|for now)\b",
                re.I,
            ),
            "leaves something out on purpose",
        ),
    ),
    "mechanism_with_reason": (
        (
            re.compile(
                r"\b(because|since|so (that|the|a|we|it|if|i|no|two|you|one)|otherwise|which means|that way)\b", re.I
            ),
            "a mechanism with its reason",
        ),
    ),
    "key_for_access": (
        (
            re.compile(r"\b(key\w*|partition\w*|shard\w*|index\w*|cluster\w*)\b", re.I),
            "a key that follows from the access",
        ),
    ),
    "own_case": (
        (re.compile(r"\b(the|your|given|provided|first) (examples?|cases?|inputs?)\b", re.I), "runs an example"),
    ),
    "moved_them": (
        (
            re.compile(
                r"\b(because|so|by|after|once|when|until|show\w*|offer\w*|shar\w+|sat|brought|data|numbers?"
                r"|(i|we) (gave|asked|took|sent|built|ran|wrote|made))\b",
                re.I,
            ),
            "says what moved the others",
        ),
    ),
    "reversible_step": (
        (
            re.compile(r"\b(revers\w*|back|off|flag|switch|pilot|enable\w*|turn\w*|roll\w*|ship\w*|live|stop)\b", re.I),
            "a step that could be undone",
        ),
    ),
    "bounded_unknown": (
        (
            re.compile(
                r"^(?!.*\b(mistake|my fault)\b).*\b(know|knew|unknown|unclear|unsure|sure|idea|guess\w*|tell|"
                r"measure|promise|prove)\b",
                re.I | re.S,
            ),
            "names the unknown and bounds it",
        ),
    ),
}
"""By rule name, for rules that hear several things: what the words must hold for each clause, in order."""


def why(rule: str, quote: str) -> str:
    """What a rule saw in a quote, as a clause; empty where the rule alone does not say which of several things it was.

    A rule without a clause is named in plain words.
    """
    depends = _DEPENDS.get(rule, ())
    otherwise = _SAYS.get(rule, "" if depends else rule.replace("_", " "))
    return next((clause for words, clause in depends if words.search(quote)), otherwise)
