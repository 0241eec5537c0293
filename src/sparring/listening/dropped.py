"""Words by which somebody gives up what they have built so far: "I'm throwing it away", "let me start over"."""

import re

_I = (
    r"(?:i'm|i am|i'll|i will|let me|let's|i'd rather|i (?:think i )?(?:have|need|want) to|going to|gonna)"
    r" (?:just |now |better )?"
)
_DROPS = re.compile(
    rf"\b{_I}(?:(?:throw(?:ing)?|toss(?:ing)?) (?:it|that|this|all of it|the whole \w+) (?:away|out)"
    r"|rip(?:ping)? (?:it|that|this) (?:up|out)|scrap(?:ping)? (?:it|that|this|all)"
    r"|(?:clear(?:ing)? (?:it|this|that) out and )?start(?:ing)? (?:over|again)\b(?! (?:from zero|of|at|with the)\b)"
    r"|(?:redo|redoing|rewrite|rewriting) (?:it all|all of it|the whole (?!of)))"
    r"|(?:^|[.!?]\s+)(?:(?:okay|ok|so|no),? )?(?:scrap (?:it|that|this)|start(?:ing)? over)\b",
    re.IGNORECASE,
)


def drops(text: str) -> bool:
    """Whether somebody says that they begin anew, so that what they said of it before is no longer theirs."""
    return _DROPS.search(text) is not None
