"""Where the content lies."""

import os
from pathlib import Path

from sparring.bank.errors import ContentMissing

SHIPPED = "SPARRING_CONTENT"
OWN = "SPARRING_OWN_CONTENT"
_PACKAGE = Path(__file__).parent.parent


def content_root() -> Path:
    """The content folder: SPARRING_CONTENT where set, else the one in the package, else the one of a checkout.

    Raises ContentMissing where there is none.
    """
    named = os.environ.get(SHIPPED)
    places = [Path(named).expanduser()] if named else [_PACKAGE / "_content", _PACKAGE.parent.parent / "content"]
    for place in places:
        if place.is_dir():
            return place
    raise ContentMissing(str(places[-1]), SHIPPED)


def own_root(own: Path | None = None) -> Path | None:
    """The user's own content folder: the argument, else SPARRING_OWN_CONTENT, else none.

    Raises ContentMissing where one is named and not there.
    """
    named = os.environ.get(OWN)
    place = own or (Path(named).expanduser() if named else None)
    if place is not None and not place.is_dir():
        raise ContentMissing(str(place), OWN)
    return place
