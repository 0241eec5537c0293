"""What the server refuses, and who can mend it.

ServerError
 ├── NotServable    whoever starts it: the message names the setting
 ├── RoomClosed     the candidate: the session is over, or open in no room
 ├── NothingHere    the browser: there is no such thing; the message names what there is
 └── Garbled        the browser: what it sent is no message
"""


class ServerError(Exception):
    """A sentence for a person: what was wrong, and what to do."""


class NotServable(ServerError):
    """The server must not, or cannot, run like this."""


class RoomClosed(ServerError):
    """Nothing more can happen in this session."""


class NothingHere(ServerError):
    """No guide, note or file has this name."""


class Garbled(ServerError):
    """What a browser sent cannot be read."""
