"""Says what is installed and whether it works."""

import sys

from sparring.cli import rooms
from sparring.cli.screen import console, plain
from sparring.session.health import checks


def examine() -> None:
    """A line for each part; exit status 1 where one does not work."""
    screen = console()
    with rooms.open_store() as store:
        found = checks(rooms.open_bank(), store)
    for check in found:
        mark = plain("works     ", "green") if check.ok else plain("does not  ", "red")
        mark.append_text(plain(f"{check.name}: ", "bold")).append_text(plain(check.says))
        screen.print(mark)
    sys.exit(0 if all(check.ok for check in found) else 1)
