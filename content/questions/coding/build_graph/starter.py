"""What a build has to make again."""


class CycleError(Exception):
    """Targets that depend on each other."""

    def __init__(self, cycle):
        super().__init__(" <- ".join(cycle))
        self.cycle = cycle


def plan(dependencies, changed):
    """The targets to build."""
