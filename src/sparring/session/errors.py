"""What can go wrong between the rooms, and who can mend it.

SessionError
 ├── NotResumable      the session is over: debrief it, or retake it
 ├── NotRetakable      the moment lies outside the session
 ├── StillOpen         the round has not been finished: finish it, then ask
 ├── LessThanBefore    a second opinion on fewer signals than the one that is kept: ask again later
 ├── NotCorrectable    only what was said aloud can have been misheard: say the rest anew
 ├── NotWorthAsking    a language model that was measured and adds nothing: name another
 └── UnknownChoice     a question, interviewer or moment that does not exist; the message names what does
"""


class SessionError(Exception):
    """A sentence for the candidate: what was wrong, and what to do."""


class NotResumable(SessionError):
    """The session is over."""


class NotRetakable(SessionError):
    """The moment to retake from lies outside the session."""


class StillOpen(SessionError):
    """The round has not been finished."""

    def __init__(self) -> None:
        super().__init__("This round is still open. Finish it first: a second opinion is given on the whole of it.")


class NotCorrectable(SessionError):
    """There is no spoken turn there."""

    def __init__(self) -> None:
        super().__init__("Only what you said aloud can be corrected. To change what you typed, say it again.")


class NotWorthAsking(SessionError):
    """The language model was measured, and its opinion would not be used."""

    def __init__(self, says: str) -> None:
        super().__init__(f"{says} Nothing was sent. Name another, or measure this one again: `sparring calibrate`.")


class LessThanBefore(SessionError):
    """A second opinion says less than the one before it."""

    def __init__(self, now: int, before: int, why: str) -> None:
        super().__init__(
            f"This time {now} signals were answered, {before} the last time; the opinion from before stays. {why}"
        )


class UnknownChoice(SessionError):
    """There is no such question, interviewer or moment."""
