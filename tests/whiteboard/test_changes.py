from sparring.domain.board import Board, Component, Connection
from sparring.whiteboard.changes import changes, describe

API = Component("1", "API", "service")
REDIS = Component("2", "Redis", "cache")
BEFORE = Board((API,), ())
AFTER = Board((API, REDIS), (Connection("1", "2", "reads"),))


def test_what_was_added() -> None:
    assert changes(BEFORE, AFTER) == ("added cache 'Redis'", "connected 'API' to 'Redis' (reads)")
    assert changes(None, BEFORE) == ("added service 'API'",)


def test_what_was_removed() -> None:
    assert changes(AFTER, BEFORE) == ("removed cache 'Redis'",)
    assert changes(AFTER, Board((API, REDIS), ())) == ("disconnected 'API' from 'Redis' (reads)",)


def test_what_was_renamed() -> None:
    assert changes(BEFORE, Board((Component("1", "Feed API", "service"),), ())) == ("renamed 'API' to 'Feed API'",)
    assert changes(BEFORE, Board((Component("1", "API", "worker"),), ())) == ("made 'API' a worker",)


def test_nothing_changed() -> None:
    assert changes(AFTER, AFTER) == ()


def test_the_board_in_words() -> None:
    assert describe(AFTER) == "API (service)\nRedis (cache)\nAPI -> Redis (reads)"
    assert describe(Board((), ())) == "The board is empty."
