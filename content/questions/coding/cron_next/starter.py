"""When a schedule runs next."""


def next_runs(expression, after, count):
    """The next `count` moments at which the schedule runs."""
